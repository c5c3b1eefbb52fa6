// The application: which screen is shown, which scheme is open, and what its actions do.
import { arrived } from "./arrivals.js";
import { emptyCase } from "./case.js";
import { wholeEngine } from "./engine.js";
import { fill, h } from "./dom.js";
import { chooseFile, saveFile } from "./files.js";
import { rosterList } from "./grid/lists.js";
import { writeCsv } from "./grid/block.js";
import { keepSetting, setting } from "./keep.js";
import { language, t } from "./language.js";
import { sourceDocuments } from "./library.js";
import { savedText } from "./saved.js";
import { keepAlways, openEntry, openFile } from "./session.js";
import { forgetOwnFile, keepOwnFile, ownFiles } from "./shelf.js";
import { takeOver } from "./takeover.js";
import { catalogueView } from "./views/catalogue.js";
import { ExplanationPanel } from "./views/explanation.js";
import { failureView } from "./views/failure.js";
import { faultsView } from "./views/faults.js";
import { hush, say } from "./views/notice.js";
import { schemeView } from "./views/scheme.js";
import { csvRows, drawSheet } from "./views/sheet.js";

/**
 * @typedef {import("./library.js").Entry} Entry
 * @typedef {import("./session.js").Session} Session
 * @typedef {import("./case.js").Case} Case
 */

/** The first words of the addresses of practise screens. */
const PRACTISE = ["practise", "glossary", "paper", "class", "progress"];

/** The scheme that a first visit begins with. */
const FIRST = "ward-nurses";

export class App {
  /**
   * @param {HTMLElement} screen
   * @param {HTMLElement} panel
   * @param {HTMLElement} sheet
   * @param {string} version of the engine
   * @param {Entry[]} entries
   */
  constructor(screen, panel, sheet, version, entries) {
    this.screen = screen;
    this.sheet = sheet;
    this.version = version;
    this.entries = entries;
    /** @type {Session | null} */
    this.session = null;
    /** @type {ReturnType<typeof schemeView> | null} */
    this.view = null;
    /** A scheme file with mistakes. @type {{ name: string, bytes: Uint8Array } | null} */
    this.faulty = null;
    /** A page about the source documents. @type {"errata" | "coverage" | null} */
    this.reading = null;
    /** Proposals beside a scheme. @type {import("./views/compare.js").Comparing | null} */
    this.comparing = null;
    /** A practise screen. @type {import("./views/practise.js").Practising | null} */
    this.practising = null;
    this.write = () => {};
    this.visits = 0;
    this.explanation = new ExplanationPanel(panel, (path) => {
      // On a small screen the explanation lies over the place that it leads to.
      if (matchMedia("(max-width: 1000px)").matches && !/^steps?\./.test(path)) this.explanation.close();
      const view = this.comparing || this.view;
      if (view) view.goTo(path);
    });
    window.addEventListener("hashchange", () => this.follow());
    window.addEventListener("pagehide", () => this.write());
    document.addEventListener("visibilitychange", () => this.write());
    window.addEventListener("beforeprint", () => this.drawPrinted());
    window.addEventListener("afterprint", () => fill(this.sheet));
    document.addEventListener("keydown", (event) => this.pressed(event));
    document.addEventListener("dragover", (event) => event.preventDefault());
    document.addEventListener("drop", (event) => this.dropped(event));
  }

  /** Shows what the address says. */
  async follow() {
    const [, kind, name, shown, step, row] = decoded(location.hash).split("/");
    this.visits += 1;
    const visit = this.visits;
    try {
      const entry = this.entries.find(({ id }) => id === (kind === "scheme" ? name : this.firstScheme()));
      if (kind === "catalogue") await this.showCatalogue();
      else if (kind === "scheme" && !entry) await this.showNone(name);
      else if (kind === "own") await this.showOwn(name);
      else if (kind === "compare") await this.showComparison(name, shown, step);
      else if (PRACTISE.includes(kind)) await this.showPractise(kind, name, shown);
      else if (kind === "errata" || kind === "coverage") await this.showReading(kind);
      else if (entry) {
        const session = await openEntry(entry, shown);
        // Somebody went on while the files were loading.
        if (visit !== this.visits) session.store.close();
        else {
          this.show(session);
          if (step) this.explanation.open(session.store, { step, row: row ? Number(row) : null }, this.screen);
        }
      } else await this.showCatalogue();
    } catch (reason) {
      this.leave();
      fill(this.screen, failureView("failedScheme", reason));
    }
  }

  firstScheme() {
    const last = setting("last");
    return this.entries.some(({ id }) => id === last) ? last : this.entries.some(({ id }) => id === FIRST) ? FIRST : this.entries[0]?.id;
  }

  /** Closes the scheme that was open. */
  leave() {
    this.write();
    this.write = () => {};
    this.explanation.close();
    if (this.session) this.session.store.close();
    this.session = null;
    this.view = null;
    this.faulty = null;
    this.reading = null;
    if (this.comparing) this.comparing.close();
    this.comparing = null;
    if (this.practising && this.practising.close) this.practising.close();
    this.practising = null;
    hush();
  }

  /** @param {Session} session */
  show(session) {
    this.leave();
    this.session = session;
    if (!session.own) keepSetting("last", session.key.replace("case:", ""));
    if (!session.shown) this.write = keepAlways(session, (failedToKeep) => this.trouble(failedToKeep));
    session.store.listen(() => this.refresh());
    this.draw();
    if (session.restored) say(t("restored"), session.example ? { title: t("loadExample"), act: () => this.loadExample() } : undefined);
    if (session.shown) say(t("caseShown"), { title: t("toOwnCase"), act: () => (location.hash = session.key.replace("case:", "#/scheme/")) });
    if (this.visits > 1) this.focusHeading();
  }

  draw() {
    const { session } = this;
    if (!session) return;
    const { store } = session;
    this.view = schemeView(session, {
      undo: () => this.step(store.undo(), "undone"),
      redo: () => this.step(store.redo(), "redone"),
      example: () => this.loadExample(),
      clear: () => {
        const { facts } = store;
        store.replace({ ...emptyCase(store.description.id), tables: facts.tables, parameters: facts.parameters, choices: facts.choices }, t("clearCase"));
        this.offerUndo(t("cleared"));
      },
      save: () => this.save(),
      print: () => window.print(),
      practise: () => (location.hash = `#/practise/${encodeURIComponent(store.description.id)}`),
      compare: () => (location.hash = `#/compare/${encodeURIComponent(store.description.id)}`),
      explain: (step, row, opener) => this.explanation.open(store, { step, row }, opener),
      say: (text, undo) => (undo ? this.offerUndo(text) : say(text)),
      titleOf: (id) => this.titleOf(id),
      takeOver: (path, scheme) => this.takeOver(path, scheme),
      csv: (roster) => saveFile(`${store.description.title}-${roster.title}.csv`, writeCsv(csvRows(store, rosterList(store, roster))), "text/csv"),
    });
    fill(this.screen, this.view.element);
    this.view.refresh();
    document.title = `${store.description.title} · ${t("app")}`;
  }

  /** The title of a scheme; its id where it did not come with the page. @param {string} id */
  titleOf(id) {
    const entry = this.entries.find((one) => one.id === id);
    return entry ? entry.titles[language()] : id;
  }

  /** Takes the figures of another scheme over. @param {string} path @param {string} scheme */
  async takeOver(path, scheme) {
    const { session } = this;
    if (!session) return null;
    const { store } = session;
    const before = store.facts;
    const outcome = await takeOver(store, path, scheme, this.entries);
    // Somebody went on, or typed, while the other scheme was loading.
    if (this.session !== session || store.facts !== before) return null;
    if (outcome.is === "taken" && outcome.taken.cells.length > 0) {
      const [part, list, column] = path.split(".");
      const { inputs, rosters } = store.description;
      const fields = part === "inputs" ? inputs : (rosters.find(({ id }) => id === list) || { columns: [] }).columns;
      const title = (fields.find(({ id }) => id === (column || list)) || { title: path }).title;
      store.replace(outcome.facts, t("changeTake", { title, scheme: outcome.other.title }));
    }
    return outcome;
  }

  refresh() {
    // What was said of the change before this one is over.
    hush();
    if (this.view) this.view.refresh();
    this.explanation.refresh();
  }

  /** Says everything in the language of the page. */
  translate() {
    hush();
    if (this.session) {
      const { scrollY } = window;
      this.session.store.translate();
      this.draw();
      this.explanation.refresh();
      window.scrollTo(0, scrollY);
    } else if (this.comparing) this.comparing.translate();
    else if (this.practising) this.drawPractise(this.practising);
    else if (this.faulty) this.showScheme(this.faulty.name, this.faulty.bytes);
    else if (this.reading) this.showReading(this.reading);
    else this.showCatalogue();
  }

  async showCatalogue() {
    const own = await ownFiles();
    this.leave();
    document.title = `${t("catalogue")} · ${t("app")}`;
    const remove = async (/** @type {string} */ id) => {
      await forgetOwnFile(id);
      await this.showCatalogue();
    };
    fill(this.screen, catalogueView(this.entries, own, { openFile: () => this.chooseFile(), remove }));
    if (this.visits > 1) this.focusHeading();
  }

  /** Shows the schemes there are, and says that an address is of none of them. @param {string} id */
  async showNone(id) {
    await this.showCatalogue();
    say(t("noScheme", { id }));
  }

  /** Shows what is known of the source documents. @param {"errata" | "coverage"} kind */
  async showReading(kind) {
    const { visits } = this;
    // Few open these pages: they are loaded when somebody does.
    const page = kind === "errata" ? import("./views/errata.js") : import("./views/coverage.js");
    const [source, { readingView }] = await Promise.all([sourceDocuments(), page]);
    if (visits !== this.visits) return;
    this.leave();
    this.reading = kind;
    document.title = `${t(kind === "errata" ? "errataTitle" : "coverageTitle")} · ${t("app")}`;
    fill(this.screen, readingView(source, this.entries));
    if (visits > 1) this.focusHeading();
  }

  /** Shows proposals beside what is entered for a scheme. @param {string} id @param {string} [shown] @param {string} [sent] */
  async showComparison(id, shown, sent) {
    if (this.comparing && this.comparing.scheme === id) {
      this.comparing.follow(shown, sent);
      return shown === "link" ? undefined : this.focusHeading();
    }
    const { visits } = this;
    // What was typed a moment ago counts as today, too.
    this.write();
    const entry = this.entries.find((one) => one.id === id);
    const file = entry ? null : (await ownFiles()).find((one) => one.id === id);
    if (!entry && !file) return this.showNone(id);
    await wholeEngine();
    const session = await (entry ? openEntry(entry) : this.ownSession(file));
    await this.compare(session, null);
    if (visits === this.visits && this.comparing) this.comparing.follow(shown, sent);
    return undefined;
  }

  /** Shows a practise screen. @param {string} kind @param {string} [name] @param {string} [shown] */
  async showPractise(kind, name, shown) {
    const { visits } = this;
    const { practiseScreen } = await import("./views/practise.js");
    const around = { screen: this.screen, entries: this.entries, trouble: (/** @type {boolean} */ failed) => this.trouble(failed) };
    const practising = await practiseScreen(around, kind, name, shown);
    // Somebody went on while the files were loading.
    if (visits !== this.visits) return practising && practising.close && practising.close();
    if (!practising) return this.showCatalogue();
    this.leave();
    this.practising = practising;
    if (practising.write) this.write = practising.write;
    this.drawPractise(practising);
    if (visits > 1) this.focusHeading();
    return undefined;
  }

  /** @param {import("./views/practise.js").Practising} practising */
  drawPractise(practising) {
    practising.draw();
    document.title = `${practising.title()} · ${t("app")}`;
  }

  /** @param {Session} session with today's facts @param {import("./views/compare.js").Decision | null} decision of a file */
  async compare(session, decision) {
    const { visits } = this;
    const { compareScheme } = await import("./views/compare.js");
    if (visits !== this.visits) return session.store.close();
    this.leave();
    const around = { screen: this.screen, explanation: this.explanation, trouble: (/** @type {boolean} */ failed) => this.trouble(failed) };
    this.comparing = await compareScheme(session, around, decision);
    this.write = this.comparing.write;
    if (visits > 1 || decision) this.focusHeading();
    return undefined;
  }

  /** The session of a scheme file that was opened from a disk earlier. @param {import("./shelf.js").OwnFile | null | undefined} file */
  async ownSession(file) {
    const read = await openFile(file ? file.name : "", new TextEncoder().encode(file ? file.text : ""));
    if ("session" in read) return read.session;
    throw new Error(read.problems.map(({ message }) => message).join("\n"));
  }

  /** What is printed: the sheet of a scheme, or a page about the source as it is. */
  drawPrinted() {
    if (this.comparing) this.comparing.print(this.sheet);
    else if (this.practising) this.practising.print ? this.practising.print(this.sheet) : fill(this.sheet, this.screen.cloneNode(true).firstChild);
    else if (this.session) drawSheet(this.sheet, this.session.store, this.version);
    else if (this.reading) fill(this.sheet, this.screen.cloneNode(true).firstChild);
  }

  /** @param {string} id of a scheme that was opened from a disk earlier */
  async showOwn(id) {
    if (this.session && this.session.own && this.session.own.id === id) return;
    const file = (await ownFiles()).find((one) => one.id === id);
    if (file) await this.showScheme(file.name, new TextEncoder().encode(file.text));
    else await this.showCatalogue();
  }

  /**
   * Uses a scheme file, or shows its mistakes.
   *
   * @param {string} name
   * @param {Uint8Array} bytes
   */
  async showScheme(name, bytes) {
    const read = await openFile(name, bytes);
    if ("session" in read) {
      const { own } = read.session;
      this.show(read.session);
      if (!own) return;
      await keepOwnFile(own).catch(() => this.trouble(true));
      location.hash = `#/own/${encodeURIComponent(own.id)}`;
      return;
    }
    this.leave();
    this.faulty = { name, bytes };
    document.title = `${name} · ${t("app")}`;
    fill(this.screen, faultsView(name, read.problems, () => this.chooseFile()));
    this.focusHeading();
  }

  focusHeading() {
    const heading = this.screen.querySelector("h1");
    if (heading) heading.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }

  loadExample() {
    const { session } = this;
    if (!session || !session.example) return;
    session.store.replace(session.example, t("loadExample"));
    this.offerUndo(t("exampleLoaded"));
  }

  /** @param {string} text what happened */
  offerUndo(text) {
    say(text, { title: t("undo"), act: () => this.session && this.step(this.session.store.undo(), "undone") });
  }

  /** @param {string | null} name @param {"undone" | "redone"} word */
  step(name, word) {
    if (name !== null) say(t(word, { name }));
  }

  save() {
    if (!this.session) return;
    const { store, own } = this.session;
    saveFile(`${store.description.title}.json`, savedText(store.facts, own), "application/json");
  }

  chooseFile() {
    chooseFile(".json,.toml,application/json", (file) => arrived(this, file));
  }

  /** @param {DragEvent} event */
  dropped(event) {
    const file = event.dataTransfer && event.dataTransfer.files[0];
    if (!file) return;
    event.preventDefault();
    if (this.practising && this.practising.dropped) this.practising.dropped([...(/** @type {DataTransfer} */ (event.dataTransfer).files)]);
    else arrived(this, file);
  }

  /** @param {boolean} isThere whether what is entered cannot be kept on this computer */
  trouble(isThere) {
    const line = document.getElementById("trouble");
    if (!line || line.hidden !== isThere) return;
    line.hidden = !isThere;
    fill(line, isThere && [h("p", {}, t("keepFailed")), h("button", { type: "button", onclick: () => this.save() }, t("saveCase"))]);
  }

  /** @param {KeyboardEvent} event */
  pressed(event) {
    if (this.comparing) this.comparing.pressed(event);
    if (this.practising && this.practising.pressed) this.practising.pressed(event);
    if (!(event.ctrlKey || event.metaKey) || event.altKey || !this.session) return;
    const key = event.key.toLowerCase();
    const { store } = this.session;
    if (key === "z" && !event.shiftKey) this.step(store.undo(), "undone");
    else if (key === "y" || (key === "z" && event.shiftKey)) this.step(store.redo(), "redone");
    else if (key === "s") this.save();
    else return;
    event.preventDefault();
  }
}

/** An address as it was meant; one that was cut off within a letter stays as it is. @param {string} hash */
function decoded(hash) {
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}

// The dialog of an import: progress and stop, the report with its choices, and the two ways to take the rows in.
import { textOf } from "../case.js";
import { fill, h, newId } from "../dom.js";
import { bytesOf, saveFile } from "../files.js";
import { writeCsv } from "../grid/block.js";
import { t } from "../language.js";
import { ENCODINGS } from "./csv.js";
import { Import } from "./importing.js";
import { Pace, Stopped } from "./pace.js";
import { ENCODING_NAMES, headingOf, oddView, reportRows, scrolled, sentences } from "./report.js";
import { sheetWord } from "./words.js";
import { Unreadable } from "./zip.js";

/**
 * @typedef {import("../store.js").Store} Store
 * @typedef {import("../engine.js").RosterForm} RosterForm
 * @typedef {import("./taking.js").Intake} Intake
 *
 * @typedef {object} Around
 * @property {(rows: import("../engine.js").FactRow[], name: string, said: string) => void} take puts rows in place of the roster's
 * @property {(chosen: (file: File) => void) => void} choose lets somebody choose another file
 * @property {() => void} template gives the template
 * @property {(file: File) => void} [all] reads the other sheets of a file into the other rosters too
 */

/** How many rows the preview has. */
const PREVIEW = 5;
/** How many names are told. */
const NAMED = 5;

export class ImportDialog {
  /**
   * @param {Store} store
   * @param {RosterForm} roster
   * @param {Around} around
   */
  constructor(store, roster, around) {
    this.store = store;
    this.roster = roster;
    this.around = around;
    /** @type {Import | null} */
    this.import = null;
    this.pace = new Pace();
    /** @type {File | null} */
    this.file = null;
    const title = newId("import");
    this.heading = h("h2", { id: title, tabindex: -1 });
    this.body = h("div", { class: "import-body" });
    this.element = /** @type {HTMLDialogElement} */ (h("dialog", { class: "import", "aria-labelledby": title }, this.heading, this.body));
    this.element.addEventListener("close", () => this.gone());
    // What is dropped on the dialog is another file to read, not one for the page below.
    this.element.addEventListener("drop", (event) => {
      event.preventDefault();
      event.stopPropagation();
      const file = event.dataTransfer && event.dataTransfer.files[0];
      if (file) this.open(file);
    });
  }

  gone() {
    this.pace.stop();
    this.element.remove();
  }

  /** @param {File} file */
  async open(file) {
    this.file = file;
    this.show(sheetWord("importTitle", { list: this.roster.title, file: file.name }));
    await this.work(async (pace) => {
      this.import = new Import(this.store, this.roster, file.name, await bytesOf(file));
      await this.import.open(pace);
    }, file.name);
  }

  /** Puts the dialog on the page. @param {string} title */
  show(title) {
    if (!this.element.isConnected) {
      document.body.append(this.element);
      this.element.showModal();
    }
    this.heading.textContent = title;
  }

  /** Puts something else in it. @param {...import("../dom.js").Child} children */
  fill(...children) {
    fill(this.body, ...children);
  }

  /** Does something that takes its time, then shows the report. @param {(pace: Pace) => Promise<void>} task @param {string} file @param {string} [focus] */
  async work(task, file, focus) {
    this.pace.stop();
    const pace = this.drawProgress();
    this.pace = pace;
    try {
      await task(pace);
      // The dialog of several rosters has its own report.
      if (!this.import) return;
      const intake = await this.import.taken(pace);
      if (!pace.isStopped) this.drawReport(this.import, intake, focus);
    } catch (reason) {
      if (this.pace !== pace) return;
      if (reason instanceof Stopped) this.drawTrouble(sheetWord("stopped"));
      else if (reason instanceof Unreadable) this.drawTrouble(sheetWord(/** @type {import("./words.js").SheetWord} */ (reason.reason), { ...reason.values, file }));
      else this.drawTrouble(sheetWord("failed", { why: String(reason) }));
    }
  }

  drawProgress() {
    const bar = h("progress", { max: 1, "aria-label": sheetWord("reading") });
    const words = h("p", { role: "status" }, sheetWord("reading"));
    const pace = new Pace((part, rows) => {
      bar.value = Math.min(1, part);
      if (rows > 0) words.textContent = sheetWord("readingRows", { rows });
    });
    fill(this.body, words, bar, h("div", { class: "import-foot" }, h("button", { type: "button", onclick: () => pace.stop() }, sheetWord("stop"))));
    this.heading.focus();
    return pace;
  }

  /** @param {string} words */
  drawTrouble(words) {
    fill(this.body, h("p", { role: "alert" }, words), h("div", { class: "import-foot" }, this.otherButton(), this.templateButton(), this.closeButton(t("close"))));
    this.heading.focus();
  }

  otherButton() {
    return h("button", { type: "button", onclick: () => this.around.choose((file) => this.open(file)) }, sheetWord("otherFile"));
  }

  templateButton() {
    return h("button", { type: "button", onclick: () => this.around.template() }, t("template"));
  }

  /** @param {string} title */
  closeButton(title) {
    return h("button", { type: "button", onclick: () => this.element.close() }, title);
  }

  /** @param {Import} work @param {Intake} intake @param {string} [focus] the choice that was just made */
  drawReport(work, intake, focus) {
    const book = /** @type {import("./book.js").Book} */ (work.book);
    const said = sentences(book, work.chosen, intake, work.targets);
    const isUsable = intake.heading > 0 && intake.rows.length > 0;
    fill(
      this.body,
      h("div", { class: "import-scroll" },
        this.choicesView(work),
        h("ul", { class: "said" }, said.map((words) => h("li", {}, words))),
        intake.heading > 0 && this.columnsView(work, intake),
        isUsable && this.previewView(work, intake),
        h("h3", {}, sheetWord("cells")),
        oddView(intake, (kind) => (kind === "longDigits" && book.form === "workbook" ? this.digitsView(work) : null)),
      ),
      isUsable && this.warnings(work, intake),
      h(
        "div",
        { class: "import-foot" },
        isUsable && this.takeButton(work, intake, true),
        isUsable && this.takeButton(work, intake, false),
        h("button", { type: "button", onclick: () => saveFile(`${work.name}-${sheetWord("cells")}.csv`, writeCsv(reportRows(sentences(book, work.chosen, intake, work.targets, true), intake)), "text/csv") }, sheetWord("saveReport")),
        this.otherButton(),
        this.around.all && book.sheets.length > 1 && h("button", { type: "button", onclick: () => this.toAll() }, sheetWord("allSheets")),
        !isUsable && this.templateButton(),
        this.closeButton(sheetWord("cancel")),
      ),
    );
    const target = focus && this.body.querySelector(`[data-choice="${focus}"]`);
    if (target instanceof HTMLElement) target.focus();
    else this.heading.focus();
  }

  /** @param {Import} work */
  choicesView(work) {
    const book = /** @type {import("./book.js").Book} */ (work.book);
    const again = (/** @type {string} */ focus, /** @type {(pace: Pace) => Promise<void>} */ task) => this.work(task, work.name, focus);
    return [
      book.sheets.length > 1 &&
        choice("sheet", sheetWord("sheet"), book.sheets.map(({ name, hidden }, at) => [String(at), name + (hidden ? sheetWord("hiddenSheet") : "")]), String(work.chosen), (value) => again("sheet", async () => work.choose(Number(value)))),
      book.text &&
        choice("encoding", sheetWord("encoding"), [...new Set([...ENCODINGS, book.text.encoding])].map((one) => [one, ENCODING_NAMES[one]]), book.text.encoding, (value) => again("encoding", (pace) => work.open(pace, value))),
    ];
  }

  /** @param {Import} work */
  digitsView(work) {
    const name = newId("digits");
    const option = (/** @type {"shown" | "stored"} */ value, /** @type {string} */ title) =>
      h("label", {}, h("input", { type: "radio", name, value, checked: work.digits === value, "data-choice": `digits-${value}`, onchange: () => this.work(async () => void (work.digits = value), work.name, `digits-${value}`) }), title);
    return h("fieldset", {}, h("legend", {}, sheetWord("digits")), option("shown", sheetWord("digitsShown")), option("stored", sheetWord("digitsStored")));
  }

  /**
   * @param {Import} work
   * @param {Intake} intake
   * @param {(column: number, target: number, focus: string) => void} [assign] reads a column of the file as one of the roster
   */
  columnsView(work, intake, assign = (column, target, focus) => void this.work(async () => void work.assigned.set(column, target), work.name, focus)) {
    const { columns } = work.targets;
    const options = /** @type {[string, string][]} */ ([["-1", sheetWord("notRead")], ...columns.map(({ title }, at) => [String(at), title])]);
    const rows = intake.columns.map((one) => {
      const focus = `column-${one.column}`;
      const select = choiceOnly(focus, headingOf(one), one.target === -2 ? [["-2", sheetWord("figureColumn")], ...options] : options, String(one.target), (value) => assign(one.column, Number(value), focus));
      return h("tr", { class: one.target === -1 && "unread" }, h("th", { scope: "row" }, headingOf(one), one.hidden && sheetWord("hiddenColumn")), h("td", {}, one.sample), h("td", { class: "number" }, String(one.filled)), h("td", {}, select, one.twice && h("p", {}, sheetWord("twice"))));
    });
    const isOdd = intake.missing.length > 0 || intake.columns.some(({ target, twice }) => target === -1 || twice);
    const head = h("thead", {}, h("tr", {}, [sheetWord("fileColumn"), sheetWord("firstValue"), sheetWord("filledCells"), sheetWord("becomes")].map((word) => h("th", { scope: "col" }, word))));
    return h("details", { class: "columns-of-file", open: isOdd }, h("summary", {}, sheetWord("columns")), scrolled(`${sheetWord("columns")}${t("colon")}${work.roster.title}`, h("table", {}, head, h("tbody", {}, rows))));
  }

  /** @param {Import} work @param {Intake} intake */
  previewView(work, intake) {
    const shown = work.targets.columns.filter((_, at) => !intake.missing.includes(at));
    const rows = intake.rows.slice(0, PREVIEW);
    const title = sheetWord("preview", { count: rows.length });
    const cell = (/** @type {import("../engine.js").FactRow} */ row, /** @type {import("./columns.js").Target} */ { column }) => {
      const text = textOf(row[column.key], column.item) || "";
      const option = (column.options || []).find(({ value }) => value === text);
      return h(column.key === "name" ? "th" : "td", { scope: column.key === "name" && "row", class: column.number && "number" }, option ? option.title : text);
    };
    return [
      h("h3", {}, title),
      scrolled(title, h("table", {}, h("thead", {}, h("tr", {}, shown.map((target) => h("th", { scope: "col", class: target.column.number && "number" }, target.title)))), h("tbody", {}, rows.map((row) => h("tr", {}, shown.map((target) => cell(row, target))))))),
    ];
  }

  /** Leaves the roster for all rosters that the file has a sheet for. */
  toAll() {
    const { file } = this;
    this.element.close();
    if (file && this.around.all) this.around.all(file);
  }

  /** What the roster has now. */
  get present() {
    return this.store.facts.rosters[this.roster.id] || [];
  }

  /** What would be lost or stand twice. @param {Import} work @param {Intake} intake @param {import("../engine.js").FactRow[]} [present] what the roster has now */
  warnings(work, intake, present = this.present) {
    const gone = intake.missing.map((at) => work.targets.columns[at]).map(({ title, column }) => ({ title, count: present.filter((row) => textOf(row[column.key], column.item)).length }));
    const lost = gone.filter(({ count }) => count > 0);
    const names = new Set(present.map(({ name }) => name).filter(Boolean));
    const twice = [...new Set(intake.rows.map(({ name }) => name).filter((name) => names.has(name)))];
    const listed = (/** @type {any[]} */ all) => all.slice(0, NAMED).join(t("listComma")) + (all.length > NAMED ? "…" : "");
    return h(
      "div",
      { class: "import-warnings" },
      lost.length > 0 && h("p", {}, sheetWord("vanish", { names: listed(lost.map(({ title }) => title)), count: lost.reduce((sum, { count }) => sum + count, 0) })),
      twice.length > 0 && h("p", {}, sheetWord("alreadyThere", { count: twice.length, names: listed(twice) })),
    );
  }

  /** @param {Import} work @param {Intake} intake @param {boolean} isInstead */
  takeButton(work, intake, isInstead) {
    const before = this.present;
    const words = isInstead ? sheetWord("replace", { before: before.length, after: intake.rows.length }) : sheetWord("append", { before: before.length, more: intake.rows.length });
    const values = { file: work.name, rows: intake.rows.length, list: this.roster.title };
    const take = () => {
      this.element.close();
      this.around.take(isInstead ? intake.rows : [...before, ...intake.rows], sheetWord("changeImport", values), sheetWord("imported", values));
    };
    return h("button", { type: "button", class: isInstead && "main", onclick: take }, words);
  }
}

/**
 * @param {string} id
 * @param {string} label
 * @param {string[][]} options
 * @param {string} value
 * @param {(value: string) => void} changed
 */
function choice(id, label, options, value, changed) {
  return h("label", { class: "import-choice" }, label, choiceOnly(id, null, options, value, changed));
}

/**
 * @param {string} id
 * @param {string | null} label
 * @param {string[][]} options
 * @param {string} value
 * @param {(value: string) => void} changed
 */
function choiceOnly(id, label, options, value, changed) {
  const select = h("select", { "aria-label": label, "data-choice": id, onchange: () => changed(select.value) }, options.map(([one, title]) => h("option", { value: one }, title)));
  select.value = value;
  return select;
}

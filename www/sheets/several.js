// One workbook for several rosters at once: which sheet is whose, one report for all of them, and one step to take them in.
import { h } from "../dom.js";
import { bytesOf, saveFile } from "../files.js";
import { writeCsv } from "../grid/block.js";
import { t } from "../language.js";
import { plainName } from "./columns.js";
import { ImportDialog } from "./dialog.js";
import { Import } from "./importing.js";
import { Stopped } from "./pace.js";
import { oddView, reportRows, sentences } from "./report.js";
import { sheetWord } from "./words.js";

/**
 * @typedef {import("../store.js").Store} Store
 * @typedef {import("../engine.js").FactRow} FactRow
 * @typedef {import("./taking.js").Intake} Intake
 * @typedef {import("./pace.js").Pace} Pace
 *
 * @typedef {"instead" | "behind" | "none"} Way how rows are taken into a roster
 * @typedef {{ work: Import, intake: Intake, way: Way }} Taken a roster with the sheet that is its own
 *
 * @typedef {object} Around
 * @property {(rosters: Record<string, FactRow[]>, name: string, said: string) => void} take puts rows in the place of those of the rosters
 * @property {(chosen: (file: File) => void) => void} choose lets somebody choose another file
 * @property {() => void} template gives the template
 */

/** The most sheets that are looked into for headings. */
const LOOKED = 24;

/** The fewest columns that a sheet of another name must have in common with a roster. */
const COMMON = 2;

/**
 * The rosters that sheets of a workbook fit, each with a sheet of its own, the best fitting pairs first.
 *
 * @param {Store} store
 * @param {string} name of the file
 * @param {Uint8Array} bytes
 * @param {Pace} pace
 * @returns {Promise<Import[]>} in the order of the rosters
 */
export async function sharedOut(store, name, bytes, pace) {
  const works = store.description.rosters.map((roster) => new Import(store, roster, name, bytes));
  const [first, ...others] = works;
  if (others.length === 0) return [];
  await first.open(pace);
  const book = /** @type {import("./book.js").Book} */ (first.book);
  const sheets = book.sheets.map((_, at) => at).filter((at) => !book.sheets[at].hidden).slice(0, LOOKED);
  if (sheets.length < 2) return [];
  for (const work of others) work.adopt(first);
  /** @type {{ work: Import, sheet: number, fit: number }[]} */
  const pairs = [];
  for (const sheet of sheets) {
    const rows = await first.sheet(sheet, pace);
    for (const work of works) {
      const named = [...work.titles, plainName(work.roster.id)].includes(plainName(book.sheets[sheet].name));
      const common = work.fitOfSheet(rows);
      if (common >= COMMON || (named && common > 0)) pairs.push({ work, sheet, fit: common / work.targets.columns.length + (named ? 1 : 0) });
    }
  }
  pairs.sort((one, other) => other.fit - one.fit);
  const given = new Map();
  const used = new Set();
  for (const { work, sheet } of pairs) {
    if (given.has(work) || used.has(sheet)) continue;
    given.set(work, sheet);
    used.add(sheet);
    work.choose(sheet);
  }
  return works.filter((work) => given.has(work));
}

/** The dialog of a file with a sheet for each of several rosters. */
export class SeveralDialog extends ImportDialog {
  /**
   * @param {Store} store
   * @param {Around} around
   */
  constructor(store, around) {
    super(store, store.description.rosters[0], { ...around, take: () => {} });
    this.all = around;
    /** @type {Taken[]} */
    this.parts = [];
  }

  /** @param {File} file */
  async open(file) {
    this.show(sheetWord("importAllTitle", { file: file.name }));
    await this.work(async (pace) => {
      const works = await sharedOut(this.store, file.name, await bytesOf(file), pace);
      this.parts = [];
      for (const work of works) {
        const intake = await work.taken(pace);
        this.parts.push({ work, intake, way: intake.rows.length > 0 ? "instead" : "none" });
      }
      if (pace.isStopped) throw new Stopped();
      if (this.parts.length === 0) this.drawTrouble(sheetWord("fitsNone"));
      else this.drawAll(file);
    }, file.name);
  }

  /** @param {Taken} one @param {boolean} [isWhole] */
  said({ work, intake }, isWhole) {
    return sentences(/** @type {import("./book.js").Book} */ (work.book), work.chosen, intake, work.targets, isWhole, this.parts.map((part) => part.work.chosen));
  }

  /** @param {File} file @param {string} [focus] what was just chosen */
  drawAll(file, focus) {
    const button = h("button", { type: "button", class: "main", onclick: () => this.take(file) });
    const count = () => {
      button.textContent = sheetWord("takeAll", { count: this.parts.filter(({ way }) => way !== "none").length });
      button.disabled = this.parts.every(({ way }) => way === "none");
    };
    count();
    const report = () => this.parts.flatMap((part) => [[part.work.roster.title], ...reportRows(this.said(part, true), part.intake), []]);
    this.fill(
      h("div", { class: "import-scroll" }, this.parts.map((part) => this.partView(part, count, file))),
      h(
        "div",
        { class: "import-foot" },
        button,
        h("button", { type: "button", onclick: () => saveFile(`${file.name}-${sheetWord("cells")}.csv`, writeCsv(report()), "text/csv") }, sheetWord("saveReport")),
        this.otherButton(),
        this.closeButton(sheetWord("cancel")),
      ),
    );
    const target = focus && this.body.querySelector(focus);
    if (target instanceof HTMLElement) target.focus();
    else this.heading.focus();
  }

  /** Reads a column of a sheet as another one of its roster. @param {Taken} part @param {File} file @param {number} column @param {number} target @param {string} focus */
  assign(part, file, column, target, focus) {
    return this.work(async (pace) => {
      part.work.assigned.set(column, target);
      part.intake = await part.work.taken(pace);
      this.drawAll(file, `[data-part="${part.work.roster.id}"] [data-choice="${focus}"]`);
    }, file.name);
  }

  /** @param {Taken} part @param {() => void} changed @param {File} file */
  partView(part, changed, file) {
    const { work, intake } = part;
    const before = this.rowsOf(work);
    const rows = intake.rows.length;
    const sheet = /** @type {import("./book.js").Book} */ (work.book).sheets[work.chosen].name;
    const options = [["instead", sheetWord("replace", { before: before.length, after: rows })], ["behind", sheetWord("append", { before: before.length, more: rows })], ["none", sheetWord("notRead")]];
    const select = h("select", { "aria-label": work.roster.title, "data-choice": work.roster.id, disabled: rows === 0 }, options.map(([value, title]) => h("option", { value }, title)));
    select.value = part.way;
    select.addEventListener("change", () => {
      part.way = /** @type {Way} */ (select.value);
      changed();
    });
    return h(
      "section",
      { class: "import-part", "aria-label": work.roster.title, "data-part": work.roster.id },
      h("h3", {}, sheetWord("sheetOf", { list: work.roster.title, sheet })),
      select,
      h("ul", { class: "said" }, this.said(part).map((words) => h("li", {}, words))),
      intake.heading > 0 && this.columnsView(work, intake, (column, target, focus) => void this.assign(part, file, column, target, focus)),
      this.warnings(work, intake, before),
      oddView(intake, () => null, `${work.roster.title}${t("colon")}`),
    );
  }

  /** What a roster has now. @param {Import} work */
  rowsOf({ roster }) {
    return this.store.facts.rosters[roster.id] || [];
  }

  /** @param {File} file */
  take(file) {
    const taken = this.parts.filter(({ way }) => way !== "none");
    const rosters = Object.fromEntries(taken.map(({ work, intake, way }) => [work.roster.id, way === "instead" ? intake.rows : [...this.rowsOf(work), ...intake.rows]]));
    const values = { file: file.name, count: taken.length, rows: taken.reduce((sum, { intake }) => sum + intake.rows.length, 0) };
    this.element.close();
    this.all.take(rosters, sheetWord("changeImportAll", values), sheetWord("importedAll", values));
  }
}

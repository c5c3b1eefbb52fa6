// One import from the file to the rows: the sheet that fits, what somebody chose about it, and what comes of that.
import { openBook } from "./opening.js";
import { plainName, targetOf, targetsOf } from "./columns.js";
import { takeSheet } from "./taking.js";

/**
 * @typedef {import("../store.js").Store} Store
 * @typedef {import("../engine.js").RosterForm} RosterForm
 * @typedef {import("./book.js").Book} Book
 * @typedef {import("./book.js").Sheet} Sheet
 * @typedef {import("./pace.js").Pace} Pace
 */

/** The most sheets that are looked into for headings. */
const LOOKED = 12;

export class Import {
  /**
   * @param {Store} store
   * @param {RosterForm} roster
   * @param {string} name of the file
   * @param {Uint8Array} bytes
   */
  constructor(store, roster, name, bytes) {
    this.roster = roster;
    this.name = name;
    this.bytes = bytes;
    this.targets = targetsOf(store, roster);
    this.titles = ["zh-Hant", "zh-Hans", "en"].map((tag) => {
      const form = store.scheme.describe(/** @type {any} */ (tag)).rosters.find(({ id }) => id === roster.id);
      return plainName(form ? form.title : roster.title);
    });
    /** @type {Book | null} */
    this.book = null;
    this.chosen = 0;
    /** @type {Map<number, Sheet>} */
    this.sheets = new Map();
    /** Columns of the roster by those of the file, as somebody assigned them. @type {Map<number, number>} */
    this.assigned = new Map();
    /** @type {"shown" | "stored"} */
    this.digits = "shown";
  }

  /** Opens the file at the sheet that fits. @param {Pace} pace @param {string} [encoding] */
  async open(pace, encoding) {
    const familiar = (/** @type {string} */ text) => text.split(/[\r\n]+/, 30).reduce((most, line) => Math.max(most, this.fitOf(line.split(/[,;\t]/))), 0);
    this.book = await openBook(this.bytes, this.name, familiar, encoding);
    this.sheets.clear();
    this.assigned.clear();
    this.chosen = await this.fitting(this.book, pace);
  }

  /** Takes over the file that another import opened. @param {Import} other */
  adopt(other) {
    this.book = other.book;
    this.sheets = other.sheets;
  }

  /** @param {string[]} heads @returns {number} how many columns of the roster they name */
  fitOf(heads) {
    return new Set(heads.map((head) => targetOf(this.targets, head)).filter((target) => target >= 0)).size;
  }

  /** @param {Sheet} sheet @returns {number} how many columns of the roster its headings name */
  fitOfSheet({ rows }) {
    return Math.max(0, ...rows.slice(0, 30).map(({ cells }) => this.fitOf(cells.map(({ text }) => text))));
  }

  /** How well the file fits the roster: the share of its columns that the headings name. @param {Pace} pace */
  async fit(pace) {
    await this.open(pace);
    return this.fitOfSheet(await this.sheet(this.chosen, pace)) / this.targets.columns.length;
  }

  /** The sheet of the roster's name, or the one whose headings fit best. @param {Book} book @param {Pace} pace */
  async fitting({ sheets }, pace) {
    const named = sheets.findIndex(({ name, hidden }) => !hidden && [...this.titles, plainName(this.roster.id)].includes(plainName(name)));
    if (named >= 0) return named;
    const shown = sheets.map((_, at) => at).filter((at) => !sheets[at].hidden);
    if (shown.length < 2) return shown[0] ?? 0;
    let best = shown[0];
    let most = 0;
    for (const at of shown.slice(0, LOOKED)) {
      const fit = this.fitOfSheet(await this.sheet(at, pace));
      if (fit > most) {
        most = fit;
        best = at;
      }
    }
    return best;
  }

  /** @param {number} at @param {Pace} pace */
  async sheet(at, pace) {
    const known = this.sheets.get(at);
    if (known) return known;
    const sheet = await /** @type {Book} */ (this.book).read(at, pace);
    this.sheets.set(at, sheet);
    return sheet;
  }

  /** @param {number} at */
  choose(at) {
    this.chosen = at;
    this.assigned.clear();
  }

  /** What would come into the roster. @param {Pace} pace */
  async taken(pace) {
    const { form, since1904 } = /** @type {Book} */ (this.book);
    const sheet = await this.sheet(this.chosen, pace);
    return takeSheet(sheet, this.targets, { digits: this.digits, since1904, isText: form === "text", assigned: this.assigned }, pace);
  }
}

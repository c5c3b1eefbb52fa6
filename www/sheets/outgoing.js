// What the page gives to spreadsheets: a roster with its results, and a template of a scheme to fill in.
import { rosterList, optionsOf } from "../grid/lists.js";
import { sheetOf } from "../grid/sheet.js";
import { t } from "../language.js";
import { columnName } from "./book.js";
import { headOf } from "./columns.js";
import { numberOfDay } from "./days.js";
import { isShort, narrow, plainDecimal } from "./decimal.js";
import { sheetWord } from "./words.js";
import { namesOf, writeWorkbook } from "./writing.js";

/**
 * @typedef {import("../store.js").Store} Store
 * @typedef {import("../engine.js").RosterForm} RosterForm
 * @typedef {import("../engine.js").Field} Field
 * @typedef {import("../grid/lists.js").List} List
 * @typedef {import("../grid/lists.js").ListColumn} ListColumn
 * @typedef {import("./writing.js").Sent} Sent
 * @typedef {import("./writing.js").SheetToWrite} SheetToWrite
 */

/** @typedef {{ asText: number, rounded: number }} Counts how many numbers had to be written as texts, because spreadsheets
 *   keep fifteen digits, and how many that do not end are written as they are shown */

/**
 * A roster with its results as a workbook.
 *
 * @param {Store} store
 * @param {RosterForm} roster
 * @returns {Promise<{ bytes: Uint8Array } & Counts>}
 */
export async function rosterBook(store, roster) {
  const counts = { asText: 0, rounded: 0 };
  const bytes = await writeWorkbook([rosterSheet(store, roster, counts)]);
  return { bytes, ...counts };
}

/**
 * Every roster with its results, and the results of the whole scheme, as one workbook.
 *
 * @param {Store} store
 * @returns {Promise<{ bytes: Uint8Array } & Counts>}
 */
export async function wholeBook(store) {
  const counts = { asText: 0, rounded: 0 };
  const sheets = [...store.description.rosters.map((roster) => rosterSheet(store, roster, counts)), resultSheet(store, counts)];
  return { bytes: await writeWorkbook(sheets), ...counts };
}

/** @param {Store} store @param {RosterForm} roster @param {Counts} counts @returns {SheetToWrite} */
function rosterSheet(store, roster, counts) {
  const list = rosterList(store, roster);
  const { columns } = list;
  const model = sheetOf(store, list, { explain() {}, say() {} });
  const count = model.count();
  model.prepare(0, count);
  const kinds = columns.map((column) => kindOf(store, roster, column));
  const rows = Array.from({ length: count }, (_, row) =>
    columns.map((column, at) => {
      const { text, mark } = model.cell(row, at);
      if (mark === "failed" || mark === "open") return words(text);
      if (kinds[at] === "date") return dayCell(text);
      return kinds[at] === "quantity" ? numberCell(text, column.figure, counts) : words(text);
    }),
  );
  return { name: roster.title, head: columns.map(headOf), rows };
}

/** The figures of the whole scheme and the totals of the rosters. @param {Store} store @param {Counts} counts @returns {SheetToWrite} */
function resultSheet({ description, summary }, counts) {
  const shown = new Set(description.outputs.flatMap((output) => output.steps));
  const line = (/** @type {string} */ kind) => (/** @type {import("../engine.js").Summary["figures"][0]} */ { step, figure }) => {
    const form = description.steps.find(({ id }) => id === step);
    if (!form || !shown.has(step)) return [];
    const text = figure.shown || figure.message || "";
    return [[words(form.title), figure.shown && form.kind === "quantity" ? numberCell(text, true, counts) : words(text), words(form.unit || ""), words(kind)]];
  };
  const rows = [...summary.figures.flatMap(line("")), ...summary.totals.flatMap(line(t("total")))];
  return { name: sheetWord("resultSheet"), head: [sheetWord("resultTitle"), sheetWord("resultValue"), sheetWord("notesUnit"), sheetWord("resultKind")], rows };
}

/** @param {Store} store @param {RosterForm} roster @param {ListColumn} column */
function kindOf(store, roster, { key, step }) {
  const form = step ? store.description.steps.find(({ id }) => id === step) : roster.columns.find(({ id }) => id === key);
  return form ? form.kind : "words";
}

/** @param {string} text @returns {Sent} */
function words(text) {
  return { is: "text", text };
}

/** @param {string} text @returns {Sent} */
function dayCell(text) {
  const number = numberOfDay(text);
  return number === null ? words(text) : { is: "date", text: number };
}

/**
 * @param {string} shown
 * @param {boolean} isFigure
 * @param {{ asText: number, rounded: number }} counts
 * @returns {Sent}
 */
function numberCell(shown, isFigure, counts) {
  const bare = narrow(shown.replace(/^≈\s*/, "")).replace(/,/g, "");
  const number = /^[+-]?\d+(\.\d+)?$/.test(bare) ? plainDecimal(bare) : null;
  if (number === null) return words(shown);
  if (!isShort(number)) {
    counts.asText += 1;
    return words(bare);
  }
  if (bare !== shown && shown.startsWith("≈")) counts.rounded += 1;
  const point = bare.indexOf(".");
  return isFigure ? { is: "number", text: number, places: point < 0 ? 0 : bare.length - point - 1 } : { is: "number", text: number };
}

/**
 * A workbook to fill in: a sheet for each roster, what every column means, and what may stand in it.
 *
 * @param {Store} store
 * @returns {Promise<Uint8Array>}
 */
export function templateBook(store) {
  const { rosters } = store.description;
  const lists = rosters.map((roster) => ({ roster, columns: rosterList(store, roster).columns.filter(({ entered }) => entered) }));
  const names = namesOf([...rosters.map(({ title }) => title), sheetWord("notesSheet"), sheetWord("optionsSheet")]);
  const optionsName = names[names.length - 1];
  /** @type {{ head: string, titles: string[] }[]} */
  const offered = [];
  const pages = lists.map(({ roster, columns }) => ({ name: roster.title, head: columns.map(headOf), rows: [], choices: columns.map((column) => offer(column, optionsName, offered)) }));
  const height = Math.max(0, ...offered.map(({ titles }) => titles.length));
  /** @type {SheetToWrite[]} */
  const sheets = [
    ...pages,
    { name: sheetWord("notesSheet"), head: ["notesList", "notesColumn", "notesId", "notesUnit", "notesAllowed", "notesMeaning"].map((word) => sheetWord(/** @type {any} */ (word))), rows: lists.flatMap(({ roster, columns }) => columns.map((column) => noteRow(store, roster, column))), wraps: true },
  ];
  if (offered.length > 0) sheets.push({ name: sheetWord("optionsSheet"), head: offered.map(({ head }) => head), rows: Array.from({ length: height }, (_, row) => offered.map(({ titles }) => words(titles[row] || ""))) });
  return writeWorkbook(sheets);
}

/**
 * Where the allowed values of a column stand; null where anything may.
 *
 * @param {ListColumn} column
 * @param {string} sheet
 * @param {{ head: string, titles: string[] }[]} offered
 */
function offer({ title, options }, sheet, offered) {
  if (!options || options.length === 0) return null;
  const titles = options.map((option) => option.title);
  let at = offered.findIndex((one) => one.titles.join("\n") === titles.join("\n"));
  if (at < 0) at = offered.push({ head: title, titles }) - 1;
  const name = columnName(at);
  return `'${sheet.replace(/'/g, "''")}'!$${name}$2:$${name}$${titles.length + 1}`;
}

/** @param {Store} store @param {RosterForm} roster @param {ListColumn} column @returns {Sent[]} */
function noteRow(store, roster, column) {
  const field = roster.columns.find(({ id }) => id === column.key);
  const id = column.item === undefined ? column.key : `${column.key}.${column.item}`;
  const meaning = field ? column.note : column.key === "name" ? sheetWord("nameMeaning") : sheetWord("ownerMeaning", { title: column.title });
  return [roster.title, headOf(column), id, column.unit, field ? allowed(store, field) : "", meaning].map(words);
}

/** @param {Store} store @param {Field} field */
function allowed(store, field) {
  const { kind, min, max, whole, places, optional, value } = field;
  const options = field.per ? null : optionsOf(store, field);
  const said = [
    options ? options.map(({ title }) => title).join(" / ") : kind === "date" ? t("dateForm") : kind === "quantity" ? sheetWord("aNumber") : "",
    min !== null && max !== null ? t("between", { min, max }) : min !== null ? t("atLeast", { min }) : max !== null ? t("atMost", { max }) : "",
    whole ? t("wholeNumber") : places !== null ? sheetWord("atMostPlaces", { places }) : "",
    optional || field.per ? t("optional") : "",
    value !== null && !field.per ? sheetWord("standardValue", { value }) : "",
  ];
  return said.filter(Boolean).join(sheetWord("semicolon"));
}

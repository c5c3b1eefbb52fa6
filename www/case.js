// The facts of a case as plain values that never change: every edit gives new facts that share what stayed the same.
import { isRecord } from "./record.js";

/**
 * @typedef {import("./engine.js").Facts} Facts
 * @typedef {import("./engine.js").FactRow} FactRow
 * @typedef {import("./engine.js").FactValue} FactValue
 * @typedef {import("./engine.js").TableForm} TableForm
 *
 * @typedef {{ scheme: string | null, format: number, on: string | null, inputs: Record<string, FactValue>,
 *   parameters: Record<string, FactValue>, choices: Record<string, string>, tables: Record<string, FactRow[]>,
 *   rosters: Record<string, FactRow[]>, taken?: Record<string, import("./engine.js").TakenFrom> }} Case every section present
 *
 * @typedef {{ part: "on" }} DayPlace
 * @typedef {{ part: "inputs" | "parameters" | "choices", id: string, item?: string }} ValuePlace
 * @typedef {{ part: "rosters", list: string, row: number, column: string, item?: string }} RosterPlace
 * @typedef {{ part: "tables", table: TableForm, row: number, column: string }} TablePlace
 * @typedef {DayPlace | ValuePlace | RosterPlace | TablePlace} Place where a value is entered
 */

/** The number of the form of facts that this page writes. */
export const FORMAT = 1;

/**
 * A case in which nothing is entered.
 *
 * @param {string} scheme
 * @returns {Case}
 */
export function emptyCase(scheme) {
  return { scheme, format: FORMAT, on: null, inputs: {}, parameters: {}, choices: {}, tables: {}, rosters: {} };
}

/**
 * Facts with every section present, however few were written.
 *
 * @param {unknown} facts
 * @returns {Case | null} null where these are no facts
 */
export function completeCase(facts) {
  if (!isRecord(facts)) return null;
  const whole = { ...emptyCase(""), ...facts };
  const sections = [whole.inputs, whole.parameters, whole.choices, whole.tables, whole.rosters];
  const lists = sections.every(isRecord) ? [...Object.values(whole.tables), ...Object.values(whole.rosters)] : [null];
  return lists.every((rows) => Array.isArray(rows) && rows.every(isRecord)) ? whole : null;
}

/**
 * The path of a place in the engine's words.
 *
 * @param {Place} place
 * @param {Case} facts
 */
export function pathOf(place, facts) {
  switch (place.part) {
    case "on":
      return "on";
    case "rosters":
      return `rosters.${place.list}[${place.row}].${place.column}${place.item === undefined ? "" : `.${place.item}`}`;
    case "tables":
      return `tables.${place.table.id}.${tableRows(facts, place.table)[place.row].id}.${place.column}`;
    default:
      return `${place.part}.${place.id}${place.item === undefined ? "" : `.${place.item}`}`;
  }
}

/**
 * What is entered at a place; null where nothing ever was.
 *
 * @param {Case} facts
 * @param {Place} place
 * @returns {string | null}
 */
export function textAt(facts, place) {
  switch (place.part) {
    case "on":
      return facts.on;
    case "rosters": {
      const row = (facts.rosters[place.list] || [])[place.row];
      return row ? textOf(row[place.column], place.item) : null;
    }
    case "tables": {
      const row = tableRows(facts, place.table)[place.row];
      return row ? textOf(row[place.column], undefined) : null;
    }
    default:
      return textOf(facts[place.part][place.id], place.item);
  }
}

/**
 * @param {FactValue | undefined} value
 * @param {string | undefined} item row of the table that a value is entered for each row of
 * @returns {string | null}
 */
export function textOf(value, item) {
  if (value === undefined || value === null) return null;
  if (item === undefined) return typeof value === "object" ? null : String(value);
  if (typeof value !== "object") return null;
  return item in value ? String(value[item]) : null;
}

/**
 * The case with a text at a place; null takes the entry away.
 *
 * @param {Case} facts
 * @param {Place} place
 * @param {string | null} text
 * @returns {Case}
 */
export function withText(facts, place, text) {
  switch (place.part) {
    case "on":
      return { ...facts, on: text };
    case "rosters": {
      const rows = (facts.rosters[place.list] || []).slice();
      rows[place.row] = withEntry(rows[place.row] || {}, place.column, place.item, text);
      return { ...facts, rosters: { ...facts.rosters, [place.list]: rows } };
    }
    case "tables": {
      const rows = tableRows(facts, place.table).slice();
      rows[place.row] = withEntry(rows[place.row], place.column, undefined, text);
      return { ...facts, tables: { ...facts.tables, [place.table.id]: rows } };
    }
    default:
      return { ...facts, [place.part]: withEntry(facts[place.part], place.id, place.item, text) };
  }
}

/**
 * @template {Record<string, FactValue>} Entries
 * @param {Entries} entries
 * @param {string} id
 * @param {string | undefined} item
 * @param {string | null} text
 * @returns {Entries}
 */
function withEntry(entries, id, item, text) {
  /** @type {Record<string, FactValue>} */
  const changed = { ...entries };
  if (item !== undefined) {
    const before = changed[id];
    const items = { ...(typeof before === "object" ? before : {}) };
    if (text === null || text === "") delete items[item];
    else items[item] = text;
    changed[id] = items;
  } else if (text === null) delete changed[id];
  else changed[id] = text;
  return /** @type {Entries} */ (changed);
}

/**
 * The rows of a table as they count now: the hospital's own, or the scheme's.
 * In a fixed table every row counts, in the scheme's order, whether the hospital lists it or not.
 *
 * @param {Case} facts
 * @param {TableForm} table
 * @returns {FactRow[]}
 */
export function tableRows(facts, table) {
  const own = facts.tables[table.id];
  if (!own) return schemeRows(table);
  if (!table.fixed) return own;
  return table.rows.map(({ id }) => own.find((row) => row.id === id) || { id });
}

/** @type {WeakMap<TableForm, FactRow[]>} */
const rowsOfSchemes = new WeakMap();

/**
 * The rows of a table as the scheme has them, in the form of facts. Titles stay the scheme's, so that they follow the
 * language.
 *
 * @param {TableForm} table
 */
function schemeRows(table) {
  let rows = rowsOfSchemes.get(table);
  if (!rows) {
    rows = table.rows.map((row) => {
      /** @type {FactRow} */
      const entries = { id: row.id };
      if (table.of && row.of !== null) entries[table.of] = row.of;
      if (row.from !== null) entries.from = row.from;
      if (row.to !== null) entries.to = row.to;
      if (row.below !== null) entries.below = row.below;
      table.columns.forEach((column, at) => {
        const cell = row.cells[at];
        if (cell !== null) entries[column.id] = cell;
      });
      return entries;
    });
    rowsOfSchemes.set(table, rows);
  }
  return rows;
}

/**
 * The case without the hospital's own rows of a table.
 *
 * @param {Case} facts
 * @param {string} table
 * @returns {Case}
 */
export function withoutTable(facts, table) {
  const tables = { ...facts.tables };
  delete tables[table];
  return { ...facts, tables };
}

/**
 * The case with other rows in a roster.
 *
 * @param {Case} facts
 * @param {string} list
 * @param {FactRow[]} rows
 * @returns {Case}
 */
export function withRows(facts, list, rows) {
  return { ...facts, rosters: { ...facts.rosters, [list]: rows } };
}

/**
 * The case with other rows in a table.
 *
 * @param {Case} facts
 * @param {string} table
 * @param {FactRow[]} rows
 * @returns {Case}
 */
export function withTableRows(facts, table, rows) {
  return { ...facts, tables: { ...facts.tables, [table]: rows } };
}

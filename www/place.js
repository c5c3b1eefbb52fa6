// What people call the place of a path: "護士甲 · 班數 · 夜班" for `rosters.nurse[0].shifts.night`.
import { tableRows, textOf } from "./case.js";
import { rowTitle } from "./grid/lists.js";
import { t } from "./language.js";

/**
 * @typedef {import("./store.js").Store} Store
 * @typedef {import("./engine.js").Field} Field
 */

/**
 * The place of a problem, without the parts of its name that the message quotes itself; empty where none is left.
 *
 * @param {Store} store
 * @param {string | null} path
 * @param {string} message
 */
export function placeBefore(store, path, message) {
  const isSaid = (/** @type {string} */ part) => message.includes(`「${part}」`) || message.includes(`“${part}”`);
  return (path === null ? [] : partsOf(store, path)).filter((part) => part !== "" && !isSaid(part)).join(" · ");
}

/** @param {Store} store @param {string} path @returns {string[]} */
function partsOf(store, path) {
  const { description } = store;
  const [part, id, ...rest] = path.replace(/\[(\d+)\]/, ".$1").split(".");
  if (part === "on") return [t("day")];
  if (part === "inputs" || part === "parameters") return ofField(store, description[part].find((field) => field.id === id), rest[0]);
  if (part === "choices") return titled(description.choices.find((choice) => choice.id === id));
  if (part === "step" || part === "steps") return ofStep(store, id, rest[0]);
  if (part === "rosters") return ofRoster(store, id, rest);
  if (part === "tables") return ofTable(store, id, rest);
  return [];
}

/** @param {{ title: string } | undefined} one */
function titled(one) {
  return one ? [one.title] : [];
}

/** @param {Store} store @param {Field | undefined} field @param {string | undefined} item */
function ofField(store, field, item) {
  const table = field && field.per && store.description.tables.find(({ id }) => id === field.per);
  const row = table && tableRows(store.facts, table).find(({ id }) => id === item);
  return [...titled(field), ...(table && row ? [rowTitle(table, row)] : [])];
}

/** @param {Store} store @param {string} id @param {string | undefined} row */
function ofStep(store, id, row) {
  const step = store.description.steps.find((one) => one.id === id);
  const table = step && store.description.tables.find((one) => one.id === step.each);
  const tableRow = table && row !== undefined ? tableRows(store.facts, table)[Number(row)] : undefined;
  const name = table && tableRow ? rowTitle(table, tableRow) : step && step.each && row !== undefined ? nameOf(store, step.each, row) : "";
  return [name, ...titled(step)];
}

/** @param {Store} store @param {string} id @param {string[]} rest row, column, item */
function ofRoster(store, id, [row, column, item]) {
  const roster = store.description.rosters.find((one) => one.id === id);
  if (!roster) return [];
  if (column === "name") return [nameOf(store, id, row), roster.name];
  return [nameOf(store, id, row), ...ofField(store, roster.columns.find((field) => field.id === column), item)];
}

/** @param {Store} store @param {string} id @param {string[]} rest row, column */
function ofTable(store, id, [row, column]) {
  const table = store.description.tables.find((one) => one.id === id);
  const entries = table && tableRows(store.facts, table).find((one) => one.id === row);
  if (!table) return [];
  const field = table.columns.find((one) => one.id === column);
  return [entries ? rowTitle(table, entries) : "", ...titled(field || table)];
}

/** @param {Store} store @param {string} roster @param {string | undefined} row */
function nameOf(store, roster, row) {
  if (row === undefined) return "";
  const entries = (store.facts.rosters[roster] || [])[Number(row)];
  return (entries && textOf(entries.name, undefined)) || t("rowAt", { number: Number(row) + 1 });
}

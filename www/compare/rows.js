// Rows of tables that a proposal adds and removes: today's facts with them, and who is concerned.
import { tableRows, textOf } from "../case.js";
import { rowTitle } from "../grid/lists.js";
import { withProposal } from "./plan.js";

/**
 * @typedef {import("../store.js").Store} Store
 * @typedef {import("../case.js").Case} Case
 * @typedef {import("../engine.js").TableForm} TableForm
 * @typedef {import("../engine.js").Description} Description
 * @typedef {import("../engine.js").FactRow} FactRow
 * @typedef {import("./plan.js").Plan} Plan
 * @typedef {import("./plan.js").ProposedRow} ProposedRow
 *
 * @typedef {{ table: TableForm, id: string, title: string }} TableRow
 */

/**
 * Today's facts with the rows that a proposal has in some tables. What was entered for each row of such a table goes
 * with the row; a column that names one keeps the name, so that it is a problem where somebody has it.
 *
 * @param {Pick<Store, "facts" | "description">} store
 * @param {Record<string, ProposedRow[]>} rows
 * @returns {Case}
 */
export function proposedFacts({ facts, description }, rows) {
  const known = description.tables.filter(({ id }) => id in rows);
  if (known.length === 0) return facts;
  const tables = { ...facts.tables };
  for (const table of known) {
    const own = facts.tables[table.id];
    // A row of the scheme stands without its values: they may depend on the day.
    const row = (/** @type {ProposedRow} */ { id, title, of }) => (own ? own.find((one) => one.id === id) : title === undefined && { id }) || fresh(table, id, title, of);
    tables[table.id] = rows[table.id].map(row);
  }
  /** @type {Case["rosters"]} */
  const rosters = {};
  for (const [id, list] of Object.entries(facts.rosters)) {
    const roster = description.rosters.find((one) => one.id === id);
    const columns = (roster ? roster.columns : []).filter(({ per }) => per !== null && per in rows);
    rosters[id] = columns.length === 0 ? list : list.map((row) => columns.reduce((entries, { id: column, per }) => kept(entries, column, rows[String(per)]), row));
  }
  const [inputs, parameters] = /** @type {const} */ (["inputs", "parameters"]).map((part) =>
    description[part].filter(({ per }) => per !== null && per in rows).reduce((entries, { id, per }) => kept(entries, id, rows[String(per)]), facts[part]),
  );
  return { ...facts, tables, rosters, inputs, parameters };
}

/** @param {TableForm} table @param {string} id @param {string} [title] @param {string} [of] @returns {FactRow} */
function fresh(table, id, title = "", of = "") {
  return table.of ? { id, title, [table.of]: of } : { id, title };
}

/**
 * What was entered for each row of a table, for the rows that are left.
 *
 * @template {Record<string, import("../engine.js").FactValue>} Entries
 * @param {Entries} entries
 * @param {string} column
 * @param {ProposedRow[]} rows
 * @returns {Entries}
 */
function kept(entries, column, rows) {
  const cells = entries[column];
  if (typeof cells !== "object" || cells === null) return entries;
  const left = Object.fromEntries(Object.entries(cells).filter(([id]) => rows.some((row) => row.id === id)));
  return { ...entries, [column]: left };
}

/**
 * The rows of a table as a proposal has them.
 *
 * @param {Store} store
 * @param {import("./plan.js").Proposal} proposal
 * @param {TableForm} table
 * @returns {ProposedRow[]}
 */
export function rowsOf(store, proposal, table) {
  return proposal.rows[table.id] || tableRows(store.facts, table).map((row) => ({ id: String(row.id) }));
}

/**
 * The same with what is entered in them today.
 *
 * @param {Store} store
 * @param {Pick<import("./plan.js").Proposal, "rows">} proposal
 * @param {TableForm} table
 * @returns {FactRow[]}
 */
export function rowsShown(store, { rows }, table) {
  const today = tableRows(store.facts, table);
  if (!(table.id in rows)) return today;
  return rows[table.id].map(({ id, title, of }) => today.find((row) => row.id === id) || fresh(table, id, title, of));
}

/**
 * The plan with these rows of a table in the proposal that is shown; texts of rows that are gone go too.
 *
 * @param {Plan} plan
 * @param {Store} store
 * @param {TableForm} table
 * @param {ProposedRow[]} list
 */
export function withTableRows(plan, store, table, list) {
  const proposal = plan.proposals[plan.shown];
  const today = tableRows(store.facts, table).map((row) => String(row.id));
  const same = list.length === today.length && list.every(({ id }, at) => id === today[at]);
  const rows = { ...proposal.rows };
  if (same) delete rows[table.id];
  else rows[table.id] = list;
  const start = `tables.${table.id}.`;
  const stays = (/** @type {string} */ path) => !path.startsWith(start) || list.some(({ id }) => path.startsWith(`${start}${id}.`));
  const changes = Object.fromEntries(Object.entries(proposal.changes).filter(([path]) => stays(path)));
  return withProposal(plan, { rows, changes });
}

/** An id that neither today's rows nor the proposal's have. @param {Store} store @param {TableForm} table @param {ProposedRow[]} list */
export function freeId(store, table, list) {
  const taken = [...tableRows(store.facts, table), ...list, ...table.rows].map(({ id }) => id);
  let number = taken.length + 1;
  while (taken.includes(`own_${number}`)) number += 1;
  return `own_${number}`;
}

/**
 * The rows of today that a proposal does not have.
 *
 * @param {Store} store
 * @param {import("./plan.js").Proposal} proposal
 * @returns {TableRow[]}
 */
export function removedRows(store, { rows }) {
  return store.description.tables
    .filter(({ id }) => id in rows)
    .flatMap((table) => tableRows(store.facts, table).filter((row) => !rows[table.id].some(({ id }) => id === row.id)).map((row) => ({ table, id: String(row.id), title: rowTitle(table, row) })));
}

/**
 * The names of those who have a row of a table or have done any of it.
 *
 * @param {Store} store
 * @param {TableForm} table
 * @param {string} id of the row
 * @returns {string[]}
 */
export function whoHas({ facts, description }, table, id) {
  const names = description.rosters.flatMap((roster) => {
    const columns = roster.columns.filter(({ per, oneOf }) => per === table.id || oneOf === table.id);
    const has = (/** @type {FactRow} */ row) =>
      (roster.of === table.id && textOf(row[table.id], undefined) === id) ||
      columns.some(({ id: column, per }) => (per === table.id ? isSome(textOf(row[column], id)) : textOf(row[column], undefined) === id));
    return (facts.rosters[roster.id] || []).filter(has).map((row) => textOf(row.name, undefined) || "");
  });
  return [...new Set(names)];
}

/** @param {string | null} text */
function isSome(text) {
  return text !== null && !/^\s*0*(\.0*)?\s*$/.test(text);
}

/** The columns of rosters that hold a value for each row of a table. @param {Description} description @param {TableForm} table */
export function countedIn({ rosters }, table) {
  return rosters.flatMap((roster) => roster.columns.filter(({ per }) => per === table.id).map(({ title }) => title));
}

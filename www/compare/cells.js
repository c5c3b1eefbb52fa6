// The cells of a scheme that a proposal may change: choices, parameters, values and edges of tables, and amounts.
import { textOf } from "../case.js";
import { optionsOf, rowTitle } from "../grid/lists.js";
import { t } from "../language.js";
import { NOTHING } from "./plan.js";
import { rowsShown } from "./rows.js";
import { c } from "./words.js";

/**
 * @typedef {import("../store.js").Store} Store
 * @typedef {Pick<import("./plan.js").Proposal, "rows" | "changes">} Proposal what of a proposal lists its rows
 * @typedef {import("../engine.js").Field} Field
 * @typedef {import("../engine.js").TableForm} TableForm
 * @typedef {import("../engine.js").FactRow} FactRow
 *
 * @typedef {object} Cell
 * @property {string} path
 * @property {string} title
 * @property {string} unit
 * @property {string} today what counts today, as it is typed
 * @property {{ value: string, title: string }[] | null} options what may be chosen; null where anything may be typed
 * @property {boolean} number
 * @property {boolean} people whether it holds a row of a roster, so that it may name somebody
 * @property {string | null} joined the edge that ends or begins where this one does: both change together
 *
 * @typedef {{ id: string, title: string, cells: Cell[] }} Group
 */

/**
 * Every cell, in the groups that the scheme's screen shows.
 *
 * @param {Store} store with today's facts
 * @param {Proposal} [proposal] whose rows of tables are listed
 * @returns {Group[]}
 */
export function cellGroups(store, proposal = NOTHING) {
  const { inputs, parameters, choices, tables } = store.description;
  const amounts = inputs.filter(({ kind }) => kind === "quantity").flatMap((field) => fieldCells(store, proposal, field, "inputs"));
  const groups = [
    { id: "choices", title: t("choices"), cells: choices.map((choice) => choiceCell(store, choice)) },
    ...tables.map((table) => ({ id: `tables.${table.id}`, title: table.title, cells: tableCells(store, proposal, table) })),
    { id: "parameters", title: c("values"), cells: parameters.flatMap((field) => fieldCells(store, proposal, field, "parameters")) },
    { id: "inputs", title: c("amounts"), cells: amounts },
  ];
  return groups.filter(({ cells }) => cells.length > 0);
}

/** @param {Store} store @param {import("../engine.js").ChoiceForm} choice @returns {Cell} */
function choiceCell({ facts }, choice) {
  return {
    path: `choices.${choice.id}`,
    title: choice.title,
    unit: "",
    today: facts.choices[choice.id] || choice.default || "",
    options: choice.options.map(({ id, title }) => ({ value: id, title })),
    number: false,
    people: false,
    joined: null,
  };
}

/** @param {Store} store @param {Proposal} proposal @param {Field} field @param {"inputs" | "parameters"} part @returns {Cell[]} */
function fieldCells(store, proposal, field, part) {
  const entered = store.facts[part][field.id];
  const shared = { unit: field.unit || "", options: optionsOf(store, field), number: field.kind === "quantity", people: namesPeople(store, field), joined: null };
  const table = field.per && store.description.tables.find(({ id }) => id === field.per);
  if (!table) return [{ ...shared, path: `${part}.${field.id}`, title: field.title, today: textOf(entered, undefined) || field.value || "" }];
  return rowsShown(store, proposal, table).map((row) => ({
    ...shared,
    path: `${part}.${field.id}.${row.id}`,
    title: `${field.title} · ${rowTitle(table, row)}`,
    today: textOf(entered, String(row.id)) || field.value || "",
  }));
}

/** @param {Store} store @param {Proposal} proposal @param {TableForm} table @returns {Cell[]} */
function tableCells(store, proposal, table) {
  const edges = table.kind === "plain" ? [] : edgesOf(table);
  const fields = table.columns.map((field) => ({ id: field.id, title: field.title, unit: field.unit || "", options: optionsOf(store, field), number: field.kind === "quantity", people: namesPeople(store, field), standard: field.value || "" }));
  const columns = [...edges, ...fields];
  const rows = rowsShown(store, proposal, table);
  const path = (/** @type {FactRow} */ row, /** @type {string} */ id) => `tables.${table.id}.${row.id}.${id}`;
  const isEdge = (/** @type {string} */ id) => edges.some((edge) => edge.id === id);
  const standard = (/** @type {FactRow} */ row, /** @type {string} */ id) => edgeToday(table, row, id) || "";
  // A row has one upper edge, if any: the other kind would only puzzle.
  const has = (/** @type {FactRow} */ row, /** @type {{ id: string }} */ { id }) => !isEdge(id) || standard(row, id) !== "" || path(row, id) in proposal.changes;
  const joined = (/** @type {number} */ at, /** @type {string} */ id) => {
    const [row, next, last] = [rows[at], rows[at + 1], rows[at - 1]];
    const text = (/** @type {FactRow} */ one, /** @type {string} */ edge) => proposal.changes[path(one, edge)] || standard(one, edge);
    if (!isEdge(id) || text(row, id) === "") return null;
    if (id === "from") return (last && ["to", "below"].filter((end) => text(last, end) === text(row, "from")).map((end) => path(last, end))[0]) || null;
    return next && text(next, "from") === text(row, id) ? path(next, "from") : null;
  };
  return rows.flatMap((row, at) =>
    columns.filter((column) => has(row, column)).map((column) => ({
      path: path(row, column.id),
      title: columns.length > 1 ? `${rowTitle(table, row)} · ${column.title}` : rowTitle(table, row),
      unit: column.unit,
      today: isEdge(column.id) ? standard(row, column.id) : textOf(row[column.id], undefined) || (proposal.rows[table.id] && row.title !== undefined ? "" : column.standard),
      options: column.options,
      number: column.number,
      people: column.people,
      joined: joined(at, column.id),
    })),
  );
}

/** What a row of a graded table begins and ends with. */
const EDGES = /** @type {const} */ (["from", "to", "below"]);

/**
 * An edge of a row today: the hospital's own, or the scheme's where it has none.
 *
 * @param {TableForm} table
 * @param {FactRow} row
 * @param {string} id
 */
function edgeToday(table, row, id) {
  const own = EDGES.some((edge) => textOf(row[edge], undefined));
  if (own) return textOf(row[/** @type {"from"} */ (id)], undefined);
  const known = table.rows.find((one) => one.id === row.id);
  return known ? known[/** @type {"from"} */ (id)] : null;
}

/**
 * The changes of a proposal with all edges of the tables in which one is changed: a row in which an edge is typed has no
 * others than those typed.
 *
 * @param {Proposal} proposal
 * @param {Store} store
 * @returns {Record<string, string>}
 */
export function withEdges(proposal, store) {
  /** @type {Record<string, string>} */
  const edges = {};
  for (const table of store.description.tables) {
    const start = `tables.${table.id}.`;
    if (table.kind === "plain" || !Object.keys(proposal.changes).some((path) => path.startsWith(start) && /\.(from|to|below)$/.test(path))) continue;
    for (const row of rowsShown(store, proposal, table)) for (const edge of EDGES) {
      const text = edgeToday(table, row, edge);
      if (text) edges[`${start}${row.id}.${edge}`] = text;
    }
  }
  return { ...edges, ...proposal.changes };
}

/** Whether what is entered names a row of a roster, or is free text. @param {Store} store @param {Field} field */
function namesPeople({ description }, { kind, oneOf }) {
  return kind === "words" || (kind === "row" && description.rosters.some(({ id }) => id === oneOf));
}

/** The edges that the rows of a table use. @param {TableForm} table */
function edgesOf(table) {
  const used = (/** @type {"from" | "to" | "below"} */ edge) => table.rows.some((row) => row[edge] !== null);
  const words = { from: t("edgeFrom"), to: table.kind === "tiers" ? t("edgeTo") : t("edgeToIncluded"), below: t("edgeBelow") };
  return /** @type {const} */ (["from", "to", "below"]).filter(used).map((id) => ({ id, title: words[id], unit: table.by || "", options: null, number: true, people: false, standard: "" }));
}

/**
 * What a text in a cell is called: the title of the option, or the text.
 *
 * @param {Cell} cell
 * @param {string} text
 */
export function said({ options }, text) {
  const option = options && options.find(({ value }) => value === text);
  return (option ? option.title : text) || t("nothing");
}

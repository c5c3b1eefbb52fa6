// The cells of a scheme that a proposal may change: choices, parameters, values and edges of tables, and amounts.
import { tableRows, textOf } from "../case.js";
import { optionsOf, rowTitle } from "../grid/lists.js";
import { t } from "../language.js";
import { c } from "./words.js";

/**
 * @typedef {import("../store.js").Store} Store
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
 *
 * @typedef {{ id: string, title: string, cells: Cell[] }} Group
 */

/**
 * Every cell, in the groups that the scheme's screen shows.
 *
 * @param {Store} store with today's facts
 * @returns {Group[]}
 */
export function cellGroups(store) {
  const { inputs, parameters, choices, tables } = store.description;
  const amounts = inputs.filter(({ kind }) => kind === "quantity").flatMap((field) => fieldCells(store, field, "inputs"));
  const groups = [
    { id: "choices", title: t("choices"), cells: choices.map((choice) => choiceCell(store, choice)) },
    ...tables.map((table) => ({ id: `tables.${table.id}`, title: table.title, cells: tableCells(store, table) })),
    { id: "parameters", title: c("values"), cells: parameters.flatMap((field) => fieldCells(store, field, "parameters")) },
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
  };
}

/** @param {Store} store @param {Field} field @param {"inputs" | "parameters"} part @returns {Cell[]} */
function fieldCells(store, field, part) {
  const entered = store.facts[part][field.id];
  const shared = { unit: field.unit || "", options: optionsOf(store, field), number: field.kind === "quantity", people: namesPeople(store, field) };
  const table = field.per && store.description.tables.find(({ id }) => id === field.per);
  if (!table) return [{ ...shared, path: `${part}.${field.id}`, title: field.title, today: textOf(entered, undefined) || field.value || "" }];
  return tableRows(store.facts, table).map((row) => ({
    ...shared,
    path: `${part}.${field.id}.${row.id}`,
    title: `${field.title} · ${rowTitle(table, row)}`,
    today: textOf(entered, String(row.id)) || field.value || "",
  }));
}

/** @param {Store} store @param {TableForm} table @returns {Cell[]} */
function tableCells(store, table) {
  const edges = table.kind === "plain" ? [] : edgesOf(table);
  const fields = table.columns.map((field) => ({ id: field.id, title: field.title, unit: field.unit || "", options: optionsOf(store, field), number: field.kind === "quantity", people: namesPeople(store, field), standard: field.value || "" }));
  const columns = [...edges, ...fields];
  // A row has one upper edge, if any: the other kind would only puzzle.
  const has = (/** @type {FactRow} */ row, /** @type {{ id: string }} */ column) => !edges.some(({ id }) => id === column.id) || textOf(row[column.id], undefined);
  return tableRows(store.facts, table).flatMap((row) =>
    columns.filter((column) => has(row, column)).map(({ id, title, unit, options, number, people, standard }) => ({
      path: `tables.${table.id}.${row.id}.${id}`,
      title: columns.length > 1 ? `${rowTitle(table, row)} · ${title}` : rowTitle(table, row),
      unit,
      today: textOf(row[id], undefined) || standard,
      options,
      number,
      people,
    })),
  );
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

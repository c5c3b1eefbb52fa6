// Rosters and tables as grids show them: their columns, from the description of the scheme.
import { tableRows, textOf } from "../case.js";
import { t } from "../language.js";

/**
 * @typedef {import("../store.js").Store} Store
 * @typedef {import("../engine.js").Field} Field
 * @typedef {import("../engine.js").TableForm} TableForm
 * @typedef {import("../engine.js").RosterForm} RosterForm
 * @typedef {import("../engine.js").FactRow} FactRow
 * @typedef {import("../case.js").Place} Place
 * @typedef {import("./model.js").Column & { key: string, item: string | undefined, step: string | null }} ListColumn
 *
 * @typedef {object} List a roster or a table
 * @property {string} id
 * @property {string} title
 * @property {boolean} grows
 * @property {ListColumn[]} columns
 * @property {() => FactRow[]} rows
 * @property {(row: number, column: ListColumn) => Place} place
 * @property {(row: FactRow, column: ListColumn) => string} fallback what counts where nothing is entered
 * @property {(rows: FactRow[]) => FactRow} blank a new row
 * @property {(rows: FactRow[]) => import("../case.js").Case} withRows
 */

/** What a row of a graded table begins and ends with. */
const EDGES = /** @type {const} */ (["from", "to", "below"]);

/** The most rows of a roster that are offered as a list; beyond that the name is typed. */
const OFFERED = 300;

/**
 * @param {Partial<ListColumn> & { key: string, title: string }} column
 * @returns {ListColumn}
 */
function columnOf(column) {
  return { group: "", unit: "", note: "", entered: true, figure: false, number: false, options: null, item: undefined, step: null, ...column };
}

/**
 * The title of a row of a table: the hospital's own, or the scheme's in the language of the page.
 *
 * @param {TableForm} table
 * @param {FactRow} row
 */
export function rowTitle(table, row) {
  const own = textOf(row.title, undefined);
  if (own !== null) return own;
  const known = table.rows.find((one) => one.id === row.id);
  return known ? known.title : String(row.id);
}

/**
 * What may be chosen in a field; null where anything may be typed.
 *
 * @param {Store} store
 * @param {Pick<Field, "kind" | "oneOf" | "options">} field
 */
export function optionsOf(store, field) {
  if (field.kind === "truth") {
    return [
      { value: "true", title: t("yes") },
      { value: "false", title: t("no") },
    ];
  }
  if (field.kind === "option") return field.options.map(({ id, title }) => ({ value: id, title }));
  if (field.kind === "row" && field.oneOf) return rowOptions(store, field.oneOf);
  return null;
}

/** @param {Store} store @param {string} id of a table or roster */
function rowOptions(store, id) {
  const table = store.description.tables.find((one) => one.id === id);
  if (table) return tableRows(store.facts, table).map((row) => ({ value: String(row.id), title: rowTitle(table, row) }));
  const rows = store.facts.rosters[id] || [];
  if (rows.length > OFFERED) return null;
  return rows.map((row) => textOf(row.name, undefined) || "").filter(Boolean).map((name) => ({ value: name, title: name }));
}

/**
 * The columns of a field: one, or one for each row of its table.
 *
 * @param {Store} store
 * @param {Field} field
 * @returns {ListColumn[]}
 */
function fieldColumns(store, field) {
  const note = [field.note, field.clause].filter(Boolean).join(" ");
  const shared = { key: field.id, unit: field.unit || "", note, number: field.kind === "quantity", options: optionsOf(store, field) };
  const table = field.per && store.description.tables.find((one) => one.id === field.per);
  if (!table) return [columnOf({ ...shared, title: field.title })];
  return tableRows(store.facts, table).map((row) =>
    columnOf({ ...shared, title: rowTitle(table, row), group: field.title, item: String(row.id), options: optionsOf(store, field) }),
  );
}

/**
 * The steps that result tables show for the rows of a list.
 *
 * @param {Store} store
 * @param {string} list
 * @returns {ListColumn[]}
 */
function figureColumns(store, list) {
  const output = store.description.outputs.find((one) => one.of === list);
  const steps = output ? output.steps : [];
  return steps.flatMap((id) => {
    const step = store.description.steps.find((one) => one.id === id);
    if (!step) return [];
    const number = step.kind === "quantity";
    return [columnOf({ key: id, step: id, title: step.title, unit: step.unit || "", note: step.words, entered: false, figure: true, number })];
  });
}

/**
 * @param {Store} store
 * @param {string} id of the table or roster that the rows belong to
 */
function ownerColumn(store, id) {
  const forms = [...store.description.rosters, ...store.description.tables];
  const owner = forms.find((one) => one.id === id);
  return columnOf({ key: id, title: owner ? owner.title : id, options: rowOptions(store, id) });
}

/**
 * @param {Store} store
 * @param {RosterForm} roster
 * @returns {List}
 */
export function rosterList(store, roster) {
  return {
    id: roster.id,
    title: roster.title,
    grows: true,
    columns: [
      columnOf({ key: "name", title: roster.name }),
      ...(roster.of ? [ownerColumn(store, roster.of)] : []),
      ...roster.columns.flatMap((field) => fieldColumns(store, field)),
      ...figureColumns(store, roster.id),
    ],
    rows: () => store.facts.rosters[roster.id] || [],
    place: (row, { key, item }) => ({ part: "rosters", list: roster.id, row, column: key, item }),
    fallback: (_, { key }) => {
      const field = roster.columns.find((one) => one.id === key);
      return field && !field.per && field.value !== null ? field.value : "";
    },
    blank: () => ({}),
    withRows: (rows) => ({ ...store.facts, rosters: { ...store.facts.rosters, [roster.id]: rows } }),
  };
}

/**
 * @param {Store} store
 * @param {TableForm} table
 * @returns {List}
 */
export function tableList(store, table) {
  const edges = table.kind === "plain" ? [] : edgeColumns(table);
  return {
    id: table.id,
    title: table.title,
    grows: !table.fixed,
    columns: [
      columnOf({ key: "title", title: t("rowTitle"), entered: !table.fixed }),
      ...(table.of ? [ownerColumn(store, table.of)] : []),
      ...edges,
      ...table.columns.flatMap((field) => fieldColumns(store, field)),
      ...figureColumns(store, table.id),
    ],
    rows: () => tableRows(store.facts, table),
    place: (row, { key }) => ({ part: "tables", table, row, column: key }),
    fallback: (row, { key }) => (key === "title" ? rowTitle(table, row) : ofScheme(table, row, key)),
    blank: (rows) => ({ id: freeId(rows) }),
    withRows: (rows) => ({ ...store.facts, tables: { ...store.facts.tables, [table.id]: rows } }),
  };
}

/**
 * What the scheme has in a cell of its table, which counts where the hospital enters nothing.
 *
 * @param {TableForm} table
 * @param {FactRow} row
 * @param {string} key of the column
 */
function ofScheme(table, row, key) {
  const known = table.rows.find((one) => one.id === row.id);
  const at = table.columns.findIndex((one) => one.id === key);
  if (at >= 0) return (known && known.cells[at]) || table.columns[at].value || "";
  if (!known) return "";
  if (key === table.of) return known.of || "";
  // Edges count together: an entered one leaves the others open.
  const isOpen = EDGES.every((edge) => !textOf(row[edge], undefined));
  const edge = EDGES.find((one) => one === key);
  return (isOpen && edge && known[edge]) || "";
}

/** @param {TableForm} table the edges that its rows use */
function edgeColumns(table) {
  const unit = table.by || "";
  const uses = (/** @type {"to" | "below"} */ edge) => table.rows.some((row) => row[edge] !== null);
  return [
    columnOf({ key: "from", title: t("edgeFrom"), unit, number: true }),
    ...(uses("to") ? [columnOf({ key: "to", title: table.kind === "tiers" ? t("edgeTo") : t("edgeToIncluded"), unit, number: true })] : []),
    ...(uses("below") ? [columnOf({ key: "below", title: t("edgeBelow"), unit, number: true })] : []),
  ];
}

/** An id that no row has. @param {FactRow[]} rows */
function freeId(rows) {
  let number = rows.length + 1;
  while (rows.some((row) => row.id === `own_${number}`)) number += 1;
  return `own_${number}`;
}

// The facts of an exercise as they are given to be calculated with: entered values, lists, and the scheme's own tables.
import { tableRows, textAt, textOf } from "../case.js";
import { h } from "../dom.js";
import { optionsOf, rosterList, rowTitle, tableList } from "../grid/lists.js";
import { t } from "../language.js";
import { p } from "./words.js";

/**
 * @typedef {import("../engine.js").Description} Description
 * @typedef {import("../engine.js").Field} Field
 * @typedef {import("../case.js").Case} Case
 * @typedef {import("../grid/lists.js").List} List
 */

/**
 * @param {Description} description
 * @param {Case} facts
 */
export function givenView(description, facts) {
  // Lists are drawn from a store; of it they need these two.
  const store = /** @type {import("../store.js").Store} */ (/** @type {unknown} */ ({ description, facts }));
  const values = [
    ...(description.dated && facts.on ? [valueRow(t("day"), facts.on, "")] : []),
    ...description.inputs.flatMap((field) => fieldRows(store, field, "inputs")),
    ...description.parameters.flatMap((field) => fieldRows(store, field, "parameters")),
  ];
  const rosters = description.rosters.map((roster) => listTable(rosterList(store, roster), facts)).filter(Boolean);
  const tables = description.tables.map((table) => listTable(tableList(store, table), facts)).filter(Boolean);
  return h(
    "div",
    { class: "given" },
    values.length > 0 && h("table", { class: "given-values" }, h("caption", { class: "unseen" }, t("inputs")), h("tbody", {}, values)),
    rosters,
    choices(description, facts),
    tables.length > 0 && h("details", { open: true }, h("summary", {}, p("tables")), tables),
  );
}

/** @param {import("../store.js").Store} store @param {Field} field @param {"inputs" | "parameters"} part */
function fieldRows(store, field, part) {
  const entered = store.facts[part][field.id];
  const unit = field.unit || "";
  const table = field.per && store.description.tables.find(({ id }) => id === field.per);
  if (table) {
    const rows = tableRows(store.facts, table).map((row) => ({ title: rowTitle(table, row), text: textOf(entered, String(row.id)) || "" }));
    return rows.filter(({ text }) => text !== "").map(({ title, text }) => valueRow(`${field.title} · ${title}`, text, unit));
  }
  const text = textOf(entered, undefined) ?? field.value ?? "";
  const option = (optionsOf(store, field) || []).find(({ value }) => value === text);
  return [valueRow(field.title, option ? option.title : text || "—", unit)];
}

/** @param {string} title @param {string} text @param {string} unit */
function valueRow(title, text, unit) {
  return h("tr", {}, h("th", { scope: "row" }, title), h("td", { class: "number" }, text), h("td", { class: "unit" }, unit));
}

/** How the rules are to be read. @param {Description} description @param {Case} facts */
function choices(description, facts) {
  if (description.choices.length === 0) return null;
  const items = description.choices.map((choice) => {
    const chosen = choice.options.find(({ id }) => id === (facts.choices[choice.id] || choice.default));
    return h("li", {}, `${choice.title}${t("colon")}`, h("strong", {}, chosen ? chosen.title : t("notChosen")));
  });
  return h("details", { open: true }, h("summary", {}, t("choices")), h("ul", {}, items));
}

/** What is entered in a list, without what is calculated. @param {List} list @param {Case} facts */
function listTable(list, facts) {
  const rows = list.rows();
  if (rows.length === 0) return null;
  const text = (/** @type {number} */ row, /** @type {List["columns"][number]} */ column) => {
    const found = textAt(facts, list.place(row, column)) || list.fallback(rows[row], column);
    const option = column.options && column.options.find(({ value }) => value === found);
    return option ? option.title : found;
  };
  const entered = list.columns.filter(({ figure }) => !figure);
  // A column in which nobody has anything says nothing.
  const columns = entered.filter((column, at) => at === 0 || rows.some((_, row) => text(row, column) !== ""));
  const name = list.title;
  return h(
    "div",
    { class: "scroll", tabindex: 0, role: "region", "aria-label": name },
    h(
      "table",
      {},
      h("caption", {}, name),
      headRows(columns),
      h("tbody", {}, rows.map((_, row) => h("tr", {}, columns.map((column, at) => h(at === 0 ? "th" : "td", { class: (column.number && "number") || (/^\d{4}-\d\d-\d\d$/.test(text(row, column)) && "day"), scope: at === 0 && "row" }, text(row, column)))))),
    ),
  );
}

/** The headings; what several columns stand for together has a row of its own above them. @param {List["columns"]} columns */
function headRows(columns) {
  const inUnit = (/** @type {string} */ title, /** @type {string} */ unit) => `${title}${unit ? t("inUnit", { unit }) : ""}`;
  if (columns.every(({ group }) => group === "")) return h("thead", {}, h("tr", {}, columns.map(({ title, unit, number }) => h("th", { scope: "col", class: number && "number" }, inUnit(title, unit)))));
  const starts = columns.filter(({ group }, at) => group === "" || at === 0 || columns[at - 1].group !== group);
  const above = starts.map(({ group, title, unit, number }) => {
    const count = columns.filter((column) => column.group === group).length;
    return group === "" ? h("th", { scope: "col", rowspan: 2, class: number && "number" }, inUnit(title, unit)) : h("th", { scope: "colgroup", colspan: count, class: "group" }, inUnit(group, unit));
  });
  return h("thead", {}, h("tr", {}, above), h("tr", {}, columns.filter(({ group }) => group !== "").map(({ title, number }) => h("th", { scope: "col", class: number && "number" }, title))));
}

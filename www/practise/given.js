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

/** A table that is wider is turned where that makes it narrower, in half letters: what a phone has room for. */
const ROOM = 44;

/** What is no wider stays on one line, in half letters. */
const BRIEF = 12;

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
  // What is not needed was not entered, and says nothing.
  if (text === "") return [];
  const option = (optionsOf(store, field) || []).find(({ value }) => value === text);
  return [valueRow(field.title, option ? option.title : text, unit)];
}

/** @param {string} title @param {string} text @param {string} unit */
function valueRow(title, text, unit) {
  return h("tr", {}, h("th", { scope: "row" }, title), h("td", { class: classes(text, true) }, text), h("td", { class: "unit" }, unit));
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
  const groups = [...new Set(columns.map(({ group }) => group))].filter((group) => group !== "");
  const members = (/** @type {string} */ group) => columns.filter((column) => column.group === group);
  const [first] = columns;
  const names = rows.map((_, row) => text(row, first));
  const heading = (/** @type {List["columns"][number]} */ column) => (column.group === "" ? inUnit(column.title, column.unit) : column.title);
  /** @param {List["columns"]} some */
  const isTurned = (some) => {
    const texts = some.map((column) => rows.map((_, row) => text(row, column)));
    const across = widthOf([names, ...some.map((column, at) => [heading(column), ...texts[at]])]);
    const turned = widthOf([some.map(heading), ...names.map((name, row) => [name, ...texts.map((column) => column[row])])]);
    return across > ROOM && turned < across;
  };
  /** With a row for each column of the list, and a column for each of its rows. @param {string} caption @param {Node} corner @param {List["columns"]} turned */
  const turnedTable = (caption, corner, turned) =>
    scrolled(
      caption,
      h("thead", {}, h("tr", {}, corner, names.map((name) => h("th", { scope: "col", class: classes(name, true) }, name)))),
      turned.map((column) => [cell(heading(column), { number: false }, true), ...rows.map((_, row) => cell(text(row, column), { number: true }, false))]),
    );
  const long = groups.filter((group) => isTurned(members(group)));
  const plain = columns.filter(({ group }) => !long.includes(group));
  const name = list.title;
  const isOwn = plain.length > 1 || long.length === 0;
  return [
    isOwn &&
      (groups.length === long.length && isTurned(plain.slice(1))
        ? turnedTable(name, h("th", { scope: "col" }, first.title), plain.slice(1))
        : scrolled(name, headRows(plain), rows.map((_, row) => plain.map((column, at) => cell(text(row, column), column, at === 0))))),
    // What would be many columns with long titles are rows instead.
    long.map((group) => turnedTable(`${name} · ${inUnit(group, members(group)[0].unit)}`, h("td", {}), members(group))),
  ];
}

/** @param {string} name @param {Node} head @param {Node[][]} rows */
function scrolled(name, head, rows) {
  return h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": name }, h("table", {}, h("caption", {}, name), head, h("tbody", {}, rows.map((cells) => h("tr", {}, cells)))));
}

/** @param {string} text @param {{ number: boolean }} column @param {boolean} isFirst */
function cell(text, { number }, isFirst) {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text);
  return h(isFirst ? "th" : "td", { class: isDay ? "brief" : classes(text, number), scope: isFirst && "row" }, text);
}

/** What is brief stays on one line. @param {string} text @param {boolean} number */
function classes(text, number) {
  return [number && "number", width(text) <= BRIEF && "brief"].filter(Boolean).join(" ") || null;
}

/** How wide a text is, in half letters. @param {string} text */
function width(text) {
  return [...text].reduce((sum, letter) => sum + (letter > "\u2e7f" ? 2 : 1), 0);
}

/** How wide columns of these texts are; what is longer than brief takes more lines. @param {string[][]} columns */
function widthOf(columns) {
  return columns.reduce((sum, texts) => sum + Math.min(BRIEF, Math.max(...texts.map(width))) + 2, 0);
}

/** @param {string} title @param {string} unit */
function inUnit(title, unit) {
  return `${title}${unit ? t("inUnit", { unit }) : ""}`;
}

/** The headings; what several columns stand for together has a row of its own above them. @param {List["columns"]} columns */
function headRows(columns) {
  if (columns.every(({ group }) => group === "")) return h("thead", {}, h("tr", {}, columns.map(({ title, unit, number }) => h("th", { scope: "col", class: classes(inUnit(title, unit), number) }, inUnit(title, unit)))));
  const starts = columns.filter(({ group }, at) => group === "" || at === 0 || columns[at - 1].group !== group);
  const above = starts.map(({ group, title, unit, number }) => {
    const count = columns.filter((column) => column.group === group).length;
    return group === "" ? h("th", { scope: "col", rowspan: 2, class: classes(inUnit(title, unit), number) }, inUnit(title, unit)) : h("th", { scope: "colgroup", colspan: count, class: "group" }, inUnit(group, unit));
  });
  return h("thead", {}, h("tr", {}, above), h("tr", {}, columns.filter(({ group }) => group !== "").map(({ title, number }) => h("th", { scope: "col", class: classes(title, number) }, title))));
}

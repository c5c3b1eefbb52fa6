// The sheet that is printed: everything in force on A4, every row, and places for signatures.
import { fill, h } from "../dom.js";
import { tableRows, textOf } from "../case.js";
import { optionsOf, rosterList, rowTitle, tableList } from "../grid/lists.js";
import { sheetOf } from "../grid/sheet.js";
import { t } from "../language.js";
import { placeBefore } from "../place.js";
import { grouped, noticeView } from "./notices.js";

/**
 * @typedef {import("../store.js").Store} Store
 * @typedef {import("../grid/lists.js").List} List
 * @typedef {import("../engine.js").Field} Field
 */

/** The most columns that fit on the paper with what was entered; beyond that the results stand alone. */
const FITTING = 12;

/**
 * @param {HTMLElement} sheet
 * @param {Store} store
 * @param {string} version
 */
export function drawSheet(sheet, store, version) {
  const { description, summary } = store;
  const { title, about, document, clause, lines, fingerprint } = description;
  const source = [document, clause, lines].filter(Boolean).join(" ");
  fill(
    sheet,
    h("h1", {}, title),
    about && h("p", {}, about),
    h("p", { class: "sheet-meta" }, t("printedOn", { day: today() }), source && ` · ${t("source")}${t("colon")}${source}`),
    h("p", { class: "sheet-blank" }, t("sheetDepartment"), h("span", {}), t("sheetMonth"), h("span", {})),
    valuesTable(store),
    choicesList(store),
    figuresTable(store),
    description.rosters.map((roster) => listTable(store, rosterList(store, roster))),
    poolsList(store),
    summary.notices.length > 0 && [h("h2", {}, t("flags")), ...grouped(summary.notices).map(noticeView)],
    summary.guards.length > 0 && [h("h2", {}, t("guards")), h("ul", {}, summary.guards.map((guard) => h("li", {}, `${guard.title}${t("colon")}${guard.holds === null ? t("guardOpen") : guard.holds ? t("guardHolds") : t("guardFails")}`)))],
    summary.problems.length > 0 && [h("h2", {}, t("problems", { count: summary.problems.length })), h("ul", {}, summary.problems.map(({ message, path }) => h("li", {}, [placeBefore(store, path, message), message].filter(Boolean).join(t("colon")))))],
    description.tables.map((table) => listTable(store, tableList(store, table))),
    h("div", { class: "signatures" }, [t("signMade"), t("signChecked"), t("signHead")].map((who) => h("div", {}, `${who}${t("colon")}`))),
    h("p", { class: "sheet-foot" }, t("sheetFoot", { version, fingerprint: fingerprint.slice(0, 16) })),
  );
}

/** The day by the clock of this computer. */
function today() {
  const now = new Date();
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** @param {Store} store */
function valuesTable(store) {
  const { inputs, parameters } = store.description;
  const rows = [
    ...(store.description.dated ? [valueRow(t("day"), store.facts.on || "", "", "")] : []),
    ...inputs.flatMap((field) => fieldRows(store, field, "inputs")),
    ...parameters.flatMap((field) => fieldRows(store, field, "parameters")),
  ];
  if (rows.length === 0) return null;
  return [h("h2", {}, t("inputs")), h("table", {}, h("tbody", {}, rows))];
}

/**
 * @param {Store} store
 * @param {Field} field
 * @param {"inputs" | "parameters"} part
 */
function fieldRows(store, field, part) {
  const entered = store.facts[part][field.id];
  const table = field.per && store.description.tables.find(({ id }) => id === field.per);
  if (table) {
    return tableRows(store.facts, table).map((row) => valueRow(`${field.title} · ${rowTitle(table, row)}`, textOf(entered, String(row.id)) || "", field.unit || "", ""));
  }
  const text = textOf(entered, undefined) ?? field.value ?? "";
  const option = (optionsOf(store, field) || []).find(({ value }) => value === text);
  const isOwn = part === "parameters" && textOf(entered, undefined) !== null && text !== field.value;
  return [valueRow(field.title, option ? option.title : text, field.unit || "", isOwn ? t("ownValue") : "")];
}

/** @param {string} title @param {string} text @param {string} unit @param {string} mark */
function valueRow(title, text, unit, mark) {
  return h("tr", {}, h("th", { scope: "row" }, title), h("td", { class: "number" }, text || "—"), h("td", {}, [unit, mark].filter(Boolean).join(" ")));
}

/** @param {Store} store */
function choicesList(store) {
  const { choices } = store.description;
  if (choices.length === 0) return null;
  const items = choices.map((choice) => {
    const chosen = choice.options.find(({ id }) => id === (store.facts.choices[choice.id] || choice.default));
    return h("li", {}, `${choice.title}${t("colon")}`, h("strong", {}, chosen ? chosen.title : t("notChosen")), chosen && chosen.note && ` ${chosen.note}`);
  });
  return [h("h2", {}, t("choices")), h("ul", {}, items)];
}

/** @param {Store} store */
function figuresTable(store) {
  const { description, summary } = store;
  const output = description.outputs.find(({ of }) => of === null);
  const shown = summary.figures.filter(({ step }) => output && output.steps.includes(step));
  if (shown.length === 0) return null;
  const rows = shown.map(({ step, figure }) => {
    const form = description.steps.find(({ id }) => id === step);
    return valueRow(form ? form.title : step, figure.shown || figure.message || "", (form && form.unit) || "", "");
  });
  return [h("h2", {}, t("results")), h("table", {}, h("tbody", {}, rows))];
}

/**
 * Every row of a list: what was entered and what came out, or the results alone where it would not fit.
 *
 * @param {Store} store
 * @param {List} list
 */
function listTable(store, list) {
  const model = sheetOf(store, list, { explain() {}, say() {} });
  const count = model.count();
  if (count === 0) return null;
  const fits = list.columns.length <= FITTING;
  const columns = list.columns.map((_, at) => at).filter((at) => at === 0 || fits || list.columns[at].figure);
  model.prepare(0, count);
  const cells = (/** @type {number} */ row) => columns.map((at) => h(at === 0 ? "th" : "td", { class: list.columns[at].number && "number" }, model.cell(row, at).text || (list.columns[at].figure ? "—" : "")));
  const totals = columns.map((at) => h(at === 0 ? "th" : "td", { class: at > 0 && "number" }, at === 0 ? t("total") : model.total(at) || ""));
  const hasTotals = columns.some((at) => model.total(at) !== null);
  return [
    h("h2", {}, list.title),
    h(
      "table",
      { class: "sheet-list" },
      h("thead", {}, h("tr", {}, columns.map((at) => h("th", { scope: "col", class: list.columns[at].number && "number" }, headOf(list, at))))),
      h("tbody", {}, Array.from({ length: count }, (_, row) => h("tr", {}, cells(row)))),
      hasTotals && h("tbody", { class: "totals" }, h("tr", {}, totals)),
    ),
    !fits && h("p", { class: "hint" }, t("sheetResultsOnly")),
  ];
}

/** @param {List} list @param {number} at */
function headOf(list, at) {
  const { group, title, unit } = list.columns[at];
  return `${group ? `${group} · ` : ""}${title}${unit ? t("inUnit", { unit }) : ""}`;
}

/** @param {Store} store */
function poolsList({ summary, description }) {
  if (summary.pools.length === 0) return null;
  const items = summary.pools.map(({ step, row, sentence }) => {
    const form = description.steps.find(({ id }) => id === step);
    return h("li", {}, `${form ? form.title : step}${row === null ? "" : ` · ${row}`}${t("colon")}${sentence}`);
  });
  return [h("h2", {}, t("pools")), h("ul", {}, items)];
}

/**
 * The rows of a roster for a CSV file.
 *
 * @param {Store} store
 * @param {List} list
 * @returns {string[][]}
 */
export function csvRows(store, list) {
  const model = sheetOf(store, list, { explain() {}, say() {} });
  const count = model.count();
  model.prepare(0, count);
  const columns = list.columns.map((_, at) => at);
  const head = columns.map((at) => headOf(list, at));
  return [head, ...Array.from({ length: count }, (_, row) => columns.map((at) => model.cell(row, at).text))];
}

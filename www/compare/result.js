// What the proposals do beside each other: totals, who gains and loses, spread, pools, limits and problems.
import { fill, h } from "../dom.js";
import { t } from "../language.js";
import { hiddenOn, isTooSmall } from "./board.js";
import { limitWords } from "./limit-list.js";
import { isNumber, tallied, talliedWords } from "./moved.js";
import { c } from "./words.js";

/**
 * @typedef {import("./desk.js").Desk} Desk
 * @typedef {import("../engine.js").Compared} Compared
 * @typedef {import("../engine.js").ComparedRow} ComparedRow
 * @typedef {{ value: string, shown: string } | null} Amount
 * @typedef {{ title: string, today: string, cells: (string | HTMLElement)[] }} Line
 */

/**
 * What a change amounts to, with its percent.
 *
 * @param {Amount | undefined} amount
 * @param {string | null | undefined} percent
 */
export function changeWords(amount, percent) {
  if (!amount) return "—";
  return percent === null || percent === undefined ? amount.shown : c("withPercent", { amount: amount.shown, percent: signed(percent) });
}

/** A percent with its sign, as changes are shown. @param {string} percent */
export function signed(percent) {
  return percent.startsWith("-") ? `−${percent.slice(1)}` : /^0(\.0*)?$/.test(percent) ? percent : `+${percent}`;
}

/** @param {ComparedRow | null | undefined} row */
function rowWords(row) {
  return row ? `${row.name} ${changeWords(row.difference || undefined, row.percent)}` : "—";
}

/**
 * How many gain, lose and stay; on a notice board not where they are few.
 *
 * @param {Desk} desk
 * @param {Compared} compared
 */
export function movedCounts(desk, compared) {
  const { gains, losses, unchanged } = compared;
  if (!isKnown(compared)) return ["—", "—", "—"];
  const counts = [gains, losses, unchanged];
  const hidden = hiddenOn(desk, counts);
  return counts.map((count, at) => (hidden[at] ? c("hiddenCount") : String(count)));
}

/** Whether anything can be compared: whether a row has a figure on both sides, or results are no numbers. @param {Compared} compared */
export function isKnown({ matched, moves, rows, problems }) {
  return matched.count > 0 || moves.some(({ before, after }) => before !== null && after !== null) || (rows === 0 && problems.length === 0);
}

/** What a sum is a sum of, where that is not all; empty where it is all. @param {Compared} compared */
export function partWords({ matched, rows }) {
  return matched.count < rows ? c("sumOf", { count: matched.count, rows }) : "";
}

/** What a proposal changes in all, with what is left out. @param {Compared} compared */
export function totalChange(compared) {
  const { matched } = compared;
  return isKnown(compared) ? `${changeWords(matched.difference || undefined, matched.percent)}${partWords(compared)}` : "—";
}

/** How many have no figure on one side or the other. @param {Compared} compared */
export function unknownCount(compared) {
  const { rows, matched, moves } = compared;
  return moves.length > 0 ? tallied(compared).unknown : rows - matched.count;
}

/**
 * The lines of the table that compares all proposals.
 *
 * @param {Desk} desk
 * @returns {Line[]}
 */
export function resultLines(desk) {
  const { board } = desk.manner;
  const all = desk.variants.map(({ compared }) => compared);
  const [first] = all;
  /** @param {string} title @param {string} today @param {(one: Compared) => string} said @returns {Line} */
  const line = (title, today, said) => ({ title, today, cells: all.map(said) });
  const shown = (/** @type {Amount} */ amount) => (amount ? amount.shown : "—");
  // A proposal may leave somebody without a figure, who then neither gains nor loses.
  const unknown = all.some((one) => unknownCount(one) > 0) && line(c("unknown"), "", (one) => String(unknownCount(one)));
  const words = (/** @type {number} */ at) => (/** @type {Compared} */ one) => talliedWords(desk, one)[at];
  if (!isNumber(desk)) return /** @type {Line[]} */ ([line(c("changedCount"), "", words(0)), line(c("unchanged"), "", words(1)), unknown].filter(Boolean));
  const lines = [
    first.totalled && !isTooSmall(desk) && line(c("total"), shown(first.budgetBefore), (one) => shown(one.budgetAfter)),
    first.totalled && !isTooSmall(desk) && line(c("totalChange"), "", totalChange),
    line(c("gains"), "", (one) => movedCounts(desk, one)[0]),
    line(c("losses"), "", (one) => movedCounts(desk, one)[1]),
    line(c("unchanged"), "", (one) => movedCounts(desk, one)[2]),
    unknown,
    !board && line(c("largestGain"), "", (one) => rowWords(one.largestGain)),
    !board && line(c("largestLoss"), "", (one) => rowWords(one.largestLoss)),
    line(c("gini"), first.spreadBefore.gini || "—", (one) => one.spreadAfter.gini || "—"),
    line(c("ratio"), first.spreadBefore.ratio || "—", (one) => one.spreadAfter.ratio || "—"),
  ];
  return /** @type {Line[]} */ (lines.filter(Boolean));
}

/**
 * @param {Desk} desk
 * @returns {import("../views/field.js").Drawn}
 */
export function resultView(desk) {
  const element = h("div", { class: "compare-result" });
  function refresh() {
    const { plan, variants, store } = desk;
    const limits = (isNumber(desk) ? plan.limits : []).map((entry, at) => ({ title: limitWords(desk, entry), today: "", cells: variants.map((variant) => limitCell(desk, variant.limits[at])) }));
    const guards = store.summary.guards.map((guard, at) => ({ title: guard.title, today: verdictWords(guard.holds), cells: variants.map(({ summary }) => guardCell(desk, summary.guards[at])) }));
    fill(
      element,
      h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": desk.step.title }, tableOf(desk, [...resultLines(desk), ...limits, ...guards])),
      !isNumber(desk) && h("p", { class: "hint" }, c("needsNumber", { title: desk.step.title })),
      !desk.manner.board && poolsOf(desk),
      !desk.manner.board && problemsOf(desk),
    );
  }
  return { element, refresh };
}

/** @param {Desk} desk @param {Line[]} lines */
function tableOf(desk, lines) {
  const { plan, step } = desk;
  return h(
    "table",
    { class: "compare-table" },
    h("caption", {}, step.title, step.unit ? ` (${step.unit})` : ""),
    h("thead", {}, h("tr", {}, h("td", {}), h("th", { scope: "col", class: "number" }, c("today")), plan.proposals.map(({ name }, at) => h("th", { scope: "col", class: at === plan.shown ? "number shown" : "number" }, name || c("nameless"))))),
    h("tbody", {}, lines.map(({ title, today, cells }) => h("tr", {}, h("th", { scope: "row" }, title), h("td", { class: "number" }, today), cells.map((cell, at) => h("td", { class: at === plan.shown ? "number shown" : "number" }, cell))))),
  );
}

/** @param {boolean | null} holds */
export function verdictWords(holds) {
  return holds === null ? t("guardOpen") : holds ? t("guardHolds") : t("guardFails");
}

/** @param {boolean | null} holds @param {string} more */
function verdict(holds, more) {
  const mark = holds === null ? "?" : holds ? "✓" : "×";
  return h("span", { class: `verdict ${holds === null ? "open" : holds ? "holds" : "fails"}` }, h("span", { "aria-hidden": "true" }, `${mark} `), verdictWords(holds), more);
}

/** @param {Desk} desk @param {import("./limits.js").Checked} checked */
function limitCell({ manner }, { result, problem }) {
  if (problem) return h("span", { class: "problem" }, problem);
  if (!result) return "—";
  return verdict(result.holds, manner.board ? "" : failedFor(result));
}

/**
 * For whom a limit fails first, and for how many.
 *
 * @param {import("../engine.js").LimitResult} result
 */
export function failedFor({ holds, first, failures, beyond, least, most }) {
  if (holds === false && beyond) return c(!least ? "limitOver" : !most ? "limitShort" : "limitOff", { amount: beyond.shown });
  if (holds !== false || !first) return "";
  const { name, difference, percent } = first;
  return c("failsFor", { count: failures, name, change: changeWords(difference || undefined, percent) });
}

/**
 * Whether a limit of the scheme that fails does so today, too.
 *
 * @param {Pick<Desk, "store">} desk
 * @param {{ id: string, holds: boolean | null }} guard
 */
export function todayToo({ store }, { id, holds }) {
  const today = store.summary.guards.find((one) => one.id === id);
  return holds === false && today ? c(today.holds === false ? "alsoToday" : "notToday") : "";
}

/** @param {Desk} desk @param {Desk["variants"][0]["summary"]["guards"][0] | undefined} guard */
function guardCell({ manner }, guard) {
  if (!guard) return "—";
  return verdict(guard.holds, guard.holds === false && guard.first && !manner.board ? t("guardFirst", { first: guard.first, failures: guard.failures }) : "");
}

/** How the pools close, today and in the proposal that is shown. @param {Desk} desk */
function poolsOf({ variant }) {
  const { pools } = variant.compared;
  if (pools.length === 0) return null;
  const shown = (/** @type {Amount | undefined} */ amount) => (amount ? amount.shown : "—");
  const cells = (/** @type {typeof pools[0]["before"]} */ pool) => [pool?.pool, pool?.paid, pool?.left, pool?.residual].map((amount) => h("td", { class: "number" }, shown(amount)));
  const rows = pools.flatMap(({ title, row, before, after }) => [
    h("tr", {}, h("th", { scope: "row", rowspan: 2 }, title, row && ` · ${row}`), h("td", {}, c("today")), cells(before)),
    h("tr", {}, h("td", {}, c("proposal")), cells(after)),
  ]);
  return h(
    "details",
    { class: "compare-pools" },
    h("summary", {}, c("pools", { count: pools.length })),
    h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": t("pools") }, h("table", { class: "compare-table" }, h("thead", {}, h("tr", {}, h("td", { colspan: 2 }), [t("pool"), t("paid"), t("leftOver"), c("residual")].map((word) => h("th", { scope: "col", class: "number" }, word)))), h("tbody", {}, rows))),
  );
}

/** The most problems that are listed. */
const PROBLEMS = 8;

/** @param {Desk} desk */
function problemsOf({ variant, store, proposal }) {
  const known = new Set(store.summary.problems.map(({ message }) => message));
  // What another scheme file has no place for, and who has a row that goes, is told beside it by what it is called.
  const told = [...(proposal.scheme ? ["unknown-field"] : []), ...(Object.keys(proposal.rows).length > 0 ? ["unknown-row"] : [])];
  const found = [...variant.compared.problems, ...variant.summary.problems.filter(({ code, message }) => !known.has(message) && !told.includes(code))];
  if (found.length === 0) return null;
  return h("div", { class: "problems" }, h("h3", {}, t("problems", { count: found.length })), h("ul", {}, found.slice(0, PROBLEMS).map(({ message }) => h("li", {}, message))), found.length > PROBLEMS && h("p", {}, t("andMore", { count: found.length - PROBLEMS })));
}

// What proposals would have done in every month: totals with their differences, limits, pools, and what is to be looked at.
import { failedFor, verdictWords } from "../compare/result.js";
import { svg } from "../compare/picture.js";
import { c } from "../compare/words.js";
import { fill, h } from "../dom.js";
import { t } from "../language.js";
import { linesOf, proposalName, scrolled } from "./lines.js";
import { savedView } from "./out.js";
import { peopleView } from "./people.js";
import { r } from "./words.js";

/**
 * @typedef {import("../compare/desk.js").Desk} Desk
 * @typedef {import("../compare/jobs.js").Tried} Tried
 * @typedef {import("./state.js").Replay} Replay
 * @typedef {import("./state.js").Result} Result
 * @typedef {import("./months.js").Month} Month
 * @typedef {import("./lines.js").Line} Line
 */

/** The most things to look at that are listed. */
const LISTED = 30;
const WIDE = 1000;

/**
 * @param {Desk} desk
 * @param {Replay} replay
 * @returns {import("../views/field.js").Drawn}
 */
export function resultView(desk, replay) {
  const element = h("div", { class: "replay-results" });
  const people = peopleView(desk, replay);
  let drawn = "";
  return {
    element,
    refresh() {
      const { result, months } = replay;
      const now = result ? JSON.stringify([result.of, result.found.length, result.whole !== null, months.map(({ name }) => name), desk.plan.shown]) : "";
      if (now === drawn) return;
      drawn = now;
      if (!result || result.found.length === 0) return fill(element);
      const lines = linesOf(replay);
      const isNumber = desk.step.kind === "quantity";
      fill(
        element,
        h("h3", {}, r("perMonth")),
        scrolled(r("perMonth"), isNumber ? totalsTable(desk, result, lines) : movesTable(desk, result, lines)),
        h("h3", {}, r("limits")),
        scrolled(r("limits"), limitsTable(result, lines)),
        poolsOf(desk, result, lines),
        problemsOf(result, lines),
        result.whole && isNumber && people.element,
        result.whole && savedView(desk, replay),
      );
      if (result.whole && isNumber) people.refresh();
      return undefined;
    },
  };
}

/** @param {{ shown: string } | null | undefined} amount */
const shown = (amount) => (amount ? amount.shown : "—");

/** @param {{ difference: { shown: string } | null, percent: string | null }} one */
function changed({ difference, percent }) {
  return difference ? (percent === null ? difference.shown : c("withPercent", { amount: difference.shown, percent: percent.startsWith("-") ? `−${percent.slice(1)}` : percent })) : "—";
}

/** Over how many months a proposal can be compared. @param {Line[]} lines @param {number} at */
function monthsKnown(lines, at) {
  return lines.filter(({ found }) => found.tried[at].month.counted > 0).length;
}

/** Bars of differences, one beside each line, around one middle. @param {(string | null)[]} values */
function barsOf(values) {
  const numbers = values.map((value) => (value === null ? 0 : Number(value)));
  const most = Math.max(0, ...numbers);
  const least = Math.min(0, ...numbers);
  const at = (/** @type {number} */ value) => ((value - least) / (most - least || 1)) * WIDE;
  return numbers.map((value) => {
    const width = value === 0 ? 0 : Math.max(4, Math.abs(at(value) - at(0)));
    const from = value < 0 ? at(0) - width : at(0);
    return svg("svg", { viewBox: `0 0 ${WIDE} 10`, preserveAspectRatio: "none" }, svg("rect", { class: value < 0 ? "loss" : "gain", x: Math.max(0, Math.min(from, WIDE - width)).toFixed(1), y: 0, width: width.toFixed(1), height: 10 }), svg("rect", { class: "axis", x: Math.min(WIDE - 2, at(0)).toFixed(1), y: 0, width: 2, height: 10 }));
  });
}

/** @param {Desk} desk @param {Result} result @param {Line[]} lines */
function totalsTable(desk, result, lines) {
  const totalled = desk.variant.compared.totalled || desk.step.each === null;
  const at = Math.min(desk.plan.shown, result.proposals.length - 1);
  const each = result.proposals.map((_, one) => one);
  const bars = totalled ? barsOf(lines.map(({ found: { tried } }) => (tried[at].month.counted > 0 && tried[at].month.difference ? tried[at].month.difference.value : null))) : [];
  const number = (/** @type {string} */ words, isShown = false) => h("td", { class: isShown ? "number shown" : "number" }, words);
  const head = (/** @type {string} */ words, isShown = false) => h("th", { scope: "col", class: isShown ? "number shown" : "number" }, words);
  const whole = result.whole;
  /** @param {number} one @param {{ after: any, difference: any, percent: string | null, gains: number, losses: number }} found @param {boolean} isKnown @param {string} part of what a change is the sum */
  const cells = (one, found, isKnown, part) => [
    totalled && number(isKnown || found.after ? shown(found.after) : "—", one === at),
    totalled && number(isKnown ? `${changed(found)}${part}` : "—", one === at),
    number(isKnown ? r("gainsLosses", { gains: found.gains, losses: found.losses }) : "—", one === at),
  ];
  const inMonth = (/** @type {number} */ one, /** @type {Tried["month"]} */ month) => cells(one, month, month.counted > 0, month.counted < month.rows ? r("rowsOf", { count: month.counted, rows: month.rows }) : "");
  const known = each.map((one) => monthsKnown(lines, one));
  // Where proposals can be compared over different months, today's sum is that of the one over most of them.
  const widest = known.indexOf(Math.max(...known));
  const partOf = (/** @type {number} */ one) => (known[one] < lines.length ? r("monthsOf", { count: known[one], months: lines.length }) : "");
  const inAll = (/** @type {number} */ one, /** @type {import("../compare/jobs.js").Replayed["wholes"][0]} */ found) => (known[one] > 0 ? cells(one, found, true, known[one] < known[widest] ? partOf(one) : "") : cells(one, { ...found, after: null }, false, ""));
  return h(
    "table",
    { class: "compare-table" },
    h("caption", {}, desk.step.title, desk.step.unit ? ` (${desk.step.unit})` : ""),
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, r("month")), head(r("rows")), totalled && head(r("today")), each.map((one) => {
      const name = proposalName(result, one);
      return [totalled && head(r("totalOf", { name }), one === at), totalled && head(r("changeOf", { name }), one === at), head(r("gainsOf", { name }), one === at)];
    }), totalled && h("th", { scope: "col", class: "bar" }, r("bars", { name: proposalName(result, at) })))),
    h("tbody", {}, lines.map(({ month, found }, line) => h("tr", {}, h("th", { scope: "row" }, month.name || String(line + 1)), number(String(found.tried[0].month.rows)), totalled && number(shown(found.tried[0].month.before)), each.map((one) => inMonth(one, found.tried[one].month)), totalled && h("td", { class: "bar", "aria-hidden": "true" }, bars[line])))),
    whole && h("tfoot", {}, h("tr", {}, h("th", { scope: "row" }, r("whole"), partOf(widest)), number(desk.step.each === null ? "" : String(whole.wholes[0].people)), totalled && number(known[widest] > 0 ? shown(whole.wholes[widest].before) : "—"), each.map((one) => inAll(one, whole.wholes[one])), totalled && h("td", {}))),
  );
}

/** For results that are no numbers. @param {Desk} desk @param {Result} result @param {Line[]} lines */
function movesTable(desk, result, lines) {
  return h(
    "table",
    { class: "compare-table" },
    h("caption", {}, desk.step.title),
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, r("month")), h("th", { scope: "col", class: "number" }, r("rows")), result.proposals.map((_, one) => h("th", { scope: "col", class: "number" }, r("movedOf", { name: proposalName(result, one) }))))),
    h("tbody", {}, lines.map(({ month, found }) => h("tr", {}, h("th", { scope: "row" }, month.name), h("td", { class: "number" }, String(found.tried[0].month.rows)), found.tried.map((tried) => h("td", { class: "number" }, String(tried.month.moved)))))),
  );
}

/** @param {Result} result @param {Tried} tried */
function failing({ limits }, tried) {
  const own = limits.flatMap((title, at) => {
    const judged = tried.limits[at];
    return judged && judged.holds !== true ? [{ holds: judged.holds, words: `${title}${t("colon")}${verdictWords(judged.holds)}${failedFor(judged)}` }] : [];
  });
  const guards = tried.guards.flatMap(({ title, holds, first, failures }) => (holds === true ? [] : [{ holds, words: `${title}${t("colon")}${verdictWords(holds)}${holds === false && first ? t("guardFirst", { first, failures }) : ""}` }]));
  return [...own, ...guards];
}

/** @param {Result} result @param {Line[]} lines */
function limitsTable(result, lines) {
  const cell = (/** @type {Tried} */ tried) => {
    if (result.limits.length + tried.guards.length === 0) return r("noLimits");
    const wrong = failing(result, tried);
    if (wrong.length === 0) return h("span", { class: "verdict holds" }, h("span", { "aria-hidden": "true" }, "✓ "), r("allHold"));
    return wrong.map(({ holds, words }) => h("p", { class: `verdict ${holds === false ? "fails" : "open"}` }, h("span", { "aria-hidden": "true" }, holds === false ? "× " : "? "), words));
  };
  return h(
    "table",
    { class: "compare-table replay-limits" },
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, r("month")), result.proposals.map((_, one) => h("th", { scope: "col" }, proposalName(result, one))))),
    h("tbody", {}, lines.map(({ month, found }) => h("tr", {}, h("th", { scope: "row" }, month.name), found.tried.map((tried) => h("td", {}, cell(tried)))))),
  );
}

/** How the pools close in every month, today and in each proposal. @param {Desk} desk @param {Result} result @param {Line[]} lines */
function poolsOf(desk, result, lines) {
  const title = (/** @type {string} */ id) => (desk.store.description.steps.find((step) => step.id === id) || { title: id }).title;
  const rows = lines.flatMap(({ month, found }) => {
    const all = [{ name: r("today"), pools: found.pools }, ...found.tried.map(({ pools }, at) => ({ name: proposalName(result, at), pools }))];
    return all.flatMap(({ name, pools }) => pools.map((pool) => h("tr", {}, h("th", { scope: "row" }, month.name), h("td", {}, name), h("td", {}, title(pool.step), pool.row ? ` · ${pool.row}` : ""), [pool.poolShown, pool.paidShown, pool.leftShown].map((amount) => h("td", { class: "number" }, amount)))));
  });
  if (rows.length === 0) return null;
  const heads = /** @type {const} */ (["month", "variant", "pool", "poolAmount", "paid", "left"]);
  return h("details", { class: "compare-pools" }, h("summary", {}, r("pools")), scrolled(r("pools"), h("table", { class: "compare-table" }, h("thead", {}, h("tr", {}, heads.map((word, at) => h("th", { scope: "col", class: at > 2 ? "number" : null }, r(word))))), h("tbody", {}, rows))));
}

/** Rows as people count them. @param {number[]} rows */
function places(rows) {
  return rows.map((row) => row + 1).join(t("listComma"));
}

/** @param {Result} result @param {Line[]} lines */
function problemsOf(result, lines) {
  const found = lines.flatMap(({ month, found: { names, problems, tried } }) => {
    const own = (/** @type {string} */ why) => r("inMonth", { month: month.name, why });
    return [
      ...(names ? names.repeated.map(({ name, rows }) => own(r("twice", { name, rows: places(rows) }))) : []),
      ...(names && names.nameless.length > 0 ? [own(r("nameless", { rows: places(names.nameless) }))] : []),
      ...problems.map(({ message }) => own(message)),
      ...tried.flatMap((one, at) => {
        const named = (/** @type {string} */ why) => r("inMonthFor", { month: month.name, name: proposalName(result, at), why });
        return [...(one.lost > 0 ? [named(r("lost", { count: one.lost }))] : []), ...one.problems.map(({ message }) => named(message))];
      }),
    ];
  });
  if (found.length === 0) return null;
  return h("div", { class: "problems" }, h("h3", {}, r("problems", { count: found.length })), h("ul", {}, found.slice(0, LISTED).map((words) => h("li", {}, words))), found.length > LISTED && h("p", {}, r("andMore", { count: found.length - LISTED })));
}

// The months that a decision was tried over: how many rows, and what it amounts to in each. No person stands in it.
import { h } from "../dom.js";
import { isRecord } from "../record.js";
import { isNumber } from "./moved.js";
import { c } from "./words.js";

/**
 * @typedef {import("./desk.js").Desk} Desk
 *
 * @typedef {object} Change what a proposal does in a month, or in all of them; amounts are exact, in the step's unit
 * @property {string | null} after
 * @property {string | null} difference
 * @property {number} gains
 * @property {number} losses
 * @property {number} moved how many rows come to another result
 * @property {number} broken how many limits do not hold
 *
 * @typedef {object} TriedMonth
 * @property {string} name
 * @property {number} rows
 * @property {string | null} before
 * @property {Change[]} changes one for each proposal
 *
 * @typedef {{ months: TriedMonth[], whole: TriedMonth }} Tried `whole`: all of them, its rows are people
 *
 * @typedef {{ tried: Tried, ground: string }} Replayed `ground`: what it was worked out of
 */

/** What months are tried with; another text, and what came of them says nothing any more. @param {Desk} desk */
export function groundOf({ plan, store }) {
  const proposals = plan.proposals.map(({ name: _name, note: _note, ...rules }) => rules);
  return JSON.stringify([plan.step, proposals, plan.limits, store.past.length]);
}

/** The months that the proposals, as they are now, were tried over; null where they were not. @param {Desk} desk @returns {Tried | null} */
export function triedOver(desk) {
  const { replayed } = desk;
  return replayed && replayed.ground === groundOf(desk) ? replayed.tried : null;
}

const amountIn = (/** @type {unknown} */ value) => (typeof value === "string" ? value : null);
const countIn = (/** @type {unknown} */ value) => (Number.isInteger(value) ? Number(value) : 0);

/** @param {unknown} value @returns {TriedMonth} */
function monthIn(value) {
  const { name, rows, before, changes } = isRecord(value) ? value : {};
  const all = Array.isArray(changes) ? changes.filter(isRecord) : [];
  return {
    name: typeof name === "string" ? name : "",
    rows: countIn(rows),
    before: amountIn(before),
    changes: all.map(({ after, difference, gains, losses, moved, broken }) => ({ after: amountIn(after), difference: amountIn(difference), gains: countIn(gains), losses: countIn(losses), moved: countIn(moved), broken: countIn(broken) })),
  };
}

/**
 * The months that came with a file, or null where it has none.
 *
 * @param {unknown} saved
 * @returns {Tried | null}
 */
export function completeTried(saved) {
  if (!isRecord(saved) || !Array.isArray(saved.months) || saved.months.length === 0) return null;
  return { months: saved.months.map(monthIn), whole: monthIn(saved.whole) };
}

/** What the paper says of the months, for the proposal that is shown. @param {Desk} desk */
export function triedPart(desk) {
  const tried = triedOver(desk);
  if (!tried) return null;
  const { plan, variant, step } = desk;
  const isTotalled = isNumber(desk) && (variant.compared.totalled || step.each === null);
  const shown = (/** @type {string | null} */ amount, isChange = false) => (amount === null ? "—" : variant.comparison.shown(`${amount}\n`, isChange).trim());
  const heads = isNumber(desk) ? [...(isTotalled ? [c("today"), c("proposal"), c("difference")] : []), c("gains"), c("losses"), c("paperBroken")] : [c("changedCount"), c("paperBroken")];
  const number = (/** @type {string | number} */ words) => h("td", { class: "number" }, String(words));
  /** @param {TriedMonth} month @param {string} title @param {boolean} isWhole */
  const line = ({ rows, before, changes }, title, isWhole) => {
    const change = changes[plan.shown];
    if (!change) return null;
    const counts = isNumber(desk) ? [change.gains, change.losses, change.broken] : [change.moved, change.broken];
    // A limit holds or not in each month by itself.
    const told = counts.map((count, at) => number(isWhole && (!isNumber(desk) || at === 2) ? "" : count));
    return h("tr", {}, h("th", { scope: "row" }, title), number(rows), isTotalled && [number(shown(before)), number(shown(change.after)), number(shown(change.difference, true))], told);
  };
  return [
    h("h2", {}, c("paperReplay", { count: tried.months.length })),
    h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": c("paperReplay", { count: tried.months.length }) }, h(
      "table",
      {},
      h("thead", {}, h("tr", {}, h("th", { scope: "col" }, c("paperMonth")), h("th", { scope: "col", class: "number" }, c("count")), heads.map((word) => h("th", { scope: "col", class: "number" }, word)))),
      h("tbody", {}, tried.months.map((month, at) => line(month, month.name || String(at + 1), false))),
      isNumber(desk) && h("tfoot", {}, line(tried.whole, c("paperAllMonths"), true)),
    )),
    h("p", { class: "paper-note" }, c("paperReplaySays")),
  ];
}

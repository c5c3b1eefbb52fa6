// Results that are no numbers: how many come to another one, and who from which to which.
import { h } from "../dom.js";
import { language } from "../language.js";
import { hiddenOn } from "./board.js";
import { c } from "./words.js";

/**
 * @typedef {import("./desk.js").Desk} Desk
 * @typedef {import("../engine.js").Compared} Compared
 * @typedef {import("../engine.js").Comparison} Comparison
 * @typedef {import("../engine.js").ComparedRow} ComparedRow
 */

/** Whether what is compared is a number, so that there are sums, percents and a spread. @param {Desk} desk */
export function isNumber({ step }) {
  return step.kind === "quantity";
}

/** How many change, stay, and have no result on one side. @param {Pick<Compared, "moves">} compared */
export function tallied({ moves }) {
  const sum = (/** @type {(one: Compared["moves"][0]) => boolean} */ wanted) => moves.filter(wanted).reduce((all, { count }) => all + count, 0);
  const isKnown = (/** @type {Compared["moves"][0]} */ { before, after }) => before !== null && after !== null;
  return { changed: sum((one) => isKnown(one) && !one.same), unchanged: sum((one) => isKnown(one) && one.same), unknown: sum((one) => !isKnown(one)) };
}

/** The same as texts; on a notice board not where they are few. @param {Desk} desk @param {Compared} compared */
export function talliedWords(desk, compared) {
  const { changed, unchanged } = tallied(compared);
  if (changed + unchanged === 0) return ["—", "—"];
  const hidden = hiddenOn(desk, [changed, unchanged]);
  return [changed, unchanged].map((count, at) => (hidden[at] ? c("hiddenCount") : String(count)));
}

/** @type {WeakMap<Comparison, { language: string, rows: ComparedRow[], moved: number }>} */
const known = new WeakMap();

/**
 * All rows, first those that come to another result.
 *
 * @param {Pick<import("./desk.js").Variant, "comparison" | "compared">} variant
 * @returns {{ rows: ComparedRow[], moved: number }}
 */
export function movedFirst({ comparison, compared }) {
  const there = known.get(comparison);
  if (there && there.language === language()) return there;
  const all = comparison.rows("position", 0, compared.rows, language());
  const isMoved = (/** @type {ComparedRow} */ { before, after }) => (before && before.value) !== (after && after.value);
  const moved = all.filter(isMoved);
  const found = { language: language(), rows: [...moved, ...all.filter((row) => !isMoved(row))], moved: moved.length };
  known.set(comparison, found);
  return found;
}

/**
 * Who comes to another result, for the paper.
 *
 * @param {Desk} desk
 * @param {boolean} named whether people are named, or only numbered
 */
export function movedTable({ variant }, named) {
  const { rows, moved } = movedFirst(variant);
  const shown = (/** @type {ComparedRow["before"]} */ figure) => (figure && figure.shown) || "—";
  if (moved === 0) return h("p", {}, c("nobody"));
  return h(
    "table",
    { class: "paper-moved" },
    h("thead", {}, h("tr", {}, [named ? c("name") : c("number"), c("today"), c("proposal")].map((word) => h("th", { scope: "col" }, word)))),
    h("tbody", {}, rows.slice(0, moved).map((row, at) => h("tr", {}, h("th", { scope: "row" }, named ? row.name : String(at + 1)), h("td", {}, shown(row.before)), h("td", {}, shown(row.after))))),
  );
}

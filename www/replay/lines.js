// The lines of a replay: a month each, a person each, and the box that holds a table of them.
import { c } from "../compare/words.js";
import { h } from "../dom.js";

/**
 * @typedef {import("../compare/jobs.js").Replayed} Replayed
 * @typedef {import("../compare/jobs.js").TriedMonth} TriedMonth
 * @typedef {import("./state.js").Replay} Replay
 * @typedef {import("./state.js").Result} Result
 * @typedef {{ month: import("./months.js").Month, found: TriedMonth }} Line
 */

/** The months that are done, in the order of the list. @param {Replay} replay @returns {Line[]} */
export function linesOf({ result, months }) {
  if (!result) return [];
  const done = months.filter((month) => result.found[result.months.indexOf(month)]);
  return done.map((month) => ({ month, found: result.found[result.months.indexOf(month)] }));
}

/** @param {Result} result @param {number} at */
export function proposalName({ proposals }, at) {
  return proposals[at] || c("nameless");
}

/** The lines of a text that ends each with a line feed. @param {string} text */
export function linesIn(text) {
  return text.split("\n").slice(0, -1);
}

/**
 * The texts of a result, line by line.
 *
 * @param {Replayed} whole
 */
export function tableOf(whole) {
  const lines = whole.lines.map((one) => ({ months: linesIn(one.months), missing: linesIn(one.missing), before: linesIn(one.before), after: linesIn(one.after), difference: linesIn(one.difference), percent: linesIn(one.percent) }));
  const months = whole.months.map(({ before, tried }) => ({ before: linesIn(before), tried: tried.map(({ after, difference }) => ({ after: linesIn(after), difference: linesIn(difference) })) }));
  return { names: linesIn(whole.names), lines, months };
}

/** A table that may be wider than its place. @param {string} label @param {HTMLElement} table */
export function scrolled(label, table) {
  return h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": label }, table);
}

// The limits that proposals must keep: how each is asked of the engine, and what it answers.
import { language } from "../language.js";
import { typed } from "../engine.js";
import { BOUNDS } from "./plan.js";

/**
 * @typedef {import("./plan.js").LimitEntry} LimitEntry
 * @typedef {import("../engine.js").LimitResult} LimitResult
 * @typedef {{ least: string | undefined, most: string | undefined }} Bounds
 *
 * @typedef {object} Checked
 * @property {LimitEntry} entry
 * @property {LimitResult | null} result null where nothing can be asked
 * @property {string} problem what is wrong with a bound that was typed
 */

/** What each kind of limit is about, in the engine's words. */
export const OF = /** @type {const} */ ({ budget: "total", total: "total", loss: "percent", gain: "percent", change: "change", figure: "figure" });

/**
 * @param {Pick<import("./desk.js").Variant, "comparison" | "compared">} variant
 * @param {LimitEntry[]} entries
 * @returns {Checked[]}
 */
export function limitResults({ comparison, compared }, entries) {
  return entries.map((entry) => {
    const { bounds, problem } = boundsOf(entry, compared);
    const asks = bounds.least !== undefined || bounds.most !== undefined;
    const result = problem || !asks ? null : comparison.limit(OF[entry.kind], bounds.least, bounds.most, language());
    return { entry, result, problem };
  });
}

/**
 * The bounds of a limit, as the engine reads them.
 *
 * @param {LimitEntry} entry
 * @param {Pick<import("../engine.js").Compared, "budgetBefore">} compared
 * @returns {{ bounds: Bounds, problem: string }}
 */
export function boundsOf(entry, { budgetBefore }) {
  /** @type {Bounds} */
  const bounds = { least: undefined, most: undefined };
  let problem = "";
  if (entry.kind === "budget") bounds.most = budgetBefore ? budgetBefore.value : undefined;
  for (const end of BOUNDS[entry.kind]) {
    if (entry[end].trim() === "") continue;
    const read = typed(entry[end], language());
    if (read.value === null) problem = read.problem ? read.problem.message : entry[end];
    else bounds[end] = entry.kind === "loss" ? negative(read.value) : read.value;
  }
  return { bounds, problem };
}

/** A loss is typed without its sign. @param {string} value as the engine writes it */
function negative(value) {
  if (value.startsWith("-") || /^0(\.0*)?$/.test(value)) return value;
  return `-${value}`;
}

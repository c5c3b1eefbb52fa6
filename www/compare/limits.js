// The limits that proposals must keep: how each is asked of the engine, and what it answers.
import { language } from "../language.js";
import { typed } from "../engine.js";
import { BOUNDS } from "./plan.js";
import { c } from "./words.js";

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
export const OF = /** @type {const} */ ({ budget: "total", fund: "total", total: "total", loss: "percent", gain: "percent", change: "change", figure: "figure" });

/**
 * @param {Pick<import("./desk.js").Variant, "comparison" | "compared">} variant
 * @param {LimitEntry[]} entries
 * @returns {Checked[]}
 */
export function limitResults({ comparison, compared }, entries) {
  return entries.map((entry) => {
    const { bounds, problem } = boundsOf(entry, compared);
    const asks = bounds.least !== undefined || bounds.most !== undefined;
    if (problem || !asks) return { entry, result: null, problem };
    const result = judged(comparison, entry, bounds);
    return { entry, result, problem: result ? "" : c("fundGone") };
  });
}

/** What the engine says of a limit; null where the scheme has no such figure. @param {import("../engine.js").Comparison} comparison @param {LimitEntry} entry @param {Bounds} bounds */
function judged(comparison, { kind }, { least, most }) {
  if (kind !== "fund") return comparison.limit(OF[kind], least, most, language());
  try {
    return comparison.limit(OF[kind], least, most, language());
  } catch {
    return null;
  }
}

/**
 * What the total of the step that is compared can be held against: amounts that are entered, then those that are
 * calculated.
 *
 * @param {import("./desk.js").Desk} desk
 * @returns {{ id: string, title: string }[]}
 */
export function fundsOf({ store, plan, variant }) {
  const { inputs, parameters, steps } = store.description;
  const entered = [...inputs, ...parameters].filter(({ kind }) => kind === "quantity");
  const yielded = steps.filter(({ id, kind }) => kind === "quantity" && id !== plan.step);
  // What has the same rows is a part of what they get, or what they get of it.
  const { each: own } = steps.find(({ id }) => id === plan.step) || { each: null };
  const whole = [...yielded.filter(({ each }) => each === null), ...yielded.filter(({ each }) => each !== null && each !== own)];
  const isFund = (/** @type {{ id: string }} */ { id }) => judged(variant.comparison, { kind: "fund", least: "", most: "" }, { least: undefined, most: id }) !== null;
  return [...entered, ...whole].filter(isFund).map(({ id, title }) => ({ id, title }));
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
  if (entry.kind === "fund") bounds.most = entry.against || undefined;
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

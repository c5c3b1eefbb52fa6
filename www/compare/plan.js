// What a manager proposes, as plain values that never change: proposals, their changes, and the limits they must keep.

/**
 * @typedef {object} Proposal
 * @property {string} name
 * @property {string} note
 * @property {Record<string, string>} changes the text at the path of each cell that is another than today
 * @property {SchemeFile | null} scheme another scheme file, whose rules count instead of today's
 *
 * @typedef {{ name: string, text: string }} SchemeFile
 *
 * @typedef {"budget" | "loss" | "gain" | "figure" | "change" | "total"} LimitKind
 * @typedef {{ kind: LimitKind, least: string, most: string }} LimitEntry a limit, as it was typed
 *
 * @typedef {object} Plan
 * @property {number} format
 * @property {Proposal[]} proposals
 * @property {number} shown which of them is looked at
 * @property {string} step whose figures are compared
 * @property {string} by what groups the rows; empty for nothing
 * @property {LimitEntry[]} limits
 */

/** The number of the form of plans that this page writes. */
export const FORMAT = 1;

/** The most proposals beside today's. */
export const MOST = 3;

/** The kinds of limits, in the order they are offered. @type {LimitKind[]} */
export const KINDS = ["budget", "loss", "gain", "change", "figure", "total"];

/** The bounds that each kind of limit asks for. @type {Record<LimitKind, ("least" | "most")[]>} */
export const BOUNDS = { budget: [], loss: ["least"], gain: ["most"], change: ["least", "most"], figure: ["least", "most"], total: ["least", "most"] };

/**
 * A plan with one proposal that changes nothing.
 *
 * @param {string} step
 * @param {string} name of the proposal
 * @returns {Plan}
 */
export function emptyPlan(step, name) {
  return {
    format: FORMAT,
    proposals: [{ name, note: "", changes: {}, scheme: null }],
    shown: 0,
    step,
    by: "",
    limits: [
      { kind: "budget", least: "", most: "" },
      { kind: "loss", least: "5", most: "" },
    ],
  };
}

/**
 * A plan that was kept or sent, or null where the text is none.
 *
 * @param {unknown} saved
 * @returns {Plan | null}
 */
export function completePlan(saved) {
  if (!isRecord(saved) || saved.format !== FORMAT || !Array.isArray(saved.proposals)) return null;
  const proposals = saved.proposals.filter(isRecord).slice(0, MOST).map(({ name, note, changes, scheme }) => ({
    name: textIn(name),
    note: textIn(note),
    changes: Object.fromEntries(Object.entries(isRecord(changes) ? changes : {}).filter(([, text]) => typeof text === "string")),
    scheme: isRecord(scheme) && textIn(scheme.text) ? { name: textIn(scheme.name), text: textIn(scheme.text) } : null,
  }));
  if (proposals.length === 0) return null;
  const limits = (Array.isArray(saved.limits) ? saved.limits : []).filter((one) => isRecord(one) && KINDS.includes(one.kind)).map(({ kind, least, most }) => ({ kind, least: textIn(least), most: textIn(most) }));
  const shown = Number.isInteger(saved.shown) ? Math.min(Math.max(0, Number(saved.shown)), proposals.length - 1) : 0;
  return { format: FORMAT, proposals: /** @type {Proposal[]} */ (proposals), shown, step: textIn(saved.step), by: textIn(saved.by), limits };
}

/** @param {unknown} value @returns {value is Record<string, any>} */
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** @param {unknown} value */
function textIn(value) {
  return typeof value === "string" ? value : "";
}

/**
 * The plan with something else in the proposal that is shown.
 *
 * @param {Plan} plan
 * @param {Partial<Proposal>} other
 * @returns {Plan}
 */
export function withProposal(plan, other) {
  return { ...plan, proposals: plan.proposals.map((one, at) => (at === plan.shown ? { ...one, ...other } : one)) };
}

/**
 * The plan with a text at a path of the proposal that is shown; null takes the change away.
 *
 * @param {Plan} plan
 * @param {string} path
 * @param {string | null} text
 */
export function withChange(plan, path, text) {
  const changes = { ...plan.proposals[plan.shown].changes };
  if (text === null) delete changes[path];
  else changes[path] = text;
  return withProposal(plan, { changes });
}

// What a manager proposes, as plain values that never change: proposals, their changes, and the limits they must keep.
import { isRecord } from "../record.js";

/**
 * @typedef {object} Proposal
 * @property {string} name
 * @property {string} note
 * @property {Record<string, string>} changes the text at the path of each cell that is another than today
 * @property {SchemeFile | null} scheme another scheme file, whose rules count instead of today's
 * @property {Record<string, string>} formulas the text of each part of a step that is another than today
 * @property {Record<string, ProposedRow[]>} rows all rows of each table that has others than today, in their order
 *
 * @typedef {object} ProposedRow
 * @property {string} id
 * @property {string} [title] of a row that only the proposal has
 * @property {string} [of] the row of another table that it belongs to
 *
 * @typedef {{ name: string, text: string }} SchemeFile
 *
 * @typedef {"budget" | "fund" | "loss" | "gain" | "figure" | "change" | "total"} LimitKind
 * @typedef {{ kind: LimitKind, least: string, most: string, against?: string }} LimitEntry a limit, as it was typed;
 *   `against`: the id of the figure of the scheme that the total may not pass
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

/** What a proposal is that changes nothing. */
export const NOTHING = Object.freeze({ changes: {}, scheme: null, formulas: {}, rows: {} });

/** The kinds of limits, in the order they are offered. @type {LimitKind[]} */
export const KINDS = ["budget", "fund", "total", "loss", "gain", "change", "figure"];

/** The bounds that each kind of limit asks for. @type {Record<LimitKind, ("least" | "most")[]>} */
export const BOUNDS = { budget: [], fund: [], loss: ["least"], gain: ["most"], change: ["least", "most"], figure: ["least", "most"], total: ["least", "most"] };

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
    proposals: [{ name, note: "", ...NOTHING }],
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
  const proposals = saved.proposals.filter(isRecord).slice(0, MOST).map(({ name, note, changes, scheme, formulas, rows }) => ({
    name: textIn(name),
    note: textIn(note),
    changes: textsIn(changes),
    scheme: isRecord(scheme) && textIn(scheme.text) ? { name: textIn(scheme.name), text: textIn(scheme.text) } : null,
    formulas: textsIn(formulas),
    rows: rowsIn(rows),
  }));
  if (proposals.length === 0) return null;
  const limits = (Array.isArray(saved.limits) ? saved.limits : []).filter((one) => isRecord(one) && KINDS.includes(one.kind)).map(({ kind, least, most, against }) => ({ kind, least: textIn(least), most: textIn(most), ...(kind === "fund" && { against: textIn(against) }) }));
  const shown = Number.isInteger(saved.shown) ? Math.min(Math.max(0, Number(saved.shown)), proposals.length - 1) : 0;
  return { format: FORMAT, proposals: /** @type {Proposal[]} */ (proposals), shown, step: textIn(saved.step), by: textIn(saved.by), limits };
}

/** The texts of a record, by key. @param {unknown} value @returns {Record<string, string>} */
export function textsIn(value) {
  return Object.fromEntries(Object.entries(isRecord(value) ? value : {}).filter(([, text]) => typeof text === "string"));
}

/** The rows of tables, by table. @param {unknown} value @returns {Record<string, ProposedRow[]>} */
export function rowsIn(value) {
  const tables = Object.entries(isRecord(value) ? value : {}).filter(([, rows]) => Array.isArray(rows));
  return Object.fromEntries(tables.map(([table, rows]) => [table, rows.map(textsIn).filter((/** @type {Record<string, string>} */ { id }) => id)]));
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

/**
 * The plan with a text at a part of a step in the proposal that is shown; null takes it away.
 *
 * @param {Plan} plan
 * @param {string} path
 * @param {string | null} text
 */
export function withFormula(plan, path, text) {
  const formulas = { ...plan.proposals[plan.shown].formulas };
  if (text === null) delete formulas[path];
  else formulas[path] = text;
  return withProposal(plan, { formulas });
}

/** Whether a proposal is as today. @param {Proposal} proposal */
export function isUnchanged({ changes, scheme, formulas, rows }) {
  return scheme === null && [changes, formulas, rows].every((part) => Object.keys(part).length === 0);
}

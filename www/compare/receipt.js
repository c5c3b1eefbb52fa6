// The receipt of a decision: fingerprints by which anybody can verify later that the same files give the same figures.
import { fingerprint } from "../engine.js";

/**
 * @typedef {import("./desk.js").Desk} Desk
 *
 * @typedef {object} Receipt
 * @property {string} engine its version
 * @property {string} day
 * @property {string} step whose figures were compared
 * @property {string} scheme fingerprint of the scheme's file
 * @property {string} proposed fingerprint of the scheme of the proposal, with its formulas
 * @property {string} facts fingerprint of today's facts
 * @property {string} proposal fingerprint of what the proposal changes
 * @property {string} figures fingerprint of all names and figures, before and after
 *
 * @typedef {keyof Receipt} Part
 */

/** What a receipt consists of, in the order that it is printed. @type {Part[]} */
export const PARTS = ["engine", "day", "step", "scheme", "proposed", "facts", "proposal", "figures"];

/** How many letters of a fingerprint a reader compares: nobody can make another file with the same ones. */
const LETTERS = 20;

/**
 * The receipt of the proposal that is shown.
 *
 * @param {Desk} desk
 * @param {string} version of the engine
 * @param {string} day
 * @returns {Receipt}
 */
export function receiptOf({ store, plan, proposal, variant }, version, day) {
  const { comparison } = variant;
  const sorted = (/** @type {Record<string, unknown>} */ entries) => Object.entries(entries).sort(([one], [other]) => (one < other ? -1 : 1));
  return {
    engine: version,
    day,
    step: plan.step,
    scheme: store.description.fingerprint,
    proposed: variant.rules.fingerprint,
    facts: fingerprint(store.opened.facts()),
    proposal: fingerprint(JSON.stringify([sorted(proposal.changes), proposal.scheme && proposal.scheme.text, sorted(proposal.formulas), sorted(proposal.rows)])),
    figures: fingerprint([comparison.lines("name"), comparison.lines("before"), comparison.lines("after")].join("\n\n")),
  };
}

/** The code that is printed under a paper: the fingerprint of the whole receipt. @param {Receipt} receipt */
export function codeOf(receipt) {
  return inFours(fingerprint(PARTS.map((part) => receipt[part]).join("\n")));
}

/** The beginning of a fingerprint, as people read it. @param {string} text */
export function inFours(text) {
  return (text.slice(0, LETTERS).match(/.{1,4}/g) || []).join("-");
}

/**
 * A receipt that came with a file, or null where it has none.
 *
 * @param {any} saved
 * @returns {Receipt | null}
 */
export function completeReceipt(saved) {
  if (typeof saved !== "object" || saved === null) return null;
  return PARTS.every((part) => typeof saved[part] === "string") ? /** @type {Receipt} */ (Object.fromEntries(PARTS.map((part) => [part, saved[part]]))) : null;
}

/** Whether a code that was typed from a paper is that of a receipt. @param {string} typed @param {Receipt} receipt */
export function isCode(typed, receipt) {
  const plain = (/** @type {string} */ text) => text.toLowerCase().replace(/[^0-9a-f]/g, "");
  return plain(typed) === plain(codeOf(receipt));
}

// The receipt of a decision: fingerprints by which anybody can verify later that the same files give the same figures.
import { fingerprint } from "../engine.js";
import { triedOver } from "./tried.js";

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
 * @property {string} plan fingerprint of all proposals with their names and notes, and of the limits
 * @property {string} figures fingerprint of all names and figures, before and after
 * @property {string} months fingerprint of the months that it was tried over; empty where it was not
 *
 * @typedef {keyof Receipt} Part
 */

/** What a receipt consists of, in the order that it is printed. @type {Part[]} */
export const PARTS = ["engine", "day", "step", "scheme", "proposed", "facts", "proposal", "plan", "figures", "months"];

/** How many letters of a fingerprint a reader compares: nobody can make another file with the same ones. */
const LETTERS = 20;

/** Entries in one order, however they were made. @param {Record<string, unknown>} entries */
function sorted(entries) {
  return Object.entries(entries).sort(([one], [other]) => (one < other ? -1 : 1));
}

/** What a proposal changes, as a receipt knows it. @param {import("./plan.js").Proposal} proposal */
function changesOf({ changes, scheme, formulas, rows }) {
  return [sorted(changes), scheme && scheme.text, sorted(formulas), sorted(rows).map(([table, list]) => [table, /** @type {import("./plan.js").ProposedRow[]} */ (list).map(({ id, title, of }) => [id, title, of])])];
}

/**
 * The receipt of the proposal that is shown.
 *
 * @param {Desk} desk
 * @param {string} version of the engine
 * @param {string} day
 * @returns {Receipt}
 */
export function receiptOf(desk, version, day) {
  const { store, plan, proposal, variant } = desk;
  const { comparison } = variant;
  const tried = triedOver(desk);
  const all = plan.proposals.map((one) => [one.name, one.note, one.scheme && one.scheme.name, ...changesOf(one)]);
  return {
    engine: version,
    day,
    step: plan.step,
    scheme: store.description.fingerprint,
    proposed: variant.rules.fingerprint,
    facts: fingerprint(store.opened.facts()),
    proposal: fingerprint(JSON.stringify(changesOf(proposal))),
    plan: fingerprint(JSON.stringify([all, plan.limits.map(({ kind, least, most, against }) => [kind, least, most, ...(against ? [against] : [])])])),
    months: tried ? fingerprint(JSON.stringify(tried)) : "",
    figures: fingerprint([comparison.lines("name"), comparison.lines("before"), comparison.lines("after")].join("\n\n")),
  };
}

/** The code that is printed under a paper: the fingerprint of the whole receipt. @param {Receipt} receipt */
export function codeOf(receipt) {
  // A decision that was tried over no months has the code it had before there were any.
  return inFours(fingerprint(PARTS.map((part) => receipt[part]).filter(Boolean).join("\n")));
}

/** The beginning of a fingerprint, as people read it. @param {string} text */
export function inFours(text) {
  return (text.slice(0, LETTERS).match(/.{1,4}/g) || []).join("-");
}

/**
 * A receipt that came with a file, with its code, or null where it has none.
 *
 * @param {any} saved
 * @returns {(Receipt & { code: string }) | null}
 */
export function completeReceipt(saved) {
  if (typeof saved !== "object" || saved === null) return null;
  const all = { months: "", ...saved };
  if (![...PARTS, "code"].every((part) => typeof all[part] === "string")) return null;
  return /** @type {Receipt & { code: string }} */ (Object.fromEntries([...PARTS, "code"].map((part) => [part, all[part]])));
}

/** Whether a code that was typed from a paper is that of a receipt. @param {string} typed @param {Receipt} receipt */
export function isCode(typed, receipt) {
  const plain = (/** @type {string} */ text) => text.toLowerCase().replace(/[^0-9a-f]/g, "");
  return plain(typed) === plain(codeOf(receipt));
}

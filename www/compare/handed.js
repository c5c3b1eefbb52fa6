// What is handed over for long work: the scheme that counts with its facts, as texts.
import { language } from "../language.js";
import { withEdges } from "./cells.js";

/**
 * @typedef {import("./desk.js").Desk} Desk
 * @typedef {import("./desk.js").Variant} Variant
 * @typedef {import("./jobs.js").About} About
 * @typedef {import("./jobs.js").Rules} Rules
 * @typedef {import("./jobs.js").AskedLimit} AskedLimit
 */

/** The scheme of a proposal where it is not today's: another file, or one with other formulas. @param {Desk} desk @param {Variant} variant @returns {import("./jobs.js").SchemeTexts | null} */
function otherScheme({ session }, { rules, proposal: { scheme } }) {
  const translations = scheme ? {} : session.texts.translations;
  const text = rules.text ?? (scheme && scheme.text);
  return text === null ? null : { text, translations };
}

/** What is asked about: the proposal that is shown. @param {Desk} desk @returns {About} */
export function aboutShown(desk) {
  const { variant, session } = desk;
  return { language: language(), scheme: otherScheme(desk, variant) || session.texts, facts: variant.opened.facts() };
}

/** By what a proposal calculates. @param {Desk} desk @param {Variant} variant @returns {Rules} */
export function rulesOf(desk, variant) {
  const { proposal, description } = variant;
  const scheme = otherScheme(desk, variant);
  const changes = withEdges(proposal, desk.store);
  if (!scheme && Object.keys(proposal.rows).length === 0) return { scheme: null, rules: null, changes };
  // Another scheme, or one with other rows, is opened with all that is entered in it beside the month.
  const { tables, parameters, choices } = JSON.parse(variant.opened.facts());
  return { scheme, rules: JSON.stringify({ scheme: description.id, tables, parameters, choices }), changes };
}

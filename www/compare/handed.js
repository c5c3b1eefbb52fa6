// What is handed over for long work: the scheme that counts with its facts, as texts.
import { language } from "../language.js";

/**
 * @typedef {import("./desk.js").Desk} Desk
 * @typedef {import("./desk.js").Variant} Variant
 * @typedef {import("./jobs.js").About} About
 * @typedef {import("./jobs.js").Rules} Rules
 * @typedef {import("./jobs.js").AskedLimit} AskedLimit
 */

/** The scheme of a proposal where it is not today's. @param {Variant} variant @returns {import("./jobs.js").SchemeTexts | null} */
function otherScheme({ scheme }) {
  return scheme && { text: scheme.text, translations: {} };
}

/** What is asked about: the proposal that is shown. @param {Desk} desk @returns {About} */
export function aboutShown(desk) {
  const { variant, session } = desk;
  return { language: language(), scheme: otherScheme(variant) || session.texts, facts: variant.opened.facts() };
}

/** By what a proposal calculates. @param {Variant} variant @returns {Rules} */
export function rulesOf(variant) {
  const scheme = otherScheme(variant);
  if (!scheme) return { scheme: null, rules: null, changes: variant.changes };
  // Another scheme is opened with all that is entered in it beside the month.
  const { tables, parameters, choices } = JSON.parse(variant.opened.facts());
  return { scheme, rules: JSON.stringify({ scheme: variant.description.id, tables, parameters, choices }), changes: variant.changes };
}

// A saved case as a file: the facts alone, or for a hospital's own scheme the scheme's text with them.
import { FORMAT, completeCase } from "./case.js";

/**
 * @typedef {import("./case.js").Case} Case
 *
 * @typedef {{ is: "case", facts: Case, scheme: { name: string, text: string } | null,
 *     decision: { plan: unknown, tried: unknown, receipt: unknown } | null }
 *   | { is: "newer", format: number } | { is: "nothing" }} Read what a file turned out to be
 */

/**
 * @param {Case} facts
 * @param {{ name: string, text: string } | null} own
 */
export function savedText(facts, own) {
  const whole = { ...facts, format: FORMAT };
  const saved = own ? { format: FORMAT, facts: whole, schemeFile: { name: own.name, text: own.text } } : whole;
  return `${JSON.stringify(saved, null, 1)}\n`;
}

/**
 * @param {string} text
 * @returns {Read}
 */
export function readSaved(text) {
  let saved;
  try {
    saved = JSON.parse(text);
  } catch {
    return { is: "nothing" };
  }
  if (typeof saved !== "object" || saved === null) return { is: "nothing" };
  if (typeof saved.format === "number" && saved.format > FORMAT) return { is: "newer", format: saved.format };
  const facts = completeCase("facts" in saved ? saved.facts : saved);
  if (!facts || !facts.scheme) return { is: "nothing" };
  const file = saved.schemeFile;
  const isFile = file && typeof file.name === "string" && typeof file.text === "string";
  const decision = saved.plan ? { plan: saved.plan, tried: saved.tried, receipt: saved.receipt } : null;
  return { is: "case", facts, scheme: isFile ? { name: file.name, text: file.text } : null, decision };
}

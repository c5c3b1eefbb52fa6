// A link that carries what a proposal changes and never a person: no roster, no name, no note.
import { typed } from "../engine.js";
import { language } from "../language.js";
import { cellGroups } from "./cells.js";
import { rowsIn, textsIn } from "./plan.js";

/**
 * @typedef {import("./desk.js").Desk} Desk
 *
 * @typedef {Pick<import("./plan.js").Proposal, "changes" | "rows" | "formulas">} Carried
 * @typedef {{ is: "changes", carried: Carried } | { is: "newer" | "broken" }} Sent what a link turned out to hold
 */

/** The number of the form of links that this page writes. */
const FORMAT = 2;

/** Letters of an address that some mail programs cut off. */
export const LONG = 2000;

/**
 * What may leave this computer: numbers, options that the scheme itself declares, and formulas and titles of rows in
 * which nobody of a list is named.
 *
 * @param {Desk} desk
 * @returns {{ carried: Carried, count: number, left: number }} `left` counts what stays
 */
export function carriedBy({ store, proposal }) {
  const cells = new Map(cellGroups(store, proposal).flatMap((group) => group.cells.map((cell) => [cell.path, cell])));
  const names = Object.values(store.facts.rosters).flatMap((rows) => rows.map(({ name }) => (name === undefined ? "" : String(name).trim()))).filter(Boolean);
  const namesNobody = (/** @type {string} */ text) => !names.some((name) => text.includes(name));
  const rows = Object.fromEntries(Object.entries(proposal.rows).filter(([, list]) => list.every(({ title, of }) => namesNobody(`${title || ""} ${of || ""}`))));
  const formulas = Object.fromEntries(Object.entries(proposal.formulas).filter(([, text]) => namesNobody(text)));
  const all = Object.entries(proposal.changes);
  const carried = all.filter(([path, text]) => {
    const cell = cells.get(path);
    const [, table] = path.split(".");
    if (!cell || cell.people || (table in proposal.rows && !(table in rows))) return false;
    return cell.number ? typed(text, language()).value !== null : (cell.options || []).some(({ value }) => value === text);
  });
  const sizes = [proposal.rows, proposal.formulas].map((part) => Object.keys(part).length);
  const kept = [rows, formulas].map((part) => Object.keys(part).length);
  const count = carried.length + kept[0] + kept[1];
  return { carried: { changes: Object.fromEntries(carried), rows, formulas }, count, left: all.length + sizes[0] + sizes[1] - count + (proposal.scheme ? 1 : 0) };
}

/**
 * @param {string} address of the page, without what follows `#`
 * @param {string} scheme
 * @param {Carried} carried
 */
export function linkTo(address, scheme, { changes, rows, formulas }) {
  // An older page would leave rows and formulas out without a word, so that it must not read them at all.
  const more = Object.keys(rows).length + Object.keys(formulas).length > 0;
  const text = JSON.stringify(more ? { format: FORMAT, changes, rows, formulas } : { format: 1, changes });
  const bytes = new TextEncoder().encode(text);
  const letters = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  return `${address}#/compare/${encodeURIComponent(scheme)}/link/${letters.replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "")}`;
}

/**
 * @param {string} letters what a link carries
 * @returns {Sent}
 */
export function readLink(letters) {
  try {
    const bytes = Uint8Array.from(atob(letters.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
    const sent = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    if (typeof sent.format !== "number" || typeof sent.changes !== "object" || sent.changes === null) return { is: "broken" };
    if (sent.format > FORMAT) return { is: "newer" };
    const changes = Object.entries(textsIn(sent.changes)).filter(([path]) => !path.startsWith("rosters."));
    return { is: "changes", carried: { changes: Object.fromEntries(changes), rows: rowsIn(sent.rows), formulas: textsIn(sent.formulas) } };
  } catch {
    return { is: "broken" };
  }
}

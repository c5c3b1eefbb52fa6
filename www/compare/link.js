// A link that carries the values of a proposal and never a person: no roster, no name, no free text.
import { typed } from "../engine.js";
import { language } from "../language.js";
import { cellGroups } from "./cells.js";

/**
 * @typedef {import("./desk.js").Desk} Desk
 *
 * @typedef {{ is: "changes", changes: Record<string, string> } | { is: "newer" | "broken" }} Sent what a link turned out to hold
 */

/** The number of the form of links that this page writes. */
const FORMAT = 1;

/**
 * The changes that may leave this computer: numbers, and options that the scheme itself declares.
 *
 * @param {Desk} desk
 * @returns {{ carried: Record<string, string>, left: number }} `left` counts those that stay
 */
export function carriedBy(desk) {
  const cells = new Map(cellGroups(desk.store).flatMap((group) => group.cells.map((cell) => [cell.path, cell])));
  const all = Object.entries(desk.proposal.changes);
  const carried = all.filter(([path, text]) => {
    const cell = cells.get(path);
    if (!cell || cell.people) return false;
    return cell.number ? typed(text, language()).value !== null : (cell.options || []).some(({ value }) => value === text);
  });
  return { carried: Object.fromEntries(carried), left: all.length - carried.length + (desk.proposal.scheme ? 1 : 0) };
}

/**
 * @param {string} address of the page, without what follows `#`
 * @param {string} scheme
 * @param {Record<string, string>} changes
 */
export function linkTo(address, scheme, changes) {
  const text = JSON.stringify({ format: FORMAT, changes });
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
    const changes = Object.entries(sent.changes).filter(([path, text]) => typeof text === "string" && !path.startsWith("rosters."));
    return { is: "changes", changes: /** @type {Record<string, string>} */ (Object.fromEntries(changes)) };
  } catch {
    return { is: "broken" };
  }
}

// Taking figures over from another scheme: from the case of it that is kept on this computer.
import { completeCase, textAt } from "./case.js";
import { readScheme, readSchemeFile } from "./engine.js";
import { kept } from "./keep.js";
import { language } from "./language.js";
import { schemeTexts } from "./library.js";
import { ownFiles } from "./shelf.js";

/**
 * @typedef {import("./case.js").Case} Case
 * @typedef {import("./store.js").Store} Store
 * @typedef {import("./engine.js").Scheme} Scheme
 * @typedef {import("./engine.js").Operand} Operand
 * @typedef {import("./engine.js").TakenOver} TakenOver
 * @typedef {import("./library.js").Entry} Entry
 *
 * @typedef {object} Other another scheme
 * @property {string} id
 * @property {string} title
 * @property {string} address of its screen
 * @property {string | null} facts its case, as it is kept; null where there is none
 * @property {() => Promise<Scheme | undefined>} read
 *
 * @typedef {{ is: "unknown" } | { is: "empty", other: Other } | { is: "taken", other: Other, taken: TakenOver, facts: Case }} Outcome
 */

/**
 * The scheme of an id: one that came with the page, or the hospital's own.
 *
 * @param {string} id
 * @param {Entry[]} entries
 * @returns {Promise<Other | null>}
 */
async function otherScheme(id, entries) {
  const entry = entries.find((one) => one.id === id);
  if (entry) {
    const read = async () => {
      const { scheme, translations } = await schemeTexts(entry);
      return readScheme(scheme, translations).scheme();
    };
    return { id, title: entry.titles[language()], address: `#/scheme/${id}`, facts: await kept(`case:${id}`), read };
  }
  const own = (await ownFiles()).find((one) => one.id === id);
  if (!own) return null;
  const read = async () => readSchemeFile(new TextEncoder().encode(own.text)).scheme();
  return { id, title: own.title, address: `#/own/${encodeURIComponent(id)}`, facts: await kept(`case:own:${id}`), read };
}

/**
 * What the case of a store becomes when it takes over the figures of another scheme.
 *
 * @param {Store} store
 * @param {string} path of the input or column, such as `inputs.annual` or `rosters.month.score`
 * @param {string} id of the other scheme
 * @param {Entry[]} entries
 * @returns {Promise<Outcome>}
 */
export async function takeOver(store, path, id, entries) {
  const other = await otherScheme(id, entries);
  if (!other) return { is: "unknown" };
  const scheme = other.facts === null ? undefined : await other.read();
  if (!scheme) return { is: "empty", other };
  const before = scheme.open(other.facts || "");
  const opened = store.scheme.open(JSON.stringify(store.facts));
  const taken = opened.takeOver(before, path, language());
  const facts = completeCase(JSON.parse(opened.facts())) || store.facts;
  for (const held of [before, opened, scheme]) held.free();
  const remembered = { ...store.facts.taken };
  for (const { path: cell, text, title } of taken.cells) remembered[keyOf(cell, nameAt(facts, cell))] = { text, title };
  return { is: "taken", other, taken, facts: { ...facts, taken: remembered } };
}

/**
 * Where an entered value was taken over from; null where it was not, or was typed anew since.
 *
 * @param {Case} facts
 * @param {string} path
 * @returns {string | null}
 */
export function takenFrom(facts, path) {
  const from = (facts.taken || {})[keyOf(path, nameAt(facts, path))];
  return from && from.text === textOfPath(facts, path) ? from.title : null;
}

const CELL = /^rosters\.([^.[\]]+)\[(\d+)\]\.([^.]+)$/;

/** Rows move: what was taken over for one is remembered under its name. @param {string} path @param {string} name */
function keyOf(path, name) {
  return CELL.test(path) ? `${path.replace(/\[\d+\]/, "")} ${name}` : path;
}

/** @param {Case} facts @param {string} path */
function nameAt(facts, path) {
  const cell = CELL.exec(path);
  if (!cell) return "";
  return textAt(facts, { part: "rosters", list: cell[1], row: Number(cell[2]), column: "name" }) || "";
}

/** @param {Case} facts @param {string} path */
function textOfPath(facts, path) {
  const cell = CELL.exec(path);
  if (cell) return textAt(facts, { part: "rosters", list: cell[1], row: Number(cell[2]), column: cell[3] });
  return path.startsWith("inputs.") ? textAt(facts, { part: "inputs", id: path.slice("inputs.".length) }) : null;
}

// The schemes that are practised: those of the catalogue and the hospital's own, opened when somebody practises them.
import { readScheme, readSchemeFile, wholeEngine } from "../engine.js";
import { inLanguage, language } from "../language.js";
import { schemeTexts } from "../library.js";
import { ownFiles } from "../shelf.js";

/**
 * @typedef {import("../library.js").Entry} Entry
 * @typedef {import("../engine.js").Scheme} Scheme
 *
 * @typedef {object} Practised a scheme that is open
 * @property {string} id
 * @property {boolean} own whether it was opened from a disk
 * @property {Scheme} scheme
 * @property {string | null} example facts of its example, as JSON
 * @property {Entry | null} entry
 */

/** @type {Map<string, Practised>} */
const open = new Map();

/**
 * A scheme of the catalogue, or one of the hospital's own, to be practised; null where there is none with that id. It
 * stays open: a session practises a few schemes again and again.
 *
 * @param {string} id
 * @param {Entry[]} entries
 * @returns {Promise<Practised | null>}
 */
export async function practised(id, entries) {
  const there = open.get(id);
  if (there && !there.own) return there;
  await wholeEngine();
  const found = await consulted(id, entries);
  if (found) open.set(id, found);
  return found;
}

/**
 * The same, to be read only: any engine does.
 *
 * @param {string} id
 * @param {Entry[]} entries
 */
export async function consulted(id, entries) {
  const entry = entries.find((one) => one.id === id);
  return entry ? ofEntry(entry) : ofFile(id);
}

/** @param {Entry} entry @returns {Promise<Practised>} */
async function ofEntry(entry) {
  const texts = await schemeTexts(entry);
  const reading = readScheme(texts.scheme, texts.translations);
  const scheme = reading.scheme();
  if (!scheme) throw new Error(reading.problems(language()).map(({ message }) => message).join("\n"));
  return { id: entry.id, own: false, scheme, example: texts.example, entry };
}

/** @param {string} id @returns {Promise<Practised | null>} */
async function ofFile(id) {
  const file = (await ownFiles()).find((one) => one.id === id);
  const scheme = file ? readSchemeFile(new TextEncoder().encode(file.text)).scheme() : null;
  return scheme ? { id, own: true, scheme, example: null, entry: null } : null;
}

/**
 * All schemes that can be practised, with their titles in the language of the page.
 *
 * @param {Entry[]} entries
 * @param {import("../shelf.js").OwnFile[]} own
 * @returns {{ id: string, title: string, own: boolean }[]}
 */
export function practisable(entries, own) {
  return [...entries.map(({ id, titles }) => ({ id, title: inLanguage(titles), own: false })), ...own.map(({ id, title }) => ({ id, title, own: true }))];
}

// Opening a scheme with what was last entered for it, and keeping on this computer what is entered.
import { FORMAT, completeCase, emptyCase } from "./case.js";
import { readScheme, readSchemeFile } from "./engine.js";
import { keep, keepNow, kept } from "./keep.js";
import { language } from "./language.js";
import { caseFacts, schemeTexts } from "./library.js";
import { Store } from "./store.js";

/**
 * @typedef {import("./case.js").Case} Case
 * @typedef {import("./library.js").Entry} Entry
 * @typedef {import("./shelf.js").OwnFile} OwnFile
 * @typedef {import("./engine.js").ProblemText} ProblemText
 *
 * @typedef {object} Session a scheme that is open
 * @property {string} key under which its case is kept
 * @property {Store} store
 * @property {{ text: string, translations: Record<string, string> }} texts of the scheme, as they were read
 * @property {Case | null} example
 * @property {OwnFile | null} own
 * @property {boolean} restored whether the case was kept from an earlier visit
 * @property {boolean} shown whether the case is one of the scheme's own, to look at: what is changed in it is not kept
 */

/** How long nothing must change before the case is written, in milliseconds. */
const REST = 150;

/**
 * Opens a scheme of the catalogue with what was last entered; or with one of its own cases, to look at, while what was
 * entered stays as it is.
 *
 * @param {Entry} entry
 * @param {string} [name] of the case
 * @returns {Promise<Session>}
 */
export async function openEntry(entry, name) {
  const [texts, shown] = await Promise.all([schemeTexts(entry), name ? caseFacts(entry, name) : null]);
  const reading = readScheme(texts.scheme, texts.translations);
  const scheme = reading.scheme();
  if (!scheme) throw new Error(reading.problems(language()).map(({ message }) => message).join("\n"));
  const example = caseOf(entry, texts.example);
  const facts = caseOf(entry, shown);
  const key = `case:${entry.id}`;
  const read = { text: texts.scheme, translations: texts.translations };
  if (facts) return { key, store: new Store(scheme, facts), texts: read, example, own: null, restored: false, shown: true };
  return opened(key, scheme, read, example, null);
}

/** @param {Entry} entry @param {string | null} text */
function caseOf(entry, text) {
  const facts = text === null ? null : completeCase(JSON.parse(text));
  return facts && { ...facts, scheme: entry.id, format: FORMAT };
}

/**
 * Opens a scheme file from a disk, or says what is wrong with it.
 *
 * @param {string} name of the file
 * @param {Uint8Array} bytes
 * @returns {Promise<{ session: Session } | { problems: ProblemText[] }>}
 */
export async function openFile(name, bytes) {
  const reading = readSchemeFile(bytes);
  const scheme = reading.scheme();
  if (!scheme) return { problems: reading.problems(language()) };
  const { id, title } = scheme.describe(language());
  const own = { id, title, name, text: new TextDecoder().decode(bytes) };
  return { session: await opened(`case:own:${id}`, scheme, { text: own.text, translations: {} }, null, own) };
}

/**
 * @param {string} key
 * @param {import("./engine.js").Scheme} scheme
 * @param {Session["texts"]} texts
 * @param {Case | null} example
 * @param {OwnFile | null} own
 * @returns {Promise<Session>}
 */
async function opened(key, scheme, texts, example, own) {
  const before = keptCase(await kept(key));
  const { id } = scheme.describe(language());
  const store = new Store(scheme, before || example || emptyCase(id));
  return { key, store, texts, example, own, restored: before !== null, shown: false };
}

/** @param {string | null} text */
function keptCase(text) {
  if (text === null) return null;
  try {
    return completeCase(JSON.parse(text));
  } catch {
    return null;
  }
}

/**
 * Writes the case a moment after every change, and at once when the page goes away.
 *
 * @param {Session} session
 * @param {(failed: boolean) => void} told
 * @returns {() => void} writes what is not written yet
 */
export function keepAlways({ key, store }, told) {
  let written = store.facts;
  let timer = 0;
  function write() {
    timer = 0;
    written = store.facts;
    keep(key, JSON.stringify(written)).then(
      () => told(false),
      () => told(true),
    );
  }
  store.listen(() => {
    // Not put off again by the next key: who types without a pause is saved all the same.
    if (timer === 0) timer = setTimeout(write, REST);
  });
  return () => {
    clearTimeout(timer);
    timer = 0;
    if (store.facts === written) return;
    written = store.facts;
    keepNow(key, JSON.stringify(written));
  };
}

// Months out of files: saved cases, workbooks with a sheet for each month, and text files.
import { bytesOf } from "../files.js";
import { t } from "../language.js";
import { readSaved } from "../saved.js";
import { Import } from "../sheets/importing.js";
import { openBook } from "../sheets/opening.js";
import { Stopped } from "../sheets/pace.js";
import { sentences } from "../sheets/report.js";
import { sheetWord } from "../sheets/words.js";
import { Unreadable } from "../sheets/zip.js";
import { r } from "./words.js";

/**
 * @typedef {import("../store.js").Store} Store
 * @typedef {import("../engine.js").FactRow} FactRow
 * @typedef {import("../engine.js").FactValue} FactValue
 * @typedef {import("../sheets/taking.js").Intake} Intake
 * @typedef {import("../sheets/pace.js").Pace} Pace
 *
 * @typedef {object} Month
 * @property {string} name
 * @property {string} source the file, and its sheet
 * @property {string | null} on
 * @property {Record<string, FactValue>} inputs
 * @property {Record<string, FactRow[]>} rosters
 * @property {string[]} said what reading it did
 * @property {Intake[]} intakes of sheets, with what was odd in them
 *
 * @typedef {{ months: Month[], troubles: string[] }} FromFile
 */

/**
 * The months of a file, and what in it is none.
 *
 * @param {Store} store with today's facts
 * @param {File} file
 * @param {Pace} pace
 * @param {string | null} main the roster whose rows are people
 * @returns {Promise<FromFile>}
 */
export async function monthsOf(store, file, pace, main) {
  const trouble = (/** @type {string} */ why) => ({ months: [], troubles: [r("inFile", { file: file.name, why })] });
  try {
    const bytes = await bytesOf(file);
    const start = new TextDecoder().decode(bytes.subarray(0, 200));
    if (/\.json$/i.test(file.name) || /^\ufeff?\s*\{/.test(start)) return fromSaved(store, file.name, new TextDecoder().decode(bytes));
    return await fromSheets(store, file.name, bytes, pace, main);
  } catch (reason) {
    if (reason instanceof Stopped) throw reason;
    if (reason instanceof Unreadable) return trouble(sheetWord(/** @type {import("../sheets/words.js").SheetWord} */ (reason.reason), { ...reason.values, file: file.name }));
    return trouble(sheetWord("failed", { why: String(reason) }));
  }
}

/** A name without what the ending of a file adds. @param {string} file */
function nameOf(file) {
  return file.replace(/\.[^.]{1,5}$/, "");
}

/** @param {Store} store @param {string} file @param {string} text @returns {FromFile} */
function fromSaved(store, file, text) {
  const read = readSaved(text.replace(/^\ufeff/, ""));
  if (read.is === "newer") return { months: [], troubles: [t("savedNewer", { name: file, format: read.format })] };
  if (read.is === "nothing") return { months: [], troubles: [t("savedNothing", { name: file })] };
  const { facts } = read;
  if (facts.scheme !== store.description.id) return { months: [], troubles: [r("inFile", { file, why: r("otherScheme", { scheme: facts.scheme || "" }) })] };
  const own = (/** @type {import("../case.js").Case} */ { tables, parameters, choices }) => JSON.stringify([tables, parameters, choices]);
  const said = own(facts) === own(store.facts) ? [] : [r("todayRules")];
  return { months: [{ name: nameOf(file), source: file, on: facts.on, inputs: facts.inputs, rosters: facts.rosters, said, intakes: [] }], troubles: [] };
}

/**
 * @typedef {{ at: number, sheet: string, work: Import, intake: Intake, said: string[] }} Taken a sheet that is rows of a roster
 *
 * @param {Store} store
 * @param {string} file
 * @param {Uint8Array} bytes
 * @param {Pace} pace
 * @param {string | null} main
 * @returns {Promise<FromFile>}
 */
async function fromSheets(store, file, bytes, pace, main) {
  const imports = store.description.rosters.map((roster) => new Import(store, roster, file, bytes));
  const familiar = (/** @type {string} */ text) => Math.max(0, ...imports.map((one) => Math.max(0, ...text.split(/[\r\n]+/, 30).map((line) => one.fitOf(line.split(/[,;\t]/))))));
  const book = await openBook(bytes, file, familiar);
  /** @type {string[]} */
  const troubles = [];
  /** @type {Taken[]} */
  const all = [];
  for (let at = 0; at < book.sheets.length; at += 1) {
    const { name: sheet, hidden } = book.sheets[at];
    const unread = (/** @type {string} */ why) => troubles.push(book.sheets.length > 1 ? r("inSheet", { file, sheet, why }) : r("inFile", { file, why }));
    if (hidden) {
      unread(r("hiddenSheet"));
      continue;
    }
    const found = await book.read(at, pace);
    if (found.rows.every(({ cells }) => cells.length === 0)) {
      unread(r("emptySheet"));
      continue;
    }
    const fits = imports.map((one) => one.fitOfSheet(found) + (one.roster.id === main ? 0.5 : 0));
    const best = fits.indexOf(Math.max(...fits));
    if (best < 0 || fits[best] < 1) {
      unread(r("noHeadings"));
      continue;
    }
    const work = imports[best];
    work.book = { ...book, sheets: [book.sheets[at]], read: async () => found };
    work.sheets.clear();
    work.choose(0);
    const intake = await work.taken(pace);
    if (intake.rows.length === 0) unread(r("noRows"));
    else all.push({ at, sheet, work, intake, said: sentences(work.book, 0, intake, work.targets) });
  }
  return { months: joined(store, file, book.sheets.length > 1, all, main, troubles), troubles };
}

/**
 * Sheets of one list are a month each; sheets of other lists belong to the months in their order, or to all of them.
 *
 * @param {Store} store
 * @param {string} file
 * @param {boolean} isMany whether the file has several sheets
 * @param {Taken[]} all
 * @param {string | null} main
 * @param {string[]} troubles
 * @returns {Month[]}
 */
function joined(store, file, isMany, all, main, troubles) {
  const lists = [...new Set(all.map(({ work }) => work.roster.id))];
  const of = (/** @type {string} */ id) => all.filter(({ work }) => work.roster.id === id);
  const most = lists.slice().sort((one, other) => of(other).length - of(one).length);
  const first = main !== null && lists.includes(main) ? main : most[0];
  if (first === undefined) return [];
  const own = of(first);
  const others = lists.filter((id) => id !== first).filter((id) => {
    const some = of(id);
    if (some.length === own.length || some.length === 1) return true;
    for (const { sheet, work } of some) troubles.push(r("inSheet", { file, sheet, why: r("leftOver", { list: work.roster.title }) }));
    return false;
  });
  const { rosters, inputs } = store.description;
  const missing = rosters.filter(({ id }) => id !== first && !others.includes(id) && (store.facts.rosters[id] || []).length > 0).map(({ title }) => title);
  const amounts = inputs.map(({ title }) => title);
  return own.map((one, at) => {
    const parts = [one, ...others.map((id) => (of(id).length === 1 ? of(id)[0] : of(id)[at]))];
    return {
      name: isMany && own.length > 1 ? one.sheet : nameOf(file),
      source: isMany ? `${file} · ${parts.map(({ sheet }) => sheet).join(t("listComma"))}` : file,
      on: store.facts.on,
      inputs: { ...store.facts.inputs },
      rosters: { ...store.facts.rosters, ...Object.fromEntries(parts.map(({ work, intake }) => [work.roster.id, intake.rows])) },
      said: [
        ...parts.flatMap(({ said }) => said),
        missing.length > 0 ? r("todayLists", { names: missing.join(t("listComma")) }) : "",
        amounts.length > 0 ? r("todayAmounts", { names: amounts.join(t("listComma")) }) : "",
      ].filter(Boolean),
      intakes: parts.map(({ intake }) => intake),
    };
  });
}

/** The facts of a month by today's rules, as JSON. @param {Store} store @param {Month} month */
export function factsOf({ facts }, { on, inputs, rosters }) {
  const { scheme, format, parameters, choices, tables } = facts;
  return JSON.stringify({ scheme, format, on, inputs, parameters, choices, tables, rosters });
}

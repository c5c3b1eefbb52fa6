// Rosters out of spreadsheets and into them: what the buttons of a roster do, loaded when one is pressed.
import { withRows } from "../case.js";
import { bytesOf, saveFile } from "../files.js";
import { ImportDialog } from "./dialog.js";
import { Import } from "./importing.js";
import { rosterBook, templateBook, wholeBook } from "./outgoing.js";
import { Pace } from "./pace.js";
import { SeveralDialog, sharedOut } from "./several.js";
import { sheetWord } from "./words.js";

/**
 * @typedef {import("../store.js").Store} Store
 * @typedef {import("../engine.js").RosterForm} RosterForm
 * @typedef {(text: string, undo?: boolean) => void} Say tells what happened, with an offer to take it back
 */

const WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/**
 * Shows what a file would put into a roster, and puts it there when somebody says so.
 *
 * @param {Store} store
 * @param {RosterForm} roster
 * @param {File} file
 * @param {(chosen: (file: File) => void) => void} choose lets somebody choose another
 * @param {Say} say
 */
export async function importFile(store, roster, file, choose, say) {
  const take = (/** @type {import("../engine.js").FactRow[]} */ rows, /** @type {string} */ name, /** @type {string} */ said) => {
    store.replace(withRows(store.facts, roster.id, rows), name);
    say(said, true);
  };
  const all = store.description.rosters.length > 1 ? (/** @type {File} */ whole) => void importSeveral(store, whole, choose, say) : undefined;
  await new ImportDialog(store, roster, { take, choose, template: () => saveTemplate(store), all }).open(file);
}

/**
 * The same for every roster that the file has a sheet for, with one report, in one step.
 *
 * @param {Store} store
 * @param {File} file
 * @param {(chosen: (file: File) => void) => void} choose
 * @param {Say} say
 */
export async function importSeveral(store, file, choose, say) {
  const take = (/** @type {Record<string, import("../engine.js").FactRow[]>} */ rosters, /** @type {string} */ name, /** @type {string} */ said) => {
    store.replace({ ...store.facts, rosters: { ...store.facts.rosters, ...rosters } }, name);
    say(said, true);
  };
  await new SeveralDialog(store, { take, choose, template: () => saveTemplate(store) }).open(file);
}

/**
 * The same for the roster that the headings of a file fit best.
 *
 * @param {Store} store
 * @param {File} file
 * @param {(chosen: (file: File) => void) => void} choose
 * @param {Say} say
 */
export async function importFitting(store, file, choose, say) {
  const { rosters } = store.description;
  if (rosters.length === 0) {
    say(sheetWord("noRoster", { file: file.name }));
    return;
  }
  const bytes = rosters.length > 1 ? await bytesOf(file) : new Uint8Array();
  const shared = rosters.length > 1 ? await sharedOut(store, file.name, bytes, new Pace()).catch(() => []) : [];
  if (shared.length > 1) {
    await importSeveral(store, file, choose, say);
    return;
  }
  // What cannot be read fits every roster alike, and the dialog says why.
  const fits = await Promise.all(rosters.map((roster) => (rosters.length > 1 ? new Import(store, roster, file.name, bytes).fit(new Pace()).catch(() => 0) : 0)));
  await importFile(store, rosters[fits.indexOf(Math.max(...fits))], file, choose, say);
}

/** Saves a workbook to fill in. @param {Store} store */
export async function saveTemplate(store) {
  saveFile(`${store.description.title}-${sheetWord("templateName")}.xlsx`, await templateBook(store), WORKBOOK);
}

/** Saves every roster with its results, and those of the whole scheme, as one workbook. @param {Store} store @param {Say} say */
export async function saveAll(store, say) {
  const { bytes, asText, rounded } = await wholeBook(store);
  saveFile(`${store.description.title}.xlsx`, bytes, WORKBOOK);
  sayCounts(asText, rounded, say);
}

/** Saves a roster with its results as a workbook. @param {Store} store @param {RosterForm} roster @param {Say} say */
export async function saveRoster(store, roster, say) {
  const { bytes, asText, rounded } = await rosterBook(store, roster);
  saveFile(`${store.description.title}-${roster.title}.xlsx`, bytes, WORKBOOK);
  sayCounts(asText, rounded, say);
}

/** Tells of numbers that spreadsheets cannot hold. @param {number} asText @param {number} rounded @param {Say} say */
function sayCounts(asText, rounded, say) {
  const said = [asText > 0 ? sheetWord("exportedAsText", { count: asText }) : "", rounded > 0 ? sheetWord("exportedRounded", { count: rounded }) : ""].filter(Boolean);
  if (said.length > 0) say(said.join(" "));
}

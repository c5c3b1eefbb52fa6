// The buttons of a roster that lead from and to spreadsheets; what they do is loaded when one is pressed.
import { h } from "../dom.js";
import { chooseFile } from "../files.js";
import { t } from "../language.js";

/**
 * @typedef {import("../store.js").Store} Store
 * @typedef {import("../engine.js").RosterForm} RosterForm
 */

/** What can be opened. */
const ACCEPTED = ".xlsx,.xlsm,.csv,.txt,.tsv,.xls";

const choose = (/** @type {(file: File) => void} */ chosen) => chooseFile(ACCEPTED, chosen);

/** @param {File} file */
export function isSpreadsheet({ name }) {
  return /\.(xlsx|xlsm|xls|csv|tsv|ods)$/i.test(name);
}

/**
 * Takes a file that was dropped on the page into the roster that its headings fit.
 *
 * @param {Store} store
 * @param {File} file
 * @param {(text: string, undo?: boolean) => void} say
 */
export async function importDropped(store, file, say) {
  const sheets = await import("../sheets/sheets.js");
  await sheets.importFitting(store, file, choose, say);
}

/**
 * @param {Store} store
 * @param {RosterForm} roster
 * @param {(text: string, undo?: boolean) => void} say tells what happened, with an offer to take it back
 */
export function sheetButtons(store, roster, say) {
  /** @param {(sheets: typeof import("../sheets/sheets.js")) => Promise<void>} task */
  const load = (task) =>
    import("../sheets/sheets.js").then(task).catch((reason) => {
      say(String(reason));
    });
  const buttons = [
    h("button", { type: "button", onclick: () => choose((file) => load((sheets) => sheets.importFile(store, roster, file, choose, say))) }, t("importList")),
    h("button", { type: "button", onclick: () => load((sheets) => sheets.saveTemplate(store)) }, t("template")),
    h("button", { type: "button", onclick: () => load((sheets) => sheets.saveRoster(store, roster, say)) }, t("exportExcel")),
  ];
  // Beside the first of several lists: all of them in one file.
  const { rosters } = store.description;
  if (rosters.length > 1 && rosters[0].id === roster.id) buttons.push(h("button", { type: "button", onclick: () => load((sheets) => sheets.saveAll(store, say)) }, t("exportAll")));
  return buttons;
}

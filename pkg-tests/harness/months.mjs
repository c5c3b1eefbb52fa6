// Months for tests of the replay: files of a ward and workbooks with a sheet for each month.
import { readFileSync } from "node:fs";

import { zip } from "../../dist/sheets/zip.js";
import { cases } from "./cases.mjs";

/** The example of each scheme that the questions are tried on, with a step of numbers and a value that matters; `group`: where it
 * stands folded. */
export const ASKED = [
  { scheme: "ultrasound", example: "ultrasound/month", step: "pay", group: "其他數值", field: "職稱考核工資所佔比例" },
  { scheme: "ward-nurses", example: "ward-nurses/source", step: "pay", group: null, field: "夜班" },
  { scheme: "general-surgery", example: "general-surgery/source", step: "pay", group: "其他數值", field: "每封表揚信、每個退回紅包的獎勵" },
  { scheme: "annual-rating", example: "annual-rating/year", step: "month_score", group: "考核項目", field: "" },
];

/** The facts of an example, as a saved case. @param {string} name such as `ward-nurses/source` @returns {any} */
export function savedCase(name) {
  const found = cases().find((one) => one.name === name);
  if (!found) throw new Error(name);
  return { scheme: name.split("/")[0], format: 1, ...JSON.parse(found.facts) };
}

/** A file that a field for files takes. @param {string} name @param {string | Uint8Array} content */
export function file(name, content) {
  return { name, mimeType: "application/octet-stream", buffer: Buffer.from(content) };
}

/**
 * A saved month of a ward.
 *
 * @param {string} name
 * @param {string[]} nurses
 * @param {string} [pool]
 */
export function wardMonth(name, nurses, pool = "12000") {
  const rows = nurses.map((nurse, at) => ({ name: nurse, shifts: { leader: String(at % 2), evening: String((at * 2) % 5), night: String((at * 3 + name.length) % 7) } }));
  return file(name, JSON.stringify({ scheme: "ward-nurses", format: 1, inputs: { pool }, rosters: { nurse: rows } }));
}

/**
 * A workbook with these sheets.
 *
 * @param {string} name
 * @param {[string, string[][]][]} sheets
 * @param {string[]} [hidden] sheets that are not shown
 */
export async function workbookOf(name, sheets, hidden = []) {
  const cell = (/** @type {string} */ text) => (text === "" ? "<c/>" : /^-?\d+(\.\d+)?$/.test(text) ? `<c><v>${text}</v></c>` : `<c t="inlineStr"><is><t>${text}</t></is></c>`);
  const links = (/** @type {string[][]} */ all) => `<Relationships>${all.map(([id, type, target]) => `<Relationship Id="${id}" Type="x/${type}" Target="${target}"/>`).join("")}</Relationships>`;
  const bytes = await zip([
    ["_rels/.rels", links([["a", "officeDocument", "xl/workbook.xml"]])],
    ["xl/workbook.xml", `<workbook><sheets>${sheets.map(([title], at) => `<sheet name="${title}" sheetId="${at + 1}" state="${hidden.includes(title) ? "hidden" : "visible"}" r:id="s${at}"/>`).join("")}</sheets></workbook>`],
    ["xl/_rels/workbook.xml.rels", links([...sheets.map((_, at) => [`s${at}`, "worksheet", `/xl/sheet${at}.xml`]), ["z", "styles", "styles.xml"]])],
    ["xl/styles.xml", '<styleSheet><cellXfs><xf numFmtId="0"/></cellXfs></styleSheet>'],
    ...sheets.map(([, rows], at) => /** @type {[string, string]} */ ([`xl/sheet${at}.xml`, `<?xml version="1.0"?><worksheet><sheetData>${rows.map((row, line) => `<row r="${line + 1}">${row.map(cell).join("")}</row>`).join("")}</sheetData></worksheet>`])),
  ]);
  return file(name, bytes);
}

/** A file of the tests. @param {string} name */
export function fixtureFile(name) {
  return file(name, readFileSync(new URL(`../sheets/${name}`, import.meta.url)));
}

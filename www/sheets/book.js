// What a workbook or a text file holds, in one form: sheets of cells whose texts are as the file has them.

/**
 * @typedef {"text" | "number" | "percent" | "date" | "truth" | "error" | "none"} Kind of a cell; `none`: a formula
 *   whose value the file does not keep
 *
 * @typedef {object} Cell
 * @property {number} column from 0
 * @property {Kind} is
 * @property {string} text as the file has it: no digit is added or lost
 * @property {boolean} formula
 *
 * @typedef {object} Row
 * @property {number} number as spreadsheets count, from 1
 * @property {Cell[]} cells those that hold something, from left to right
 * @property {boolean} hidden
 *
 * @typedef {object} Merge cells drawn as one, from 0
 * @property {number} top
 * @property {number} bottom
 * @property {number} left
 * @property {number} right
 *
 * @typedef {object} Sheet
 * @property {Row[]} rows
 * @property {Merge[]} merges
 * @property {Set<number>} hiddenColumns
 *
 * @typedef {object} SheetName
 * @property {string} name
 * @property {boolean} hidden
 *
 * @typedef {object} Book
 * @property {"workbook" | "text"} form
 * @property {SheetName[]} sheets
 * @property {boolean} since1904 whether days are counted from 1904
 * @property {{ encoding: string, separator: string, damaged: number, open: boolean } | null} text how a text file was read
 * @property {(sheet: number, pace: import("./pace.js").Pace) => Promise<Sheet>} read
 */

/** The name of a column: A, B, … Z, AA. @param {number} column from 0 */
export function columnName(column) {
  let name = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

/**
 * The place of a cell such as `C5`, from 0.
 *
 * @param {string} name
 * @returns {{ row: number, column: number } | null}
 */
export function placeOf(name) {
  const found = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(name);
  if (!found) return null;
  let column = 0;
  for (const letter of found[1].toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(found[2]) - 1, column: column - 1 };
}

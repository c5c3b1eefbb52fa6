// Reads a text file of rows: its encoding, what separates its cells, and the cells.
import { Unreadable } from "./zip.js";

/**
 * @typedef {import("./book.js").Book} Book
 * @typedef {import("./book.js").Row} Row
 */

/** The encodings that may be chosen. */
export const ENCODINGS = ["utf-8", "gb18030", "big5", "utf-16le"];

const SEPARATORS = [",", "\t", ";"];
/** How many letters are looked at to find out what separates the cells. */
const LOOKED = 20000;
/** How many letters are read between two looks at the clock. */
const PIECE = 1 << 16;

/**
 * @param {Uint8Array} bytes
 * @param {string} name of the file
 * @param {(heads: string) => number} familiar how many headings of the roster a text holds; it tells GB18030 from Big5
 * @param {string} [wanted] encoding
 * @returns {Book}
 */
export function readText(bytes, name, familiar, wanted) {
  const encoding = wanted || encodingOf(bytes, familiar);
  const text = new TextDecoder(encoding).decode(bytes).replace(/^\ufeff/, "");
  if (/\u0000/.test(text.slice(0, LOOKED))) throw new Unreadable("notWorkbook");
  const separator = separatorOf(text.slice(0, LOOKED));
  const how = { encoding, separator, damaged: (text.match(/\ufffd/g) || []).length, open: false };
  return {
    form: "text",
    sheets: [{ name, hidden: false }],
    since1904: false,
    text: how,
    async read(_, pace) {
      const { rows, open } = await rowsOf(text, separator, pace);
      how.open = open;
      return { rows, merges: [], hiddenColumns: new Set() };
    },
  };
}

/** @param {Uint8Array} bytes @param {(heads: string) => number} familiar */
function encodingOf(bytes, familiar) {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (decoded(bytes, "utf-8") !== null) return "utf-8";
  const start = (/** @type {string} */ encoding) => familiar(new TextDecoder(encoding).decode(bytes.subarray(0, LOOKED)));
  const isBig5 = start("big5") > start("gb18030");
  return isBig5 || (decoded(bytes, "gb18030") === null && decoded(bytes, "big5") !== null) ? "big5" : "gb18030";
}

/** @param {Uint8Array} bytes @param {string} encoding @returns {string | null} null where the bytes are not of it */
function decoded(bytes, encoding) {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** What stands in the first row most often, outside quotes. @param {string} text */
function separatorOf(text) {
  const line = text.replace(/"[^"]*"/g, "").split(/\r\n?|\n/).find((one) => SEPARATORS.some((letter) => one.includes(letter))) || "";
  const counts = SEPARATORS.map((letter) => line.split(letter).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))];
}

/**
 * @param {string} text
 * @param {string} separator
 * @param {import("./pace.js").Pace} pace
 */
async function rowsOf(text, separator, pace) {
  /** @type {Row[]} */
  const rows = [];
  // A cell as it stands, or a quoted one with its quotes; then what ends it.
  const pattern = new RegExp(`(?:"((?:[^"]|"")*)"|([^"${separator}\\r\\n][^${separator}\\r\\n]*|))(${separator}|\\r\\n?|\\n|$)`, "y");
  const loose = new RegExp(`([^${separator}\\r\\n]*)(${separator}|\\r\\n?|\\n|$)`, "y");
  let number = 1;
  let column = 0;
  let open = false;
  /** @type {Row} */
  let row = { number, cells: [], hidden: false };
  let looked = 0;
  for (let at = 0; at < text.length; ) {
    pattern.lastIndex = at;
    let found = pattern.exec(text);
    let cell = "";
    let end = "";
    if (found) {
      cell = found[1] === undefined ? found[2] : found[1].replace(/""/g, '"');
      end = found[3];
      at = pattern.lastIndex;
    } else {
      // A quote that nothing closes, or with letters behind it, is a letter.
      loose.lastIndex = at;
      found = loose.exec(text);
      cell = found ? found[1] : "";
      end = found ? found[2] : "";
      at = loose.lastIndex;
      open = true;
    }
    if (cell !== "") row.cells.push({ column, is: "text", text: cell, formula: false });
    column += 1;
    if (end !== separator) {
      if (row.cells.length > 0) rows.push(row);
      number += 1;
      column = 0;
      row = { number, cells: [], hidden: false };
    }
    if (at - looked > PIECE) {
      looked = at;
      if (pace.isOver) await pace.breathe(at / text.length, rows.length);
    }
  }
  if (row.cells.length > 0) rows.push(row);
  return { rows, open };
}

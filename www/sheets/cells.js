// What a cell of a file becomes in a column of a roster, and what is odd about it.
import { plainName } from "./columns.js";
import { dayOf, writtenDay } from "./days.js";
import { asShown, isShort, isTyped, narrow, plainDecimal, timesHundred, withoutThousands } from "./decimal.js";

/**
 * @typedef {import("./book.js").Cell} Cell
 * @typedef {import("./columns.js").Target} Target
 *
 * @typedef {object} How
 * @property {"shown" | "stored"} digits whether numbers of a workbook have the fifteen digits that it shows, or all stored
 * @property {boolean} since1904
 * @property {boolean} isText whether the file has texts only, so that a number as text is nothing odd
 *
 * @typedef {"formula" | "formulaEmpty" | "errorValue" | "textNumber" | "fullWidth" | "thousands" | "exponent" | "longDigits" | "percentTaken" |
 *   "percentElsewhere" | "dateInNumber" | "notNumber" | "dateText" | "timeDropped" | "notDate" | "truthRead" | "notOption" |
 *   "optionRead" | "dateInWords" | "trimmed" | "apostrophe"} Oddity
 *
 * @typedef {{ text: string, odd: Oddity[] }} Taken
 */

/** What people write for yes and no. */
const YES = ["true", "yes", "y", "是", "√", "✓", "✔", "1", "有", "对", "對"];
const NO = ["false", "no", "n", "否", "×", "✗", "x", "0", "无", "無", "非"];

/**
 * @param {Cell} cell
 * @param {Target} target
 * @param {How} how
 * @returns {Taken}
 */
export function takenCell(cell, target, how) {
  const taken = valueOf(cell, target, how);
  if (cell.formula) taken.odd.unshift(cell.is === "none" ? "formulaEmpty" : "formula");
  return taken;
}

/** @param {Cell} cell @param {Target} target @param {How} how @returns {Taken} */
function valueOf(cell, target, how) {
  if (cell.is === "none") return { text: "", odd: [] };
  if (cell.is === "error") return { text: cell.text, odd: ["errorValue"] };
  if (target.kind === "quantity") return quantity(cell, target, how);
  if (target.kind === "date") return day(cell, how);
  if (target.kind === "truth") return truth(cell);
  return words(cell, target, how);
}

/** @param {string} text @returns {Taken} */
function cleaned(text) {
  const inner = text.replace(/[\u200b\u200c\u200d\u2060\ufeff]/g, "").replace(/[\r\n\t]+/g, " ").trim();
  /** @type {Oddity[]} */
  const odd = inner === text ? [] : ["trimmed"];
  // This page writes an apostrophe before what a spreadsheet would take for a formula.
  if (/^'[=+\-@]/.test(inner)) return { text: inner.slice(1), odd: [...odd, "apostrophe"] };
  return { text: inner, odd };
}

/** @param {Cell} cell @param {Target} target @param {How} how @returns {Taken} */
function quantity(cell, target, how) {
  if (cell.is === "date") {
    const found = dayOf(cell.text, how.since1904);
    return { text: found ? found.day : cell.text, odd: ["dateInNumber"] };
  }
  if (cell.is === "truth") return { text: cell.text === "1" ? "TRUE" : "FALSE", odd: ["notNumber"] };
  if (cell.is === "text") return typedQuantity(cell.text, how);
  const stored = plainDecimal(cell.text);
  if (stored === null) return { text: cell.text, odd: ["notNumber"] };
  /** @type {Oddity[]} */
  const odd = isShort(stored) ? [] : ["longDigits"];
  const number = how.digits === "shown" ? asShown(stored) : stored;
  if (cell.is !== "percent") return { text: number, odd };
  if (!target.percent) return { text: number, odd: [...odd, "percentElsewhere"] };
  return { text: timesHundred(number), odd: [...odd, "percentTaken"] };
}

/** @param {string} text @param {How} how @returns {Taken} */
function typedQuantity(text, how) {
  const { text: inner, odd } = cleaned(text);
  const slim = narrow(inner).trim();
  if (slim !== inner) odd.push("fullWidth");
  const joined = withoutThousands(slim);
  if (joined !== null) odd.push("thousands");
  const number = joined ?? slim;
  if (number === "") return { text: "", odd };
  if (isTyped(number)) {
    if (!how.isText) odd.push("textNumber");
    // All digits of a text are somebody's: none is left out.
    if (!isShort(number.replace("%", ""))) odd.push("longDigits");
    return { text: number, odd };
  }
  const expanded = /e/i.test(number) ? plainDecimal(number) : null;
  return expanded === null ? { text: inner, odd: [...odd, "notNumber"] } : { text: expanded, odd: [...odd, "exponent"] };
}

/** @param {Cell} cell @param {How} how @returns {Taken} */
function day(cell, how) {
  if (cell.is === "date" && !/^\d{4}-/.test(cell.text)) {
    const found = dayOf(plainDecimal(cell.text) || "", how.since1904);
    if (!found) return { text: cell.text, odd: ["notDate"] };
    return { text: found.day, odd: found.hasTime ? ["timeDropped"] : [] };
  }
  const { text, odd } = cleaned(cell.text);
  const slim = narrow(text);
  const [written, time] = cell.is === "truth" ? [null, ""] : dayAndTime(slim);
  if (written === null) return { text, odd: [...odd, "notDate"] };
  if (written !== text) odd.push("dateText");
  if (/[1-9]/.test(time)) odd.push("timeDropped");
  return { text: written, odd };
}

/** @param {string} text @returns {[string | null, string]} */
function dayAndTime(text) {
  const found = /^(.*?)(?:[\sT]+(\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?Z?))?$/.exec(text);
  return found ? [writtenDay(found[1].trim()), found[2] || ""] : [null, ""];
}

/** @param {Cell} cell @returns {Taken} */
function truth(cell) {
  const { text, odd } = cleaned(cell.text);
  const plain = narrow(text).toLowerCase();
  const value = YES.includes(plain) ? "true" : NO.includes(plain) ? "false" : null;
  if (value === null) return { text, odd: [...odd, "notOption"] };
  const isUsual = cell.is === "truth" || ["是", "否", "yes", "no", "true", "false"].includes(plain);
  return { text: value, odd: isUsual ? odd : [...odd, "truthRead"] };
}

/** @param {Cell} cell @param {Target} target @param {How} how @returns {Taken} */
function words(cell, target, how) {
  const taken = wordsOf(cell, how);
  if (!target.options || taken.text === "") return taken;
  const value = target.options.get(plainName(taken.text));
  if (value === undefined) return { text: taken.text, odd: [...taken.odd, "notOption"] };
  const isUsual = value === taken.text || (target.column.options || []).some((option) => option.value === value && option.title === taken.text);
  return { text: value, odd: isUsual ? taken.odd : [...taken.odd, "optionRead"] };
}

/** @param {Cell} cell @param {How} how @returns {Taken} */
function wordsOf(cell, how) {
  if (cell.is === "text") return cleaned(cell.text);
  if (cell.is === "truth") return { text: cell.text === "1" ? "TRUE" : "FALSE", odd: [] };
  if (cell.is === "date") {
    const found = dayOf(cell.text, how.since1904);
    return { text: found ? found.day : cell.text, odd: ["dateInWords"] };
  }
  const number = plainDecimal(cell.text) ?? cell.text;
  return { text: number, odd: isShort(number) ? [] : ["longDigits"] };
}

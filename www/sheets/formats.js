// Which styles of a workbook show a number as a day or as a percentage.
import { Markup, attribute } from "./markup.js";

/** @typedef {"number" | "percent" | "date"} NumberKind */

/** The formats that every workbook has and that show a day. @param {number} id */
const isBuiltInDay = (id) => (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58);

/**
 * What a number of each style is.
 *
 * @param {string} text the styles of a workbook
 * @returns {NumberKind[]}
 */
export function numberKinds(text) {
  /** @type {Map<number, string>} */
  const own = new Map();
  /** @type {NumberKind[]} */
  const kinds = [];
  let isCells = false;
  const reader = {
    opens(/** @type {string} */ name, /** @type {string} */ tag) {
      if (name === "numFmt") own.set(Number(attribute(tag, "numFmtId")), attribute(tag, "formatCode") || "");
      else if (name === "cellXfs") isCells = true;
      else if (name === "xf" && isCells) kinds.push(kindOf(Number(attribute(tag, "numFmtId") || 0), own));
    },
    closes(/** @type {string} */ name) {
      if (name === "cellXfs") isCells = false;
    },
  };
  new Markup(reader).feed(text);
  return kinds;
}

/** @param {number} id @param {Map<number, string>} own @returns {NumberKind} */
function kindOf(id, own) {
  const code = own.get(id);
  if (code === undefined) return isBuiltInDay(id) ? "date" : id === 9 || id === 10 ? "percent" : "number";
  // Texts in quotes, colours and conditions say nothing of what the number is.
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, "");
  if (/[yd年月日]/i.test(bare)) return "date";
  return bare.includes("%") ? "percent" : "number";
}

// Writes a workbook (xlsx): numbers as numbers, a heading row that stays in sight, columns as wide as what stands in them.
import { columnName } from "./book.js";
import { escaped } from "./markup.js";
import { zip } from "./zip.js";

/**
 * @typedef {object} Sent a cell to write
 * @property {"text" | "number" | "date"} is
 * @property {string} text a number as decimal text
 * @property {number} [places] decimals that are shown
 *
 * @typedef {object} SheetToWrite
 * @property {string} name
 * @property {string[]} head
 * @property {Sent[][]} rows
 * @property {(string | null)[]} [choices] for each column where its allowed values stand, such as `選項!$A$2:$A$5`
 * @property {boolean} [wraps] whether texts are set in several lines
 */

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const START = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** How many rows offer their allowed values. */
const OFFERING = 2000;
const NARROWEST = 9;
const WIDEST = 46;
/** How many rows are measured for the width of a column. */
const MEASURED = 500;

/** Styles that every workbook has: a cell, a heading, a text of several lines, a day. */
const PLAIN = 0;
const HEAD = 1;
const WRAPPED = 2;
const DAY = 3;
const FIRST_NUMBER = 4;

/**
 * @param {SheetToWrite[]} sheets
 * @returns {Promise<Uint8Array>}
 */
export function writeWorkbook(sheets) {
  const names = namesOf(sheets.map(({ name }) => name));
  /** @type {Map<number, number>} styles of numbers by their decimals */
  const styles = new Map();
  /** @type {Map<string, number>} */
  const texts = new Map();
  const pages = sheets.map((sheet, at) => /** @type {[string, string]} */ ([`xl/worksheets/sheet${at + 1}.xml`, sheetText(sheet, at === 0, styles, texts)]));
  return zip([
    ["[Content_Types].xml", typesText(sheets.length)],
    ["_rels/.rels", linksText([["officeDocument", "xl/workbook.xml"]])],
    ["xl/workbook.xml", bookText(names)],
    ["xl/_rels/workbook.xml.rels", linksText([...sheets.map((_, at) => /** @type {[string, string]} */ (["worksheet", `worksheets/sheet${at + 1}.xml`])), ["styles", "styles.xml"], ["sharedStrings", "sharedStrings.xml"]])],
    ["xl/styles.xml", stylesText([...styles.keys()])],
    ["xl/sharedStrings.xml", stringsText([...texts.keys()])],
    ...pages,
  ]);
}

/**
 * Names that sheets may have: short, without certain letters, each once.
 *
 * @param {string[]} wanted
 */
export function namesOf(wanted) {
  /** @type {string[]} */
  const names = [];
  for (const one of wanted) {
    const base = one.replace(/[\\/?*[\]:]/g, " ").replace(/^'+|'+$/g, "").trim().slice(0, 31) || "Sheet";
    let name = base;
    for (let again = 2; names.some((other) => other.toLowerCase() === name.toLowerCase()); again += 1) name = `${base.slice(0, 27)} ${again}`;
    names.push(name);
  }
  return names;
}

/**
 * @param {SheetToWrite} sheet
 * @param {boolean} isFirst
 * @param {Map<number, number>} styles
 * @param {Map<string, number>} texts
 */
function sheetText({ head, rows, choices = [], wraps = false }, isFirst, styles, texts) {
  const widths = head.map((title, at) => widthOf(title, rows, at));
  const heading = head.map((title, at) => cellText({ is: "text", text: title }, at, 1, HEAD, styles, texts)).join("");
  const lines = rows.map((row, down) => `<row r="${down + 2}">${row.map((cell, at) => cellText(cell, at, down + 2, wraps ? WRAPPED : PLAIN, styles, texts)).join("")}</row>`);
  const offers = choices.flatMap((list, at) =>
    list ? [`<dataValidation type="list" errorStyle="warning" allowBlank="1" showErrorMessage="1" sqref="${columnName(at)}2:${columnName(at)}${OFFERING}"><formula1>${escaped(list)}</formula1></dataValidation>`] : [],
  );
  return [
    START,
    `<worksheet xmlns="${MAIN}"><sheetViews><sheetView${isFirst ? ' tabSelected="1"' : ""} workbookViewId="0"><pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews>`,
    `<cols>${widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join("")}</cols>`,
    `<sheetData><row r="1">${heading}</row>`,
    ...lines,
    "</sheetData>",
    offers.length > 0 ? `<dataValidations count="${offers.length}">${offers.join("")}</dataValidations>` : "",
    "</worksheet>",
  ].join("");
}

/**
 * @param {Sent} cell
 * @param {number} at
 * @param {number} row
 * @param {number} style of texts
 * @param {Map<number, number>} styles
 * @param {Map<string, number>} texts
 */
function cellText({ is, text, places = -1 }, at, row, style, styles, texts) {
  if (text === "") return "";
  const place = `${columnName(at)}${row}`;
  if (is === "date") return `<c r="${place}" s="${DAY}"><v>${text}</v></c>`;
  if (is === "number") {
    if (places < 0) return `<c r="${place}"><v>${text}</v></c>`;
    const known = styles.get(places) ?? styles.size + FIRST_NUMBER;
    styles.set(places, known);
    return `<c r="${place}" s="${known}"><v>${text}</v></c>`;
  }
  const known = texts.get(text) ?? texts.size;
  texts.set(text, known);
  return `<c r="${place}" t="s"${style === PLAIN ? "" : ` s="${style}"`}><v>${known}</v></c>`;
}

/** @param {string} title @param {Sent[][]} rows @param {number} at */
function widthOf(title, rows, at) {
  const longest = Math.max(lengthOf(title), ...rows.slice(0, MEASURED).map((row) => (row[at] ? (row[at].is === "date" ? 10 : lengthOf(row[at].text)) : 0)));
  return Math.min(WIDEST, Math.max(NARROWEST, longest + 2));
}

/** @param {string} text in narrow letters */
function lengthOf(text) {
  let length = 0;
  for (const letter of text) length += letter > "\u2e7f" ? 2 : 1;
  return length;
}

/** @param {number} count of sheets */
function typesText(count) {
  const type = (/** @type {string} */ part, /** @type {string} */ kind) => `<Override PartName="/xl/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
  const pages = Array.from({ length: count }, (_, at) => type(`worksheets/sheet${at + 1}.xml`, "worksheet"));
  return `${START}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${type("workbook.xml", "sheet.main")}${type("styles.xml", "styles")}${type("sharedStrings.xml", "sharedStrings")}${pages.join("")}</Types>`;
}

/** @param {[string, string][]} links */
function linksText(links) {
  const items = links.map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${LINKS}/${type}" Target="${target}"/>`);
  return `${START}<Relationships xmlns="${PACKAGE}/relationships">${items.join("")}</Relationships>`;
}

/** @param {string[]} names */
function bookText(names) {
  const sheets = names.map((name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`);
  return `${START}<workbook xmlns="${MAIN}" xmlns:r="${LINKS}"><sheets>${sheets.join("")}</sheets></workbook>`;
}

/** @param {number[]} places of the styles of numbers */
function stylesText(places) {
  const formats = [`<numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>`, ...places.map((count, at) => `<numFmt numFmtId="${165 + at}" formatCode="#,##0${count > 0 ? `.${"0".repeat(count)}` : ""}"/>`)];
  const cell = (/** @type {string} */ more, /** @type {string} */ inner = "") => `<xf fontId="0" fillId="0" borderId="0" xfId="0" ${more}${inner ? `>${inner}</xf>` : "/>"}`;
  const styles = [
    cell('numFmtId="0"'),
    '<xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>',
    cell('numFmtId="0" applyAlignment="1"', '<alignment vertical="top" wrapText="1"/>'),
    cell('numFmtId="164" applyNumberFormat="1"'),
    ...places.map((_, at) => cell(`numFmtId="${165 + at}" applyNumberFormat="1"`)),
  ];
  return [
    START,
    `<styleSheet xmlns="${MAIN}"><numFmts count="${formats.length}">${formats.join("")}</numFmts>`,
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>',
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8F1F6"/></patternFill></fill></fills>',
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${styles.length}">${styles.join("")}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
  ].join("");
}

/** @param {string[]} texts */
function stringsText(texts) {
  return `${START}<sst xmlns="${MAIN}" uniqueCount="${texts.length}">${texts.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join("")}</sst>`;
}

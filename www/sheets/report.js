// What an import did, as words: what it read, what it left out, and every odd cell under its reason.
import { h } from "../dom.js";
import { t } from "../language.js";
import { columnName } from "./book.js";
import { sheetWord } from "./words.js";

/**
 * @typedef {import("./taking.js").Intake} Intake
 * @typedef {import("./taking.js").Odd} Odd
 * @typedef {import("./taking.js").FileColumn} FileColumn
 * @typedef {import("./columns.js").Targets} Targets
 * @typedef {import("./book.js").Book} Book
 * @typedef {import("./words.js").SheetWord} SheetWord
 */

/** Reasons, those that somebody must look at first. @type {import("./taking.js").Kind[]} */
const ORDER = [
  "formulaEmpty", "errorValue", "notNumber", "dateInNumber", "notDate", "notOption", "longDigits", "percentElsewhere",
  "duplicateRow", "duplicateName", "nameless", "totalRow", "unreadRow", "headingAgain", "above",
  "mergedOnce", "mergedFilled", "mergedWide", "formula", "textNumber", "fullWidth", "thousands", "exponent",
  "percentTaken", "dateText", "timeDropped", "dateInWords", "truthRead", "optionRead", "trimmed", "apostrophe",
];

/** How many of these need a look: what comes before the merges. */
const TO_CHECK = ORDER.indexOf("mergedOnce");

/** The most cells that are listed under a reason; the report on the disk has all. */
const LISTED = 50;

/** How many columns are named in a sentence of the dialog. */
const NAMED = 8;

/** How encodings are called. @type {Record<string, string>} */
export const ENCODING_NAMES = { "utf-8": "UTF-8", gb18030: "GB18030", big5: "Big5", "utf-16le": "UTF-16", "utf-16be": "UTF-16" };

/**
 * @param {Book} book
 * @param {number} chosen
 * @param {Intake} intake
 * @param {Targets} targets
 * @param {boolean} [isWhole] whether every name is told, however many there are
 * @param {number[]} [read] every sheet that is read
 * @returns {string[]} sentences
 */
export function sentences(book, chosen, intake, targets, isWhole = false, read = [chosen]) {
  const { text, sheets, since1904 } = book;
  const others = sheets.filter((_, at) => !read.includes(at)).map(({ name, hidden }) => name + (hidden ? sheetWord("hiddenSheet") : ""));
  const unread = intake.columns.filter(({ target, twice, filled, heading }) => (target === -1 || twice) && (filled > 0 || heading !== ""));
  const names = (/** @type {string[]} */ list) => (isWhole || list.length <= NAMED ? list.join(t("listComma")) : `${list.slice(0, NAMED).join(t("listComma"))}… (${list.length})`);
  return [
    intake.heading > 0 ? sheetWord("summary", { rows: intake.rows.length, heading: intake.heading, columns: targets.columns.length - intake.missing.length }) : sheetWord("noHeading"),
    intake.heading > 0 && intake.rows.length === 0 ? sheetWord("noRows") : "",
    text ? sheetWord("fromText", { encoding: ENCODING_NAMES[text.encoding], separator: sheetWord(text.separator === "," ? "comma" : text.separator === ";" ? "semicolonName" : "tab") }) : "",
    text && text.damaged > 0 ? sheetWord("textDamaged", { count: text.damaged }) : "",
    text && text.open ? sheetWord("textOpen") : "",
    others.length > 0 ? sheetWord("otherSheets", { names: names(others) }) : "",
    intake.heading > 0 && intake.missing.length > 0 ? sheetWord("missing", { names: names(intake.missing.map((at) => targets.columns[at].title)) }) : "",
    unread.length > 0 ? sheetWord("unknown", { names: names(unread.map(headingOf)) }) : "",
    intake.emptyRows > 0 ? sheetWord("emptyRows", { count: intake.emptyRows }) : "",
    intake.hiddenRows > 0 ? sheetWord("hiddenRows", { count: intake.hiddenRows }) : "",
    since1904 ? sheetWord("since1904") : "",
  ].filter(Boolean);
}

/** @param {FileColumn} column */
export function headingOf({ column, heading }) {
  return `${heading || sheetWord("noTitle")}（${columnName(column)}）`;
}

/**
 * @param {Odd[]} odd
 * @returns {{ kind: import("./taking.js").Kind, words: string, all: Odd[], isToCheck: boolean }[]}
 */
function reasons(odd) {
  /** @type {Map<string, Odd[]>} */
  const byKind = new Map();
  for (const one of odd) {
    const there = byKind.get(one.kind);
    if (there) there.push(one);
    else byKind.set(one.kind, [one]);
  }
  return ORDER.flatMap((kind, at) => {
    const all = byKind.get(kind);
    return all ? [{ kind, words: sheetWord(/** @type {SheetWord} */ (`odd-${kind}`), { count: all.length }), all, isToCheck: at < TO_CHECK }] : [];
  });
}

/** @param {Odd} odd */
function placeOf({ row, column }) {
  return column === null ? sheetWord("wholeRow", { row }) : `${columnName(column)}${row}`;
}

/** @param {Odd} odd */
function afterOf({ kind, after }) {
  return kind === "duplicateRow" || kind === "duplicateName" ? sheetWord("sameAs", { row: after }) : after;
}

/**
 * Every reason with its cells.
 *
 * @param {Intake} intake
 * @param {(kind: string) => Node | null} more what stands with a reason
 * @param {string} [of] whose cells they are, where there are others
 */
export function oddView(intake, more, of = "") {
  const found = reasons(intake.odd);
  if (found.length === 0) return h("p", {}, sheetWord("nothingOdd"));
  return h(
    "div",
    { class: "odd" },
    found.map(({ kind, words, all, isToCheck }) =>
      h(
        "details",
        { class: isToCheck && "check", open: kind === "longDigits" },
        h("summary", {}, words),
        more(kind),
        scrolled(of + words, h(
          "table",
          {},
          h("thead", {}, h("tr", {}, ["where", "before", "after"].map((word) => h("th", { scope: "col" }, sheetWord(/** @type {SheetWord} */ (word)))))),
          h("tbody", {}, all.slice(0, LISTED).map((odd) => h("tr", {}, h("th", { scope: "row" }, placeOf(odd)), h("td", {}, odd.before), h("td", {}, afterOf(odd))))),
        )),
        all.length > LISTED && h("p", {}, sheetWord("moreOdd", { count: all.length - LISTED })),
      ),
    ),
  );
}

/** A table that may be wider than its place. @param {string} label @param {HTMLElement} table */
export function scrolled(label, table) {
  return h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": label }, table);
}

/**
 * The whole report as rows of a text file.
 *
 * @param {string[]} said
 * @param {Intake} intake
 * @returns {string[][]}
 */
export function reportRows(said, intake) {
  const head = ["reportKind", "where", "before", "after"].map((word) => sheetWord(/** @type {SheetWord} */ (word)));
  const cells = reasons(intake.odd).flatMap(({ words, all }) => all.map((odd) => [words, placeOf(odd), odd.before, afterOf(odd)]));
  return [...said.map((words) => [words]), [], head, ...cells];
}

// Reads a workbook (xlsx): its sheets, and the cells of one of them, with the texts as the file has them.
import { placeOf } from "./book.js";
import { numberKinds } from "./formats.js";
import { Markup, attribute, unescaped } from "./markup.js";
import { Unreadable, textOfPart, unzip } from "./zip.js";

/**
 * @typedef {import("./book.js").Book} Book
 * @typedef {import("./book.js").Cell} Cell
 * @typedef {import("./book.js").Kind} Kind
 * @typedef {import("./book.js").Row} Row
 * @typedef {import("./book.js").Sheet} Sheet
 * @typedef {import("./zip.js").Part} Part
 */

/** The most that a part besides the rows may hold, in bytes: more would fill the memory. */
const MOST = 400 * 1024 * 1024;
/** How many letters are read between two looks at the clock. */
const PIECE = 1 << 17;

/**
 * @param {Uint8Array} bytes
 * @returns {Promise<Book>}
 */
export async function readWorkbook(bytes) {
  const parts = unzip(bytes);
  const main = mainPart(parts, await textOfPart(parts.get("_rels/.rels")));
  const folder = main.slice(0, main.lastIndexOf("/") + 1);
  const links = linksOf(await textOfPart(parts.get(`${folder}_rels/${main.slice(folder.length)}.rels`)), folder);
  const { sheets, since1904 } = sheetsOf(await textOfPart(parts.get(main)));
  /** @param {string} end of a link's type */
  const linked = (end) => parts.get(([...links.values()].find(({ type }) => type.endsWith(end)) || { target: "" }).target);
  const kinds = numberKinds(await textOfPart(linked("/styles")));
  /** @type {Promise<string[]> | null} */
  let texts = null;
  const readable = sheets.filter(({ link }) => /\/worksheet$/.test((links.get(link) || { type: "" }).type));
  if (readable.length === 0) throw new Unreadable("noSheets");
  return {
    form: "workbook",
    sheets: readable,
    since1904,
    text: null,
    async read(at, pace) {
      const part = parts.get((links.get(readable[at].link) || { target: "" }).target);
      if (!part) throw new Unreadable("damaged");
      const strings = linked("/sharedStrings");
      if (strings && strings.size > MOST) throw new Unreadable("tooBig");
      // What was begun and stopped is begun anew.
      texts = texts || (strings ? stringsOf(strings, pace) : Promise.resolve([]));
      const known = await texts.catch((reason) => {
        texts = null;
        throw reason;
      });
      return sheetOf(part, known, kinds, pace);
    },
  };
}

/** The part that lists the sheets. @param {Map<string, Part>} parts @param {string} links */
function mainPart(parts, links) {
  const named = [...linksOf(links, "").values()].find(({ type }) => type.endsWith("/officeDocument"));
  const name = named ? named.target : "xl/workbook.xml";
  if (parts.has("EncryptedPackage")) throw new Unreadable("password");
  if (parts.has("content.xml") && parts.has("mimetype")) throw new Unreadable("openDocument");
  if (name.endsWith(".bin")) throw new Unreadable("binaryWorkbook");
  if (!parts.has(name) || /word|ppt/.test(name)) throw new Unreadable("notWorkbook");
  return name;
}

/**
 * @param {string} text
 * @param {string} folder that targets are named from
 * @returns {Map<string, { type: string, target: string }>}
 */
function linksOf(text, folder) {
  /** @type {Map<string, { type: string, target: string }>} */
  const links = new Map();
  read(text, (name, tag) => {
    if (name !== "Relationship") return;
    const target = attribute(tag, "Target") || "";
    links.set(attribute(tag, "Id") || "", { type: attribute(tag, "Type") || "", target: pathFrom(folder, target) });
  });
  return links;
}

/** @param {string} folder @param {string} target */
function pathFrom(folder, target) {
  /** @type {string[]} */
  const steps = [];
  for (const step of (target.startsWith("/") ? target : folder + target).split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}

/** @param {string} text */
function sheetsOf(text) {
  /** @type {{ name: string, hidden: boolean, link: string }[]} */
  const sheets = [];
  let since1904 = false;
  read(text, (name, tag) => {
    if (name === "sheet") sheets.push({ name: attribute(tag, "name") || "", hidden: /hidden/i.test(attribute(tag, "state") || ""), link: attribute(tag, "id") || "" });
    else if (name === "workbookPr") since1904 = /^(1|true)$/.test(attribute(tag, "date1904") || "");
  });
  return { sheets, since1904 };
}

/** @param {string} text @param {(name: string, tag: string) => void} opens */
function read(text, opens) {
  new Markup({ opens, closes() {} }).feed(text);
}

/**
 * Reads a part a piece at a time.
 *
 * @param {Part} part
 * @param {import("./markup.js").Reader} reader
 * @param {import("./pace.js").Pace} pace
 * @param {() => number} rows how many were read
 */
async function readPart(part, reader, pace, rows) {
  const markup = new Markup(reader);
  const decoder = new TextDecoder();
  let seen = 0;
  for await (const piece of part.pieces()) {
    seen += piece.length;
    const text = decoder.decode(piece, { stream: true });
    for (let at = 0; at < text.length; at += PIECE) {
      markup.feed(text.slice(at, at + PIECE));
      if (pace.isOver) await pace.breathe(part.size > 0 ? seen / part.size : 1, rows());
    }
  }
}

/**
 * The texts that cells name by number.
 *
 * @param {Part} part
 * @param {import("./pace.js").Pace} pace
 */
async function stringsOf(part, pace) {
  /** @type {string[]} */
  const texts = [];
  let text = "";
  const words = wordsOf((piece) => (text += piece));
  /** @type {import("./markup.js").Reader} */
  const reader = {
    opens(name) {
      if (name === "si") text = "";
      words.opens(name);
    },
    closes(name) {
      words.closes(name);
      if (name === "si") texts.push(unescaped(text));
    },
    text: words.text,
  };
  await readPart(part, reader, pace, () => 0);
  return texts;
}

/** Gathers what stands in `t`, but not how it is pronounced. @param {(text: string) => void} found */
function wordsOf(found) {
  let isText = false;
  let isSound = false;
  return {
    opens(/** @type {string} */ name) {
      if (name === "rPh") isSound = true;
      else if (name === "t") isText = true;
    },
    closes(/** @type {string} */ name) {
      if (name === "rPh") isSound = false;
      else if (name === "t") isText = false;
    },
    text(/** @type {string} */ piece) {
      if (isText && !isSound) found(piece);
    },
  };
}

/**
 * @param {Part} part
 * @param {string[]} texts
 * @param {("number" | "percent" | "date")[]} kinds of numbers, by style
 * @param {import("./pace.js").Pace} pace
 * @returns {Promise<Sheet>}
 */
async function sheetOf(part, texts, kinds, pace) {
  /** @type {Sheet} */
  const sheet = { rows: [], merges: [], hiddenColumns: new Set() };
  /** @type {Row | null} */
  let row = null;
  let number = 0;
  let column = -1;
  let type = "";
  let style = 0;
  let value = "";
  let words = "";
  let hasValue = false;
  let hasFormula = false;
  let isValue = false;
  const inline = wordsOf((piece) => (words += piece));

  /** @param {string} tag */
  function opensCell(tag) {
    const place = placeOf(attribute(tag, "r") || "");
    column = place ? place.column : column + 1;
    type = attribute(tag, "t") || "n";
    style = Number(attribute(tag, "s") || 0);
    value = "";
    words = "";
    hasValue = false;
    hasFormula = false;
  }

  /** @returns {Cell | null} */
  function cell() {
    const text = type === "s" ? (texts[Number(value)] ?? "") : type === "inlineStr" ? unescaped(words) : type === "str" ? unescaped(value) : value;
    if (hasFormula && !hasValue && words === "") return { column, is: "none", text: "", formula: true };
    if (text === "" && !hasFormula) return null;
    return { column, is: kindOf(type, kinds[style] || "number"), text, formula: hasFormula };
  }

  /** @type {import("./markup.js").Reader} */
  const reader = {
    opens(name, tag) {
      inline.opens(name);
      if (name === "c") opensCell(tag);
      else if (name === "v") {
        isValue = true;
        hasValue = true;
      } else if (name === "f") hasFormula = true;
      else if (name === "row") {
        number = Number(attribute(tag, "r") || number + 1);
        column = -1;
        row = { number, cells: [], hidden: /^(1|true)$/.test(attribute(tag, "hidden") || "") };
      } else if (name === "mergeCell") addMerge(sheet, attribute(tag, "ref") || "");
      else if (name === "col" && /^(1|true)$/.test(attribute(tag, "hidden") || "")) {
        const last = Math.min(16383, Number(attribute(tag, "max")) - 1);
        for (let at = Number(attribute(tag, "min")) - 1; at <= last; at += 1) sheet.hiddenColumns.add(at);
      }
    },
    closes(name) {
      inline.closes(name);
      if (name === "v") isValue = false;
      else if (name === "c" && row) {
        const one = cell();
        if (one) row.cells.push(one);
      } else if (name === "row" && row) {
        if (row.cells.length > 0) sheet.rows.push(row);
        row = null;
      }
    },
    text(piece) {
      if (isValue) value += piece;
      else inline.text(piece);
    },
  };
  await readPart(part, reader, pace, () => sheet.rows.length);
  return sheet;
}

/** @param {string} type @param {"number" | "percent" | "date"} number @returns {Kind} */
function kindOf(type, number) {
  if (type === "n") return number;
  if (type === "b") return "truth";
  if (type === "e") return "error";
  if (type === "d") return "date";
  return "text";
}

/** @param {Sheet} sheet @param {string} range such as `A2:A4` */
function addMerge(sheet, range) {
  const [first, last] = range.split(":").map(placeOf);
  if (first && last) sheet.merges.push({ top: first.row, left: first.column, bottom: last.row, right: last.column });
}

// The misprints of the source as exercises: a case of the source with the figure as it is printed.
import { completeCase, tableRows, textOf } from "../case.js";

/**
 * @typedef {import("../library.js").ShippedCase} ShippedCase
 * @typedef {import("../engine.js").Description} Description
 * @typedef {import("../engine.js").Scheme} Scheme
 * @typedef {import("../engine.js").Language} Language
 * @typedef {import("../engine.js").Sheet} Sheet
 * @typedef {import("../case.js").Case} Case
 *
 * @typedef {object} Misprint
 * @property {string} erratum its id
 * @property {string} figure such as `pay[0]`
 * @property {string} printed
 * @property {Case} facts
 */

/** Fewer lines than this are no exercise. */
const FEWEST = 3;

/**
 * The printed figures of a scheme that are wrong, each once: of its example where that shows it.
 *
 * @param {ShippedCase[]} cases
 * @param {Description} description
 * @returns {Misprint[]}
 */
export function misprintsOf(cases, description) {
  /** @type {Map<string, Misprint>} */
  const found = new Map();
  const ordered = [...cases.filter(({ example }) => example), ...cases.filter(({ example }) => !example)];
  for (const { facts: shipped, misprints } of ordered) {
    const facts = completeCase(shipped);
    if (!facts) continue;
    for (const { figure, printed, erratum } of misprints) {
      const place = placeOf(figure, facts, description);
      if (place !== null && !found.has(erratum)) found.set(erratum, { erratum, figure: place, printed, facts });
    }
  }
  return [...found.values()];
}

/** @param {string} figure such as `pay @ 護士甲` @param {Case} facts @param {Description} description @returns {string | null} such as `pay[0]` */
function placeOf(figure, facts, description) {
  const [step, name] = figure.split(" @ ");
  if (name === undefined) return step;
  const form = description.steps.find(({ id }) => id === step);
  const table = description.tables.find(({ id }) => form && id === form.each);
  const rows = table ? tableRows(facts, table).map(({ id }) => String(id)) : (form && form.each && facts.rosters[form.each] ? facts.rosters[form.each] : []).map((row) => textOf(row.name, undefined));
  const row = rows.indexOf(name);
  return row < 0 ? null : `${step}[${row}]`;
}

/**
 * The calculation in which a misprint stands: of the figure itself, or of a later one where that alone says too little.
 *
 * @param {Scheme} scheme
 * @param {Description} description
 * @param {Misprint} misprint
 * @param {Language} language
 * @returns {Sheet & { right: string }} with the right figure and its unit
 */
export function sheetOf(scheme, description, { figure, printed, facts }, language) {
  const opened = scheme.open(JSON.stringify(facts));
  const row = (/\[\d+\]$/.exec(figure) || [""])[0];
  const [step] = figure.split("[");
  const each = (description.steps.find(({ id }) => id === step) || { each: null }).each;
  const later = description.outputs.flatMap(({ steps }) => steps).flatMap((id) => description.steps.filter((one) => one.id === id && (one.each === each || one.each === null))).map((one) => (one.each === null ? one.id : `${one.id}${row}`));
  let sheet = opened.tape(figure, language);
  for (const other of later) {
    if (sheet.lines.length >= FEWEST) break;
    const longer = opened.tape(other, language);
    if (longer.lines.some((line) => line.figure === figure)) sheet = longer;
  }
  opened.free();
  // Where a misprint stands among figures that are given, none of them is taken as right.
  const isGiven = sheet.lines.some((line) => line.figure === figure && line.given);
  // Clauses tell where the source is wrong.
  return { ...sheet, lines: sheet.lines.map((line) => ({ ...line, clause: null, given: line.given && !isGiven, ...(line.figure === figure ? { shown: writtenLike(printed, line.shown || ""), numbers: withoutResult(line.numbers) } : {}) })), right: rightOf(sheet.lines, figure) };
}

/** @param {Sheet["lines"]} lines @param {string} figure */
function rightOf(lines, figure) {
  const line = lines.find((one) => one.figure === figure);
  return line ? [line.shown, line.unit].filter(Boolean).join(" ") : "";
}

/** The numbers put in, without what comes of them. @param {string | null} numbers */
function withoutResult(numbers) {
  return numbers && numbers.replace(/ = [^=\n]*$/, "");
}

/**
 * A printed number with the decimals and commas that the page would write: otherwise its look gave it away.
 *
 * @param {string} printed
 * @param {string} shown
 */
export function writtenLike(printed, shown) {
  const [whole, part = ""] = printed.split(".");
  if (!/^-?\d+$/.test(whole) || !/^\d*$/.test(part) || /≈/.test(shown)) return printed;
  const places = (shown.split(".")[1] || "").length;
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const decimals = part.padEnd(places, "0");
  return decimals === "" ? grouped : `${grouped}.${decimals}`;
}

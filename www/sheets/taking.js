// What a sheet becomes as rows of a roster: which column is which, every row, and everything odd on the way.
import { takenCell } from "./cells.js";
import { plainName, targetOf } from "./columns.js";

/**
 * @typedef {import("./book.js").Sheet} Sheet
 * @typedef {import("./book.js").Row} Row
 * @typedef {import("./book.js").Cell} Cell
 * @typedef {import("./columns.js").Targets} Targets
 * @typedef {import("./cells.js").How} How
 * @typedef {import("../engine.js").FactRow} FactRow
 *
 * @typedef {import("./cells.js").Oddity | "mergedFilled" | "mergedOnce" | "mergedWide" | "duplicateName" | "duplicateRow" |
 *   "nameless" | "totalRow" | "headingAgain" | "unreadRow" | "above"} Kind of what a report tells
 *
 * @typedef {object} Odd one thing to tell
 * @property {Kind} kind
 * @property {number} row as spreadsheets count, from 1
 * @property {number | null} column from 0; null where it is the whole row
 * @property {string} before what the file has
 * @property {string} after what it became
 *
 * @typedef {object} FileColumn
 * @property {number} column
 * @property {string} heading
 * @property {number} target the column of the roster; -1: not read; -2: the page calculates it
 * @property {boolean} twice whether a column before it fills the same one
 * @property {boolean} hidden
 * @property {number} filled how many cells below the heading hold something
 * @property {string} sample the first of them
 *
 * @typedef {object} Intake what would come into the roster
 * @property {FactRow[]} rows
 * @property {FileColumn[]} columns
 * @property {number[]} missing columns of the roster that the file does not have
 * @property {Odd[]} odd
 * @property {number} heading the row that the headings stand in, from 1; 0 where there are none
 * @property {number} emptyRows
 * @property {number} hiddenRows
 * @property {number} leftOut rows that hold something and were not taken
 *
 * @typedef {How & { assigned: Map<number, number> }} Choices what somebody chose: columns of the file for those of the roster
 */

/** Where headings are looked for. */
const HEAD_ROWS = 30;
/** What people write before a row that adds up the others. */
const TOTAL = /^(合\s*計|合\s*计|總\s*計|总\s*计|小\s*計|小\s*计|total|subtotal|grandtotal|sum)[:：]?$/i;

/**
 * @param {Sheet} sheet
 * @param {Targets} targets
 * @param {Choices} choices
 * @param {import("./pace.js").Pace} pace
 * @returns {Promise<Intake>}
 */
export async function takeSheet(sheet, targets, choices, pace) {
  const at = headingAt(sheet, targets);
  /** @type {Intake} */
  const intake = { rows: [], columns: [], missing: targets.columns.map((_, one) => one), odd: [], heading: 0, emptyRows: 0, hiddenRows: 0, leftOut: 0 };
  if (at < 0) return intake;
  const head = sheet.rows[at];
  intake.heading = head.number;
  for (const row of sheet.rows.slice(0, at)) tell(intake, "above", row, null, textOfRow(row), "");
  const rows = withMerges(sheet, at, targets, choices, intake);
  intake.columns = columnsOf(head, rows, sheet, targets, choices);
  const used = new Map(intake.columns.flatMap(({ column, target, twice }) => (target >= 0 && !twice ? [[column, target]] : [])));
  intake.missing = intake.missing.filter((target) => ![...used.values()].includes(target));
  tellMerges(sheet, head.number, targets, used, intake);
  const last = rows.length > 0 ? rows[rows.length - 1].number : head.number;
  intake.emptyRows = last - head.number - rows.length;
  /** @type {Map<string, number>} */
  const names = new Map();
  /** @type {Map<string, number>} */
  const whole = new Map();
  for (let one = 0; one < rows.length; one += 1) {
    takeRow(rows[one], used, head, targets, choices, intake, names, whole);
    if (pace.isOver) await pace.breathe(one / rows.length, intake.rows.length);
  }
  return intake;
}

/** The row that names the most columns of the roster. @param {Sheet} sheet @param {Targets} targets */
function headingAt(sheet, targets) {
  let best = -1;
  let most = 0;
  sheet.rows.slice(0, HEAD_ROWS).forEach((row, at) => {
    const found = new Set(row.cells.map(({ text }) => targetOf(targets, text)).filter((target) => target >= 0)).size;
    if (found > most) {
      most = found;
      best = at;
    }
  });
  return best;
}

/**
 * @param {Row} head
 * @param {Row[]} rows
 * @param {Sheet} sheet
 * @param {Targets} targets
 * @param {Choices} choices
 * @returns {FileColumn[]}
 */
function columnsOf(head, rows, sheet, targets, choices) {
  const headings = new Map(head.cells.map(({ column, text }) => [column, text.trim()]));
  /** @type {Map<number, { filled: number, sample: string }>} */
  const found = new Map([...headings.keys()].map((column) => [column, { filled: 0, sample: "" }]));
  for (const { cells } of rows) {
    for (const { column, text } of cells) {
      if (text === "") continue;
      const there = found.get(column) || { filled: 0, sample: text };
      found.set(column, { filled: there.filled + 1, sample: there.sample || text });
    }
  }
  const seen = new Set();
  return [...found.entries()]
    .sort(([one], [other]) => one - other)
    .map(([column, { filled, sample }]) => {
      const heading = headings.get(column) || "";
      const target = choices.assigned.get(column) ?? (heading === "" ? -1 : targetOf(targets, heading));
      const twice = target >= 0 && seen.has(target);
      seen.add(target);
      return { column, heading, target, twice, hidden: sheet.hiddenColumns.has(column), filled, sample };
    });
}

/**
 * The rows below the headings; a value over several rows stands in each of them, where it is no number.
 *
 * @param {Sheet} sheet
 * @param {number} at where the headings stand
 * @param {Targets} targets
 * @param {Choices} choices
 * @param {Intake} intake
 * @returns {Row[]}
 */
function withMerges(sheet, at, targets, choices, intake) {
  const head = sheet.rows[at];
  const rows = sheet.rows.slice(at + 1);
  const tall = sheet.merges.filter(({ top, bottom }) => bottom > top && top >= head.number);
  if (tall.length === 0) return rows;
  const headings = new Map(head.cells.map(({ column, text }) => [column, text]));
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  const end = rows.length > 0 ? rows[rows.length - 1].number : 0;
  for (const { top, bottom, left } of tall) {
    const first = byNumber.get(top + 1);
    const cell = first && first.cells.find(({ column }) => column === left);
    const target = choices.assigned.get(left) ?? targetOf(targets, headings.get(left) || "");
    if (!cell || target < 0 || targets.columns[target].kind === "quantity") continue;
    for (let number = top + 2; number <= Math.min(bottom + 1, end); number += 1) {
      const row = byNumber.get(number);
      // A merge over an empty row would make a row of nobody.
      if (!row || row.cells.length === 0 || row.cells.some(({ column }) => column === left)) continue;
      const filled = { ...row, cells: [...row.cells, { ...cell, formula: false }].sort((one, other) => one.column - other.column) };
      byNumber.set(number, filled);
      tell(intake, "mergedFilled", filled, left, "", cell.text);
    }
  }
  return rows.map((row) => byNumber.get(row.number) || row);
}

/**
 * @param {Sheet} sheet
 * @param {number} heading
 * @param {Targets} targets
 * @param {Map<number, number>} used
 * @param {Intake} intake
 */
function tellMerges(sheet, heading, targets, used, intake) {
  const rows = new Map(sheet.merges.length > 0 ? sheet.rows.map((row) => [row.number, row]) : []);
  for (const { top, bottom, left, right } of sheet.merges) {
    if (top < heading) continue;
    const row = rows.get(top + 1);
    const cell = row && row.cells.find(({ column }) => column === left);
    if (!row || !cell) continue;
    const target = used.get(left);
    if (bottom > top && target !== undefined && targets.columns[target].kind === "quantity") tell(intake, "mergedOnce", row, left, cell.text, cell.text);
    const isWide = [...used.keys()].some((column) => column > left && column <= right);
    if (isWide) tell(intake, "mergedWide", row, left, cell.text, target === undefined ? "" : cell.text);
  }
}

/**
 * @param {Row} row
 * @param {Map<number, number>} used columns of the roster by those of the file
 * @param {Row} head
 * @param {Targets} targets
 * @param {Choices} choices
 * @param {Intake} intake
 * @param {Map<string, number>} names where each was seen
 * @param {Map<string, number>} whole rows, where each was seen
 */
function takeRow(row, used, head, targets, choices, intake, names, whole) {
  const read = row.cells.filter(({ column }) => used.has(column));
  if (row.cells.every(({ text, formula }) => text.trim() === "" && !formula)) {
    intake.emptyRows += 1;
    return;
  }
  const reason = reasonToLeave(row, read, used, head);
  if (reason) {
    intake.leftOut += 1;
    tell(intake, reason, row, null, textOfRow(row), "");
    return;
  }
  /** @type {Record<string, import("../engine.js").FactValue>} */
  const entries = {};
  for (const cell of read) {
    const target = targets.columns[/** @type {number} */ (used.get(cell.column))];
    const { text, odd } = takenCell(cell, target, choices);
    for (const kind of odd) tell(intake, kind, row, cell.column, cell.text, text);
    if (text !== "") put(entries, target.column, text);
  }
  const name = typeof entries.name === "string" ? entries.name : "";
  if (name === "") tell(intake, "nameless", row, null, textOfRow(row), "");
  const content = JSON.stringify(entries);
  const same = whole.get(content);
  const before = names.get(name);
  if (same !== undefined) tell(intake, "duplicateRow", row, null, textOfRow(row), String(same));
  else if (name !== "" && before !== undefined) tell(intake, "duplicateName", row, null, name, String(before));
  if (same === undefined) whole.set(content, row.number);
  if (before === undefined) names.set(name, row.number);
  if (row.hidden) intake.hiddenRows += 1;
  intake.rows.push(/** @type {FactRow} */ (entries));
}

/**
 * @param {Record<string, import("../engine.js").FactValue>} entries
 * @param {import("../grid/lists.js").ListColumn} column
 * @param {string} text
 */
function put(entries, { key, item }, text) {
  if (item === undefined) {
    entries[key] = text;
    return;
  }
  const items = entries[key];
  entries[key] = { ...(typeof items === "object" ? items : {}), [item]: text };
}

/**
 * Why a row is not taken; null where it is.
 *
 * @param {Row} row
 * @param {Cell[]} read
 * @param {Map<number, number>} used
 * @param {Row} head
 * @returns {"unreadRow" | "totalRow" | "headingAgain" | null}
 */
function reasonToLeave(row, read, used, head) {
  if (read.length === 0) return "unreadRow";
  const name = read.find(({ column }) => used.get(column) === 0);
  const label = name || row.cells[0];
  if (label && label.is === "text" && TOTAL.test(label.text.trim())) return "totalRow";
  const headings = new Map(head.cells.map(({ column, text }) => [column, plainName(text)]));
  return read.length > 1 && read.every(({ column, text }) => headings.get(column) === plainName(text)) ? "headingAgain" : null;
}

/**
 * @param {Intake} intake
 * @param {Kind} kind
 * @param {Row} row
 * @param {number | null} column
 * @param {string} before
 * @param {string} after
 */
function tell(intake, kind, { number }, column, before, after) {
  intake.odd.push({ kind, row: number, column, before, after });
}

/** @param {Row} row */
function textOfRow({ cells }) {
  return cells.map(({ text }) => text).join(" | ");
}

// What a grid shows: the shape that rosters and tables take for it.

/**
 * @typedef {object} Option
 * @property {string} value
 * @property {string} title
 *
 * @typedef {object} Column
 * @property {string} title
 * @property {string} group what several columns stand for together, such as "班數"
 * @property {string} unit
 * @property {string} note
 * @property {boolean} entered whether it is typed into; the others are figures of the engine or fixed texts
 * @property {boolean} figure whether its cells open an explanation
 * @property {boolean} number whether it is aligned to the right
 * @property {Option[] | null} options what may be chosen; null where anything may be typed
 *
 * @typedef {object} Cell
 * @property {string} text what is shown
 * @property {string} typed what the editor of the cell holds
 * @property {string} problem what is wrong with it; empty when nothing is
 * @property {"" | "standard" | "open" | "failed"} mark
 *
 * @typedef {object} Model
 * @property {string} label
 * @property {Column[]} columns the first holds the names of the rows
 * @property {boolean} grows whether rows can be added and removed
 * @property {() => number} count
 * @property {(from: number, count: number) => void} prepare fetches what the cells of these rows show
 * @property {(row: number, column: number) => Cell} cell
 * @property {(row: number, column: number, text: string) => void} enter a row one past the last is added
 * @property {(row: number, column: number, block: string[][]) => void} paste
 * @property {(from: number, to: number, columns: number[]) => void} clear
 * @property {(at: number) => void} insert
 * @property {(from: number, to: number) => void} remove
 * @property {(row: number, column: number, opener: HTMLElement) => void} explain
 * @property {(column: number) => string | null} total null where a total means nothing; in the first column what the totals are of, null where that is every row
 * @property {(row: number, column: number) => void} pause ends the run of changes in a cell
 */

const NARROWEST = 64;
export const WIDEST = 170;
const WIDEST_NAME = 230;

/** How many names of rows are measured. */
const MEASURED = 100;

/**
 * How wide the names of the rows are drawn.
 *
 * @param {Model} model
 */
export function nameWidth(model) {
  const names = Array.from({ length: Math.min(MEASURED, model.count()) }, (_, row) => lengthOf(model.cell(row, 0).text) * 1.05 + 20);
  return Math.round(Math.max(104, lengthOf(model.columns[0].title) + 24, Math.min(WIDEST_NAME, Math.max(0, ...names))));
}

/**
 * How wide a column is drawn: its title in two lines, or its longest option.
 *
 * @param {Column} column
 */
export function widthOf(column) {
  const options = column.options ? Math.max(0, ...column.options.slice(0, 60).map((one) => lengthOf(one.title))) + 36 : 0;
  const whole = lengthOf(column.title);
  const title = Math.max(whole * 0.62, Math.min(whole, 58), longestWord(column.title), lengthOf(column.group)) + 20;
  const least = column.figure ? (column.number ? 96 : 132) : column.number ? NARROWEST : 104;
  return Math.round(Math.max(least, Math.min(WIDEST, Math.max(title, options))));
}

/** @param {string} text roughly how many pixels it takes */
function lengthOf(text) {
  let length = 0;
  for (const letter of text) length += letter > "\u2e7f" ? 13.5 : 7;
  return length;
}

/**
 * How wide a figure is drawn: no digit of a number is cut off, and of a grade no more than would fill two columns.
 *
 * @param {string} text
 * @param {boolean} number
 */
export function figureWidth(text, number) {
  return Math.round(number ? text.length * 8.4 + 18 : Math.min(2 * WIDEST, lengthOf(text) * 1.1 + 20));
}

/** Headings are bold, and a word of them is never broken. @param {string} text */
function longestWord(text) {
  return Math.max(0, ...text.split(/[\s\u2e80-\uffff]/).map(lengthOf)) * 1.15;
}

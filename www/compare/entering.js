// A text entered in a cell of the proposal that is shown, typed or dragged.
import { said } from "./cells.js";
import { withChange } from "./plan.js";
import { c } from "./words.js";

/**
 * @typedef {import("./desk.js").Desk} Desk
 * @typedef {import("./cells.js").Cell} Cell
 */

/**
 * Enters a text in a cell of the proposal that is shown.
 *
 * @param {Desk} desk
 * @param {Cell} cell
 * @param {string} text
 */
export function enter(desk, cell, text) {
  put(desk, cell, text, text === cell.today ? null : text);
}

/**
 * Enters a text while the slider of a cell is dragged: over today's value too, where the slider must not disappear.
 *
 * @param {Desk} desk
 * @param {Cell} cell
 * @param {string} text
 */
export function drag(desk, cell, text) {
  put(desk, cell, text, text);
}

/** @param {Desk} desk @param {Cell} cell @param {string} text @param {string | null} change */
function put(desk, cell, text, change) {
  const name = c("changeValue", { title: cell.title, before: said(cell, cell.today), after: said(cell, text) });
  let plan = withChange(desk.plan, cell.path, change);
  // Where one row ends the next begins.
  if (cell.joined) plan = withChange(plan, cell.joined, change);
  desk.put(plan, name, `${desk.plan.shown} ${cell.path}`);
}

// What the keys do in a grid: where they lead, as in a spreadsheet.

/**
 * @typedef {object} Extent
 * @property {number} rows
 * @property {number} columns
 * @property {number} page rows that are visible at once
 */

/**
 * The cell that a key leads to; null when the key does not move.
 *
 * @param {KeyboardEvent} event
 * @param {{ row: number, column: number }} at
 * @param {Extent} extent
 * @returns {{ row: number, column: number } | null}
 */
export function movedBy(event, at, extent) {
  const far = event.ctrlKey || event.metaKey;
  const lastRow = extent.rows - 1;
  const lastColumn = extent.columns - 1;
  const to = (/** @type {number} */ row, /** @type {number} */ column) => ({
    row: Math.max(0, Math.min(lastRow, row)),
    column: Math.max(0, Math.min(lastColumn, column)),
  });
  switch (event.key) {
    case "ArrowUp":
      return to(far ? 0 : at.row - 1, at.column);
    case "ArrowDown":
      return to(far ? lastRow : at.row + 1, at.column);
    case "ArrowLeft":
      return to(at.row, far ? 0 : at.column - 1);
    case "ArrowRight":
      return to(at.row, far ? lastColumn : at.column + 1);
    case "Home":
      return to(far ? 0 : at.row, 0);
    case "End":
      return to(far ? lastRow : at.row, lastColumn);
    case "PageUp":
      return to(at.row - extent.page, at.column);
    case "PageDown":
      return to(at.row + extent.page, at.column);
    default:
      return null;
  }
}

/**
 * The cell that Tab leads to: along the row, then to the next; null past the ends of the grid.
 *
 * @param {boolean} back
 * @param {{ row: number, column: number }} at
 * @param {Extent} extent
 */
export function tabbedTo(back, at, extent) {
  const step = back ? -1 : 1;
  const place = at.row * extent.columns + at.column + step;
  if (place < 0 || place >= extent.rows * extent.columns) return null;
  return { row: Math.floor(place / extent.columns), column: place % extent.columns };
}

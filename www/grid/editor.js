// The editor that stands in the active cell: a text field, or a list where something must be chosen.
import { h } from "../dom.js";

/** @typedef {import("./model.js").Column} Column */
/** @typedef {import("./model.js").Cell} Cell */

/**
 * @param {Column} column
 * @param {Cell} cell
 * @returns {HTMLInputElement | HTMLSelectElement}
 */
export function editorFor(column, cell) {
  if (!column.options) {
    const input = h("input", { class: "editor", type: "text", autocomplete: "off", spellcheck: "false" });
    if (column.number) input.inputMode = "decimal";
    input.value = cell.typed;
    return input;
  }
  const select = h("select", { class: "editor" });
  fillOptions(select, column, cell.typed);
  return select;
}

/**
 * Shows what is in the cell, unless somebody is typing in it.
 *
 * @param {HTMLInputElement | HTMLSelectElement} editor
 * @param {Column} column
 * @param {Cell} cell
 */
export function showIn(editor, column, cell) {
  if (editor.value === cell.typed) return;
  if (editor instanceof HTMLSelectElement) fillOptions(editor, column, cell.typed);
  else editor.value = cell.typed;
}

/**
 * @param {HTMLSelectElement} select
 * @param {Column} column
 * @param {string} typed
 */
function fillOptions(select, column, typed) {
  const options = column.options || [];
  const known = typed === "" || options.some((option) => option.value === typed);
  // What was pasted and is no option stays to be seen, and is a problem at its place.
  const all = [{ value: "", title: "" }, ...(known ? [] : [{ value: typed, title: typed }]), ...options];
  select.textContent = "";
  for (const { value, title } of all) select.append(h("option", { value }, title));
  select.value = typed;
}

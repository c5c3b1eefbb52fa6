// The form of a scheme, drawn from its description: the day, the month's facts, the hospital's own values.
import { h } from "../dom.js";
import { tableRows, pathOf } from "../case.js";
import { rowTitle } from "../grid/lists.js";
import { t } from "../language.js";
import { fieldView } from "./field.js";
import { notes } from "./notes.js";
import { takeView } from "./takeover.js";

/**
 * @typedef {import("../store.js").Store} Store
 * @typedef {import("../engine.js").Field} Field
 * @typedef {import("./field.js").Drawn} Drawn
 */

/**
 * The fields of the month: the day that values are taken for, and the inputs.
 *
 * @param {Store} store
 * @param {import("./takeover.js").Takes} page
 * @returns {Drawn}
 */
export function inputsView(store, page) {
  const { description } = store;
  const parts = description.inputs.map((field) => {
    const part = fieldOrList(store, field, "inputs");
    if (field.from.length === 0) return part;
    return together([part, takeView(store, field, `inputs.${field.id}`, page)], "taking");
  });
  if (description.dated) parts.unshift(fieldView(store, dayField(), { part: "on" }, "on"));
  return together(parts, "fields");
}

/**
 * The hospital's own values.
 *
 * @param {Store} store
 * @returns {Drawn}
 */
export function parametersView(store) {
  return together(store.description.parameters.map((field) => fieldOrList(store, field, "parameters")), "fields parameters");
}

/** @param {Drawn[]} parts @param {string} name @returns {Drawn} */
function together(parts, name) {
  const element = h("div", { class: name }, parts.map((part) => part.element));
  return { element, refresh: () => parts.forEach((part) => part.refresh()) };
}

/** @returns {Field} */
function dayField() {
  return {
    id: "on", title: t("day"), note: t("dayNote"), clause: null, kind: "date", unit: null, min: null, max: null, whole: false,
    places: null, value: null, optional: false, per: null, oneOf: null, options: [], unprinted: null, from: [],
  };
}

/**
 * A field, or where one value is entered for each row of a table, a group of fields.
 *
 * @param {Store} store
 * @param {Field} field
 * @param {"inputs" | "parameters"} part
 * @returns {Drawn}
 */
function fieldOrList(store, field, part) {
  const table = field.per && store.description.tables.find(({ id }) => id === field.per);
  if (!table) {
    const place = /** @type {const} */ ({ part, id: field.id });
    return fieldView(store, field, place, pathOf(place, store.facts));
  }
  const element = h("fieldset", { class: "per" });
  /** @type {Drawn[]} */
  let parts = [];
  let drawn = "";

  function refresh() {
    const rows = table ? tableRows(store.facts, table) : [];
    const titles = table ? rows.map((row) => rowTitle(table, row)) : [];
    const now = JSON.stringify(titles);
    if (now !== drawn) {
      drawn = now;
      const single = { ...field, note: null, clause: null };
      parts = rows.map((row, at) => {
        const place = { part, id: field.id, item: String(row.id) };
        return fieldView(store, single, place, pathOf(place, store.facts), titles[at]);
      });
      element.textContent = "";
      element.append(h("legend", {}, field.title), ...parts.map((one) => one.element));
      const more = notes(field);
      if (more) element.append(more);
    }
    for (const one of parts) one.refresh();
  }
  return { element, refresh };
}

// What can be done with the whole case: back and forth, the example, an empty form, files, the printed sheet.
import { h, setAttribute } from "../dom.js";
import { t } from "../language.js";

/**
 * @typedef {import("../session.js").Session} Session
 * @typedef {import("./field.js").Drawn} Drawn
 *
 * @typedef {object} Actions
 * @property {() => void} undo
 * @property {() => void} redo
 * @property {() => void} example
 * @property {() => void} clear
 * @property {() => void} save
 * @property {() => void} print
 * @property {() => void} compare
 * @property {() => void} practise
 */

/**
 * @param {Session} session
 * @param {Actions} actions
 * @returns {Drawn}
 */
export function toolbarView({ store, example }, actions) {
  const undo = h("button", { type: "button", onclick: actions.undo }, t("undo"));
  const redo = h("button", { type: "button", onclick: actions.redo }, t("redo"));
  const element = h(
    "div",
    { class: "toolbar", role: "group", "aria-label": t("caseActions") },
    undo,
    redo,
    example && h("button", { type: "button", onclick: actions.example }, t("loadExample")),
    h("button", { type: "button", onclick: actions.clear }, t("clearCase")),
    h("button", { type: "button", onclick: actions.save }, t("saveCase")),
    h("button", { type: "button", onclick: actions.compare }, t("compareProposals")),
    h("button", { type: "button", onclick: actions.practise }, t("practise")),
    h("button", { type: "button", class: "main", onclick: actions.print }, t("print")),
  );

  /** @param {HTMLButtonElement} button @param {import("../store.js").Step[]} steps @param {string} word */
  function offer(button, steps, word) {
    const last = steps[steps.length - 1];
    // Disabled in words only: a button that loses the focus while it is pressed sends the reader to the top.
    setAttribute(button, "aria-disabled", last ? null : "true");
    setAttribute(button, "title", last ? `${word}${t("colon")}${last.name}` : null);
  }
  return {
    element,
    refresh() {
      offer(undo, store.past, t("undo"));
      offer(redo, store.future, t("redo"));
    },
  };
}

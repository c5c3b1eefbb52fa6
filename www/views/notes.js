// Notes and paragraphs of the source, shown when somebody asks for them.
import { h } from "../dom.js";
import { t } from "../language.js";

/**
 * @typedef {object} Noted what a note or a paragraph of the source belongs to
 * @property {string} title
 * @property {string | null} note
 * @property {string | null} clause
 */

/**
 * @param {{ note: string | null, clause: string | null }} texts
 * @param {Noted[]} [parts] its columns and rows; those that have nothing to say are left out
 * @returns {HTMLElement | null}
 */
export function notes({ note, clause }, parts = []) {
  const said = parts.filter((part) => part.note || part.clause);
  if (!note && !clause && said.length === 0) return null;
  return h(
    "details",
    { class: "notes" },
    h("summary", {}, note || said.some((part) => part.note) ? t("noteAndSource") : t("source")),
    note && h("p", {}, note),
    clause && h("p", { class: "clause" }, clause),
    said.length > 0 && h("ul", {}, said.map(partView)),
  );
}

/** @param {Noted} part */
function partView({ title, note, clause }) {
  return h("li", {}, h("strong", {}, `${title}${t("colon")}`), note, clause && h("span", { class: "clause" }, note ? ` ${clause}` : clause));
}

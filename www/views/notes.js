// Notes and paragraphs of the source, shown when somebody asks for them.
import { h } from "../dom.js";
import { t } from "../language.js";

/**
 * @param {{ note: string | null, clause: string | null }} texts
 * @returns {HTMLElement | null}
 */
export function notes({ note, clause }) {
  if (!note && !clause) return null;
  return h(
    "details",
    { class: "notes" },
    h("summary", {}, note ? t("noteAndSource") : t("source")),
    note && h("p", {}, note),
    clause && h("p", { class: "clause" }, clause),
  );
}

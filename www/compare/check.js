// Whether a saved decision still gives the figures of its receipt, and what differs if not.
import { fill, h, newId } from "../dom.js";
import { version } from "../engine.js";
import { t } from "../language.js";
import { partText, partWord } from "./paper.js";
import { PARTS, codeOf, isCode, receiptOf } from "./receipt.js";
import { triedOver } from "./tried.js";
import { c } from "./words.js";

/**
 * @typedef {import("./desk.js").Desk} Desk
 * @typedef {import("./receipt.js").Receipt & { code: string }} Saved
 */

/** What a file calculates; the engine may be a newer one, and the day is that of the paper. */
const CALCULATED = PARTS.filter((part) => part !== "engine" && part !== "day");

/**
 * The receipt that the file gives now beside the one that was saved in it, and a place for the code of the paper.
 *
 * @param {Desk} desk as the file was opened, before anything is changed in it
 * @param {string} name of the file
 * @param {Saved | null} saved
 */
export function checkView(desk, name, saved) {
  // The verdict stays when another file cannot be opened: it says of which file it is.
  const heading = h("h2", {}, `${c("receipt")}${t("colon")}${name}`);
  if (!saved) return h("section", { class: "compare-check", "aria-label": c("receipt") }, heading, h("p", {}, c("noReceipt", { name })));
  const now = receiptOf(desk, version(), saved.day);
  const differing = CALCULATED.filter((part) => now[part] !== saved[part]);
  // The day and the engine cannot be calculated again; the code that was saved with them holds them.
  const isWhole = saved.code === codeOf(saved);
  const holds = differing.length === 0 && isWhole;
  // The paper was printed by the engine of its time: its code is made with that version.
  const printed = { ...now, engine: saved.engine };
  const tried = triedOver(desk);
  const id = newId("code");
  const answer = h("p", { role: "status" });
  const field = h("input", { id, type: "text", autocomplete: "off", spellcheck: "false" });
  field.addEventListener("input", () => {
    const same = isCode(field.value, printed);
    fill(answer, field.value.trim() !== "" && h("span", { class: `verdict ${same ? "holds" : "fails"}` }, same ? c("codeSame") : c("codeDiffers", { code: codeOf(printed) })));
  });
  return h(
    "section",
    { class: "compare-check", "aria-label": c("receipt") },
    heading,
    h("p", {}, h("span", { class: `verdict ${holds ? "holds" : "fails"}` }, holds ? c("receiptSame", { name }) : differing.length > 0 ? c("receiptDiffers", { name, parts: differing.map(partWord).join(t("listComma")) }) : c("receiptEdited", { name }))),
    differing.length > 0 && h("ul", {}, differing.map((part) => h("li", {}, c("receiptPart", { part: partWord(part), saved: partText(part, saved[part]) || t("nothing"), now: partText(part, now[part]) || t("nothing") })))),
    differing.length > 0 && !isWhole && h("p", {}, c("receiptAlso")),
    h("p", {}, c("receiptOf", { day: saved.day, engine: saved.engine })),
    tried && h("p", {}, c("fileReplay", { count: tried.months.length })),
    saved.engine !== now.engine && h("p", {}, c("otherEngine", { saved: saved.engine, now: now.engine })),
    h("p", { class: "compare-order" }, h("label", { for: id }, c("typeCode")), " ", field),
    answer,
  );
}

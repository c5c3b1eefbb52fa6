// The decision paper on the screen: how it is to be printed, and the sheet as it will be.
import { fill, h, newId } from "../dom.js";
import { t } from "../language.js";
import { paperOf } from "./paper.js";
import { c } from "./words.js";

/**
 * @typedef {import("./desk.js").Desk} Desk
 * @typedef {import("./paper.js").Manner} Manner
 */

/** Groups smaller than this tell what one person earns. */
const LEAST = 3;

/** @returns {Manner} */
export function firstManner() {
  return { people: "names", least: LEAST };
}

/**
 * @param {Desk} desk
 * @param {Manner} manner changed by what is chosen here
 * @param {{ back: string, save: () => void }} page
 */
export function paperView(desk, manner, page) {
  const sheet = h("div", { class: "paper-sheet" });
  const [people, least] = [newId("people"), newId("least")];
  const names = h("select", { id: people }, h("option", { value: "names" }, c("withNames")), h("option", { value: "numbers" }, c("withoutNames")));
  names.value = manner.people;
  names.addEventListener("change", () => {
    manner.people = names.value === "numbers" ? "numbers" : "names";
    draw();
  });
  const count = h("input", { id: least, type: "number", min: 1, max: 99, value: manner.least });
  count.addEventListener("input", () => {
    manner.least = Math.max(1, Number(count.value) || 1);
    draw();
  });
  function draw() {
    fill(sheet, paperOf(desk, manner));
  }
  draw();
  return h(
    "div",
    { class: "compare" },
    h(
      "div",
      { class: "toolbar", role: "group", "aria-label": c("paper") },
      h("a", { class: "button", href: page.back }, c("backToCompare")),
      h("span", { class: "paper-manner" }, h("label", { for: people }, c("peopleShown")), names),
      h("span", { class: "paper-manner" }, h("label", { for: least }, c("leastGroup")), count),
      h("button", { type: "button", onclick: page.save }, c("saveDecision")),
      h("button", { type: "button", class: "main", onclick: () => window.print() }, t("print")),
    ),
    sheet,
  );
}

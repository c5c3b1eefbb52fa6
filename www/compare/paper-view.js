// The decision paper on the screen: how it is to be printed, and the sheet as it will be.
import { fill, h, newId } from "../dom.js";
import { t } from "../language.js";
import { paperOf } from "./paper.js";
import { c } from "./words.js";

/**
 * @typedef {import("./desk.js").Desk} Desk
 */

/**
 * @param {Desk} desk
 * @param {{ back: string, save: () => void }} page
 */
export function paperView(desk, page) {
  const sheet = h("div", { class: "paper-sheet" });
  const [people, least] = [newId("people"), newId("least")];
  const names = h("select", { id: people }, h("option", { value: "names" }, c("withNames")), h("option", { value: "numbers" }, c("withoutNames")), h("option", { value: "board" }, c("board")));
  names.value = desk.manner.board ? "board" : desk.manner.people;
  names.addEventListener("change", () => {
    desk.show(names.value === "board" ? { board: true } : { board: false, people: names.value === "numbers" ? "numbers" : "names" });
    draw();
  });
  const count = h("input", { id: least, type: "number", min: 2, max: 99, value: desk.manner.least });
  count.addEventListener("input", () => {
    desk.show({ least: Math.min(99, Math.max(2, Math.floor(Number(count.value)) || 2)) });
    draw();
  });
  const number = h("span", { class: "paper-manner" }, h("label", { for: least }, c("leastGroup")), count);
  function draw() {
    number.hidden = !desk.manner.board;
    fill(sheet, paperOf(desk));
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
      number,
      h("button", { type: "button", onclick: page.save }, c("saveDecision")),
      h("button", { type: "button", class: "main", onclick: () => window.print() }, t("print")),
    ),
    sheet,
  );
}

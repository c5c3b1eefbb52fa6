// A line of a calculation: what it is called, its formula in words and in numbers, and its clause.
import { h } from "../dom.js";
import { p } from "./words.js";

/** @typedef {import("../engine.js").Line} Line */

/** What a line is called: whose figure, and which. @param {Line} line */
export function titleOf({ name, title }) {
  return name ? `${name} · ${title}` : title;
}

/** To how many places its number is asked for; empty where that is not said. @param {Line} line */
export function placesWords({ places }) {
  if (places === null || places === undefined) return "";
  return places === 0 ? p("toWhole") : p("toPlaces", { count: places });
}

/** What is said of a line besides its figure. @param {Line} line @param {number} at */
export function lineWords(line, at) {
  const { words, clause, numbers, given } = line;
  if (given) return [h("span", { class: "line-number", "aria-hidden": "true" }, String(at + 1)), h("p", { class: "line-words" }, titleOf(line), h("span", { class: "clause" }, ` ${p("givenFigure")}`))];
  return [
    h("span", { class: "line-number", "aria-hidden": "true" }, String(at + 1)),
    h(
      "div",
      { class: "line-words" },
      h("p", { class: "line-title" }, titleOf(line)),
      words && h("p", { class: "line-formula" }, words),
      numbers && numbers !== words && h("p", { class: "line-formula numbers" }, numbers),
      clause && h("p", { class: "clause" }, clause),
    ),
  ];
}

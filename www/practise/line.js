// A line of a calculation: what it is called, its formula in words and in numbers, and its clause.
import { h } from "../dom.js";
import { t } from "../language.js";
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

/**
 * What is said of the digits of a line, beside its figure or its blank: to how many places it is asked for, whether its
 * further digits count in the lines after it, and in a blank whether those of a figure that is shown rounded do.
 *
 * @param {Line} line
 * @param {Line[]} lines all of the calculation
 * @returns {string[]}
 */
export function digitsWords(line, lines) {
  const { blank, after, unrounded, given } = line;
  const isAsked = blank === "number";
  // Nobody knows more of a figure that is given than is shown.
  const rounded = lines.flatMap((one, at) => (isAsked && after.includes(one.figure) && one.unrounded && !one.given && one.shown !== null ? [at + 1] : []));
  return [isAsked ? placesWords(line) : "", unrounded && !given ? p("carriesOn") : "", rounded.length > 0 ? p("usesExact", { lines: rounded.join(t("listComma")) }) : ""].filter(Boolean);
}

/** What is said of a line besides its figure. @param {Line} line @param {number} at */
export function lineWords(line, at) {
  const { words, leftover, clause, numbers, given } = line;
  if (given) return [h("span", { class: "line-number", "aria-hidden": "true" }, String(at + 1)), h("p", { class: "line-words" }, titleOf(line), h("span", { class: "clause" }, ` ${p("givenFigure")}`))];
  return [
    h("span", { class: "line-number", "aria-hidden": "true" }, String(at + 1)),
    h(
      "div",
      { class: "line-words" },
      h("p", { class: "line-title" }, titleOf(line)),
      words && h("p", { class: "line-formula" }, words),
      leftover && h("p", { class: "line-formula" }, leftover),
      numbers && numbers !== words && h("p", { class: "line-formula numbers" }, numbers),
      clause && h("p", { class: "clause" }, clause),
    ),
  ];
}

// A finished calculation with one wrong line: which line it is, and what is wrong with it.
import { fill, h, newId, setAttribute } from "../dom.js";
import { lineWords, titleOf } from "./line.js";
import { p } from "./words.js";

/**
 * @typedef {import("../engine.js").Line} Line
 *
 * @typedef {{ figure: string, kind: string }} Found what somebody says: the line, and the kind of mistake; empty when not said yet
 */

/**
 * @param {Line[]} lines all with their figures, one of them wrong
 * @param {{ kind: string, text: string }[]} kinds to choose from; none where only the line is asked for
 * @param {{ found: () => Found, say: (found: Found) => void, last: () => void, at?: (figure: string | null) => void, closed: boolean }} hunting
 * @returns {{ element: HTMLElement, show: (figure: string | null) => void }} `show` marks a line as the wrong one
 */
export function huntView(lines, kinds, { found, say, last, at, closed }) {
  const group = newId("line");
  const items = lines.map((line, position) => {
    // What is given is right: nobody calculated it here.
    const { figure, shown, unit, given } = line;
    const id = newId("mark");
    const radio = h("input", { type: "radio", name: group, id, value: figure, "aria-label": titleOf(line), disabled: closed });
    radio.checked = found().figure === figure;
    radio.addEventListener("change", () => say({ ...found(), figure }));
    radio.addEventListener("focus", () => at && at(figure));
    const element = h("li", { class: `line hunted${given ? " given-line" : ""}` }, given ? h("span", {}) : radio, given ? h("div", { class: "hunted-line given-words" }, lineWords(line, position)) : h("label", { for: id, class: "hunted-line" }, lineWords(line, position)), h("div", { class: "line-value" }, h("span", { class: "line-shown" }, shown || "—"), unit && h("span", { class: "unit" }, unit)));
    return { figure, element, radio };
  });
  const ofKind = newId("kind");
  const options = kinds.map(({ kind, text }) => {
    const radio = h("input", { type: "radio", name: ofKind, value: kind, disabled: closed });
    radio.checked = found().kind === kind;
    radio.addEventListener("change", () => say({ ...found(), kind }));
    return h("label", { class: "option" }, radio, h("span", {}, text));
  });
  const element = h(
    "div",
    { onkeydown: (/** @type {KeyboardEvent} */ event) => {
      if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
      event.preventDefault();
      last();
    } },
    h("fieldset", {}, h("legend", {}, p("whichLine")), h("ol", { class: "lines" }, items.map((item) => item.element))),
    kinds.length > 0 && h("fieldset", { class: "hunt-kinds" }, h("legend", {}, p("whatIsWrong")), options),
  );
  return {
    element,
    show(figure) {
      for (const item of items) setAttribute(item.element, "data-verdict", item.figure === figure ? "planted" : null);
    },
  };
}

/**
 * What a judgement says: nothing of the answer until somebody asks, or everything is right.
 *
 * @param {HTMLElement} place
 * @param {{ isPlace: boolean, isKind: boolean, asksKind: boolean, sentence: string, clause: string | null, right: string, isTold: boolean }} judged
 * @param {() => void} tell
 */
export function drawJudged(place, { isPlace, isKind, asksKind, sentence, clause, right, isTold }, tell) {
  const isFound = isPlace && (isKind || !asksKind);
  const words = isFound ? p("foundIt") : !isPlace ? p("otherLine") : p("otherKind");
  fill(
    place,
    h("p", { class: `verdict ${isFound ? "holds" : "fails"}` }, words),
    isFound || isTold
      ? h("div", { class: "help" }, h("p", {}, sentence, clause && h("span", { class: "clause" }, ` ${clause}`)), right && h("p", {}, p("expected", { text: right })))
      : h("button", { type: "button", onclick: tell }, p("tellMe")),
  );
}

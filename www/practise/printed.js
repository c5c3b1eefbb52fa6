// A paper on A4: what is given, the calculation with blanks, and for the trainer the answers.
import { completeCase } from "../case.js";
import { h } from "../dom.js";
import { language, t } from "../language.js";
import { ordersOf } from "./code.js";
import { givenView } from "./given.js";
import { digitsWords, titleOf } from "./line.js";
import { exerciseOf, plantedAt } from "./marking.js";
import { p } from "./words.js";

/**
 * @typedef {import("./schemes.js").Practised} Practised
 * @typedef {import("./code.js").Paper} Paper
 * @typedef {import("./code.js").Order} Order
 * @typedef {import("../engine.js").Line} Line
 */

/**
 * @param {Paper} paper
 * @param {string} code
 * @param {Map<string, Practised>} schemes
 * @param {"blank" | "key"} how
 */
export function printedPaper(paper, code, schemes, how) {
  return h(
    "div",
    { class: "exam" },
    h("h1", {}, how === "key" ? p("examKey") : p("exam")),
    h("p", { class: "sheet-meta" }, `${p("code")}${t("colon")}${code}`, ` · ${paper.minutes === 0 ? p("noLimit") : p("minutes", { count: paper.minutes })}`),
    how === "blank" && h("p", { class: "sheet-blank" }, [p("name"), p("date"), p("points")].map((word) => [h("b", {}, `${word}${t("colon")}`), h("span", {})])),
    ordersOf(paper).map((order, at) => printedExercise(order, `${at + 1}. `, schemes.get(order.scheme), how)),
  );
}

/**
 * One exercise.
 *
 * @param {Pick<Order, "level" | "seed">} order
 * @param {string} number in front of its title
 * @param {Practised | undefined} one
 * @param {"blank" | "key"} how
 */
export function printedExercise(order, number, one, how) {
  if (!one) return null;
  const description = one.scheme.describe(language());
  const exercise = exerciseOf(one, order);
  if (!exercise) return h("p", {}, p("noExercise"));
  const facts = completeCase(JSON.parse(exercise.facts()));
  const isFind = order.level === "find";
  const planted = isFind ? exercise.planted(language()) : null;
  if (isFind && !planted) return h("p", {}, p("noExercise"));
  const lines = planted ? planted.sheet.lines : exercise.sheet(language()).lines;
  const marking = how === "key" && !isFind ? exercise.mark({}, language()) : null;
  const wrong = how === "key" && planted ? plantedAt(exercise, planted) : null;
  exercise.free();
  const expected = (/** @type {Line} */ line) => (marking ? marking.lines.find(({ figure }) => figure === line.figure) : undefined);
  return h(
    "section",
    { class: "exam-exercise" },
    h("h2", {}, `${number}${description.title} · ${p(`level-${order.level}`)}`),
    facts && givenView(description, facts),
    h("h3", {}, isFind ? p("whichLine") : p("calculation")),
    h(
      "table",
      { class: "exam-lines" },
      h("tbody", {}, lines.map((line, position) => lineView(line, position, digitsWords(line, lines), expected(line)))),
    ),
    planted && how === "blank" && [h("h3", {}, p("whatIsWrong")), h("ul", { class: "exam-kinds" }, planted.kinds.map(({ text }) => h("li", {}, `□ ${text}`)))],
    wrong && h("p", { class: "exam-answer" }, `${p("answerLine", { at: lines.findIndex(({ figure }) => figure === wrong.figure) + 1, text: wrong.text })} ${wrong.judged.sentence}`),
  );
}

/** @param {Line} line @param {number} position @param {string[]} digits @param {{ expected: string } | undefined} marked */
function lineView(line, position, digits, marked) {
  const { blank, words, leftover, numbers, given, options, unit } = line;
  const isChosen = blank === "option" || blank === "clause";
  return h(
    "tr",
    {},
    h("td", { class: "number" }, String(position + 1)),
    h(
      "td",
      {},
      given ? titleOf(line) : h("strong", {}, titleOf(line)),
      !given && words && h("div", { class: "hint" }, words),
      leftover && h("div", { class: "hint" }, leftover),
      !given && blank !== "number" && numbers && numbers !== words && h("div", { class: "hint" }, numbers),
      isChosen && (marked ? h("p", { class: "exam-answer" }, h("strong", {}, marked.expected)) : h("ul", { class: "exam-kinds" }, options.map(({ text }) => h("li", {}, `□ ${text}`)))),
    ),
    h("td", { class: "exam-value" }, h("span", { class: blank === "number" && "exam-whole" }, valueOf(line, marked), blank === "option" ? "" : ` ${unit || ""}`), !marked && digits.map((said) => h("div", { class: "hint" }, said))),
  );
}

/** @param {Line} line @param {{ expected: string } | undefined} marked */
function valueOf({ blank, shown }, marked) {
  if (blank === "option") return "";
  if (blank !== "number") return shown || "—";
  return marked ? h("strong", { class: "exam-answer" }, marked.expected) : h("span", { class: "exam-blank" });
}

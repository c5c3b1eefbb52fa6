// A calculation to be filled in: a line for each figure, with its formula, its clause, and a blank or the figure.
import { fill, h, newId, setAttribute } from "../dom.js";
import { t } from "../language.js";
import { digitsWords, lineWords, titleOf } from "./line.js";
import { p } from "./words.js";

/**
 * @typedef {import("../engine.js").Line} Line
 * @typedef {import("../engine.js").Marking} Marking
 * @typedef {import("../engine.js").Marked} Marked
 * @typedef {import("../views/field.js").Drawn} Drawn
 *
 * @typedef {object} Filling what is filled in, and what is known about it
 * @property {(figure: string) => string} answer
 * @property {(figure: string, text: string) => void} enter
 * @property {(figure: string) => Marked | null} marked null where nothing was marked, or the answer was changed since
 * @property {(figure: string) => number} asked how much of the help was asked for, 0 to 3
 * @property {(figure: string) => void} ask
 * @property {() => void} last what Enter does on the last blank
 * @property {(figure: string | null) => void} [at] which blank has the focus
 * @property {boolean} closed whether nothing can be filled in any more
 */

/**
 * @param {Line[]} lines
 * @param {Filling} filling
 * @returns {Drawn & { go: (figure: string) => void, first: () => void }}
 */
export function linesView(lines, filling) {
  /** @type {Map<string, HTMLInputElement | HTMLSelectElement>} */
  const fields = new Map();
  const drawn = lines.map((line, at) => lineView(line, at));
  const order = [...fields.values()];

  /** @param {KeyboardEvent} event */
  function pressed(event) {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    const at = order.indexOf(/** @type {HTMLInputElement} */ (event.target));
    const next = order[at + (event.shiftKey ? -1 : 1)];
    if (next) {
      next.focus();
      if (next instanceof HTMLInputElement) next.select();
    } else if (!event.shiftKey) filling.last();
  }

  /** @param {Line} line @param {number} at */
  function lineView(line, at) {
    const { figure, unit, shown, blank } = line;
    const told = newId("told");
    const digits = digitsWords(line, lines);
    const says = h("div", { class: "line-says", id: told });
    const field = blank === null ? null : fieldOf(line, digits.length > 0 ? `${told}-places ${told}` : told);
    if (field) {
      fields.set(figure, field);
      field.addEventListener("keydown", /** @type {EventListener} */ (pressed));
      field.addEventListener("focus", () => filling.at && filling.at(figure));
      field.addEventListener("blur", () => filling.at && filling.at(null));
    }
    const element = h(
      "li",
      { class: `line${line.given ? " given-line" : ""}`, "data-figure": figure },
      lineWords(line, at),
      h("div", { class: "line-value" }, (blank === null || blank === "clause") && h("span", { class: "line-shown" }, shown || "—"), blank === "number" && field, blank !== "option" && (unit || blank === "number") && h("span", { class: "unit" }, unit || ""), blank === "option" && field, digits.length > 0 && h("span", { class: "line-places", id: `${told}-places` }, digits.map((words) => h("span", {}, words)))),
      blank === "clause" && h("div", { class: "line-choose" }, field),
      blank && says,
    );
    return { line, element, field, says };
  }

  /** @param {Line} line @param {string} told ids of what is said of it */
  function fieldOf(line, told) {
    const { figure, blank, options } = line;
    const name = blank === "clause" ? p("clauseOf", { title: titleOf(line) }) : titleOf(line);
    const field =
      blank === "number"
        ? h("input", { type: "text", inputmode: "decimal", autocomplete: "off", spellcheck: "false", "aria-label": name, "aria-describedby": told, readonly: filling.closed })
        : h("select", { "aria-label": name, "aria-describedby": told, disabled: filling.closed }, h("option", { value: "" }, blank === "clause" ? p("chooseClause") : t("pleaseChoose")), options.map(({ id, text }) => h("option", { value: id }, text)));
    field.value = filling.answer(figure);
    field.addEventListener("input", () => {
      filling.enter(figure, field.value);
      refresh();
    });
    return field;
  }

  function refresh() {
    for (const { line, element, field, says } of drawn) {
      if (!field) continue;
      const marked = filling.marked(line.figure);
      const isWrong = marked !== null && !["right", "same", "carried"].includes(marked.verdict);
      setAttribute(element, "data-verdict", marked && marked.verdict);
      setAttribute(field, "aria-invalid", isWrong ? "true" : null);
      const hadFocus = says.contains(document.activeElement);
      fill(says, marked && markedView(line, marked));
      if (hadFocus) (says.querySelector("button") || field).focus();
    }
  }

  /** @param {Line} line @param {Marked} marked */
  function markedView(line, marked) {
    const { figure, verdict, problem, diagnoses } = marked;
    const asked = filling.asked(figure);
    const isRight = ["right", "same", "carried"].includes(verdict);
    const help = isRight ? [] : helpOf(line, marked);
    const next = help.findIndex((_, at) => at >= asked);
    return [
      h("p", { class: `verdict ${isRight ? "holds" : "fails"}` }, p(/** @type {import("./words.js").Word} */ (`verdict-${verdict}`)), problem && ` ${problem}`),
      // What is right all the same may carry a remark.
      isRight && diagnoses.length > 0 && h("p", { class: "help" }, diagnoses[0].sentence, clauseView(diagnoses[0].clause)),
      help.slice(0, asked).map(({ content }) => content()),
      next >= 0 && h("button", { type: "button", onclick: () => filling.ask(figure) }, help[next].title),
    ];
  }

  /** The help for a wrong line, one piece for each time somebody asks. @param {Line} line @param {Marked} marked */
  function helpOf(line, { hint, diagnoses, expected, working, verdict }) {
    // What is named already has its own clause.
    const clue = [hint || p("emptyHint"), diagnoses.length === 0 && clauseView(line.clause)];
    return [
      { title: p("askHint"), content: () => h("p", { class: "help" }, clue) },
      verdict === "wrong" ? { title: p("askMistake"), content: () => diagnosesView(line, diagnoses) } : { title: p("askUses"), content: () => usesView(line) },
      {
        title: p("askWorking"),
        content: () => h("div", { class: "help" }, h("p", {}, p("expected", { text: [expected, line.blank === "number" && line.unit].filter(Boolean).join(" ") })), working && h("p", { class: "line-formula numbers" }, working)),
      },
    ];
  }

  /** The lines that a line uses. @param {Line} line */
  function usesView({ after }) {
    const used = lines.flatMap((one, at) => (after.includes(one.figure) ? [p("usesLine", { at: at + 1, title: titleOf(one) })] : []));
    return h("p", { class: "help" }, used.length > 0 ? p("usesLines", { lines: used.join(t("listComma")) }) : p("usesGiven"));
  }

  /** @param {Line} line @param {Marked["diagnoses"]} diagnoses */
  function diagnosesView(line, diagnoses) {
    if (diagnoses.length === 0) return h("p", { class: "help" }, p("noDiagnosis"), clauseView(line.clause));
    return h(
      "div",
      { class: "help" },
      diagnoses.length > 1 && h("p", {}, p("severalDiagnoses")),
      diagnoses.map(({ sentence, clause, at }) => h("p", { class: "diagnosis" }, sentence, clauseView(clause), at !== line.figure && fields.has(at) && [" ", h("button", { type: "button", class: "link", onclick: () => go(at) }, t("goThere"))])),
    );
  }

  /** @param {string} figure */
  function go(figure) {
    const field = fields.get(figure);
    if (field) field.focus();
  }
  refresh();
  return {
    element: h("ol", { class: "lines" }, drawn.map(({ element }) => element)),
    refresh,
    go,
    first() {
      const empty = order.find((field) => field.value === "");
      (empty || order[0])?.focus();
    },
  };
}

/** @param {string | null | undefined} clause */
function clauseView(clause) {
  return clause ? h("span", { class: "clause" }, ` ${clause}`) : null;
}

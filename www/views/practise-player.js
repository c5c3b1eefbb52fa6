// A worked example, line by line like a calculator's tape: forward, back, a line to do oneself, and what rounding at
// every step would have done.
import { completeCase, tableRows, textOf } from "../case.js";
import { fill, h, newId, setAttribute } from "../dom.js";
import { typed } from "../engine.js";
import { rowTitle } from "../grid/lists.js";
import { kept } from "../keep.js";
import { language, t } from "../language.js";
import { shippedCases } from "../library.js";
import { beside } from "../practise/beside.js";
import { givenView } from "../practise/given.js";
import { headView } from "../practise/head.js";
import { digitsWords, lineWords, titleOf } from "../practise/line.js";
import { practised } from "../practise/schemes.js";
import { p } from "../practise/words.js";

/**
 * @typedef {import("./practise.js").Around} Around
 * @typedef {import("./practise.js").Practising} Practising
 * @typedef {import("../engine.js").Description} Description
 * @typedef {import("../engine.js").Line} Line
 * @typedef {import("../case.js").Case} Case
 *
 * @typedef {object} Played a case that can be played
 * @property {string | null} name null for what somebody entered
 * @property {string} about in Traditional Chinese
 * @property {Case} facts
 */

/**
 * @param {Around} around
 * @param {string} id
 * @returns {Promise<Practising | null>}
 */
export async function playerScreen({ entries, screen }, id) {
  const one = await practised(id, entries);
  if (!one) return null;
  const { scheme, entry, own } = one;
  const cases = await playable(entry, `case:${own ? "own:" : ""}${id}`);
  let shown = Math.max(0, cases.findIndex(({ name }) => name !== null));
  /** @type {{ step: string, row: number | null }} */
  let asked = firstAsked(scheme.describe(language()), cases[shown]);
  /** How many lines are to be seen. */
  let seen = 1;
  /** Whether the last of them is being calculated by the reader, and what was typed for it. @type {{ text: string, verdict: "" | "right" | "wrong" } | null} */
  let trying = null;
  let withEvery = false;
  /** @type {{ forward: () => void, back: () => void } | null} */
  let moves = null;

  function draw() {
    const description = scheme.describe(language());
    const here = `#/practise/${encodeURIComponent(id)}/example`;
    const head = headView({ title: p("playerOf", { title: description.title }), lead: p("playerLead"), here, scheme: { id, title: description.title, own } });
    const one = cases[shown];
    if (!one) {
      fill(screen, h("div", { class: "practise" }, head, h("p", { class: "practise-box" }, p("noCase"))));
      return;
    }
    const opened = scheme.open(JSON.stringify(one.facts));
    const { lines } = opened.tape(asked.row === null ? asked.step : `${asked.step}[${asked.row}]`, language());
    const exact = (/** @type {Line} */ line) => opened.figures(line.step).split("\n")[line.row || 0];
    seen = Math.max(1, Math.min(seen, lines.length));
    const tape = tapeView(lines, exact);
    moves = tape;
    const choosing = chooseView(description, one);
    fill(
      screen,
      h(
        "div",
        { class: "practise wide" },
        head,
        choosing,
        h(
          "div",
          { class: "columns" },
          beside(h("section", { class: "column", "aria-label": p("given") }, h("h2", {}, p("given")), givenView(description, one.facts))),
          h("section", { class: "column tape", "aria-label": p("calculation") }, h("h2", {}, p("calculation")), tape.element),
        ),
      ),
    );
  }

  /** @param {Description} description @param {Played} one */
  function chooseView(description, one) {
    const ids = { case: newId("case"), figure: newId("figure"), row: newId("row") };
    const again = (/** @type {() => void} */ change, /** @type {string} */ part) => () => {
      change();
      seen = 1;
      trying = null;
      draw();
      const field = screen.querySelector(`[data-part="${part}"]`);
      if (field instanceof HTMLElement) field.focus();
    };
    const caseOf = h("select", { id: ids.case, "data-part": "case" }, cases.map((each, at) => h("option", { value: at, ...(language() === "en" || each.name === null ? {} : { lang: "zh-Hant" }) }, caseTitle(each))));
    caseOf.value = String(shown);
    caseOf.addEventListener("change", again(() => {
      shown = Number(caseOf.value);
      asked = firstAsked(description, cases[shown], asked.step);
    }, "case"));
    const steps = figuresOf(description);
    const figure = h("select", { id: ids.figure, "data-part": "figure" }, steps.map((step) => h("option", { value: step.id }, [listTitle(description, step.each), step.title].filter(Boolean).join(" · "))));
    figure.value = asked.step;
    figure.addEventListener("change", again(() => (asked = firstAsked(description, one, figure.value)), "figure"));
    const names = rowsOf(description, one.facts, asked.step);
    const row = names && h("select", { id: ids.row, "data-part": "row" }, names.map((name, at) => h("option", { value: at }, name || t("rowAt", { number: at + 1 }))));
    if (row) {
      row.value = String(asked.row);
      row.addEventListener("change", again(() => (asked = { step: asked.step, row: Number(row.value) }), "row"));
    }
    const asking = (/** @type {string} */ id, /** @type {string} */ word, /** @type {HTMLElement} */ field) => h("span", { class: "asked" }, h("label", { for: id }, word), field);
    return h("div", { class: "practise-order" }, asking(ids.case, p("case"), caseOf), asking(ids.figure, p("figure"), figure), row && asking(ids.row, p("ofWhom"), row));
  }

  /** @param {Line[]} lines @param {(line: Line) => string | undefined} exact */
  function tapeView(lines, exact) {
    const list = h("ol", { class: "lines" });
    const told = h("p", { class: "score", role: "status" });
    const back = h("button", { type: "button", onclick: () => go(seen - 1) }, p("backward"));
    const next = h("button", { type: "button", class: "main", onclick: () => go(seen + 1) }, p("forward"));
    const mine = h("button", { type: "button", onclick: () => tryNext() }, p("letMe"));
    const all = h("button", { type: "button", onclick: () => go(lines.length) }, p("showAll"));
    const every = h("input", { type: "checkbox" });
    every.checked = withEvery;
    every.addEventListener("change", () => {
      withEvery = every.checked;
      refresh();
    });
    const everySays = h("p", { class: "help" });

    /** @param {number} count */
    function go(count) {
      seen = Math.max(1, Math.min(count, lines.length));
      trying = null;
      refresh();
      const last = list.lastElementChild;
      if (last) last.scrollIntoView({ block: "nearest" });
    }

    function tryNext() {
      if (seen >= lines.length) return;
      seen += 1;
      trying = { text: "", verdict: "" };
      refresh();
      const field = list.querySelector("input, select");
      if (field instanceof HTMLElement) field.focus();
    }

    function refresh() {
      const shownLines = lines.slice(0, seen);
      fill(list, shownLines.map((line, at) => lineView(line, at, at === seen - 1)));
      setAttribute(back, "aria-disabled", seen <= 1 ? "true" : null);
      for (const button of [next, mine, all]) setAttribute(button, "aria-disabled", seen >= lines.length ? "true" : null);
      const last = shownLines[shownLines.length - 1];
      fill(told, last && h("span", {}, p("stepOf", { at: seen, count: lines.length }), trying && trying.verdict !== "right" ? "" : `${t("colon")}${titleOf(last)} ${last.shown || "—"}`));
      everySays.hidden = !withEvery;
      // What is being calculated is not told before.
      const open = trying !== null && trying.verdict !== "right" ? seen - 1 : seen;
      fill(everySays, withEvery && everyWords(lines, open));
    }

    /** @param {Line} line @param {number} at @param {boolean} isLast */
    function lineView(line, at, isLast) {
      const { shown: figure, unit, everyStep } = line;
      const isHidden = isLast && trying !== null && trying.verdict !== "right";
      const words = lineWords(isHidden ? { ...line, numbers: null } : line, at);
      return h(
        "li",
        { class: `line${line.given ? " given-line" : ""}${isLast ? " current" : ""}`, "aria-current": isLast ? "step" : null },
        words,
        h("div", { class: "line-value" }, isHidden ? null : h("span", { class: "line-shown" }, figure || "—"), !isHidden && unit && h("span", { class: "unit" }, unit), !isHidden && digitsWords(line, lines).map((said) => h("span", { class: "line-places" }, said))),
        isHidden && tryView(line),
        isLast && trying && trying.verdict === "right" && h("div", { class: "line-says" }, h("p", { class: "verdict holds" }, p("verdict-right"))),
        withEvery && !isHidden && everyStep !== null && h("div", { class: "line-says every" }, h("p", {}, p("everyStep", { text: [everyStep, unit].filter(Boolean).join(" ") }))),
      );
    }

    /** @param {Line} line */
    function tryView(line) {
      const state = /** @type {NonNullable<typeof trying>} */ (trying);
      const options = line.options.length > 0;
      const field = options
        ? h("select", { "aria-label": titleOf(line) }, h("option", { value: "" }, t("pleaseChoose")), line.options.map(({ id: value, text }) => h("option", { value }, text)))
        : h("input", { type: "text", inputmode: "decimal", autocomplete: "off", spellcheck: "false", "aria-label": titleOf(line) });
      field.value = state.text;
      field.addEventListener("input", () => {
        state.text = field.value;
        state.verdict = "";
        fill(says);
      });
      const says = h("p", { class: "verdict fails", role: "alert" });
      const form = h(
        "form",
        { class: "line-says tape-try", onsubmit: (/** @type {Event} */ event) => {
          event.preventDefault();
          const problem = judge(line, state.text, exact(line));
          state.verdict = problem === null ? "right" : "wrong";
          if (problem === null) {
            refresh();
            (seen < lines.length ? next : back).focus();
          } else fill(says, problem);
        } },
        field,
        line.unit && h("span", { class: "unit" }, line.unit),
        h("button", { type: "submit", class: "main" }, p("check")),
        h("button", { type: "button", onclick: () => {
          trying = null;
          refresh();
          (seen < lines.length ? next : back).focus();
        } }, p("tellMe")),
        says,
      );
      return form;
    }
    refresh();
    return {
      element: h("div", {}, list, h("div", { class: "buttons" }, back, next, mine, all, told), h("p", { class: "tape-every" }, h("label", {}, every, " ", p("everySwitch"))), everySays),
      forward: () => go(seen + 1),
      back: () => go(seen - 1),
    };
  }

  return {
    title: () => p("playerOf", { title: scheme.describe(language()).title }),
    draw,
    pressed(event) {
      if (!moves || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      const { target } = event;
      if (target instanceof HTMLElement && target.closest("input:not([type=checkbox]), select, textarea, [role=region]")) return;
      if (event.key === "ArrowRight") moves.forward();
      else if (event.key === "ArrowLeft") moves.back();
      else return;
      event.preventDefault();
    },
  };
}

/** @param {import("../library.js").Entry | null} entry @param {string} key of what somebody entered @returns {Promise<Played[]>} */
async function playable(entry, key) {
  const [shipped, text] = await Promise.all([entry ? shippedCases(entry) : [], kept(key)]);
  const entered = text === null ? null : completeCase(JSON.parse(text));
  // The example comes first.
  const ordered = [...shipped.filter(({ example }) => example), ...shipped.filter(({ example }) => !example)];
  const cases = ordered.flatMap(({ name, about, facts }) => {
    const whole = completeCase(facts);
    return whole ? [{ name, about, facts: whole }] : [];
  });
  return entered ? [...cases, { name: null, about: "", facts: entered }] : cases;
}

/** @param {Played} one */
function caseTitle({ name, about }) {
  if (name === null) return p("ownCase");
  return language() === "en" ? name.replace(/-/g, " ") : about;
}

/** @param {Description} description @param {string | null} each */
function listTitle({ rosters, tables }, each) {
  const list = [...rosters, ...tables].find(({ id }) => id === each);
  return list && list.title;
}

/** The figures that can be played: those of the result tables. @param {Description} description */
function figuresOf({ outputs, steps }) {
  return outputs.flatMap((output) => output.steps).flatMap((id) => steps.filter((step) => step.id === id));
}

/** @param {Description} description @param {Case} facts @param {string} step @returns {string[] | null} names of the rows that a step has figures for */
function rowsOf(description, facts, step) {
  const form = description.steps.find(({ id }) => id === step);
  if (!form || !form.each) return null;
  const table = description.tables.find(({ id }) => id === form.each);
  if (table) return tableRows(facts, table).map((row) => rowTitle(table, row));
  return (facts.rosters[form.each] || []).map((row) => textOf(row.name, undefined) || "");
}

/**
 * What is played first: the wanted step, or the last number of the first people.
 *
 * @param {Description} description
 * @param {Played | undefined} one
 * @param {string} [wanted]
 * @returns {{ step: string, row: number | null }}
 */
function firstAsked(description, one, wanted) {
  const steps = figuresOf(description);
  const hasRows = (/** @type {{ id: string }} */ { id }) => {
    const rows = one ? rowsOf(description, one.facts, id) : null;
    return rows === null || rows.length > 0;
  };
  const possible = steps.filter(hasRows);
  const people = possible.filter(({ each }) => each !== null);
  const ofFirst = people.filter(({ each }) => each === people[0].each);
  const step = possible.find(({ id }) => id === wanted) || ofFirst.filter(({ kind }) => kind === "quantity").pop() || ofFirst.pop() || possible[possible.length - 1] || description.steps[description.steps.length - 1];
  return { step: step.id, row: step.each === null ? null : 0 };
}

/**
 * Whether a typed figure is that of a line; null when it is.
 *
 * @param {Line} line
 * @param {string} text
 * @param {string | undefined} exact the figure without rounding
 * @returns {string | null} what is wrong
 */
function judge(line, text, exact) {
  const unit = line.unit || "";
  const bare = (/** @type {string} */ one) => (unit !== "" && one.endsWith(unit) ? one.slice(0, -unit.length).trim() : one);
  const plain = (/** @type {string} */ one) => bare(one.normalize("NFKC").trim());
  if (plain(text) === "") return p("verdict-empty");
  const wanted = (line.shown || "").replace(/^≈\s*/, "");
  if (line.options.length > 0) return line.options.some(({ id, text: title }) => id === text && title === wanted) ? null : p("verdict-wrong");
  const right = typed(wanted, language()).value;
  if (right === null) return plain(text) === plain(wanted) ? null : p("verdict-wrong");
  const given = typed(plain(text), language());
  if (given.value === null) return `${p("verdict-unreadable")}${given.problem ? `${t("colon")}${given.problem.message}` : ""}`;
  return given.value === right || given.value === exact ? null : p("verdict-wrong");
}

/** What rounding at every step does to the lines that are seen. @param {Line[]} lines @param {number} seen */
function everyWords(lines, seen) {
  const other = lines.slice(0, seen).filter(({ everyStep }) => everyStep !== null);
  if (other.length === 0) return seen === lines.length ? p("everyNever") : p("everyNotYet");
  const [first] = other;
  const end = lines[lines.length - 1];
  const isOver = seen === lines.length;
  return [
    p("everyFrom", { at: lines.indexOf(first) + 1, title: titleOf(first) }),
    isOver && (end.everyStep === null ? ` ${p("everySame", { title: titleOf(end), once: end.shown || "" })}` : ` ${p("everyEnd", { title: titleOf(end), every: end.everyStep, once: end.shown || "" })}`),
  ];
}

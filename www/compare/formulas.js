// The formulas of a proposal: each step with its formula as written, the reader's words beside it, and what is wrong with it.
import { fill, h, newId, setAttribute, setText } from "../dom.js";
import { language, t } from "../language.js";
import { withFormula } from "./plan.js";
import { c } from "./words.js";

/**
 * @typedef {import("./desk.js").Desk} Desk
 * @typedef {import("../engine.js").StepParts} StepParts
 * @typedef {import("../engine.js").PartText} PartText
 * @typedef {import("../engine.js").RevisionProblem} RevisionProblem
 * @typedef {import("../views/field.js").Drawn} Drawn
 */

/** The functions that round, in the order they are offered. */
const ROUNDING = /** @type {const} */ (["round", "round_even", "truncate", "floor", "ceil"]);

/** The most letters of a formula that a name of a change repeats. */
const LETTERS = 40;

/** @param {string} text */
function short(text) {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > LETTERS ? `${line.slice(0, LETTERS)}…` : line || t("nothing");
}

/** What a part of a step is called. @param {StepParts} step @param {PartText} part */
function partTitle({ title }, { kind, rule }) {
  const words = { formula: c("partFormula", { title }), when: c("partWhen", { title, rule: rule || 0 }), then: c("partThen", { title, rule: rule || 0 }), places: c("partPlaces", { title }) };
  return words[kind];
}

/**
 * @param {Desk} desk
 * @returns {Drawn}
 */
export function formulasView(desk) {
  const details = h("details", { class: "compare-group" });
  const count = h("span", { class: "count" });
  const body = h("div", { class: "compare-cells" });
  const others = h("ul", { class: "problem" });
  /** @type {Drawn[]} */
  let steps = [];
  let drawn = "";
  function draw() {
    const parts = desk.partsOf(desk.proposal);
    const now = JSON.stringify([parts, desk.plan.shown]);
    if (now === drawn) return;
    drawn = now;
    steps = parts.map((step) => stepView(desk, step));
    fill(body, h("p", { class: "hint" }, c("formulasLead")), others, steps.map(({ element }) => element));
  }
  details.addEventListener("toggle", refresh);
  details.append(h("summary", {}, c("formulas"), " ", count), body);
  if (Object.keys(desk.proposal.formulas).length > 0) details.open = true;
  function refresh() {
    const changed = Object.keys(desk.proposal.formulas).length;
    setText(count, changed > 0 ? c("changedFormulas", { changed }) : "");
    if (!details.open) return;
    draw();
    for (const step of steps) step.refresh();
    const { problems, lost } = desk.variant.rules;
    const elsewhere = problems.filter(({ part }) => part === null);
    fill(others, elsewhere.map(({ problem }) => h("li", {}, c("wrongElsewhere", { line: problem.line || 0, message: sentence(problem) }), problem.source && h("code", {}, problem.source.trim()))), lost.length > 0 && h("li", {}, c("lostFormulas", { count: lost.length })));
    others.hidden = elsewhere.length + lost.length === 0;
  }
  return { element: details, refresh };
}

/** @param {RevisionProblem["problem"]} problem */
function sentence({ message, hint }) {
  return [message, hint].filter(Boolean).join(" ");
}

/** @param {Desk} desk @param {StepParts} step @returns {Drawn} */
function stepView(desk, step) {
  const form = desk.store.description.steps.find(({ id }) => id === step.step);
  const parts = step.parts.map((part) => partView(desk, step, part, (form ? form.kind : "quantity") === "quantity"));
  return {
    element: h("fieldset", { class: "compare-step" }, h("legend", {}, [step.rows, step.title].filter(Boolean).join(" · ")), parts.map(({ element }) => element)),
    refresh: () => parts.forEach((part) => part.refresh()),
  };
}

/** @param {Desk} desk @param {StepParts} step @param {PartText} part as it is today @param {boolean} isNumber @returns {Drawn} */
function partView(desk, step, part, isNumber) {
  const id = newId("part");
  const title = partTitle(step, part);
  const label = { formula: c("formula"), when: c("ruleWhen", { rule: part.rule || 0 }), then: c("ruleThen", { rule: part.rule || 0 }), places: c("placesShown") }[part.kind];
  const words = h("p", { class: "hint", id: `${id}-words` });
  const problem = h("div", { id: `${id}-problem` });
  const described = `${words.id} ${problem.id}`;
  const control = part.kind === "places" ? h("input", { id, type: "text", inputmode: "numeric", autocomplete: "off", "aria-describedby": described }) : h("textarea", { id, rows: Math.min(6, Math.max(1, Math.ceil(part.text.length / 44))), spellcheck: "false", autocapitalize: "off", "aria-describedby": described });
  const back = h("button", { type: "button", class: "link", "aria-label": `${c("takeBack")}${t("colon")}${title}`, onclick: () => {
    enter(part.text);
    desk.pause();
    control.focus();
  } }, c("takeBack"));
  /** @param {string} text */
  function enter(text) {
    const before = part.text;
    desk.put(withFormula(desk.plan, part.path, text === before ? null : text), c("changeFormula", { title, before: short(before), after: short(text) }), `${desk.plan.shown} ${part.path}`);
  }
  control.addEventListener("input", () => enter(control.value));
  control.addEventListener("blur", () => desk.pause());
  const rounding = isNumber && (part.kind === "formula" || part.kind === "then") ? roundingView(desk, step, part, enter) : null;
  const element = h("div", { class: part.kind === "places" ? "compare-part places" : "compare-part" }, h("label", { for: id }, label), back, control, rounding && rounding.element, words, problem);
  return {
    element,
    refresh() {
      const text = desk.proposal.formulas[part.path];
      const changed = text !== undefined;
      if (control.value !== (changed ? text : part.text)) control.value = changed ? text : part.text;
      element.classList.toggle("changed", changed);
      back.hidden = !changed;
      const found = changed ? desk.variant.rules.problems.filter((one) => one.part === part.path) : [];
      setAttribute(control, "aria-invalid", found.length > 0);
      fill(problem, found.map((one) => problemLine(text || "", one)), found.length > 0 && h("p", { class: "hint" }, c("notCounted")));
      const now = changed && found.length === 0 && part.kind !== "places" ? partNow(desk, part.path) : null;
      setText(words, now ? c("wordsChanged", { before: part.words, after: now.words }) : part.words);
      words.hidden = words.textContent === "";
      if (rounding) rounding.refresh();
    },
  };
}

/** The parts of what a proposal is calculated by, once for each. @type {WeakMap<object, StepParts[]>} */
const told = new WeakMap();

/** A part as it is in the proposal that is shown. @param {Desk} desk @param {string} path */
function partNow(desk, path) {
  const { opened, rules } = desk.variant;
  const parts = rules.text === null ? desk.partsOf(desk.proposal) : told.get(opened) || opened.parts(language());
  if (rules.text !== null) told.set(opened, parts);
  return parts.flatMap((step) => step.parts).find((part) => part.path === path) || null;
}

/** What is wrong, with its place in the text marked. @param {string} text @param {RevisionProblem} one */
function problemLine(text, { problem, start, end }) {
  const from = start || 0;
  const until = Math.max(end || 0, from);
  const marked = text.slice(from, until);
  return h("p", { class: "problem" }, h("code", {}, text.slice(Math.max(0, from - 24), from), h("mark", {}, marked || "⎵"), text.slice(until, until + 24)), " ", sentence(problem));
}

/** How a formula rounds: a choice that writes the formula. @param {Desk} desk @param {StepParts} step @param {PartText} part @param {(text: string) => void} enter @returns {Drawn} */
function roundingView(desk, step, part, enter) {
  const title = partTitle(step, part);
  const words = { round: c("roundHalf"), round_even: c("roundEven"), truncate: c("roundTruncate"), floor: c("roundDown"), ceil: c("roundUp") };
  const select = h("select", { "aria-label": c("roundingOf", { title }) }, h("option", { value: "" }, c("roundNone")), ROUNDING.map((one) => h("option", { value: one }, words[one])));
  const places = h("input", { type: "text", inputmode: "numeric", autocomplete: "off", "aria-label": c("roundPlacesOf", { title }) });
  const unit = h("span", { class: "unit" }, c("roundPlaces"));
  const element = h("span", { class: "compare-rounding" }, h("span", {}, c("rounding")), select, places, unit);
  const now = () => partNow(desk, part.path) || part;
  function write() {
    const { rounding, text } = now();
    const of = rounding ? rounding.of : text;
    enter(select.value === "" ? of : `${select.value}(${of}, ${places.value.trim() || "2"})`);
  }
  select.addEventListener("change", write);
  places.addEventListener("change", write);
  return {
    element,
    refresh() {
      const faulty = desk.variant.rules.problems.some((one) => one.part === part.path);
      const { rounding } = faulty ? part : part.path in desk.proposal.formulas ? now() : part;
      select.disabled = faulty;
      places.disabled = faulty;
      if (faulty) return;
      select.value = rounding ? rounding.function : "";
      if (document.activeElement !== places) places.value = rounding ? rounding.places : "";
      places.hidden = !rounding;
      unit.hidden = !rounding;
    },
  };
}

// One field of the form: label, place to type, unit, what is wrong with it, and its paragraph on demand.
import { h, newId, setAttribute, setText } from "../dom.js";
import { textAt, withText } from "../case.js";
import { readable } from "../engine.js";
import { optionsOf } from "../grid/lists.js";
import { t } from "../language.js";
import { notes } from "./notes.js";

/**
 * @typedef {import("../store.js").Store} Store
 * @typedef {import("../case.js").Place} Place
 * @typedef {import("../engine.js").Field} Field
 *
 * @typedef {object} Drawn a part of the page that follows the case
 * @property {HTMLElement} element
 * @property {() => void} refresh
 */

/**
 * @param {Store} store
 * @param {Field} field
 * @param {Place} place
 * @param {string} path
 * @param {string} [title] where it is not the field's own
 * @returns {Drawn}
 */
export function fieldView(store, field, place, path, title = field.title) {
  const id = newId("field");
  const standard = field.value === null ? "" : field.value;
  const options = optionsOf(store, field);
  const control = options ? h("select", { id, "data-path": path }) : h("input", { id, "data-path": path, type: "text", autocomplete: "off", spellcheck: "false" });
  if (control instanceof HTMLInputElement && field.kind === "quantity") control.inputMode = "decimal";
  if (field.kind === "date") control.setAttribute("placeholder", t("dateForm"));
  const problem = h("p", { class: "problem", id: `${id}-problem` });
  const own = h("p", { class: "own-value" });
  const unit = h("span", { class: "unit", id: `${id}-unit` }, field.unit || "");
  const bounds = boundsOf(field);

  const entered = () => textAt(store.facts, place);
  // While somebody types, an empty field stays empty, and a ratio exact; otherwise it shows what counts, as readers see it.
  const shown = () => (document.activeElement === control ? entered() ?? standard : asRead(entered() || standard));
  const asRead = (/** @type {string} */ text) => (field.kind === "quantity" ? readable(text) : text);
  const said = (/** @type {string} */ text) => (options || []).find(({ value }) => value === text)?.title || text || t("nothing");
  const name = (/** @type {string} */ before, /** @type {string} */ after) => t("changeField", { title, before: said(before), after: said(after) });

  control.addEventListener("input", () => {
    const { value } = control;
    store.enter(place, value, (before) => name(before ?? standard, value));
  });
  control.addEventListener("focus", () => refresh());
  control.addEventListener("blur", () => {
    store.pause();
    refresh();
  });
  const restore = h("button", {
    type: "button",
    class: "link",
    onclick: () => {
      store.replace(withText(store.facts, place, null), name(shown(), standard));
      control.focus();
    },
  }, t("restore"));

  function refresh() {
    const text = shown();
    if (control instanceof HTMLSelectElement) choose(control, options || [], text);
    else if (control.value !== text) control.value = text;
    const problems = store.problems.get(path) || [];
    setText(problem, problems.map(({ message, hint }) => [message, hint].filter(Boolean).join(" ")).join(" "));
    setAttribute(control, "aria-invalid", problems.length > 0);
    const described = [field.unit && unit.id, problems.length > 0 && problem.id].filter(Boolean).join(" ");
    setAttribute(control, "aria-describedby", described || null);
    const isOwn = field.value !== null && !!entered() && entered() !== standard;
    element.classList.toggle("changed", isOwn);
    own.textContent = "";
    if (isOwn) own.append(t("schemeValue", { value: standard }), " ", restore);
  }

  const element = h(
    "div",
    { class: "field" },
    h("label", { for: id }, title, field.optional && h("span", { class: "optional" }, t("optional"))),
    h("div", { class: "entry" }, control, field.unit && unit),
    problem,
    own,
    field.unprinted && h("p", { class: "hint" }, field.unprinted),
    bounds && h("p", { class: "hint" }, bounds),
    notes(field),
  );
  return { element, refresh };
}

/**
 * @param {HTMLSelectElement} select
 * @param {{ value: string, title: string }[]} options
 * @param {string} text
 */
function choose(select, options, text) {
  const isKnown = text === "" || options.some(({ value }) => value === text);
  const all = [{ value: "", title: t("pleaseChoose") }, ...(isKnown ? [] : [{ value: text, title: text }]), ...options];
  const same = select.options.length === all.length && all.every(({ value, title }, at) => select.options[at].value === value && select.options[at].text === title);
  if (!same) {
    select.textContent = "";
    for (const { value, title } of all) select.append(h("option", { value }, title));
  }
  if (select.value !== text) select.value = text;
}

/** What may be entered, in words. @param {Field} field */
function boundsOf(field) {
  const words = [
    field.min !== null && field.max !== null && t("between", { min: field.min, max: field.max }),
    field.min !== null && field.max === null && t("atLeast", { min: field.min }),
    field.min === null && field.max !== null && t("atMost", { max: field.max }),
    field.whole && t("wholeNumber"),
  ];
  return words.filter(Boolean).join(t("listComma"));
}

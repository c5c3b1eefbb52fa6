// Readings of the clauses and policies of the hospital: every option with its sentence.
import { h, newId, setText } from "../dom.js";
import { t } from "../language.js";
import { notes } from "./notes.js";

/**
 * @typedef {import("../store.js").Store} Store
 * @typedef {import("../engine.js").ChoiceForm} ChoiceForm
 * @typedef {import("./field.js").Drawn} Drawn
 */

/**
 * @param {Store} store
 * @returns {Drawn}
 */
export function choicesView(store) {
  const parts = store.description.choices.map((choice) => choiceView(store, choice));
  const element = h("div", { class: "choices" }, parts.map((part) => part.element));
  return { element, refresh: () => parts.forEach((part) => part.refresh()) };
}

/**
 * @param {Store} store
 * @param {ChoiceForm} choice
 * @returns {Drawn}
 */
function choiceView(store, choice) {
  const path = `choices.${choice.id}`;
  const name = newId("choice");
  const problem = h("p", { class: "problem", id: `${name}-problem` });
  const radios = choice.options.map((option) => {
    const radio = h("input", {
      type: "radio",
      name,
      value: option.id,
      id: `${name}-${option.id}`,
      "data-path": path,
      "aria-describedby": `${option.note ? `${name}-${option.id}-note ` : ""}${problem.id}`,
      onchange: () => {
        store.enter({ part: "choices", id: choice.id }, option.id, () => t("changeChoice", { title: choice.title, option: option.title }));
        store.pause();
      },
    });
    return { option, radio };
  });

  function refresh() {
    const chosen = store.facts.choices[choice.id] || choice.default;
    for (const { option, radio } of radios) {
      radio.checked = option.id === chosen;
      /** @type {HTMLElement} */ (radio.closest(".option")).classList.toggle("chosen", radio.checked);
    }
    const problems = store.problems.get(path) || [];
    setText(problem, problems.map(({ message, hint }) => [message, hint].filter(Boolean).join(" ")).join(" "));
  }

  const element = h(
    "fieldset",
    { class: "choice" },
    h("legend", {}, choice.title),
    radios.map(({ option, radio }) =>
      h(
        "div",
        { class: "option" },
        radio,
        h(
          "div",
          {},
          h("label", { for: radio.id }, option.title, option.id === choice.default && h("span", { class: "optional" }, t("standard"))),
          option.note && h("p", { class: "hint", id: `${radio.id}-note` }, option.note),
        ),
      ),
    ),
    problem,
    notes(choice),
  );
  return { element, refresh };
}

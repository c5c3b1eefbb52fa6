// The screen of one scheme: what is entered, what comes out, and everything that the scheme says about itself.
import { h } from "../dom.js";
import { tableRows } from "../case.js";
import { t } from "../language.js";
import { choicesView } from "./choices.js";
import { inputsView, parametersView } from "./form.js";
import { rosterView, tableView } from "./lists.js";
import { resultsView } from "./results.js";
import { toolbarView } from "./toolbar.js";

/**
 * @typedef {import("../session.js").Session} Session
 * @typedef {import("../store.js").Store} Store
 * @typedef {import("../engine.js").Description} Description
 * @typedef {import("./toolbar.js").Actions} Actions
 * @typedef {import("./field.js").Drawn} Drawn
 *
 * @typedef {Actions & import("./takeover.js").Takes & { explain: (step: string, row: number | null, opener: HTMLElement) => void,
 *   say: (text: string, undo?: boolean) => void,
 *   csv: (roster: import("../engine.js").RosterForm) => void }} Page what the screen asks of the page
 */

/**
 * @param {Session} session
 * @param {Page} page
 * @returns {Drawn & { goTo: (path: string) => void }}
 */
export function schemeView(session, page) {
  const { store } = session;
  const { description } = store;
  const goTo = (/** @type {string} */ path) => goToPath(path);
  const toolbar = toolbarView(session, page);
  const inputs = inputsView(store, page);
  const choices = choicesView(store);
  const parameters = parametersView(store);
  const results = resultsView(store, page.explain, goTo);
  const rosters = description.rosters.map((roster) => rosterView(store, roster, page));
  const tables = description.tables.map((table) => tableView(store, table, page));
  const lists = [...rosters, ...tables];
  const hasInputs = description.inputs.length > 0 || description.dated;

  const element = h(
    "div",
    { class: "scheme" },
    headView(description),
    toolbar.element,
    h(
      "div",
      { class: "columns" },
      h(
        "div",
        { class: "column" },
        hasInputs && h("section", { "aria-label": t("inputs") }, h("h2", {}, t("inputs")), inputs.element),
        description.choices.length > 0 && h("section", { "aria-label": t("choices") }, h("h2", {}, t("choices")), choices.element),
      ),
      h("section", { class: "column", "aria-label": t("results") }, h("h2", {}, t("results")), results.element),
    ),
    rosters.length > 0 && h("section", { "aria-label": t("rosters") }, h("h2", {}, t("rosters")), rosters.map((view) => view.element)),
    (tables.length > 0 || description.parameters.length > 0) &&
      h(
        "section",
        { "aria-label": t("parameters") },
        h("h2", {}, t("parameters")),
        h("p", { class: "lead" }, t("parametersLead")),
        parameters.element,
        h("div", { class: "tables" }, tables.map((view) => view.element)),
      ),
    limitsView(description),
  );

  /** @param {string} path */
  function goToPath(path) {
    const figure = /^steps?\.([^.[\]]+)(?:\[(\d+)\])?$/.exec(path);
    if (figure) {
      page.explain(figure[1], figure[2] === undefined ? null : Number(figure[2]), /** @type {HTMLElement} */ (document.activeElement));
      return;
    }
    const cell = /^rosters\.([^.[\]]+)\[(\d+)\](?:\.([^.]+))?(?:\.([^.]+))?$/.exec(path);
    const table = /^tables\.([^.]+)(?:\.([^.]+))?(?:\.([^.]+))?$/.exec(path);
    const list = lists.find((one) => path.startsWith(one.path));
    if (list && cell) list.go(Number(cell[2]), cell[3] || "name", cell[4]);
    else if (list && table) list.go(tableRow(store, table[1], table[2]), table[3] || "title", undefined);
    else {
      const field = [...element.querySelectorAll("[data-path]")].find((one) => one.getAttribute("data-path") === path && !(one instanceof HTMLInputElement && one.type === "radio" && !one.checked));
      const any = field || [...element.querySelectorAll("[data-path]")].find((one) => (one.getAttribute("data-path") || "").startsWith(path));
      if (any instanceof HTMLElement) any.focus();
    }
  }

  function refresh() {
    for (const part of [toolbar, inputs, choices, parameters, results, ...lists]) part.refresh();
  }
  return { element, refresh, goTo };
}

/** @param {Store} store @param {string} table @param {string | undefined} id */
function tableRow(store, table, id) {
  const form = store.description.tables.find((one) => one.id === table);
  return form ? Math.max(0, tableRows(store.facts, form).findIndex((row) => row.id === id)) : 0;
}

/** @param {Description} description */
function headView({ title, about, group, document: source, clause, lines }) {
  const place = [source, clause, lines].filter(Boolean).join(" · ");
  return h(
    "div",
    { class: "scheme-head" },
    h("nav", { "aria-label": t("youAreHere") }, h("a", { href: "#/catalogue" }, t("catalogue")), h("span", { "aria-hidden": "true" }, " › "), groupName(group)),
    h("h1", { tabindex: -1 }, title),
    about && h("p", { class: "lead" }, about),
    place && h("p", { class: "source" }, `${t("source")}${t("colon")}${place}`),
  );
}

/** @param {string} group */
function groupName(group) {
  const word = /** @type {import("../language.js").Word} */ (`group-${group}`);
  return t(word) || group;
}

/** What the scheme does not calculate, and what its source misprints. @param {Description} description */
function limitsView({ gaps, errata }) {
  if (gaps.length === 0 && errata.length === 0) return null;
  return h(
    "section",
    { class: "limits", "aria-label": t("limits") },
    h("h2", {}, t("limits")),
    gaps.length > 0 &&
      h("details", {}, h("summary", {}, t("gaps", { count: gaps.length })), h("ul", {}, gaps.map(({ clause, text, why }) => h("li", {}, h("q", {}, text), ` ${why}`, h("span", { class: "clause" }, ` ${clause}`))))),
    errata.length > 0 &&
      h(
        "details",
        {},
        h("summary", {}, t("errata", { count: errata.length })),
        h(
          "div",
          { class: "scroll", tabindex: 0, role: "region", "aria-label": t("errata", { count: errata.length }) },
          h(
            "table",
            {},
            h("thead", {}, h("tr", {}, [t("erratumId"), t("place"), t("printed"), t("right"), t("because")].map((word) => h("th", { scope: "col" }, word)))),
            h("tbody", {}, errata.map(({ id, place, printed, right, why }) => h("tr", {}, h("th", { scope: "row" }, id), [place, printed, right, why].map((text) => h("td", {}, text))))),
          ),
        ),
      ),
  );
}

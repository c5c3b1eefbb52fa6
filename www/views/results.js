// What the calculation says: the figures of the whole scheme, how the pool closes, guard rails, flags and problems.
import { fill, h } from "../dom.js";
import { t } from "../language.js";
import { noticesView } from "./notices.js";

/**
 * @typedef {import("../store.js").Store} Store
 * @typedef {import("../engine.js").Summary} Summary
 * @typedef {import("./field.js").Drawn} Drawn
 * @typedef {(step: string, row: number | null, opener: HTMLElement) => void} Explain
 */

/**
 * @param {Store} store
 * @param {Explain} explain
 * @param {(path: string) => void} goTo
 * @returns {Drawn}
 */
export function resultsView(store, explain, goTo) {
  const notices = h("div", {});
  const figures = figuresView(store, explain);
  const pools = h("div", { class: "pools" });
  const guards = h("div", {});
  const element = h("div", { class: "results" }, notices, figures.element, pools, guards);

  let said = "";
  function refresh() {
    figures.refresh();
    const { problems, notices: raised, pools: shared, guards: checked } = store.summary;
    const now = JSON.stringify([problems, raised, shared, checked]);
    // Drawn again only when they say something else, so that what is folded out stays so.
    if (now === said) return;
    said = now;
    fill(notices, noticesView(store, goTo));
    fill(pools, poolsOf(store));
    fill(guards, guardsOf(store.summary));
  }
  return { element, refresh };
}

/** The steps of the whole scheme that are shown. @param {Store} store */
function shownSteps(store) {
  const output = store.description.outputs.find(({ of }) => of === null);
  const ids = output ? output.steps : [];
  return store.description.steps.filter(({ id, each }) => each === null && ids.includes(id));
}

/**
 * @param {Store} store
 * @param {Explain} explain
 * @returns {Drawn}
 */
function figuresView(store, explain) {
  const rows = shownSteps(store).map((step) => {
    const button = h("button", { type: "button", class: "figure" });
    button.addEventListener("click", () => explain(step.id, null, button));
    const why = h("p", { class: "problem" });
    const row = h("tr", {}, h("th", { scope: "row" }, step.title), h("td", { class: "number" }, button), h("td", { class: "unit" }, step.unit || ""));
    return { step, button, why, row };
  });
  const totals = h("tbody", { class: "totals" });
  const element = h(
    "table",
    { class: "figures" },
    h("caption", { class: "unseen" }, t("results")),
    h("tbody", {}, rows.map(({ row }) => row)),
    totals,
  );
  function refresh() {
    const found = new Map(store.summary.figures.map(({ step, figure }) => [step, figure]));
    for (const { step, button, why, row } of rows) {
      const figure = found.get(step.id);
      const text = (figure && figure.shown) || "—";
      if (button.textContent !== text) button.textContent = text;
      button.setAttribute("aria-label", t("figureOf", { name: "", title: step.title, text: (figure && (figure.shown || figure.message)) || "—" }).trim());
      why.textContent = (figure && figure.message) || "";
      if (why.textContent) row.firstElementChild?.append(why);
      else why.remove();
      row.className = figure ? figure.state : "";
    }
    fill(totals, totalsOf(store));
  }
  return { element, refresh };
}

/** The totals over the people. @param {Store} store */
function totalsOf(store) {
  return store.summary.totals.flatMap(({ step, figure }) => {
    const form = store.description.steps.find(({ id }) => id === step);
    const shown = form && store.description.outputs.some(({ of, steps }) => of === form.each && steps.includes(step));
    if (!form || !shown) return [];
    return [h("tr", { class: figure.state }, h("th", { scope: "row" }, t("totalStep", { title: form.title })), h("td", { class: "number" }, figure.shown || "—"), h("td", { class: "unit" }, form.unit || ""))];
  });
}

/** The most pools that are listed one by one. */
const POOLS = 12;

/** @param {Store} store */
function poolsOf(store) {
  // How nothing was divided tells nobody anything.
  const pools = store.summary.pools.filter(({ pool }) => !/^-?0(\.0*)?$/.test(pool));
  if (pools.length === 0) return [];
  const titleOf = (/** @type {string} */ id) => store.description.steps.find((step) => step.id === id)?.title || id;
  const rows = pools.map((pool) => {
    const title = pool.row === null ? titleOf(pool.step) : `${titleOf(pool.step)} · ${pool.row}`;
    return h("div", { class: "pool" }, h("h4", {}, title), h("dl", {}, pair(t("pool"), pool.poolShown), pair(t("paid"), pool.paidShown), pair(t("leftOver"), pool.leftShown)), h("p", {}, pool.sentence));
  });
  const more = rows.slice(POOLS);
  return [
    h("h3", {}, t("pools")),
    ...rows.slice(0, POOLS),
    more.length > 0 && h("details", {}, h("summary", {}, t("more", { count: more.length })), more),
  ];
}

/** @param {string} term @param {string} value */
function pair(term, value) {
  return h("div", {}, h("dt", {}, term), h("dd", {}, value));
}

/** @param {Summary} summary */
function guardsOf({ guards }) {
  if (guards.length === 0) return [];
  const items = guards.map(({ title, holds, first, failures, note }) => {
    const [mark, word] = holds === null ? ["?", t("guardOpen")] : holds ? ["✓", t("guardHolds")] : ["×", t("guardFails")];
    const where = holds === false && first !== null ? t("guardFirst", { first, failures }) : "";
    return h("li", { class: holds === null ? "open" : holds ? "holds" : "fails" }, h("span", { class: "mark", "aria-hidden": "true" }, mark), h("span", {}, title, h("span", { class: "verdict" }, ` ${word}${where}`), note && h("p", { class: "hint" }, note)));
  });
  return [h("h3", {}, t("guards")), h("ul", { class: "guards" }, items)];
}

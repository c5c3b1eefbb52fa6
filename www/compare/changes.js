// What a proposal changes, line by line: each with a way back, values with a slider, and whether it matters at all.
import { fill, h, setAttribute, setText } from "../dom.js";
import { language, t } from "../language.js";
import { said } from "./cells.js";
import { limitWords } from "./limit-list.js";
import { isUnchanged, withChange, withProposal } from "./plan.js";
import { rowRemarks } from "./remarks.js";
import { failedFor, todayToo, verdictWords } from "./result.js";
import { rowsOf, withTableRows } from "./rows.js";
import { sliderView } from "./slider.js";
import { c } from "./words.js";

/**
 * @typedef {import("./desk.js").Desk} Desk
 * @typedef {import("./cells.js").Cell} Cell
 * @typedef {import("../engine.js").ChangeText} ChangeText
 * @typedef {import("../views/field.js").Drawn} Drawn
 */

/** How long nothing must change before it is said which changes do nothing, in milliseconds. */
const EFFECTS_AFTER = 200;

/**
 * What a change is of that there is no cell for: the part of the rules that there is, and what it lacks.
 *
 * @param {Desk} desk
 * @param {string} path
 */
function placeWords({ store }, path) {
  const [part, id, ...rest] = path.split(".");
  const { tables, inputs, parameters, choices } = store.description;
  const lists = /** @type {Record<string, { id: string, title: string }[]>} */ ({ tables, inputs, parameters, choices });
  const found = (lists[part] || []).find((one) => one.id === id);
  return found ? c("placeIn", { title: found.title, what: rest.join(" · ") }) : c("placeNone", { what: rest.length > 0 ? `${id} · ${rest.join(" · ")}` : id || path });
}

/**
 * The proposal without what one line of the list says.
 *
 * @param {Desk} desk
 * @param {ChangeText} change
 * @returns {import("./plan.js").Plan | null} null where it cannot be taken back alone
 */
function without({ plan, proposal, store }, { kind, path }) {
  if (path === null) return null;
  if (kind === "formula" || kind === "places") {
    const step = path.split(".").slice(0, 2).join(".");
    const belongs = (/** @type {string} */ key) => key.startsWith(`${step}.`) && key.endsWith(".places") === (kind === "places");
    if (!Object.keys(proposal.formulas).some(belongs)) return null;
    return withProposal(plan, { formulas: Object.fromEntries(Object.entries(proposal.formulas).filter(([key]) => !belongs(key))) });
  }
  const [, id, row] = path.split(".");
  const table = store.description.tables.find((one) => one.id === id);
  if (!table || !(id in proposal.rows)) return null;
  const rows = rowsOf(store, proposal, table);
  if (kind === "row-added") return withTableRows(plan, store, table, rows.filter((one) => one.id !== row));
  // Back where it stood.
  const before = { ...proposal, rows: {} };
  const left = rowsOf(store, before, table).filter((one) => one.id === row || rows.some((other) => other.id === one.id));
  const at = left.findIndex((one) => one.id === row);
  const behind = at > 0 ? rows.findIndex((one) => one.id === left[at - 1].id) : -1;
  return withTableRows(plan, store, table, [...rows.slice(0, behind + 1), { id: row }, ...rows.slice(behind + 1)]);
}

/**
 * What is changed, each with a slider and a way back.
 *
 * @param {Desk} desk
 * @param {Map<string, Cell>} cells
 * @returns {Drawn}
 */
export function changesView(desk, cells) {
  const list = h("ul", { class: "compare-changes" });
  /** What no cell holds: formulas, rows of tables, and all that another scheme file changes. */
  const rules = h("ul", { class: "compare-changes compare-rules" });
  const remarks = h("div", {});
  const none = h("p", { class: "hint" }, c("noChanges"));
  const heading = h("h3", { tabindex: -1 }, c("changes"));
  const failing = h("ul", { class: "compare-failing" });
  /** @type {{ path: string, effect: HTMLElement, refresh: () => void }[]} */
  let items = [];
  let drawn = "";

  /** @param {string} path */
  function item(path) {
    const cell = cells.get(path);
    const words = h("span", { class: "compare-change" });
    const lost = h("p", { class: "problem" });
    const effect = h("p", { class: "hint" });
    const back = h("button", { type: "button", class: "link", onclick: () => remove(path, cell) }, c("takeBack"));
    const slider = cell && cell.number ? sliderView(desk, cell) : null;
    const entry = h("li", {}, words, slider && slider.element, back, lost, effect);
    function refresh() {
      const text = desk.proposal.changes[path] || "";
      const sentence = cell ? c("changeValue", { title: cell.options ? `${cell.title}${t("colon")}` : cell.title, before: said(cell, cell.today), after: said(cell, text) }) : c("changeGone", { what: placeWords(desk, path), text });
      setText(words, sentence + (cell && cell.unit ? ` ${cell.unit}` : ""));
      setAttribute(back, "aria-label", `${c("takeBack")}${t("colon")}${cell ? cell.title : placeWords(desk, path)}`);
      setText(lost, desk.variant.lost.includes(path) ? c("lostChange") : "");
      if (slider) slider.refresh();
    }
    return { path, entry, effect, refresh };
  }

  /** @param {ChangeText} change */
  const noEffect = (change) => (change.effect === false ? `${c("noEffect", { title: desk.step.title })}${change.because || ""}` : "");

  /** Says which changes do nothing, and why; that takes several calculations, so it waits until nobody drags. */
  let timer = 0;
  function sayEffects() {
    timer = 0;
    if (!list.isConnected) return;
    const told = desk.store.opened.changes(desk.variant.opened, desk.plan.step, language());
    const others = told.filter(({ path }) => path === null || !(path in desk.proposal.changes));
    fill(
      rules,
      others.map((change) => {
        const plan = without(desk, change);
        const effect = noEffect(change);
        const back = plan && h("button", { type: "button", class: "link", "aria-label": `${c("takeBack")}${t("colon")}${change.title}`, onclick: () => {
          desk.put(plan, c("changeBack", { title: change.title }));
          heading.focus();
        } }, c("takeBack"));
        return h("li", {}, h("span", { class: "compare-change" }, change.sentence), back, effect && h("p", { class: "hint" }, effect));
      }),
    );
    for (const { path, effect } of items) {
      const change = told.find((one) => one.path === path);
      setText(effect, change ? noEffect(change) : "");
    }
  }

  /** @param {string} path @param {Cell | undefined} cell */
  function remove(path, cell) {
    desk.put(withChange(desk.plan, path, null), c("changeBack", { title: cell ? cell.title : placeWords(desk, path) }));
    heading.focus();
  }

  /** The limits that do not hold, beside the sliders: whoever drags sees them turn. */
  function sayLimits() {
    const broken = desk.variant.limits.filter(({ result }) => result && result.holds === false);
    fill(failing, broken.map(({ entry, result }) => h("li", {}, `${limitWords(desk, entry)}${t("colon")}`, h("span", { class: "verdict fails" }, h("span", { "aria-hidden": "true" }, "× "), verdictWords(false), result && !desk.manner.board && failedFor(result)))));
    const guards = desk.variant.summary.guards.filter(({ id, holds }) => holds === false && desk.store.summary.guards.some((one) => one.id === id && one.holds !== false));
    failing.append(...guards.map((guard) => h("li", {}, `${guard.title}${t("colon")}`, h("span", { class: "verdict fails" }, h("span", { "aria-hidden": "true" }, "× "), verdictWords(false), todayToo(desk, guard)))));
    failing.hidden = broken.length + guards.length === 0;
  }

  return {
    element: h("section", { "aria-label": c("changes") }, heading, none, list, rules, remarks, failing),
    refresh() {
      const paths = Object.keys(desk.proposal.changes);
      const now = JSON.stringify([desk.plan.shown, paths]);
      if (now !== drawn) {
        drawn = now;
        const made = paths.map(item);
        items = made;
        fill(list, made.map(({ entry }) => entry));
      }
      none.hidden = !isUnchanged(desk.proposal);
      for (const one of items) one.refresh();
      fill(remarks, rowRemarks(desk, desk.manner.board ? "numbers" : "names").map((remark) => h("p", { class: "hint" }, remark)));
      sayLimits();
      clearTimeout(timer);
      timer = setTimeout(sayEffects, EFFECTS_AFTER);
    },
  };
}

// One row on its way from today's figure to the proposal's: what each change adds, as a picture and as a table.
import { fill, h } from "../dom.js";
import { language } from "../language.js";
import { svg } from "./picture.js";
import { changeWords } from "./result.js";
import { c } from "./words.js";

/**
 * @typedef {import("./desk.js").Desk} Desk
 * @typedef {import("../engine.js").ComparedRow} ComparedRow
 * @typedef {NonNullable<import("../engine.js").Waterfall>} Waterfall
 */

const WIDE = 1000;

/**
 * The bars of a way, one beside each line of its table, each from where the one before it ends.
 *
 * @param {Waterfall} fall
 * @returns {Element[]}
 */
function barsOf({ before, after, parts }) {
  const ends = [before.value, ...parts.map(({ until }) => until)].map(Number);
  const all = [0, Number(after.value), ...ends];
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const at = (/** @type {number} */ value) => ((value - least) / (most - least || 1)) * WIDE;
  const bar = (/** @type {number} */ from, /** @type {number} */ to, /** @type {string} */ kind) => {
    const width = Math.max(3, at(Math.max(from, to)) - at(Math.min(from, to)));
    return svg("svg", { viewBox: `0 0 ${WIDE} 10`, preserveAspectRatio: "none" }, svg("rect", { class: kind, x: Math.min(at(Math.min(from, to)), WIDE - width).toFixed(1), y: 0, width: width.toFixed(1), height: 10 }));
  };
  return [
    bar(0, ends[0], "end"),
    ...parts.map((_, index) => bar(ends[index], ends[index + 1], ends[index + 1] < ends[index] ? "loss" : "gain")),
    bar(0, Number(after.value), "end"),
  ];
}

/**
 * @param {Desk} desk
 * @returns {import("../views/field.js").Drawn & { show: (row: ComparedRow) => void }}
 */
export function personView(desk) {
  const heading = h("h3", { tabindex: -1 });
  const body = h("div", {});
  const element = h("section", { class: "compare-person", "aria-label": c("way"), hidden: true }, heading, body);
  /** @type {number | null} the place of the row among those that are compared */
  let place = null;

  /** The row as it is now. @returns {ComparedRow | null} */
  function rowNow() {
    if (place === null || place >= desk.variant.compared.rows) return null;
    return desk.variant.comparison.rows("position", place, 1, language())[0] || null;
  }

  function refresh() {
    const row = rowNow();
    element.hidden = row === null;
    if (row === null) return;
    heading.textContent = c("wayOf", { name: row.name, title: desk.step.title });
    const measure = desk.step.each === null ? desk.plan.step : `${desk.plan.step}[${row.rowBefore}]`;
    const fall = row.rowBefore === null || !row.difference ? null : desk.store.opened.waterfall(desk.variant.opened, measure, language());
    const close = h("button", { type: "button", onclick: () => {
      place = null;
      refresh();
    } }, c("closeWay"));
    if (!fall) {
      fill(body, h("p", {}, c("noWay")), close);
      return;
    }
    const bars = barsOf(fall);
    const line = (/** @type {string} */ title, /** @type {string} */ amount, /** @type {number} */ at) =>
      h("tr", {}, h("th", { scope: "row" }, title), h("td", { class: "number" }, amount), h("td", { class: "bar", "aria-hidden": "true" }, bars[at]));
    fill(
      body,
      h(
        "table",
        { class: "compare-table way" },
        h(
          "tbody",
          {},
          line(c("today"), fall.before.shown, 0),
          fall.parts.map(({ title, amount }, at) => line(title, amount.shown, at + 1)),
          line(desk.proposal.name || c("proposal"), fall.after.shown, fall.parts.length + 1),
        ),
      ),
      h("p", {}, `${c("difference")} ${changeWords(row.difference || undefined, row.percent)}`),
      h("p", { class: "hint" }, fall.note),
      close,
    );
  }
  return {
    element,
    refresh,
    show(row) {
      place = row.at;
      refresh();
      heading.focus();
      element.scrollIntoView({ block: "nearest" });
    },
  };
}

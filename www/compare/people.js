// Every row today and in the proposal that is shown: a grid that draws only what is in sight, in any order.
import { h, newId } from "../dom.js";
import { Grid } from "../grid/grid.js";
import { language } from "../language.js";
import { isNumber, movedFirst } from "./moved.js";
import { signed } from "./result.js";
import { c } from "./words.js";

/**
 * @typedef {import("./desk.js").Desk} Desk
 * @typedef {import("../engine.js").ComparedRow} ComparedRow
 * @typedef {import("../grid/model.js").Model} Model
 */

/** How wide amounts are drawn at least. */
const WIDTH = 124;
/** The same on a phone, where the difference shall stand in sight beside the name. */
const NARROW = 92;

/** The orders in which rows are listed. */
const ORDERS = /** @type {const} */ (["difference", "-difference", "percent", "-percent", "-before", "-after", "position"]);

/** @param {Partial<import("../grid/model.js").Column> & { title: string }} column */
export function columnOf(column) {
  return { group: "", unit: "", note: "", entered: false, figure: false, number: true, options: null, ...column };
}

/**
 * @param {Desk} desk
 * @param {{ explainToday: (row: number, opener: HTMLElement) => void, explainProposal: (row: number, opener: HTMLElement) => void,
 *   showRow: (row: ComparedRow) => void }} page
 * @returns {import("../views/field.js").Drawn}
 */
export function peopleView(desk, page) {
  const id = newId("order");
  const words = { difference: c("orderLoss"), "-difference": c("orderGain"), percent: c("orderLossPercent"), "-percent": c("orderGainPercent"), "-before": c("orderBefore"), "-after": c("orderAfter"), position: c("orderPosition") };
  const order = h("select", { id }, ORDERS.map((one) => h("option", { value: one }, words[one])));
  const sorting = h("p", { class: "compare-order" }, h("label", { for: id }, c("order")), " ", order);
  const holder = h("div", {});
  const isNarrow = () => matchMedia("(max-width: 600px)").matches;
  let from = 0;
  /** Which columns stand where. @type {number[]} */
  let shown = [];
  /** @type {ComparedRow[]} */
  let rows = [];

  /** @param {number} first @param {number} count */
  const listed = (first, count) => (isNumber(desk) ? desk.variant.comparison.rows(/** @type {any} */ (order.value), first, count, language()) : movedFirst(desk.variant).rows.slice(first, first + count));
  /** @param {number} at */
  const rowAt = (at) => rows[at - from];
  /** @param {ComparedRow} row @param {number} column */
  function textIn(row, column) {
    const { name, before, after, difference, percent, rankBefore, rankAfter } = row;
    const figure = (/** @type {typeof before} */ one) => (one ? one.shown || "—" : "—");
    return [name, figure(before), figure(after), difference ? difference.shown : "—", percent === null ? "—" : `${signed(percent)}%`, rankBefore === null ? "—" : String(rankBefore), rankAfter === null ? "—" : String(rankAfter)][shown[column]];
  }

  /** @returns {Model} */
  function model() {
    // What is no number has neither a difference nor a rank; a phone shows first what changes.
    shown = !isNumber(desk) ? [0, 1, 2] : isNarrow() ? [0, 3, 2, 1, 4, 5, 6] : [0, 1, 2, 3, 4, 5, 6];
    const unit = desk.step.unit || "";
    const total = desk.variant.compared.totalled;
    const columns = [
      columnOf({ title: c("name"), number: false }),
      columnOf({ title: c("today"), unit, figure: true }),
      columnOf({ title: c("proposal"), unit, figure: true }),
      columnOf({ title: c("difference"), unit, figure: true }),
      columnOf({ title: c("percent"), figure: true }),
      columnOf({ title: c("rankBefore") }),
      columnOf({ title: c("rankAfter") }),
    ];
    return {
      label: c("people"),
      columns: shown.map((at) => columns[at]),
      grows: false,
      count: () => desk.variant.compared.rows,
      prepare(first, count) {
        from = first;
        rows = listed(first, count);
      },
      cell(at, column) {
        const row = rowAt(at) || listed(at, 1)[0];
        return { text: row ? textIn(row, column) : "", typed: "", problem: "", mark: "" };
      },
      enter() {},
      paste() {},
      clear() {},
      insert() {},
      remove() {},
      explain(at, place, opener) {
        const row = rowAt(at);
        const column = shown[place];
        if (!row) return;
        if (column === 3 || column === 4) page.showRow(row);
        else if (column === 1 && row.rowBefore !== null) page.explainToday(row.rowBefore, opener);
        else if (column === 2 && row.rowAfter !== null) page.explainProposal(row.rowAfter, opener);
      },
      total(place) {
        const column = shown[place];
        const { matched, budgetBefore, budgetAfter, rows: count } = desk.variant.compared;
        if (!total) return null;
        const known = matched.count > 0;
        if (column === 0) return known && matched.count < count ? c("footOf", { count: matched.count, rows: count }) : null;
        const sums = known ? [null, matched.before, matched.after, matched.difference] : [null, budgetBefore, budgetAfter, null];
        return column > 3 ? null : (sums[column] && sums[column].shown) || "—";
      },
      pause() {},
    };
  }

  /** @type {Grid | null} */
  let grid = null;
  let drawn = "";
  function refresh() {
    // Another step has another unit, and the names may be longer.
    const now = JSON.stringify([desk.plan.step, desk.variant.compared.totalled, isNarrow()]);
    if (!grid || now !== drawn) {
      drawn = now;
      if (grid) grid.observer.disconnect();
      grid = new Grid(model());
      // Totals of many rows are longer than any of their figures.
      grid.widths = grid.widths.map((width, at) => (at > 0 && at < 4 ? Math.max(width, isNarrow() ? NARROW : WIDTH) : width));
      holder.textContent = "";
      holder.append(grid.element);
    }
    sorting.hidden = !isNumber(desk);
    grid.refresh();
  }
  order.addEventListener("change", refresh);
  return { element: h("div", {}, sorting, holder), refresh };
}

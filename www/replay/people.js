// Everybody over all months: sums today and in a proposal, in any order, and on opening each month.
import { columnOf } from "../compare/people.js";
import { signed } from "../compare/result.js";
import { fill, h, newId } from "../dom.js";
import { Grid } from "../grid/grid.js";
import { t } from "../language.js";
import { linesIn, proposalName, scrolled, tableOf } from "./lines.js";
import { r } from "./words.js";

/**
 * @typedef {import("../compare/desk.js").Desk} Desk
 * @typedef {import("../compare/jobs.js").Replayed} Replayed
 * @typedef {import("./state.js").Replay} Replay
 * @typedef {import("./state.js").Result} Result
 * @typedef {"position" | "difference" | "-difference" | "percent" | "-before" | "months"} Order
 */

const ORDERS = /** @type {const} */ ([["difference", "orderLoss"], ["-difference", "orderGain"], ["percent", "orderLossPercent"], ["-before", "orderBefore"], ["months", "orderMonths"], ["position", "orderPosition"]]);
/** How many of those who are not in every month are named. */
const NAMED = 60;
const WIDTH = 124;

/**
 * @param {Desk} desk
 * @param {Replay} replay
 * @returns {import("../views/field.js").Drawn}
 */
export function peopleView(desk, replay) {
  const [proposalId, orderId] = [newId("replayed"), newId("replayed")];
  const which = h("select", { id: proposalId });
  const order = h("select", { id: orderId }, ORDERS.map(([value, word]) => h("option", { value }, r(word))));
  const says = h("div", {});
  const holder = h("div", {});
  const person = h("div", { class: "compare-person", hidden: true });
  const element = h("section", { "aria-label": r("people") }, h("h3", {}, r("people")), says, h("p", { class: "compare-order" }, h("label", { for: proposalId }, r("variant")), " ", which, " ", h("label", { for: orderId }, r("listOrder")), " ", order), holder, person);
  /** @type {ReturnType<typeof tableOf> | null} */
  let table = null;
  /** @type {Replayed | null} */
  let known = null;
  /** @type {number[]} */
  let ordered = [];
  let from = 0;
  /** @type {string[][]} */
  let cells = [];

  const at = () => Number(which.value);
  function sort() {
    if (!table || !known) return;
    const all = table.names.map((_, one) => one);
    const { months, missing } = table.lines[at()];
    const listed = all.map((one) => Number(months[one]) + Number(missing[one]));
    if (order.value === "months") ordered = all.sort((one, other) => listed[one] - listed[other]);
    else ordered = Array.from(known.orders[at()][/** @type {Exclude<Order, "months">} */ (order.value)]);
  }
  /** The texts of some people, as they are shown. @param {number[]} some @returns {string[][]} */
  function textsOf(some) {
    if (!table || !replay.result) return [];
    const own = table.lines[at()];
    const { comparison } = desk.variant;
    const look = (/** @type {string[]} */ lines, /** @type {boolean} */ isChange) => linesIn(comparison.shown(`${some.map((one) => lines[one]).join("\n")}\n`, isChange));
    const [before, after, difference] = [look(own.before, false), look(own.after, false), look(own.difference, true)];
    const count = replay.result.found.length;
    return some.map((one, line) => {
      const none = own.months[one] === "0";
      const listed = Number(own.months[one]) + Number(own.missing[one]);
      const percent = own.percent[one];
      return [table ? table.names[one] : "", `${listed}/${count}`, ...(none ? ["—", "—", "—", "—"] : [before[line], after[line], difference[line], percent === "" ? "—" : `${signed(percent)}%`])];
    });
  }
  /** @returns {import("../grid/model.js").Model} */
  function model() {
    const unit = desk.step.unit || "";
    return {
      label: r("people"),
      columns: [
        columnOf({ title: r("name"), number: false }),
        columnOf({ title: r("monthCount") }),
        columnOf({ title: r("before"), unit }),
        columnOf({ title: r("after"), unit }),
        columnOf({ title: r("difference"), unit, figure: true }),
        columnOf({ title: r("percent") }),
      ],
      grows: false,
      count: () => ordered.length,
      prepare(first, count) {
        from = first;
        cells = textsOf(ordered.slice(first, first + count));
      },
      cell(row, column) {
        const texts = cells[row - from] || textsOf(ordered.slice(row, row + 1))[0];
        return { text: texts ? texts[column] : "", typed: "", problem: "", mark: "" };
      },
      enter() {},
      paste() {},
      clear() {},
      insert() {},
      remove() {},
      explain(row) {
        show(ordered[row]);
      },
      total: () => null,
      pause() {},
    };
  }

  /** One person, month by month. @param {number} one */
  function show(one) {
    const { result } = replay;
    if (!table || !result) return;
    const { comparison } = desk.variant;
    const { months, names } = table;
    const heading = h("h4", { tabindex: -1 }, r("personTitle", { name: names[one] }));
    const look = (/** @type {string} */ text, isChange = false) => (text === "" ? "—" : linesIn(comparison.shown(`${text}\n`, isChange))[0]);
    const listed = result.months.map(({ rosters }) => new Set((rosters[desk.step.each || ""] || []).map(({ name }) => name)));
    const rows = replay.months.flatMap((month) => {
      const place = result.months.indexOf(month);
      const found = months[place];
      if (!found) return [];
      if (found.before[one] === "") return [h("tr", {}, h("th", { scope: "row" }, month.name), h("td", { colspan: 1 + 2 * result.proposals.length }, listed[place].has(names[one]) ? r("noFigure") : r("notThere")))];
      return [h("tr", {}, h("th", { scope: "row" }, month.name), h("td", { class: "number" }, look(found.before[one])), found.tried.map(({ after, difference }) => [h("td", { class: "number" }, look(after[one])), h("td", { class: "number" }, look(difference[one], true))]))];
    });
    const close = h("button", { type: "button", onclick: () => (person.hidden = true) }, r("close"));
    const heads = result.proposals.map((_, proposal) => [proposalName(result, proposal), r("changeOf", { name: proposalName(result, proposal) })]).reduce((all, two) => [...all, ...two], [r("today")]);
    fill(person, heading, scrolled(r("personTitle", { name: names[one] }), h("table", { class: "compare-table" }, h("thead", {}, h("tr", {}, h("th", { scope: "col" }, r("month")), heads.map((word) => h("th", { scope: "col", class: "number" }, word)))), h("tbody", {}, rows))), close);
    person.hidden = false;
    heading.focus();
    person.scrollIntoView({ block: "nearest" });
  }

  /** Who is not in every month, and what belongs to nobody. @param {Result} result @param {Replayed} whole */
  function told(result, whole) {
    const { people, missing, restBefore, restDifference } = whole.wholes[0];
    if (!table) return [];
    const { names } = table;
    const listed = result.months.map(({ rosters }) => new Set((rosters[desk.step.each || ""] || []).map(({ name }) => name)));
    const partial = names.map((_, one) => one).filter((one) => !listed.every((month) => month.has(names[one])));
    const named = (/** @type {number} */ one) => {
      const name = names[one];
      const own = result.months.filter((_, place) => listed[place].has(name)).map((month) => month.name);
      return r("partialOne", { name, count: own.length, months: own.join(t("listComma")) });
    };
    return [
      h("p", {}, r("peopleSays", { people, always: people - partial.length, partial: partial.length })),
      partial.length > 0 && h("details", {}, h("summary", {}, r("partial", { count: partial.length })), h("ul", {}, partial.slice(0, NAMED).map((one) => h("li", {}, named(one)))), partial.length > NAMED && h("p", {}, r("andMore", { count: partial.length - NAMED }))),
      missing > 0 && h("p", {}, r("missingSays", { count: missing })),
      restBefore && restBefore.value !== "0" && h("p", {}, r("restSays", { before: restBefore.shown, difference: restDifference ? restDifference.shown : "—" })),
    ];
  }

  /** @type {Grid | null} */
  let grid = null;
  function redraw() {
    sort();
    if (grid) grid.refresh();
  }
  which.addEventListener("change", redraw);
  order.addEventListener("change", redraw);
  return {
    element,
    refresh() {
      const { result } = replay;
      if (!result || !result.whole) return;
      element.hidden = desk.step.each === null || result.whole.wholes[0].people === 0;
      if (known !== result.whole) {
        known = result.whole;
        table = tableOf(known);
        person.hidden = true;
        fill(which, result.proposals.map((_, one) => h("option", { value: one }, proposalName(result, one))));
        which.value = String(Math.min(desk.plan.shown, result.proposals.length - 1));
        if (grid) grid.observer.disconnect();
        sort();
        grid = new Grid(model());
        grid.widths = grid.widths.map((width, column) => (column > 1 && column < 5 ? Math.max(width, WIDTH) : width));
        fill(holder, grid.element);
      }
      fill(says, told(result, known));
      redraw();
    },
  };
}

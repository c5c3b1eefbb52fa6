// What a proposal does to each group of rows.
import { fill, h, newId } from "../dom.js";
import { language } from "../language.js";
import { hiddenOn } from "./board.js";
import { isNumber } from "./moved.js";
import { signed } from "./result.js";
import { c } from "./words.js";

/**
 * @typedef {import("./desk.js").Desk} Desk
 */

/**
 * What the rows of the compared step can be grouped by: columns and steps of theirs that hold an option, a row or a truth.
 *
 * @param {Desk} desk
 * @returns {{ id: string, title: string }[]}
 */
export function groupings({ store, step }) {
  const { rosters, tables, steps } = store.description;
  const list = [...rosters, ...tables].find(({ id }) => id === step.each);
  if (!list) return [];
  const groups = (/** @type {{ kind: string }} */ { kind }) => kind === "option" || kind === "row" || kind === "truth";
  const owner = [...rosters, ...tables].find(({ id }) => id === list.of);
  return [
    ...(owner ? [{ id: owner.id, title: owner.title }] : []),
    ...list.columns.filter((field) => groups(field) && !field.per),
    ...steps.filter((one) => one.each === step.each && groups(one) && !one.inner && one.id !== step.id),
  ].map(({ id, title }) => ({ id, title }));
}

/**
 * The table of groups; on a notice board without those that are too small. Null where nothing can be added up.
 *
 * @param {Desk} desk
 */
export function groupsTable(desk) {
  const { variant, plan, manner } = desk;
  if (!isNumber(desk) || !groupings(desk).some(({ id }) => id === plan.by)) return null;
  const groups = variant.comparison.groups(plan.by, language());
  if (groups.length === 0) return null;
  const total = variant.compared.totalled;
  const shown = (/** @type {{ shown: string } | null} */ amount) => (amount ? amount.shown : "—");
  const heads = [c("count"), ...(total ? [c("today"), c("proposal")] : []), c("difference"), c("percent"), c("gains"), c("losses")];
  const hidden = hiddenOn(desk, groups.map(({ sums }) => sums.count));
  const rows = groups.map(({ id, title, sums, gains, losses }, at) => {
    const name = title || (id === null ? c("noGroup") : id);
    if (hidden[at]) return h("tr", {}, h("th", { scope: "row" }, name), h("td", { colspan: heads.length }, c("suppressed", { least: manner.least })));
    // Of one group, how many gain may again be few: on a board only what all of it gains is told.
    const few = manner.board && hiddenOn(desk, [gains, losses, sums.count - gains - losses]).some(Boolean);
    const counted = [gains, losses].map((count) => (few ? "—" : String(count)));
    const figures = [...(total ? [shown(sums.before), shown(sums.after)] : []), shown(sums.difference), sums.percent === null ? "—" : `${signed(sums.percent)}%`, ...counted];
    return h("tr", {}, h("th", { scope: "row" }, name), h("td", { class: "number" }, String(sums.count)), figures.map((text) => h("td", { class: "number" }, text)));
  });
  return h("table", { class: "compare-table" }, h("thead", {}, h("tr", {}, h("td", {}), heads.map((word) => h("th", { scope: "col", class: "number" }, word)))), h("tbody", {}, rows));
}

/**
 * @param {Desk} desk
 * @returns {import("../views/field.js").Drawn}
 */
export function groupsView(desk) {
  const id = newId("group");
  const select = h("select", { id });
  const holder = h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": c("groupBy") });
  const element = h("section", { "aria-label": c("groups") }, h("h2", {}, c("groups")), h("p", { class: "compare-order" }, h("label", { for: id }, c("groupBy")), " ", select), holder);
  select.addEventListener("change", () => desk.put({ ...desk.plan, by: select.value }, ""));
  let drawn = "";
  return {
    element,
    refresh() {
      const ways = groupings(desk);
      element.hidden = ways.length === 0 || !isNumber(desk);
      const now = JSON.stringify(ways);
      if (now !== drawn) {
        drawn = now;
        fill(select, ways.map((way) => h("option", { value: way.id }, way.title)));
      }
      if (ways.length === 0) return;
      if (!ways.some((way) => way.id === desk.plan.by)) desk.plan = { ...desk.plan, by: ways[0].id };
      select.value = desk.plan.by;
      fill(holder, groupsTable(desk) || h("p", { class: "hint" }, c("noFigures")));
    },
  };
}

// Rosters and tables on the page: a heading, what can be done with the rows, and the grid.
import { h, setText } from "../dom.js";
import { withoutTable } from "../case.js";
import { Grid } from "../grid/grid.js";
import { rosterList, tableList } from "../grid/lists.js";
import { sheetOf } from "../grid/sheet.js";
import { t } from "../language.js";
import { notes } from "./notes.js";
import { sheetButtons } from "./spreadsheets.js";
import { takeView } from "./takeover.js";

/**
 * @typedef {import("../store.js").Store} Store
 * @typedef {import("../engine.js").RosterForm} RosterForm
 * @typedef {import("../engine.js").TableForm} TableForm
 * @typedef {import("../grid/sheet.js").Around} Around
 *
 * @typedef {object} ListView
 * @property {HTMLElement} element
 * @property {string} path what the paths of its cells begin with
 * @property {() => void} refresh
 * @property {(row: number, key: string, item: string | undefined) => void} go goes to a cell
 */

/**
 * @param {Store} store
 * @param {RosterForm} roster
 * @param {Around & import("./takeover.js").Takes & { csv: (roster: RosterForm) => void }} around
 * @returns {ListView}
 */
export function rosterView(store, roster, around) {
  const csv = h("button", { type: "button", onclick: () => around.csv(roster) }, t("csv"));
  const view = listView(store, roster, () => rosterList(store, roster), around, [...sheetButtons(store, roster, around.say), csv]);
  const empty = h("p", { class: "empty" }, t("emptyRoster", { list: roster.title }));
  const taking = roster.columns.filter(({ from }) => from.length > 0);
  const takes = taking.map((column) => takeView(store, column, `rosters.${roster.id}.${column.id}`, around));
  for (const one of [...takes.map(({ element }) => element), empty]) view.element.insertBefore(one, view.element.lastElementChild);
  return {
    ...view,
    path: `rosters.${roster.id}[`,
    refresh() {
      empty.hidden = (store.facts.rosters[roster.id] || []).length > 0;
      for (const one of takes) one.refresh();
      view.refresh();
    },
  };
}

/**
 * @param {Store} store
 * @param {TableForm} table
 * @param {Around} around
 * @returns {ListView}
 */
export function tableView(store, table, around) {
  const restore = h(
    "button",
    { type: "button", onclick: () => store.replace(withoutTable(store.facts, table.id), t("changeRestore", { list: table.title })) },
    t("restoreTable"),
  );
  const mark = h("span", { class: "badge own" }, t("ownTable"));
  const view = listView(store, table, () => tableList(store, table), around, [restore], mark);
  return {
    ...view,
    path: `tables.${table.id}.`,
    refresh() {
      const isOwn = table.id in store.facts.tables;
      restore.disabled = !isOwn;
      mark.hidden = !isOwn;
      view.refresh();
    },
  };
}

/**
 * @param {Store} store
 * @param {RosterForm | TableForm} form
 * @param {() => import("../grid/lists.js").List} listNow
 * @param {Around} around
 * @param {HTMLElement[]} more buttons
 * @param {HTMLElement} [mark]
 */
function listView(store, form, listNow, around, more, mark) {
  let list = listNow();
  let drawn = signature(list);
  let grid = new Grid(sheetOf(store, list, around));
  const count = h("span", { class: "count" });
  const holder = h("div", { class: "grid-holder" }, grid.element);

  function refresh() {
    const now = listNow();
    const columns = signature(now);
    if (columns !== drawn) {
      // Other columns: another table's rows are the columns here, or the choices of a column changed.
      const { active } = grid;
      grid.observer.disconnect();
      list = now;
      drawn = columns;
      grid = new Grid(sheetOf(store, list, around));
      grid.active = active;
      holder.textContent = "";
      holder.append(grid.element);
    }
    grid.refresh();
    setText(count, t("rowCount", { count: list.rows().length }));
  }

  const buttons = list.grows
    ? [
        h("button", { type: "button", onclick: () => grid.insertHere() }, t("insertRow")),
        h("button", { type: "button", onclick: () => grid.removeSelected() }, t("removeRows")),
      ]
    : [];
  const element = h(
    "section",
    { class: "list", "aria-label": form.title },
    h("div", { class: "list-head" }, h("h3", {}, form.title, mark), count, h("div", { class: "buttons" }, buttons, more)),
    notes(form, notedIn(form)),
    holder,
  );

  /** @param {number} row @param {string} key @param {string | undefined} item */
  function go(row, key, item) {
    const at = list.columns.findIndex((column) => column.key === key && (item === undefined || column.item === item));
    element.scrollIntoView({ block: "nearest" });
    grid.go({ row, column: Math.max(0, at) });
  }
  return { element, refresh, go, path: "" };
}

/** What its columns and rows have to say. @param {RosterForm | TableForm} form @returns {import("./notes.js").Noted[]} */
function notedIn(form) {
  const columns = form.columns.map(({ title, note, clause, unprinted }) => ({ title, note: [note, unprinted].filter(Boolean).join(" "), clause }));
  return "rows" in form ? [...columns, ...form.rows] : columns;
}

/** What the columns of a list are, and what can be chosen in them. @param {import("../grid/lists.js").List} list */
function signature(list) {
  return JSON.stringify(list.columns.map(({ key, item, title, options }) => [key, item, title, options]));
}

// Rows of a table that a proposal adds, splits or removes.
import { h, newId, setText } from "../dom.js";
import { typed } from "../engine.js";
import { rowTitle } from "../grid/lists.js";
import { language, t } from "../language.js";
import { say } from "../views/notice.js";
import { someNames } from "./remarks.js";
import { withProposal } from "./plan.js";
import { freeId, rowsOf, rowsShown, whoHas, withTableRows } from "./rows.js";
import { c } from "./words.js";

/**
 * @typedef {import("./desk.js").Desk} Desk
 * @typedef {import("./cells.js").Cell} Cell
 * @typedef {import("../engine.js").TableForm} TableForm
 */

/**
 * @param {Desk} desk
 * @param {TableForm} table
 * @param {Cell[]} cells of the table
 * @param {(path: string) => void} goTo a cell, when it is drawn
 */
export function rowsView(desk, table, cells, goTo) {
  const graded = table.kind !== "plain";
  const rows = rowsShown(desk.store, desk.proposal, table).map((row) => ({ id: String(row.id), title: rowTitle(table, row) }));
  const options = () => rows.map(({ id, title }) => h("option", { value: id }, title));
  const [name, edge, after, remove] = ["name", "edge", "after", "remove"].map(() => newId("row"));
  const title = h("input", { id: name, type: "text", autocomplete: "off" });
  const from = h("input", { id: edge, type: "text", inputmode: "decimal", autocomplete: "off" });
  const behind = h("select", { id: after }, options());
  if (!graded && rows.length > 0) behind.value = rows[rows.length - 1].id;
  const problem = h("p", { class: "problem", role: "status" });
  const gone = h("select", { id: remove }, options());

  /** The plan with the new row, and the edges of the row that it was split from. @param {string} id @param {string} words @param {string} start */
  function added(id, words, start) {
    const list = rowsOf(desk.store, desk.proposal, table);
    const at = list.findIndex((row) => row.id === behind.value);
    const shown = rowsShown(desk.store, desk.proposal, table)[at];
    const owner = table.of && shown ? String(shown[table.of] || "") || (table.rows.find((row) => row.id === behind.value) || { of: "" }).of || "" : "";
    const row = table.of ? { id, title: words, of: owner } : { id, title: words };
    const plan = withTableRows(desk.plan, desk.store, table, [...list.slice(0, at + 1), row, ...list.slice(at + 1)]);
    if (!graded) return plan;
    const path = (/** @type {string} */ one, /** @type {string} */ column) => `tables.${table.id}.${one}.${column}`;
    const { changes } = plan.proposals[plan.shown];
    const split = { ...changes };
    for (const cell of cells.filter((one) => one.path.startsWith(`tables.${table.id}.${behind.value}.`))) {
      const column = cell.path.slice(path(behind.value, "").length);
      const text = changes[cell.path] || cell.today;
      // The new row ends where the old one did, and begins with what it is worth, so that nothing changes yet.
      if (text) split[path(id, column)] = text;
    }
    const end = path(id, "below") in split || (!(path(id, "to") in split) && table.kind === "bands") ? "below" : "to";
    split[path(id, "from")] = start;
    split[path(behind.value, end)] = start;
    return withProposal(plan, { changes: split });
  }

  function add() {
    const words = title.value.trim();
    if (words === "") {
      setText(problem, c("rowNeedsName"));
      return title.focus();
    }
    const start = graded ? typed(from.value, language()) : null;
    if (start && start.value === null) {
      setText(problem, start.problem ? start.problem.message : "");
      return from.focus();
    }
    const id = freeId(desk.store, table, rowsOf(desk.store, desk.proposal, table));
    desk.put(added(id, words, from.value.trim()), c(graded ? "changeSplitRow" : "changeAddRow", { table: table.title, title: words }));
    return goTo(`tables.${table.id}.${id}`);
  }

  function takeAway() {
    const row = rows.find(({ id }) => id === gone.value);
    if (!row) return;
    const names = whoHas(desk.store, table, row.id);
    const list = rowsOf(desk.store, desk.proposal, table).filter(({ id }) => id !== row.id);
    const done = c("changeRemoveRow", { table: table.title, title: row.title });
    desk.put(withTableRows(desk.plan, desk.store, table, list), done);
    say(names.length > 0 ? `${done}${t("colon")}${c("rowHadNamed", { title: row.title, count: names.length, names: someNames(names) })}` : `${done}${t("colon")}${c("rowHadNone")}`, { title: t("undo"), act: () => desk.undo() });
  }

  const body = h(
    "div",
    { class: "compare-rows" },
    h(
      "form",
      { class: "ask", onsubmit: (/** @type {Event} */ event) => {
        event.preventDefault();
        add();
      } },
      h("span", { class: "ask-field" }, h("label", { for: after }, graded ? c("splitRow") : c("rowAfter")), behind),
      h("span", { class: "ask-field" }, h("label", { for: name }, c("rowTitle")), title),
      graded && h("span", { class: "ask-field" }, h("label", { for: edge }, c("splitFrom")), from, table.by && h("span", { class: "unit" }, table.by)),
      h("button", { type: "submit" }, graded ? c("splitGo") : c("addRow")),
    ),
    problem,
    rows.length > 1 && h("div", { class: "ask" }, h("span", { class: "ask-field" }, h("label", { for: remove }, c("rowGone")), gone), h("button", { type: "button", onclick: takeAway }, c("removeRow"))),
  );
  const details = h("details", {}, h("summary", {}, c("changeRows")));
  // Drawn when it is folded out: most proposals change values only.
  details.addEventListener("toggle", () => {
    if (details.open && !body.isConnected) details.append(body);
  });
  return details;
}

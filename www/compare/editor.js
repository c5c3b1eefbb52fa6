// Where a proposal is written: its name and note, what it changes, and the cells that it may change.
import { fill, h, newId, setAttribute, setText } from "../dom.js";
import { readSchemeFile } from "../engine.js";
import { bytesOf, chooseFile } from "../files.js";
import { language, t } from "../language.js";
import { notCarried } from "./carried.js";
import { cellGroups, said } from "./cells.js";
import { changesView } from "./changes.js";
import { enter } from "./entering.js";
import { formulasView } from "./formulas.js";
import { withProposal } from "./plan.js";
import { rowsView } from "./rows-view.js";
import { c } from "./words.js";

/**
 * @typedef {import("./desk.js").Desk} Desk
 * @typedef {import("./cells.js").Cell} Cell
 * @typedef {import("../views/field.js").Drawn} Drawn
 */

/** Groups with more cells than this are folded until something in them is changed. */
const UNFOLDED = 12;

/**
 * @param {Desk} desk
 * @param {(path: string) => void} goTo a cell of the editor that is shown then
 * @returns {Drawn & { goTo: (path: string) => void }}
 */
export function editorView(desk, goTo) {
  const groups = cellGroups(desk.store, desk.proposal);
  const cells = new Map(groups.flatMap((group) => group.cells.map((cell) => [cell.path, cell])));
  const [name, note] = [wordsField(desk, "name"), wordsField(desk, "note")];
  const other = schemeView(desk);
  const changes = changesView(desk, cells);
  const parts = groups.map((group) => groupView(desk, group, groups.length === 1, goTo));
  const formulas = formulasView(desk);
  const element = h(
    "div",
    { class: "compare-editor" },
    h("div", { class: "compare-words" }, name.element, note.element),
    changes.element,
    other.element,
    h("h3", {}, c("cells")),
    parts.map((part) => part.element),
    formulas.element,
  );
  return {
    element,
    refresh: () => [name, note, changes, other, ...parts, formulas].forEach((part) => part.refresh()),
    goTo: (path) => parts.forEach((part) => part.goTo(path)),
  };
}

/** @param {Desk} desk @param {"name" | "note"} key @returns {Drawn} */
function wordsField(desk, key) {
  const id = newId("words");
  const control = key === "note" ? h("textarea", { id, rows: 2 }) : h("input", { id, type: "text", autocomplete: "off" });
  control.addEventListener("input", () => desk.put(withProposal(desk.plan, { [key]: control.value }), c(key === "name" ? "changeName" : "changeNote"), `${desk.plan.shown} ${key}`));
  control.addEventListener("blur", () => desk.pause());
  return {
    element: h("div", { class: "field" }, h("label", { for: id }, c(key === "name" ? "proposalName" : "proposalNote")), control),
    refresh() {
      if (control.value !== desk.proposal[key]) control.value = desk.proposal[key];
    },
  };
}

/** Another scheme file in the place of today's rules. @param {Desk} desk @returns {Drawn} */
function schemeView(desk) {
  const says = h("span", {});
  const problem = h("p", { class: "problem", role: "status" });
  const carried = h("ul", { class: "problem" });
  const choose = h("button", { type: "button", onclick: () => chooseFile(".toml", take) }, c("otherScheme"));
  const back = h("button", { type: "button", class: "link", onclick: () => {
    desk.put(withProposal(desk.plan, { scheme: null }), c("ownRules"));
    choose.focus();
  } }, c("takeBack"));

  /** @param {File} file */
  async function take(file) {
    const bytes = await bytesOf(file);
    const reading = readSchemeFile(bytes);
    const scheme = reading.scheme();
    setText(problem, scheme ? "" : c("otherSchemeFaulty", { name: file.name, message: reading.problems(language())[0].message }));
    if (!scheme) return;
    scheme.free();
    desk.put(withProposal(desk.plan, { scheme: { name: file.name, text: new TextDecoder().decode(bytes) } }), c("otherSchemeTaken", { name: file.name }));
  }
  return {
    element: h("div", { class: "compare-scheme" }, says, choose, back, problem, carried),
    refresh() {
      const { scheme } = desk.proposal;
      says.hidden = scheme === null;
      setText(says, scheme ? c("otherSchemeTaken", { name: scheme.name }) : "");
      fill(carried, notCarried(desk).map((words) => h("li", {}, words)));
      carried.hidden = carried.childElementCount === 0;
      choose.hidden = scheme !== null;
      back.hidden = scheme === null;
    },
  };
}

/**
 * @param {Desk} desk
 * @param {import("./cells.js").Group} group
 * @param {boolean} alone
 * @param {(path: string) => void} goTo
 */
function groupView(desk, group, alone, goTo) {
  const table = desk.store.description.tables.find(({ id }) => group.id === `tables.${id}`);
  const details = h("details", { class: "compare-group" });
  const count = h("span", { class: "count" });
  /** @type {ReturnType<typeof cellView>[]} */
  let rows = [];
  const body = h("div", { class: "compare-cells" });
  /** Drawn when it is folded out: a scheme may have hundreds of cells. */
  function draw() {
    if (rows.length > 0) return;
    rows = group.cells.map((cell) => cellView(desk, cell));
    fill(body, rows.map(({ element }) => element), table && !table.fixed && !desk.proposal.scheme && rowsView(desk, table, group.cells, goTo));
  }
  details.addEventListener("toggle", () => {
    if (!details.open) return;
    draw();
    refresh();
  });
  function refresh() {
    const changed = group.cells.filter(({ path }) => path in desk.proposal.changes).length;
    setText(count, changed > 0 ? c("changedCells", { changed, count: group.cells.length }) : c("cellCount", { count: group.cells.length }));
    for (const row of rows) row.refresh();
  }
  details.append(h("summary", {}, group.title, " ", count), body);
  if (alone || (group.id.startsWith("tables.") && group.cells.length <= UNFOLDED) || group.cells.some(({ path }) => path in desk.proposal.changes)) {
    draw();
    details.open = true;
  }
  return {
    element: details,
    refresh,
    /** @param {string} path */
    goTo(path) {
      const at = group.cells.findIndex((cell) => cell.path === path || cell.path.startsWith(`${path}.`));
      if (at < 0) return;
      draw();
      details.open = true;
      refresh();
      rows[at].control.focus();
    },
  };
}

/** @param {Desk} desk @param {Cell} cell */
function cellView(desk, cell) {
  const id = newId("cell");
  const problem = h("p", { class: "problem", id: `${id}-problem` });
  const described = `${id}-today ${problem.id}`;
  const control = cell.options
    ? h("select", { id, "aria-describedby": described }, cell.options.some(({ value }) => value === cell.today) ? null : h("option", { value: cell.today }, said(cell, cell.today)), cell.options.map(({ value, title }) => h("option", { value }, title)))
    : h("input", { id, type: "text", autocomplete: "off", spellcheck: "false", inputmode: cell.number ? "decimal" : "text", "aria-describedby": described });
  control.addEventListener("input", () => enter(desk, cell, control.value));
  control.addEventListener("blur", () => desk.pause());
  const element = h(
    "div",
    { class: "compare-cell" },
    h("label", { for: id }, cell.title),
    h("span", { class: "compare-today", id: `${id}-today` }, h("span", { class: "unseen" }, `${c("today")} `), said(cell, cell.today)),
    h("span", { class: "compare-entry" }, control, cell.unit && h("span", { class: "unit" }, cell.unit)),
    problem,
  );
  return {
    element,
    control,
    refresh() {
      const changed = cell.path in desk.proposal.changes;
      const text = changed ? desk.proposal.changes[cell.path] : cell.today;
      // While somebody types, the field keeps what was typed: an emptied one must not fill itself again.
      if (control.value !== text && document.activeElement !== control) control.value = text;
      else if (control.value !== text && (changed || control instanceof HTMLSelectElement)) control.value = text;
      element.classList.toggle("changed", changed);
      const problems = changed ? desk.variant.summary.problems.filter(({ path }) => path === cell.path) : [];
      setText(problem, problems.map(({ message, hint }) => [message, hint].filter(Boolean).join(" ")).join(" "));
      setAttribute(control, "aria-invalid", problems.length > 0);
    },
  };
}

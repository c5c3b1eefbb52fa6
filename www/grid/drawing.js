// Drawing a grid: only the cells in sight are elements, and rows that scroll out are used again.
import { h, newId, setAttribute, setText } from "../dom.js";
import { t } from "../language.js";
import { editorFor, showIn } from "./editor.js";
import { WIDEST, figureWidth, nameWidth, widthOf } from "./model.js";

/** @typedef {import("./model.js").Model} Model */
/** @typedef {{ row: number, column: number }} Spot */

/** Rows drawn beyond the visible ones, so that a quick scroll shows no gap. */
const BEYOND = 6;
/** The width of the numbers of the rows. */
export const NUMBER_WIDTH = 40;

export class GridDrawing {
  /** @type {Spot} */
  active = { row: 0, column: 0 };
  /** The other corner of what is selected. @type {Spot} */
  anchor = { row: 0, column: 0 };
  /** `move`: keys move; `type`: a new text is being typed; `edit`: keys move within the text. @type {"move" | "type" | "edit"} */
  mode = "move";

  /** @param {Model} model */
  constructor(model) {
    this.model = model;
    this.rowHeight = matchMedia("(pointer: coarse)").matches ? 40 : 30;
    this.widths = model.columns.map((column, at) => (at === 0 && matchMedia("(min-width: 600px)").matches ? nameWidth(model) : widthOf(column)));
    this.parking = false;
    /** @type {Map<number, HTMLElement>} */
    this.rows = new Map();
    /** The columns that are drawn, the one at the right edge, and the room before the first. @type {number[]} */
    this.shown = [];
    this.pin = -1;
    this.lead = 0;
    this.range = { from: 0, to: -1, left: 0, right: -1 };
    /** @type {HTMLInputElement | HTMLSelectElement | null} */
    this.editor = null;

    const helpId = newId("grid-help");
    this.status = h("p", { class: "grid-problem", role: "status", id: newId("grid-problem") });
    this.head = h("div", { class: "grid-row grid-head-row", role: "row", "aria-rowindex": 1 });
    this.body = h("div", { class: "grid-body", role: "rowgroup" });
    this.foot = h("div", { class: "grid-row grid-foot-row", role: "row" });
    this.hasTotals = model.columns.some((_, at) => model.total(at) !== null);
    this.footer = h("div", { class: "grid-foot", role: "rowgroup" }, this.foot);
    this.scroller = h(
      "div",
      { class: "grid", role: "grid", tabindex: -1, "aria-label": model.label, "aria-multiselectable": "true", "aria-describedby": helpId, style: `--row: ${this.rowHeight}px` },
      h("div", { class: "grid-head", role: "rowgroup" }, this.head),
      this.body,
      this.footer,
    );
    const help = h("p", { id: helpId, class: "grid-help" }, model.columns.some(({ figure }) => figure) && t("gridFigures"), model.grows ? t("gridKeysRoster") : t("gridKeys"));
    this.element = h("div", { class: "grid-frame" }, this.scroller, this.status, help);
  }

  /**
   * The active cell, and the other corner of what is selected.
   *
   * @param {Spot} active
   * @param {Spot} anchor
   */
  select(active, anchor) {
    this.active = active;
    this.anchor = anchor;
  }

  /** @param {"move" | "type" | "edit"} mode */
  turn(mode) {
    this.mode = mode;
  }

  /** Rows that can be gone to: one more than there are where rows can be added. */
  get lines() {
    return this.model.count() + (this.model.grows ? 1 : 0);
  }

  /** The room for rows between head and foot. */
  space() {
    const head = this.head.offsetHeight;
    const foot = this.hasTotals ? this.foot.offsetHeight : 0;
    return { head, foot, height: this.scroller.clientHeight - head - foot };
  }

  /** @param {Spot} spot @returns {Spot} */
  within({ row, column }) {
    return { row: Math.max(0, Math.min(this.lines - 1, row)), column: Math.min(this.model.columns.length - 1, column) };
  }

  /** Which column stays at the right edge: the last figure, when not all columns fit. */
  pinned() {
    const last = this.model.columns.length - 1;
    const whole = this.widths.reduce((sum, width) => sum + width, NUMBER_WIDTH);
    const wide = this.scroller.clientWidth >= 560 && whole > this.scroller.clientWidth;
    return wide && this.model.columns[last].figure && last > 1 ? last : -1;
  }

  /** Draws what is visible. @param {boolean} anew whether cells that are already there may have changed */
  render(anew) {
    const { scrollTop, scrollLeft, clientWidth } = this.scroller;
    const from = Math.max(0, Math.floor(scrollTop / this.rowHeight) - BEYOND);
    const last = Math.ceil((scrollTop + this.scroller.clientHeight) / this.rowHeight) + BEYOND;
    const to = Math.min(this.lines - 1, last);
    this.model.prepare(from, to - from + 1);
    const widened = anew && this.widen(from, to);
    const pin = this.pinned();
    const { left, right, lead } = this.visibleColumns(scrollLeft, clientWidth, pin);
    const columnsChanged = widened || left !== this.range.left || right !== this.range.right || pin !== this.pin;
    this.pin = pin;
    this.lead = lead;
    this.range = { from, to, left, right };
    this.shown = [0, ...between(left, right), ...(pin > 0 ? [pin] : [])];
    if (columnsChanged || anew) this.frame();

    this.park(columnsChanged);
    const spare = this.discarded(columnsChanged);
    /** @type {Element | null} */
    let next = this.body.firstElementChild;
    for (let row = from; row <= to; row += 1) {
      let element = this.rows.get(row);
      const isNew = !element;
      if (!element) {
        element = spare.pop() || this.newRow();
        this.rows.set(row, element);
      }
      if (element === next) next = next.nextElementSibling;
      else this.body.insertBefore(element, next);
      if (isNew || anew) this.paint(element, row);
    }
    for (const element of spare) element.remove();
    this.settle();
  }

  /**
   * Makes columns of numbers as wide as the longest one in sight, and those of figures as the longest figure: they never
   * become narrower again, so that typing does not shake them.
   *
   * @param {number} from
   * @param {number} to
   */
  widen(from, to) {
    let widened = false;
    this.model.columns.forEach(({ figure, number }, at) => {
      if (!figure && !number) return;
      const texts = [this.model.total(at) || "", ...between(from, to).map((row) => this.model.cell(row, at).text)];
      const longest = Math.max(...texts.map((text) => figureWidth(text, number)));
      // What is typed may be no number at all.
      const needed = figure ? longest : Math.min(2 * WIDEST, longest);
      if (needed <= this.widths[at]) return;
      this.widths[at] = needed;
      widened = true;
    });
    return widened;
  }

  /** Head, foot and measures. */
  frame() {
    const width = this.widths.reduce((sum, one) => sum + one, NUMBER_WIDTH);
    const count = this.model.count();
    this.scroller.style.setProperty("--width", `${width}px`);
    this.body.style.height = `${this.lines * this.rowHeight}px`;
    setAttribute(this.scroller, "aria-rowcount", this.lines + 1 + (this.hasTotals ? 1 : 0));
    setAttribute(this.scroller, "aria-colcount", this.model.columns.length + 1);
    this.footer.hidden = !this.hasTotals;
    this.head.textContent = "";
    this.head.append(h("div", { class: "cell corner", role: "columnheader", "aria-colindex": 1 }, h("span", { class: "unseen" }, t("rowNumber"))));
    this.foot.textContent = "";
    setAttribute(this.foot, "aria-rowindex", this.lines + 2);
    this.foot.append(h("div", { class: "cell corner", role: "gridcell", "aria-colindex": 1 }));
    for (const at of this.shown) {
      const column = this.model.columns[at];
      const title = h("span", { class: "cell-title" }, column.title);
      const head = this.cellElement(at, "columnheader");
      head.title = [column.group, column.title, column.unit && `(${column.unit})`, column.note].filter(Boolean).join(" ");
      head.append(
        column.group ? h("span", { class: "cell-group" }, column.group) : "",
        title,
        column.unit ? h("span", { class: "cell-unit" }, column.unit) : "",
      );
      this.head.append(head);
      const foot = this.cellElement(at, "gridcell");
      foot.textContent = this.model.total(at) || (at === 0 ? t("totalOf", { count }) : "");
      this.foot.append(foot);
    }
  }

  /**
   * The columns in sight between the names and the pinned one.
   *
   * @param {number} scrollLeft
   * @param {number} clientWidth
   * @param {number} pin
   */
  visibleColumns(scrollLeft, clientWidth, pin) {
    const end = pin > 0 ? pin : this.widths.length;
    let edge = 0;
    let left = 1;
    while (left < end - 1 && edge + this.widths[left] < scrollLeft) edge += this.widths[left++];
    const lead = edge;
    let right = left;
    while (right < end - 1 && edge + this.widths[right] < scrollLeft + clientWidth) edge += this.widths[right++];
    return { left, right: Math.min(right, end - 1), lead };
  }

  /** @param {number} at @param {"columnheader" | "gridcell"} role */
  cellElement(at, role) {
    const column = this.model.columns[at];
    const kind = at === 0 ? " name" : column.figure ? " figure-cell" : column.entered ? "" : " fixed-cell";
    const element = h("div", { role, class: `cell${kind}${column.number ? " number" : ""}${at === this.pin ? " pinned" : ""}`, "aria-colindex": at + 2, "data-column": at });
    element.style.width = `${this.widths[at]}px`;
    if (at === this.range.left && this.lead) element.style.marginLeft = `${this.lead}px`;
    return element;
  }

  newRow() {
    const number = h("div", { class: "cell corner", role: "rowheader", "aria-colindex": 1 });
    const cells = this.shown.map((at) => {
      const cell = this.cellElement(at, "gridcell");
      cell.dataset.kind = cell.className;
      return cell;
    });
    return h("div", { class: "grid-row", role: "row" }, number, ...cells);
  }

  /** Rows that are no longer drawn, to be used again. @param {boolean} all */
  discarded(all) {
    /** @type {HTMLElement[]} */
    const spare = [];
    for (const [row, element] of this.rows) {
      if (!all && row >= this.range.from && row <= this.range.to) continue;
      this.rows.delete(row);
      if (all) element.remove();
      else spare.push(element);
    }
    return spare;
  }

  /** Keeps the focus in the grid when the cell that has it goes out of sight. @param {boolean} all */
  park(all) {
    const { row } = this.active;
    const stays = !all && row >= this.range.from && row <= this.range.to;
    if (stays || !this.editorOrButton() || !this.scroller.contains(document.activeElement)) return;
    if (document.activeElement === this.scroller) return;
    this.parking = true;
    this.scroller.tabIndex = 0;
    this.scroller.focus({ preventScroll: true });
    this.parking = false;
  }

  /** @param {HTMLElement} element @param {number} row */
  paint(element, row) {
    element.style.transform = `translateY(${row * this.rowHeight}px)`;
    setAttribute(element, "aria-rowindex", row + 2);
    element.dataset.row = String(row);
    const isNew = row >= this.model.count();
    element.classList.toggle("new-row", isNew);
    setText(/** @type {Element} */ (element.firstElementChild), isNew ? "＋" : String(row + 1));
    let cell = element.firstElementChild?.nextElementSibling;
    for (const at of this.shown) {
      this.paintCell(/** @type {HTMLElement} */ (cell), row, at);
      cell = cell?.nextElementSibling;
    }
  }

  /** @param {HTMLElement} element @param {number} row @param {number} at */
  paintCell(element, row, at) {
    const column = this.model.columns[at];
    const cell = this.model.cell(row, at);
    const isActive = row === this.active.row && at === this.active.column;
    const isSelected = this.selects(row, at);
    const name = `${element.dataset.kind}${isActive ? " active" : ""}${isSelected ? " selected" : ""}${cell.problem ? " wrong" : ""}${cell.mark ? ` ${cell.mark}` : ""}`;
    if (element.className !== name) element.className = name;
    setAttribute(element, "aria-selected", isSelected);
    setAttribute(element, "aria-invalid", cell.problem !== "" && column.entered);
    if (element.title !== cell.problem) element.title = cell.problem;
    if (column.figure) this.paintFigure(element, row, at, cell, isActive);
    else if (isActive && column.entered) this.paintEditor(element, at, cell);
    else {
      // An editor that stood here has no text of its own, so that the texts alone do not tell.
      if (element.firstElementChild) element.textContent = "";
      setText(element, cell.text);
      setAttribute(element, "tabindex", isActive ? 0 : null);
    }
  }

  /** @param {HTMLElement} element @param {number} row @param {number} at @param {import("./model.js").Cell} cell @param {boolean} isActive */
  paintFigure(element, row, at, cell, isActive) {
    const text = cell.text || (cell.problem ? "—" : "");
    let button = /** @type {HTMLButtonElement | null} */ (element.firstElementChild);
    if (!text) {
      if (button || element.firstChild) element.textContent = "";
      setAttribute(element, "tabindex", isActive ? 0 : null);
      return;
    }
    setAttribute(element, "tabindex", null);
    if (!button) {
      button = h("button", { type: "button", class: "figure" });
      element.textContent = "";
      element.append(button);
    }
    setText(button, text);
    setAttribute(button, "tabindex", isActive ? 0 : -1);
    setAttribute(button, "aria-label", t("figureOf", { name: this.model.cell(row, 0).text, title: this.model.columns[at].title, text: cell.text || cell.problem }));
  }

  /** @param {HTMLElement} element @param {number} at @param {import("./model.js").Cell} cell */
  paintEditor(element, at, cell) {
    setAttribute(element, "tabindex", null);
    const column = this.model.columns[at];
    let editor = this.editor;
    if (!editor || editor.parentElement !== element || editor.dataset.column !== String(at)) {
      editor = editorFor(column, cell);
      editor.dataset.column = String(at);
      element.textContent = "";
      element.append(editor);
      this.editor = editor;
      this.mode = "move";
    } else if (this.mode === "move" || document.activeElement !== editor) showIn(editor, column, cell);
    const name = this.model.cell(this.active.row, 0).text || t("newRow");
    setAttribute(editor, "aria-label", [name, column.group, column.title, column.unit].filter(Boolean).join(" "));
    setAttribute(editor, "aria-invalid", cell.problem !== "");
    setAttribute(editor, "aria-describedby", cell.problem ? this.status.id : null);
  }

  /** After drawing: one tab stop, and the words on the active cell. */
  settle() {
    const target = this.editorOrButton();
    this.scroller.tabIndex = target ? -1 : 0;
    const cell = this.model.cell(this.active.row, this.active.column);
    setText(this.status, cell.problem);
    if (target && document.activeElement === this.scroller) target.focus({ preventScroll: true });
  }

  /** What takes the focus in the active cell, if that cell is drawn. @returns {HTMLElement | null} */
  editorOrButton() {
    const cell = this.activeElement();
    return cell && (cell.querySelector("input, select, button") || cell);
  }

  /** @returns {HTMLElement | null} */
  activeElement() {
    const row = this.rows.get(this.active.row);
    return row ? row.querySelector(`[data-column="${this.active.column}"]`) : null;
  }

  /** @param {number} row @param {number} at */
  selects(row, at) {
    const { from, to, left, right } = this.selection();
    if (from === to && left === right) return false;
    return row >= from && row <= to && at >= left && at <= right;
  }

  /** The selected block; the row for new people is never part of it. */
  selection() {
    const last = Math.max(0, this.model.count() - 1);
    const rows = [this.active.row, this.anchor.row];
    const columns = [this.active.column, this.anchor.column];
    const from = Math.min(...rows);
    return { from, to: Math.max(from, Math.min(last, Math.max(...rows))), left: Math.min(...columns), right: Math.max(...columns) };
  }
}

/** @param {number} from @param {number} to both included */
export function between(from, to) {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
}

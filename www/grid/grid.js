// A table like a spreadsheet's: only the visible cells are drawn, an editor stands in the active one.
import { h, newId, setAttribute, setText } from "../dom.js";
import { t } from "../language.js";
import { readBlock, writeBlock } from "./block.js";
import { editorFor, showIn } from "./editor.js";
import { movedBy, tabbedTo } from "./keys.js";
import { widthOf } from "./model.js";

/** @typedef {import("./model.js").Model} Model */
/** @typedef {{ row: number, column: number }} Spot */

/** Rows drawn beyond the visible ones, so that a quick scroll shows no gap. */
const BEYOND = 6;
const NUMBER_WIDTH = 40;

export class Grid {
  /** @param {Model} model */
  constructor(model) {
    this.model = model;
    this.rowHeight = matchMedia("(pointer: coarse)").matches ? 40 : 30;
    this.widths = model.columns.map((column, at) => widthOf(column, at === 0));
    /** @type {Spot} */
    this.active = { row: 0, column: 0 };
    /** The other corner of what is selected. @type {Spot} */
    this.anchor = { row: 0, column: 0 };
    /** `move`: keys move; `type`: a new text is being typed; `edit`: keys move within the text. */
    this.mode = /** @type {"move" | "type" | "edit"} */ ("move");
    this.before = "";
    this.leaving = false;
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
    this.scroller = h(
      "div",
      {
        class: "grid",
        role: "grid",
        tabindex: -1,
        "aria-label": model.label,
        "aria-multiselectable": "true",
        "aria-describedby": helpId,
        style: `--row: ${this.rowHeight}px`,
        onscroll: () => this.scrolled(),
        onkeydown: (/** @type {KeyboardEvent} */ event) => this.pressed(event),
        onpointerdown: (/** @type {PointerEvent} */ event) => this.pointed(event),
        onmousedown: (/** @type {MouseEvent} */ event) => this.keepFocus(event),
        ondblclick: () => this.edit(),
        oninput: () => this.typed(),
        oncompositionend: () => this.typed(),
        onpaste: (/** @type {ClipboardEvent} */ event) => this.pasted(event),
        oncopy: (/** @type {ClipboardEvent} */ event) => this.copied(event),
        oncut: (/** @type {ClipboardEvent} */ event) => this.copied(event) && this.clear(),
        onfocus: (/** @type {FocusEvent} */ event) => this.focused(event),
        onfocusout: () => this.left(),
      },
      h("div", { class: "grid-head", role: "rowgroup" }, this.head),
      this.body,
      this.hasTotals && h("div", { class: "grid-foot", role: "rowgroup" }, this.foot),
    );
    this.element = h(
      "div",
      { class: "grid-frame" },
      this.scroller,
      this.status,
      h("p", { id: helpId, class: "grid-help" }, model.grows ? t("gridKeysRoster") : t("gridKeys")),
    );
    this.observer = new ResizeObserver(() => this.resized());
    this.observer.observe(this.scroller);
  }

  /** Rows that can be gone to: one more than there are where rows can be added. */
  get lines() {
    return this.model.count() + (this.model.grows ? 1 : 0);
  }

  /** @returns {import("./keys.js").Extent} */
  get extent() {
    const page = Math.max(1, Math.floor(this.space().height / this.rowHeight) - 1);
    return { rows: this.lines, columns: this.model.columns.length, page };
  }

  /** The room for rows between head and foot. */
  space() {
    const head = this.head.offsetHeight;
    const foot = this.hasTotals ? this.foot.offsetHeight : 0;
    return { head, foot, height: this.scroller.clientHeight - head - foot };
  }

  /** Shows what is now in the model. */
  refresh() {
    this.active = this.within(this.active);
    this.anchor = this.within(this.anchor);
    this.hasTotals = this.model.columns.some((_, at) => this.model.total(at) !== null);
    this.render(true);
  }

  /** @param {Spot} spot @returns {Spot} */
  within({ row, column }) {
    return { row: Math.max(0, Math.min(this.lines - 1, row)), column: Math.min(this.model.columns.length - 1, column) };
  }

  resized() {
    // A grid that is not on the page has no size; it is drawn when it gets one.
    if (this.scroller.clientWidth > 0) this.render(true);
  }

  scrolled() {
    this.render(false);
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
    const pin = this.pinned();
    const { left, right, lead } = this.visibleColumns(scrollLeft, clientWidth, pin);
    const columnsChanged = left !== this.range.left || right !== this.range.right || pin !== this.pin;
    this.pin = pin;
    this.lead = lead;
    this.range = { from, to, left, right };
    this.shown = [0, ...between(left, right), ...(pin > 0 ? [pin] : [])];
    if (columnsChanged || anew) this.frame();

    this.park(columnsChanged);
    this.model.prepare(from, to - from + 1);
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

  /** Head, foot and measures. */
  frame() {
    const width = this.widths.reduce((sum, one) => sum + one, NUMBER_WIDTH);
    const count = this.model.count();
    this.scroller.style.setProperty("--width", `${width}px`);
    this.body.style.height = `${this.lines * this.rowHeight}px`;
    setAttribute(this.scroller, "aria-rowcount", this.lines + 1 + (this.hasTotals ? 1 : 0));
    setAttribute(this.scroller, "aria-colcount", this.model.columns.length + 1);
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
      foot.textContent = at === 0 ? t("totalOf", { count }) : this.model.total(at) || "";
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
      button.addEventListener("click", () => this.explain(element));
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

  /**
   * Goes to a cell.
   *
   * @param {Spot} spot
   * @param {{ extend?: boolean, focus?: boolean }} [how]
   */
  go(spot, { extend = false, focus = true } = {}) {
    const moved = spot.row !== this.active.row || spot.column !== this.active.column;
    if (moved) this.finish();
    this.active = this.within(spot);
    if (!extend) this.anchor = { ...this.active };
    this.reveal();
    this.render(true);
    if (focus) this.focus();
  }

  focus() {
    const target = this.editorOrButton();
    if (!target) return;
    if (document.activeElement !== target) target.focus({ preventScroll: true });
    if (target instanceof HTMLInputElement && this.mode === "move") target.select();
  }

  /** Scrolls the active cell into the free middle. */
  reveal() {
    const { height } = this.space();
    const { row, column } = this.active;
    const top = row * this.rowHeight;
    if (top < this.scroller.scrollTop) this.scroller.scrollTop = top;
    else if (top + this.rowHeight > this.scroller.scrollTop + height) this.scroller.scrollTop = top + this.rowHeight - height;
    if (column === 0 || column === this.pin) return;
    const left = this.widths.slice(1, column).reduce((sum, width) => sum + width, 0);
    const pinned = this.pin > 0 ? this.widths[this.pin] : 0;
    const room = this.scroller.clientWidth - NUMBER_WIDTH - this.widths[0] - pinned;
    if (left < this.scroller.scrollLeft) this.scroller.scrollLeft = left;
    else if (left + this.widths[column] > this.scroller.scrollLeft + room) this.scroller.scrollLeft = left + this.widths[column] - room;
  }

  /** Ends typing in the active cell. */
  finish() {
    if (this.mode !== "move") this.model.pause();
    this.mode = "move";
    this.leaving = false;
  }

  left() {
    // The focus is nowhere for a moment while it moves within the grid.
    setTimeout(() => {
      if (this.scroller.contains(document.activeElement) || this.mode === "move") return;
      this.finish();
      this.render(true);
    });
  }

  /** @param {FocusEvent} event */
  focused(event) {
    if (event.target !== this.scroller || this.parking) return;
    this.go(this.active, { extend: true });
  }

  /** Starts typing within the text of the active cell. */
  edit() {
    if (!this.editor || !this.model.columns[this.active.column].entered) return;
    if (this.mode === "move") this.before = this.editor.value;
    this.mode = "edit";
    if (this.editor instanceof HTMLInputElement) {
      const end = this.editor.value.length;
      this.editor.setSelectionRange(end, end);
    }
  }

  /** What is typed counts at once, so that nothing is lost and the results follow. */
  typed() {
    if (!this.editor) return;
    if (this.mode === "move") {
      this.before = this.model.cell(this.active.row, this.active.column).typed;
      this.mode = "type";
      this.anchor = { ...this.active };
    }
    this.model.enter(this.active.row, this.active.column, this.editor.value);
    if (this.editor instanceof HTMLSelectElement) this.finish();
  }

  /** @param {KeyboardEvent} event */
  pressed(event) {
    if (event.isComposing || event.keyCode === 229) return;
    if (event.target === this.scroller && event.key !== "Tab") this.go(this.active, { extend: true });
    if (this.acted(event)) event.preventDefault();
    else if (event.key !== "Escape") this.leaving = false;
  }

  /** @param {KeyboardEvent} event @returns {boolean} whether the key did something here */
  acted(event) {
    const { key, shiftKey } = event;
    const control = event.ctrlKey || event.metaKey;
    const isFigure = this.model.columns[this.active.column].figure;
    if (key === "Escape") return this.escape();
    if (key === "Tab") return this.tab(shiftKey);
    if (key === "F2") return this.edit(), true;
    if (key === "Enter" && !isFigure && !event.altKey) {
      this.go({ row: this.active.row + (shiftKey ? -1 : 1), column: this.active.column });
      return true;
    }
    if (this.mode === "edit" || event.altKey) return false;
    const spot = movedBy(event, this.active, this.extent);
    if (spot) {
      this.go(spot, { extend: shiftKey });
      return true;
    }
    if (this.mode === "type") return false;
    if (key === " " && shiftKey) return this.selectRow(this.active.row), true;
    if (key === " " && this.editor instanceof HTMLSelectElement && !isFigure) return this.edit(), false;
    if (control && key === "a") return this.selectAll(), true;
    if (control && key === "-" && this.model.grows) return this.removeSelected(), true;
    if (control && (key === "+" || key === "=") && this.model.grows) return this.insertHere(), true;
    if (key === "Delete" || (key === "Backspace" && this.isBlock())) return this.clear(), true;
    return false;
  }

  escape() {
    if (this.mode === "move") {
      if (this.isBlock()) this.go(this.active);
      this.leaving = true;
      return false;
    }
    this.model.enter(this.active.row, this.active.column, this.before);
    this.finish();
    this.render(true);
    this.focus();
    return true;
  }

  /** @param {boolean} back */
  tab(back) {
    if (this.leaving) return false;
    const spot = tabbedTo(back, this.active, this.extent);
    if (!spot) return false;
    this.go(spot);
    return true;
  }

  isBlock() {
    const { from, to, left, right } = this.selection();
    return from !== to || left !== right;
  }

  /** @param {number} row */
  selectRow(row) {
    this.finish();
    this.anchor = { row, column: this.model.columns.length - 1 };
    this.go({ row, column: 0 }, { extend: true });
  }

  selectAll() {
    this.anchor = { row: Math.max(0, this.model.count() - 1), column: this.model.columns.length - 1 };
    this.go({ row: 0, column: 0 }, { extend: true });
  }

  clear() {
    const { from, to, left, right } = this.selection();
    const columns = between(left, right).filter((at) => this.model.columns[at].entered);
    if (from < this.model.count()) this.model.clear(from, to, columns);
    this.focus();
  }

  removeSelected() {
    const { from, to } = this.selection();
    if (from < this.model.count()) this.model.remove(from, to);
    this.go({ row: from, column: this.active.column });
  }

  insertHere() {
    const { from } = this.selection();
    this.model.insert(Math.min(from, this.model.count()));
    this.go({ row: from, column: 0 });
  }

  /** @param {HTMLElement} cell */
  explain(cell) {
    const row = Number(/** @type {HTMLElement} */ (cell.parentElement).dataset.row);
    const button = /** @type {HTMLElement} */ (cell.firstElementChild);
    this.model.explain(row, Number(cell.dataset.column), button);
  }

  /** @param {Event} event @returns {Spot | null} */
  spotOf(event) {
    const cell = event.target instanceof Element ? event.target.closest("[data-column]") : null;
    const row = event.target instanceof Element ? event.target.closest("[data-row]") : null;
    if (!(row instanceof HTMLElement)) return null;
    return { row: Number(row.dataset.row), column: cell instanceof HTMLElement ? Number(cell.dataset.column) : -1 };
  }

  /** @param {MouseEvent} event */
  keepFocus(event) {
    // The focus goes where `pointed` puts it; inside the editor the browser places the caret.
    if (event.target !== this.editor && this.spotOf(event)) event.preventDefault();
  }

  /** @param {PointerEvent} event */
  pointed(event) {
    const spot = this.spotOf(event);
    if (!spot || event.button !== 0) return;
    if (spot.column < 0) {
      this.selectRow(spot.row);
      return;
    }
    if (event.target === this.editor) {
      if (document.activeElement === this.editor) this.edit();
      return;
    }
    this.go(spot, { extend: event.shiftKey });
    if (event.pointerType === "mouse") this.drag();
  }

  /** Selects with the mouse until the button is let go. */
  drag() {
    const over = (/** @type {Event} */ event) => {
      const spot = this.spotOf(event);
      if (!spot || spot.column < 0) return;
      if (spot.row === this.anchor.row && spot.column === this.anchor.column) return;
      const active = this.active;
      this.anchor = spot;
      this.active = active;
      this.render(true);
    };
    this.body.addEventListener("pointerover", over);
    window.addEventListener("pointerup", () => this.body.removeEventListener("pointerover", over), { once: true });
  }

  /** @param {ClipboardEvent} event */
  pasted(event) {
    const block = readBlock(event.clipboardData ? event.clipboardData.getData("text/plain") : "");
    const isOne = block.length === 1 && block[0].length === 1;
    if (block.length === 0 || (isOne && this.mode !== "move")) return;
    event.preventDefault();
    const { from, to, left, right } = this.selection();
    this.finish();
    // One copied cell fills everything that is selected.
    const filled = isOne ? between(from, to).map(() => between(left, right).map(() => block[0][0])) : block;
    this.model.paste(from, left, filled);
    this.anchor = this.within({ row: from + filled.length - 1, column: left + Math.max(...filled.map((row) => row.length)) - 1 });
    this.go({ row: from, column: left }, { extend: true });
  }

  /** @param {ClipboardEvent} event @returns {boolean} whether cells were copied, and not a part of a text */
  copied(event) {
    if (this.mode !== "move" || !event.clipboardData) return false;
    event.preventDefault();
    const { from, to, left, right } = this.selection();
    this.model.prepare(from, to - from + 1);
    const rows = between(from, to).map((row) => between(left, right).map((at) => this.model.cell(row, at).text));
    event.clipboardData.setData("text/plain", writeBlock(rows));
    this.model.prepare(this.range.from, this.range.to - this.range.from + 1);
    return true;
  }
}

/** @param {number} from @param {number} to both included */
function between(from, to) {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
}

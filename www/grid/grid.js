// A grid that is used like a spreadsheet: keys, mouse and clipboard; an editor stands in the active cell.
import { readBlock, writeBlock } from "./block.js";
import { GridDrawing, NUMBER_WIDTH, between } from "./drawing.js";
import { movedBy, tabbedTo } from "./keys.js";

/** @typedef {import("./drawing.js").Spot} Spot */

export class Grid extends GridDrawing {
  /** @param {import("./model.js").Model} model */
  constructor(model) {
    super(model);
    this.before = "";
    this.leaving = false;
    const on = /** @type {HTMLElement["addEventListener"]} */ (this.scroller.addEventListener.bind(this.scroller));
    on("scroll", () => this.scrolled());
    on("keydown", (event) => this.pressed(event));
    on("pointerdown", (event) => this.pointed(event));
    on("mousedown", (event) => this.keepFocus(event));
    on("click", (event) => this.clicked(event));
    on("dblclick", () => this.edit());
    on("input", () => this.typed());
    on("compositionend", () => this.typed());
    on("paste", (event) => this.pasted(event));
    on("copy", (event) => this.copied(event));
    on("cut", (event) => this.copied(event) && this.clear());
    on("focus", (event) => this.focused(event));
    on("focusout", () => this.left());
    this.observer = new ResizeObserver(() => this.resized());
    this.observer.observe(this.scroller);
  }

  /** @returns {import("./keys.js").Extent} */
  get extent() {
    const page = Math.max(1, Math.floor(this.space().height / this.rowHeight) - 1);
    return { rows: this.lines, columns: this.model.columns.length, page };
  }

  /** Shows what is now in the model. */
  refresh() {
    this.select(this.within(this.active), this.within(this.anchor));
    this.hasTotals = this.model.columns.some((_, at) => this.model.total(at) !== null);
    this.render(true);
  }

  resized() {
    // A grid that is not on the page has no size; it is drawn when it gets one.
    if (this.scroller.clientWidth > 0) this.render(true);
  }

  scrolled() {
    this.render(false);
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
    const active = this.within(spot);
    this.select(active, extend ? this.anchor : active);
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
    if (this.mode !== "move") this.model.pause(this.active.row, this.active.column);
    this.turn("move");
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
    this.turn("edit");
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
      this.turn("type");
      this.select(this.active, this.active);
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
    this.select(this.active, { row, column: this.model.columns.length - 1 });
    this.go({ row, column: 0 }, { extend: true });
  }

  selectAll() {
    this.select(this.active, { row: Math.max(0, this.model.count() - 1), column: this.model.columns.length - 1 });
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

  /** Explains the figure that was clicked. @param {MouseEvent} event */
  clicked(event) {
    const button = event.target instanceof Element ? event.target.closest("button.figure") : null;
    const spot = this.spotOf(event);
    if (button instanceof HTMLElement && spot) this.model.explain(spot.row, spot.column, button);
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
    // The focus goes where `pointed` puts it; inside the editor that has it the browser places the caret.
    const isCaret = event.target === this.editor && (this.mode !== "move" || this.editor instanceof HTMLSelectElement);
    if (!isCaret && this.spotOf(event)) event.preventDefault();
  }

  /** @param {PointerEvent} event */
  pointed(event) {
    const spot = this.spotOf(event);
    if (!spot || event.button !== 0) return;
    if (spot.column < 0) {
      this.selectRow(spot.row);
      return;
    }
    if (event.target === this.editor && this.editor === document.activeElement) {
      this.edit();
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
      this.select(this.active, spot);
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
    this.select(this.active, this.within({ row: from + filled.length - 1, column: left + Math.max(...filled.map((row) => row.length)) - 1 }));
    this.go({ row: from, column: left }, { extend: true });
  }

  /** @param {ClipboardEvent} event @returns {boolean} whether cells were copied, and not a part of a text */
  copied(event) {
    if (this.mode !== "move" || !event.clipboardData) return false;
    event.preventDefault();
    const { from, to, left, right } = this.selection();
    this.model.prepare(from, to - from + 1);
    const rows = between(from, to).map((row) => between(left, right).map((at) => copiedText(this.model.cell(row, at))));
    event.clipboardData.setData("text/plain", writeBlock(rows));
    this.model.prepare(this.range.from, this.range.to - this.range.from + 1);
    return true;
  }
}

/** What a copied cell says: a ratio that was taken over exactly, everything else as it is shown. @param {import("./model.js").Cell} cell */
function copiedText({ text, typed }) {
  return text.startsWith("≈") && typed !== "" ? typed : text;
}

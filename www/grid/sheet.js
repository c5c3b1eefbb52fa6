// A roster or table as the model of a grid: reads cells from the case, writes changes to it.
import { textAt, textOf } from "../case.js";
import { readable } from "../engine.js";
import { language, t } from "../language.js";
import { withReferences } from "./rename.js";

/**
 * @typedef {import("./lists.js").List} List
 * @typedef {import("./lists.js").ListColumn} ListColumn
 * @typedef {import("./model.js").Cell} Cell
 * @typedef {import("./model.js").Model} Model
 * @typedef {import("../store.js").Store} Store
 * @typedef {import("../engine.js").FactRow} FactRow
 * @typedef {import("../engine.js").Figure} Figure
 *
 * @typedef {object} Around what the page does for a grid
 * @property {(step: string, row: number | null, opener: HTMLElement) => void} explain
 * @property {(text: string, undo?: boolean) => void} say tells what happened, with an offer to take it back
 */

/**
 * @param {Store} store
 * @param {List} list
 * @param {Around} around
 * @returns {Model}
 */
export function sheetOf(store, list, around) {
  const { columns } = list;
  const steps = columns.flatMap((column) => (column.step ? [column.step] : []));
  const firstFigure = columns.length - steps.length;
  let from = 0;
  /** @type {Figure[][]} */
  let figures = [];

  /** @param {number} row @param {number} at @returns {Cell} */
  function figureCell(row, at) {
    const figure = (figures[row - from] || [])[at - firstFigure];
    if (!figure) return { text: "", typed: "", problem: "", mark: "" };
    const mark = figure.state === "known" ? "" : figure.state;
    return { text: figure.shown, typed: "", problem: figure.message || "", mark };
  }

  /** @param {number} row @param {number} at @returns {Cell} */
  function cell(row, at) {
    const column = columns[at];
    if (column.step) return figureCell(row, at);
    const entries = list.rows()[row];
    if (!entries) return { text: "", typed: "", problem: "", mark: "" };
    const entered = textOf(entries[column.key], column.item);
    // The engine takes the scheme's value where nothing is entered.
    const typed = entered || list.fallback(entries, column);
    const isStandard = !entered && typed !== "" && column.key !== "title";
    const text = column.number ? readable(typed) : optionTitle(column, typed);
    return { text, typed, problem: problemAt(row, column), mark: isStandard ? "standard" : "" };
  }

  /** @param {number} row @param {ListColumn} column */
  function problemAt(row, column) {
    if (store.problems.size === 0) return "";
    const place = list.place(row, column);
    const suffix = `${column.key}${column.item === undefined ? "" : `.${column.item}`}`;
    const path =
      place.part === "tables" ? `tables.${list.id}.${list.rows()[row].id}.${suffix}` : `rosters.${list.id}[${row}].${suffix}`;
    const found = store.problems.get(path);
    return found ? found.map(({ message, hint }) => [message, hint].filter(Boolean).join(" ")).join(" ") : "";
  }

  /** @param {FactRow[]} rows @param {string} name */
  const put = (rows, name) => store.replace(list.withRows(rows), name);

  /** @type {Model} */
  const model = {
    label: list.title,
    columns,
    grows: list.grows,
    count: () => list.rows().length,
    prepare(first, count) {
      from = first;
      figures = steps.length > 0 ? store.opened.rows(list.id, steps, first, count, language()) : [];
    },
    cell,
    enter(row, at, text) {
      const column = columns[at];
      const rows = list.rows();
      if (row >= rows.length) {
        if (text === "") return;
        put([...rows, withCell(list.blank(rows), column, text)], t("changeAdd", { list: list.title }));
        return;
      }
      const place = list.place(row, column);
      const before = textAt(store.facts, place);
      if ((before === null ? list.fallback(rows[row], column) : before) === text) return;
      const name = at === 0 ? String(row + 1) : cell(row, 0).text || String(row + 1);
      const said = (/** @type {string} */ one) => optionTitle(column, one) || t("nothing");
      store.enter(place, text, (earlier) => t("changeCell", { name, title: column.title, before: said(earlier ?? list.fallback(rows[row], column)), after: said(text) }));
    },
    paste(row, at, block) {
      const pasted = pastedInto(list, row, at, block);
      put(pasted.rows, t("changePaste", { rows: pasted.height, columns: pasted.width }));
      around.say(pastedWords(pasted), pasted.cut.length > 0);
    },
    clear(first, last, cleared) {
      const rows = list.rows().map((entries, row) => {
        if (row < first || row > last) return entries;
        return cleared.reduce((done, at) => withCell(done, columns[at], ""), entries);
      });
      put(rows, t("changeClear", { list: list.title }));
    },
    insert(at) {
      const rows = list.rows();
      put([...rows.slice(0, at), list.blank(rows), ...rows.slice(at)], t("changeAdd", { list: list.title }));
    },
    remove(first, last) {
      const rows = list.rows();
      put([...rows.slice(0, first), ...rows.slice(last + 1)], t("changeRemove", { count: last - first + 1, list: list.title }));
      around.say(t("removed", { count: last - first + 1 }), true);
    },
    explain(row, at, opener) {
      const { step } = columns[at];
      if (step) around.explain(step, row, opener);
    },
    total(at) {
      const { step } = columns[at];
      const found = step && store.summary.totals.find((one) => one.step === step);
      return found ? found.figure.shown : null;
    },
    pause(row, at) {
      // Who is called otherwise keeps what belongs to them; while the name was being typed nobody knew who that is.
      if (columns[at].key === "name") followName(store, list, row);
      store.pause();
    },
  };
  return model;
}

/** @param {Store} store @param {List} list @param {number} row */
function followName(store, list, row) {
  const before = store.beforeRun(`rosters.${list.id}[${row}].name`);
  const facts = before && withReferences(store.description, before, store.facts, list.id, row);
  if (facts && facts !== store.facts) store.extend(facts);
}

/**
 * @param {FactRow} entries
 * @param {ListColumn} column
 * @param {string} text
 * @returns {FactRow}
 */
function withCell(entries, column, text) {
  const { key, item } = column;
  if (item === undefined) return { ...entries, [key]: text };
  const before = entries[key];
  const items = { ...(typeof before === "object" ? before : {}) };
  if (text === "") delete items[item];
  else items[item] = text;
  return { ...entries, [key]: items };
}

/**
 * @typedef {object} Pasted
 * @property {FactRow[]} rows all rows of the list, with the block in
 * @property {number} height
 * @property {number} width
 * @property {boolean} headed whether the first line was the headings, and left out
 * @property {string[]} cut texts that found no place
 */

/**
 * @param {List} list
 * @param {number} row
 * @param {number} at
 * @param {string[][]} block
 * @returns {Pasted}
 */
export function pastedInto(list, row, at, block) {
  const headed = isHeading(list, at, block);
  const lines = headed ? block.slice(1) : block;
  const rows = list.rows().slice();
  /** @type {string[]} */
  const cut = [];
  let width = 0;
  lines.forEach((line, down) => {
    const target = row + down;
    const isNew = target >= rows.length;
    if (isNew && list.grows) rows.push(list.blank(rows));
    line.forEach((text, right) => {
      const column = list.columns[at + right];
      const entries = rows[Math.min(target, rows.length - 1)];
      if (column && column.entered && (!isNew || list.grows)) {
        rows[isNew ? rows.length - 1 : target] = withCell(entries, column, valueFor(column, text));
        width = Math.max(width, right + 1);
      } else if (text !== "") cut.push(text);
    });
  });
  return { rows, height: lines.length, width, headed, cut };
}

/** Whether the first line says what the columns are called. @param {List} list @param {number} at @param {string[][]} block */
function isHeading(list, at, block) {
  const first = block[0] || [];
  const named = first.filter((text) => text !== "");
  const same = first.every((text, right) => text === "" || (list.columns[at + right] && list.columns[at + right].title === text));
  return block.length > 1 && named.length > 0 && same;
}

/** What is shown for a text: the title of the option that it is the id of. @param {ListColumn} column @param {string} text */
function optionTitle(column, text) {
  const option = column.options && column.options.find((one) => one.value === text);
  return option ? option.title : text;
}

/** The id of the option with that title, or the text as it is. @param {ListColumn} column @param {string} text */
function valueFor(column, text) {
  const option = column.options && column.options.find((one) => one.title === text || one.value === text);
  return option ? option.value : text;
}

/** @param {Pasted} pasted */
function pastedWords({ height, width, headed, cut }) {
  const words = [t("pasted", { rows: height, columns: width })];
  if (headed) words.push(t("pastedHeaded"));
  if (cut.length > 0) words.push(t("pastedCut", { count: cut.length, texts: cut.slice(0, 5).join(t("listComma")) + (cut.length > 5 ? "…" : "") }));
  return words.join(" ");
}

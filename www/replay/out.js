// What a replay gives to spreadsheets: months, people, and every person in every month.
import { h } from "../dom.js";
import { saveFile } from "../files.js";
import { writeCsv } from "../grid/block.js";
import { isShort, plainDecimal } from "../sheets/decimal.js";
import { writeWorkbook } from "../sheets/writing.js";
import { say } from "../views/notice.js";
import { linesOf, proposalName, tableOf } from "./lines.js";
import { r } from "./words.js";

/**
 * @typedef {import("../compare/desk.js").Desk} Desk
 * @typedef {import("./state.js").Replay} Replay
 * @typedef {import("./state.js").Result} Result
 * @typedef {{ head: string[], rows: string[][] }} Table
 */

const WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** @param {Result} result @param {boolean} isChange whether percents stand there, too */
function headsOf(result, isChange) {
  return result.proposals.flatMap((_, at) => {
    const name = proposalName(result, at);
    return [name, r("changeOf", { name }), ...(isChange ? [`${r("percent")} ${name}`] : [])];
  });
}

/** A line for each month. @param {Desk} desk @param {Replay} replay @returns {Table} */
function monthsTable(desk, replay) {
  const result = /** @type {Result} */ (replay.result);
  const text = (/** @type {{ value: string } | null} */ amount) => (amount ? amount.value : "");
  return {
    head: [r("month"), r("rows"), `${r("today")} ${desk.step.title}`, ...headsOf(result, true)],
    rows: linesOf(replay).map(({ month, found }) => [month.name, String(found.tried[0].month.rows), text(found.tried[0].month.before), ...found.tried.flatMap(({ month: one }) => [text(one.after), one.counted > 0 ? text(one.difference) : "", one.percent === null ? "" : one.percent])]),
  };
}

/** A line for each person. @param {Replay} replay @returns {Table} */
function peopleTable({ result }) {
  const { names, lines } = tableOf(/** @type {import("../compare/jobs.js").Replayed} */ (/** @type {Result} */ (result).whole));
  return {
    head: [r("name"), r("monthCount"), r("today"), ...headsOf(/** @type {Result} */ (result), true)],
    rows: names.map((name, one) => [name, lines[0].months[one], lines[0].months[one] === "0" ? "" : lines[0].before[one], ...lines.flatMap(({ months, after, difference, percent }) => (months[one] === "0" ? ["", "", ""] : [after[one], difference[one], percent[one]]))]),
  };
}

/** A line for each person in each month. @param {Replay} replay @returns {Table} */
function allTable(replay) {
  const result = /** @type {Result} */ (replay.result);
  const { names, months } = tableOf(/** @type {import("../compare/jobs.js").Replayed} */ (result.whole));
  const rows = replay.months.flatMap((month) => {
    const found = months[result.months.indexOf(month)];
    if (!found) return [];
    return names.flatMap((name, one) => (found.before[one] === "" ? [] : [[month.name, name, found.before[one], ...found.tried.flatMap(({ after, difference }) => [after[one], difference[one]])]]));
  });
  return { head: [r("month"), r("name"), r("today"), ...headsOf(result, false)], rows };
}

/** @param {Desk} desk @param {Replay} replay */
export function savedView(desk, replay) {
  const name = `${desk.store.description.title}-${r("replay")}`;
  async function book() {
    let asText = 0;
    /** @param {string} text @returns {import("../sheets/writing.js").Sent} */
    const cell = (text) => {
      const number = /^-?\d+(\.\d+)?$/.test(text) ? plainDecimal(text) : null;
      if (number === null) return { is: "text", text };
      if (isShort(number)) return { is: "number", text: number };
      asText += 1;
      return { is: "text", text };
    };
    // Names stay texts, also where one is a number.
    const sheet = (/** @type {string} */ title, /** @type {Table} */ { head, rows }, /** @type {number} */ named) => ({ name: title, head, rows: rows.map((row) => row.map((text, at) => (at < named ? /** @type {const} */ ({ is: "text", text }) : cell(text)))) });
    const bytes = await writeWorkbook([
      sheet(r("sheetMonths"), monthsTable(desk, replay), 1),
      ...(desk.step.each === null || desk.step.kind !== "quantity" ? [] : [sheet(r("sheetPeople"), peopleTable(replay), 1), sheet(r("sheetAll"), allTable(replay), 2)]),
    ]);
    saveFile(`${name}.xlsx`, bytes, WORKBOOK);
    if (asText > 0) say(r("asText", { count: asText }));
  }
  const csv = () => {
    const { head, rows } = desk.step.each === null || desk.step.kind !== "quantity" ? monthsTable(desk, replay) : allTable(replay);
    saveFile(`${name}.csv`, writeCsv([head, ...rows]), "text/csv");
  };
  return h("p", { class: "ask-use" }, h("button", { type: "button", onclick: book }, r("saveBook")), h("button", { type: "button", onclick: csv }, r("saveCsv")));
}

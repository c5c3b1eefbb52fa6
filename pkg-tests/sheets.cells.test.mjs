// Every kind of odd cell: what it becomes in the roster, and what is said about it.
import assert from "node:assert/strict";
import { test } from "node:test";

import { STYLE, imported, storeOf, workbook } from "./harness/sheets.mjs";

const nurses = storeOf("ward-nurses");
const appraised = storeOf("quality-pay");

/** @param {string} text @param {number} [style] */
const number = (text, style = 0) => `<c s="${style}"><v>${text}</v></c>`;

/** [what stands in the file, what is read, what is said] @type {Record<string, [string, string, string[]][]>} */
const CELLS = {
  "shifts.leader": [
    [number("7.5"), "7.5", []],
    [number("7.0000000000000009"), "7", ["longDigits"]],
    [number("0.30000000000000004"), "0.3", ["longDigits"]],
    [number("99999999999999995"), "100000000000000000", ["longDigits"]],
    [number("1E-3"), "0.001", []],
    [number("1.5E+3"), "1500", []],
    [number("-0"), "0", []],
    [number("3", STYLE.word), "3", []],
    ["１２．５", "12.5", ["fullWidth", "textNumber"]],
    ["－３", "-3", ["fullWidth", "textNumber"]],
    ["8", "8", ["textNumber"]],
    [" 8\u00a0", "8", ["trimmed", "textNumber"]],
    ["1,234.50", "1234.50", ["thousands", "textNumber"]],
    ["12,34", "12,34", ["notNumber"]],
    ["7.0000000000000009", "7.0000000000000009", ["textNumber", "longDigits"]],
    ["1e3", "1000", ["exponent"]],
    ["八", "八", ["notNumber"]],
    ["1_000", "1_000", ["notNumber"]],
    ["3班", "3班", ["notNumber"]],
    ["&apos;-5", "-5", ["apostrophe", "textNumber"]],
    [number("46082", STYLE.day), "2026-03-01", ["dateInNumber"]],
    [number("46082", STYLE.chineseDay), "2026-03-01", ["dateInNumber"]],
    [number("0.85", STYLE.percent), "0.85", ["percentElsewhere"]],
    ['<c t="e"><v>#N/A</v></c>', "#N/A", ["errorValue"]],
    ['<c t="b"><v>1</v></c>', "TRUE", ["notNumber"]],
    ["<c><f>A1</f><v>4</v></c>", "4", ["formula"]],
    ['<c t="str"><f>A1</f><v>5</v></c>', "5", ["formula", "textNumber"]],
    ["<c><f>A1</f></c>", "", ["formulaEmpty"]],
    ['<c t="inlineStr"><is><r><t>1</t></r><r><t>2</t></r><rPh><t>イチ</t></rPh></is></c>', "12", ["textNumber"]],
  ],
  name: [
    ["王　一", "王　一", []],
    [" 王一\n", "王一", ["trimmed"]],
    [number("1001"), "1001", []],
    ["007", "007", []],
    [number("46082", STYLE.day), "2026-03-01", ["dateInWords"]],
    ["=1+1", "=1+1", []],
    ["A&amp;B &lt;&#x738b;&gt;_x000D_", "A&B <王>", ["trimmed"]],
    ["<c t='inlineStr'><is><t><![CDATA[甲<乙]]></t></is></c>", "甲<乙", []],
  ],
  satisfaction: [
    [number("0.85", STYLE.percent), "85", ["percentTaken"]],
    [number("0.28999999999999998", STYLE.percent), "29", ["longDigits", "percentTaken"]],
    [number("85"), "85", []],
    ["85%", "85%", ["textNumber"]],
    ["８５％", "85%", ["fullWidth", "textNumber"]],
  ],
  kind: [
    ["臨床", "clinical", []],
    ["临床", "clinical", ["optionRead"]],
    ["clinical", "clinical", []],
    [" 臨 床", "clinical", ["trimmed", "optionRead"]],
    ["後勤", "後勤", ["notOption"]],
  ],
  serious: [
    ["是", "true", []],
    ["√", "true", ["truthRead"]],
    [number("0"), "false", ["truthRead"]],
    ['<c t="b"><v>1</v></c>', "true", []],
    ["也許", "也許", ["notOption"]],
  ],
  received: [
    [number("46326", STYLE.day), "2026-10-31", []],
    [number("46326.5", STYLE.day), "2026-10-31", ["timeDropped"]],
    ['<c t="d" s="1"><v>2026-10-31T00:00:00</v></c>', "2026-10-31", ["dateText"]],
    ["2026-10-31", "2026-10-31", []],
    ["2026/1/3", "2026-01-03", ["dateText"]],
    ["2026年10月31日", "2026-10-31", ["dateText"]],
    ["２０２６．１０．３１", "2026-10-31", ["dateText"]],
    [number("20261031"), "2026-10-31", ["dateText"]],
    ["2026-02-30", "2026-02-30", ["notDate"]],
    ["10/31/2026", "10/31/2026", ["notDate"]],
    [number("46326"), "46326", ["notDate"]],
    [number("60", STYLE.day), "60", ["notDate"]],
  ],
};

const NURSES = ["shifts.leader", "name"];

for (const [column, cells] of Object.entries(CELLS)) {
  test(`cells of ${column}`, async () => {
    const isNurses = NURSES.includes(column);
    const store = isNurses ? nurses : appraised;
    const roster = isNurses ? "nurse" : column === "received" ? "matter" : "subject";
    const isName = column === "name";
    const rows = cells.map(([cell], at) => (isName ? [cell, number("1")] : [`甲${at}`, cell]));
    const bytes = await workbook([isName ? ["name", "shifts.leader"] : ["name", column], ...rows]);
    const { intake } = await imported(store, roster, bytes);
    const [key, item] = column.split(".");
    const read = intake.rows.map((row) => (item ? (/** @type {any} */ (row[key]) || {})[item] : row[key]) ?? "");
    const said = cells.map((_, at) => intake.odd.filter(({ row, kind }) => row === at + 2 && !/duplicate|nameless/.test(kind)).map(({ kind }) => kind));
    assert.deepEqual(cells.map(([cell], at) => [cell, read[at], said[at]]), cells);
  });
}

test("who wants every stored digit gets it", async () => {
  const bytes = await workbook([["姓名", "組長"], ["甲", number("7.0000000000000009")], ["乙", number("99999999999999995")]]);
  const { intake } = await imported(nurses, "nurse", bytes, { digits: "stored" });
  assert.deepEqual(intake.rows.map(({ shifts }) => /** @type {any} */ (shifts).leader), ["7.0000000000000009", "99999999999999995"]);
  assert.deepEqual(intake.odd.map(({ kind, before }) => [kind, before]), [["longDigits", "7.0000000000000009"], ["longDigits", "99999999999999995"]]);
});

test("days counted from 1904", async () => {
  const bytes = await workbook([["name", "received"], ["修燈", number("44864", STYLE.day)]], { book: '<workbookPr date1904="1"/>' });
  const { intake } = await imported(appraised, "matter", bytes);
  assert.equal(intake.rows[0].received, "2026-10-31");
});

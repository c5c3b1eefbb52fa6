// Whole files: workbooks of another program, texts of every encoding, and what is no workbook at all.
import assert from "node:assert/strict";
import { test } from "node:test";

import { sentences } from "../dist/sheets/report.js";
import { Pace, Stopped } from "../dist/sheets/pace.js";
import { zip } from "../dist/sheets/zip.js";
import { fixture, imported, storeOf, workbook } from "./harness/sheets.mjs";

const nurses = storeOf("ward-nurses");
const appraised = storeOf("quality-pay");

/** @param {{ intake: import("../www/sheets/taking.js").Intake }} one */
const told = ({ intake }) => intake.odd.map(({ kind, row, column }) => `${kind} ${column === null ? "" : String.fromCharCode(65 + column)}${row}`);

test("a workbook that LibreOffice wrote: every row, and everything odd about it", async () => {
  const one = await imported(nurses, "nurse", fixture("ward-nurses.xlsx"));
  assert.deepEqual(one.intake.rows, [
    { name: "王一", shifts: { leader: "24" } },
    { name: "李二", shifts: { leader: "12", evening: "1.5", night: "7" } },
    { name: "張三", shifts: { leader: "8", evening: "3", other_a: "0.5" } },
    { name: "趙四", shifts: { leader: "2", evening: "1000", night: "2026-03-01" } },
    { name: "錢五", shifts: { evening: "3" } },
    { name: "錢五", shifts: { leader: "兩班", evening: "4" } },
    { name: "王一", shifts: { leader: "24" } },
    { name: "孫六", shifts: { leader: "#DIV/0!", evening: "0.3" } },
  ]);
  assert.deepEqual(told(one).sort(), [
    "above 1", "dateInNumber D6", "duplicateName 9", "duplicateRow 10", "errorValue B11", "formula B11", "formula C11", "formula C5",
    "fullWidth B4", "mergedOnce B6", "notNumber B9", "textNumber B4", "textNumber B5", "textNumber C6", "thousands C6", "totalRow 12", "trimmed A5",
  ]);
  const said = sentences(/** @type {any} */ (one.work.book), one.work.chosen, one.intake, one.work.targets).join(" ");
  for (const words of ["讀到 8 列；標題在第 2 列，7 欄", "舊表（隱藏）", "備註（I）", "跳過 1 個空列", "1 個隱藏列也讀入"]) assert.ok(said.includes(words), `${words}: ${said}`);
});

test("the hidden sheet is read when somebody chooses it", async () => {
  const { work } = await imported(nurses, "nurse", fixture("ward-nurses.xlsx"));
  work.choose(1);
  assert.deepEqual((await work.taken(new Pace())).rows, [{ name: "隱一", shifts: { leader: "1" } }]);
});

test("each roster finds its sheet; options, percentages, days, and a team over several rows", async () => {
  const bytes = fixture("quality-pay.xlsx");
  const subjects = await imported(appraised, "subject", bytes);
  assert.deepEqual(subjects.intake.rows.map(({ kind, satisfaction, serious, veto, coefficient }) => [kind, satisfaction, serious, veto, coefficient]), [
    ["clinical", "85", "false", "true", "1.2"],
    ["support", "92.5", "false", undefined, "0.9"],
    ["后勤", "88%", "不清楚", undefined, undefined],
  ]);
  const matters = await imported(appraised, "matter", bytes);
  assert.deepEqual(matters.intake.rows, [
    { name: "修燈", subject: "內科", received: "2026-10-01", finished: "2026-10-03", agreed: "2026-10-05" },
    { name: "補藥", subject: "內科", received: "2026-10-02", finished: "十月三日", agreed: "2026-10-04" },
  ]);
  assert.ok(told(matters).includes("mergedFilled B3"));
  assert.ok(told(matters).includes("timeDropped E3"));
});

const ROWS = [
  { name: "王一", shifts: { leader: "24", evening: "7.0000000000000009" } },
  { name: '李"二', shifts: { leader: "1000", night: "-2" } },
];

/** A text of these two nurses in every form that programs save it in. @type {[string, string, string, string][]} */
const TEXTS = [
  ["nurses-utf8.csv", "utf-8", ",", "UTF-8 without a mark"],
  ["nurses-utf8-bom.csv", "utf-8", ",", "UTF-8 with a mark"],
  ["nurses-gb18030.csv", "gb18030", ",", "GB18030"],
  ["nurses-big5.csv", "big5", ",", "Big5"],
  ["nurses-semicolon.csv", "utf-8", ";", "semicolons"],
  ["nurses-tab.txt", "utf-16le", "\t", "the text of Excel with tabs"],
];

for (const [name, encoding, separator, words] of TEXTS) {
  test(`a text file: ${words}`, async () => {
    const { work, intake } = await imported(nurses, "nurse", fixture(name));
    assert.deepEqual(intake.rows, ROWS);
    assert.deepEqual({ ...work.book?.text, open: false }, { encoding, separator, damaged: 0, open: false });
    assert.deepEqual(told({ intake }).sort(), ["apostrophe D3", "longDigits C2", "thousands B3"]);
  });
}

test("another encoding can be chosen, and what cannot be read is counted", async () => {
  const { work } = await imported(nurses, "nurse", fixture("nurses-gb18030.csv"), { encoding: "utf-8" });
  assert.ok((work.book?.text?.damaged || 0) > 0);
});

test("line breaks and quotes within cells, and a quote without its partner", async () => {
  const text = (/** @type {string} */ body) => new TextEncoder().encode(`姓名,組長\r\n${body}`);
  const good = await imported(nurses, "nurse", text('"甲\r\n乙",1\r\n"丙 ""三"" ",2'));
  assert.deepEqual(good.intake.rows.map(({ name }) => name), ["甲 乙", '丙 "三"']);
  const open = await imported(nurses, "nurse", text('"甲,1\n乙,2\n'));
  assert.equal(open.work.book?.text?.open, true);
  assert.deepEqual(open.intake.rows.map(({ name }) => name), ['"甲', "乙"]);
});

const xls = fixture("ward-nurses.xls");
const letters = (/** @type {string} */ text) => new TextEncoder().encode(text);
const whole = await workbook([["姓名", "組長"], ["甲", "1"]]);
/** A byte in the middle of the sheet's content turned over. */
const spoilt = whole.slice();
spoilt[Math.floor(whole.length / 2)] ^= 0x55;

/** @type {[string, Uint8Array, string][]} */
const NONE = [
  ["nothing", new Uint8Array(), "emptyFile"],
  ["a picture", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0), "notWorkbook"],
  ["a PDF", letters("%PDF-1.7\n1 0 obj"), "notWorkbook"],
  ["bytes", Uint8Array.from({ length: 300 }, (_, at) => (at * 7) % 256), "notWorkbook"],
  ["an old workbook", xls, "oldWorkbook"],
  ["a workbook with a password", fixture("locked.xlsx"), "password"],
  ["a web page that calls itself xls", letters("<html><table><tr><td>姓名</td></tr></table></html>"), "webPage"],
  ["an XML spreadsheet of 2003", letters('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'), "xmlWorkbook"],
  ["half a workbook", whole.subarray(0, whole.length - 40), "damaged"],
  ["a workbook with a spoilt byte", spoilt, "damaged"],
  ["an archive of something else", await zip([["word/document.xml", "<w/>"], ["_rels/.rels", '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></Relationships>']]), "notWorkbook"],
  ["an OpenDocument spreadsheet", await zip([["mimetype", "application/vnd.oasis.opendocument.spreadsheet"], ["content.xml", "<x/>"]]), "openDocument"],
  ["a binary workbook", await zip([["xl/workbook.bin", "x"], ["_rels/.rels", '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>']]), "binaryWorkbook"],
];

for (const [words, bytes, reason] of NONE) {
  test(`what is no workbook says so: ${words}`, async () => {
    await assert.rejects(imported(nurses, "nurse", bytes), { reason });
  });
}

test("no headings: nothing is read, and columns of the same heading count once", async () => {
  const none = await imported(nurses, "nurse", await workbook([["甲", "1"], ["乙", "2"]]));
  assert.deepEqual([none.intake.heading, none.intake.rows], [0, []]);
  const twice = await imported(nurses, "nurse", await workbook([["姓名", "組長", "組長", "不明"], ["甲", "1", "2", "3"]]));
  assert.deepEqual(twice.intake.rows, [{ name: "甲", shifts: { leader: "1" } }]);
  assert.deepEqual(twice.intake.columns.map(({ target, twice: again }) => [target, again]), [[0, false], [1, false], [1, true], [-1, false]]);
  const assigned = await imported(nurses, "nurse", await workbook([["姓名", "組長", "組長", "不明"], ["甲", "1", "2", "3"]]), { assign: [[1, -1], [3, 2]] });
  assert.deepEqual(assigned.intake.rows, [{ name: "甲", shifts: { leader: "2", evening: "3" } }]);
});

test("headings in another language than the page's, and a list of teams", async () => {
  const { intake } = await imported(nurses, "nurse", await workbook([["Name", "Evening shift", "班数·夜班（班）"], ["甲", "1", "2"]]));
  assert.deepEqual(intake.rows, [{ name: "甲", shifts: { evening: "1", night: "2" } }]);
});

test("headings again, a row without a name, a row outside the columns", async () => {
  const one = await imported(nurses, "nurse", await workbook([["姓名", "組長", "備註"], ["甲", "1"], ["姓名", "組長"], ["", "2"], ["", "", "值班"], ["小計", "3"]]));
  assert.deepEqual(one.intake.rows, [{ name: "甲", shifts: { leader: "1" } }, { shifts: { leader: "2" } }]);
  assert.deepEqual(told(one).filter((words) => !words.startsWith("textNumber")), ["headingAgain 3", "nameless 4", "unreadRow 5", "totalRow 6"]);
  assert.equal(one.intake.leftOut, 3);
});

test("100,000 rows: progress is told, and it can be stopped", async () => {
  const body = Array.from({ length: 100000 }, (_, at) => `護士${at},${at % 31},1.5,2\r\n`).join("");
  const bytes = letters(`姓名,組長,晚班,夜班\r\n${body}`);
  let told = 0;
  const { intake } = await imported(nurses, "nurse", bytes, { pace: new Pace(() => void (told += 1)) });
  assert.equal(intake.rows.length, 100000);
  assert.deepEqual(intake.rows[99999], { name: "護士99999", shifts: { leader: "24", evening: "1.5", night: "2" } });
  assert.ok(told > 3, `${told}`);
  const pace = new Pace(() => pace.stop());
  await assert.rejects(imported(nurses, "nurse", bytes, { pace }), Stopped);
});

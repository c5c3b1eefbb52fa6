// Workbooks of the page: every scheme's rosters come back from them as they were, and its template takes them all.
import assert from "node:assert/strict";
import { test } from "node:test";

import { rosterList } from "../dist/grid/lists.js";
import { rosterBook, templateBook } from "../dist/sheets/outgoing.js";
import { Pace } from "../dist/sheets/pace.js";
import { readWorkbook } from "../dist/sheets/workbook.js";
import { namesOf } from "../dist/sheets/writing.js";
import { unzip } from "../dist/sheets/zip.js";
import { cases } from "./harness/cases.mjs";
import { fixture, imported, storeOf } from "./harness/sheets.mjs";

/** @type {Map<string, any>} the first case of every scheme */
const schemes = new Map();
for (const { name, facts } of cases()) {
  const id = name.split("/")[0];
  if (!schemes.has(id)) schemes.set(id, JSON.parse(facts));
}

/** What counts in the entered cells of a roster. @param {any} store @param {any} roster */
function entered(store, roster) {
  const list = rosterList(store, roster);
  const columns = list.columns.filter((column) => column.entered);
  return list.rows().map((row) =>
    columns.map((column) => {
      const value = /** @type {any} */ (row)[column.key];
      const text = String((column.item === undefined ? value : (value || {})[column.item]) ?? "") || list.fallback(row, column);
      return /^-?\d+\.\d*0$/.test(text) ? text.replace(/\.?0+$/, "") : text;
    }),
  );
}

for (const [id, facts] of schemes) {
  test(`${id}: rosters come back as they were, and the template takes them`, async () => {
    const store = storeOf(id, facts);
    store.summary = store.opened.evaluate("zh-Hant");
    const template = await templateBook(store);
    for (const roster of store.description.rosters) {
      const { bytes, asText } = await rosterBook(store, roster);
      const { intake } = await imported(store, roster.id, bytes);
      const back = storeOf(id, { ...facts, rosters: { ...facts.rosters, [roster.id]: intake.rows } });
      const odd = new Set(intake.odd.map(({ kind }) => kind));
      for (const one of asText > 0 ? ["textNumber", "longDigits"] : []) odd.delete(/** @type {any} */ (one));
      assert.deepEqual(entered(back, roster), entered(store, roster), roster.id);
      assert.deepEqual(intake.missing, [], roster.id);
      assert.deepEqual([...odd].filter((kind) => kind !== "duplicateName" && kind !== "duplicateRow"), [], roster.id);
      const filled = await imported(store, roster.id, template);
      assert.deepEqual([filled.intake.heading, filled.intake.missing, filled.intake.rows], [1, [], []], roster.id);
      assert.equal(filled.work.book?.sheets[filled.work.chosen].name, namesOf([roster.title])[0]);
    }
  });
}

test("a template says of every column what it means, its unit, and what may stand in it", async () => {
  const store = storeOf("quality-pay");
  const book = await readWorkbook(await templateBook(store));
  assert.deepEqual(book.sheets.map(({ name }) => name), ["考核對象", "限期辦理的事項", "說明", "選項"]);
  const { rows } = await book.read(2, new Pace());
  const words = rows.map(({ cells }) => cells.map(({ text }) => text).join(" | "));
  assert.ok(words.includes("考核對象 | 滿意度（%） | satisfaction | % | 數字；0 到 100；可留空 | 沒有調查的不填。"), words.join("\n"));
  assert.ok(words.some((line) => line.includes("類別 | kind | 臨床 / 醫技、行政後勤、職能")));
  assert.equal(words.length, 1 + store.description.rosters.reduce((/** @type {number} */ sum, /** @type {any} */ roster) => sum + rosterList(store, roster).columns.filter((column) => column.entered).length, 0));
});

test("numbers are numbers, with the decimals that are shown; what spreadsheets cannot keep is a text, to the last digit", async () => {
  const store = storeOf("ward-nurses", { inputs: { pool: "100" }, rosters: { nurse: [{ name: "甲", shifts: { leader: "1234567890.1234567", night: "1" } }, { name: "=乙", shifts: { leader: "２", evening: "x" } }] } });
  store.summary = store.opened.evaluate("zh-Hant");
  const { bytes, asText } = await rosterBook(store, store.description.rosters[0]);
  const book = await readWorkbook(bytes);
  const { rows } = await book.read(0, new Pace());
  assert.deepEqual(rows[1].cells.slice(0, 3).map(({ is, text }) => [is, text]), [["text", "甲"], ["text", "1234567890.1234567"], ["number", "1"]]);
  assert.deepEqual(rows[2].cells.slice(0, 3).map(({ is, text }) => [is, text]), [["text", "=乙"], ["number", "2"], ["text", "x"]]);
  assert.ok(asText >= 1);
});

test("the heading row stays in sight, and columns are as wide as what stands in them", async () => {
  const store = storeOf("ward-nurses");
  const part = unzip((await rosterBook(store, store.description.rosters[0])).bytes).get("xl/worksheets/sheet1.xml");
  let text = "";
  for await (const piece of /** @type {import("../www/sheets/zip.js").Part} */ (part).pieces()) text += new TextDecoder().decode(piece);
  assert.match(text, /<pane xSplit="1" ySplit="1"[^>]*state="frozen"/);
  const widths = [...text.matchAll(/width="(\d+)" customWidth/g)].map(([, width]) => Number(width));
  assert.equal(widths.length, 9);
  assert.ok(widths.every((width) => width >= 9 && width <= 46));
});

test("what LibreOffice made of our workbook still holds the same nurses", async () => {
  const store = storeOf("ward-nurses");
  const { intake } = await imported(store, "nurse", fixture("ours-saved-again.xlsx"));
  assert.equal(intake.rows.length, 12);
  assert.deepEqual(intake.rows[1], { name: "護士乙", shifts: { evening: "3", night: "4", other_a: "7", other_b: "7", other_c: "3" } });
  assert.deepEqual(intake.odd, []);
  assert.deepEqual(intake.missing, []);
});

test("sheets get names that every program takes", () => {
  assert.deepEqual(namesOf(["a/b", "A b", "", "名".repeat(40)]), ["a b", "A b 2", "Sheet", "名".repeat(31)]);
});

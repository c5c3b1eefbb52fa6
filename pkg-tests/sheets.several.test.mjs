// Several rosters in one workbook: each finds its sheet, one report tells of all, and one file takes everything out.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { wholeBook } from "../dist/sheets/outgoing.js";
import { Pace } from "../dist/sheets/pace.js";
import { sharedOut } from "../dist/sheets/several.js";
import { assertAccessible } from "./harness/axe.mjs";
import { served, visit } from "./harness/browser.mjs";
import { cases } from "./harness/cases.mjs";
import { shown } from "./harness/page.mjs";
import { fixture, storeOf } from "./harness/sheets.mjs";

const site = await served();

/** Schemes with more than one roster, each with the facts of an example. */
const examples = ["quality-pay", "annual-rating", "general-surgery"].map((id) => ({ id, facts: JSON.parse(cases().filter(({ name }) => name.startsWith(`${id}/`))[0].facts) }));

for (const { id, facts } of examples) {
  test(`${id}: everything goes out in one workbook, and every roster comes back from its sheet`, async () => {
    const store = storeOf(id, facts);
    store.summary = store.opened.evaluate("zh-Hant");
    const { bytes } = await wholeBook(store);
    const works = await sharedOut(store, "all.xlsx", bytes, new Pace());
    const filled = store.description.rosters.filter((/** @type {any} */ roster) => (facts.rosters[roster.id] || []).length > 0);
    assert.deepEqual(works.map(({ roster }) => roster.id), store.description.rosters.map((/** @type {any} */ roster) => roster.id));
    for (const work of works) {
      const { rows, odd } = await work.taken(new Pace());
      const names = (/** @type {any[]} */ list) => list.map(({ name }) => name || "");
      assert.deepEqual(names(rows), names(facts.rosters[work.roster.id] || []), work.roster.id);
      assert.deepEqual(odd.filter(({ kind }) => !["optionRead", "truthRead", "duplicateName", "duplicateRow", "nameless"].includes(kind)), []);
    }
    assert.ok(filled.length > 0);
  });
}

test("a workbook that LibreOffice wrote is shared out by its headings and names", async () => {
  const store = storeOf("quality-pay");
  const works = await sharedOut(store, "quality-pay.xlsx", fixture("quality-pay.xlsx"), new Pace());
  assert.deepEqual(works.map(({ roster }) => roster.id).sort(), ["matter", "subject"]);
  assert.equal(new Set(works.map(({ chosen }) => chosen)).size, works.length, "no sheet is read twice");
});

test("dropped on the page, it is one report and one step back", () =>
  visit("current", `${site}#/scheme/quality-pay`, async (page) => {
    await shown(page);
    await page.evaluate((bytes) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([Uint8Array.from(bytes)], "all.xlsx"));
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    }, Array.from(fixture("quality-pay.xlsx")));
    await page.waitForSelector(".import-part");
    assert.match(String(await page.textContent(".import h2")), /匯入幾份名冊：all\.xlsx/);
    assert.equal(await page.locator(".import-part").count(), 2);
    assert.match(String(await page.textContent(".import")), /幾格|格/);
    for (const summary of await page.locator(".import-part .odd summary").all()) await summary.click();
    await assertAccessible(page);
    const counts = () => page.locator("section.list .count").allTextContents();
    const before = await counts();
    const findings = page.locator('.import-part [data-choice="column-6"]').first();
    await findings.selectOption({ label: "不讀入" });
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("data-choice")), "column-6", "the focus stays at the choice");
    await page.locator(".import-part > select").last().selectOption("none");
    assert.equal(await page.locator(".import button.main").textContent(), "讀入這 1 份");
    await page.locator(".import-part > select").last().selectOption("instead");
    await page.click('.import button:text("讀入這 2 份")');
    assert.match(String(await page.textContent("#notice")), /已從 all\.xlsx 讀入 2 份名冊共 \d+ 列/);
    assert.notDeepEqual(await counts(), before);
    await page.click("#notice button");
    assert.deepEqual(await counts(), before);
  }, { viewport: { width: 1280, height: 900 } }));

test("the button of one roster leads to all of them, and everything goes out by one button", () =>
  visit("current", `${site}#/scheme/quality-pay`, async (page) => {
    await shown(page);
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.locator('section.list button:text("匯入…")').first().click()]);
    await chooser.setFiles({ name: "all.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from(fixture("quality-pay.xlsx")) });
    await page.click('.import button:text("把各工作表讀入各份名冊")');
    await page.waitForSelector(".import-part");
    await page.keyboard.press("Escape");
    const [download] = await Promise.all([page.waitForEvent("download"), page.click('button:text("匯出全部")')]);
    assert.equal(download.suggestedFilename(), "質量考核與績效工資.xlsx");
    const store = storeOf("quality-pay");
    const bytes = new Uint8Array(readFileSync(await download.path()));
    assert.deepEqual((await sharedOut(store, "out.xlsx", bytes, new Pace())).map(({ roster }) => roster.id), ["subject", "matter"]);
  }, { viewport: { width: 1280, height: 900 } }));

test("English says one of what is one", async () => {
  const { filled, speak } = await import("../dist/language.js");
  speak("en");
  assert.equal(filled("{count} cells hold a formula: the result that the file keeps was read", { count: 1 }), "1 cell holds a formula: the result that the file keeps was read");
  assert.equal(filled("{count} empty rows skipped.", { count: 1 }), "1 empty row skipped.");
  assert.equal(filled("{rows} rows × {columns} columns", { rows: 21, columns: 1 }), "21 rows × 1 column");
  assert.equal(filled("{count} rows", { count: "11" }), "11 rows");
  assert.equal(filled("{rows} rows from {file} are in {count} lists.", { rows: 3, file: "a.xlsx", count: 2 }), "3 rows from a.xlsx are in 2 lists.");
  speak("zh-Hant");
});

// What is entered wrongly is told at its place, keeps its text, and stops nothing that does not need it.
import assert from "node:assert/strict";
import { test } from "node:test";

import { assertAccessible } from "./harness/axe.mjs";
import { inEachBrowser, served, visit } from "./harness/browser.mjs";
import { atNurses, cell, paste, shown, textOf } from "./harness/page.mjs";

const site = await served();
const POOL = '[data-path="inputs.pool"]';
/** Columns of the nurses' roster. */
const [LEADER, POINTS, PAY] = [1, 7, 8];
const FORTY = "1234567890".repeat(4);

/** Everything the page says beside the results. @param {import("playwright-core").Page} page */
const said = async (page) => String(await page.locator(".results").innerText()).replace(/\s+/g, " ");

/** What is typed, and what is wrong with it or, where nothing is, the pays' total. */
const typed = /** @type {const} */ ([
  ["１２．５％", /這裡填的不是百分比/],
  ["12.5%", /這裡填的不是百分比/],
  ["1_000", /底線/],
  [".5", /小數點前面要寫零/],
  ["1e3", /科學記數法/],
  ["1/3", /分數/],
  ["1,23", /千位分隔號/],
  ["0.005", /小數超過2位/],
  [`0.${FORTY}`, /小數超過2位/],
  ["沒有", /不是數字/],
  ["", /還沒有填/],
  ["1,234.50", "1,234.50"],
  ["１，２３４．５", "1,234.50"],
  [" 1234.5 ", "1,234.50"],
  [FORTY, "1,234,567,890,123,456,789,012,345,678,901,234,567,890.00"],
]);

inEachBrowser("numbers as people type them are understood exactly, or told wrong at their field", (name) =>
  atNurses(name, site, async (page) => {
    await page.check('[data-path="choices.rounding"][value="exact"]');
    const total = page.locator(".figures .totals tr:last-child .number");
    for (const [text, answer] of typed) {
      await page.fill(POOL, text);
      assert.equal(await page.inputValue(POOL), text);
      assert.equal(await textOf(cell(page, 0, POINTS)), "24", "what does not need the pool is there");
      const beside = String(await page.locator(".field .problem").first().textContent());
      if (typeof answer === "string") {
        assert.equal(await total.textContent(), answer, text);
        assert.equal(beside, "", text);
      } else {
        assert.equal(await total.textContent(), "—", text);
        assert.match(beside, answer);
        assert.match(String(await page.textContent(".problems")), /可分配績效工資總額/, "the list names the field");
      }
    }
  }),
);

test("a text in a number cell is told with whose and which it is, and leads there", () =>
  atNurses("current", site, async (page) => {
    await cell(page, 1, LEADER).click();
    await page.keyboard.type("三天");
    await page.keyboard.press("Enter");
    assert.equal(await textOf(cell(page, 1, LEADER)), "三天");
    assert.equal(await textOf(cell(page, 0, POINTS)), "24");
    assert.equal(await textOf(cell(page, 1, POINTS)), "—");
    assert.match(String(await page.textContent(".problems li")), /^護士乙 · 班數 · 組長：「三天」不是數字/);
    await page.click(".problems button");
    assert.equal(await page.evaluate(() => document.activeElement?.closest("[data-row]")?.getAttribute("data-row")), "1");
  }));

test("half a person is no person", () =>
  visit("current", `${site}#/scheme/head-nurses-month`, async (page) => {
    await shown(page);
    await page.check('[data-path="choices.totals"][value="entered"]');
    await page.fill('[data-path="inputs.heads"]', "22.5");
    assert.match(await said(page), /全院護士長人數：.*整數/);
  }));

test("a title without an allowance asks for it, and only for those who need it", () =>
  visit("current", `${site}#/scheme/ultrasound`, async (page) => {
    await shown(page);
    const list = page.locator('section[aria-label="名冊"] .list').first();
    const heads = await list.locator('[role="columnheader"]').allTextContents();
    const title = heads.findIndex((head) => head.startsWith("職稱")) - 1;
    const choose = async (/** @type {number} */ row) => {
      await list.locator(`[data-row="${row}"] > [data-column="${title}"]`).click();
      await page.selectOption(".editor", "senior");
    };
    await choose(0);
    assert.doesNotMatch(await said(page), /沒有印出/, "the first has no such shifts");
    await choose(1);
    assert.match(await said(page), /正高：「中、晚班補助」要由醫院填寫：原文沒有印出正高/);
  }));

test("with nobody, with no points and below zero the pool stays: no zero, no infinity, no pay", () =>
  atNurses("current", site, async (page) => {
    await page.check('[data-path="choices.rounding"][value="exact"]');
    await page.click('.toolbar button:text("清空資料")');
    await page.fill(POOL, "5000");
    assert.match(await said(page), /留存 5,000\.00元 總額沒有分出。/);
    await assertAccessible(page);
    await cell(page, 0, 0).click();
    await paste(page, "甲\t0\n乙\t0");
    assert.match(await said(page), /沒有人有份額/);
    assert.doesNotMatch(await said(page), /∞|NaN|Infinity/);
    assert.equal(await textOf(cell(page, 0, PAY)), "—");
    await assertAccessible(page);
    await cell(page, 0, LEADER).click();
    await page.keyboard.type("3");
    await page.fill(POOL, "-100");
    assert.match(await said(page), /NEGATIVE_POOL.*總額 −100\.00元 分出 0\.00元 留存 −100\.00元/);
    assert.equal(await textOf(cell(page, 0, PAY)), "0.00");
    await assertAccessible(page);
  }));

test("a block longer than a table that is fixed tells what found no place", () =>
  visit("current", `${site}#/scheme/quality-pay`, async (page) => {
    await shown(page);
    const table = page.locator('section[aria-label="本院自訂的數值"] .list').first();
    const rows = await table.locator("[data-row]").count();
    await table.locator('[data-row="0"] > [data-column="1"]').click();
    await paste(page, Array.from({ length: rows + 2 }, () => "1").join("\n"));
    assert.match(String(await page.textContent("#notice")), /2 格超出表格/);
    assert.equal(await table.locator("[data-row]").count(), rows);
  }));

test("who is renamed keeps what belongs to them, and gets the old name back in one step", () =>
  visit("current", `${site}#/scheme/operating-room-nurses`, async (page) => {
    await shown(page);
    const scrubs = () => page.locator('section[aria-label="手術"] [data-row="0"]').innerText();
    const before = [await said(page), await scrubs()];
    await cell(page, 0, 0).click();
    await page.keyboard.type("新名字");
    await page.keyboard.press("Enter");
    assert.match(await scrubs(), /新名字/);
    assert.doesNotMatch(await said(page), /需要處理/);
    await page.keyboard.press("Control+z");
    assert.deepEqual([await said(page), await scrubs()], before);
  }));

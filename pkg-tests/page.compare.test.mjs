// Proposals are compared with today on the page: what is changed, what it does to everybody, and what stays within limits.
import assert from "node:assert/strict";
import { test } from "node:test";

import { assertAccessible } from "./harness/axe.mjs";
import { inEachBrowser, served, visit } from "./harness/browser.mjs";
import { shown } from "./harness/page.mjs";

/** @typedef {import("playwright-core").Page} Page */

const site = await served();
const words = await Promise.all(["zh-Hant", "zh-Hans", "en"].map(async (tag) => (await import(new URL(`../www/compare/words/${tag}.js`, import.meta.url).href)).words));

/**
 * Opens the comparison of a scheme with its example.
 *
 * @template T
 * @param {string} name of the browser
 * @param {string} scheme
 * @param {(page: Page) => Promise<T>} look
 * @param {import("playwright-core").BrowserContextOptions} [profile]
 */
function atCompare(name, scheme, look, profile) {
  return visit(
    name,
    `${site}#/compare/${scheme}`,
    async (page) => {
      await opened(page);
      return look(page);
    },
    { viewport: { width: 1280, height: 900 }, ...profile },
  );
}

/** Waits for the comparison. @param {Page} page */
async function opened(page) {
  await page.waitForSelector(".compare h1", { timeout: 30_000 });
}

/** The field of a value that may be changed. @param {Page} page @param {string} title */
function valueOf(page, title) {
  return page.locator(".compare-cell", { has: page.locator(`label:text-is("${title}")`) }).locator("input");
}

/** What a line of the results says: today and each proposal. @param {Page} page @param {string} title */
async function line(page, title) {
  return page.locator(".compare-result tr", { has: page.locator(`th:text-is("${title}")`) }).first().locator("td").allTextContents();
}

/** A cell of the list of all rows. @param {Page} page @param {number} row @param {number} column */
function person(page, row, column) {
  return page.locator(`.grid [data-row="${row}"] > [data-column="${column}"]`);
}

inEachBrowser("from a scheme to a proposal that breaks a limit, and back by undo", (name) =>
  visit(name, `${site}#/scheme/ward-nurses`, async (page) => {
    await shown(page);
    await page.click('.toolbar button:text("比較方案")');
    await opened(page);
    assert.deepEqual(await line(page, "增加的個數"), ["", "0"]);
    await valueOf(page, "夜班").fill("3.0");
    assert.deepEqual((await line(page, "合計"))[0], "12,446.70");
    const [, loss] = await line(page, "每個減少不超過 5 %");
    assert.match(loss, /不符（2 個，先見於護士甲：−52\.56/);
    assert.match((await line(page, "合計不超過今天"))[1], /符合/);
    assert.match(String(await page.textContent(".compare-change")), /夜班 2\.5 → 3\.0/);
    assert.equal(await page.locator('.toolbar button:text("撤銷")').getAttribute("title"), "撤銷：夜班 2.5 → 3.0");
    assert.equal(await person(page, 0, 0).textContent(), "護士甲");
    assert.equal(await person(page, 0, 3).textContent(), "−52.56");
    await page.click('.toolbar button:text("撤銷")');
    assert.deepEqual(await line(page, "不變"), ["", "12"]);
    await page.click('.toolbar button:text("重做")');
    assert.deepEqual(await line(page, "減少的個數"), ["", "3"]);
  }, { viewport: { width: 1280, height: 900 } }),
);

test("proposals are kept, today's facts are not touched, and a proposal is dragged and taken back", () =>
  atCompare("current", "ward-nurses", async (page) => {
    await valueOf(page, "夜班").fill("3");
    await page.click('button:text("再加一個方案")');
    await valueOf(page, "晚班").fill("1.8");
    await page.waitForTimeout(500);
    await page.reload();
    await opened(page);
    assert.deepEqual(await page.locator(".compare-tabs button").allTextContents(), ["方案1", "方案2"]);
    assert.equal(await page.locator(".compare-changes li").count(), 2);
    const slider = page.locator('.compare-slider input[aria-label^="夜班"]');
    await slider.focus();
    await page.keyboard.press("ArrowLeft");
    assert.equal(await valueOf(page, "夜班").inputValue(), "2.9");
    await page.locator(".compare-changes button").first().click();
    assert.equal(await valueOf(page, "夜班").inputValue(), "2.5");
    await page.click(".scheme-head nav a >> nth=1");
    await page.waitForSelector(".scheme:not(.compare) h1");
    assert.match(String(await page.textContent(".results")), /335\.4/);
  }));

test("the picture counts what its table counts, and groups add up to all", () =>
  atCompare("current", "general-surgery", async (page) => {
    const summaries = page.locator(".compare-group summary");
    for (let at = 0; at < (await summaries.count()); at += 1) if ((await page.locator(".compare-group").nth(at).getAttribute("open")) === null) await summaries.nth(at).click();
    const field = page.locator('.compare-cell input[inputmode="decimal"]').first();
    await field.fill(`${Number(await field.inputValue()) + 1}`);
    const losses = Number((await line(page, "減少的個數"))[1]);
    const gains = Number((await line(page, "增加的個數"))[1]);
    const counts = await page.locator(".bands tbody tr td:nth-child(2)").allTextContents();
    const unchanged = Number((await line(page, "不變"))[1]);
    assert.equal(counts.map(Number).reduce((sum, one) => sum + one, 0), losses + gains + unchanged);
    assert.match(String(await page.locator(".strip").getAttribute("aria-label")), new RegExp(`${losses} 個減少，${unchanged} 個不變，${gains} 個增加`));
  }));

for (const [what, profile] of /** @type {const} */ ([["", {}], [" in the dark", { colorScheme: "dark" }], [" on a phone", { viewport: { width: 390, height: 844 } }]])) {
  test(`axe finds nothing on a comparison${what}, and nothing is wider than the page`, () =>
    atCompare("current", "ward-nurses", async (page) => {
      await valueOf(page, "夜班").fill("3.0");
      // On a phone the first touch of a cell that is half hidden scrolls it into sight.
      await person(page, 0, 2).locator("button").click();
      await person(page, 0, 3).locator("button").click();
      await page.waitForSelector(".way");
      await assertAccessible(page);
      await page.selectOption("#language", "en");
      await opened(page);
      await assertAccessible(page);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.equal(over, 0);
    }, profile));
}

test("one nurse's way from today to the proposal adds up", () =>
  atCompare("current", "ward-nurses", async (page) => {
    await valueOf(page, "夜班").fill("3.0");
    await valueOf(page, "晚班").fill("1.2");
    await person(page, 0, 3).locator("button").click();
    const lines = (await page.locator(".way tr").allTextContents()).length;
    assert.equal(lines, 4, "today, two changes, the proposal");
    const amounts = (await page.locator(".way .number").allTextContents()).map((text) => Math.round(Number(text.replace(/,/g, "").replace("−", "-").replace("+", "")) * 100));
    assert.equal(amounts[0] + amounts[1] + amounts[2], amounts[3]);
  }));

test("the tables of words have the same keys and names, and every word is used", async () => {
  const { readFileSync, readdirSync } = await import("node:fs");
  const www = new URL("../www/", import.meta.url);
  const modules = [...readdirSync(new URL("compare/", www)).filter((file) => file.endsWith(".js")).map((file) => `compare/${file}`), "views/compare.js"];
  const source = modules.map((file) => readFileSync(new URL(file, www), "utf8")).join("\n");
  const [first, ...others] = words.map((table) => Object.keys(table));
  for (const keys of others) assert.deepEqual(keys, first);
  const names = (/** @type {string} */ text) => [...text.matchAll(/\{\w+\}/g)].map(([found]) => found).sort();
  for (const key of first) for (const table of words) assert.deepEqual(names(table[key]), names(words[0][key]), key);
  assert.deepEqual(first.filter((key) => !source.includes(`"${key}"`)), []);
});

// Months that were dropped in stay between visits, and a decision says over which months it was tried, without a person.
import assert from "node:assert/strict";
import { test } from "node:test";

import { assertAccessible } from "./harness/axe.mjs";
import { inEachBrowser, served } from "./harness/browser.mjs";
import { atCompare, drop, opened, savedBy, valueOf } from "./harness/compare.mjs";
import { wardMonth } from "./harness/months.mjs";

/** @typedef {import("playwright-core").Page} Page */

const site = await served();
const MONTHS = [wardMonth("1月.json", ["趙一", "錢二", "孫三"]), wardMonth("2月.json", ["趙一", "李四", "孫三"], "9000")];

/** Opens the part for months. @param {Page} page */
async function openReplay(page) {
  await page.locator('details:has(> summary:text-matches("把過去幾個月|Drop past months")) > summary').click();
  await page.waitForSelector(".replay-drop");
}

/** @param {Page} page @param {number} count */
function hasMonths(page, count) {
  return page.waitForFunction((wanted) => document.querySelectorAll(".replay-months tbody tr").length === wanted, count, { timeout: 30_000 });
}

/** @param {Page} page */
async function calculate(page) {
  await page.click('.replay .ask button:text("逐月重算")');
  await page.waitForSelector(".replay-results tfoot", { timeout: 60_000 });
}

/** @param {Page} page */
const names = (page) => page.locator(".replay-name").evaluateAll((all) => all.map((one) => /** @type {HTMLInputElement} */ (one).value));

inEachBrowser("months stay between visits with their names, amounts and order, until they are removed", (name) =>
  atCompare(name, site, "ward-nurses", async (page) => {
    await openReplay(page);
    await page.setInputFiles(".replay-drop input", MONTHS);
    await hasMonths(page, 2);
    await page.locator(".replay-order button").nth(1).click();
    await page.locator(".replay-name").first().fill("二月");
    await page.locator(".replay-amount").first().fill("9500");
    await page.locator(".replay-amount").first().blur();
    await page.waitForTimeout(500);
    await page.reload();
    await opened(page);
    assert.match(String(await page.locator('summary:text("把過去幾個月")').textContent()), /上次放入 2 個月/);
    await openReplay(page);
    await hasMonths(page, 2);
    assert.match(String(await page.textContent('.replay p[role="status"]')), /上次放入的 2 個月還在/);
    assert.deepEqual(await names(page), ["二月", "1月"]);
    assert.equal(await page.locator(".replay-amount").first().inputValue(), "9500");
    await valueOf(page, "夜班").fill("3.0");
    await calculate(page);
    assert.equal(await page.locator(".replay-results tbody tr").first().locator("td").first().textContent(), "3");
    // Written at once where the page is left right after a change.
    await page.locator(".replay-name").first().fill("貳月");
    await page.locator(".replay-name").first().blur();
    await page.reload();
    await opened(page);
    await openReplay(page);
    await hasMonths(page, 2);
    assert.deepEqual(await names(page), ["貳月", "1月"]);
    await page.click('button:text-is("全部移除")');
    await page.waitForTimeout(500);
    await page.reload();
    await opened(page);
    await openReplay(page);
    await page.waitForTimeout(500);
    assert.equal(await page.locator(".replay-months").count(), 0);
    assert.doesNotMatch(String(await page.locator('summary:text("把過去幾個月")').textContent()), /上次/);
  }),
);

test("where months cannot be kept the page says so and goes on", () =>
  atCompare("current", site, "ward-nurses", async (page) => {
    await openReplay(page);
    await page.evaluate(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
      Storage.prototype.setItem = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
    });
    await page.setInputFiles(".replay-drop input", MONTHS);
    await hasMonths(page, 2);
    await page.waitForSelector("#trouble:not([hidden])");
    await calculate(page);
  }));

test("a decision says over which months it was tried, on paper and in its file, with no person of them", () =>
  atCompare("current", site, "ward-nurses", async (page) => {
    await valueOf(page, "夜班").fill("3.0");
    const untried = await savedBy(page, 'button:text("存成檔案")');
    assert.ok(!("tried" in JSON.parse(untried)) && JSON.parse(untried).receipt.months === "");
    await openReplay(page);
    await page.setInputFiles(".replay-drop input", MONTHS);
    await hasMonths(page, 2);
    await calculate(page);
    const cells = await page.locator(".replay-results tfoot tr").first().locator("td").allTextContents();
    const text = await savedBy(page, 'button:text("存成檔案")');
    const saved = JSON.parse(text);
    assert.deepEqual(saved.tried.months.map((/** @type {any} */ { name, rows }) => [name, rows]), [["1月", 3], ["2月", 3]]);
    assert.doesNotMatch(text, /趙一|錢二|孫三|李四/);
    await page.click('a:text("決策文件")');
    const part = page.locator(".paper table", { has: page.locator('th:text-is("月份")') });
    await part.locator("tfoot td").first().waitFor();
    assert.deepEqual((await part.locator("tfoot td").allTextContents()).slice(0, 3), cells.slice(0, 3));
    assert.equal(await part.locator("tbody tr").count(), 2);
    assert.match(String(await page.textContent(".paper-receipt")), /逐月重算結果的指紋/);
    await assertAccessible(page);
    const code = String(await page.textContent(".paper-code"));
    await page.goBack();
    await opened(page);
    // Other rules were tried over no months.
    await valueOf(page, "夜班").fill("2.9");
    assert.ok(!("tried" in JSON.parse(await savedBy(page, 'button:text("存成檔案")'))));
    await drop(page, "as-saved.json", text);
    assert.match(String(await page.textContent(".compare-check")), /完全相同.*檔案裡記了逐月重算的結果（2 個月/s);
    await page.fill(".compare-check input", code);
    assert.match(String(await page.textContent('.compare-check [role="status"]')), /和這張紙一致/);
    const edits = [["month", text.replace('"name": "1月"', '"name": "3月"')], ["count", text.replace('"gains": ', '"gains": 1')], ["gone", JSON.stringify({ ...saved, tried: undefined })]];
    for (const [what, edited] of edits) {
      await drop(page, `${what}.json`, edited);
      await page.waitForFunction((file) => document.querySelector(".compare-check")?.textContent?.includes(file), `${what}.json`);
      assert.match(String(await page.textContent(".compare-check")), /和存檔時不同：逐月重算結果的指紋/, what);
    }
    // A decision of the time before this part was there has the code that it had.
    const before = JSON.parse(untried);
    delete before.receipt.months;
    await drop(page, "older.json", JSON.stringify(before));
    await page.waitForFunction(() => document.querySelector(".compare-check")?.textContent?.includes("older.json"));
    assert.match(String(await page.textContent(".compare-check")), /完全相同/);
  }));

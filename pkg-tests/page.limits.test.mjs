// Limits of a proposal on the page: held against a fund of the scheme, sought for a value that just keeps them, and told.
import assert from "node:assert/strict";
import { test } from "node:test";

import { assertAccessible } from "./harness/axe.mjs";
import { inEachBrowser, served } from "./harness/browser.mjs";
import { atCompare, drop, line, opened, savedBy, valueOf } from "./harness/compare.mjs";

/** @typedef {import("playwright-core").Page} Page */

const site = await served();
const FUND = "合計不超過「醫院總分配金額」";
const SEEK = 'section[aria-label="要達到目標，這個數值該是多少"]';

/** Opens every part in which values stand. @param {Page} page */
async function unfold(page) {
  const folded = page.locator(".compare-edit .compare-group:not([open]) > summary, .compare-group:not([open]) > summary");
  for (let left = await folded.count(); left > 0; left = await folded.count()) await folded.first().click();
}

/** A proposal that pays from elsewhere, with nobody in training: 200 yuan more than the fund. @param {Page} page */
async function beyondFund(page) {
  await unfold(page);
  await page.locator('.compare-cell:has(label:text-is("「其他」從哪裡支出")) select').selectOption("outside");
  await valueOf(page, "進修培訓人員工資").fill("0");
  await page.selectOption('select[aria-label="限制的種類"]', "fund");
  await page.click('button:text-is("加一個限制")');
}

inEachBrowser("a total is held against a fund of the scheme, and says by how much it is beyond it", (name) =>
  atCompare(name, site, "ultrasound", async (page) => {
    await beyondFund(page);
    assert.match((await line(page, FUND))[1], /× 不符（超出 200\.00）/);
    assert.match(String(await page.textContent(".compare-failing")), /合計不超過「醫院總分配金額」：× 不符（超出 200\.00）/);
    const funds = page.locator('.compare-limits select[aria-label="合計不超過方案裡的"]');
    assert.deepEqual((await funds.locator("option").allTextContents()).slice(0, 2), ["醫院總分配金額", "進修培訓人員工資"]);
    // The fund of the proposal counts, not today's.
    await valueOf(page, "醫院總分配金額").fill("42000.01");
    assert.match((await line(page, FUND))[1], /× 不符（超出 200\.00）/);
    await valueOf(page, "進修培訓人員工資").fill("200");
    assert.match((await line(page, FUND))[1], /✓ 符合/);
    // Another figure of the scheme.
    await funds.selectOption("assessed");
    assert.match((await line(page, "合計不超過「考核工資」"))[1], /× 不符（超出/);
    // Kept with the rest of the plan, and part of the receipt.
    await page.waitForTimeout(500);
    await page.reload();
    await opened(page);
    assert.match((await line(page, "合計不超過「考核工資」"))[1], /× 不符/);
  }),
);

test("the value with which a limit just holds is found, put in holds, and the next one does not", () =>
  atCompare("current", site, "ultrasound", async (page) => {
    await beyondFund(page);
    const part = page.locator(SEEK);
    await part.getByLabel("數值", { exact: true }).selectOption("inputs.training");
    await part.getByLabel("目標", { exact: true }).selectOption({ label: `守住：${FUND}` });
    assert.equal(await part.getByLabel("看什麼").isVisible(), false, "an amount is not asked for");
    await part.locator('button[type="submit"]').click();
    await part.locator(".ask-use button").first().waitFor();
    assert.match(String(await part.locator('div[role="status"]').textContent()), /「進修培訓人員工資」取200～.*最小是200：199\.99就差0\.01元/);
    await assertAccessible(page);
    await part.locator(".ask-use button").first().click();
    assert.equal(await valueOf(page, "進修培訓人員工資").inputValue(), "200");
    assert.match((await line(page, FUND))[1], /✓ 符合/);
    await valueOf(page, "進修培訓人員工資").fill("199.99");
    assert.match((await line(page, FUND))[1], /超出 0\.01/);
    // Nobody may lose more than 5 %, of which today's value is a part.
    await part.getByLabel("數值", { exact: true }).selectOption("parameters.title_share");
    await part.getByLabel("目標", { exact: true }).selectOption({ label: "守住：每人減少不超過 5 %" });
    await part.locator('button[type="submit"]').click();
    await page.waitForFunction((place) => /職稱考核工資所佔比例/.test(document.querySelector(`${place} div[role="status"]`)?.textContent || ""), SEEK);
    const said = String(await part.locator('div[role="status"]').textContent());
    assert.match(said, /守得住這個限制.*有\d+人不符/);
    // A limit without a number is no goal.
    await page.selectOption('select[aria-label="限制的種類"]', "total");
    await page.click('button:text-is("加一個限制")');
    await part.getByLabel("目標", { exact: true }).selectOption({ index: 4 });
    await part.locator('button[type="submit"]').click();
    assert.match(String(await part.locator('div[role="status"]').textContent()), /還沒有填數字/);
  }));

test("a limit against a fund stands in the file and its receipt, on paper, and in other languages", () =>
  atCompare("current", site, "ultrasound", async (page) => {
    await beyondFund(page);
    const text = await savedBy(page, 'button:text("存成檔案")');
    const saved = JSON.parse(text);
    assert.deepEqual(saved.plan.limits[2], { kind: "fund", least: "", most: "", against: "total" });
    await page.click('a:text("決策文件")');
    const paper = String(await page.textContent(".paper"));
    assert.match(paper, /合計不超過「醫院總分配金額」：不符（超出 200\.00）/);
    assert.match(paper, /現行和方案的方案檔指紋相同/);
    await drop(page, "as-saved.json", text);
    assert.match(String(await page.textContent(".compare-check")), /完全相同/);
    await drop(page, "edited.json", text.replace('"against": "total"', '"against": "spending"'));
    await page.waitForFunction(() => document.querySelector(".compare-check")?.textContent?.includes("edited.json"));
    assert.match(String(await page.textContent(".compare-check")), /全部方案和限制的指紋/);
    await page.selectOption("#language", "en");
    await page.waitForSelector(".compare-limits select");
    assert.match(String(await page.textContent(".compare-result")), /Total no more than “[^”]+”/);
  }));

test("a wide range of which only some values were tried is told", () =>
  atCompare("current", site, "annual-rating", async (page) => {
    await page.locator(".compare-order select").first().selectOption("month_grade");
    await page.click('summary:text("哪個數值能達到目標")');
    const part = page.locator('section[aria-label="改到哪些值，就有人換檔次"]');
    await part.locator('button:text("計算")').click();
    await page.waitForFunction(() => {
      const [done, total] = (document.querySelector('section[aria-label="改到哪些值，就有人換檔次"] .ask-field .hint')?.textContent || "x／").split("／");
      return done === total;
    }, undefined, { timeout: 120_000 });
    const said = String(await part.textContent());
    assert.match(said, /其中 \d+ 個數值可改的範圍很寬，只試了一部分的值/);
    assert.match(String(await part.locator(".ask-range").first().textContent()), /之間抽樣/);
  }));

test("a link to a value that there is none of says which part of the rules lacks it, and shows no path", () =>
  atCompare("current", site, "ward-nurses", async (page) => {
    const changes = { "tables.shift.holiday.value": "3", "parameters.nowhere": "1", "tables.shift.night.value": "3" };
    const letters = Buffer.from(JSON.stringify({ format: 1, changes })).toString("base64").replace(/=+$/, "");
    await page.evaluate((to) => (location.hash = to), `#/compare/ward-nurses/link/${letters}`);
    await page.waitForFunction(() => !location.hash.includes("/link/"));
    assert.match(String(await page.textContent("#notice p")), /有 2 項在這裡的資料中找不到/);
    const said = await page.locator(".compare-changes li .compare-change").allTextContents();
    assert.deepEqual(said.slice(0, 2), ["「班次係數」裡沒有的「holiday · value」 → 3", "這個方案沒有的「nowhere」 → 1"]);
    assert.doesNotMatch(String(await page.textContent(".compare")), /tables\.|parameters\./);
    await page.evaluate(() => (location.hash = "#/compare/elsewhere/link/abc"));
    await page.waitForSelector("#notice:not([hidden])");
    assert.match(String(await page.textContent("#notice p")), /這個網址要的方案「elsewhere」，這裡沒有/);
    assert.ok((await page.locator('main a[href="#/scheme/ward-nurses"]').count()) > 0, "the schemes there are");
  }));

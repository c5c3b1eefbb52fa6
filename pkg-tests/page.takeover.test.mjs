// A figure that another scheme calculates is taken over on the page, by a button, and says where it comes from.
import assert from "node:assert/strict";
import { test } from "node:test";

import { assertAccessible } from "./harness/axe.mjs";
import { inEachBrowser, served, visit } from "./harness/browser.mjs";
import { cell, shown, textOf } from "./harness/page.mjs";

/** @typedef {import("playwright-core").Page} Page */

const site = await served();
const ANNUAL = '[data-path="inputs.annual"]';

/** @param {Page} page @param {string} id */
async function goTo(page, id) {
  const title = await page.textContent("h1");
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/scheme/${id}`);
  await page.waitForFunction((before) => document.querySelector(".scheme h1")?.textContent !== before, title);
}

/** Goes from the field to the button by Tab, and presses it. @param {Page} page */
async function pressTake(page) {
  await page.focus(ANNUAL);
  for (let presses = 0; presses < 4; presses += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(() => document.activeElement?.closest(".take") !== null)) break;
  }
  await page.keyboard.press("Enter");
}

/**
 * Opens the head nurses' scheme, from where the directors' is one step away.
 *
 * @param {string} name
 * @param {(page: Page) => Promise<void>} look
 */
function atHeadNurses(name, look) {
  return visit(
    name,
    `${site}#/scheme/head-nurses-month`,
    async (page) => {
      await shown(page);
      await look(page);
    },
    { viewport: { width: 1280, height: 800 } },
  );
}

inEachBrowser("a figure is taken over from the kept case of another scheme, by keyboard", (name) =>
  atHeadNurses(name, async (page) => {
    await pressTake(page);
    await page.waitForSelector(".taken a");
    assert.match(String(await page.textContent(".taken")), /還沒有填過〈臨床科主任年薪和風險金〉/);
    assert.equal(await page.inputValue(ANNUAL), "46000");
    await page.click(".taken a");
    await page.waitForFunction(() => document.querySelector("h1")?.textContent === "臨床科主任年薪和風險金");
    await cell(page, 0, 1, "科主任").click();
    await page.keyboard.type("150000");
    await page.keyboard.press("Enter");
    await page.waitForTimeout(500);
    await goTo(page, "head-nurses-month");
    await pressTake(page);
    await page.waitForFunction((path) => /** @type {HTMLInputElement} */ (document.querySelector(path)).value === "130000", ANNUAL);
    assert.match(String(await page.textContent(".taken")), /已帶入130000（臨床科主任年薪和風險金 · 科主任平均年薪）/);
    await page.waitForTimeout(500);
    await page.reload();
    await shown(page);
    assert.equal(await page.inputValue(ANNUAL), "130000");
    assert.match(String(await page.textContent(".taken")), /帶入自臨床科主任年薪和風險金 · 科主任平均年薪/);
    await page.fill(ANNUAL, "120000");
    assert.equal(await page.textContent(".taken"), "");
  }),
);

test("what could not be taken over is listed, taking it back is one step, and axe finds nothing", () =>
  visit(
    "current",
    `${site}#/scheme/revenue-bonus`,
    async (page) => {
      await shown(page);
      const first = cell(page, 0, 0, "科室人員");
      await first.click();
      await page.keyboard.type("外科醫生甲");
      await page.keyboard.press("Enter");
      await page.waitForTimeout(500);
      await goTo(page, "quality-pay");
      const before = await textOf(cell(page, 0, 3, "考核對象"));
      await cell(page, 0, 0, "考核對象").click();
      await page.keyboard.type("外科醫生甲");
      await page.keyboard.press("Enter");
      const button = page.locator('.take button:text("業務收入超額獎勵")');
      await button.click();
      await page.waitForSelector(".taken li");
      assert.match(String(await page.textContent(".taken")), /已帶入\d個數（業務收入超額獎勵 · 個人獎勵）。有\d+處沒有帶入/);
      assert.equal(await textOf(cell(page, 0, 3, "考核對象")), "5268");
      await assertAccessible(page);
      await page.selectOption("#language", "en");
      await assertAccessible(page);
      await page.click('.toolbar button:text("Undo")');
      assert.equal(await textOf(cell(page, 0, 3, "Appraised")), before);
    },
    { viewport: { width: 1280, height: 800 } },
  ));

// The worked example on the page: line by line, by keyboard, with a line to do oneself.
import assert from "node:assert/strict";
import { test } from "node:test";

import { assertAccessible } from "./harness/axe.mjs";
import { inEachBrowser, served, singleFile, visit } from "./harness/browser.mjs";

/** @typedef {import("playwright-core").Page} Page */

const site = await served();

/** Waits for the tape. @param {Page} page */
async function shown(page) {
  await page.waitForSelector(".tape .line", { timeout: 30_000 });
}

/** What the last line shows: its title and its figure. @param {Page} page */
async function last(page) {
  const line = page.locator(".tape .line").last();
  return [await line.locator(".line-title").textContent(), await line.locator(".line-value").textContent()];
}

inEachBrowser("a case is played forward and back with the arrow keys, and in one file too", async (name) => {
  for (const url of [site, singleFile]) {
    await visit(name, `${url}#/practise/ward-nurses/example`, async (page) => {
      await shown(page);
      assert.equal(await page.locator(".tape .line").count(), 1);
      for (let steps = 0; steps < 40; steps += 1) await page.keyboard.press("ArrowRight");
      assert.deepEqual(await last(page), ["護士甲 · 績效工資", "890.64元"]);
      const lines = await page.locator(".tape .line").count();
      assert.match(String(await page.textContent(".tape [role=status]")), new RegExp(`第 ${lines} 步，共 ${lines} 步`));
      await page.keyboard.press("ArrowLeft");
      assert.equal(await page.locator(".tape .line").count(), lines - 1);
      await page.selectOption('[data-part="row"]', { label: "護士乙" });
      await page.click('button:text("全部顯示")');
      assert.deepEqual(await last(page), ["護士乙 · 績效工資", "1,065.06元"]);
    });
  }
});

for (const profile of /** @type {const} */ ([{}, { colorScheme: "dark" }, { viewport: { width: 390, height: 844 } }])) {
  test(`a step is done by the reader: wrong, in other forms, and told (${JSON.stringify(profile)})`, () =>
    visit("current", `${site}#/practise/ward-nurses/example`, async (page) => {
      await shown(page);
      await page.click('button:text("全部顯示")');
      const lines = await page.locator(".tape .line").count();
      await page.keyboard.press("Tab");
      await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).blur());
      await page.keyboard.press("ArrowLeft");
      await page.click('button:text("下一步讓我來算")');
      assert.equal(await page.locator(".tape .line").count(), lines);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
      assert.doesNotMatch(String(await page.textContent(".tape")), /890\.64/, "the figure is not given away");
      await assertAccessible(page);
      for (const [text, told] of /** @type {const} */ ([["", /沒有填/], ["890.46", /不對/], ["八百", /讀不出/]])) {
        await page.fill(".tape-try input", text);
        await page.keyboard.press("Enter");
        assert.match(String(await page.textContent(".tape-try [role=alert]")), told);
      }
      await page.fill(".tape-try input", "８９０．６４元");
      await page.keyboard.press("Enter");
      assert.match(String(await page.textContent(".tape .line:last-child .verdict")), /對/);
      assert.deepEqual(await last(page), ["護士甲 · 績效工資", "890.64元"]);
      await assertAccessible(page);
    }, profile));
}

test("the switch says where rounding at every step begins to differ, and what it ends in", () =>
  visit("current", `${site}#/practise/cardiology/example`, async (page) => {
    await shown(page);
    assert.ok((await page.locator('[data-part="case"] option').count()) > 5, "every shipped case can be chosen");
    await page.selectOption('[data-part="case"]', { label: "零頭收入，兩位學科帶頭人" });
    await page.selectOption('[data-part="figure"]', { label: "醫生 · 績效工資" });
    await page.click('button:text("全部顯示")');
    assert.equal(await page.locator(".every").count(), 0);
    await page.check(".tape-every input");
    assert.match(String(await page.locator(".every").last().textContent()), /每步取位則為 96\.15 元/);
    assert.match(String(await page.textContent(".tape .help")), /從第 \d+ 步「.*」開始不同。 最後「.*」成了 96\.15，方案是 96\.16/);
    await assertAccessible(page);
    await page.selectOption("#language", "en");
    await shown(page);
    assert.match(String(await page.textContent("h1")), /worked example/);
    assert.equal(await page.inputValue('[data-part="figure"]'), "pay");
  }));

// Everybody can use the page: axe finds nothing on any screen, and the keyboard alone leads from catalogue to print.
import assert from "node:assert/strict";
import { test } from "node:test";

import { assertAccessible } from "./harness/axe.mjs";
import { inEachBrowser, served, visit } from "./harness/browser.mjs";
import { atNurses, cell, focus, shown } from "./harness/page.mjs";

const site = await served();
const phone = { viewport: { width: 390, height: 844 } };

for (const [words, profile] of /** @type {const} */ ([["", {}], [" in the dark", { colorScheme: "dark" }], [" on a phone", phone]])) {
  test(`axe finds nothing${words}: a scheme, an explanation, problems`, () =>
    atNurses("current", site, async (page) => {
      await assertAccessible(page);
      await page.locator(".figures .figure").first().click();
      await assertAccessible(page);
      await page.keyboard.press("Escape");
      await page.fill('[data-path="inputs.pool"]', "abc");
      await cell(page, 1, 1).click();
      await page.keyboard.type("x");
      await assertAccessible(page);
      for (const summary of await page.locator("summary").all()) await summary.click();
      await assertAccessible(page);
    }, profile));

  test(`axe finds nothing${words}: the catalogue, an empty case`, () =>
    visit("current", `${site}#/catalogue`, async (page) => {
      await page.waitForSelector(".catalogue");
      await assertAccessible(page);
      await page.fill("#search", "沒有這種東西");
      await assertAccessible(page);
      await page.fill("#search", "病房護士");
      await page.locator(".entries a").first().click();
      await shown(page);
      await page.click('.toolbar button:text("清空資料")');
      await assertAccessible(page);
    }, profile));
}

inEachBrowser("from the catalogue to the printed result by keyboard alone", (name) =>
  visit(name, `${site}#/catalogue`, async (page) => {
    await page.waitForSelector(".catalogue");
    await page.evaluate(() => {
      /** @type {any} */ (window).printed = 0;
      window.print = () => {
        window.dispatchEvent(new Event("beforeprint"));
        /** @type {any} */ (window).printed = document.querySelectorAll("#sheet .sheet-list tbody tr").length;
      };
    });
    /** Presses Tab until something has the focus. @param {(words: string) => boolean} found */
    const tabTo = async (found) => {
      for (let presses = 0; presses < 80; presses += 1) {
        await page.keyboard.press("Tab");
        const words = await page.evaluate(() => {
          const active = /** @type {HTMLElement} */ (document.activeElement);
          return `${active.id} ${active.dataset.path || ""} ${active.textContent}`;
        });
        if (found(words)) return;
      }
      assert.fail("the keyboard does not lead there");
    };
    await tabTo((words) => words.startsWith("search"));
    await page.keyboard.type("ward");
    await tabTo((words) => words.includes("病房護士績效工資"));
    await page.keyboard.press("Enter");
    await shown(page);
    await tabTo((words) => words.includes("inputs.pool"));
    await page.keyboard.type("20000");
    assert.equal(await page.inputValue('[data-path="inputs.pool"]'), "20000");
    await tabTo((words) => words.includes("335.4"));
    await page.keyboard.press("Enter");
    await page.waitForSelector("#explanation:not([hidden])");
    assert.equal(await focus(page), "h2", "the focus is on the explanation");
    await page.keyboard.press("Escape");
    assert.match(await page.evaluate(() => String(/** @type {HTMLElement} */ (document.activeElement).textContent)), /335\.4/);
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press("Shift+Tab");
      if (await page.evaluate(() => document.activeElement?.textContent === "列印")) break;
    }
    await page.keyboard.press("Enter");
    assert.ok((await page.evaluate(() => /** @type {any} */ (window).printed)) >= 12, "every nurse is on the sheet");
  }),
);

test("an explanation leads down to the inputs and back", () =>
  atNurses("current", site, async (page) => {
    await cell(page, 1, 8).locator("button").click();
    await page.waitForSelector("#explanation:not([hidden])");
    assert.match(String(await page.textContent("#explanation")), /護士乙 · 績效工資/);
    await page.locator("#explanation .operands button", { hasText: "看算法" }).first().click();
    assert.ok(await page.locator('#explanation button:text("← 返回")').isVisible());
    await page.click('#explanation button:text("← 返回")');
    assert.match(String(await page.textContent("#explanation h2")), /護士乙 · 績效工資/);
    await page.locator("#explanation .operands button", { hasText: "看算法" }).first().click();
    await page.locator("#explanation .operands button", { hasText: "前往" }).first().click();
    assert.equal(await focus(page), "inputs.pool");
  }));

test("nothing is wider than a phone, at any zoom that people use", async () => {
  for (const width of [390, 640]) {
    await atNurses("current", site, async (page) => {
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.equal(over, 0);
    }, { viewport: { width, height: 800 } });
  }
});

test("a number of forty digits, understood or refused, leaves a phone its width, and what scrolls is reached by keyboard", () =>
  atNurses("current", site, async (page) => {
    for (const text of ["1".repeat(40), `${"1".repeat(40)}x`]) {
      await page.fill('[data-path="inputs.pool"]', text);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0, text);
      await assertAccessible(page);
    }
  }, phone));

test("a scheme is found by its department in any of the three languages", () =>
  visit("current", `${site}#/catalogue`, async (page) => {
    for (const words of ["超聲", "超声", "Ultrasound"]) {
      await page.fill("#search", words);
      assert.match(String(await page.textContent(".groups")), /B超室績效工資/, words);
    }
  }));

test("an address that was cut off on its way leads to the catalogue", () =>
  visit("current", `${site}#/scheme/ward-nurses%`, async (page) => {
    await page.waitForSelector(".catalogue");
  }));

// The pages about the source documents: every system with its scheme, every misprint with the calculation that shows it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { assertAccessible } from "./harness/axe.mjs";
import { inEachBrowser, served, singleFile, visit } from "./harness/browser.mjs";
import { focus, shown } from "./harness/page.mjs";

const site = await served();
/** @type {import("../www/library.js").Source} */
const source = JSON.parse(readFileSync(new URL("../dist/schemes/source.json", import.meta.url), "utf8"));
const screens = /** @type {const} */ (["errata", "coverage"]);
const phone = { viewport: { width: 390, height: 844 } };

/** @param {import("playwright-core").Page} page */
const drawn = (page) => page.waitForSelector(".reading h1", { timeout: 30_000 });

test("every text is there in three languages", () => {
  const wrong = [];
  const look = (/** @type {any} */ value, /** @type {string} */ path) => {
    if (typeof value !== "object" || value === null) return;
    if ("zh-Hant" in value) {
      for (const tag of ["zh-Hant", "zh-Hans", "en"]) if (!value[tag] && !path.endsWith(".numbers")) wrong.push(`${path}.${tag}`);
    } else for (const [key, inside] of Object.entries(value)) look(inside, `${path}.${key}`);
  };
  look(source, "source");
  assert.deepEqual(wrong, []);
});

test("every system is listed with the scheme that calculates it, or with why none does", () =>
  visit("current", `${site}#/coverage`, async (page) => {
    await drawn(page);
    for (const { id, why, schemes } of source.documents.flatMap(({ systems }) => systems)) {
      const row = page.locator("tbody tr").filter({ has: page.locator(`th:text-is("${id}")`) });
      assert.equal(await row.count(), 1, id);
      const links = await row.locator("a").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
      assert.deepEqual(links, schemes.map((scheme) => `#/scheme/${scheme.id}`), id);
      assert.equal(links.length === 0, why !== undefined, id);
      if (why) assert.ok(String(await row.textContent()).includes(why["zh-Hant"]));
    }
  }));

test("every misprint opens the calculation that shows it", () =>
  visit("current", `${site}#/errata`, async (page) => {
    await drawn(page);
    const links = await page.locator(".erratum dd a").evaluateAll((all) => all.map((link) => String(link.getAttribute("href"))));
    assert.equal(links.length, source.errata.length);
    assert.ok(links.length >= 30, `${links.length}`);
    for (const [at, link] of links.entries()) {
      await page.evaluate((hash) => { location.hash = hash; }, link);
      await page.waitForSelector("#explanation:not([hidden]) .answer");
      await shown(page);
      const { id, result, title } = source.errata[at];
      const panel = String(await page.textContent("#explanation"));
      assert.ok(panel.includes(title["zh-Hant"]), id);
      assert.equal(panel.replace(/\s/g, "").includes(result["zh-Hant"].replace(/\s/g, "")), true, `${id}: ${result["zh-Hant"]}`);
      await page.evaluate(() => { location.hash = "#/errata"; });
      await drawn(page);
    }
  }));

inEachBrowser("from the catalogue to a misprint's calculation by keyboard alone, and nothing entered is lost", (name) =>
  visit(name, `${site}#/scheme/ward-nurses`, async (page) => {
    await shown(page);
    await page.fill('[data-path="inputs.pool"]', "20000");
    await page.evaluate(() => { location.hash = "#/catalogue"; });
    await page.waitForSelector(".catalogue");
    /** Presses Tab until a link with that address has the focus, then Enter. @param {string} address */
    const follow = async (address) => {
      for (let presses = 0; presses < 150; presses += 1) {
        await page.keyboard.press("Tab");
        const at = await page.evaluate(() => document.activeElement?.getAttribute("href") || "");
        if (at.startsWith(address)) return page.keyboard.press("Enter");
      }
      return assert.fail(`the keyboard does not lead to ${address}`);
    };
    await follow("#/errata");
    await drawn(page);
    await follow("#/scheme/ward-nurses/");
    await page.waitForSelector("#explanation:not([hidden]) .answer");
    assert.equal(await focus(page), "h2", "the focus is on the explanation");
    assert.equal(await page.inputValue('[data-path="inputs.pool"]'), "12446");
    await page.keyboard.press("Escape");
    await page.click('#notice button:text("打開我的資料")');
    await page.waitForFunction(() => location.hash === "#/scheme/ward-nurses");
    await page.waitForFunction(() => /** @type {HTMLInputElement} */ (document.querySelector('[data-path="inputs.pool"]'))?.value === "20000");
  }, { viewport: { width: 1280, height: 800 } }),
);

test("the edition in one file has these pages and their cases", () =>
  visit("current", `${singleFile}#/errata`, async (page) => {
    await drawn(page);
    await page.locator(".erratum dd a").first().click();
    await page.waitForSelector("#explanation:not([hidden]) .answer");
  }));

for (const screen of screens) {
  for (const [words, profile] of /** @type {const} */ ([["", {}], [" in the dark", { colorScheme: "dark" }], [" on a phone", phone]])) {
    test(`axe finds nothing${words}: ${screen}`, () =>
      visit("current", `${site}#/${screen}`, async (page) => {
        await drawn(page);
        await assertAccessible(page);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.equal(over, 0);
      }, profile));
  }

  test(`${screen} follows the language and prints as it stands`, () =>
    visit("current", `${site}#/${screen}`, async (page) => {
      await drawn(page);
      await page.selectOption("#language", "en");
      await page.waitForFunction(() => /[a-z]/.test(document.querySelector(".reading h1")?.textContent || ""));
      await page.emulateMedia({ media: "print" });
      await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
      assert.equal(await page.locator("#sheet section").count(), await page.locator("#screen section").count());
      assert.ok(await page.locator("#sheet h1").isVisible());
    }));
}

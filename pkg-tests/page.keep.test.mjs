// What was typed is not lost: not by a reload, another language, another scheme, full storage or a wrong file.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { browser, inEachBrowser, served } from "./harness/browser.mjs";
import { atNurses, cell, openFile, shown, textOf } from "./harness/page.mjs";

const site = await served();
const POOL = '[data-path="inputs.pool"]';

inEachBrowser("what was typed survives a reload and a change of language", (name) =>
  atNurses(name, site, async (page) => {
    await page.fill(POOL, "１２，３４５．６元?");
    await cell(page, 0, 0).click();
    await page.keyboard.type("改名");
    await page.selectOption("#language", "en");
    assert.equal(await page.inputValue(POOL), "１２，３４５．６元?");
    assert.equal(await page.textContent("h1"), "Ward nurses' performance pay");
    await page.waitForTimeout(500);
    await page.reload();
    await shown(page);
    assert.equal(await page.textContent("h1"), "Ward nurses' performance pay");
    assert.equal(await page.inputValue(POOL), "１２，３４５．６元?");
    assert.equal(await textOf(page.locator('[data-row="0"] > [data-column="0"]').first()), "改名");
  }),
);

test("what was typed a moment before the page goes away is kept", () =>
  atNurses("current", site, async (page) => {
    await page.fill(POOL, "777");
    await page.reload();
    await shown(page);
    assert.equal(await page.inputValue(POOL), "777");
  }));

test("where storage is forbidden the page says so and goes on", () =>
  atNurses(
    "current",
    site,
    async (page) => {
      await page.evaluate(() => {
        IDBObjectStore.prototype.put = () => {
          throw new DOMException("full", "QuotaExceededError");
        };
        Storage.prototype.setItem = () => {
          throw new DOMException("full", "QuotaExceededError");
        };
      });
      await page.fill(POOL, "888");
      await page.waitForSelector("#trouble:not([hidden])");
      assert.match(String(await page.textContent("#trouble")), /存成檔案/);
      assert.equal(await page.inputValue(POOL), "888");
    },
  ));

test("where nothing may be kept from the start the page opens all the same, and says so at the first entry", async () => {
  const context = await (await browser("current")).newContext({ locale: "zh-TW" });
  await context.addInitScript(() => {
    for (const name of ["indexedDB", "localStorage"]) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException("forbidden", "SecurityError");
        },
      });
    }
  });
  const page = await context.newPage();
  await page.goto(`${site}#/scheme/ward-nurses`);
  await shown(page);
  await page.fill(POOL, "999");
  await page.waitForSelector("#trouble:not([hidden])");
  await page.selectOption("#language", "en");
  assert.equal(await page.inputValue(POOL), "999");
  await context.close();
});

test("what was typed survives the crash of the tab", async () => {
  const context = await (await browser("current")).newContext({ locale: "zh-TW" });
  const page = await context.newPage();
  await page.goto(`${site}#/scheme/ward-nurses`);
  await shown(page);
  await page.fill(POOL, "4321");
  await page.waitForTimeout(500);
  const crashed = page.waitForEvent("crash");
  await page.goto("chrome://crash").catch(() => {});
  await crashed;
  const again = await context.newPage();
  await again.goto(`${site}#/scheme/ward-nurses`);
  await shown(again);
  assert.equal(await again.inputValue(POOL), "4321");
  await context.close();
});

test("a case is saved as a file and opened again, and the opening can be taken back", () =>
  atNurses("current", site, async (page) => {
    await page.fill(POOL, "999.99");
    const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Control+s")]);
    const saved = readFileSync(String(await download.path()), "utf8");
    assert.equal(JSON.parse(saved).inputs.pool, "999.99");
    await page.fill(POOL, "1");
    await openFile(page, "case.json", saved);
    await page.waitForSelector("#notice:not([hidden])");
    assert.equal(await page.inputValue(POOL), "999.99");
    await page.click("#notice button");
    assert.equal(await page.inputValue(POOL), "1");
  }));

test("files of a newer version, of an unknown scheme and of another kind change nothing", () =>
  atNurses("current", site, async (page) => {
    const said = async (/** @type {string} */ text) => {
      await openFile(page, "x.json", text);
      await page.waitForSelector("#notice:not([hidden])");
      const words = String(await page.textContent("#notice"));
      await page.click("#notice .close");
      assert.equal(await page.inputValue(POOL), "12446");
      return words;
    };
    assert.match(await said('{"scheme":"ward-nurses","format":7}'), /較新的版本（格式 7）/);
    assert.match(await said('{"scheme":"nowhere","format":1}'), /「nowhere」，目錄裡沒有/);
    assert.match(await said("{"), /不是這裡存的檔案/);
  }));

test("a scheme file with mistakes is shown line by line; put right, it is used at once and stays", () =>
  atNurses("current", site, async (page) => {
    const good = readFileSync(new URL("../schemes/ward-nurses/scheme.toml", import.meta.url), "utf8").replace('"ward-nurses"', '"our-nurses"');
    await openFile(page, "our.toml", good.replace("sum(shifts * shift)", "sum(shifts * shfit)"));
    await page.waitForSelector(".faults");
    const faults = String(await page.textContent(".faults"));
    assert.match(faults, /shfit/);
    assert.match(faults, /第 \d+ 行第 \d+ 字/);
    assert.equal(await page.textContent(".faults mark"), "shfit");
    await openFile(page, "our.toml", good);
    await shown(page);
    assert.match(page.url(), /#\/own\/our-nurses$/);
    await page.fill(POOL, "321");
    await page.reload();
    await shown(page);
    assert.equal(await page.inputValue(POOL), "321");
    await page.goto(`${site}#/catalogue`);
    await page.waitForSelector(".own-schemes li a");
    assert.equal(await page.locator(".own-schemes li a").count(), 1);
  }));

test("a decision whose scheme file has mistakes shows them", () =>
  atNurses("current", site, async (page) => {
    const facts = { scheme: "own", format: 1, inputs: {}, parameters: {}, choices: {}, tables: {}, rosters: {} };
    const schemeFile = { name: "own.toml", text: 'id = "own"\ntitle = "自訂"\nlong = 1\n' };
    await openFile(page, "decision.json", JSON.stringify({ format: 1, facts, schemeFile, plan: {} }));
    await page.waitForSelector('h1:text("own.toml")');
    assert.match(String(await page.textContent("#screen")), /long/);
  }));

test("a printed sheet says of each score in a hole its own number", () =>
  atNurses("current", site, async (page) => {
    const month = (/** @type {string} */ name, /** @type {string} */ score) => ({ name, cadre: "甲", score });
    const rosters = { cadre: [{ name: "甲" }], month: [month("1月", "74.5"), month("2月", "74.4")] };
    await openFile(page, "cadre.json", JSON.stringify({ scheme: "cadre-rating", format: 1, rosters }));
    await page.waitForSelector('h1:text("科主任、護士長")');
    await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
    const printed = String(await page.textContent("#sheet"));
    for (const score of ["74.5", "74.4"]) assert.match(printed, new RegExp(`${score}分落在「職務考核等次」`));
  }));

// Practising on the page: the ways in, and the glossary.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

import { assertAccessible } from "./harness/axe.mjs";
import { inEachBrowser, served, singleFile, visit } from "./harness/browser.mjs";
import { shown } from "./harness/page.mjs";

const site = await served();
const words = await Promise.all(["zh-Hant", "zh-Hans", "en"].map(async (tag) => (await import(new URL(`../www/practise/words/${tag}.js`, import.meta.url).href)).words));

test("the tables of words have the same keys and names, every word is used, and simplified words have no traditional letters", () => {
  const [first, ...others] = words.map((table) => Object.keys(table));
  for (const keys of others) assert.deepEqual(keys, first);
  const names = (/** @type {string} */ text) => [...text.matchAll(/\{\w+\}/g)].map(([found]) => found).sort();
  for (const key of first) for (const table of words) assert.deepEqual(names(table[key]), names(words[0][key]), key);
  const www = new URL("../www/", import.meta.url);
  const modules = [...readdirSync(new URL("practise/", www)).map((file) => `practise/${file}`), ...readdirSync(new URL("views/", www)).map((file) => `views/${file}`)].filter((file) => /practise.*\.js$/.test(file));
  const source = modules.map((file) => readFileSync(new URL(file, www), "utf8")).join("\n");
  assert.deepEqual(first.filter((key) => !source.includes(`"${key}"`) && !/^(level|verdict|kind)-/.test(key)), [], "every word is used");
  const traditional = /[績試計說這個們為與單據資檔開關選擇寫貼刪還讀憑寬題習練錯誤詞彙級進階層應當將師時間對話線點]/;
  assert.deepEqual(Object.entries(words[1]).filter(([, text]) => traditional.test(text)), []);
});

inEachBrowser("from the catalogue to practising, and every scheme is there", (name) =>
  visit(name, `${site}#/catalogue`, async (page) => {
    await page.waitForSelector(".catalogue");
    await page.click('.boxed a:text("練習")');
    await page.waitForSelector(".practise h1");
    const schemes = readdirSync(new URL("../schemes/", import.meta.url), { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name !== "broken");
    assert.equal(await page.locator(".practise-schemes li").count(), schemes.length);
    assert.ok((await page.locator(".groups h2").count()) > 5, "they stand by department");
    await assertAccessible(page);
    await page.fill(".search input", "病房護士");
    await page.waitForFunction((all) => document.querySelectorAll(".practise-schemes li").length < all, schemes.length);
    assert.match(String(await page.textContent(".groups")), /護理.*病房護士/s);
    await page.fill(".search input", "查無此方案");
    await page.waitForSelector(".groups .empty");
    await assertAccessible(page);
  }),
);

inEachBrowser("the glossary of a scheme says meaning, unit and clause, in three languages, in one file too", async (name) => {
  for (const url of [site, singleFile]) {
    await visit(name, `${url}#/scheme/ward-nurses`, async (page) => {
      await shown(page);
      await page.evaluate(() => (location.hash = "#/glossary/ward-nurses"));
      await page.waitForSelector(".terms dt");
      const meaning = () => page.locator("dt", { hasText: /^每分價值$/ }).evaluate((term) => String(term.nextElementSibling?.textContent));
      assert.match(await meaning(), /元\/分.*可分配績效工資總額.*L1081/);
      await page.selectOption("#language", "en");
      assert.match(String(await page.textContent(".practise h1")), /glossary/);
      await page.selectOption("#language", "zh-Hans");
      assert.match(String(await page.textContent(".terms")), /可分配绩效工资总额/);
    });
  }
});

for (const profile of /** @type {const} */ ([{}, { colorScheme: "dark" }, { viewport: { width: 390, height: 844 } }])) {
  test(`the glossary of all schemes is searched, and axe finds nothing (${JSON.stringify(profile)})`, () =>
    visit("current", `${site}#/glossary`, async (page) => {
      await page.waitForSelector(".terms dt", { timeout: 30_000 });
      const all = await page.locator(".terms dt").count();
      assert.ok(all > 500, `${all} terms`);
      await assertAccessible(page);
      await page.fill("#term-search", "每分價值 護士");
      const found = await page.locator(".terms dt:visible").count();
      assert.ok(found > 0 && found < 30, `${found} terms`);
      await page.fill("#term-search", "沒有這種東西");
      assert.equal(await page.locator(".terms dt:visible").count(), 0);
      assert.match(String(await page.textContent(".practise [role=status]")), /沒有這種東西/);
      await assertAccessible(page);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
    }, profile));
}

// A saved decision verifies in every language, and no value of its file can be edited without the page saying what differs.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { served, visit } from "./harness/browser.mjs";
import { atCompare, drop, opened, savedBy, valueOf } from "./harness/compare.mjs";

/** @typedef {import("playwright-core").Page} Page */

const site = await served();

/** Opens a file and says what the page says of it. @param {Page} page @param {string} name @param {unknown} saved */
async function told(page, name, saved) {
  await page.evaluate(() => document.querySelector(".compare-check")?.remove());
  await drop(page, name, JSON.stringify(saved));
  await page.waitForFunction((file) => document.querySelector(".compare-check")?.textContent?.includes(file), name);
  return String(await page.textContent(".compare-check"));
}

/** Every text in a value, with the way to it. @param {any} value @param {string[]} [way] @returns {string[][]} */
function leaves(value, way = []) {
  if (typeof value === "string") return [way];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => leaves(one, [...way, key]));
}

/** @param {any} saved @param {string[]} way @param {(text: string) => string} edit */
function edited(saved, way, edit) {
  const copy = JSON.parse(JSON.stringify(saved));
  const last = way[way.length - 1];
  const holder = way.slice(0, -1).reduce((one, key) => one[key], copy);
  holder[last] = edit(holder[last]);
  return copy;
}

/** A decision with a formula, a value, a row and a limit. @param {Page} page */
async function decision(page) {
  await valueOf(page, "夜班").fill("3.0");
  await page.click('summary:has-text("公式和取位")');
  await page.locator(".compare-step textarea").first().fill("sum(shifts * shift) + 1");
  await page.click('summary:text-is("增減項目")');
  await page.locator(".compare-rows input").first().fill("加班");
  await page.click('.compare-rows button:text-is("加一項")');
  await page.keyboard.type("2");
  await page.fill(".compare-words textarea", "為了留住夜班的人");
  return JSON.parse(await savedBy(page, 'button:text("存成檔案")'));
}

test("every text of the file that is edited is noticed, and told by what it is", () =>
  atCompare("current", site, "ward-nurses", async (page) => {
    const saved = await decision(page);
    assert.match(await told(page, "as-saved.json", saved), /完全相同/);
    const all = leaves(saved).filter((way) => !["scheme", "by", "step"].includes(way[way.length - 1]) || way.includes("receipt"));
    assert.ok(all.length > 60, String(all.length));
    const kinds = new Set();
    for (const [at, way] of all.entries()) {
      const text = await told(page, `edit-${at}.json`, edited(saved, way, (before) => (/\d$/.test(before) ? `${before.slice(0, -1)}${(Number(before.slice(-1)) + 1) % 10}` : `${before}x`)));
      assert.doesNotMatch(text, /完全相同/, way.join("."));
      for (const [kind] of text.matchAll(/今天資料的指紋|方案改動的指紋|全部方案和限制的指紋|結果的指紋|現行方案檔指紋|方案的方案檔指紋|日期、計算引擎的版本或核對碼/g)) kinds.add(kind);
    }
    assert.equal(kinds.size, 7, [...kinds].join());
  }));

test("a person who is removed, added or moved, a limit that is loosened, another proposal beside it: each is noticed", () =>
  atCompare("current", site, "ward-nurses", async (page) => {
    const saved = await decision(page);
    const edits = /** @type {[string, RegExp, (saved: any) => void][]} */ ([
      ["removed", /今天資料的指紋、結果的指紋/, (one) => one.facts.rosters.nurse.pop()],
      ["added", /今天資料的指紋、結果的指紋/, (one) => one.facts.rosters.nurse.push({ name: "新人", shifts: { night: "3" } })],
      ["moved", /今天資料的指紋、結果的指紋/, (one) => one.facts.rosters.nurse.reverse()],
      ["loosened", /全部方案和限制的指紋/, (one) => (one.plan.limits[1].least = "50")],
      ["no limit", /全部方案和限制的指紋/, (one) => one.plan.limits.pop()],
      ["another proposal", /全部方案和限制的指紋/, (one) => one.plan.proposals.push({ ...one.plan.proposals[0], name: "另一個" })],
      ["another step", /比較什麼、結果的指紋/, (one) => (one.plan.step = "points")],
      ["another row", /方案改動的指紋/, (one) => one.plan.proposals[0].rows.shift.pop()],
      ["both at once", /核對碼和它自己的內容也對不上/, (one) => {
        one.receipt.day = "2020-01-01";
        one.facts.inputs.pool = "1";
      }],
    ]);
    for (const [what, words, edit] of edits) {
      const copy = JSON.parse(JSON.stringify(saved));
      edit(copy);
      assert.match(await told(page, `${what}.json`, copy), words, what);
    }
    const { code } = saved.receipt;
    await told(page, "as-saved.json", saved);
    await page.fill(".compare-check input", code);
    assert.match(String(await page.textContent(".compare-check")), /和這張紙一致/);
  }));

test("a decision that was saved in one language verifies in the others", () =>
  atCompare("current", site, "general-surgery", async (page) => {
    const groups = page.locator(".compare-group");
    if ((await groups.nth(1).getAttribute("open")) === null) await groups.nth(1).locator("> summary").click();
    const field = page.locator('.compare-cell input[inputmode="decimal"]').first();
    await field.fill(`${Number(await field.inputValue()) + 1}`);
    const saved = JSON.parse(await savedBy(page, 'button:text("存成檔案")'));
    for (const [tag, words] of [["en", /gives exactly what it gave/], ["zh-Hans", /完全相同/], ["zh-Hant", /完全相同/]]) {
      await page.selectOption("#language", String(tag));
      await opened(page);
      assert.match(await told(page, `${tag}.json`, saved), /** @type {RegExp} */ (words));
    }
  }));

test("the text of a hospital's own scheme that is edited in the file is noticed", () =>
  visit("current", site, async (page) => {
    await page.waitForSelector("#top button");
    const text = readFileSync(new URL("../schemes/ward-nurses/scheme.toml", import.meta.url), "utf8").replace('id         = "ward-nurses"', 'id = "own-ward"').replace(/^id\s*=.*$/m, 'id = "own-ward"');
    const facts = { scheme: "own-ward", format: 1, on: null, inputs: { pool: "1000" }, parameters: {}, choices: {}, tables: {}, rosters: { nurse: [{ name: "甲", shifts: { night: "3" } }, { name: "乙", shifts: { evening: "4" } }] } };
    const plan = { format: 1, proposals: [{ name: "一", note: "", changes: { "tables.shift.night.value": "3" }, scheme: null }], shown: 0, step: "pay", by: "", limits: [] };
    const first = { format: 1, facts, schemeFile: { name: "own.toml", text }, plan, receipt: null };
    assert.match(await told(page, "without.json", first), /沒有核對碼/);
    const saved = JSON.parse(await savedBy(page, 'button:text("存成檔案")'));
    assert.match(await told(page, "as-saved.json", saved), /完全相同/);
    saved.schemeFile.text = saved.schemeFile.text.replace('value = "1.5"', 'value = "1.6"');
    const words = await told(page, "edited.json", saved);
    assert.match(words, /現行方案檔指紋、方案的方案檔指紋.*結果的指紋/);
  }));

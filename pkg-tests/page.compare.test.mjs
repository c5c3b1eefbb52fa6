// Proposals are compared with today on the page: what is changed, what it does to everybody, and what stays within limits.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

import { assertAccessible } from "./harness/axe.mjs";
import { inEachBrowser, served, visit } from "./harness/browser.mjs";
import { atCompare as comparing, drop, line, opened, savedBy, valueOf } from "./harness/compare.mjs";
import { shown } from "./harness/page.mjs";

/** @typedef {import("playwright-core").Page} Page */

const site = await served();
const words = await Promise.all(["zh-Hant", "zh-Hans", "en"].map(async (tag) => (await import(new URL(`../www/compare/words/${tag}.js`, import.meta.url).href)).words));

/** @type {(name: string, scheme: string, look: (page: Page) => Promise<unknown>, profile?: import("playwright-core").BrowserContextOptions) => ReturnType<typeof comparing>} */
const atCompare = (name, scheme, look, profile) => comparing(name, site, scheme, look, profile);

/** A cell of the list of all rows. @param {Page} page @param {number} row @param {number} column */
function person(page, row, column) {
  return page.locator(`.grid [data-row="${row}"] > [data-column="${column}"]`);
}

inEachBrowser("from a scheme to a proposal that breaks a limit, and back by undo", (name) =>
  visit(name, `${site}#/scheme/ward-nurses`, async (page) => {
    await shown(page);
    await page.click('.toolbar button:text("比較方案")');
    await opened(page);
    assert.deepEqual(await line(page, "增加的人數"), ["", "0"]);
    await valueOf(page, "夜班").fill("3.0");
    assert.deepEqual((await line(page, "合計"))[0], "12,446.70");
    const [, loss] = await line(page, "每人減少不超過 5 %");
    assert.match(loss, /不符（2 人，先見於護士甲：−52\.56/);
    assert.match((await line(page, "合計不超過今天"))[1], /符合/);
    assert.match(String(await page.textContent(".compare-change")), /夜班 2\.5 → 3\.0/);
    assert.equal(await page.locator('.toolbar button:text("撤銷")').getAttribute("title"), "撤銷：夜班 2.5 → 3.0");
    assert.equal(await person(page, 0, 0).textContent(), "護士甲");
    assert.equal(await person(page, 0, 3).textContent(), "−52.56");
    await page.click('.toolbar button:text("撤銷")');
    assert.deepEqual(await line(page, "不變"), ["", "12"]);
    await page.click('.toolbar button:text("重做")');
    assert.deepEqual(await line(page, "減少的人數"), ["", "3"]);
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
    const summaries = page.locator(".compare-group > summary");
    for (let at = 0; at < (await summaries.count()); at += 1) if ((await page.locator(".compare-group").nth(at).getAttribute("open")) === null) await summaries.nth(at).click();
    const field = page.locator('.compare-cell input[inputmode="decimal"]').first();
    await field.fill(`${Number(await field.inputValue()) + 1}`);
    const losses = Number((await line(page, "減少的人數"))[1]);
    const gains = Number((await line(page, "增加的人數"))[1]);
    const counts = await page.locator(".bands tbody tr td:nth-child(2)").allTextContents();
    const unchanged = Number((await line(page, "不變"))[1]);
    assert.equal(counts.map(Number).reduce((sum, one) => sum + one, 0), losses + gains + unchanged);
    assert.match(String(await page.locator(".strip").getAttribute("aria-label")), new RegExp(`${losses} 人減少，${unchanged} 人不變，${gains} 人增加`));
  }));

for (const [what, profile] of /** @type {const} */ ([["", {}], [" in the dark", { colorScheme: "dark" }], [" on a phone", { viewport: { width: 390, height: 844 } }]])) {
  test(`axe finds nothing on a comparison${what}, and nothing is wider than the page`, () =>
    atCompare("current", "ward-nurses", async (page) => {
      await valueOf(page, "夜班").fill("3.0");
      await person(page, 0, 0).click();
      // On a phone the difference stands beside the name.
      const steps = what === " on a phone" ? ["ArrowRight"] : ["ArrowRight", "ArrowRight", "ArrowRight"];
      for (const key of [...steps, "Enter"]) await page.keyboard.press(key);
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

inEachBrowser("night shifts at 3.0, nobody loses more than 5 %, the budget stays: to the paper by keyboard", (name) =>
  atCompare(name, "ward-nurses", async (page) => {
    await page.evaluate(() => {
      window.print = () => {
        window.dispatchEvent(new Event("beforeprint"));
        /** @type {any} */ (window).printed = document.querySelector("#sheet")?.textContent;
      };
    });
    const replace = async (/** @type {string} */ title, /** @type {string} */ text) => {
      await valueOf(page, title).focus();
      await page.keyboard.press("Control+A");
      await page.keyboard.type(text);
    };
    await replace("夜班", "3.0");
    assert.match((await line(page, "每人減少不超過 5 %"))[1], /不符/);
    // Day shifts of the leader earn a little more, so that nobody loses more than the limit.
    await replace("組長", "1.05");
    // Today's reading rounds each value of a point, so that the total is not the pool; this one shares the pool exactly.
    await page.locator('.compare-group summary:has-text("計算辦法的選擇")').focus();
    await page.keyboard.press("Enter");
    await page.locator(".compare-cell select").first().focus();
    await page.keyboard.press("ArrowUp");
    assert.match((await line(page, "每人減少不超過 5 %"))[1], /符合/);
    assert.match((await line(page, "合計不超過今天"))[1], /符合/);
    await page.locator('a:text("決策文件")').focus();
    await page.keyboard.press("Enter");
    await page.waitForSelector(".paper");
    await page.locator('button:text("列印")').focus();
    await page.keyboard.press("Enter");
    const printed = String(await page.evaluate(() => /** @type {any} */ (window).printed));
    for (const words of [/「夜班」：2\.5 → 3/, /「組長」：1 → 1\.05/, /每人減少不超過 5 %：符合/, /超出限制的（0）/, /製表/, /核對碼([0-9a-f]{4}-){4}[0-9a-f]{4}/]) assert.match(printed, words);
  }),
);

test("a paper without names has none, and axe finds nothing on it in any language", () =>
  atCompare("current", "ward-nurses", async (page) => {
    await valueOf(page, "夜班").fill("3.0");
    await page.click('a:text("決策文件")');
    assert.match(String(await page.textContent(".paper")), /護士甲/);
    await page.selectOption(".paper-manner select", "numbers");
    assert.doesNotMatch(String(await page.textContent(".paper")), /護士[甲乙丙丁]/);
    for (const tag of ["en", "zh-Hans", "zh-Hant"]) {
      await page.selectOption("#language", tag);
      await page.waitForSelector(".paper");
      await assertAccessible(page);
    }
    await page.goBack();
    await opened(page);
    assert.equal(await valueOf(page, "夜班").inputValue(), "3.0");
  }));

test("a saved decision verifies, and every edit of its file is told by what differs", () =>
  atCompare("current", "ward-nurses", async (page) => {
    await valueOf(page, "夜班").fill("3.0");
    await page.click('a:text("決策文件")');
    const code = String(await page.textContent(".paper-code"));
    const text = await savedBy(page, 'button:text("存成檔案")');
    await page.click('a:text("回到比較")');
    await opened(page);
    await page.click('button:text("撤銷")');
    await drop(page, "decision.json", text);
    assert.match(String(await page.textContent(".compare-check")), /完全相同/);
    await page.fill(".compare-check input", code);
    assert.match(String(await page.textContent(".compare-check")), /和這張紙一致/);
    await assertAccessible(page);
    const edits = /** @type {[string, RegExp, (saved: any) => void][]} */ ([
      ["the pool", /今天資料的指紋、結果的指紋/, (saved) => (saved.facts.inputs.pool = "12500")],
      ["a shift of a nurse", /今天資料的指紋、結果的指紋/, (saved) => (saved.facts.rosters.nurse[0].shifts.leader = "25")],
      ["a name", /今天資料的指紋、結果的指紋/, (saved) => (saved.facts.rosters.nurse[0].name = "別人")],
      ["what is proposed", /方案改動的指紋、全部方案和限制的指紋、結果的指紋/, (saved) => (saved.plan.proposals[0].changes["tables.shift.night.value"] = "3.1")],
      ["the figures of the receipt", /結果的指紋/, (saved) => (saved.receipt.figures = "0".repeat(64))],
      ["the scheme of the receipt", /現行方案檔指紋/, (saved) => (saved.receipt.scheme = "0".repeat(64))],
    ]);
    for (const [what, told, edit] of edits) {
      const saved = JSON.parse(text);
      edit(saved);
      await drop(page, "edited.json", JSON.stringify(saved));
      await page.waitForFunction(() => document.querySelector(".compare-check")?.textContent?.includes("edited.json"));
      assert.match(String(await page.textContent(".compare-check")), told, what);
      if (!what.includes("receipt")) {
        await page.fill(".compare-check input", code);
        assert.match(String(await page.textContent(".compare-check")), /不一致/, what);
      }
      await page.evaluate(() => document.querySelector(".compare-check")?.remove());
    }
    const saved = JSON.parse(text);
    saved.receipt.day = "2020-01-01";
    await drop(page, "backdated.json", JSON.stringify(saved));
    await page.fill(".compare-check input", code);
    assert.match(String(await page.textContent(".compare-check")), /不一致/, "another day gives another code");
    await page.reload();
    await opened(page);
    assert.equal(await valueOf(page, "夜班").inputValue(), "2.5", "what was kept here is as it was");
  }));

test("a link carries the values and nothing else; one that was cut off or is newer says so", () =>
  atCompare("current", "ward-nurses", async (page) => {
    await valueOf(page, "夜班").fill("3.0");
    await page.fill(".compare-words textarea", "護士甲的事");
    await page.click('button:text("做一個連結")');
    const link = await page.inputValue(".compare-link input");
    const letters = link.replace(/.*\//, "").replace(/-/g, "+").replace(/_/g, "/");
    assert.deepEqual(JSON.parse(Buffer.from(letters, "base64").toString("utf8")), { format: 1, changes: { "tables.shift.night.value": "3.0" } });
    const say = () => page.textContent("#notice p");
    const go = async (/** @type {string} */ hash) => {
      await page.evaluate((to) => (location.hash = to), hash);
      await page.waitForFunction(() => !location.hash.includes("/link/"));
    };
    await go(link.replace(/.*#/, "#").slice(0, -9));
    assert.match(String(await say()), /不完整/);
    await go(`#/compare/ward-nurses/link/${Buffer.from('{"format":3,"changes":{}}').toString("base64").replace(/=+$/, "")}`);
    assert.match(String(await say()), /較新的版本/);
    await valueOf(page, "夜班").fill("2.5");
    await go(link.replace(/.*#/, "#"));
    assert.match(String(await say()), /已加入連結裡的方案/);
    assert.equal(await valueOf(page, "夜班").inputValue(), "3.0");
    assert.deepEqual(await page.locator(".compare-tabs button").allTextContents(), ["收到的方案"]);
  }));

test("another scheme file is a proposal: its rules count, a faulty one is refused, and the file carries it", () =>
  atCompare("current", "ward-nurses", async (page) => {
    const text = readFileSync(new URL("../schemes/ward-nurses/scheme.toml", import.meta.url), "utf8");
    /** @param {string} name @param {string} content */
    const choose = async (name, content) => {
      const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.click('button:text("改用另一個方案檔")')]);
      await chooser.setFiles({ name, mimeType: "application/toml", buffer: Buffer.from(content) });
    };
    await choose("broken.toml", text.replace("sum(shifts * shift)", "sum(shifts * shfit)"));
    await page.waitForSelector(".compare-scheme .problem:not(:empty)");
    assert.deepEqual(await line(page, "不變"), ["", "12"]);
    await choose("new.toml", text.replace('value = "2.5"', 'value = "3.0"').replace('formula = "sum(shifts * shift)"', 'formula = "2 * sum(shifts * shift)"'));
    await page.waitForFunction(() => document.querySelector(".compare-rules li") !== null);
    assert.deepEqual(await line(page, "減少的人數"), ["", "3"]);
    const rules = (await page.locator(".compare-rules li").allTextContents()).join("\n");
    assert.match(rules, /「夜班」：2\.5 → 3/);
    assert.match(rules, /步驟「得分」的公式：.* → 2 × /);
    const saved = await savedBy(page, 'button:text("存成檔案")');
    await drop(page, "decision.json", saved);
    assert.match(String(await page.textContent(".compare-check")), /完全相同/);
    assert.deepEqual(await line(page, "減少的人數"), ["", "3"]);
    await page.click(".compare-scheme button.link");
    assert.deepEqual(await line(page, "不變"), ["", "12"]);
  }));

test("on the annual rating, what changes is who gets which result", () =>
  atCompare("current", "annual-rating", async (page) => {
    const titles = await page.locator(".compare-order select").first().locator("option").allTextContents();
    assert.ok(titles.length > 1);
    const chosen = await page.locator(".compare-order select").first().evaluate((select) => /** @type {HTMLSelectElement} */ (select).selectedOptions[0].textContent);
    assert.doesNotMatch(String(chosen), /缺陷扣分登記/, "people come first, not their records");
    await assertAccessible(page);
  }));

for (const scheme of ["ward-nurses", "ultrasound", "general-surgery", "annual-rating"]) {
  test(`questions the other way round are answered for ${scheme}`, () =>
    atCompare("current", scheme, async (page) => {
      await page.click('summary:text("哪個數值能達到目標")');
      await page.waitForSelector(".ask");
      let asked = 0;
      for (const section of ["每個數值改一點，影響多大", "多做一點，反而少得"]) {
        const part = page.locator(`section[aria-label="${section}"]`);
        if ((await part.count()) === 0) continue;
        await part.locator('button:text("計算")').click();
        await page.waitForFunction((label) => {
          const found = document.querySelector(`section[aria-label="${label}"] .ask-field .hint`);
          const [done, total] = (found?.textContent || "x／").split("／");
          return done === total;
        }, section, { timeout: 60_000 });
        asked += 1;
      }
      assert.ok(asked > 0);
      await assertAccessible(page);
    }));
}

test("the value that is found gives the goal when it is put in", () =>
  atCompare("current", "ward-nurses", async (page) => {
    await page.click('summary:text("哪個數值能達到目標")');
    const part = page.locator('section[aria-label="要達到目標，這個數值該是多少"]');
    await part.getByLabel("數值", { exact: true }).selectOption("tables.shift.night.value");
    await part.getByLabel("看什麼").selectOption("pay[1]");
    await part.locator("input").fill("1070");
    await part.locator('button[type="submit"]').click();
    await part.locator(".ask-use button").first().waitFor();
    assert.match(String(await part.locator('div[role="status"]').textContent()), /夜班/);
    const use = part.locator(".ask-use button").first();
    const value = String(await use.textContent()).replace(/.* /, "");
    await use.click();
    assert.equal(await valueOf(page, "夜班").inputValue(), value);
  }));

test("the tables of words have the same keys and names, and every word is used", async () => {
  const www = new URL("../www/", import.meta.url);
  const modules = [...readdirSync(new URL("compare/", www)).filter((file) => file.endsWith(".js")).map((file) => `compare/${file}`), "views/compare.js", "views/replay.js"];
  const source = modules.map((file) => readFileSync(new URL(file, www), "utf8")).join("\n");
  const [first, ...others] = words.map((table) => Object.keys(table));
  for (const keys of others) assert.deepEqual(keys, first);
  // English counts without measure words.
  const names = (/** @type {string} */ text) => [...text.matchAll(/\{\w+\}/g)].map(([found]) => found).filter((found) => found !== "{each}").sort();
  for (const key of first) for (const table of words) assert.deepEqual(names(table[key]), names(words[0][key]), key);
  assert.deepEqual(first.filter((key) => !source.includes(`"${key}"`)), []);
  const traditional = /[績試計說這個們為與單據資檔開關選擇寫貼刪還讀憑寬]/;
  assert.deepEqual(Object.entries(words[1]).filter(([, text]) => traditional.test(text)), []);
});

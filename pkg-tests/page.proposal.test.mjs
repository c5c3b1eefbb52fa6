// A proposal that changes formulas, rounding and rows of tables, or is another scheme file; and what a notice board shows.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { assertAccessible } from "./harness/axe.mjs";
import { inEachBrowser, served } from "./harness/browser.mjs";
import { atCompare, changeLines, drop, line, opened, savedBy, valueOf } from "./harness/compare.mjs";

/** @typedef {import("playwright-core").Page} Page */

const site = await served();
const { hiddenAmong } = await import(new URL("../www/compare/board.js", import.meta.url).href);
const scheme = readFileSync(new URL("../schemes/ward-nurses/scheme.toml", import.meta.url), "utf8");

/** Folds out a part of the editor. @param {Page} page @param {string} title */
async function unfold(page, title) {
  const details = page.locator(`details:has(> summary:has-text("${title}"))`).first();
  if ((await details.getAttribute("open")) === null) await details.locator("summary").first().click();
}

/** A formula of a step. @param {Page} page @param {string} step */
function part(page, step) {
  return page.locator(`.compare-step:has(legend:has-text("${step}"))`).first();
}

inEachBrowser("a formula is written anew: its words beside it, a mistake at its place, and back by undo", (name) =>
  atCompare(name, site, "ward-nurses", async (page) => {
    await unfold(page, "公式和取位");
    const points = part(page, "護士 · 得分");
    const field = points.locator("textarea").first();
    assert.equal(await field.inputValue(), "sum(shifts * shift)");
    assert.match(String(await points.textContent()), /合計（班數 × 班次係數）/);
    await field.fill("sum(shifts * shfit)");
    assert.equal(await points.locator("mark").textContent(), "shfit");
    assert.match(String(await points.textContent()), /找不到「shfit」.*「shift」.*暫時不計/s);
    assert.equal(await field.getAttribute("aria-invalid"), "");
    assert.deepEqual(await line(page, "不變"), ["", "12"], "a faulty formula does not count");
    assert.equal(await field.inputValue(), "sum(shifts * shfit)", "what is typed stays");
    await field.fill("2 * sum(shifts * shift) - 1");
    assert.match(String(await points.textContent()), /方案：2 × 合計（班數 × 班次係數）/);
    assert.match((await changeLines(page)).join(), /步驟「得分」的公式：合計（班數 × 班次係數） → 2 × 合計（班數 × 班次係數） − 1/);
    assert.notDeepEqual(await line(page, "不變"), ["", "12"]);
    assert.match(String(await page.locator('.toolbar button:text("撤銷")').getAttribute("title")), /得分的公式：sum\(shifts \* shift\) → 2 \* sum\(shifts \* shift\) - 1/);
    await page.click('.toolbar button:text("撤銷")');
    assert.equal(await field.inputValue(), "sum(shifts * shift)");
    assert.deepEqual(await line(page, "不變"), ["", "12"]);
    await page.click('.toolbar button:text("重做")');
    await page.locator('.compare-rules button:text("不改")').click();
    assert.equal(await field.inputValue(), "sum(shifts * shift)");
  }),
);

test("rounding is chosen, a formula without any effect says why, and what breaks elsewhere is told with its line", () =>
  atCompare("current", site, "ward-nurses", async (page) => {
    await unfold(page, "公式和取位");
    const value = part(page, "每分價值");
    await value.locator("select").selectOption("floor");
    assert.match(await value.locator("textarea").inputValue(), /^floor\(if\(rounding = "document"/);
    const places = value.locator(".compare-rounding input");
    await places.fill("1");
    await places.blur();
    assert.match(await value.locator("textarea").inputValue(), /, 1\)$/);
    await value.locator("select").selectOption("");
    assert.deepEqual(await page.locator(".compare-rules li").count(), 0, "as today");
    await part(page, "護士 · 得分").locator("textarea").fill("sum(shift * shifts)");
    assert.match((await changeLines(page)).join(), /沒有影響。兩種算法得出的數都一樣/);
    await part(page, "總額與實發之差").locator("textarea").fill("pool");
    await page.waitForFunction(() => document.querySelectorAll(".compare-rules .hint").length === 2);
    assert.match((await changeLines(page)).join(), /計算「績效工資」沒有用到它/);
    await part(page, "總額與實發之差").locator("textarea").fill("pool - count(nurse)");
    assert.match(String(await part(page, "總額與實發之差").textContent()), /暫時不計/);
    await assertAccessible(page);
  }));

test("a rule's arm is changed on the annual rating, in each language", () =>
  atCompare("current", site, "annual-rating", async (page) => {
    await unfold(page, "公式和取位");
    const rule = page.locator(".compare-step", { has: page.locator('label:text-is("規則1的條件")') }).first();
    const field = rule.locator("textarea").first();
    const before = await field.inputValue();
    await field.fill(`not (${before})`);
    assert.match((await changeLines(page)).join(), /規則1的條件：/);
    for (const [tag, words] of [["en", /condition of rule 1: /], ["zh-Hans", /规则1的条件：/]]) {
      await page.selectOption("#language", String(tag));
      await opened(page);
      assert.match((await changeLines(page)).join(), /** @type {RegExp} */ (words));
    }
    await assertAccessible(page);
  }));

test("a formula stands in the receipt, in the file and in the link; a name of the list never leaves", () =>
  atCompare("current", site, "ward-nurses", async (page) => {
    await unfold(page, "公式和取位");
    const field = part(page, "護士 · 得分").locator("textarea").first();
    await field.fill("3 * sum(shifts * shift) - 1");
    await page.click('button:text("做一個連結")');
    const link = await page.inputValue(".compare-link input");
    assert.match(String(await page.textContent(".compare-link")), /只有這個方案改的 1 項/);
    await page.click('a:text("決策文件")');
    const paper = String(await page.textContent(".paper"));
    assert.match(paper, /步驟「得分」的公式/);
    const prints = [...paper.matchAll(/(現行方案檔指紋|方案的方案檔指紋)([0-9a-f-]{24})/g)].map(([, , print]) => print);
    assert.equal(prints.length, 2);
    assert.notEqual(prints[0], prints[1]);
    const text = await savedBy(page, 'button:text("存成檔案")');
    await page.click('a:text("回到比較")');
    await opened(page);
    await page.click('.toolbar button:text("撤銷")');
    await page.evaluate((to) => (location.hash = to), link.replace(/.*#/, "#"));
    await page.waitForFunction(() => !location.hash.includes("/link/"));
    assert.match((await changeLines(page)).join(), /步驟「得分」的公式/);
    await drop(page, "decision.json", text);
    assert.match(String(await page.textContent(".compare-check")), /完全相同/);
    const edited = JSON.parse(text);
    edited.plan.proposals[0].formulas["step.points.formula"] = "4 * sum(shifts * shift) - 1";
    await drop(page, "edited.json", JSON.stringify(edited));
    await page.waitForFunction(() => document.querySelector(".compare-check")?.textContent?.includes("edited.json"));
    assert.match(String(await page.textContent(".compare-check")), /方案的方案檔指紋、方案改動的指紋、全部方案和限制的指紋、結果的指紋/);
    await unfold(page, "公式和取位");
    await part(page, "護士 · 得分").locator("textarea").first().fill('sum(shifts * shift) + if("護士甲" = "護士甲", 1, 0)');
    await page.click('button:text("做一個連結")');
    assert.match(String(await page.textContent(".compare-link")), /有 1 項不能放進連結/);
    const letters = (await page.inputValue(".compare-link input")).replace(/.*\//, "").replace(/-/g, "+").replace(/_/g, "/");
    assert.doesNotMatch(Buffer.from(letters, "base64").toString("utf8"), /護士甲/);
    await part(page, "護士 · 得分").locator("textarea").first().fill(`sum(shifts * shift)${" + 0".repeat(600)}`);
    await page.click('button:text("做一個連結")');
    assert.match(String(await page.textContent(".compare-link .problem")), /個字元，有些郵件程式會把它截斷/);
  }));

inEachBrowser("a kind of shift is added and another removed: what is empty and who had it is told", (name) =>
  atCompare(name, site, "ward-nurses", async (page) => {
    await unfold(page, "增減項目");
    await page.click('.compare-rows button:text-is("加一項")');
    assert.match(String(await page.textContent(".compare-rows .problem")), /請先寫名稱/);
    await page.locator(".compare-rows input").first().fill("加班");
    await page.click('.compare-rows button:text-is("加一項")');
    assert.match(String(await page.evaluate(() => document.activeElement?.closest(".compare-cell")?.textContent)), /加班/);
    await page.keyboard.type("2");
    assert.equal(await valueOf(page, "加班").inputValue(), "2");
    assert.match((await changeLines(page)).join(), /「班次係數」增加「加班」：2分\/班.*名冊中沒有用到「加班」/s);
    assert.match(String(await page.textContent(".compare-editor")), /今天的名冊裡沒有「加班」的班數，都按 0 計/);
    assert.deepEqual(await line(page, "不變"), ["", "12"]);
    await unfold(page, "增減項目");
    await page.locator(".compare-rows select").nth(1).selectOption("night");
    await page.click('.compare-rows button:text-is("刪去這一項")');
    assert.match(String(await page.textContent("#notice")), /班次係數刪去「夜班」：「夜班」有 10 人用到：護士乙、.*等 10 人/);
    assert.match((await changeLines(page)).join(), /「班次係數」刪去「夜班」/);
    assert.notDeepEqual(await line(page, "不變"), ["", "12"]);
    await page.locator('.compare-rules li:has-text("刪去「夜班」") button').click();
    assert.deepEqual(await line(page, "不變"), ["", "12"]);
    assert.deepEqual(await page.locator(".compare-cell label").evaluateAll((labels) => labels.map(({ textContent }) => textContent).slice(0, 7)), ["組長", "晚班", "夜班", "其他班一", "其他班二", "其他班三", "加班"]);
    await page.click('.toolbar button:text("撤銷")');
    await page.click('.toolbar button:text("撤銷")');
    await page.click('.toolbar button:text("撤銷")');
    await page.click('.toolbar button:text("撤銷")');
    assert.equal(await valueOf(page, "加班").count(), 0);
  }),
);

test("a tier is split without any effect until its value is changed, and an edge moves its neighbour", () =>
  atCompare("current", site, "dispute-compensation", async (page) => {
    const group = page.locator('details.compare-group:has(> summary:has-text("存在缺陷的承擔比例"))').first();
    if ((await group.getAttribute("open")) === null) await group.locator("summary").first().click();
    const inputs = group.locator(".compare-cell input");
    const [from, to] = [await inputs.nth(0).inputValue(), await inputs.nth(1).inputValue()];
    assert.deepEqual([from, to], ["0", "10000"]);
    await inputs.nth(1).fill("12000");
    assert.equal(await inputs.nth(3).inputValue(), "12000", "where one ends the next begins");
    assert.equal(await page.locator(".compare-result .problems").count(), 0);
    await page.click('.toolbar button:text("撤銷")');
    assert.equal(await inputs.nth(3).inputValue(), "10000");
    await group.locator('summary:text-is("增減項目")').click();
    await group.locator(".compare-rows input").nth(0).fill("首五千");
    await group.locator(".compare-rows select").nth(0).selectOption({ index: 0 });
    await group.locator(".compare-rows input").nth(1).fill("5000");
    await group.locator('.compare-rows button:text-is("分開")').click();
    await page.waitForFunction(() => document.querySelectorAll(".compare-rules li").length > 0);
    assert.match((await changeLines(page)).join(), /增加「首五千」：下限 5,000\.00元，上限 10,000\.00元/);
    assert.equal(await page.locator(".compare-result .problems").count(), 0);
    assert.match(String(await page.textContent(".compare-result")), /不變/);
    await assertAccessible(page);
  }));

test("a scheme that lacks a column names it and what is not carried over", () =>
  atCompare("current", site, "ward-nurses", async (page) => {
    const other = scheme.replace(/column\.shifts = /, "column.turns = ").split("shifts *").join("turns *");
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.click('button:text("改用另一個方案檔")')]);
    await chooser.setFiles({ name: "other.toml", mimeType: "application/toml", buffer: Buffer.from(other) });
    await page.waitForSelector(".compare-scheme li");
    assert.match(String(await page.textContent(".compare-scheme")), /「other\.toml」的「護士」沒有「班數」這一欄：12 行填的不帶過去/);
    await unfold(page, "公式和取位");
    assert.equal(await part(page, "護士 · 得分").locator("textarea").first().inputValue(), "sum(turns * shift)");
    await page.click('a:text("決策文件")');
    assert.match(String(await page.textContent(".paper")), /沒有「班數」這一欄：12 行/);
    await page.goBack();
    await opened(page);
    await page.click(".compare-scheme button.link");
    assert.deepEqual(await line(page, "不變"), ["", "12"]);
  }));

test("small groups are hidden, and one more where a single one could be reckoned from the total", () => {
  const hidden = (/** @type {number[]} */ counts, least = 5) => hiddenAmong(counts, least).map((/** @type {boolean} */ one) => (one ? "x" : ".")).join("");
  assert.equal(hidden([10, 20, 30]), "...");
  assert.equal(hidden([3, 20, 10]), "x.x", "the smallest other goes with it");
  assert.equal(hidden([1, 1, 20, 10]), "xx.x", "two who are fewer than five together are not enough");
  assert.equal(hidden([3, 4, 20]), "xx.");
  assert.equal(hidden([0, 2, 9, 0]), ".xx.", "nobody is no group");
  assert.equal(hidden([2]), "x");
  assert.equal(hidden([5, 9]), "..");
  for (let at = 0; at < 500; at += 1) {
    const counts = Array.from({ length: 1 + (at % 7) }, (_, place) => (at * 7919 + place * 104729) % 13);
    const told = hiddenAmong(counts, 5);
    const sum = counts.reduce((all, count, place) => (told[place] ? all + count : all), 0);
    assert.ok(counts.every((count, place) => told[place] || count === 0 || count >= 5));
    const all = counts.every((count, place) => told[place] || count === 0);
    assert.ok(all || sum === 0 || sum >= 5, `${counts}: ${told}`);
  }
});

test("the notice-board version has no names, no small groups and no single figures, on the screen and on paper", () =>
  atCompare("current", site, "general-surgery", async (page) => {
    const groups = page.locator(".compare-group > summary");
    for (let at = 0; at < (await groups.count()); at += 1) if ((await page.locator(".compare-group").nth(at).getAttribute("open")) === null) await groups.nth(at).click();
    const field = page.locator('.compare-cell input[inputmode="decimal"]').first();
    await field.fill(`${Number(await field.inputValue()) + 1}`);
    const names = await page.locator('.grid [data-column="0"]').allTextContents();
    const people = names.filter((text) => text.length > 1 && !/合計|名稱/.test(text));
    assert.ok(people.length > 3);
    await page.check(".compare-board input[type=checkbox]");
    const shownNow = String(await page.locator(".compare").innerText());
    for (const person of people) assert.ok(!shownNow.includes(person), person);
    assert.equal(await page.locator(".strip").count(), 0);
    assert.ok(await page.locator('section[aria-label="每人的增減"]').isHidden());
    for (const table of [".bands", ".classes"]) {
      const counts = await page.locator(`${table} tbody td:nth-child(2)`).allTextContents();
      assert.ok(counts.every((text) => text === "不列" || Number(text) === 0 || Number(text) >= 5), `${table}: ${counts}`);
    }
    await assertAccessible(page);
    await page.fill(".compare-board input[type=number]", "2");
    await page.click('a:text("決策文件")');
    const paper = String(await page.textContent(".paper"));
    assert.match(paper, /公布欄版本/);
    for (const person of people) assert.ok(!paper.includes(person), person);
    assert.doesNotMatch(paper, /增加最多/);
    await page.selectOption(".paper-manner select", "names");
    assert.match(String(await page.textContent(".paper")), /增加最多/);
    await assertAccessible(page);
  }));

test("who has a row that goes is told by name, and has no figure where the row is needed", () =>
  atCompare("current", site, "general-surgery", async (page) => {
    await unfold(page, "職級係數");
    await page.locator('details.compare-group:has(> summary:has-text("職級係數")) summary:text-is("增減項目")').click();
    const rows = page.locator('details.compare-group:has(> summary:has-text("職級係數")) .compare-rows');
    await rows.locator("select").nth(1).selectOption({ index: 0 });
    await rows.locator('button:text-is("刪去這一項")').click();
    const remark = String(await page.locator(".compare-editor .hint").filter({ hasText: "用到" }).first().textContent());
    assert.match(remark, /「組長」有 2 人用到：A組組長、B組組長/);
    assert.doesNotMatch(String(await page.locator(".compare-result").textContent()), /grade|leader/, "no id of the scheme is shown");
    assert.ok(Number((await line(page, "算不出的人數"))[1]) >= 2);
    await page.click('a:text("決策文件")');
    assert.match(String(await page.textContent(".paper")), /「組長」有 2 人用到：A組組長、B組組長.*算不出的（沒有計入）/s);
    await page.selectOption(".paper-manner select", "numbers");
    assert.doesNotMatch(String(await page.textContent(".paper")), /A組組長/);
  }));

test("a link that was cut off anywhere says so, and nothing changes", () =>
  atCompare("current", site, "ward-nurses", async (page) => {
    await valueOf(page, "夜班").fill("3.0");
    await page.click('button:text("做一個連結")');
    const link = (await page.inputValue(".compare-link input")).replace(/.*#/, "#");
    const start = link.lastIndexOf("/") + 1;
    for (let end = start; end < link.length; end += 7) {
      await page.evaluate((to) => (location.hash = to), link.slice(0, end));
      await page.waitForFunction(() => !location.hash.includes("/link/"));
      if (end > start) assert.match(String(await page.textContent("#notice p")), /不完整/, String(end));
      await page.evaluate(() => document.querySelector("#notice p")?.remove());
    }
    assert.deepEqual(await page.locator(".compare-tabs button").allTextContents(), ["方案1"]);
    assert.equal(await valueOf(page, "夜班").inputValue(), "3.0");
  }));

test("a person who stands twice is compared row by row, and by another scheme file as well", () =>
  atCompare("current", site, "ward-nurses", async (page) => {
    const facts = { scheme: "ward-nurses", format: 1, on: null, inputs: { pool: "1000" }, parameters: {}, choices: {}, tables: {}, rosters: { nurse: [{ name: "甲", shifts: { night: "3" } }, { name: "乙", shifts: { evening: "4" } }, { name: "甲", shifts: { evening: "2" } }] } };
    const plan = { format: 1, proposals: [{ name: "一", note: "", changes: { "tables.shift.night.value": "4" }, scheme: null }], shown: 0, step: "pay", by: "", limits: [] };
    await drop(page, "twice.json", JSON.stringify({ format: 1, facts, plan, receipt: null }));
    assert.equal(Number((await line(page, "增加的人數"))[1]) + Number((await line(page, "減少的人數"))[1]), 3);
    const names = await page.locator('.grid [data-column="0"]').allTextContents();
    assert.equal(names.filter((name) => name === "甲").length, 2);
    plan.proposals[0] = { ...plan.proposals[0], changes: {}, scheme: /** @type {any} */ ({ name: "other.toml", text: scheme.replace('value = "2.5"', 'value = "4"') }) };
    await drop(page, "twice-other.json", JSON.stringify({ format: 1, facts, plan, receipt: null }));
    await page.waitForFunction(() => document.querySelector(".compare-check")?.textContent?.includes("twice-other.json"));
    assert.equal(Number((await line(page, "增加的人數"))[1]) + Number((await line(page, "減少的人數"))[1]), 3);
  }));

for (const [what, profile] of /** @type {const} */ ([[" on a phone", { viewport: { width: 390, height: 844 } }], [" in the dark", { colorScheme: "dark" }]])) {
  test(`axe finds nothing where formulas and rows are changed${what}, and nothing is wider than the page`, () =>
    atCompare("current", site, "ward-nurses", async (page) => {
      for (const tag of ["en", "zh-Hans", "zh-Hant"]) {
        await page.selectOption("#language", tag);
        await opened(page);
        await page.locator(".compare-editor > details").last().locator("> summary").click();
        await page.locator(".compare-step textarea").first().fill("sum(shifts * shfit)");
        await page.locator(".compare-group details > summary").first().click();
        await assertAccessible(page);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
        await page.click(".toolbar button >> nth=0");
      }
    }, profile));
}

test("while a value is dragged, limits turn red beside the slider, with the first for whom they fail", () =>
  atCompare("current", site, "ward-nurses", async (page) => {
    await valueOf(page, "夜班").fill("2.6");
    const slider = page.locator('.compare-slider input[aria-label^="夜班"]');
    assert.ok(await page.locator(".compare-failing").isHidden());
    await slider.focus();
    for (let at = 0; at < 4; at += 1) await page.keyboard.press("ArrowRight");
    assert.match(String(await page.textContent(".compare-failing")), /每人減少不超過 5 %：× 不符（2 人，先見於護士甲：−52\.56/);
    assert.equal(await page.locator(".compare-failing .verdict.fails").count(), 1);
    await page.keyboard.press("Home");
    await page.keyboard.press("End");
    assert.ok(await page.locator(".compare-failing").isVisible());
    assert.ok(await page.locator('.compare-result .verdict.fails').count() >= 1);
    for (let at = 0; at < 30 && (await slider.inputValue()) !== "26"; at += 1) await page.keyboard.press("ArrowLeft");
    assert.ok(await page.locator(".compare-failing").isHidden());
  }));

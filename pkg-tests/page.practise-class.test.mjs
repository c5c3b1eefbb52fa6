// A paper from its code to the trainer's table: a class of three, one file edited, the page closed in the middle.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

import { assertAccessible } from "./harness/axe.mjs";
import { inEachBrowser, served, singleFile, visit } from "./harness/browser.mjs";
import { blankOf, fillIn, planted, rightAnswers } from "./harness/practise.mjs";

/** @typedef {import("playwright-core").Page} Page */

const site = await served();
const { codeOf } = await import(new URL("../www/practise/code.js", import.meta.url).href);
const paper = { seed: "K7M", minutes: 30, groups: [{ scheme: "ward-nurses", level: "all", number: 1 }, { scheme: "quality-pay", level: "last", number: 1 }, { scheme: "ward-nurses", level: "find", number: 1 }] };
const code = codeOf(paper);

/** Types a code and a name and begins. @param {Page} page @param {string} name @param {string} [typed] */
async function begin(page, name, typed = code.toLowerCase()) {
  await page.waitForSelector(".paper-code-field", { timeout: 30_000 });
  await page.fill(".paper-code-field", typed);
  await page.fill('label:text("姓名") + input', name);
  await page.keyboard.press("Enter");
  await page.waitForSelector(".paper-clock", { timeout: 30_000 });
}

/**
 * Does the whole paper; with `wrong`, the first figure of each exercise is another.
 *
 * @param {Page} page
 * @param {boolean} wrong
 * @returns {Promise<string>} the text of the result file
 */
async function work(page, wrong) {
  for (const [at, [scheme, level]] of [["ward-nurses", "all"], ["quality-pay", "last"]].entries()) {
    const answers = rightAnswers(scheme, level, `K7M${at + 1}`);
    for (const [position, answer] of answers.entries()) {
      if (wrong && position === 0) await blankOf(page, answer.figure).fill("1234567");
      else await fillIn(page, answer);
    }
    await page.click('.buttons button:text-is("下一題")');
  }
  const { figure, kind } = planted("ward-nurses", "K7M3");
  await page.locator(`.hunted input[value="${figure}"]`).check();
  await page.locator(`.hunt-kinds input[value="${kind}"]`).check();
  await page.click('.buttons button:text-is("交卷")');
  await page.waitForSelector(".paper-result");
  const [download] = await Promise.all([page.waitForEvent("download"), page.click('button:text("存成績檔")')]);
  return readFileSync(String(await download.path()), "utf8");
}

/** One trainee's result. @param {string} name @param {boolean} wrong @returns {Promise<string>} */
const resultOf = (name, wrong) =>
  visit("current", `${site}#/paper`, async (page) => {
    await begin(page, name);
    return work(page, wrong);
  });

/** Reads files on the trainer's page. @param {Page} page @param {[string, string][]} files */
async function read(page, files) {
  await page.waitForSelector(".class-files button", { timeout: 30_000 });
  await page.locator("input[type=file]").first().setInputFiles(files.map(([name, text]) => ({ name, mimeType: "application/json", buffer: Buffer.from(text) })));
  await page.waitForSelector(".class-count");
}

/** What the trainer's table says of somebody. @param {Page} page @param {string} name */
async function row(page, name) {
  return page.locator(".class-table tbody tr", { has: page.locator(`th:text-is("${name}")`) }).locator("td").allTextContents();
}

test("a class of three ends in the trainer's table, marked again, with the edited file recognised, and is exported", async () => {
  const good = await resultOf("王小明", false);
  const weak = await resultOf("李四", true);
  const third = await resultOf("張三", true);
  const [, points] = /"right": (\d+)/.exec(third) || [];
  const edited = third.replace(/"right": \d+/, '"right": 99').replace('"wrong"', '"right"');
  await visit("current", `${site}#/class`, async (page) => {
    await read(page, [
      ["a.json", good],
      ["b.json", weak],
      ["c.json", edited],
      ["d.json", "{}"],
      ["e.json", good.slice(0, 400)],
      ["f.json", good.replace('"format": 1', '"format": 7')],
    ]);
    assert.match(String(await page.textContent(".class-count")), /讀入 3 份成績。 3 個檔案讀不了/);
    const all = rightAnswers("ward-nurses", "all", "K7M1").length + rightAnswers("quality-pay", "last", "K7M2").length + 2;
    const [first, time, , handed] = await row(page, "王小明");
    assert.equal(first, `${all}/${all}`);
    assert.match(time, /^\d+:\d\d$/);
    assert.match(handed, /和交卷時一樣/);
    const second = await row(page, "李四");
    assert.notEqual(second[0], first);
    assert.match(second[3], /和交卷時一樣/);
    const [marked, , , remarks] = await row(page, "張三");
    assert.equal(marked, second[0], "the points are those of the answers, not those that were written into the file");
    assert.match(remarks, /封記不符/);
    assert.match(remarks, new RegExp(`檔案寫 99/\\d+，重判是 ${points}/`));
    assert.match(remarks, /第 1 題「.+ · .+」：檔案寫「✓ 對」，重判是「✗ 不對」/);
    const refused = String(await page.textContent('section[aria-label="讀不了的檔案"]'));
    assert.match(refused, /d\.json」不是成績檔/);
    assert.match(refused, /e\.json」是成績檔，但壞了/);
    assert.match(refused, /f\.json」是較新的版本（格式 7）/);
    await assertAccessible(page);
    const [csv] = await Promise.all([page.waitForEvent("download"), page.click('button:text("存成 CSV")')]);
    const text = readFileSync(String(await csv.path()), "utf8");
    assert.match(text, new RegExp(`王小明,${code},${all},${all},`));
    assert.equal(text.trim().split("\r\n").length, 4);
    const [xlsx] = await Promise.all([page.waitForEvent("download"), page.click('button:text("存成 Excel")')]);
    assert.equal(readFileSync(String(await xlsx.path())).subarray(0, 2).toString(), "PK");
    for (const tag of ["en", "zh-Hans"]) {
      await page.selectOption("#language", tag);
      assert.equal(await page.locator(".class-table tbody tr").count(), 3);
      await assertAccessible(page);
    }
  });
  await visit("current", `${site}#/class`, async (page) => {
    await read(page, [["a.json", good], ["renamed.json", good.replace("王小明", "王大明")]]);
    assert.match((await row(page, "王大明"))[3], /封記不符.*姓名/);
    const answer = good.replace(/"answers": \{\s*"([^"]+)": "[^"]*"/, (found, figure) => found.replace(/"[^"]*"$/, '"42"'));
    await read(page, [["second.json", answer]]);
    await page.waitForFunction(() => document.querySelectorAll(".class-table tbody tr").length === 3);
    const both = page.locator(".class-table tbody tr", { has: page.locator('th:text-is("王小明")') });
    assert.equal(await both.count(), 2, "the first file stays");
    assert.match(String(await both.filter({ hasText: "second.json" }).last().textContent()), /和「a\.json」是同一次作答的兩份檔案；不同的是：第 1 題「.+」的答案（這份 42，那份 .+）/);
    assert.match(String(await row(page, "王大明")), /同一次作答的兩份檔案；不同的是：姓名（這份 王大明，那份 王小明）/);
    const folder = mkdtempSync(join(tmpdir(), "class-"));
    for (const [name, text] of [["weak.json", weak], ["notes.txt", "{}"], ["copy.json", weak]]) writeFileSync(join(folder, name), text);
    await page.locator("input[type=file]").nth(1).setInputFiles(folder);
    await page.waitForFunction(() => /讀入 4 份成績。 1 個檔案讀不了。$/.test(document.querySelector(".class-count")?.textContent?.trim() || ""));
    assert.match(String(await page.textContent('section[aria-label="讀不了的檔案"]')), /notes\.txt」不是成績檔：/, "no file is passed over");
    assert.match(String(await page.textContent(".class-twice")), /完全一樣，只列一次/);
    await page.fill(".class-count ~ p input", codeOf({ ...paper, seed: "222" }));
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelector(".class-table")?.textContent?.includes("是另一份試卷"));
  });
});

inEachBrowser("a paper goes on after a reload, its clock too, and is handed in by keyboard, in one file too", async (name) => {
  for (const url of [site, singleFile]) {
    await visit(name, `${url}#/paper`, async (page) => {
      await begin(page, "王小明");
      const [first] = rightAnswers("ward-nurses", "all", "K7M1");
      await fillIn(page, first);
      await page.waitForTimeout(1200);
      const before = String(await page.textContent(".paper-clock"));
      await page.reload();
      await page.waitForSelector(".paper-clock", { timeout: 30_000 });
      assert.equal(await blankOf(page, first.figure).inputValue(), first.right);
      const after = String(await page.textContent(".paper-clock"));
      assert.ok(after <= before, `${before} and then ${after}`);
      await page.evaluate(() => (location.hash = "#/paper"));
      await page.waitForSelector(".sitting");
      assert.match(String(await page.textContent(".sitting")), /還沒交/);
      await page.focus(".sitting a");
      await page.keyboard.press("Enter");
      await page.waitForSelector(".paper-clock");
      await page.focus('.buttons button:text-is("交卷")');
      await page.keyboard.press("Enter");
      assert.match(String(await page.textContent(".hand-in")), /空著/);
      await page.keyboard.press("Enter");
      await page.waitForSelector(".paper-result");
      assert.equal(await page.evaluate(() => document.activeElement?.textContent), "成績");
      await page.reload();
      await page.waitForSelector(".paper-result", { timeout: 30_000 });
      assert.match(String(await page.textContent(".paper-score")), /^對 1 處/);
    });
  }
});

test("the clock is honest: time while the page is closed counts, beyond the end it says so, and a clock set back is told", () =>
  visit("current", `${site}#/paper`, async (page) => {
    await begin(page, "王小明");
    await page.evaluate(() => {
      const real = Date.now;
      Date.now = () => real() + 31 * 60_000;
    });
    await page.waitForFunction(() => /超時 1:0\d/.test(document.querySelector(".paper-clock")?.textContent || ""));
    await assertAccessible(page);
    await page.evaluate(() => {
      const later = Date.now;
      Date.now = () => later() - 20 * 60_000;
    });
    await page.waitForFunction(() => /被往回調過/.test(document.querySelector(".paper-clock")?.textContent || ""));
    assert.match(String(await page.textContent(".paper-clock")), /超時/, "time does not come back");
  }));

test("a mistyped code is told with the part that is wrong, and a name is asked for", () =>
  visit("current", `${site}#/paper`, async (page) => {
    await page.waitForSelector(".paper-code-field", { timeout: 30_000 });
    const parts = code.split("-");
    const told = async (/** @type {string} */ typed) => {
      await page.fill(".paper-code-field", typed);
      await page.click('button:text("開始計時")');
      return String(await page.textContent(".practise-form [role=alert]"));
    };
    assert.match(await told(""), /請輸入試卷代碼。$/);
    assert.match(await told([parts[0], `${parts[1].slice(0, 4)}${parts[1][4] === "2" ? "3" : "2"}`, ...parts.slice(2)].join("-")), /第 2 段打錯了/);
    assert.match(await told(code.replace(parts[2][0], "O")), /「O」/);
    assert.match(await told(parts.slice(0, -1).join("-")), /應有 4 段，現在是 3 段/);
    assert.match(await told(code.slice(0, -2)), /第 4 段有 3 個字，每段應是 5 個。$/);
    assert.match(await told(code), /^請填姓名。$/);
    await assertAccessible(page);
    assert.match(page.url(), /#\/paper$/);
  }));

for (const profile of /** @type {const} */ ([{}, { colorScheme: "dark" }, { viewport: { width: 390, height: 844 } }])) {
  test(`a paper is composed, and printed with and without answers; axe finds nothing (${JSON.stringify(profile)})`, () =>
    visit("current", `${site}#/paper`, async (page) => {
      await page.waitForSelector("[data-part=scheme-0]", { timeout: 30_000 });
      await page.selectOption("[data-part=scheme-0]", "ward-nurses");
      await page.waitForTimeout(300);
      await page.selectOption("[data-part=level-0]", "all");
      await page.selectOption("[data-part=number-0]", "2");
      await page.click('button:text("再加一組")');
      await page.selectOption("[data-part=level-1]", "find");
      await page.fill("[data-part=seed]", "k0");
      await page.keyboard.press("Tab");
      assert.match(String(await page.textContent(".practise-order .problem")), /3 個字/);
      await page.fill("[data-part=seed]", "ｋ７ｍ");
      await page.keyboard.press("Tab");
      assert.equal(await page.textContent(".paper-code"), codeOf({ seed: "K7M", minutes: 30, groups: [{ scheme: "ward-nurses", level: "all", number: 2 }, { scheme: "ward-nurses", level: "find", number: 2 }] }));
      await assertAccessible(page);
      await page.evaluate(() => {
        window.print = () => {
          window.dispatchEvent(new Event("beforeprint"));
          /** @type {any} */ (window).printed = document.querySelector("#sheet")?.textContent;
          /** @type {any} */ (window).blanks = document.querySelectorAll("#sheet .exam-blank").length;
          window.dispatchEvent(new Event("afterprint"));
        };
      });
      const answers = rightAnswers("ward-nurses", "all", "K7M1");
      await page.click('button:text("列印試卷")');
      await page.waitForFunction(() => /** @type {any} */ (window).printed);
      assert.equal(await page.evaluate(() => /** @type {any} */ (window).blanks), answers.length + rightAnswers("ward-nurses", "all", "K7M2").length);
      await page.evaluate(() => (/** @type {any} */ (window).printed = null));
      await page.click('button:text("列印連答案")');
      await page.waitForFunction(() => /** @type {any} */ (window).printed);
      const key = await page.evaluate(() => /** @type {any} */ (window).printed);
      assert.equal(await page.evaluate(() => /** @type {any} */ (window).blanks), 0);
      for (const { right } of answers) assert.ok(key.includes(right), right);
    }, profile));
}

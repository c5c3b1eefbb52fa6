// Exercises on the page: filled in by keyboard, marked, helped with in three steps, kept, and the error to be found.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { assertAccessible } from "./harness/axe.mjs";
import { inEachBrowser, served, singleFile, visit } from "./harness/browser.mjs";
import { openFile, shown } from "./harness/page.mjs";
import { blankOf, fillIn, levelsOf, planted, rightAnswers } from "./harness/practise.mjs";

/** @typedef {import("playwright-core").Page} Page */

const site = await served();

/**
 * Opens an exercise by level and number.
 *
 * @param {Page} page
 * @param {string} level
 * @param {string} seed
 */
async function take(page, level, seed) {
  await page.waitForSelector(".practise-order select", { timeout: 30_000 });
  if (level !== "find") await page.selectOption(".practise-order select", level);
  await page.fill(".practise-order input", seed);
  await page.keyboard.press("Enter");
  await page.waitForFunction((number) => /** @type {HTMLInputElement | null} */ (document.querySelector(".practise-order input"))?.value === number, seed);
}

/** What came of marking. @param {Page} page */
async function score(page) {
  return String(await page.textContent(".score"));
}

inEachBrowser("an exercise by keyboard alone, from the first blank to the next exercise, in one file too", async (name) => {
  for (const url of [site, singleFile]) {
    await visit(name, `${url}#/practise/ward-nurses`, async (page) => {
      await take(page, "all", "TEST1");
      const answers = rightAnswers("ward-nurses", "all", "TEST1");
      await blankOf(page, answers[0].figure).focus();
      for (const { right } of answers) {
        await page.keyboard.type(right);
        await page.keyboard.press("Enter");
      }
      assert.equal(await page.evaluate(() => document.activeElement?.textContent), "判分");
      await page.keyboard.press("Enter");
      assert.match(await score(page), new RegExp(`對 ${answers.length} 處，共 ${answers.length} 處.*全對`));
      assert.equal(await page.evaluate(() => document.activeElement?.textContent), "下一題");
      await page.keyboard.press("Enter");
      assert.notEqual(await page.inputValue(".practise-order input"), "TEST1");
      assert.equal(await page.evaluate(() => document.activeElement?.tagName), "H1");
    });
  }
});

for (const profile of /** @type {const} */ ([{}, { colorScheme: "dark" }, { viewport: { width: 390, height: 844 } }])) {
  test(`wrong answers get a hint, then what went wrong, then the working; nothing is told before (${JSON.stringify(profile)})`, () =>
    visit("current", `${site}#/practise/ward-nurses`, async (page) => {
      await take(page, "all", "TEST2");
      await assertAccessible(page);
      const answers = rightAnswers("ward-nurses", "all", "TEST2");
      const [first, second] = answers;
      for (const answer of answers.slice(2)) await fillIn(page, answer);
      await blankOf(page, first.figure).fill("1");
      await blankOf(page, second.figure).fill("八百");
      await page.click('button:text-is("判分")');
      const line = (/** @type {string} */ figure) => page.locator(`.line[data-figure="${figure}"]`);
      assert.match(String(await line(first.figure).locator(".verdict").textContent()), /不對/);
      assert.match(String(await line(second.figure).locator(".verdict").textContent()), /讀不出/);
      assert.equal(await line(first.figure).locator(".help").count(), 0);
      assert.doesNotMatch(String(await line(first.figure).textContent()), new RegExp(`應為 ${first.right}`));
      await assertAccessible(page);
      assert.match(String(await line(first.figure).locator(".line-places").textContent()), /^除不盡取(整數| \d 位小數)$/);
      for (const button of ["給個提示", "用哪些數", "看算法"]) await line(second.figure).locator(`button:text("${button}")`).click();
      assert.match(String(await line(second.figure).textContent()), new RegExp(`這一步.*應為 ${second.right}`));
      for (const button of ["給個提示", "錯在哪裡", "看算法"]) await line(first.figure).locator(`button:text("${button}")`).click();
      assert.equal(await line(first.figure).locator(".help").count(), 3);
      assert.match(String(await line(first.figure).textContent()), new RegExp(`應為 ${first.right}`));
      await assertAccessible(page);
      await blankOf(page, first.figure).fill(first.right);
      assert.equal(await line(first.figure).locator(".verdict").count(), 0, "what was changed is not marked any more");
      assert.match(await score(page), /改過/);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0);
    }, profile));
}

test("the rest of a pool, digits that are carried on and what is given are said; the facts scroll with the page", () =>
  visit("current", `${site}#/practise/ward-nurses`, async (page) => {
    await page.waitForSelector(".line");
    for (const seed of ["REST1", "REST2", "REST3", "REST4"]) {
      await take(page, "all", seed);
      const chosen = String(await page.textContent(".given details"));
      const pay = String(await page.textContent('.line[data-figure^="pay"] .line-words'));
      assert.doesNotMatch(pay, /如果/, "the reading is settled in the exercise");
      assert.equal(/各份先截到 0\.01 元，餘下的/.test(pay), /不取位/.test(chosen), chosen);
    }
    await page.goto(`${site}#/practise/head-nurses-month`);
    await page.waitForFunction(() => document.querySelector("h1")?.textContent?.includes("護士長月工資") && document.querySelector(".line"));
    await take(page, "last", "TEST1");
    assert.match(String(await page.textContent('.line[data-figure="month_pay"] .line-places')), /往下照未取位的數算/);
    assert.match(String(await page.locator(".line-places").last().textContent()), /除不盡取 2 位小數.*第 13 行的數照未取位的用/);
    await page.goto(`${site}#/practise/quality-pay`);
    await page.waitForFunction(() => document.querySelector("h1")?.textContent?.includes("質量考核") && document.querySelector(".line"));
    await take(page, "all", "TEST1");
    assert.equal(await page.locator(".given-line select, .given-line input").count(), 0);
    assert.equal(await page.locator('.line[data-figure^="every_time"] select').count(), 0);
    const panel = page.locator(".columns > .column").first();
    assert.ok(await panel.evaluate((element) => element.scrollHeight <= element.clientHeight + 1), "it does not scroll inside itself");
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
    const end = await panel.evaluate((element) => element.getBoundingClientRect().bottom);
    assert.ok(end > 0 && end <= (await page.evaluate(() => window.innerHeight)), `its end is seen: ${end}`);
  }));

test("answers in full width, with a unit, as a fraction or a formula are read; an empty one is told", () =>
  visit("current", `${site}#/practise/ward-nurses`, async (page) => {
    await take(page, "all", "TEST3");
    const answers = rightAnswers("ward-nurses", "all", "TEST3");
    const full = (/** @type {string} */ text) => text.replace(/[0-9.]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
    const pay = answers[answers.length - 1];
    const points = answers[0];
    for (const [text, verdict] of [[`${full(pay.right)}元`, "right"], [` ${pay.right} 元`, "right"], [`=${pay.right.replace(/,/g, "")}*2/2`, "same|right"], ["", "empty"], ["abc", "unreadable"]]) {
      await blankOf(page, pay.figure).fill(text);
      await blankOf(page, points.figure).fill(`${Number(points.right) * 2}/2`);
      await page.click('button:text-is("判分")');
      assert.match(String(await page.getAttribute(`.line[data-figure="${pay.figure}"]`, "data-verdict")), new RegExp(verdict), text);
      assert.match(String(await page.getAttribute(`.line[data-figure="${points.figure}"]`, "data-verdict")), /same|right/);
    }
  }));

test("what was typed, marked and asked for is there after a reload, and an earlier exercise too", () =>
  visit("current", `${site}#/practise/quality-pay`, async (page) => {
    await take(page, "all", "KEEP1");
    const [first, second] = rightAnswers("quality-pay", "all", "KEEP1").filter(({ blank }) => blank === "number");
    await fillIn(page, first);
    await blankOf(page, second.figure).fill("7");
    await page.click('button:text-is("判分")');
    const line = page.locator(`.line[data-figure="${second.figure}"]`);
    await line.locator(".line-says button").first().click();
    await page.reload();
    await page.waitForSelector(".line");
    assert.equal(await blankOf(page, second.figure).inputValue(), "7");
    assert.match(String(await line.locator(".verdict").textContent()), /不對/);
    assert.equal(await line.locator(".help").count(), 1);
    await take(page, "all", "KEEP2");
    await take(page, "all", "KEEP1");
    assert.equal(await blankOf(page, second.figure).inputValue(), "7");
    await page.selectOption("#language", "en");
    assert.equal(await blankOf(page, second.figure).inputValue(), "7");
    assert.match(await line.locator(".verdict").first().textContent().then(String), /Wrong/);
  }));

test("at every level that a scheme offers the right answers are all right", () =>
  visit("current", `${site}#/practise`, async (page) => {
    for (const id of ["ward-nurses", "annual-rating", "general-surgery"]) {
      // The screen of the scheme before stands there until the next one is drawn.
      await page.evaluate(() => document.querySelector(".practise-order")?.classList.add("before"));
      await page.goto(`${site}#/practise/${id}`);
      await page.waitForSelector(".practise-order:not(.before) select");
      for (const level of levelsOf(id)) {
        await take(page, level, "LEVEL");
        const answers = rightAnswers(id, level, "LEVEL");
        for (const answer of answers) await fillIn(page, answer);
        await page.click('button:text-is("判分")');
        assert.match(await score(page), new RegExp(`對 ${answers.length} 處，共 ${answers.length} 處`), `${id} ${level}`);
      }
    }
  }));

test("an empty answer is helped with in three steps, the clause first", () =>
  visit("current", `${site}#/practise/ward-nurses`, async (page) => {
    await take(page, "all", "TEST2");
    const answers = rightAnswers("ward-nurses", "all", "TEST2");
    const last = answers[answers.length - 1];
    await page.click('button:text-is("判分")');
    const line = page.locator(`.line[data-figure="${last.figure}"]`);
    assert.match(String(await line.locator(".verdict").textContent()), /沒有填/);
    await line.locator('button:text("給個提示")').click();
    assert.match(String(await line.locator(".help .clause").textContent()), /L\d+|方案/);
    await line.locator('button:text("用哪些數")').click();
    assert.match(String(await line.locator(".help").last().textContent()), /第 \d+ 行「.+」/);
    assert.doesNotMatch(String(await line.textContent()), /應為/);
    await line.locator('button:text("看算法")').click();
    assert.match(String(await line.textContent()), new RegExp(`應為 ${last.right}`));
    await assertAccessible(page);
  }));

test("what is given cannot be chosen as the wrong line", () =>
  visit("current", `${site}#/practise/ward-nurses/find`, async (page) => {
    for (const seed of ["GIVEN1", "GIVEN2", "GIVEN3"]) {
      await take(page, "find", seed);
      assert.equal(await page.locator(".hunted.given-line input").count(), 0);
      assert.equal(await page.locator(`.hunted input[value="${planted("ward-nurses", seed).figure}"]`).count(), 1);
    }
  }));

test("the planted mistake is found by keyboard, wrong guesses tell nothing, and progress counts it", () =>
  visit("current", `${site}#/practise/ward-nurses/find`, async (page) => {
    await take(page, "find", "FIND1");
    await assertAccessible(page);
    const { figure, kind } = planted("ward-nurses", "FIND1");
    await page.click('button:text-is("判斷")');
    assert.match(String(await page.textContent(".hunt-answer")), /先選出/);
    const other = page.locator(`.hunted input:not([value="${figure}"])`).first();
    await other.check();
    await page.locator(`.hunt-kinds input[value="${kind}"]`).check();
    await page.click('button:text-is("判斷")');
    assert.match(String(await page.textContent(".hunt-answer")), /不是這一行/);
    assert.equal(await page.locator(".hunt-answer .help").count(), 0);
    await page.locator(`.hunted input[value="${figure}"]`).focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), "判斷");
    await page.keyboard.press("Enter");
    assert.match(String(await page.textContent(".hunt-answer")), /找到了/);
    await assertAccessible(page);
    await page.reload();
    await page.waitForSelector(".hunt-answer .help");
    await page.goto(`${site}#/progress`);
    await page.waitForSelector(".practise-table");
    assert.match(String(await page.textContent(".practise-table")), /找出錯誤/);
    await assertAccessible(page);
  }));

test("the source's own misprints are to be found: the value per point of the ward nurses, a wrong total", () =>
  visit("current", `${site}#/practise/ward-nurses/find`, async (page) => {
    await page.waitForSelector(".practise-order select", { timeout: 30_000 });
    await page.selectOption(".practise-order select", "E10");
    assert.match(String(await page.textContent(".lines")), /35\.44/);
    await page.locator('.hunted input[value="value_per_point"]').check();
    await page.click('button:text-is("判斷")');
    assert.match(String(await page.textContent(".hunt-answer")), /找到了.*37\.11/s);
    await page.goto(`${site}#/practise/ophthalmology/find`);
    await page.waitForFunction(() => document.querySelector(".practise-order option[value=E5]"));
    await page.selectOption(".practise-order select", "E5");
    assert.match(String(await page.textContent(".lines")), /4,436\.42/);
    await assertAccessible(page);
  }));

test("progress is saved, cleared, taken back and read again; other files are refused", () =>
  visit("current", `${site}#/practise/ward-nurses`, async (page) => {
    await take(page, "last", "PROG1");
    for (const answer of rightAnswers("ward-nurses", "last", "PROG1")) await fillIn(page, answer);
    await page.click('button:text-is("判分")');
    assert.match(await score(page), /全對/);
    await page.goto(`${site}#/progress`);
    await page.waitForSelector(".practise-table");
    const [download] = await Promise.all([page.waitForEvent("download"), page.click('button:text("存成檔案")')]);
    const path = await download.path();
    await page.click('button:text("全部清除")');
    assert.equal(await page.locator(".practise-table").count(), 0);
    await assertAccessible(page);
    await page.click('#notice button:text("撤銷")');
    await page.waitForSelector(".practise-table");
    await page.click('button:text("全部清除")');
    for (const [file, told] of /** @type {const} */ ([[{ name: "x.json", mimeType: "application/json", buffer: Buffer.from("{}") }, /不是練習進度/], [String(path), /已讀入/]])) {
      const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.click('button:text("讀入檔案")')]);
      await chooser.setFiles(/** @type {any} */ (file));
      await page.waitForFunction((pattern) => new RegExp(pattern).test(document.querySelector("#notice p")?.textContent || ""), told.source);
    }
    assert.equal(await page.locator(".practise-table tbody tr").count(), 1);
  }));

test("a hospital's own scheme is practised as well, and goes into a paper", () =>
  visit("current", `${site}#/catalogue`, async (page) => {
    await page.waitForSelector(".catalogue");
    const text = readFileSync(new URL("../schemes/ward-nurses/scheme.toml", import.meta.url), "utf8").replace(/^id\s*=.*$/m, 'id = "our-nurses"').replace(/^title\s*=.*$/m, 'title = "本院護士"');
    await openFile(page, "our-nurses.toml", text);
    await shown(page);
    await page.click('.toolbar button:text-is("練習")');
    await page.waitForSelector(".practise .line");
    assert.match(String(await page.textContent("h1")), /本院護士：習題/);
    await page.click('button:text-is("判分")');
    assert.match(await score(page), /對 0 處/);
    for (const [way, sign] of /** @type {const} */ ([["找出錯誤", ".hunted"], ["詞彙", ".terms dt"], ["算例演示", ".tape .line, .practise-box"]])) {
      await page.click(`.practise-ways a:text-is("${way}")`);
      await page.waitForSelector(sign);
    }
    await page.goto(`${site}#/paper`);
    await page.waitForSelector("[data-part=scheme-0]");
    await page.selectOption("[data-part=scheme-0]", { label: "本院護士" });
    await page.fill(".paper-code-field", String(await page.textContent(".paper-code")));
    await page.fill('label:text("姓名") + input', "王小明");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".paper-clock");
    assert.match(String(await page.textContent(".exercise-title")), /本院護士/);
  }));

// Months are dropped in on the page: every proposal over all of them, beside the page, with progress and a stop.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { Pace } from "../dist/sheets/pace.js";
import { readWorkbook } from "../dist/sheets/workbook.js";

import { assertAccessible } from "./harness/axe.mjs";
import { inEachBrowser, served, singleFile, visit } from "./harness/browser.mjs";
import { ASKED, file, savedCase, wardMonth, workbookOf } from "./harness/months.mjs";

/** @typedef {import("playwright-core").Page} Page */
/** @typedef {{ name: string, mimeType: string, buffer: Buffer }} Given */

const site = await served();

/**
 * Opens the replay of a scheme.
 *
 * @template T
 * @param {string} name of the browser
 * @param {string} scheme
 * @param {(page: Page) => Promise<T>} look
 * @param {{ profile?: import("playwright-core").BrowserContextOptions, url?: string }} [how]
 */
function atReplay(name, scheme, look, { profile, url = site } = {}) {
  return visit(
    name,
    `${url}#/compare/${scheme}`,
    async (page) => {
      await page.waitForSelector(".compare h1", { timeout: 30_000 });
      await openReplay(page);
      return look(page);
    },
    { viewport: { width: 1280, height: 900 }, ...profile },
  );
}

/** @param {Page} page */
async function openReplay(page) {
  await page.locator('details:has(> summary:text-matches("把過去幾個月|把过去几个月|Drop past months")) > summary').click();
  await page.waitForSelector(".replay-drop");
}

/** Gives files, and waits until they are read. @param {Page} page @param {Given[]} files @param {number} months how many there are then */
async function give(page, files, months) {
  await page.setInputFiles(".replay-drop input", files);
  await page.waitForFunction((count) => document.querySelectorAll(".replay-months tbody tr").length === count, months, { timeout: 60_000 });
}

/** Calculates, and waits for the result. @param {Page} page @param {string} [word] */
async function calculate(page, word = "逐月重算") {
  await page.click(`.replay .ask button:text("${word}")`);
  await page.waitForSelector(".replay-results tfoot, .replay-results .ask-use", { timeout: 60_000 });
}

/** Changes a value of the proposal. @param {Page} page @param {string} title @param {string} text */
async function change(page, title, text) {
  await page.locator(".compare-cell", { has: page.locator(`label:text-is("${title}")`) }).locator("input").fill(text);
}

/** A shown amount in fen. @param {string} text */
const fen = (text) => BigInt(text.replace(/（.*|[,+]/g, "").replace("−", "-").replace(".", ""));

/** The cells of a line of the table of months. @param {Page} page @param {string} title */
function line(page, title) {
  return page.locator(".replay-results table").first().locator("tr", { has: page.locator(`th:text-is("${title}")`) }).locator("td").allTextContents();
}

inEachBrowser("saved months, a workbook and a text file: differences add up, and what is no month says so", (name) =>
  atReplay(name, "ward-nurses", async (page) => {
    await change(page, "夜班", "3.0");
    const heads = ["姓名", "組長", "晚班", "夜班"];
    const files = [
      wardMonth("2026-02.json", ["甲", "乙", "丙"]),
      wardMonth("2026-01.json", ["甲", "乙", "甲", ""], "9000"),
      await workbookOf("年.xlsx", [["3月", [heads, ["甲", "1", "2", "3"], ["丁", "2", "1", "0"]]], ["4月", [heads, ["乙", "1", "2", "3"], ["甲", "0", "0", "4"]]], ["空白", []], ["備忘", [["下個月開會"]]], ["藏起來", [heads, ["戊", "1", "1", "1"]]]], ["藏起來"]),
      file("5月.csv", "姓名,晚班,夜班\n甲,2,5\n乙,1,1\n"),
      file("不是.xlsx", "%PDF-1.7"),
      file("別的.json", JSON.stringify({ scheme: "ultrasound", format: 1, rosters: {} })),
      file("更新.json", JSON.stringify({ scheme: "ward-nurses", format: 99 })),
      file("壞的.json", "{"),
    ];
    await give(page, files, 5);
    const troubles = String(await page.textContent(".replay .problems"));
    for (const said of [/年\.xlsx · 空白：是空的/, /年\.xlsx · 備忘：沒有找到/, /年\.xlsx · 藏起來：是隱藏的工作表/, /不是\.xlsx：/, /別的\.json：這是另一個方案「ultrasound」/, /更新\.json/, /壞的\.json/]) assert.match(troubles, said);
    assert.deepEqual(await page.locator(".replay-name").evaluateAll((all) => all.map((one) => /** @type {HTMLInputElement} */ (one).value)), ["2026-02", "2026-01", "3月", "4月", "5月"]);
    await page.click('button:text("按名稱排序")');
    assert.equal(await page.locator(".replay-name").nth(3).inputValue(), "2026-01");
    await page.locator('.replay-amount').nth(0).fill("20000");
    await calculate(page);
    const months = await page.locator(".replay-results table").first().locator("tbody tr").evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll("td, th")].map((cell) => cell.textContent || "")));
    assert.deepEqual(months.map(([title]) => title), ["3月", "4月", "5月", "2026-01", "2026-02"]);
    const [, , before, after, difference] = [0, 0, 2, 3, 4].map((column) => (column === 0 ? 0n : months.map((cells) => fen(cells[column])).reduce((sum, one) => sum + one, 0n)));
    const whole = (await line(page, "全部")).map((text) => text);
    assert.deepEqual([fen(whole[1]), fen(whole[2]), fen(whole[3])], [before, after, difference]);
    assert.equal(/** @type {bigint} */ (after) - /** @type {bigint} */ (before), difference);
    const told = String(await page.textContent(".replay-results .problems"));
    assert.match(told, /2026-01：「甲」在第 1、3 行都出現/);
    assert.match(told, /2026-01：第 4 行沒有姓名/);
    assert.match(String(await page.textContent('section[aria-label="每個人的合計"]')), /共 4 人.*不是每個月都在的/s);
    assert.match(String(await page.textContent(".replay-limits")), /每人減少不超過 5 %：不符（\d+ 人，先見於/);
  }),
);

inEachBrowser("a person is opened month by month; a proposal equal to today changes nothing in any month", (name) =>
  atReplay(name, "ward-nurses", async (page) => {
    await change(page, "夜班", "3.0");
    await page.click('button:text("再加一個方案")');
    await change(page, "夜班", "2.5");
    await give(page, [wardMonth("1月.json", ["甲", "乙", "丙"]), wardMonth("2月.json", ["甲", "丁", "丙"]), wardMonth("3月.json", ["甲", "乙", "丙"])], 3);
    await calculate(page);
    for (const title of ["1月", "3月", "全部"]) {
      const cells = await line(page, title);
      assert.match(cells[6], /^0\.00/, title);
      assert.equal(cells[7], "0／0", title);
      assert.doesNotMatch(cells[4], /^0／0/, title);
    }
    const people = page.locator('section[aria-label="每個人的合計"]');
    await people.locator("select").first().selectOption("0");
    await people.locator("select").nth(1).selectOption("position");
    const row = people.locator('.grid [data-row="1"] > [data-column]');
    const cells = await row.allTextContents();
    assert.deepEqual(cells.slice(0, 2), ["乙", "2/3"]);
    await people.locator('.grid [data-row="1"] > [data-column="4"] button').click();
    const months = await people.locator(".compare-person tbody tr").evaluateAll((rows) => rows.map((one) => [...one.querySelectorAll("td, th")].map((cell) => cell.textContent || "")));
    assert.equal(months[1][1], "不在名單");
    assert.equal(fen(months[0][1]) + fen(months[2][1]), fen(cells[2]));
    assert.equal(fen(months[0][3]) + fen(months[2][3]), fen(cells[4]));
    await change(page, "晚班", "1.9");
    assert.match(String(await page.textContent(".replay")), /改過了/);
  }),
);

test("months are put in order by keys, renamed and removed, and stay when the language changes", () =>
  atReplay("current", "ward-nurses", async (page) => {
    await give(page, ["一月", "二月", "三月"].map((name) => wardMonth(`${name}.json`, ["甲", "乙"])), 3);
    const names = () => page.locator(".replay-name").evaluateAll((all) => all.map((one) => /** @type {HTMLInputElement} */ (one).value));
    await page.locator('button[aria-label="一月 移到後面"]').focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    assert.deepEqual(await names(), ["二月", "三月", "一月"]);
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("aria-label")), "一月 移到後面", "the focus goes with the month");
    await page.dragAndDrop(".replay-months tbody tr:nth-child(3) .replay-source", ".replay-months tbody tr:nth-child(1) .replay-source");
    assert.deepEqual(await names(), ["一月", "二月", "三月"]);
    await page.locator(".replay-name").first().fill("元月");
    await page.locator('button[aria-label="移除 三月"]').click();
    await calculate(page);
    assert.equal((await line(page, "元月")).length > 0, true);
    await page.selectOption("#language", "en");
    await page.waitForSelector('h2:text("Replay of months")');
    await page.waitForSelector(".replay-months");
    assert.deepEqual(await names(), ["元月", "二月"]);
  }));

test("months are saved as a workbook with numbers, and as a text that adds up", () =>
  atReplay("current", "ward-nurses", async (page) => {
    await change(page, "夜班", "3.0");
    await give(page, [wardMonth("1月.json", ["甲", "乙", "=1+1"]), wardMonth("2月.json", ["甲", "丁", "007"])], 2);
    await calculate(page);
    const whole = await line(page, "全部");
    /** @param {string} button */
    const saved = async (button) => {
      const [download] = await Promise.all([page.waitForEvent("download"), page.click(`.replay-results button:text("${button}")`)]);
      return { name: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(await download.path())) };
    };
    const book = await saved("存成 Excel");
    assert.match(book.name, /逐月重算\.xlsx$/);
    const { sheets, read } = await readWorkbook(book.bytes);
    assert.deepEqual(sheets.map(({ name }) => name), ["每月", "每人", "每月每人"]);
    const cells = async (/** @type {number} */ at) => (await read(at, new Pace())).rows.slice(1).map((row) => row.cells);
    const [months, people, all] = [await cells(0), await cells(1), await cells(2)];
    assert.deepEqual([months.length, people.length, all.length], [2, 5, 6]);
    assert.ok(months.every((row) => row.slice(1, 5).every(({ is }) => is === "number")));
    assert.deepEqual(people.map(([name]) => [name.is, name.text]), ["甲", "乙", "=1+1", "丁", "007"].map((name) => ["text", name]));
    const cents = (/** @type {string} */ text) => BigInt(Math.round(Number(text) * 100));
    const sum = (/** @type {typeof all} */ rows, /** @type {number} */ column) => rows.map((row) => cents(row[column].text)).reduce((one, two) => one + two, 0n);
    for (const [rows, column] of /** @type {[typeof all, number][]} */ ([[months, 4], [people, 4], [all, 4]])) assert.equal(sum(rows, column), fen(whole[3]));
    for (const [rows, column] of /** @type {[typeof all, number][]} */ ([[months, 2], [people, 2], [all, 2]])) assert.equal(sum(rows, column), fen(whole[1]));
    const text = new TextDecoder().decode((await saved("存成 CSV")).bytes);
    const lines = text.trim().split("\r\n");
    assert.equal(lines.length, 7);
    assert.ok(lines.some((one) => one.includes("'=1+1")), "no text becomes a formula");
    assert.equal(lines.slice(1).map((one) => cents(one.split(",")[4])).reduce((one, two) => one + two, 0n), fen(whole[3]));
  }));

test("another scheme file and other formulas are calculated over months like changed values", () =>
  visit("current", `${site}#/compare/ward-nurses`, async (page) => {
    await page.waitForSelector(".compare h1", { timeout: 30_000 });
    const text = readFileSync(new URL("../schemes/ward-nurses/scheme.toml", import.meta.url), "utf8");
    const nothing = { note: "", changes: {}, scheme: null, formulas: {}, rows: {} };
    const changes = { "tables.shift.night.value": "3.0" };
    const proposals = [
      { ...nothing, name: "值", changes },
      { ...nothing, name: "檔", scheme: { name: "new.toml", text: text.replace('value = "2.5"', 'value = "3.0"') } },
      { ...nothing, name: "式", changes, formulas: { "step.points.formula": "sum(shifts * shift) * 1" } },
    ];
    const plan = { format: 1, proposals, shown: 2, step: "pay", by: "", limits: [{ kind: "loss", least: "5", most: "" }] };
    await page.evaluate((decision) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([decision], "decision.json", { type: "application/json" }));
      document.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    }, JSON.stringify({ format: 1, facts: savedCase("ward-nurses/source"), plan }));
    await page.waitForSelector(".compare-check");
    await openReplay(page);
    await give(page, [wardMonth("1月.json", ["甲", "乙", "丙"]), wardMonth("2月.json", ["甲", "丁"])], 2);
    await calculate(page);
    for (const title of ["1月", "2月", "全部"]) {
      const [, , ...cells] = await line(page, title);
      assert.deepEqual(cells.slice(3, 6), cells.slice(0, 3), `${title}: the file`);
      assert.deepEqual(cells.slice(6, 9), cells.slice(0, 3), `${title}: the formula`);
      assert.doesNotMatch(cells[2], /^0／0/);
    }
    // The other questions are asked of the scheme with the formula.
    await page.click('summary:text("哪個數值能達到目標")');
    await page.locator('section[aria-label="每個數值改一點，影響多大"] button:text("計算")').click();
    await page.locator('section[aria-label="每個數值改一點，影響多大"] tbody tr', { hasText: "夜班" }).waitFor();
    assert.match(String(await page.locator('section[aria-label="每個數值改一點，影響多大"] tbody tr', { hasText: "夜班" }).textContent()), /3/);
  }, { viewport: { width: 1280, height: 900 } }));

/** A ward of many. @param {number} month @param {number} people */
function large(month, people) {
  return wardMonth(`${month}月.json`, Array.from({ length: people }, (_, at) => `護士${at + month}`), String(people * 6543));
}

inEachBrowser("long work can be stopped at once, and begun again", (name) =>
  atReplay(name, "ward-nurses", async (page) => {
    await change(page, "夜班", "3.0");
    await give(page, Array.from({ length: 12 }, (_, month) => large(month + 1, 4000)), 12);
    // The stop is pressed as soon as anything is told.
    await page.evaluate(() => {
      const watch = new MutationObserver(() => {
        const stop = [...document.querySelectorAll(".replay .ask button")].find((one) => !(/** @type {HTMLElement} */ (one).hidden) && one.textContent === "停止");
        const progress = document.querySelector(".replay .ask .hint")?.textContent || "";
        if (stop && /^[2-9]／12$/.test(progress)) {
          watch.disconnect();
          /** @type {HTMLElement} */ (stop).click();
        }
      });
      watch.observe(/** @type {Element} */ (document.querySelector(".replay .ask")), { subtree: true, childList: true, characterData: true });
    });
    await page.click('.replay .ask button:text("逐月重算")');
    await page.waitForFunction(() => document.querySelector(".replay .ask .hint")?.textContent?.startsWith("已停止"), null, { timeout: 60_000 });
    const done = Number(String(await page.textContent(".replay .ask .hint")).replace(/\D*(\d+)／.*/, "$1"));
    assert.ok(done >= 2 && done < 12, String(done));
    assert.match(String(await page.textContent(".replay")), /只算完 \d+ 個月就停了/);
    assert.equal(await page.locator(".replay-results tfoot").count(), 0);
    await calculate(page);
    assert.match(String(await page.textContent(".replay .ask .hint")), /12／12/);
    assert.equal(await page.locator(".replay-results table").first().locator("tbody tr").count(), 12);
  }),
);

test("while months are calculated the page answers", () =>
  atReplay("current", "ward-nurses", async (page) => {
    await change(page, "夜班", "3.0");
    await give(page, Array.from({ length: 12 }, (_, month) => large(month + 1, 4000)), 12);
    await page.evaluate(() => {
      const gaps = /** @type {any} */ (window).gaps = [];
      let last = performance.now();
      const tick = () => {
        gaps.push(performance.now() - last);
        last = performance.now();
        /** @type {any} */ (window).ticking = setTimeout(tick, 0);
      };
      tick();
    });
    const began = Date.now();
    await page.click('.replay .ask button:text("逐月重算")');
    await page.waitForFunction(() => /^[1-9]\d*／12/.test(document.querySelector(".replay .ask .hint")?.textContent || ""), null, { timeout: 60_000 });
    // While the worker is busy the page takes a value and shows what it does.
    await change(page, "夜班", "2.8");
    assert.match(String(await page.textContent(".compare-change")), /2\.8/);
    await page.waitForFunction(() => document.querySelector(".replay .ask .hint")?.textContent?.startsWith("12／12"), null, { timeout: 60_000 });
    const spent = Date.now() - began;
    const blocked = await page.evaluate(() => {
      clearTimeout(/** @type {any} */ (window).ticking);
      return Math.max(.../** @type {any} */ (window).gaps);
    });
    assert.ok(blocked < Math.max(400, spent / 2), `blocked for ${blocked} ms of ${spent}`);
  }));

for (const [what, prepare] of /** @type {[string, (page: Page) => Promise<void>][]} */ ([
  ["in the edition in one file", async () => {}],
  ["in the edition in one file without workers", async (page) => {
    await page.addInitScript(() => {
      // @ts-ignore
      delete window.Worker;
    });
    await page.reload();
  }],
])) {
  inEachBrowser(`months are calculated ${what}`, (name) =>
    visit(
      name,
      `${singleFile}#/compare/ward-nurses`,
      async (page) => {
        await prepare(page);
        await page.waitForSelector(".compare h1", { timeout: 30_000 });
        const hasWorkers = await page.evaluate(() => typeof Worker === "function");
        assert.equal(hasWorkers, !what.includes("without"));
        await openReplay(page);
        await change(page, "夜班", "3.0");
        await give(page, [wardMonth("1月.json", ["甲", "乙"]), wardMonth("2月.json", ["甲", "乙"])], 2);
        await calculate(page);
        assert.equal((await line(page, "全部"))[0], "2");
      },
      { viewport: { width: 1280, height: 900 } },
    ),
  );
}

for (const { scheme, example, step, group, field } of ASKED) {
  test(`every question is answered on the page for ${scheme}`, () =>
    atReplay("current", scheme, async (page) => {
      await page.locator(".compare-order select").first().selectOption(step);
      if (group) await page.locator(`.compare-group:not([open]) > summary:has-text("${group}")`).first().click();
      if (field) await change(page, field, "4");
      else await page.locator('.compare-cell input[inputmode="decimal"]:visible').first().fill("200");
      const changed = Number((await page.locator(".compare-result tr", { has: page.locator('th:text-is("不變")') }).first().locator("td").allTextContents())[1]);
      const rows = await page.locator(".compare-result tr", { has: page.locator('th:text-matches("^增加的.{1,2}數$")') }).first().locator("td").allTextContents();
      assert.ok(Number.isInteger(changed) && rows.length === 2);
      // Limits.
      assert.ok((await page.locator(".compare-result .verdict").count()) > 0);
      // The way of one row.
      await page.locator('.grid [data-row="0"] > [data-column="3"] button').first().click();
      await page.waitForSelector(".way, .compare-person:not([hidden])");
      // The other way round.
      await page.click('summary:text("哪個數值能達到目標")');
      const done = (/** @type {string} */ section) =>
        page.waitForFunction((label) => {
          const [one, all] = (document.querySelector(`section[aria-label="${label}"] .ask-field .hint`)?.textContent || "x／").split("／");
          return one === all;
        }, section, { timeout: 60_000 });
      const seek = page.locator('section[aria-label="要達到目標，這個數值該是多少"]');
      if ((await seek.locator("input").inputValue()) === "") await seek.locator("input").fill("90");
      await seek.locator('button[type="submit"]').click();
      await seek.locator('div[role="status"] p').first().waitFor();
      for (const section of ["每個數值改一點，影響多大", "改到哪些值，就有人換檔次", "多做一點，反而少得"]) {
        await page.locator(`section[aria-label="${section}"] button:text("計算")`).click();
        await done(section);
      }
      assert.ok((await page.locator('section[aria-label="每個數值改一點，影響多大"] tbody tr').count()) > 0);
      await page.waitForFunction(() => (document.querySelector('section[aria-label="改到哪些值，就有人換檔次"] p[role="status"]')?.textContent || "") !== "");
      assert.match(String(await page.textContent('section[aria-label="改到哪些值，就有人換檔次"]')), /沒有分檔/);
      if (scheme === "annual-rating") {
        await page.locator(".compare-order select").first().selectOption("month_grade");
        const tiers = page.locator('section[aria-label="改到哪些值，就有人換檔次"]');
        await tiers.locator('button:text("計算")').click();
        await tiers.locator("tbody tr").first().waitFor();
        await page.setViewportSize({ width: 390, height: 844 });
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0, "nothing is wider than a phone");
        await page.setViewportSize({ width: 1280, height: 900 });
        assert.match(String(await tiers.textContent()), /→/);
        await page.locator(".compare-order select").first().selectOption(step);
      }
      // Months.
      const saved = savedCase(example);
      await give(page, ["1月", "2月"].map((name) => file(`${name}.json`, JSON.stringify(saved))), 2);
      await calculate(page);
      const [one, two, all] = [await line(page, "1月"), await line(page, "2月"), await line(page, "全部")];
      assert.deepEqual(one, two, "the same month twice");
      assert.equal(all[0], one[0]);
      // Scores are not added up; what changes for how many is counted.
      if (scheme === "annual-rating") assert.match(one[1], /^\d+／\d+$/);
      else assert.equal(2n * fen(one[3]), fen(all[3]));
      await assertAccessible(page);
    }));
}

for (const [what, profile] of /** @type {const} */ ([["", {}], [" in the dark", { colorScheme: "dark" }], [" on a phone", { viewport: { width: 390, height: 844 } }]])) {
  test(`axe finds nothing on a replay${what}, and nothing is wider than the page`, () =>
    atReplay("current", "ward-nurses", async (page) => {
      await assertAccessible(page);
      await change(page, "夜班", "3.0");
      await give(page, [wardMonth("1月.json", ["甲", "乙", "甲"]), wardMonth("2月.json", ["甲", "丙", ""]), file("壞.csv", "")], 2);
      await calculate(page);
      await page.locator('section[aria-label="每個人的合計"] .grid [data-row="0"] > [data-column="4"] button').click();
      await page.locator(".replay-results details summary").first().click();
      await assertAccessible(page);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.equal(over, 0);
      for (const [tag, word] of [["en", "Calculate all months"], ["zh-Hans", "逐月重算"]]) {
        await page.selectOption("#language", tag);
        await page.waitForSelector(".replay-months");
        await calculate(page, word);
        await assertAccessible(page);
      }
    }, { profile }));
}

test("a month that cannot be calculated has dashes, and what is summed over the others says over which", () =>
  atReplay("current", "ward-nurses", async (page) => {
    await change(page, "夜班", "3.0");
    await give(page, [wardMonth("1月.json", ["甲", "乙"]), wardMonth("2月.json", ["甲", "乙"], "壞"), wardMonth("3月.json", ["甲", "乙"])], 3);
    await calculate(page);
    const [rows, ...cells] = await line(page, "2月");
    assert.equal(rows, "2");
    assert.deepEqual(cells.slice(0, 4), ["—", "—", "—", "—"]);
    const foot = page.locator(".replay-results table").first().locator("tfoot tr");
    assert.match(String(await foot.locator("th").textContent()), /^全部（2 個月，共 3 個月）$/);
    const sums = await foot.locator("td").allTextContents();
    assert.equal(fen(sums[1]), fen((await line(page, "1月"))[1]) + fen((await line(page, "3月"))[1]));
  }));

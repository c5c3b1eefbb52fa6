// Rosters come in from spreadsheets and go out to them on the page: the dialog, its report, and the way back.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { assertAccessible } from "./harness/axe.mjs";
import { inEachBrowser, served, singleFile, visit } from "./harness/browser.mjs";
import { atNurses, cell, shown, textOf } from "./harness/page.mjs";
import { imported, storeOf } from "./harness/sheets.mjs";

/** @typedef {import("playwright-core").Page} Page */

const site = await served();
const file = (/** @type {string} */ name) => fileURLToPath(new URL(`sheets/${name}`, import.meta.url));
const list = 'section.list[aria-label="護士"]';

/** Chooses a file at the button of a roster. @param {Page} page @param {Parameters<import("playwright-core").FileChooser["setFiles"]>[0]} files @param {string} [button] */
async function choose(page, files, button = `${list} button:text("匯入…")`) {
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.click(button)]);
  await chooser.setFiles(files);
}

/** Gathers what the page saves: the oldest browser tells nobody of its downloads. @param {Page} page */
async function catchSaved(page) {
  await page.evaluate(() => {
    /** @type {any} */ (window).saved = [];
    HTMLAnchorElement.prototype.click = function click() {
      const { download, href } = this;
      /** @type {any} */ (window).saved.push(fetch(href).then((answer) => answer.arrayBuffer()).then((bytes) => ({ name: download, bytes: Array.from(new Uint8Array(bytes)) })));
    };
  });
  return async (/** @type {number} */ at) => {
    await page.waitForFunction((count) => /** @type {any} */ (window).saved.length > count, at);
    const { name, bytes } = await page.evaluate((one) => /** @type {any} */ (window).saved[one], at);
    return { name, bytes: Uint8Array.from(bytes) };
  };
}

inEachBrowser("a workbook replaces the list after its report was seen, and that is one step back", (name) =>
  atNurses(name, site, async (page) => {
    await choose(page, file("ward-nurses.xlsx"));
    await page.waitForSelector(".import .odd");
    assert.match(String(await page.textContent(".import h2")), /匯入「護士」：ward-nurses\.xlsx/);
    assert.match(String(await page.textContent(".import .said")), /讀到 8 列/);
    assert.match(String(await page.textContent(".import .odd")), /2 格是公式|3 格是公式/);
    assert.equal(await page.textContent(`${list} .count`), "12 列", "nothing is taken before somebody says so");
    await page.click('.import button:text("取代名冊（12 列換成 8 列）")');
    assert.equal(await page.locator("dialog").count(), 0);
    assert.equal(await page.textContent(`${list} .count`), "8 列");
    assert.equal(await textOf(cell(page, 1, 1)), "12");
    assert.match(String(await page.textContent("#notice")), /已從 ward-nurses\.xlsx 讀入 8 列/);
    await page.click("#notice button");
    assert.equal(await textOf(cell(page, 0, 0)), "護士甲");
    assert.equal(await page.textContent(`${list} .count`), "12 列");
  }),
);

inEachBrowser("a GB18030 text is added at the end; another encoding can be chosen", (name) =>
  atNurses(name, site, async (page) => {
    await choose(page, file("nurses-gb18030.csv"));
    await page.waitForSelector(".import .odd");
    assert.equal(await page.inputValue('[data-choice="encoding"]'), "gb18030");
    await page.selectOption('[data-choice="encoding"]', "big5");
    await page.waitForFunction(() => /Big5/.test(String(document.querySelector(".import .said")?.textContent)));
    await page.selectOption('[data-choice="encoding"]', "gb18030");
    await page.click('.import button:text("加在後面（12 列 + 2 列）")');
    assert.equal(await textOf(cell(page, 12, 0)), "王一");
    assert.equal(await textOf(cell(page, 12, 2)), "7.0000000000000009");
    assert.equal(await textOf(cell(page, 13, 1)), "1000");
  }),
);

inEachBrowser("the list goes out as a workbook that comes back the same; so does the template", (name) =>
  atNurses(name, site, async (page) => {
    const saved = await catchSaved(page);
    await page.click(`${list} button:text("匯出 Excel")`);
    const out = await saved(0);
    assert.equal(out.name, "病房護士績效工資-護士.xlsx");
    const back = await imported(storeOf("ward-nurses"), "nurse", out.bytes);
    assert.equal(back.intake.rows.length, 12);
    assert.deepEqual(back.intake.rows[0], { name: "護士甲", shifts: { leader: "24" } });
    assert.deepEqual(back.intake.odd, []);
    await page.click(`${list} button:text("範本")`);
    const template = await saved(1);
    assert.equal(template.name, "病房護士績效工資-範本.xlsx");
    assert.deepEqual((await imported(storeOf("ward-nurses"), "nurse", template.bytes)).intake.missing, []);
  }),
);

test("the edition in one file reads and writes workbooks too", () =>
  visit("86", `${singleFile}#/scheme/ward-nurses`, async (page) => {
    await shown(page);
    const saved = await catchSaved(page);
    await page.click(`${list} button:text("匯出 Excel")`);
    await page.waitForFunction(() => /** @type {any} */ (window).saved.length > 0);
    await choose(page, file("ward-nurses.xlsx"));
    await page.click('.import button:text("取代名冊")');
    assert.equal(await page.textContent(`${list} .count`), "8 列");
    assert.ok(saved);
  }));

test("what is no workbook is said, with ways on; Esc closes and nothing changed", () =>
  atNurses("current", site, async (page) => {
    await choose(page, file("ward-nurses.xls"));
    await page.waitForSelector('.import [role="alert"]');
    assert.match(String(await page.textContent('.import [role="alert"]')), /ward-nurses\.xls」是舊的 xls 格式/);
    await assertAccessible(page);
    await choose(page, { name: "x.csv", mimeType: "text/csv", buffer: Buffer.from("甲,1\n乙,2\n") }, '.import button:text("選其他檔案…")');
    await page.waitForSelector(".import .said");
    assert.match(String(await page.textContent(".import .said")), /沒有一列寫著這份名冊的欄名/);
    assert.equal(await page.locator('.import button:text("取代名冊")').count(), 0);
    await assertAccessible(page);
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => document.querySelector("dialog") === null);
    assert.equal(await page.textContent(`${list} .count`), "12 列");
  }));

test("100,000 rows: progress, stop, and the page stays alive", () =>
  atNurses("current", site, async (page) => {
    const text = `姓名,組長,晚班\n${Array.from({ length: 100000 }, (_, at) => `護士${at},${at % 31},1.5`).join("\n")}\n`;
    const big = { name: "big.csv", mimeType: "text/csv", buffer: Buffer.from(text) };
    const longest = page.evaluate(async () => {
      let most = 0;
      while (!document.querySelector(".import")) await new Promise((resolve) => setTimeout(resolve));
      for (let last = performance.now(); !document.querySelector(".import .said, .import [role='alert']"); ) {
        await new Promise((resolve) => setTimeout(resolve));
        most = Math.max(most, performance.now() - last);
        last = performance.now();
      }
      return most;
    });
    await choose(page, big);
    await page.waitForSelector(".import .said");
    assert.ok((await longest) < 700, `the page stood still for ${await longest} ms`);
    assert.match(String(await page.textContent(".import .said")), /讀到 100000 列/);
    await page.evaluate(() => {
      new MutationObserver((_, observer) => {
        const button = [...document.querySelectorAll(".import button")].find((one) => one.textContent === "停止");
        if (!(button instanceof HTMLElement)) return;
        observer.disconnect();
        setTimeout(() => button.click(), 30);
      }).observe(/** @type {Node} */ (document.querySelector(".import-body")), { childList: true, subtree: true });
    });
    await choose(page, big, '.import button:text("選其他檔案…")');
    await page.waitForSelector('.import [role="alert"]');
    assert.match(String(await page.textContent('.import [role="alert"]')), /已停止，名冊沒有變/);
    assert.equal(await page.textContent(`${list} .count`), "12 列");
  }));

test("by keyboard: the button, a column of another name, every stored digit, and into the list", () =>
  atNurses("current", site, async (page) => {
    const buffer = Buffer.from("姓名,領班,夜班\n甲,3,2\n");
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.focus(`${list} button:text("匯入…")`).then(() => page.keyboard.press("Enter"))]);
    await chooser.setFiles({ name: "x.csv", mimeType: "text/csv", buffer });
    await page.waitForSelector(".import .said");
    assert.match(String(await page.textContent(".import .said")), /沒有讀入的欄：領班（B）/);
    assert.match(String(await page.textContent(".import-warnings")), /取代後.*格會空掉/);
    const tabTo = async (/** @type {string} */ selector) => {
      for (let presses = 0; presses < 40; presses += 1) {
        await page.keyboard.press("Tab");
        if (await page.evaluate((one) => document.activeElement?.matches(one) === true, selector)) return;
      }
      assert.fail(`the keyboard does not lead to ${selector}`);
    };
    await tabTo('[data-choice="column-1"]');
    await page.selectOption('[data-choice="column-1"]', { label: "班數 · 組長" });
    await page.waitForFunction(() => !/領班/.test(String(document.querySelector(".import .said")?.textContent)));
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("data-choice")), "column-1", "the focus stays at the choice");
    await tabTo("button.main");
    await page.keyboard.press("Enter");
    assert.equal(await textOf(cell(page, 0, 1)), "3");
    assert.equal(await textOf(cell(page, 0, 3)), "2");
  }));

test("a workbook that is dropped on the page finds the roster that its headings fit", () =>
  visit("current", `${site}#/scheme/quality-pay`, async (page) => {
    await shown(page);
    const text = "事項,考核對象,提出日期\n修燈,內科,2026-10-01\n";
    await page.evaluate((words) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([words], "matters.csv"));
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    }, text);
    await page.waitForSelector(".import .said");
    assert.equal(await page.textContent(".import h2"), "匯入「限期辦理的事項」：matters.csv");
  }));

const phone = { viewport: { width: 390, height: 844 } };
for (const [words, profile] of /** @type {const} */ ([["", {}], [" in the dark", { colorScheme: "dark" }], [" on a phone", phone]])) {
  test(`axe finds nothing in the report${words}, in each language`, () =>
    atNurses("current", site, async (page) => {
      for (const [tag, button] of [["zh-Hant", "匯入…"], ["zh-Hans", "导入…"], ["en", "Import…"]]) {
        await page.selectOption("#language", tag);
        await choose(page, file("ward-nurses.xlsx"), `.list button:text("${button}")`);
        await page.waitForSelector(".import .odd");
        await assertAccessible(page);
        for (const summary of await page.locator(".import .odd summary").all()) await summary.click();
        await assertAccessible(page);
        const over = await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector(".import-body")).scrollWidth - /** @type {HTMLElement} */ (document.querySelector(".import-body")).clientWidth);
        assert.equal(over, 0, "nothing is wider than the dialog");
        await page.keyboard.press("Escape");
      }
    }, profile));
}

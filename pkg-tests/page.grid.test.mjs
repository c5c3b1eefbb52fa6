// Rosters are edited like a spreadsheet: keys, blocks, rows, back and forth.
import assert from "node:assert/strict";
import { test } from "node:test";

import { inEachBrowser, served, visit } from "./harness/browser.mjs";
import { atNurses, cell, copied, focus, paste, shown, textOf } from "./harness/page.mjs";

const site = await served();
/** The column of the pay in the nurses' roster: name, six shifts, points, pay. */
const PAY = 8;

inEachBrowser("the worked example is there from the first moment, and a typed number changes the pay at once", (name) =>
  atNurses(name, site, async (page) => {
    assert.equal(await textOf(cell(page, 0, 0)), "護士甲");
    assert.equal(await textOf(cell(page, 0, PAY)), "890.64");
    await cell(page, 0, 1).click();
    await page.keyboard.type("3");
    const first = await textOf(cell(page, 0, PAY));
    await page.keyboard.type("0");
    const second = await textOf(cell(page, 0, PAY));
    assert.notEqual(first, "890.64");
    assert.notEqual(second, first);
    await page.keyboard.press("Escape");
    assert.equal(await textOf(cell(page, 0, PAY)), "890.64", "Esc brings back what was there");
  }),
);

inEachBrowser("keys move as in a spreadsheet, and Esc then Tab leaves", (name) =>
  atNurses(name, site, async (page) => {
    await cell(page, 0, 1).click();
    const walk = async (/** @type {string[]} */ ...keys) => {
      for (const key of keys) await page.keyboard.press(key);
      return focus(page);
    };
    assert.equal(await walk("ArrowRight", "ArrowDown"), "1,2");
    assert.equal(await walk("Tab"), "1,3");
    assert.equal(await walk("Shift+Tab", "Shift+Tab"), "1,1");
    assert.equal(await walk("Enter"), "2,1");
    assert.equal(await walk("Shift+Enter"), "1,1");
    assert.equal(await walk("End"), `1,${PAY}`);
    assert.equal(await walk("Home"), "1,0");
    assert.equal(await walk("Control+End"), `12,${PAY}`);
    assert.equal(await walk("Control+Home"), "0,0");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Tab");
    assert.doesNotMatch(await focus(page), /^\d+,\d+$/);
  }),
);

inEachBrowser("a block from Excel is pasted, with full-width digits and thousands separators, and taken back", (name) =>
  atNurses(name, site, async (page) => {
    await cell(page, 12, 0).click();
    await paste(page, "王一\t１２\t1,000\r\n李二\t０.５\t２\r\n");
    assert.equal(await textOf(cell(page, 12, 0)), "王一");
    assert.equal(await textOf(cell(page, 12, 7)), "1,512", "12 × 1.0 + 1000 × 1.5 points");
    assert.equal(await textOf(cell(page, 13, 7)), "3.5");
    assert.match(String(await page.textContent("#notice")), /2 列 × 3 欄/);
    await page.keyboard.press("Control+z");
    assert.match(String(await page.textContent(".list .count")), /12 列/);
    await page.keyboard.press("Control+y");
    assert.match(String(await page.textContent(".list .count")), /14 列/);
  }),
);

test("what does not fit is said, and headings are not taken for a person", () =>
  atNurses("current", site, async (page) => {
    await cell(page, 0, 0).click();
    await paste(page, "姓名\t組長\r\n甲\t1\t2\t3\t4\t5\t6\t備註\r\n");
    const said = String(await page.textContent("#notice"));
    assert.match(said, /1 列 × 7 欄/);
    assert.match(said, /標題/);
    assert.match(said, /1 格超出表格，沒有貼入：備註/);
    assert.equal(await textOf(cell(page, 0, 0)), "甲");
    assert.equal(await textOf(cell(page, 1, 0)), "護士乙");
    await page.click("#notice button");
    assert.equal(await textOf(cell(page, 0, 0)), "護士甲");
  }));

test("a selected block is copied as Excel reads it, filled, and cleared", () =>
  atNurses("current", site, async (page) => {
    await cell(page, 1, 2).click();
    await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("Shift+ArrowDown");
    assert.equal(await copied(page), "3\t4\n\t\n5\t4");
    await paste(page, "2");
    assert.equal(await textOf(cell(page, 2, 3)), "2");
    await page.keyboard.press("Delete");
    assert.equal(await textOf(cell(page, 1, 2)), "");
    assert.equal(await textOf(cell(page, 3, 3)), "");
    assert.equal(await textOf(cell(page, 3, 4)), "6");
  }));

test("rows are added by typing below the last, inserted and removed", () =>
  atNurses("current", site, async (page) => {
    const count = () => page.textContent(".list .count");
    await cell(page, 12, 0).click();
    await page.keyboard.type("新人");
    assert.equal(await count(), "13 列");
    assert.equal(await textOf(cell(page, 12, 0)), "新人");
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("Control+-");
    assert.equal(await count(), "11 列");
    assert.equal(await textOf(cell(page, 0, 0)), "護士丙");
    await page.keyboard.press("Control+=");
    assert.equal(await count(), "12 列");
    assert.equal(await textOf(cell(page, 0, 0)), "");
    for (const expected of ["11 列", "13 列"]) {
      await page.keyboard.press("Control+z");
      assert.equal(await count(), expected);
    }
  }));

test("a run of keys in one cell is one step back", () =>
  atNurses("current", site, async (page) => {
    await cell(page, 0, 1).click();
    await page.keyboard.type("123");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Control+z");
    assert.equal(await textOf(cell(page, 0, 1)), "24");
    assert.match(String(await page.textContent("#notice")), /護士甲 · 組長：24 → 123/);
  }));

test("5,000 rows: only what is visible is in the page, and scrolling is quick", () =>
  atNurses("current", site, async (page) => {
    await cell(page, 12, 0).click();
    await paste(page, Array.from({ length: 4988 }, (_, at) => `護士${at}\t${at % 9}\t1\t2`).join("\n"));
    assert.equal(await page.textContent(".list .count"), "5000 列");
    const grid = page.locator('[role="grid"]').first();
    assert.equal(await grid.getAttribute("aria-rowcount"), "5003", "head, rows, the row for more, totals");
    const usual = await grid.evaluate((element) => {
      /** @type {number[]} */
      const times = [];
      for (let step = 0; step < 120; step += 1) {
        element.scrollTop = (step * 1237) % element.scrollHeight;
        const began = performance.now();
        element.dispatchEvent(new Event("scroll"));
        void element.offsetHeight;
        times.push(performance.now() - began);
      }
      return times.sort((one, other) => one - other)[60];
    });
    assert.ok((await page.locator('[role="grid"] [role="row"]').count()) < 80);
    assert.ok(usual < 16, `half of 120 leaps took longer than ${usual} ms`);
    await cell(page, await grid.evaluate((element) => Math.ceil(element.scrollTop / 30) + 2), 1).click();
    await page.keyboard.press("Control+End");
    assert.equal(await focus(page), "5000,8");
  }));

test("2,000 nurses: a change shows its results within one frame", () =>
  atNurses("current", site, async (page) => {
    await cell(page, 12, 0).click();
    await paste(page, Array.from({ length: 1988 }, (_, at) => `護士${at}\t${at % 9}\t1\t2\t3\t1\t1`).join("\n"));
    const usual = await page.evaluate(async () => {
      const pool = /** @type {HTMLInputElement} */ (document.querySelector('[data-path="inputs.pool"]'));
      const pay = () => String(document.querySelector('[data-row="12"] > [data-column="8"]')?.textContent);
      /** @type {number[]} */
      const times = [];
      for (let at = 0; at < 41; at += 1) {
        const before = pay();
        const began = performance.now();
        pool.value = `${(at + 2) * 100000}`;
        pool.dispatchEvent(new Event("input", { bubbles: true }));
        void document.body.offsetHeight;
        times.push(performance.now() - began);
        if (pay() === before) throw new Error("the pay did not follow");
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      return times.sort((one, other) => one - other)[20];
    });
    assert.ok(usual < 16, `half of 41 changes took longer than ${usual} ms`);
  }));

test("a cell of a hospital's own table shows the scheme's value where nothing is entered, since that is what counts", () =>
  visit("current", `${site}#/scheme/hospital-bonus`, async (page) => {
    await shown(page);
    const kinds = 'section.list[aria-label="科室類別"]';
    const rates = await page.locator(`${kinds} [data-row] > [data-column="2"]`).allTextContents();
    assert.deepEqual(rates.slice(0, 7), ["20", "13", "10", "15", "6", "13", "100"]);
    await page.locator(`${kinds} details summary`).click();
    assert.match(String(await page.textContent(`${kinds} details`)), /藥房：收入填藥品銷售額.*我們把15%讀作銷售額中的純收入/);
  }));

test("what is true for a row of another table is chosen and shown as yes or no", () =>
  visit("current", `${site}#/scheme/dispute-compensation`, async (page) => {
    await shown(page);
    assert.equal(await textOf(cell(page, 0, 8, "糾紛")), "是");
  }));

test("no figure is cut off at the edge of its column", () =>
  visit(
    "current",
    `${site}#/scheme/staff-weights`,
    async (page) => {
      await shown(page);
      await page.fill('[data-path="inputs.total"]', "68500000000");
      const cut = await page.locator(".figure-cell").evaluateAll((cells) => cells.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.textContent));
      assert.deepEqual(cut, []);
      assert.match(String(await textOf(cell(page, 0, 6, "人員類別"))), /^≈20,817,655,571\.64$/);
    },
    { viewport: { width: 1280, height: 800 } },
  ));

test("a name for which there is room is not cut", () =>
  visit("current", `${site}#/scheme/operating-room-nurses`, async (page) => {
    await shown(page);
    for (const list of ["手術", "班次得分"]) {
      const names = page.locator(`section.list[aria-label="${list}"] [data-row] > [data-column="0"]`);
      const cut = await names.evaluateAll((cells) => cells.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.textContent));
      assert.deepEqual(cut, [], list);
    }
  }));

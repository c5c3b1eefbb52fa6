// What a comparison says where there is no number, no person beyond a limit, little room, or another file: nothing that is not so.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { assertAccessible } from "./harness/axe.mjs";
import { served } from "./harness/browser.mjs";
import { atCompare as comparing, drop, line, opened, savedBy, valueOf } from "./harness/compare.mjs";

/** @typedef {import("playwright-core").Page} Page */

const site = await served();

/** @type {(name: string, scheme: string, look: (page: Page) => Promise<unknown>, profile?: import("playwright-core").BrowserContextOptions) => ReturnType<typeof comparing>} */
const atCompare = (name, scheme, look, profile) => comparing(name, site, scheme, look, profile);

/** A cell of the list of all rows. @param {Page} page @param {number} row @param {number} column */
function person(page, row, column) {
  return page.locator(`.grid [data-row="${row}"] > [data-column="${column}"]`);
}

test("a proposal that cannot be computed changes nothing that is known: there is a dash for every number, and today stays", () =>
  atCompare("current", "ward-nurses", async (page) => {
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.click('button:text("改用另一個方案檔")')]);
    await chooser.setFiles(fileURLToPath(new URL("../schemes/operating-room-nurses/scheme.toml", import.meta.url)));
    await page.waitForSelector(".compare-scheme button.link");
    for (const title of ["合計增減", "增加的人數", "減少的人數", "不變"]) assert.deepEqual(await line(page, title), ["", "—"], title);
    assert.deepEqual(await line(page, "合計"), ["12,446.70", "—"]);
    const foot = await page.locator(".grid .foot [data-column], .grid tfoot [data-column], .grid [role='row']").last().textContent();
    assert.match(String(foot), /合計.*12,446\.70/);
    assert.doesNotMatch(String(foot), /(^|[^.\d])0\.00/);
    assert.doesNotMatch(String(await page.textContent(".compare-pictures")), /沒有一個和今天不同/);
    await page.click('a:text("決策文件")');
    await page.waitForSelector(".paper");
    assert.doesNotMatch(String(await page.textContent(".paper")), /0 人增加/);
  }));

test("where results are no numbers, it is told how many change, and who from what to what", () =>
  atCompare("current", "annual-rating", async (page) => {
    await page.locator(".compare-order select").first().selectOption({ label: "人員 · 年度等次" });
    const summaries = page.locator(".compare-group:not([open]) > summary");
    for (let left = await summaries.count(); left > 0; left -= 1) await summaries.first().click();
    await valueOf(page, "低分界線").fill("66");
    assert.deepEqual((await line(page, "改變的人數"))[1], "1");
    assert.equal(await page.locator('.compare-result th:text-is("減少的人數")').count(), 0);
    assert.match(String(await page.textContent(".compare-result .hint")), /「年度等次」不是數/);
    assert.equal(await page.locator('section[aria-label="各組的增減"]').isVisible(), false);
    assert.equal(await page.locator(".compare-limits").isVisible(), false);
    const [name, before, after] = await page.locator('.grid [data-row="0"] > [data-column]').allTextContents();
    assert.deepEqual([before, after], ["不限", "不合格"]);
    await assertAccessible(page);
    await page.click('a:text("決策文件")');
    await page.waitForSelector(".paper");
    const who = page.locator(".paper-moved tbody tr");
    assert.deepEqual(await who.locator("th, td").allTextContents(), [name, "不限", "不合格"]);
    const paper = String(await page.textContent(".paper"));
    assert.match(paper, /1 人改變/);
    assert.doesNotMatch(paper, /無法判斷|超出限制的/);
    await page.locator(".paper-manner select, select").filter({ hasText: "只列編號" }).selectOption("numbers");
    assert.doesNotMatch(String(await page.textContent(".paper")), new RegExp(name));
    assert.deepEqual(await who.locator("th, td").allTextContents(), ["1", "不限", "不合格"]);
  }));

test("a limit of the scheme itself that fails is told among the limits, with whether it fails today", () =>
  atCompare("current", "ward-nurses", async (page) => {
    await valueOf(page, "夜班").fill("2.51");
    await page.click('a:text("決策文件")');
    await page.waitForSelector(".paper");
    const paper = String(await page.textContent(".paper"));
    assert.match(paper, /實發合計等於可分配總額：不符（今天(也|沒有)不符）/);
    assert.match(paper, /超出限制的（[1-9]/);
    assert.doesNotMatch(paper, /超出限制的（\d+）沒有/);
  }));

test("the paper writes the proposed rule in sentences, as it does the current one", () =>
  atCompare("current", "ward-nurses", async (page) => {
    await valueOf(page, "組長").fill("1.02");
    await page.click('a:text("決策文件")');
    await page.waitForSelector(".paper");
    const paper = String(await page.textContent(".paper"));
    assert.match(paper, /方案的算法步驟和現行的算法相同，數值不同。班次係數「組長」現在是 1 分\/班，改為 1\.02 分\/班。/);
    assert.match(paper, /班次係數「組長」：1 → 1\.02 分\/班/);
  }));

test("a phone shows what changes for each without scrolling sideways", () =>
  atCompare("current", "ward-nurses", async (page) => {
    await valueOf(page, "夜班").fill("3.0");
    await person(page, 0, 1).scrollIntoViewIfNeeded();
    assert.equal(await person(page, 0, 1).textContent(), "−52.56");
    for (const column of [1, 2]) {
      const box = await person(page, 0, column).boundingBox();
      assert.ok(box && box.x >= 0 && box.x + box.width <= 390, `column ${column}: ${JSON.stringify(box)}`);
    }
    await person(page, 0, 1).locator("button").click();
    await page.waitForSelector(".way");
  }, { viewport: { width: 390, height: 844 } }));

test("two proposals stand beside each other in English in the dark without being cut", () =>
  atCompare("current", "ward-nurses", async (page) => {
    await page.selectOption("#language", "en");
    await opened(page);
    await page.locator(".compare-cell input").nth(2).fill("3.0");
    await page.locator(".compare-choose .buttons button").first().click();
    await page.locator(".compare-cell input").nth(1).fill("1.9");
    await page.locator(".compare-words input").first().fill("Night shifts count three times instead of two and a half, evenings almost twice");
    const over = await page.locator(".compare-result .scroll").first().evaluate((place) => place.scrollWidth - place.clientWidth);
    assert.equal(over, 0);
  }, { colorScheme: "dark" }));

test("the proposals of two links are told apart", () =>
  atCompare("current", "ward-nurses", async (page) => {
    await valueOf(page, "夜班").fill("3.0");
    await page.click('button:text("做一個連結")');
    const [, hash] = (await page.inputValue(".compare-link input")).split("#");
    for (let at = 0; at < 2; at += 1) {
      await page.evaluate((to) => (location.hash = to), `#${hash}`);
      await page.waitForFunction(() => !location.hash.includes("/link/"));
    }
    const [, ...received] = await page.locator(".compare-tabs button").allTextContents();
    assert.deepEqual(received, ["收到的方案", "收到的方案 2"]);
  }));

test("a verdict says of which file it is, also when another one cannot be opened after it", () =>
  atCompare("current", "ward-nurses", async (page) => {
    await valueOf(page, "夜班").fill("3.0");
    await drop(page, "decision.json", await savedBy(page, 'button:text("存成檔案")'));
    await drop(page, "壞的.json", "{");
    await page.waitForFunction(() => /壞的/.test(document.querySelector("#notice, .notice, [role=alert], dialog")?.textContent || document.body.textContent || ""));
    assert.equal(await page.locator(".compare-check h2").textContent(), "核對碼：decision.json");
  }));

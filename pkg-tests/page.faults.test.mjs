// Scheme files with mistakes, and what does not load: each is told on a screen that everybody can use.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";

import { assertAccessible } from "./harness/axe.mjs";
import { browser, served, visit } from "./harness/browser.mjs";

const folder = mkdtempSync(join(tmpdir(), "jixiao-faults-"));
after(() => rmSync(folder, { recursive: true }));
const site = await served();
const good = readFileSync(new URL("../schemes/ward-nurses/scheme.toml", import.meta.url), "utf8").replace('"ward-nurses"', '"our-nurses"');
const steps = Array.from({ length: 3000 }, (_, at) => `[step.s${at}]\ntitle = "步"\nformula = "nobody${at}"\n`).join("");

/** A file, and the problem that it must be told of first. */
const files = /** @type {const} */ ([
  ["an unknown unit", good.replace('unit   = "yuan"', 'unit   = "yuna"'), "unknown-unit", /第 12 行第 10 字 沒有「yuna」這個單位 是不是想寫「yuan」？/],
  ["a misspelt name", good.replace("sum(shifts * shift)", "sum(shifts * shfit)"), "unknown-name", /第 49 行第 25 字 .*「shfit」/],
  ["a circle", good.replace('"sum(shifts * shift)"', '"pay / 1 [yuan/point]"'), "cycle", /points、pay/],
  ["an id that stands twice", good.replace('id = "evening"', 'id = "leader"'), "duplicate-id", /「leader」定義了兩次/],
  ["a row that the table lacks", good.replace('"sum(shifts * shift)"', '"shift.nights * 1 [shift]"'), "", /nights/],
  ["a bare float", good.replace('value = "2.5"', "value = 2.5"), "unquoted-number", /請寫成"2\.5"/],
  ["10 MB of nested brackets", `id = ${"[".repeat(10_000_000)}`, "file-too-large", /1000000/],
  ["brackets within the limit", `id = ${"[".repeat(900_000)}`, "nested-too-deep", /第 1 行/],
  ["bytes that are not UTF-8", Buffer.concat([Buffer.from('id = "x"\ntitle = "'), Buffer.from([0xb2, 0xa1, 0xb7, 0xbf]), Buffer.from('"\n')]), "not-utf8", /第 2 行第 10 字/],
  ["UTF-16", Buffer.from(`\uFEFF${good}`, "utf16le"), "not-utf8", /UTF-8/],
  ["nothing", "", "missing-key", /缺少「id」/],
  ["more mistakes than anybody reads", `id = "x"\ntitle = "x"\n${steps}`, "unknown-name", /超過1000/],
]);

/** One fault, a long list of them, a line that nobody reads: the forms that the screen has. @param {string} told */
const isTypical = (told) => ["a misspelt name", "nothing", "brackets within the limit"].includes(told);

test("every scheme file with mistakes is told what is wrong at its line, and soon", () =>
  visit("current", `${site}#/catalogue`, async (page) => {
    await page.waitForSelector(".catalogue");
    for (const [told, text, code, words] of files) {
      const name = `${told}.toml`;
      // From a disk, as people do: a large file is not handed through the driver.
      writeFileSync(join(folder, name), text);
      const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.click("#top button")]);
      await chooser.setFiles(join(folder, name));
      await page.waitForSelector(`.faults h1:has-text("${name}")`, { timeout: 20_000 });
      const item = page.locator(".faults li").first();
      assert.match(String(await page.locator(".faults").textContent()), words, told);
      if (code) assert.equal(await item.locator(".code").textContent(), ` ${code}`, told);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.equal(over, 0, told);
      if (isTypical(told)) await assertAccessible(page);
    }
  }));

for (const [what, pattern, address] of /** @type {const} */ ([["the engine", "**/*.wasm", ""], ["a scheme", "**/schemes/ward-nurses/**", "#/scheme/ward-nurses"]])) {
  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    test(`when ${what} does not load the page says so and offers to try again (${colorScheme})`, async () => {
      const context = await (await browser("current")).newContext({ colorScheme, viewport: { width: 390, height: 700 } });
      const page = await context.newPage();
      await page.route(pattern, (route) => route.abort());
      await page.goto(`${site}${address}`);
      await page.waitForSelector(".failure");
      await assertAccessible(page);
      await page.unroute(pattern);
      await page.click(".failure button");
      await page.waitForSelector(".scheme h1");
      await context.close();
    });
  }
}

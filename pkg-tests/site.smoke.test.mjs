// The site starts everywhere: in each browser, below any path, on servers that know no WebAssembly, and from a disk.
import assert from "node:assert/strict";
import { test } from "node:test";

import { assertAccessible } from "./harness/axe.mjs";
import { inEachBrowser, served, singleFile, visit } from "./harness/browser.mjs";
import { version } from "./harness/package.mjs";

const plain = await served();
const below = await served({ prefix: "/hospital/points" });
const untyped = await served({ untyped: [".wasm", ".toml", ".json"] });

/** @param {import("playwright-core").Page} page */
async function assertStarted(page) {
  await page.waitForSelector(`text=${version}`, { timeout: 30_000 });
}

inEachBrowser("the site starts", (name) => visit(name, plain, assertStarted));
inEachBrowser("the site starts below another path", (name) => visit(name, below, assertStarted));
inEachBrowser("the site starts without types for its files", (name) => visit(name, untyped, assertStarted));
inEachBrowser("the edition in one file starts from a disk", (name) => visit(name, singleFile, assertStarted));

inEachBrowser("the first page is accessible", (name) =>
  visit(name, plain, async (page) => {
    await assertStarted(page);
    await assertAccessible(page);
  }),
);

test("a page that asks for something elsewhere is caught", async () => {
  const asking = visit("current", plain, (page) =>
    page.evaluate(() => fetch("http://127.0.0.1:9/elsewhere").catch(() => undefined)),
  );
  await assert.rejects(asking, /request: http:\/\/127\.0\.0\.1:9\/elsewhere/);
});

test("a page that throws is caught", async () => {
  const throwing = visit("current", plain, async (page) => {
    await page.evaluate(() => setTimeout(() => { throw new Error("lost"); }));
    await page.waitForTimeout(100);
  });
  await assert.rejects(throwing, /error: lost/);
});

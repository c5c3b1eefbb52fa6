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
    await page.waitForSelector("#screen h1");
    await assertAccessible(page);
  }),
);

inEachBrowser("a browser refuses what the page would send elsewhere", async (name) => {
  /** @type {string[]} */
  let refused = [];
  const sending = visit(name, plain, async (page) => {
    await assertStarted(page);
    refused = await page.evaluate(async () => {
      /** @type {string[]} */
      const directives = [];
      document.addEventListener("securitypolicyviolation", (event) => directives.push(event.effectiveDirective));
      await fetch("http://127.0.0.1:9/elsewhere").catch(() => undefined);
      new Image().src = "http://127.0.0.1:9/elsewhere.png";
      const form = document.createElement("form");
      form.action = "http://127.0.0.1:9/elsewhere";
      document.body.append(form);
      form.submit();
      await new Promise((done) => setTimeout(done, 200));
      return directives.sort();
    });
  });
  await assert.rejects(sending, /127\.0\.0\.1:9\/elsewhere/);
  assert.deepEqual(refused, ["connect-src", "form-action", "img-src"]);
});

test("a page that throws is caught", async () => {
  const throwing = visit("current", plain, async (page) => {
    await page.evaluate(() => setTimeout(() => { throw new Error("lost"); }));
    await page.waitForTimeout(100);
  });
  await assert.rejects(throwing, /error: lost/);
});

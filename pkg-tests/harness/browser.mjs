// Starts the browsers of the tests and opens the site in them, watching for errors and for strangers on the line.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

import { chromium } from "playwright-core";

import { serve } from "./server.mjs";

const tools = fileURLToPath(new URL("../../tools/browsers/", import.meta.url));

/** The built site. */
export const dist = fileURLToPath(new URL("../../dist/", import.meta.url));

/** The edition in one file, as a visitor opens it from a disk. */
export const singleFile = new URL("../../dist/jixiao.html", import.meta.url).href;

/** The browsers that the site must work in: the oldest cores that hospitals run, and a current one. */
export const browserNames = ["86", "92", "109", "current"];

/** @typedef {import("playwright-core").Page} Page */

/** @type {Map<string, Promise<import("playwright-core").Browser>>} */
const running = new Map();
/** @type {Array<() => Promise<void>>} */
const stops = [];

after(async () => {
  for (const browser of running.values()) await (await browser).close();
  for (const stop of stops) await stop();
});

/**
 * A browser, started once for each test file.
 *
 * @param {string} name one of `browserNames`
 */
export function browser(name) {
  const started = running.get(name) || launch(name);
  running.set(name, started);
  return started;
}

/** @param {string} name */
function launch(name) {
  const own = name === "current" ? process.env.JIXIAO_CHROMIUM : undefined;
  const folder = join(tools, name);
  const executablePath = own || join(folder, "chromium");
  assert.ok(existsSync(executablePath), `${executablePath} is missing: cargo xtask test unpacks the browsers`);
  // The older packages count on libraries of their old home, which the current package brings.
  const libraries = [folder, join(folder, "lib"), join(tools, "current/lib")].join(":");
  return chromium.launch({
    executablePath,
    env: {
      ...process.env,
      FONTCONFIG_FILE: join(tools, "fonts/fonts.conf"),
      ...(own ? {} : { LD_LIBRARY_PATH: libraries }),
    },
    args: [
      "--headless",
      "--no-sandbox",
      "--no-zygote",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--font-render-hinting=none",
    ],
  });
}

/**
 * Serves the built site for the tests of one file.
 *
 * @param {Parameters<typeof serve>[1]} [how]
 * @returns {Promise<string>} the site's address
 */
export async function served(how) {
  const { url, stop } = await serve(dist, how);
  stops.push(stop);
  return url;
}

/**
 * Opens an address in a fresh profile and looks at the page.
 * Fails if the page throws, writes an error to the console, or asks for anything beyond its own site.
 *
 * @template T
 * @param {string} name one of `browserNames`
 * @param {string} url
 * @param {(page: Page) => Promise<T>} look
 * @param {import("playwright-core").BrowserContextOptions} [profile] language, dark mode, size of the window …
 * @returns {Promise<T>} what `look` found
 */
export async function visit(name, url, look, profile) {
  const context = await (await browser(name)).newContext({ locale: "zh-TW", ...profile });
  try {
    const page = await context.newPage();
    const wrong = watch(page, url);
    const answer = await page.goto(url);
    assert.ok(!answer || answer.ok(), `${url} answers ${answer?.status()}`);
    const found = await look(page);
    assert.deepEqual(wrong, [], `what went wrong on ${url} in Chromium ${name}`);
    return found;
  } finally {
    await context.close();
  }
}

/**
 * A list that fills with what goes wrong on a page.
 *
 * @param {Page} page
 * @param {string} url
 */
function watch(page, url) {
  /** @type {string[]} */
  const wrong = [];
  // A file may ask for nothing but itself; a served page for what lies beside it and below.
  const own = url.startsWith("file:") ? url.replace(/[?#].*/, "") : new URL(".", url).href;
  page.on("pageerror", (error) => wrong.push(`error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") wrong.push(`console: ${message.text()}`);
  });
  page.on("request", (request) => {
    const address = request.url();
    if (!address.startsWith(own) && !/^(data|blob):/.test(address)) wrong.push(`request: ${address}`);
  });
  page.on("requestfailed", (request) => {
    wrong.push(`failed request: ${request.url()} (${request.failure()?.errorText})`);
  });
  return wrong;
}

/**
 * A test that runs once in each browser.
 *
 * @param {string} title
 * @param {(name: string) => Promise<void>} body
 */
export function inEachBrowser(title, body) {
  for (const name of browserNames) test(`${title} (Chromium ${name})`, { timeout: 120_000 }, () => body(name));
}

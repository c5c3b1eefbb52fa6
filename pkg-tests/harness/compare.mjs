// What the tests of the comparison have in common: its parts by the names that people see.
import { readFileSync } from "node:fs";

import { visit } from "./browser.mjs";

/** @typedef {import("playwright-core").Page} Page */

/**
 * Opens the comparison of a scheme with its example.
 *
 * @template T
 * @param {string} name of the browser
 * @param {string} site
 * @param {string} scheme
 * @param {(page: Page) => Promise<T>} look
 * @param {import("playwright-core").BrowserContextOptions} [profile]
 */
export function atCompare(name, site, scheme, look, profile) {
  return visit(
    name,
    `${site}#/compare/${scheme}`,
    async (page) => {
      await opened(page);
      return look(page);
    },
    { viewport: { width: 1280, height: 900 }, ...profile },
  );
}

/** Waits for the comparison. @param {Page} page */
export async function opened(page) {
  await page.waitForSelector(".compare h1", { timeout: 30_000 });
}

/** The field of a value that may be changed. @param {Page} page @param {string} title */
export function valueOf(page, title) {
  return page.locator(".compare-cell", { has: page.locator(`label:text-is("${title}")`) }).locator("input");
}

/** What a line of the results says: today and each proposal. @param {Page} page @param {string} title */
export async function line(page, title) {
  return page.locator(".compare-result tr", { has: page.locator(`th:text-is("${title}")`) }).first().locator("td").allTextContents();
}

/** What is said of formulas and rows that are changed, when it is worked out. @param {Page} page */
export async function changeLines(page) {
  await page.waitForTimeout(400);
  return page.locator(".compare-rules li").allTextContents();
}

/** The file that a button saves. @param {Page} page @param {string} button */
export async function savedBy(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.click(button)]);
  return readFileSync(await download.path(), "utf8");
}

/** Opens a file by dropping it on the page. @param {Page} page @param {string} name @param {string} text */
export async function drop(page, name, text) {
  await page.evaluate(([file, content]) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([content], file, { type: "application/json" }));
    document.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  }, [name, text]);
  await page.waitForSelector(".compare-check");
}

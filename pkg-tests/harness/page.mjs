// What the tests of the page have in common: its parts by the names that people see.
import { visit } from "./browser.mjs";

/** @typedef {import("playwright-core").Page} Page */

/**
 * Opens the page at the ward nurses' scheme with its example.
 *
 * @template T
 * @param {string} browser
 * @param {string} url
 * @param {(page: Page) => Promise<T>} look
 * @param {import("playwright-core").BrowserContextOptions} [profile]
 */
export function atNurses(browser, url, look, profile) {
  return visit(
    browser,
    `${url}#/scheme/ward-nurses`,
    async (page) => {
      await shown(page);
      return look(page);
    },
    { viewport: { width: 1280, height: 800 }, ...profile },
  );
}

/** Waits for the screen of a scheme. @param {Page} page */
export async function shown(page) {
  await page.waitForSelector(".scheme h1", { timeout: 30_000 });
}

/**
 * A cell of the roster, or with `list` of another list; rows and columns count from 0, the name being column 0.
 *
 * @param {Page} page
 * @param {number} row
 * @param {number} column
 * @param {string} [list] its title
 */
export function cell(page, row, column, list = "護士") {
  return page.locator(`section.list[aria-label="${list}"] [data-row="${row}"] > [data-column="${column}"]`);
}

/** What a cell shows, be it being edited or not. @param {import("playwright-core").Locator} one */
export async function textOf(one) {
  return one.evaluate((element) => {
    const editor = element.querySelector("input, select");
    return editor instanceof HTMLInputElement || editor instanceof HTMLSelectElement ? editor.value : element.textContent;
  });
}

/** Where the focus is: `row,column` in a grid, otherwise the element's name. @param {Page} page */
export async function focus(page) {
  return page.evaluate(() => {
    const active = /** @type {HTMLElement} */ (document.activeElement);
    const row = active.closest("[data-row]");
    const column = active.closest("[data-column]");
    if (row instanceof HTMLElement && column instanceof HTMLElement) return `${row.dataset.row},${column.dataset.column}`;
    return active.dataset.path || active.id || active.tagName.toLowerCase();
  });
}

/** Pastes a text where the focus is, as the browser does it. @param {Page} page @param {string} text */
export async function paste(page, text) {
  await page.evaluate((words) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", words);
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    /** @type {HTMLElement} */ (document.activeElement).dispatchEvent(event);
  }, text);
}

/** What is copied from where the focus is. @param {Page} page */
export async function copied(page) {
  return page.evaluate(() => {
    const clipboardData = new DataTransfer();
    const event = new ClipboardEvent("copy", { clipboardData, bubbles: true, cancelable: true });
    /** @type {HTMLElement} */ (document.activeElement).dispatchEvent(event);
    return clipboardData.getData("text/plain");
  });
}

/**
 * Chooses a file as a person does after "打開檔案…".
 *
 * @param {import("playwright-core").Page} page
 * @param {string} name
 * @param {string | Buffer} text
 */
export async function openFile(page, name, text) {
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.click("#top button")]);
  await chooser.setFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(text) });
}

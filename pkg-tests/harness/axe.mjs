// Accessibility: what axe finds wrong on a page.
import assert from "node:assert/strict";
import { createRequire } from "node:module";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/**
 * Fails with a readable list where the page breaks a rule of WCAG 2.1 A or AA, or one of axe's best practices.
 *
 * @param {import("playwright-core").Page} page
 * @param {string} [within] a selector of the part to look at
 */
export async function assertAccessible(page, within = "html") {
  await page.addScriptTag({ path: axe });
  const violations = await page.evaluate(async (selector) => {
    const { violations } = await /** @type {any} */ (globalThis).axe.run(selector, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"],
    });
    return violations.map((/** @type {any} */ rule) => ({
      rule: rule.id,
      help: rule.help,
      at: rule.nodes.map((/** @type {any} */ node) => node.target.join(" ")),
    }));
  }, within);
  assert.deepEqual(violations, []);
}

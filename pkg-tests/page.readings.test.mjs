// Every reading that a scheme offers, switched on the page, changes what it should: the page then shows what the
// engine makes of a case of that reading. That the engine is right is the claim of the cases.
import assert from "node:assert/strict";
import { test } from "node:test";

import { served, visit } from "./harness/browser.mjs";
import { cases } from "./harness/cases.mjs";
import { entry } from "./harness/package.mjs";
import { openFile, shown } from "./harness/page.mjs";

const { Scheme } = await import(entry);
const site = await served();
const all = cases();
const schemes = [
  "general-surgery", "operating-room-nurses", "anaesthesia", "ultrasound", "ward-nurses", "head-nurses-month",
  "head-nurses-year", "delivery-room",
];

/**
 * What the page must show of some facts: figures and totals of the whole scheme, and the figures of every row.
 *
 * @param {import("../pkg/jixiao.js").Scheme} scheme
 * @param {object} facts
 */
function expected(scheme, facts) {
  const { outputs, steps, rosters } = scheme.describe("zh-Hant");
  const opened = scheme.open(JSON.stringify(facts));
  const summary = opened.evaluate("zh-Hant");
  const of = (/** @type {string | null} */ id) => (outputs.find((one) => one.of === id) || { steps: [] }).steps;
  const whole = steps.filter(({ id, each }) => each === null && of(null).includes(id));
  const figures = whole.map(({ id }) => (summary.figures.find(({ step }) => step === id)?.figure.shown || "—"));
  const rows = rosters.flatMap(({ id }) => opened.rows(id, of(id), 0, 1000, "zh-Hant").flat().map((figure) => figure.shown || "—"));
  opened.free();
  return { figures, rows };
}

/** The same as the page shows it. @param {import("playwright-core").Page} page */
async function found(page) {
  return {
    figures: await page.locator(".figures .figure").allTextContents(),
    rows: await page.locator('section[aria-label="名冊"] .list [data-row] .figure').allTextContents(),
  };
}

for (const id of schemes) {
  const own = all.filter(({ name }) => name.startsWith(`${id}/`));
  test(`the readings of ${id}`, async () => {
    const scheme = Scheme.read(own[0].scheme, null).scheme();
    const { choices } = scheme.describe("zh-Hant");
    await visit("current", `${site}#/scheme/${id}`, async (page) => {
      await shown(page);
      for (const choice of choices) {
        for (const option of choice.options.filter((one) => one.id !== choice.default)) {
          const told = `${choice.title}: ${option.title}`;
          const pairs = own
            .map(({ facts }) => JSON.parse(facts))
            .filter((facts) => (facts.choices || {})[choice.id] === option.id)
            .map((facts) => ({ scheme: id, format: 1, ...facts, choices: { ...facts.choices, [choice.id]: choice.default } }))
            .map((facts) => ({ facts, before: expected(scheme, facts), after: expected(scheme, { ...facts, choices: { ...facts.choices, [choice.id]: option.id } }) }));
          const telling = pairs.find(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after));
          assert.ok(telling, `a case in which the reading matters: ${told}`);
          await openFile(page, "case.json", JSON.stringify(telling.facts));
          await page.waitForSelector("#notice:not([hidden])");
          assert.deepEqual(await found(page), telling.before, `before ${told}`);
          await page.check(`[data-path="choices.${choice.id}"][value="${option.id}"]`);
          assert.deepEqual(await found(page), telling.after, told);
        }
      }
    }, { viewport: { width: 2600, height: 2000 } });
    scheme.free();
  });
}

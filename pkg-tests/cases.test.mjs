// Every case of every scheme has the same outcome, byte for byte, natively, in Node and in each browser.
// That the outcome is right is the claim of the native tests.
import assert from "node:assert/strict";
import { test } from "node:test";

import { inEachBrowser, served, visit } from "./harness/browser.mjs";
import { cases } from "./harness/cases.mjs";
import { nativeOutcome } from "./harness/native.mjs";
import { entry } from "./harness/package.mjs";

const all = cases();
const languages = ["zh-Hant", "zh-Hans", "en"];
const native = new Map(all.map((one) => [one.name, languages.map((language) => nativeOutcome(one.schemeFile, one.file, language))]));

/**
 * The outcomes of a case in each language, as JSON. It runs in Node and inside a page, so it uses only what it is given.
 *
 * @param {typeof import("../pkg/jixiao.js").Scheme} Scheme
 * @param {import("./harness/cases.mjs").Case} one
 * @param {string[]} languages
 */
function outcomes(Scheme, one, languages) {
  const reading = Scheme.read(one.scheme, one.translations);
  const scheme = reading.scheme();
  if (!scheme) return JSON.stringify(reading.problems("en"));
  const opened = scheme.open(one.facts);
  const found = languages.map((language) => JSON.stringify(opened.outcome(/** @type {any} */ (language))));
  for (const held of [opened, scheme, reading]) held.free();
  return found;
}

test("there are cases", () => assert.ok(all.length > 50, `${all.length} cases`));

for (const one of all) {
  test(`${one.name} in Node`, async () => {
    const { Scheme } = await import(entry);
    assert.deepEqual(outcomes(Scheme, one, languages), native.get(one.name));
  });
}

const site = await served();

/**
 * All outcomes, found inside a page.
 *
 * @param {typeof outcomes} outcomes
 * @param {import("./harness/cases.mjs").Case[]} all
 * @param {string[]} languages
 */
async function inside(outcomes, all, languages) {
  const engine = await import(new URL("pkg/jixiao.js", document.baseURI).href);
  await engine.default();
  return all.map((one) => outcomes(engine.Scheme, one, languages));
}

inEachBrowser("every case", (name) =>
  visit(name, site, async (page) => {
    const found = await page.evaluate(`(${inside})(${outcomes}, ${JSON.stringify(all)}, ${JSON.stringify(languages)})`);
    assert.deepEqual(found, all.map((one) => native.get(one.name)));
  }),
);

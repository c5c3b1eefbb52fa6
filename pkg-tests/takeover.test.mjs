// Figures taken over through the package are those that stand in the cases of the schemes that take them.
import assert from "node:assert/strict";
import { test } from "node:test";

import { cases } from "./harness/cases.mjs";
import { entry } from "./harness/package.mjs";

const { Scheme } = await import(entry);
const all = cases();
const taking = all.flatMap((one) => one.after.map((after) => ({ one, after })));

/** @param {import("./harness/cases.mjs").Case} one */
function opened({ scheme, translations, facts }) {
  return Scheme.read(scheme, translations).scheme().open(facts);
}

test("there are cases that stand after others", () => assert.ok(taking.length > 5, `${taking.length}`));

for (const { one, after } of taking) {
  test(`${one.name} after ${after.scheme}/${after.case}`, () => {
    const other = all.find(({ name }) => name === `${after.scheme}/${after.case}`);
    assert.ok(other);
    const [here, there] = [opened(one), opened(other)];
    const typed = here.facts();
    for (const language of ["zh-Hant", "zh-Hans", "en"]) {
      const { cells, problems } = here.takeOver(there, null, language);
      assert.ok(cells.length > 0);
      assert.ok(cells.every((/** @type {any} */ cell) => cell.text !== "" && cell.title.includes(" · ")));
      const told = problems.map((/** @type {any} */ { code, path }) => `${code} @ ${path}`);
      assert.deepEqual(told, after.problems || []);
    }
    assert.equal(here.facts(), typed);
  });
}

test("only the entry that is asked for is taken over, and what is wrong is told in words", () => {
  const one = all.find(({ name }) => name === "head-nurses-month/from-director");
  const other = all.find(({ name }) => name === "director-salary/nobody");
  assert.ok(one && other);
  const { cells, problems } = opened(one).takeOver(opened(other), "inputs.annual", "en");
  assert.deepEqual(cells, []);
  assert.deepEqual(problems.map((/** @type {any} */ { code, path, message }) => [code, path, message]), [
    ["no-figure", "inputs.annual", "“Directors' average annual salary” has no result there yet"],
  ]);
  const nowhere = opened(one).takeOver(opened(other), "inputs.heads", "zh-Hant");
  assert.deepEqual(nowhere.problems.map((/** @type {any} */ { code }) => code), ["nothing-taken"]);
});

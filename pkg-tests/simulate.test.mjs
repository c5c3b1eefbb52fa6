// A change is simulated through the package: compared, told, taken apart, and asked the other way round.
import assert from "node:assert/strict";
import { test } from "node:test";

import { cases } from "./harness/cases.mjs";
import { entry } from "./harness/package.mjs";

const { Scheme } = await import(entry);
const all = cases();

/** Each scheme with its example, a step, and what a proposal changes. */
const TRIED = [
  { name: "ultrasound/month", step: "pay", path: "parameters.title_share", text: "25", by: "title" },
  { name: "ward-nurses/source", step: "pay", path: "tables.shift.night.value", text: "3.0", by: null },
  { name: "general-surgery/source", step: "pay", path: "tables.grade.leader.coefficient", text: "1.5", by: "team" },
  { name: "annual-rating/year", step: "month_score", path: "tables.item.record.weight", text: "200", by: "staff" },
];

/** @param {string} name */
function opened(name) {
  const one = all.find((one) => one.name === name);
  assert.ok(one, name);
  return Scheme.read(one.scheme, one.translations).scheme().open(one.facts);
}

/** Decimal text in millionths. @param {string} text */
function millionths(text) {
  const [whole, fraction = ""] = text.split(".");
  assert.ok(fraction.length <= 6, text);
  return BigInt(whole + fraction.padEnd(6, "0"));
}

/** @param {string[]} texts */
const sum = (texts) => texts.map(millionths).reduce((one, two) => one + two, 0n);

/** @param {string} text */
const lines = (text) => text.split("\n").slice(0, -1);

for (const { name, step, path, text, by } of TRIED) {
  test(`${name}: a proposal equal to today changes nothing, and differences add up`, () => {
    const today = opened(name);
    const proposal = today.copy();
    const same = today.compare(proposal, step).summary(null, "en");
    assert.equal(same.matched.difference.value, "0");
    assert.deepEqual([same.gains, same.losses, same.unchanged], [0, 0, same.rows]);
    proposal.set(path, text);
    const comparison = today.compare(proposal, step);
    const summary = comparison.summary(null, "zh-Hant");
    assert.ok(summary.gains + summary.losses > 0);
    const difference = millionths(summary.matched.difference.value);
    assert.equal(sum(lines(comparison.lines("difference"))), difference);
    assert.equal(sum(lines(today.figures(step))), sum(lines(comparison.lines("before"))));
    assert.equal(sum(lines(proposal.figures(step))), sum(lines(comparison.lines("after"))));
    const counted = summary.bands.reduce((/** @type {number} */ count, /** @type {any} */ band) => count + band.count, 0);
    assert.equal(counted + summary.unchanged + summary.fromNothing, summary.matched.count);
    if (by) {
      const groups = comparison.groups(by, "en");
      assert.ok(groups.length > 1);
      assert.equal(sum(groups.map((/** @type {any} */ group) => group.sums.difference.value)), difference);
    }
    const sorted = comparison.rows("-difference", 0, summary.rows, "en").map((/** @type {any} */ row) => millionths(row.difference.value));
    assert.ok(sorted.every((/** @type {bigint} */ value, /** @type {number} */ at) => at === 0 || sorted[at - 1] >= value));
  });

  test(`${name}: what changes is said, and the waterfall of everybody adds up`, () => {
    const today = opened(name);
    const proposal = today.copy();
    proposal.set(path, text);
    for (const language of ["zh-Hant", "zh-Hans", "en"]) {
      const changes = today.changes(proposal, step, language);
      assert.equal(changes.length, 1);
      assert.match(changes[0].sentence, / → /);
      assert.equal(changes[0].effect, true);
    }
    const comparison = today.compare(proposal, step);
    for (const row of comparison.rows("position", 0, 100, "en")) {
      const fall = today.waterfall(proposal, `${step}[${row.at}]`, "en");
      assert.equal(sum(fall.parts.map((/** @type {any} */ part) => part.amount.value)), millionths(row.difference.value));
    }
  });

  test(`${name}: an answer put back gives the goal`, () => {
    const today = opened(name);
    const proposal = today.copy();
    proposal.set(path, text);
    const goal = lines(proposal.figures(step))[0];
    const found = today.seek(path, `${step}[0]`, goal, null, null, null, "zh-Hant");
    assert.ok(found.intervals.length > 0, found.sentence);
    for (const { from, to } of found.intervals) {
      for (const value of [from, to]) {
        proposal.set(path, value);
        assert.equal(lines(proposal.figures(step))[0], goal, value);
      }
    }
    const sensitivity = today.sensitivity(step, 0, 1000, "en");
    assert.equal(sensitivity.rows.length, sensitivity.total);
    assert.ok(sensitivity.rows.some((/** @type {any} */ row) => row.path === path));
  });
}

for (const { name, step, path, text } of TRIED) {
  test(`${name}: formulas are written anew through the package, told, and taken apart with values`, () => {
    const today = opened(name);
    const parts = today.parts("zh-Hant").flatMap((/** @type {any} */ one) => one.parts);
    assert.ok(parts.length > 0);
    const all = Object.fromEntries(parts.filter((/** @type {any} */ part) => part.text !== "").map((/** @type {any} */ part) => [part.path, part.text]));
    const same = today.revised(JSON.stringify(all));
    assert.deepEqual([same.lost(), same.problems("en")], [[], []]);
    assert.deepEqual(today.changes(same.opened(), step, "en"), [], "the same texts change nothing");
    const own = parts.find((/** @type {any} */ part) => part.path.startsWith(`step.${step}.`) && part.kind !== "places" && part.kind !== "when");
    const revision = today.revised(JSON.stringify({ [own.path]: `(${own.text}) * 2`, "step.none.formula": "1" }));
    assert.deepEqual(revision.lost(), ["step.none.formula"]);
    const proposal = revision.opened();
    proposal.set(path, text);
    for (const language of ["zh-Hant", "zh-Hans", "en"]) {
      const kinds = today.changes(proposal, step, language).map(({ kind, effect, sentence }) => [kind, effect, / → /.test(sentence)]);
      assert.deepEqual(kinds, [["value", true, true], ["formula", true, true]]);
    }
    for (const row of today.compare(proposal, step).rows("position", 0, 20, "en")) {
      const fall = today.waterfall(proposal, `${step}[${row.at}]`, "en");
      assert.ok(fall.parts.length <= 2);
      assert.equal(sum(fall.parts.map((/** @type {any} */ part) => part.amount.value)), millionths(row.difference.value));
    }
    const wrong = today.revised(JSON.stringify({ [own.path]: `${own.text} + nothing_such` }));
    assert.equal(wrong.opened(), undefined);
    const [told] = wrong.problems("en");
    assert.deepEqual([told.part, told.problem.code, told.start, told.end], [own.path, "unknown-name", own.text.length + 3, own.text.length + 15]);
  });
}

test("limits turn red with the first for whom they fail", () => {
  const today = opened("ward-nurses/source");
  const proposal = today.copy();
  proposal.set("tables.shift.night.value", "3.0");
  const comparison = today.compare(proposal, "pay");
  const loser = comparison.rows("percent", 0, 1, "en")[0];
  const loss = Number(loser.percent);
  assert.ok(loss < 0);
  const within = comparison.limit("percent", String(Math.floor(loss)), null, "en");
  assert.deepEqual([within.holds, within.first], [true, null]);
  const beyond = comparison.limit("percent", "-0.01", null, "en");
  assert.equal(beyond.holds, false);
  assert.ok(beyond.rows.includes(loser.at));
  const total = comparison.summary(null, "en").budgetAfter.value;
  assert.equal(comparison.limit("total", total, total, "en").holds, true);
  assert.equal(comparison.limit("total", null, "1000", "en").holds, false);
});

// A change is simulated through the package: compared, told, taken apart, and asked the other way round.
import assert from "node:assert/strict";
import { test } from "node:test";

import { cases } from "./harness/cases.mjs";
import { entry } from "./harness/package.mjs";

const { Replay, Scheme } = await import(entry);
const all = cases();

/** Each scheme with its example, a step, and what a proposal changes. */
const TRIED = [
  { name: "ultrasound/month", step: "pay", path: "parameters.title_share", text: "25", by: "title", work: "staff.visits.outpatient", graded: null },
  { name: "ward-nurses/source", step: "pay", path: "tables.shift.night.value", text: "3.0", by: null, work: "nurse.shifts.night", graded: null },
  { name: "general-surgery/source", step: "pay", path: "tables.grade.leader.coefficient", text: "1.5", by: "team", work: "doctor.nights.night", graded: null },
  { name: "annual-rating/year", step: "month_score", path: "tables.item.record.weight", text: "200", by: "staff", work: "deduction.points", graded: "month_grade" },
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

for (const { name, step, path, text, by, work, graded } of TRIED) {
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

for (const { name, step, path, text, work, graded } of TRIED) {
  test(`${name}: a limit fails for the first beyond it, and for nobody at the largest change`, () => {
    const today = opened(name);
    const proposal = today.copy();
    proposal.set(path, text);
    const comparison = today.compare(proposal, step);
    const [least, most] = ["difference", "-difference"].map((order) => comparison.rows(order, 0, 1, "en")[0].difference.value);
    assert.equal(comparison.limit("change", least, most, "en").holds, true);
    const beyond = comparison.limit("change", least, least, "en");
    assert.equal(beyond.holds, least === most);
    if (least !== most) assert.ok(millionths(beyond.first.difference.value) > millionths(least));
  });

  test(`${name}: one more unit of work is tried for every row of it`, () => {
    const today = opened(name);
    const all = today.cliffs(step, work, 0, 1000, "en");
    assert.ok(all.total > 0);
    for (const cliff of all.rows) assert.ok(millionths(cliff.after.value) < millionths(cliff.before.value));
    const pieces = Array.from({ length: all.total }, (_, row) => today.cliffs(step, work, row, 1, "en").rows).flat();
    assert.deepEqual(pieces, all.rows);
  });

  test(`${name}: a value at which somebody changes tier does so put in, and its neighbour does not`, () => {
    const today = opened(name);
    const by = graded || step;
    const tiers = today.tiers(by, 3, 0, 1000, "zh-Hans");
    assert.equal(tiers.graded.length > 0, graded !== null, "only the annual rating has bands on the way");
    assert.equal(tiers.rows.length, tiers.total);
    if (!graded) return;
    const results = (/** @type {string} */ cell, /** @type {string} */ value) => {
      const tried = today.copy();
      tried.set(cell, value);
      const found = tried.figures(by);
      tried.free();
      return lines(found);
    };
    let turns = 0;
    for (const row of tiers.rows.filter((/** @type {any} */ { path: one }) => !/\.(from|to|below)$/.test(one))) {
      for (const { value, before, count, moved } of [...row.below, ...row.above]) {
        const [here, there] = [results(row.path, before), results(row.path, value)];
        const others = here.map((_, at) => at).filter((at) => here[at] !== there[at]);
        assert.equal(others.length, count, `${row.path} ${value}`);
        assert.deepEqual(moved.map((/** @type {any} */ one) => one.row), others.slice(0, 20));
        turns += 1;
      }
    }
    assert.ok(turns > 3, String(turns));
  });

  test(`${name}: months tried again add up, and a proposal equal to today changes nothing in any`, () => {
    const replay = new Replay(2);
    const today = opened(name);
    const proposal = today.copy();
    proposal.set(path, text);
    const others = ["2", text];
    const months = others.map((other, at) => {
      const here = today.copy();
      const there = today.copy();
      there.set(path, other);
      const one = replay.add(0, here.compare(there, step));
      const same = replay.add(1, here.compare(here.copy(), step));
      assert.equal(same.difference.value, "0", `month ${at}`);
      assert.deepEqual([same.gains, same.losses], [0, 0]);
      assert.deepEqual(replay.names(at).rows, one.rows);
      return one;
    });
    const whole = replay.summary(0);
    assert.equal(millionths(whole.difference.value), sum(months.map(({ difference }) => difference.value)));
    assert.equal(replay.summary(1).difference.value, "0");
    const rest = millionths(whole.restDifference.value);
    assert.equal(sum(lines(replay.lines(0, "difference"))) + rest, millionths(whole.difference.value));
    const people = lines(replay.lines(0, "name"));
    assert.equal(people.length, whole.people);
    for (const column of ["before", "after", "difference"]) {
      const each = [0, 1].map((month) => lines(replay.monthLines(month, 0, column)));
      lines(replay.lines(0, column)).forEach((text, at) => assert.equal(millionths(text), sum(each.map((month) => month[at] || "0"))));
    }
    const order = Array.from(replay.order(0, "difference"), (at) => millionths(lines(replay.lines(0, "difference"))[at]));
    assert.ok(order.every((value, at) => at === 0 || order[at - 1] <= value));
    assert.throws(() => replay.lines(2, "name"));
    assert.throws(() => replay.lines(0, /** @type {any} */ ("rank")));
  });
}

test("people who are not in every month, a name twice and a row without a name", () => {
  const { scheme, translations } = /** @type {any} */ (all.find(({ name }) => name === "ward-nurses/source"));
  const read = Scheme.read(scheme, translations).scheme();
  const ward = (/** @type {string[]} */ names) => read.open(JSON.stringify({ inputs: { pool: "9000" }, rosters: { nurse: names.map((name, at) => ({ name, shifts: { night: String(at + 1) } })) } }));
  const replay = new Replay(1);
  for (const names of [["甲", "乙"], ["乙", "丙", "乙", ""], ["甲"]]) {
    const today = ward(names);
    const proposal = today.copy();
    proposal.set("tables.shift.night.value", "3");
    replay.add(0, today.compare(proposal, "pay"));
  }
  assert.deepEqual(lines(replay.lines(0, "name")), ["甲", "乙", "丙"]);
  assert.deepEqual(lines(replay.lines(0, "months")), ["2", "1", "1"]);
  assert.deepEqual(replay.names(1), { rows: 4, nameless: [3], repeated: [{ name: "乙", rows: [0, 2] }] });
  assert.equal(replay.names(7), null);
  const whole = replay.summary(0);
  // Everybody's sums and the rows of nobody are the three months of 9,000 yuan: each counted once.
  assert.equal(millionths(whole.before.value), 27_000n * 1_000_000n);
  assert.equal(sum(lines(replay.lines(0, "before"))) + millionths(whole.restBefore.value), 27_000n * 1_000_000n);
  assert.ok(millionths(whole.restBefore.value) > 0n);
  assert.equal(whole.always, 0);
});

test("the values with which a limit holds, and a total held against a figure of the scheme, through the package", () => {
  const today = opened("ultrasound/month");
  const proposal = today.copy();
  proposal.set("choices.other_from", "outside");
  proposal.set("inputs.training", "0");
  const beyond = today.compare(proposal, "pay").limit("total", null, "total", "en");
  assert.deepEqual([beyond.holds, beyond.beyond.value, beyond.most.value, beyond.first], [false, "200", "42000", null]);
  assert.throws(() => today.compare(proposal, "pay").limit("total", null, "nowhere", "en"), /nowhere/);
  const kept = proposal.within(today, "pay", "inputs.training", "total", null, "total", "en");
  assert.equal(kept.intervals[0].from, "200");
  assert.match(kept.sentence, /The least is 200: at 199\.99 it is missed by 0\.01 yuan\./);
  proposal.set("inputs.training", "200");
  assert.equal(today.compare(proposal, "pay").limit("total", null, "total", "en").holds, true);
  proposal.set("inputs.training", "199.99");
  assert.equal(today.compare(proposal, "pay").limit("total", null, "total", "en").holds, false);
});

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

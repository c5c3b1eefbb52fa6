// Exercises through the package: marked, and searched for a planted mistake.
import assert from "node:assert/strict";
import { test } from "node:test";

import { cases } from "./harness/cases.mjs";
import { entry } from "./harness/package.mjs";

const { Scheme } = await import(entry);
/** The first case of each scheme. */
const examples = [...new Map(cases().reverse().map((one) => [one.schemeFile, one])).values()].reverse();
assert.ok(examples.length > 20);

/** @param {import("./harness/cases.mjs").Case} one @param {"last" | "all"} level @param {string} seed */
function exerciseOf({ scheme, translations, facts }, level, seed) {
  return Scheme.read(scheme, translations).scheme().exercise({ seed, level, model: facts });
}

/** A wrong answer that no known mistake gives: every way of going wrong is tried. */
const WRONG = "123456.789";

test("the answer key is marked right, nothing is empty, and a wrong figure is expected where it stands", () => {
  for (const one of examples) {
    const exercise = exerciseOf(one, "all", "key");
    if (!exercise) continue;
    const key = exercise.mark({}, "zh-Hant");
    assert.equal(key.right, 0, one.name);
    assert.ok(key.lines.every(({ verdict }) => verdict === "empty"), one.name);
    const { lines } = exercise.sheet("zh-Hant");
    const answers = Object.fromEntries(key.lines.map(({ figure, expected }) => {
      const line = lines.find((line) => line.figure === figure);
      const option = line && line.options.find(({ text }) => text === expected);
      return [figure, option ? option.id : expected];
    }));
    const marking = exercise.mark(answers, "zh-Hant");
    const not = marking.lines.filter(({ verdict }) => verdict !== "right");
    assert.deepEqual(not, [], one.name);
    assert.equal(marking.right, marking.of);
    exercise.free();
  }
});

test("a planted mistake is found by its line and kind", () => {
  for (const one of examples) {
    const exercise = exerciseOf(one, "all", "find");
    const planted = exercise && exercise.planted("en");
    if (!planted) continue;
    const found = planted.sheet.lines.flatMap(({ figure }) => planted.kinds.map(({ kind }) => exercise.judge(figure, kind, "en"))).filter(({ place, kind }) => place && kind);
    assert.ok(found.length > 0, one.name);
    assert.ok(found.every(({ sentence, clause }) => sentence !== "" && clause), one.name);
    exercise.free();
  }
});

test("a wrong answer gets a hint, one that cannot be read a reason", () => {
  for (const one of examples) {
    for (const level of /** @type {const} */ (["last", "all"])) {
      const exercise = exerciseOf(one, level, "quick");
      if (!exercise) continue;
      const { lines } = exercise.mark({}, "zh-Hant");
      for (const asked of [lines.slice(-1), lines]) {
        const { lines: marked } = exercise.mark(Object.fromEntries(asked.map(({ figure }) => [figure, WRONG])), "zh-Hant");
        const answered = marked.filter(({ typed }) => typed !== "");
        assert.equal(answered.length, asked.length, one.name);
        assert.ok(answered.every(({ verdict, hint, problem }) => (verdict === "unreadable" ? problem : hint)), one.name);
      }
      exercise.free();
    }
  }
});

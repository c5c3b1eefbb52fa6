// Exercises through the package: marked, searched for a planted mistake, and both quickly.
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

/** The least whole milliseconds that a call takes of three. @param {() => void} call */
function fastest(call) {
  const times = [1, 2, 3].map(() => {
    const start = performance.now();
    call();
    return performance.now() - start;
  });
  return Math.min(...times);
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

test("marking feels immediate", (t) => {
  let worst = { name: "", milliseconds: 0 };
  for (const one of examples) {
    for (const level of /** @type {const} */ (["last", "all"])) {
      const exercise = exerciseOf(one, level, "quick");
      if (!exercise) continue;
      const { lines } = exercise.mark({}, "zh-Hant");
      for (const answers of [Object.fromEntries(lines.slice(-1).map(({ figure }) => [figure, WRONG])), Object.fromEntries(lines.map(({ figure }) => [figure, WRONG]))]) {
        const milliseconds = fastest(() => exercise.mark(answers, "zh-Hant"));
        const name = `${one.name} ${level} ${Object.keys(answers).length} wrong of ${lines.length}`;
        if (milliseconds > worst.milliseconds) worst = { name, milliseconds };
      }
      exercise.free();
    }
  }
  t.diagnostic(`the longest: ${worst.name}, ${worst.milliseconds.toFixed(1)} ms`);
  // Fifty on an idle machine; a busy one may take its time, but not this much.
  assert.ok(worst.milliseconds > 0 && worst.milliseconds < 500, worst.name);
});

// Practising: how long an exercise takes to be there, and to be marked with every answer wrong; per scheme.
//
// node practise.mjs, after cargo xtask build

import { cases } from "../pkg-tests/harness/cases.mjs";

const { Scheme } = await import("../pkg/node.js");

/** Seeds of each scheme. */
const SEEDS = 10;
/** Times that each is done; the median counts. */
const TIMES = 5;

/** @param {() => unknown} task @returns {number} milliseconds */
function median(task) {
  const times = Array.from({ length: TIMES }, () => {
    const start = performance.now();
    task();
    return performance.now() - start;
  });
  return times.sort((one, other) => one - other)[TIMES >> 1];
}

const rows = cases()
  .filter((one) => one.example)
  .map(({ name, scheme: text, translations, facts: model }) => {
    const scheme = Scheme.read(text, translations).scheme();
    const found = Array.from({ length: SEEDS }, (_, seed) => {
      const order = { seed: String(seed), level: "all", model };
      const made = median(() => scheme.exercise(order).sheet("zh-Hant"));
      const exercise = scheme.exercise(order);
      const blanks = exercise.sheet("zh-Hant").lines.filter(({ blank }) => blank === "number");
      // No mistake that is known gives this.
      const answers = Object.fromEntries(blanks.map(({ figure }, at) => [figure, `${1234567 + at}.89`]));
      return { made, marked: median(() => exercise.mark(answers, "zh-Hant")) };
    });
    const most = (/** @type {(one: typeof found[0]) => number} */ of) => Math.max(...found.map(of));
    return { id: name.split("/")[0], made: most((one) => one.made), marked: most((one) => one.marked) };
  })
  .sort((one, other) => other.marked - one.marked);

const shown = (/** @type {number} */ time) => `${time.toPrecision(3)} ms`;
console.log(`Slowest of ${SEEDS} seeds, each the median of ${TIMES} times:\n`);
console.log(["| scheme | an exercise is there | all answers wrong: marked |", "|---|---:|---:|", ...rows.map(({ id, made, marked }) => `| ${id} | ${shown(made)} | ${shown(marked)} |`)].join("\n"));

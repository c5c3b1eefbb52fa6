// Exercises through the package: of every scheme on every level it offers, the same natively, in Node and in each browser.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { inEachBrowser, served, visit } from "./harness/browser.mjs";
import { cases } from "./harness/cases.mjs";
import { entry } from "./harness/package.mjs";

const { Scheme, fingerprint } = await import(entry);
// Before any test: one that has ended while this waits would close what the later ones need.
const site = await served();
const examples = cases().filter((one) => one.example);

/** What the native tests found: scheme, seed, fingerprint of the facts. */
const known = readFileSync(new URL("exercises.txt", import.meta.url), "utf8")
  .trimEnd()
  .split("\n")
  .map((line) => line.split(" "));

/** The scheme of a case. @param {import("./harness/cases.mjs").Case} one */
const idOf = (one) => one.name.split("/")[0];

/** @param {string} id */
function read(id) {
  const one = examples.find((one) => idOf(one) === id);
  assert.ok(one, id);
  return { scheme: Scheme.read(one.scheme, one.translations).scheme(), model: one.facts };
}

/**
 * The fingerprints of drawn facts. It runs in Node and inside a page, so it uses only what it is given.
 *
 * @param {typeof import("../pkg/jixiao.js")} engine
 * @param {import("./harness/cases.mjs").Case[]} examples
 * @param {string[][]} known
 */
function drawn(engine, examples, known) {
  return known.map(([id, seed]) => {
    const one = examples.find(({ name }) => name.startsWith(`${id}/`));
    if (!one) return `no example of ${id}`;
    const reading = engine.Scheme.read(one.scheme, one.translations);
    const scheme = reading.scheme();
    const exercise = scheme && scheme.exercise({ seed, level: "last", model: one.facts });
    if (!scheme || !exercise) return `no exercise of ${id}`;
    const found = [id, seed, engine.fingerprint(exercise.facts())];
    for (const held of [exercise, scheme, reading]) held.free();
    return found;
  });
}

test("every shipped scheme has exercises that are known natively", () => {
  assert.deepEqual([...new Set(known.map(([id]) => id))], examples.map(idOf));
});

test("the facts of a seed are the same in Node", async () => {
  assert.deepEqual(drawn(await import(entry), examples, known), known);
});

/**
 * The same inside a page.
 *
 * @param {typeof drawn} drawn
 * @param {import("./harness/cases.mjs").Case[]} examples
 * @param {string[][]} known
 */
async function inside(drawn, examples, known) {
  const engine = await import(new URL("pkg/jixiao.js", document.baseURI).href);
  await engine.default();
  return drawn(engine, examples, known);
}

inEachBrowser("the facts of a seed are the same", (name) =>
  visit(name, site, async (page) => {
    const found = await page.evaluate(`(${inside})(${drawn}, ${JSON.stringify(examples)}, ${JSON.stringify(known)})`);
    assert.deepEqual(found, known);
  }),
);

for (const one of examples) {
  test(`${idOf(one)}: every level that is offered has blanks, in every language`, () => {
    const { scheme, model } = read(idOf(one));
    const levels = scheme.levels(model);
    assert.ok(levels.includes("last") && levels.length > 1, levels.join());
    for (const level of levels) {
      const exercise = scheme.exercise({ seed: "7", level, model });
      assert.ok(exercise, level);
      const again = scheme.exercise({ seed: "7", level, model });
      assert.equal(again.facts(), exercise.facts());
      const summary = scheme.open(exercise.facts()).evaluate("en");
      assert.deepEqual(summary.problems, []);
      for (const language of ["zh-Hant", "zh-Hans", "en"]) {
        const sheet = exercise.sheet(language);
        assert.deepEqual(again.sheet(language), sheet);
        const blanks = sheet.lines.filter((/** @type {any} */ line) => line.blank !== null);
        assert.ok(blanks.length >= (level === "last" ? 1 : 2), `${level} ${language}`);
        for (const line of blanks) {
          assert.equal(line.shown === null, line.blank !== "clause", line.figure);
          assert.equal(line.options.length > 0, line.blank !== "number", line.figure);
          assert.ok(line.options.every((/** @type {any} */ option) => option.id && option.text), line.figure);
        }
        assert.ok(sheet.final.every((/** @type {string} */ figure) => sheet.lines.some((/** @type {any} */ line) => line.figure === figure)));
      }
    }
  });

  test(`${idOf(one)}: the tape of its result ends in what the outcome says`, () => {
    const { scheme, model } = read(idOf(one));
    const sheet = scheme.exercise({ seed: "1", level: "last", model }).sheet("en");
    const opened = scheme.open(model);
    const figure = sheet.final[0].replace(/\[\d+\]/, "[0]");
    const tape = opened.tape(figure, "en");
    const last = tape.lines[tape.lines.length - 1];
    const step = opened.outcome("en").steps.find((/** @type {any} */ found) => found.step === last.step);
    assert.deepEqual([last.figure, last.shown], [figure, step.figures[0].shown]);
    assert.ok(tape.lines.every((/** @type {any} */ line) => line.blank === null && line.shown !== null && line.numbers !== null));
  });
}

test("what is no order is refused; what makes no sense is not there", () => {
  const { scheme, model } = read("ward-nurses");
  for (const order of [null, {}, { seed: "1", level: "hard", model }, { seed: 1, level: "last", model }]) {
    assert.throws(() => scheme.exercise(order), /order/);
  }
  assert.ok(scheme.exercise({ seed: "1", level: "last", model: null }));
  assert.ok(scheme.exercise({ seed: "1", level: "last", model: "no JSON" }) === undefined);
  assert.throws(() => scheme.open(model).tape("pay", "en"), /figure/);
  assert.throws(() => scheme.open(model).tape("pay[99]", "en"), /figure/);
  const empty = Scheme.read('id = "none"\ntitle = "無"\n', null).scheme();
  assert.equal(empty.exercise({ seed: "1", level: "last", model: null }), undefined);
  assert.deepEqual(empty.levels(null), []);
  assert.equal(fingerprint("x").length, 64);
});

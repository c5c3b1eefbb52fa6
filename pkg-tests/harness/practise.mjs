// What the tests of practising have in common: the right answers, from the package as Node runs it.
import { readFileSync } from "node:fs";

import { parse } from "smol-toml";

import { entry } from "./package.mjs";

/** @typedef {import("playwright-core").Page} Page */

const { default: start, Scheme } = await import(entry);
if (typeof start === "function") await start();

const schemes = new URL("../../schemes/", import.meta.url);

/** A shipped scheme, with the facts of its example. @param {string} id */
function shipped(id) {
  const read = (/** @type {string} */ file) => readFileSync(new URL(`${id}/${file}`, schemes), "utf8");
  const scheme = Scheme.read(read("scheme.toml"), { "zh-Hans": read("text.zh-Hans.toml"), en: read("text.en.toml") }).scheme();
  const example = JSON.parse(readFileSync(new URL(`../dist/schemes/${id}/example.json`, new URL("../", import.meta.url)), "utf8"));
  return { scheme, example: JSON.stringify(example) };
}

/**
 * An exercise as the page makes it.
 *
 * @param {string} id of a scheme
 * @param {string} level
 * @param {string} seed
 */
export function exercise(id, level, seed) {
  const { scheme, example } = shipped(id);
  const levels = scheme.levels(example);
  const filled = level !== "find" ? level : levels.includes("all") ? "all" : "last";
  return scheme.exercise({ seed, level: filled, model: example });
}

/** The ids of the levels that a scheme offers. @param {string} id @returns {string[]} */
export function levelsOf(id) {
  const { scheme, example } = shipped(id);
  return scheme.levels(example);
}

/**
 * What is to be filled in, in its order: the figures with what is right.
 *
 * @param {string} id of a scheme
 * @param {string} level
 * @param {string} seed
 * @returns {{ figure: string, blank: string, right: string }[]}
 */
export function rightAnswers(id, level, seed) {
  const made = exercise(id, level, seed);
  const marking = made.mark({}, "zh-Hant");
  const sheet = made.sheet("zh-Hant");
  return sheet.lines.filter((/** @type {any} */ { blank }) => blank !== null).map((/** @type {any} */ { figure, blank, options }) => {
    const { expected } = marking.lines.find((/** @type {any} */ line) => line.figure === figure);
    const option = options.find((/** @type {any} */ { text }) => text === expected);
    return { figure, blank, right: option ? option.id : expected.replace(/^≈/, "") };
  });
}

/**
 * Where the mistake of an error to be found lies.
 *
 * @param {string} id of a scheme
 * @param {string} seed
 * @returns {{ figure: string, kind: string }}
 */
export function planted(id, seed) {
  const made = exercise(id, "find", seed);
  const { sheet, kinds } = made.planted("zh-Hant");
  for (const { figure } of sheet.lines) for (const { kind } of kinds) if (made.judge(figure, kind, "zh-Hant").place && made.judge(figure, kind, "zh-Hant").kind) return { figure, kind };
  throw new Error("nothing is planted");
}

/** The blank of a figure. @param {Page} page @param {string} figure */
export function blankOf(page, figure) {
  return page.locator(`.line[data-figure="${figure}"] input, .line[data-figure="${figure}"] select`).first();
}

/**
 * Fills a blank in as a person does, where the focus is.
 *
 * @param {Page} page
 * @param {{ figure: string, blank: string, right: string }} answer
 */
export async function fillIn(page, { figure, blank, right }) {
  const field = blankOf(page, figure);
  if (blank === "number") await field.fill(right);
  else await field.selectOption(right);
}

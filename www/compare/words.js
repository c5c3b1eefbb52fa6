// The words of the comparison, which are loaded with it.
import { filled, language } from "../language.js";
import { words as english } from "./words/en.js";
import { words as simplified } from "./words/zh-Hans.js";
import { words as traditional } from "./words/zh-Hant.js";

/** @typedef {keyof typeof traditional} Word */

/** @type {Record<import("../language.js").Language, Record<Word, string>>} */
const TABLES = { "zh-Hant": traditional, "zh-Hans": simplified, en: english };

/**
 * Words of the comparison, with `{name}` replaced by the value of that name, and `{each}` by what rows are counted in.
 *
 * @param {Word} word
 * @param {Record<string, string | number>} [values]
 */
export function c(word, values = {}) {
  const table = TABLES[language()];
  return filled(table[word], { each: table["thing"] && (counter || table["thing"]), ...values });
}

/** A title as it stands within quotation marks. @param {string} title */
export function within(title) {
  return title.replace(/「/g, "『").replace(/」/g, "』").replace(/“/g, "‘").replace(/”/g, "’");
}

/** What rows are counted in, in the words of the page; empty where they are plain things. */
let counter = "";

/** Counts rows in people, times or months from now on, where the language has words for that. @param {string} unit empty: in plain things */
export function countIn(unit) {
  counter = unit;
}

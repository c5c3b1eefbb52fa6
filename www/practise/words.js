// The words of practising, which are loaded with it.
import { filled, language } from "../language.js";
import { words as english } from "./words/en.js";
import { words as simplified } from "./words/zh-Hans.js";
import { words as traditional } from "./words/zh-Hant.js";

/** @typedef {keyof typeof traditional} Word */

/** @type {Record<import("../language.js").Language, Record<Word, string>>} */
const TABLES = { "zh-Hant": traditional, "zh-Hans": simplified, en: english };

/**
 * Words of practising, with `{name}` replaced by the value of that name.
 *
 * @param {Word} word
 * @param {Record<string, string | number>} [values]
 */
export function p(word, values = {}) {
  return filled(TABLES[language()][word], values);
}

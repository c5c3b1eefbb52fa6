// The words of import and export, loaded with them: in the language of the page.
import { filled, language } from "../language.js";
import { words as english } from "./words/en.js";
import { words as simplified } from "./words/zh-Hans.js";
import { words as traditional } from "./words/zh-Hant.js";

/** @typedef {keyof typeof traditional} SheetWord */

/** @type {Record<import("../language.js").Language, Record<SheetWord, string>>} */
const TABLES = { "zh-Hant": traditional, "zh-Hans": simplified, en: english };

/**
 * @param {SheetWord} word
 * @param {Record<string, string | number>} [values]
 */
export function sheetWord(word, values = {}) {
  return filled(TABLES[language()][word], values);
}

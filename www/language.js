// The language of the page, and its words in that language.
import { words as traditional } from "./words/zh-Hant.js";
import { words as simplified } from "./words/zh-Hans.js";
import { words as english } from "./words/en.js";

/** @typedef {import("./engine.js").Language} Language */
/** @typedef {keyof typeof traditional} Word */

/** @type {Record<Language, Record<Word, string>>} */
const TABLES = { "zh-Hant": traditional, "zh-Hans": simplified, en: english };

/** The languages with their own names. @type {[Language, string][]} */
export const LANGUAGES = [
  ["zh-Hant", "繁體中文"],
  ["zh-Hans", "简体中文"],
  ["en", "English"],
];

/** @type {Language} */
let current = "zh-Hant";

/** The language that the page speaks now. */
export function language() {
  return current;
}

/** @param {string | null} tag one of the three; anything else is Traditional Chinese */
export function speak(tag) {
  const known = LANGUAGES.find(([name]) => name === tag);
  current = known ? known[0] : "zh-Hant";
  document.documentElement.lang = current;
}

/**
 * Words of the page, with `{name}` replaced by the value of that name.
 *
 * @param {Word} word
 * @param {Record<string, string | number>} [values]
 */
export function t(word, values = {}) {
  return filled(TABLES[current][word], values);
}

/** What English says of one thing and not of many. @type {Record<string, string>} */
const ONE = { are: "is", were: "was", have: "has", use: "uses", belong: "belongs", lie: "lies", stand: "stands", hold: "holds", equal: "equals" };

/** One of what is counted in English, with what is said of it. */
const COUNTED = /(^|[^\d.,−-])1 ((?:empty |hidden )?)(row|cell|number|character|value|column|list|scheme|system|figure|thing|exercise|term|card|result|file|blank|letter|minute|point|month|limit|change)s\b(?: (are|were|have|use|belong|lie|stand|hold|equal)\b)?/g;

/**
 * A sentence with values put in.
 *
 * @param {string} words
 * @param {Record<string, string | number>} values
 */
export function filled(words, values) {
  const text = words.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
  if (current !== "en") return text;
  return text.replace(COUNTED, (_, before, more, noun, verb) => `${before}1 ${more}${noun}${verb ? ` ${ONE[verb]}` : ""}`);
}

/** A word of the page in all its languages: what a search finds it by. @param {Word} word */
export function inEachLanguage(word) {
  return LANGUAGES.map(([tag]) => TABLES[tag][word]);
}

/**
 * The text in the language of the page, or in the first language there is one in.
 *
 * @param {Record<string, string | null>} texts by language
 */
export function inLanguage(texts) {
  return texts[current] || texts["zh-Hant"] || "";
}

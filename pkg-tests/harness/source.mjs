// Writes what the page shows of the source documents: `dist/schemes/source.json` with every system and the scheme that
// calculates it, what cannot be calculated, and every misprint with its calculation; and beside each scheme the facts of
// the cases that show its misprints. It is made from schemes/systems.toml, the schemes, and the engine in pkg/.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { parse } from "smol-toml";

import { cases } from "./cases.mjs";
import { entry } from "./package.mjs";

/** @typedef {import("../../www/library.js").Source} Source */
/** @typedef {import("../../pkg/jixiao.js").Language} Language */
/** @typedef {Record<string, string>} Texts by language */

/** @type {Language[]} */
const LANGUAGES = ["zh-Hant", "zh-Hans", "en"];

/**
 * @typedef {object} Shipped a scheme with its cases
 * @property {string} id
 * @property {import("../../pkg/jixiao.js").Scheme} scheme
 * @property {Record<Language, import("../../pkg/jixiao.js").Description>} described
 * @property {{ name: string, facts: string, parsed: any }[]} cases
 */

/** @returns {Promise<Map<string, Shipped>>} */
async function shipped() {
  const { Scheme } = await import(entry);
  const found = new Map();
  for (const { name, file, scheme: text, translations, facts } of cases()) {
    const [id, short] = name.split("/");
    if (!found.has(id)) {
      const scheme = Scheme.read(text, translations).scheme();
      found.set(id, { id, scheme, described: byLanguage((language) => scheme.describe(language)), cases: [] });
    }
    found.get(id).cases.push({ name: short, facts, parsed: parse(readFileSync(file, "utf8")) });
  }
  return found;
}

/** @template Value @param {(language: Language) => Value} value @returns {Record<Language, Value>} */
function byLanguage(value) {
  return /** @type {any} */ (Object.fromEntries(LANGUAGES.map((language) => [language, value(language)])));
}

/**
 * The case and the figure that show an erratum: the figure that a case names for it, or the printed figure that is wrong,
 * first of the example.
 *
 * @param {Shipped} one
 * @param {string} id
 */
function shownBy(one, id) {
  const candidates = one.cases.flatMap(({ name, facts, parsed }) => {
    const shows = (parsed.shows || []).map((/** @type {any} */ shown) => ({ ...shown, order: 0 }));
    const printed = (parsed.printed || []).map((/** @type {any} */ shown) => ({ ...shown, order: parsed.example ? 1 : 2 }));
    return [...shows, ...printed].filter(({ erratum }) => erratum === id).map(({ figure, order }) => ({ name, facts, figure, order }));
  });
  const [first] = candidates.sort((a, b) => a.order - b.order);
  if (!first) throw new Error(`no case shows ${id}`);
  return first;
}

/** The step of a figure such as `pay @ 護士甲`, and the position of its row. @param {Shipped} one @param {string} facts @param {string} figure */
function placed({ described }, facts, figure) {
  const [step, name] = figure.split(" @ ");
  if (name === undefined) return { step, row: null };
  const { steps, tables } = described["zh-Hant"];
  const each = steps.find(({ id }) => id === step)?.each;
  const table = tables.find(({ id }) => id === each);
  const names = table ? table.rows.map(({ id }) => id) : JSON.parse(facts).rosters[String(each)].map((/** @type {any} */ row) => row.name);
  return { step, row: names.indexOf(name) };
}

/** @param {Shipped} one @param {number} position @returns {Source["errata"][number]} */
function erratumOf(one, position) {
  const { id, described, scheme } = one;
  const texts = byLanguage((language) => described[language].errata[position]);
  const { id: number, place } = texts["zh-Hant"];
  const { name, facts, figure } = shownBy(one, number);
  const { step, row } = placed(one, facts, figure);
  const opened = scheme.open(facts);
  const explained = byLanguage((language) => opened.explain(step, row, language));
  opened.free();
  writeFileSync(new URL(`${id}/case.${name}.json`, published), JSON.stringify({ scheme: id, format: 1, ...JSON.parse(facts) }));
  const of = (/** @type {"printed" | "right" | "why"} */ key) => byLanguage((language) => texts[language][key]);
  return {
    id: number,
    scheme: id,
    place,
    clause: byLanguage((language) => described[language].clause || ""),
    printed: of("printed"),
    right: of("right"),
    why: of("why"),
    case: name,
    step,
    row,
    title: byLanguage((language) => [explained[language].name, explained[language].title].filter(Boolean).join(" · ")),
    numbers: byLanguage((language) => explained[language].numbers),
    result: byLanguage((language) => [explained[language].figure.shown, explained[language].unit].filter(Boolean).join(" ")),
  };
}

/** @typedef {Source["documents"][number]["beyond"][number]} Beyond */

/** What the schemes of a document leave out. @param {Shipped[]} schemes @returns {Beyond[]} */
function gapsOf(schemes) {
  return schemes.flatMap(({ id, described }) =>
    described["zh-Hant"].gaps.map((_, position) => {
      const of = (/** @type {"clause" | "text" | "why"} */ key) => byLanguage((language) => described[language].gaps[position][key]);
      return { scheme: id, clause: of("clause"), text: of("text"), why: of("why") };
    }),
  );
}

/** The lines that a clause names, such as `L245-L247、L250`, from and to. @param {Beyond} beyond @returns {[number, number][]} */
function lines({ clause }) {
  return [...clause["zh-Hant"].matchAll(/L(\d+)(?:-L?(\d+))?/g)].map(([, from, to]) => [Number(from), Number(to || from)]);
}

/**
 * The clauses that are not calculated, in the order of the source. What a scheme says of its own clause is nearer than
 * what the list says of the same lines, so that those of the list are left out.
 *
 * @param {any[]} listed
 * @param {Beyond[]} gaps
 * @returns {Beyond[]}
 */
function beyondOf(listed, gaps) {
  const said = gaps.flatMap(lines);
  const rest = listed.map(({ clause, text, why }) => ({ scheme: null, clause: byLanguage(() => clause), text, why })).filter((one) => {
    const own = lines(one);
    return own.length === 0 || !own.every(([from, to]) => said.some(([first, last]) => first <= to && from <= last));
  });
  // Where a document has no lines, its chapters are numbered in Chinese.
  const first = (/** @type {Beyond} */ one) => (lines(one)[0] || ["一二三四五六七八九十".indexOf(one.clause["zh-Hant"][0])])[0];
  const text = (/** @type {Beyond} */ one) => one.clause["zh-Hant"];
  return [...rest, ...gaps].sort((a, b) => first(a) - first(b) || Number(text(a) > text(b)) - Number(text(a) < text(b)));
}

/** @param {Map<string, Shipped>} schemes @returns {Source} */
function source(schemes) {
  const inventory = /** @type {any} */ (parse(readFileSync(new URL("../../schemes/systems.toml", import.meta.url), "utf8")));
  const all = [...schemes.values()];
  const implementing = (/** @type {string} */ id) => all.filter(({ described }) => described["zh-Hant"].implements.includes(id));
  const documents = inventory.document.map((/** @type {any} */ { source: document, title, system, beyond = [] }) => {
    const of = all.filter(({ described }) => system.some((/** @type {any} */ { id }) => id === described["zh-Hant"].implements[0]));
    return {
      source: document,
      title,
      systems: system.map((/** @type {any} */ { id, title: name, why }) => ({ id, title: name, why, schemes: implementing(id).map((one) => ({ id: one.id, cases: one.cases.length })) })),
      beyond: beyondOf(beyond, gapsOf(of)),
    };
  });
  const errata = all.flatMap((one) => one.described["zh-Hant"].errata.map((_, position) => erratumOf(one, position)));
  const number = (/** @type {{ id: string }} */ { id }) => Number(id.slice(1));
  return { documents, errata: errata.sort((a, b) => number(a) - number(b)), own: inventory.own };
}

const published = new URL("../../dist/schemes/", import.meta.url);
writeFileSync(fileURLToPath(new URL("source.json", published)), JSON.stringify(source(await shipped())));

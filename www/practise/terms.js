// The terms of schemes: every name that a scheme gives to a value, with its meaning, its unit and its clause.
import { t } from "../language.js";
import { p } from "./words.js";

/**
 * @typedef {import("../engine.js").Description} Description
 * @typedef {import("../engine.js").Field} Field
 *
 * @typedef {object} Meaning what a term means in one scheme
 * @property {string} scheme id
 * @property {string} from title of the scheme
 * @property {string} kind what the term names, in words
 * @property {string} note
 * @property {string} formula in words
 * @property {string} unit
 * @property {string} clause
 *
 * @typedef {{ title: string, meanings: Meaning[] }} Term
 */

/**
 * The terms of several schemes in the order of the language; one that several schemes use has a meaning for each.
 *
 * @param {Description[]} descriptions
 * @param {string} tag of the language
 * @returns {Term[]}
 */
export function termsOf(descriptions, tag) {
  /** @type {Map<string, Term>} */
  const terms = new Map();
  for (const description of descriptions) {
    for (const [title, meaning] of named(description)) {
      const term = terms.get(title) || { title, meanings: [] };
      terms.set(title, term);
      // A column and a step of one name often say the same: once is enough.
      if (!term.meanings.some((one) => JSON.stringify(one) === JSON.stringify(meaning))) term.meanings.push(meaning);
    }
  }
  const order = new Intl.Collator(tag);
  return [...terms.values()].sort((one, other) => order.compare(one.title, other.title));
}

/** @param {Description} description @returns {[string, Meaning][]} */
function named(description) {
  const { id, title: from, inputs, parameters, rosters, tables, steps, choices } = description;
  /** @param {{ title: string, note: string | null, clause: string | null, unit?: string | null, words?: string }} one @param {string} kind @returns {[string, Meaning]} */
  const term = ({ title, note, clause, unit, words }, kind) => [title, { scheme: id, from, kind, note: note || "", formula: words || "", unit: unit || "", clause: clause || "" }];
  const columns = (/** @type {{ title: string, columns: Field[] }} */ list) => list.columns.map((column) => term(column, p("termColumn", { list: list.title })));
  return [
    ...inputs.map((input) => term(input, p("termInput"))),
    ...parameters.map((parameter) => term(parameter, p("termParameter"))),
    ...choices.map((choice) => term({ ...choice, words: choice.options.map(({ title, note }) => [title, note].filter(Boolean).join(t("colon"))).join("\n") }, p("termChoice"))),
    ...rosters.flatMap((roster) => [term(roster, p("termRoster")), ...columns(roster)]),
    // A table with one column of its own name is one term.
    ...tables.flatMap((table) => [term({ ...table, unit: table.columns.length === 1 ? table.columns[0].unit : null, words: rowsOf(table) }, p("termTable")), ...(table.columns.length > 1 ? columns(table) : [])]),
    ...steps.map((step) => term(step, p("termStep"))),
  ];
}

/** What the rows of a table are called. @param {import("../engine.js").TableForm} table */
function rowsOf({ rows, columns }) {
  return rows.map(({ title, cells }) => (columns.length === 1 && cells[0] !== null ? `${title} ${cells[0]}` : title)).join(t("listComma"));
}

/**
 * Whether a term is what somebody looks for: every word stands in its name or in one of its meanings.
 *
 * @param {Term} term
 * @param {string} text
 */
export function matches(term, text) {
  const all = plain([term.title, ...term.meanings.flatMap(({ from, kind, note, unit, clause }) => [from, kind, note, unit, clause])].join(" "));
  return plain(text).split(/\s+/).every((word) => all.includes(word));
}

/** Full width and half width, capitals and small letters are the same for a search. @param {string} text */
function plain(text) {
  return text.normalize("NFKC").toLowerCase().trim();
}

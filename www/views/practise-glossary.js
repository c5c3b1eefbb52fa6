// The glossary: every term of the schemes, or of one, with its meaning, its unit and its clause.
import { fill, h } from "../dom.js";
import { inLanguage, language, t } from "../language.js";
import { headView } from "../practise/head.js";
import { consulted } from "../practise/schemes.js";
import { matches, termsOf } from "../practise/terms.js";
import { p } from "../practise/words.js";

/**
 * @typedef {import("./practise.js").Around} Around
 * @typedef {import("./practise.js").Practising} Practising
 * @typedef {import("../practise/terms.js").Term} Term
 * @typedef {import("../practise/terms.js").Meaning} Meaning
 */

/**
 * @param {Around} around
 * @param {string} [id] of the scheme whose terms are shown; all without one
 * @returns {Promise<Practising | null>}
 */
export async function glossary({ entries, screen }, id) {
  const one = id ? await consulted(id, entries) : null;
  if (id && !one) return null;
  const schemes = one ? [one] : (await Promise.all(entries.map((entry) => consulted(entry.id, entries)))).flatMap((scheme) => (scheme ? [scheme] : []));
  const search = h("input", { type: "search", id: "term-search", autocomplete: "off", placeholder: p("termHint") });
  const found = h("p", { class: "count", role: "status" });
  const list = h("dl", { class: "terms" });
  /** @type {[Term, HTMLElement[]][]} */
  let drawn = [];

  function filter() {
    let count = 0;
    for (const [term, elements] of drawn) {
      const isThere = matches(term, search.value);
      if (isThere) count += 1;
      for (const element of elements) element.hidden = !isThere;
    }
    found.textContent = count === 0 ? p("noTerm", { text: search.value }) : p("termCount", { count });
    list.hidden = count === 0;
  }
  search.addEventListener("input", filter);

  return {
    title: () => p("glossary"),
    close() {
      for (const { scheme } of schemes) scheme.free();
    },
    draw() {
      const descriptions = schemes.map(({ scheme }) => scheme.describe(language()));
      const scheme = one ? { id: one.id, title: descriptions[0].title, own: one.own } : undefined;
      const title = scheme ? p("glossaryOf", { title: scheme.title }) : p("glossary");
      drawn = termsOf(descriptions, language()).map((term) => [term, termView(term, one !== null)]);
      fill(list, ...drawn.map(([, elements]) => elements));
      search.placeholder = p("termHint");
      fill(
        screen,
        h(
          "div",
          { class: "practise glossary" },
          headView({ title, lead: one ? p("glossaryLeadOne") : p("glossaryLead"), here: one ? `#/glossary/${encodeURIComponent(one.id)}` : "#/glossary", scheme }),
          h("div", { class: "search" }, h("label", { for: "term-search" }, t("search")), search, found),
          list,
          one && h("p", {}, h("a", { href: "#/glossary" }, p("glossaryAll"))),
          !one && h("p", { class: "hint" }, p("glossaryOne"), " ", entries.map(({ id: other, titles }) => [h("a", { href: `#/glossary/${other}` }, inLanguage(titles)), " "])),
        ),
      );
      filter();
    },
  };
}

/** @param {Term} term @param {boolean} alone whether all terms are of one scheme @returns {HTMLElement[]} */
function termView({ title, meanings }, alone) {
  return [h("dt", {}, title), ...meanings.map((meaning) => meaningView(meaning, alone))];
}

/** @param {Meaning} meaning @param {boolean} alone */
function meaningView({ scheme, from, kind, note, formula, unit, clause }, alone) {
  return h(
    "dd",
    {},
    h("p", { class: "term-kind" }, !alone && [h("a", { href: `#/glossary/${encodeURIComponent(scheme)}` }, from), " · "], kind, unit && ` · ${p("unitIs", { unit })}`),
    note && h("p", {}, note),
    formula && h("p", { class: "term-formula" }, formula),
    clause && h("p", { class: "clause" }, `${t("source")}${t("colon")}${clause}`),
  );
}

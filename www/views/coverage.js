// What of the source documents is calculated by which scheme, and what cannot be calculated.
import { h } from "../dom.js";
import { inLanguage, t } from "../language.js";

/**
 * @typedef {import("../library.js").Entry} Entry
 * @typedef {import("../library.js").Source} Source
 * @typedef {import("../library.js").SourceDocument} SourceDocument
 */

/**
 * @param {Source} source
 * @param {Entry[]} entries
 */
export function readingView({ documents, own }, entries) {
  return h(
    "div",
    { class: "reading" },
    h("nav", { "aria-label": t("youAreHere") }, h("a", { href: "#/catalogue" }, t("catalogue")), h("span", { "aria-hidden": "true" }, " › "), t("sourceTitle")),
    h("h1", { tabindex: -1 }, t("coverageTitle")),
    h("p", { class: "lead" }, t("coverageLead")),
    h("p", {}, h("a", { href: "#/errata" }, t("errataTitle"))),
    documents.map((document) => documentView(document, entries)),
    h(
      "section",
      {},
      h("h2", {}, t("ownOf")),
      h("ul", { class: "beyond" }, own.map(({ scheme, why }) => h("li", {}, schemeLink(scheme, entries), t("colon"), inLanguage(why)))),
    ),
  );
}

/** @param {SourceDocument} document @param {Entry[]} entries */
function documentView({ title, systems, beyond }, entries) {
  const name = inLanguage(title);
  return h(
    "section",
    {},
    h("h2", {}, name, h("span", { class: "count" }, ` ${t("systemCount", { count: systems.length })}`)),
    h(
      "div",
      { class: "scroll", tabindex: 0, role: "region", "aria-label": name },
      h(
        "table",
        {},
        h("thead", {}, h("tr", {}, h("th", { scope: "col", colspan: 2 }, t("system")), h("th", { scope: "col" }, t("calculatedBy")), h("th", { scope: "col", class: "number" }, t("caseCount")))),
        h("tbody", {}, systems.map((system) => systemRow(system, entries))),
      ),
    ),
    beyond.length > 0 && [h("h3", {}, t("beyond")), h("ul", { class: "beyond" }, beyond.map((one) => beyondItem(one, entries)))],
  );
}

/** @param {SourceDocument["systems"][number]} system @param {Entry[]} entries */
function systemRow({ id, title, why, schemes }, entries) {
  const cases = schemes.reduce((sum, scheme) => sum + scheme.cases, 0);
  const links = schemes.map((scheme, at) => [at > 0 && h("br"), schemeLink(scheme.id, entries)]);
  return h(
    "tr",
    {},
    h("th", { scope: "row" }, id),
    h("td", {}, inLanguage(title)),
    why ? h("td", { colspan: 2 }, t("notCalculable", { why: inLanguage(why) })) : [h("td", {}, links), h("td", { class: "number" }, String(cases))],
  );
}

/** @param {SourceDocument["beyond"][number]} beyond @param {Entry[]} entries */
function beyondItem({ scheme, clause, text, why }, entries) {
  const place = h("span", { class: "clause" }, ` ${inLanguage(clause)}`);
  if (scheme === null) return h("li", {}, inLanguage(text), t("colon"), inLanguage(why), place);
  return h("li", {}, h("q", {}, inLanguage(text)), ` ${inLanguage(why)}`, place, " · ", schemeLink(scheme, entries));
}

/** @param {string} id @param {Entry[]} entries */
function schemeLink(id, entries) {
  const entry = entries.find((one) => one.id === id);
  return h("a", { href: `#/scheme/${id}` }, entry ? inLanguage(entry.titles) : id);
}

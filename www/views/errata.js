// The misprints of the source: what is printed, what is right and why, with the calculation that shows it.
import { h } from "../dom.js";
import { inLanguage, t } from "../language.js";

/**
 * @typedef {import("../library.js").Entry} Entry
 * @typedef {import("../library.js").Erratum} Erratum
 * @typedef {import("../library.js").Source} Source
 */

/**
 * @param {Source} source
 * @param {Entry[]} entries
 */
export function readingView({ errata }, entries) {
  return h(
    "div",
    { class: "reading" },
    h("nav", { "aria-label": t("youAreHere") }, h("a", { href: "#/catalogue" }, t("catalogue")), h("span", { "aria-hidden": "true" }, " › "), t("sourceTitle")),
    h("h1", { tabindex: -1 }, t("errataTitle")),
    h("p", { class: "lead" }, t("errataLead", { count: errata.length })),
    h("p", {}, h("a", { href: "#/coverage" }, t("coverageTitle"))),
    errata.map((erratum) => erratumView(erratum, entries)),
  );
}

/** @param {Erratum} erratum @param {Entry[]} entries */
function erratumView(erratum, entries) {
  const { id, scheme, place, clause, printed, right, why, case: name, step, row, title, numbers, result } = erratum;
  const entry = entries.find((one) => one.id === scheme);
  const figure = inLanguage(title);
  return h(
    "section",
    { class: "erratum", "aria-label": id },
    h("h2", {}, h("span", { class: "number" }, id), ` ${entry ? inLanguage(entry.titles) : scheme}`),
    h(
      "dl",
      {},
      line(t("place"), [inLanguage(clause), place].filter(Boolean).join(" · ")),
      line(t("printed"), h("del", {}, inLanguage(printed))),
      line(t("right"), h("ins", {}, inLanguage(right))),
      line(t("because"), inLanguage(why)),
      line(
        t("calculation"),
        h("p", {}, figure, t("colon"), h("strong", {}, inLanguage(result))),
        inLanguage(numbers) && h("p", { class: "formula numbers" }, inLanguage(numbers)),
        h("p", {}, h("a", { href: `#/scheme/${[scheme, name, step, ...(row === null ? [] : [row])].join("/")}`, "aria-label": `${t("openCalculation")}${t("colon")}${id} ${figure}` }, t("openCalculation"))),
      ),
    ),
  );
}

/** @param {string} word @param {...import("../dom.js").Child} children */
function line(word, ...children) {
  return [h("dt", {}, word), h("dd", {}, children)];
}

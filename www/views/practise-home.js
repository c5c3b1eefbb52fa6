// The first practise screen: every scheme that can be practised, and what of it is to be practised again.
import { fill, h, newId } from "../dom.js";
import { inLanguage, t } from "../language.js";
import { headView } from "../practise/head.js";
import { dueOf, learned } from "../practise/learned.js";
import { p } from "../practise/words.js";
import { ownFiles } from "../shelf.js";
import { GROUPS, isFound } from "./catalogue.js";

/** The ways of practising a scheme. @type {[import("../practise/words.js").Word, (name: string) => string][]} */
const WAYS = [
  ["exercise", (name) => `#/practise/${name}`],
  ["player", (name) => `#/practise/${name}/example`],
  ["find", (name) => `#/practise/${name}/find`],
  ["glossary", (name) => `#/glossary/${name}`],
];

/** What is searched of a file of the hospital besides its name. */
const OWN = { about: {}, implements: [], group: "own", files: { scheme: "", translations: {}, example: null, cases: null } };

/**
 * @param {import("./practise.js").Around} around
 * @returns {Promise<import("./practise.js").Practising>}
 */
export async function practiseHome({ screen, entries }) {
  const [own, cards] = await Promise.all([ownFiles(), learned()]);
  let typed = "";

  /** @param {string} title @param {{ id: string, title: string }[]} schemes */
  function groupView(title, schemes) {
    return schemes.length > 0 && h("section", {}, h("h2", {}, title), h("ul", { class: "entries practise-schemes" }, schemes.map((scheme) => schemeItem(scheme, dueOf(cards, scheme.id)))));
  }

  function searchView() {
    const id = newId("search");
    const list = h("div", { class: "groups" });
    const found = h("p", { class: "count", role: "status" });
    const search = h("input", { type: "search", id, autocomplete: "off", placeholder: t("searchHint") });
    search.value = typed;
    search.addEventListener("input", () => {
      typed = search.value;
      drawList();
    });

    function drawList() {
      const matching = entries.filter((entry) => isFound(entry, typed));
      const files = own.filter(({ id: file, title }) => isFound({ ...OWN, id: file, titles: { "zh-Hant": title, "zh-Hans": title, en: title } }, typed));
      const ofGroup = (/** @type {string} */ group) => matching.filter((entry) => entry.group === group).map((entry) => ({ id: entry.id, title: inLanguage(entry.titles) }));
      const count = matching.length + files.length;
      fill(list, GROUPS.map((group) => groupView(t(`group-${group}`), ofGroup(group))), groupView(t("ownSchemes"), files), count === 0 && h("p", { class: "empty" }, t("nothingFound", { text: typed })));
      found.textContent = t("schemeCount", { count });
    }
    drawList();
    return h("div", { class: "catalogue practise-catalogue" }, h("div", { class: "search" }, h("label", { for: id }, t("search")), search, found), list);
  }

  return {
    title: () => p("practise"),
    draw() {
      fill(
        screen,
        h(
          "div",
          { class: "practise" },
          headView({ title: p("practise"), lead: p("practiseLead"), here: "#/practise" }),
          searchView(),
        ),
      );
    },
  };
}

/** @param {{ id: string, title: string }} scheme @param {number} due */
function schemeItem({ id, title }, due) {
  return h(
    "li",
    {},
    h("span", { class: "practise-title" }, title, due > 0 && h("span", { class: "practise-due" }, p("dueCount", { count: due }))),
    WAYS.map(([word, address]) => h("a", { href: address(encodeURIComponent(id)), "aria-label": `${title}${p("wayOf")}${p(word)}` }, p(word))),
  );
}

// The first practise screen: every scheme that can be practised, and what of it is to be practised again.
import { fill, h } from "../dom.js";
import { headView } from "../practise/head.js";
import { dueOf, learned } from "../practise/learned.js";
import { practisable } from "../practise/schemes.js";
import { p } from "../practise/words.js";
import { ownFiles } from "../shelf.js";

/** The ways of practising a scheme. @type {[import("../practise/words.js").Word, (name: string) => string][]} */
const WAYS = [
  ["exercise", (name) => `#/practise/${name}`],
  ["player", (name) => `#/practise/${name}/example`],
  ["find", (name) => `#/practise/${name}/find`],
  ["glossary", (name) => `#/glossary/${name}`],
];

/**
 * @param {import("./practise.js").Around} around
 * @returns {Promise<import("./practise.js").Practising>}
 */
export async function practiseHome({ screen, entries }) {
  const [own, cards] = await Promise.all([ownFiles(), learned()]);
  return {
    title: () => p("practise"),
    draw() {
      fill(
        screen,
        h(
          "div",
          { class: "practise" },
          headView({ title: p("practise"), lead: p("practiseLead"), here: "#/practise" }),
          h("ul", { class: "entries practise-schemes" }, practisable(entries, own).map((scheme) => schemeItem(scheme, dueOf(cards, scheme.id)))),
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

// The first practise screen: every scheme that can be practised, and the ways to papers, class, progress and glossary.
import { fill, h } from "../dom.js";
import { headView } from "../practise/head.js";
import { practisable } from "../practise/schemes.js";
import { ownFiles } from "../shelf.js";
import { p } from "../practise/words.js";

/**
 * @param {import("./practise.js").Around} around
 * @returns {Promise<import("./practise.js").Practising>}
 */
export async function practiseHome({ screen, entries }) {
  const own = await ownFiles();
  return {
    title: () => p("practise"),
    draw() {
      fill(
        screen,
        h(
          "div",
          { class: "practise" },
          headView({ title: p("practise"), lead: p("practiseLead"), here: "#/practise" }),
          h("ul", { class: "entries practise-schemes" }, practisable(entries, own).map(schemeItem)),
        ),
      );
    },
  };
}

/** @param {{ id: string, title: string }} scheme */
function schemeItem({ id, title }) {
  const name = encodeURIComponent(id);
  return h(
    "li",
    {},
    h("span", { class: "practise-title" }, title),
    h("a", { href: `#/practise/${name}/example`, "aria-label": `${title} ${p("player")}` }, p("player")),
    h("a", { href: `#/glossary/${name}`, "aria-label": `${title} ${p("glossary")}` }, p("glossary")),
  );
}

// The catalogue: every scheme by department, with search, and the hospital's own schemes.
import { fill, h } from "../dom.js";
import { inEachLanguage, inLanguage, t } from "../language.js";

/**
 * @typedef {import("../library.js").Entry} Entry
 * @typedef {import("../language.js").Word} Word
 *
 * @typedef {object} Own a scheme that was opened from a disk
 * @property {string} id
 * @property {string} title
 */

/** The groups in the order of the catalogue. */
export const GROUPS = /** @type {const} */ ([
  "surgery", "anaesthesia", "ultrasound", "radiology", "laboratory", "nursing", "physicians", "departments", "quality",
  "appraisal", "disputes", "management", "support", "county", "scorecard", "operations", "own",
]);

/**
 * @param {Entry[]} entries
 * @param {Own[]} own
 * @param {{ openFile: () => void, remove: (id: string) => void }} actions
 */
export function catalogueView(entries, own, actions) {
  const list = h("div", { class: "groups" });
  const found = h("p", { class: "count", role: "status" });
  const search = h("input", { type: "search", id: "search", autocomplete: "off", placeholder: t("searchHint"), oninput: () => draw() });

  function draw() {
    const matching = entries.filter((entry) => isFound(entry, search.value));
    const groups = GROUPS.flatMap((group) => {
      const inside = matching.filter((entry) => entry.group === group);
      return inside.length > 0 ? [groupView(t(`group-${group}`), inside.map(entryView))] : [];
    });
    fill(list, groups, matching.length === 0 && h("p", { class: "empty" }, t("nothingFound", { text: search.value })));
    found.textContent = t("schemeCount", { count: matching.length });
  }
  draw();

  return h(
    "div",
    { class: "catalogue" },
    h("h1", { tabindex: -1 }, t("catalogue")),
    h("p", { class: "lead" }, t("catalogueLead")),
    h("div", { class: "search" }, h("label", { for: "search" }, t("search")), search, found),
    list,
    h("section", { class: "boxed" }, h("h2", {}, t("practise")), h("ul", { class: "entries" }, h("li", {}, h("a", { href: "#/practise" }, t("practise")), h("p", {}, t("practiseShort"))))),
    h(
      "section",
      { class: "boxed" },
      h("h2", {}, t("sourceTitle")),
      h("ul", { class: "entries" }, h("li", {}, h("a", { href: "#/coverage" }, t("coverageTitle")), h("p", {}, t("coverageLead"))), h("li", {}, h("a", { href: "#/errata" }, t("errataTitle")), h("p", {}, t("errataShort")))),
    ),
    h(
      "section",
      { class: "boxed own-schemes" },
      h("h2", {}, t("ownSchemes")),
      h("p", {}, t("ownSchemesLead")),
      own.length > 0 && h("ul", { class: "entries" }, own.map((one) => ownView(one, actions.remove))),
      h("button", { type: "button", onclick: actions.openFile }, t("openScheme")),
    ),
  );
}

/** Whether what is searched for is in an entry. @param {Entry} entry @param {string} text */
export function isFound(entry, text) {
  const words = plain(text).split(/\s+/).filter(Boolean);
  const all = plain(textOf(entry));
  return words.every((word) => all.includes(word));
}

/** Everything that a search looks through, in every language: who reads one often types another. @param {Entry} entry */
function textOf({ id, titles, about, implements: systems, group }) {
  const known = GROUPS.find((one) => one === group);
  return [id, ...Object.values(titles), ...Object.values(about), ...systems, ...(known ? inEachLanguage(`group-${known}`) : [])].join(" ");
}

/** Full width and half width, capitals and small letters are the same for a search. @param {string} text */
function plain(text) {
  return text.normalize("NFKC").toLowerCase();
}

/** @param {string} title @param {HTMLElement[]} items */
function groupView(title, items) {
  return h("section", {}, h("h2", {}, title), h("ul", { class: "entries" }, items));
}

/** @param {Entry} entry */
function entryView({ id, titles, about }) {
  const words = about ? inLanguage(about) : "";
  return h("li", {}, h("a", { href: `#/scheme/${id}` }, inLanguage(titles)), words && h("p", {}, words));
}

/** @param {Own} own @param {(id: string) => void} remove */
function ownView({ id, title }, remove) {
  return h("li", {}, h("a", { href: `#/own/${encodeURIComponent(id)}` }, title), h("button", { type: "button", class: "link", "aria-label": `${t("remove")} ${title}`, onclick: () => remove(id) }, t("remove")));
}

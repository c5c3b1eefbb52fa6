// The head that every practise screen has: where the reader is, and the ways to the other screens.
import { h } from "../dom.js";
import { t } from "../language.js";
import { p } from "./words.js";

/**
 * @typedef {import("./words.js").Word} Word
 *
 * @typedef {object} Head
 * @property {string} title of the screen
 * @property {string} [lead] what can be done on it
 * @property {string} here the address of the screen, so that its own link is marked
 * @property {{ id: string, title: string, own: boolean }} [scheme] that is practised
 */

/** The screens about all schemes. @type {[string, Word][]} */
const SCREENS = [
  ["#/practise", "practise"],
  ["#/paper", "papers"],
  ["#/class", "class"],
  ["#/progress", "progress"],
  ["#/glossary", "glossary"],
];

/** The screens of one scheme. @type {[string, (id: string) => string][]} */
const OF_SCHEME = [
  ["exercise", (id) => `#/practise/${id}`],
  ["player", (id) => `#/practise/${id}/example`],
  ["find", (id) => `#/practise/${id}/find`],
  ["glossary", (id) => `#/glossary/${id}`],
];

/** @param {Head} head */
export function headView({ title, lead, here, scheme }) {
  const id = scheme && encodeURIComponent(scheme.id);
  return h(
    "div",
    { class: "scheme-head practise-head" },
    h(
      "nav",
      { "aria-label": t("youAreHere") },
      h("a", { href: "#/catalogue" }, t("catalogue")),
      crumb(),
      scheme ? [h("a", { href: "#/practise" }, p("practise")), crumb(), h("a", { href: `${scheme.own ? "#/own" : "#/scheme"}/${id}` }, scheme.title)] : p("practise"),
    ),
    h("h1", { tabindex: -1 }, title),
    lead && h("p", { class: "lead" }, lead),
    h(
      "nav",
      { class: "practise-ways", "aria-label": p("ways") },
      id ? OF_SCHEME.map(([word, address]) => way(address(id), p(/** @type {Word} */ (word)), here)) : SCREENS.map(([address, word]) => way(address, p(word), here)),
    ),
  );
}

function crumb() {
  return h("span", { "aria-hidden": "true" }, " › ");
}

/** @param {string} address @param {string} text @param {string} here */
function way(address, text, here) {
  return h("a", { href: address, class: "button", "aria-current": address === here ? "page" : null }, text);
}

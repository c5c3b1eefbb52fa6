// A scheme file with mistakes: every one at its line, so that it can be put right in any editor.
import { h } from "../dom.js";
import { t } from "../language.js";

/** @typedef {import("../engine.js").ProblemText} ProblemText */

/**
 * @param {string} name of the file
 * @param {ProblemText[]} problems
 * @param {() => void} openAgain
 */
export function faultsView(name, problems, openAgain) {
  return h(
    "div",
    { class: "faults" },
    h("h1", { tabindex: -1 }, t("faultsTitle", { name })),
    h("p", {}, t("faultsLead", { count: problems.length })),
    h("p", {}, h("button", { type: "button", class: "main", onclick: openAgain }, t("openAgain")), " ", h("a", { href: "#/catalogue" }, t("toCatalogue"))),
    h("ol", {}, problems.map(faultItem)),
  );
}

/** @param {ProblemText} problem */
function faultItem({ code, message, hint, line, column, length, source, path }) {
  const place = line !== null ? t("lineColumn", { line, column: column || 1 }) : path || "";
  return h(
    "li",
    {},
    h("p", {}, h("span", { class: "place" }, place), " ", message, hint && h("span", { class: "hint" }, ` ${hint}`), h("span", { class: "code" }, ` ${code}`)),
    source !== null && h("pre", {}, ...marked(source, (column || 1) - 1, length || 0)),
  );
}

/** The line with its faulty part marked. @param {string} source @param {number} from @param {number} length */
function marked(source, from, length) {
  const end = length > 0 ? from + length : source.length;
  return [source.slice(0, from), h("mark", {}, source.slice(from, end) || " "), source.slice(end)];
}

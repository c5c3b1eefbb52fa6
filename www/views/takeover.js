// Beside a field that another scheme calculates: a button that takes its figures over, and what came of it.
import { fill, h } from "../dom.js";
import { readable } from "../engine.js";
import { t } from "../language.js";
import { takenFrom } from "../takeover.js";

/**
 * @typedef {import("../store.js").Store} Store
 * @typedef {import("../engine.js").Field} Field
 * @typedef {import("./field.js").Drawn} Drawn
 *
 * @typedef {object} Takes what the page does for it
 * @property {(scheme: string) => string} titleOf a scheme
 * @property {(path: string, scheme: string) => Promise<import("../takeover.js").Outcome | null>} takeOver null when
 *   another scheme was opened meanwhile
 */

/** The most problems that are listed. */
const MOST = 20;

/**
 * @param {Store} store
 * @param {Field} field
 * @param {string} path of the input or column
 * @param {Takes} page
 * @returns {Drawn}
 */
export function takeView(store, field, path, page) {
  const said = h("div", { class: "taken", role: "status" });
  let drawn = "";
  const isColumn = path.startsWith("rosters.");

  /** @param {string} scheme */
  async function take(scheme) {
    const outcome = await page.takeOver(path, scheme);
    if (!outcome) return;
    if (outcome.is === "unknown") fill(said, h("p", {}, t("takeUnknown", { scheme })));
    else if (outcome.is === "empty") fill(said, h("p", {}, t("takeEmpty", { scheme: outcome.other.title })), wayTo(outcome.other));
    else {
      const { cells, problems } = outcome.taken;
      fill(
        said,
        cells.length > 0 && h("p", {}, isColumn ? t("takenCount", { count: cells.length, from: cells[0].title }) : t("takenOne", { text: readable(cells[0].text), from: cells[0].title })),
        problems.length > 0 && h("p", { class: "problem" }, t("takeProblems", { count: problems.length })),
        problems.length > 0 && h("ul", {}, problems.slice(0, MOST).map(({ message, hint }, at) => h("li", {}, message, at > 0 && hint === problems[at - 1].hint ? "" : ` ${hint || ""}`))),
        problems.length > MOST && h("p", {}, t("more", { count: problems.length - MOST })),
        problems.length > 0 && wayTo(outcome.other),
      );
    }
    drawn = "?";
  }

  const buttons = field.from.map(({ scheme }) => {
    const title = page.titleOf(scheme);
    const words = isColumn ? t("takeColumn", { title: field.title, scheme: title }) : t("takeFrom", { scheme: title });
    return h("button", { type: "button", class: "link", onclick: () => take(scheme) }, words);
  });
  const element = h("div", { class: "take" }, buttons, said);

  function refresh() {
    const from = (!isColumn && takenFrom(store.facts, path)) || "";
    if (from === drawn) return;
    drawn = from;
    fill(said, from && h("p", {}, t("takenFrom", { from })));
  }
  return { element, refresh };
}

/** @param {import("../takeover.js").Other} other */
function wayTo({ address, title }) {
  return h("a", { href: address }, t("takeOpen", { scheme: title }));
}

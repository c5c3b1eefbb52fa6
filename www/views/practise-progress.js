// What was practised on this computer: per scheme and kind of mistake how often, what is mastered, and what comes again.
import { fill, h } from "../dom.js";
import { bytesOf, chooseFile, saveFile } from "../files.js";
import { inLanguage, t } from "../language.js";
import { DAYS, MASTERED, cardsText, dayOf, isDue, readCards, together } from "../practise/boxes.js";
import { headView } from "../practise/head.js";
import { kindName } from "../practise/kinds.js";
import { learned, relearn } from "../practise/learned.js";
import { p } from "../practise/words.js";
import { say } from "./notice.js";

/**
 * @typedef {import("./practise.js").Around} Around
 * @typedef {import("./practise.js").Practising} Practising
 * @typedef {import("../practise/boxes.js").Cards} Cards
 * @typedef {import("../practise/boxes.js").Card} Card
 */

/**
 * @param {Around} around
 * @returns {Promise<Practising>}
 */
export async function progressScreen({ entries, screen, trouble }) {
  let cards = await learned();

  /** @param {Cards} other @param {string} words */
  async function put(other, words) {
    const before = cards;
    cards = other;
    draw();
    say(words, { title: t("undo"), act: () => put(before, p("progressBack")) });
    await relearn(cards).catch(() => trouble(true));
  }

  /** @param {File} file */
  async function take(file) {
    const read = readCards(new TextDecoder().decode(await bytesOf(file)));
    if (read.is === "newer") return say(p("progressNewer", { name: file.name, format: read.format }));
    if (read.is === "nothing") return say(p("progressNothing", { name: file.name }));
    return put(together(cards, read.cards), p("progressTaken", { name: file.name, count: Object.keys(read.cards).length }));
  }

  function draw() {
    const today = dayOf(new Date());
    const all = Object.entries(cards);
    const due = all.filter(([, card]) => isDue(card, today)).length;
    const mastered = all.filter(([, { box }]) => box >= MASTERED).length;
    const schemes = [...new Set(all.map(([key]) => key.split("/")[0]))];
    const titleOf = (/** @type {string} */ id) => {
      const entry = entries.find((one) => one.id === id);
      return entry ? inLanguage(entry.titles) : id;
    };
    fill(
      screen,
      h(
        "div",
        { class: "practise" },
        headView({ title: p("progress"), lead: p("progressLead"), here: "#/progress" }),
        h("p", { class: "practise-box" }, p("progressRule", { days: DAYS.join(t("listComma")), last: MASTERED })),
        h(
          "div",
          { class: "toolbar", role: "group", "aria-label": p("progressActions") },
          h("button", { type: "button", onclick: () => saveFile(`${p("progress")}-${today}.json`, cardsText(cards), "application/json") }, p("exportFile")),
          h("button", { type: "button", onclick: () => chooseFile(".json,application/json", take) }, p("importFile")),
          all.length > 0 && h("button", { type: "button", onclick: () => put({}, p("progressCleared")) }, p("progressReset")),
        ),
        all.length === 0 ? h("p", { class: "practise-box" }, p("progressEmpty"), " ", h("a", { href: "#/practise" }, p("chooseScheme"))) : h("p", { class: "progress-sum" }, p("progressSum", { count: all.length, due, mastered })),
        schemes.map((id) => schemeView(id, titleOf(id), all.filter(([key]) => key.startsWith(`${id}/`)), today)),
      ),
    );
  }
  return { title: () => p("progress"), draw };
}

/** @param {string} id @param {string} title @param {[string, Card][]} cards @param {string} today */
function schemeView(id, title, cards, today) {
  const order = [...cards].sort(([, one], [, other]) => (one.due || "9").localeCompare(other.due || "9"));
  const heads = [p("progressKind"), p("progressSeen"), p("progressMissed"), p("progressBox"), p("progressDue")];
  return h(
    "section",
    {},
    h("h2", {}, h("a", { href: `#/practise/${encodeURIComponent(id)}` }, title)),
    h(
      "div",
      { class: "scroll", tabindex: 0, role: "region", "aria-label": title },
      h(
        "table",
        { class: "practise-table" },
        h("thead", {}, h("tr", {}, heads.map((word, at) => h("th", { scope: "col", class: at > 0 && at < 4 && "number" }, word)))),
        h("tbody", {}, order.map(([key, { box, seen, missed, due }]) => h("tr", { class: due !== null && due <= today && "due" }, h("th", { scope: "row" }, kindName(key.slice(id.length + 1))), [String(seen), String(missed), String(box)].map((text) => h("td", { class: "number" }, text)), h("td", { class: "day" }, due === null ? p("mastered") : due <= today ? p("dueNow") : due)))),
      ),
    ),
  );
}

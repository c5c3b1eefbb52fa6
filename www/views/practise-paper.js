// Papers: a trainer composes one, gets its code and prints it; a trainee types the code and begins.
import { fill, h, newId } from "../dom.js";
import { t } from "../language.js";
import { LETTERS, LEVELS, MINUTES, MOST_GROUPS, MOST_MINUTES, MOST_OF_A_GROUP, anySeed, codeOf, readCode } from "../practise/code.js";
import { headView } from "../practise/head.js";
import { keeping, keptValue } from "../practise/keeping.js";
import { levelsOf } from "../practise/marking.js";
import { printedPaper } from "../practise/printed.js";
import { practisable, practised } from "../practise/schemes.js";
import { begin, remove, restore, sittingOf, sittings } from "../practise/sittings.js";
import { p } from "../practise/words.js";
import { ownFiles } from "../shelf.js";
import { say } from "./notice.js";

/**
 * @typedef {import("./practise.js").Around} Around
 * @typedef {import("./practise.js").Practising} Practising
 * @typedef {import("../practise/code.js").Paper} Paper
 * @typedef {import("../practise/code.js").Group} Group
 * @typedef {import("../practise/code.js").Level} Level
 * @typedef {import("../practise/code.js").Fault} Fault
 * @typedef {import("../practise/schemes.js").Practised} Practised
 */

const COMPOSED = "practice:composed";

/** How many letters the seed of a paper has. */
const SEED = 3;

/**
 * @param {Around} around
 * @returns {Promise<Practising>}
 */
export async function paperScreen({ entries, screen, trouble }) {
  const own = await ownFiles();
  const schemes = practisable(entries, own).map(({ id }) => id);
  const fresh = () => ({ seed: anySeed(SEED), minutes: 30, groups: [{ scheme: schemes[0], level: /** @type {Level} */ ("all"), number: 1 }] });
  /** @type {Paper} */
  let paper = keptPaper(await keptValue(COMPOSED), schemes) || fresh();
  const { changed, write } = keeping(COMPOSED, () => paper, trouble);
  let listed = await listedSittings();
  /** @type {Map<string, Practised>} */
  const open = new Map();
  await prepare();
  /** @type {"blank" | "key"} */
  let how = "blank";
  let isGone = false;
  const typed = { code: "", name: "" };

  /** The schemes of the paper, opened before it is printed. */
  async function prepare() {
    for (const { scheme } of paper.groups) {
      const found = open.get(scheme) || (await practised(scheme, entries));
      if (found) open.set(scheme, found);
    }
  }

  /** The levels of a scheme; all of them until it is open. @param {string} scheme @returns {Level[]} */
  function levelsOfScheme(scheme) {
    const found = open.get(scheme);
    return found ? LEVELS.filter((level) => levelsOf(found).includes(level)) : LEVELS;
  }

  /** Opens the schemes, and takes levels away that make no sense for them. */
  async function fit() {
    await prepare();
    // Somebody went on while the scheme was loading.
    if (isGone) return;
    const groups = paper.groups.map((group) => (levelsOfScheme(group.scheme).includes(group.level) ? group : { ...group, level: levelsOfScheme(group.scheme)[0] }));
    const focus = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.part : undefined;
    compose({ groups }, focus);
  }

  /** @param {"blank" | "key"} wanted */
  async function print(wanted) {
    await prepare();
    how = wanted;
    window.print();
    how = "blank";
  }

  /** @param {Partial<Paper>} change @param {string} [focus] */
  function compose(change, focus) {
    paper = { ...paper, ...change };
    changed();
    draw();
    const field = focus && screen.querySelector(`[data-part="${focus}"]`);
    if (field instanceof HTMLElement) field.focus();
  }

  function draw() {
    const titles = practisable(entries, own);
    fill(
      screen,
      h(
        "div",
        { class: "practise" },
        headView({ title: p("papers"), lead: p("papersLead"), here: "#/paper" }),
        h("section", { "aria-label": p("doPaper") }, h("h2", {}, p("doPaper")), beginView(), listed.length > 0 && listView()),
        h("section", { "aria-label": p("compose") }, h("h2", {}, p("compose")), composeView(titles)),
      ),
    );
  }

  function beginView() {
    const codeId = newId("code");
    const nameId = newId("name");
    const code = h("input", { id: codeId, type: "text", class: "paper-code-field", autocomplete: "off", spellcheck: "false", autocapitalize: "characters" });
    const name = h("input", { id: nameId, type: "text", autocomplete: "off" });
    code.value = typed.code;
    name.value = typed.name;
    code.addEventListener("input", () => (typed.code = code.value));
    name.addEventListener("input", () => (typed.name = name.value));
    const told = h("div", { role: "alert" });
    return h(
      "form",
      { class: "practise-form", onsubmit: async (/** @type {Event} */ event) => {
        event.preventDefault();
        const read = readCode(code.value, schemes);
        const who = name.value.trim();
        if (read.paper === null || who === "") {
          fill(told, h("ul", { class: "faults-list" }, (read.paper === null ? read.faults.map(faultWords) : [p("nameMissing")]).map((words) => h("li", { class: "problem" }, words))));
          (read.paper === null ? code : name).focus();
          return;
        }
        const again = listed.find((one) => one.name === who && one.code === codeOf(/** @type {Paper} */ (read.paper)) && one.result === null);
        // Who types the same again goes on: the clock starts once.
        const sitting = again || (await begin(read.paper, codeOf(read.paper), who, Date.now()));
        location.hash = `#/paper/do/${sitting.id}`;
      } },
      h("p", { class: "field" }, h("label", { for: codeId }, p("code")), code),
      h("p", { class: "field" }, h("label", { for: nameId }, p("name")), name),
      h("p", {}, h("button", { type: "submit", class: "main" }, p("begin"))),
      told,
      h("p", { class: "hint" }, p("beginSays")),
    );
  }

  function listView() {
    return [
      h("h3", {}, p("papersHere")),
      h(
        "ul",
        { class: "entries" },
        listed.map(({ id, code, name, result }) =>
          h(
            "li",
            { class: "sitting" },
            h("a", { href: `#/paper/do/${id}` }, `${name} · ${code}`),
            h("span", { class: "hint" }, result ? p("handedIn") : p("notHandedIn")),
            h("button", { type: "button", class: "link", "aria-label": `${t("remove")} ${name} ${code}`, onclick: async () => {
              const removed = await sittingOf(id);
              await remove(id);
              listed = await listedSittings();
              draw();
              say(p("sittingRemoved", { name }), { title: t("undo"), act: async () => {
                if (removed) await restore(removed);
                listed = await listedSittings();
                draw();
              } });
            } }, t("remove")),
          ),
        ),
      ),
    ];
  }

  /** @param {{ id: string, title: string }[]} titles */
  function composeView(titles) {
    const minutesId = newId("minutes");
    const seedId = newId("seed");
    const minutes = h("select", { id: minutesId, "data-part": "minutes" }, Array.from({ length: MOST_MINUTES / MINUTES + 1 }, (_, at) => h("option", { value: at * MINUTES }, at === 0 ? p("noLimit") : p("minutes", { count: at * MINUTES }))));
    minutes.value = String(paper.minutes);
    minutes.addEventListener("change", () => compose({ minutes: Number(minutes.value) }, "minutes"));
    const seed = h("input", { id: seedId, type: "text", class: "short", autocomplete: "off", spellcheck: "false", maxlength: 8, "data-part": "seed", "aria-describedby": `${seedId}-says` });
    seed.value = paper.seed;
    const told = h("p", { class: "problem", id: `${seedId}-says`, role: "alert" });
    seed.addEventListener("change", () => {
      const plain = seed.value.normalize("NFKC").toUpperCase().trim();
      if (plain.length === SEED && [...plain].every((letter) => LETTERS.includes(letter))) compose({ seed: plain }, "seed");
      else fill(told, p("seedLetters", { count: SEED }));
    });
    const code = codeOf(paper);
    const count = paper.groups.reduce((sum, { number }) => sum + number, 0);
    return [
      h("ol", { class: "groups-list" }, paper.groups.map((group, at) => groupView(group, at, titles))),
      h("p", {}, paper.groups.length < MOST_GROUPS && h("button", { type: "button", "data-part": "add", onclick: () => compose({ groups: [...paper.groups, { ...paper.groups[paper.groups.length - 1] }] }, `scheme-${paper.groups.length}`) }, p("addGroup"))),
      h("div", { class: "practise-order" }, h("label", { for: minutesId }, p("time")), minutes, h("label", { for: seedId }, p("paperSeed")), seed, h("button", { type: "button", "data-part": "any", onclick: () => compose({ seed: anySeed(SEED) }, "any") }, p("anySeed")), told),
      h("p", { class: "paper-made" }, `${p("classCode")}${t("colon")}`, h("output", { class: "paper-code", "aria-label": p("classCode") }, code), h("span", { class: "hint" }, ` ${p("exercisesIn", { count })}`)),
      h("p", { class: "hint" }, p("codeSays")),
      h("div", { class: "buttons" }, h("button", { type: "button", class: "main", onclick: () => print("blank") }, p("printPaper")), h("button", { type: "button", onclick: () => print("key") }, p("printKey"))),
    ];
  }

  /** @param {Group} group @param {number} at @param {{ id: string, title: string }[]} titles */
  function groupView(group, at, titles) {
    const change = (/** @type {Partial<Group>} */ part, /** @type {string} */ focus) => compose({ groups: paper.groups.map((one, position) => (position === at ? { ...one, ...part } : one)) }, focus);
    const label = (/** @type {string} */ word) => `${p("groupAt", { number: at + 1 })} ${word}`;
    const scheme = h("select", { "aria-label": label(p("scheme")), "data-part": `scheme-${at}` }, titles.map(({ id, title }) => h("option", { value: id }, title)));
    scheme.value = group.scheme;
    scheme.addEventListener("change", () => {
      change({ scheme: scheme.value }, `scheme-${at}`);
      fit();
    });
    const level = h("select", { "aria-label": label(p("level")), "data-part": `level-${at}` }, levelsOfScheme(group.scheme).map((one) => h("option", { value: one }, p(`level-${one}`))));
    level.value = group.level;
    level.addEventListener("change", () => change({ level: /** @type {Level} */ (level.value) }, `level-${at}`));
    const number = h("select", { "aria-label": label(p("number")), "data-part": `number-${at}` }, Array.from({ length: MOST_OF_A_GROUP }, (_, one) => h("option", { value: one + 1 }, p("exercisesCount", { count: one + 1 }))));
    number.value = String(group.number);
    number.addEventListener("change", () => change({ number: Number(number.value) }, `number-${at}`));
    return h(
      "li",
      {},
      scheme,
      level,
      number,
      paper.groups.length > 1 && h("button", { type: "button", class: "link", "aria-label": label(t("remove")), onclick: () => compose({ groups: paper.groups.filter((_, position) => position !== at) }, "add") }, t("remove")),
    );
  }

  /** @param {Fault} fault */
  function faultWords(fault) {
    switch (fault.what) {
      case "empty":
        return p("codeEmpty");
      case "letter":
        return p("codeLetter", { part: fault.part, letter: fault.letter });
      case "length":
        return p("codeLength", { part: fault.part, letters: fault.letters });
      case "part":
        return p("codePart", { part: fault.part });
      case "count":
        return p("codeCount", { wanted: fault.wanted, have: fault.have });
      default:
        return p("codeScheme", { part: fault.part });
    }
  }

  return {
    title: () => p("papers"),
    draw,
    write,
    close() {
      isGone = true;
      write();
    },
    print: (sheet) => fill(sheet, printedPaper(paper, codeOf(paper), open, how)),
  };
}

async function listedSittings() {
  const found = await Promise.all((await sittings()).map(({ id }) => sittingOf(id)));
  return found.flatMap((one) => (one ? [one] : []));
}

/** @param {any} kept @param {string[]} schemes @returns {Paper | null} */
function keptPaper(kept, schemes) {
  if (!kept || typeof kept.seed !== "string" || !Array.isArray(kept.groups) || kept.groups.length === 0) return null;
  const isWhole = kept.groups.every((/** @type {any} */ group) => group && schemes.includes(group.scheme));
  // A code that can be read again proves the rest.
  return isWhole && readCode(codeOf(kept), schemes).paper ? kept : null;
}

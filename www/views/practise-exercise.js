// An exercise: the facts as they are given, the calculation with blanks, and what was right and wrong in it.
import { completeCase } from "../case.js";
import { fill, h, newId } from "../dom.js";
import { language, t } from "../language.js";
import { beside } from "../practise/beside.js";
import { LEVELS, anySeed } from "../practise/code.js";
import { givenView } from "../practise/given.js";
import { headView } from "../practise/head.js";
import { keeping, keptValue } from "../practise/keeping.js";
import { linesView } from "../practise/lines.js";
import { exerciseOf, levelsOf } from "../practise/marking.js";
import { learn } from "../practise/learned.js";
import { printedExercise } from "../practise/printed.js";
import { practised } from "../practise/schemes.js";
import { p } from "../practise/words.js";

/**
 * @typedef {import("./practise.js").Around} Around
 * @typedef {import("./practise.js").Practising} Practising
 * @typedef {import("../practise/code.js").Level} Level
 * @typedef {import("../engine.js").Exercise} Exercise
 * @typedef {import("../engine.js").Marking} Marking
 *
 * @typedef {object} Work on one exercise
 * @property {Level} level
 * @property {string} seed
 * @property {Record<string, string>} answers
 * @property {Record<string, string> | null} marked the answers as they were last marked
 * @property {Record<string, number>} asked
 * @property {boolean} counted whether progress has counted it
 */

/** How many exercises of a scheme are kept with their answers. */
const MOST_KEPT = 30;

/** The levels to be filled in; finding an error has a screen of its own. */
const FILLED = /** @type {Level[]} */ (LEVELS.filter((level) => level !== "find"));

/** How many letters a new seed has. */
const SEED = 5;

/**
 * @param {Around} around
 * @param {string} id
 * @returns {Promise<Practising | null>}
 */
export async function exerciseScreen({ entries, screen, trouble }, id) {
  const one = await practised(id, entries);
  if (!one) return null;
  const whole = one;
  const { scheme, own } = whole;
  const key = `practice:exercise:${own ? "own:" : ""}${id}`;
  const levels = levelsOf(one).filter((level) => FILLED.includes(level));
  /** @type {Work[]} the last one is being done */
  const works = keptWorks(await keptValue(key)) || [newWork(levels.includes("all") ? "all" : levels[0] || "last", anySeed(SEED))];
  const { changed, write } = keeping(key, () => works.slice(-MOST_KEPT), trouble);
  const now = () => works[works.length - 1];
  /** @type {Exercise | null} */
  let exercise = null;
  /** @type {Marking | null} */
  let marking = null;

  /** Goes on with an exercise that was begun, or begins it. @param {Level} level @param {string} seed */
  function take(level, seed) {
    const at = works.findIndex((work) => work.level === level && work.seed === seed);
    works.push(at < 0 ? newWork(level, seed) : works.splice(at, 1)[0]);
    changed();
    open();
    draw();
  }

  function open() {
    if (exercise) exercise.free();
    const { level, seed } = now();
    exercise = exerciseOf(whole, { seed, level });
    // What was marked is marked again when it is drawn.
    marking = null;
  }

  function mark() {
    const work = now();
    work.marked = { ...work.answers };
    work.asked = {};
    marking = /** @type {Exercise} */ (exercise).mark(work.marked, language());
    if (!work.counted) learn(id, work.level, marking);
    work.counted = true;
    changed();
  }

  function draw() {
    const description = scheme.describe(language());
    const here = `#/practise/${encodeURIComponent(id)}`;
    const head = headView({ title: p("exerciseOf", { title: description.title }), lead: p("exerciseLead"), here, scheme: { id, title: description.title, own } });
    const made = exercise;
    const order = orderView(now(), levels, take);
    if (!made) {
      fill(screen, h("div", { class: "practise wide" }, head, order, h("p", { class: "practise-box" }, p("noExercise"))));
      return;
    }
    if (now().marked) marking = made.mark(/** @type {Record<string, string>} */ (now().marked), language());
    const facts = completeCase(JSON.parse(made.facts()));
    const sheet = made.sheet(language());
    const score = h("p", { class: "score", role: "status" });
    const next = h("button", { type: "button", onclick: () => another() }, p("nextExercise"));
    const check = h("button", { type: "button", class: "main", onclick: () => checked() }, p("mark"));
    const lines = linesView(sheet.lines, {
      answer: (figure) => now().answers[figure] || "",
      enter(figure, text) {
        now().answers[figure] = text;
        changed();
        tell();
      },
      marked(figure) {
        const { marked, answers } = now();
        const found = marking && marking.lines.find((line) => line.figure === figure);
        return found && marked && (marked[figure] || "") === (answers[figure] || "") ? found : null;
      },
      asked: (figure) => now().asked[figure] || 0,
      ask(figure) {
        now().asked[figure] = (now().asked[figure] || 0) + 1;
        changed();
        lines.refresh();
      },
      last: () => check.focus(),
      closed: false,
    });

    function tell() {
      const { marked, answers } = now();
      const isChanged = marked && sheet.lines.some(({ figure }) => (marked[figure] || "") !== (answers[figure] || ""));
      fill(score, marking && [h("strong", {}, p("score", { right: marking.right, of: marking.of })), isChanged && ` ${p("changedSince")}`, !isChanged && marking.right === marking.of && ` ${p("allRight")}`]);
      next.className = marking && !isChanged && marking.right === marking.of ? "main" : "";
    }

    function checked() {
      mark();
      lines.refresh();
      tell();
      const wrong = marking && marking.lines.find(({ verdict }) => !["right", "same", "carried"].includes(verdict));
      // Who marked by keyboard goes on where something is to be put right.
      if (wrong) lines.go(wrong.figure);
      else next.focus();
    }

    fill(
      screen,
      h(
        "div",
        { class: "practise wide" },
        head,
        order,
        h(
          "div",
          { class: "columns" },
          beside(h("section", { class: "column", "aria-label": p("given") }, h("h2", {}, p("given")), facts && givenView(description, facts))),
          h("section", { class: "column", "aria-label": p("calculation") }, h("h2", {}, p("calculation")), sheet.lines.some(({ blank }) => blank) ? lines.element : [h("p", {}, p("noBlanks")), lines.element], h("div", { class: "buttons" }, check, next, score)),
        ),
      ),
    );
    tell();
    function another() {
      take(now().level, anySeed(SEED));
      const heading = screen.querySelector("h1");
      if (heading) heading.focus({ preventScroll: true });
      window.scrollTo(0, 0);
    }
  }

  open();
  return {
    title: () => p("exerciseOf", { title: scheme.describe(language()).title }),
    draw,
    write,
    print: (sheet) => fill(sheet, h("div", { class: "exam" }, h("p", { class: "sheet-meta" }, `${p("seed")}${t("colon")}${now().seed}`), printedExercise(now(), "", one, "blank"))),
    close() {
      write();
      if (exercise) exercise.free();
      exercise = null;
    },
  };
}

/** @param {Level} level @param {string} seed @returns {Work} */
function newWork(level, seed) {
  return { level, seed, answers: {}, marked: null, asked: {}, counted: false };
}

/** @param {any} kept @returns {Work[] | null} */
function keptWorks(kept) {
  const isWork = (/** @type {any} */ work) => work && FILLED.includes(work.level) && typeof work.seed === "string" && typeof work.answers === "object" && work.answers !== null;
  const works = Array.isArray(kept) ? kept.filter(isWork) : [];
  return works.length > 0 ? works.map((work) => ({ ...newWork(work.level, work.seed), ...work, asked: work.asked || {} })) : null;
}

/** Which exercise: its level, and the seed that it is made from. @param {Work} work @param {Level[]} offered @param {(level: Level, seed: string) => void} take */
function orderView({ level, seed }, offered, take) {
  const levelId = newId("level");
  const seedId = newId("seed");
  const levels = h("select", { id: levelId }, offered.map((one) => h("option", { value: one }, p(`level-${one}`))));
  levels.value = level;
  levels.addEventListener("change", () => {
    take(/** @type {Level} */ (levels.value), seed);
    const again = document.querySelector(".practise-order select");
    if (again instanceof HTMLElement) again.focus();
  });
  const field = h("input", { id: seedId, type: "text", autocomplete: "off", spellcheck: "false", maxlength: 40 });
  field.value = seed;
  const form = h(
    "form",
    { class: "practise-order", onsubmit: (/** @type {Event} */ event) => {
      event.preventDefault();
      take(level, field.value.normalize("NFKC").trim() || anySeed(SEED));
    } },
    h("span", { class: "asked" }, h("label", { for: levelId }, p("level")), levels),
    h("span", { class: "asked" }, h("label", { for: seedId }, p("seed")), field),
    h("button", { type: "submit" }, p("takeSeed")),
    h("button", { type: "button", onclick: () => take(level, anySeed(SEED)) }, p("newSeed")),
    h("p", { class: "hint" }, p("seedSays")),
  );
  return form;
}

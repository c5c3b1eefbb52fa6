// A paper being done: its exercises, a clock that goes on while the page is closed, handing in, and what came of it.
import { completeCase } from "../case.js";
import { fill, h, setAttribute } from "../dom.js";
import { fingerprint, version } from "../engine.js";
import { saveFile } from "../files.js";
import { language, t } from "../language.js";
import { beside } from "../practise/beside.js";
import { asTime, endedAt, left, lookedAt, spent } from "../practise/clock.js";
import { ordersOf, readCode } from "../practise/code.js";
import { givenView } from "../practise/given.js";
import { headView } from "../practise/head.js";
import { huntView } from "../practise/hunt.js";
import { keeping } from "../practise/keeping.js";
import { learn } from "../practise/learned.js";
import { linesView } from "../practise/lines.js";
import { KIND, LINE, exerciseOf, marksIn, marksOf, plantedAt } from "../practise/marking.js";
import { FORMAT, resultText, sealed } from "../practise/result.js";
import { practisable, practised } from "../practise/schemes.js";
import { keyOf, sittingOf } from "../practise/sittings.js";
import { p } from "../practise/words.js";
import { ownFiles } from "../shelf.js";

/**
 * @typedef {import("./practise.js").Around} Around
 * @typedef {import("./practise.js").Practising} Practising
 * @typedef {import("../practise/schemes.js").Practised} Practised
 * @typedef {import("../practise/code.js").Order} Order
 * @typedef {import("../engine.js").Exercise} Exercise
 * @typedef {import("../practise/result.js").Done} Done
 */

/** How often the clock is written while nothing else is, in seconds. */
const TICKS = 5;

/**
 * @param {Around} around
 * @param {string} id
 * @returns {Promise<Practising | null>}
 */
export async function sittingScreen({ entries, screen, trouble }, id) {
  const found = await sittingOf(id);
  const own = await ownFiles();
  const read = found && readCode(found.code, practisable(entries, own).map((one) => one.id));
  if (!found || !read || !read.paper) return null;
  const sitting = found;
  const { minutes } = read.paper;
  const orders = ordersOf(read.paper);
  /** @type {Map<string, Practised>} */
  const schemes = new Map();
  for (const { scheme } of orders) {
    const one = schemes.get(scheme) || (await practised(scheme, entries));
    if (!one) return null;
    schemes.set(scheme, one);
  }
  const { changed, write } = keeping(keyOf(id), () => sitting, trouble);
  /** @type {{ figure: string, since: number } | null} which blank is being worked on */
  let busy = null;
  let ticks = 0;
  const clockView = h("p", { class: "paper-clock", role: "timer" });

  function look() {
    sitting.clock = lookedAt(sitting.clock, Date.now());
    const rest = left(sitting.clock, minutes);
    const used = asTime(spent(sitting.clock));
    fill(clockView, rest === null ? p("timeUsed", { time: used }) : rest >= 0 ? p("timeLeft", { time: asTime(rest) }) : h("span", { class: "over" }, p("timeOver", { time: asTime(rest) })), sitting.clock.setBack && ` ${p("clockSetBack")}`);
  }

  const timer = setInterval(() => {
    if (sitting.result) return;
    look();
    ticks += 1;
    if (ticks % TICKS === 0) changed();
  }, 1000);

  /** Counts the time of the blank that was worked on. @param {string | null} figure which has the focus now */
  function work(figure) {
    const now = Date.now();
    if (busy) {
      const { spent: times } = sitting.parts[sitting.at];
      times[busy.figure] = (times[busy.figure] || 0) + Math.max(0, now - busy.since);
    }
    busy = figure === null ? null : { figure, since: now };
  }

  /** A page that nobody sees is not worked on. */
  function hidden() {
    const line = document.activeElement && document.activeElement.closest("[data-figure]");
    work(document.hidden || !(line instanceof HTMLElement) || !line.dataset.figure ? null : line.dataset.figure);
  }
  document.addEventListener("visibilitychange", hidden);

  function one() {
    return /** @type {Practised} */ (schemes.get(orders[sitting.at].scheme));
  }

  function draw() {
    look();
    fill(
      screen,
      h(
        "div",
        { class: "practise wide" },
        headView({ title: p("paperOf", { name: sitting.name }), lead: `${p("code")}${t("colon")}${sitting.code} · ${minutes === 0 ? p("noLimit") : p("minutes", { count: minutes })}`, here: "#/paper" }),
        sitting.result ? resultView() : clockView,
        waysView(),
        exerciseView(),
      ),
    );
  }

  /** @param {number} at */
  function go(at) {
    work(null);
    sitting.at = Math.max(0, Math.min(at, orders.length - 1));
    changed();
    draw();
    const heading = screen.querySelector("h2.exercise-title");
    if (heading instanceof HTMLElement) heading.focus();
  }

  function waysView() {
    const done = sitting.result && sitting.result.exercises;
    return h(
      "nav",
      { class: "practise-ways", "aria-label": p("exercisesHere") },
      orders.map((order, at) => {
        const words = done ? ` ${done[at].marks.right}/${done[at].marks.of}` : "";
        return h("button", { type: "button", "aria-current": at === sitting.at ? "step" : null, onclick: () => go(at) }, `${p("exerciseAt", { number: at + 1 })}${words}`);
      }),
    );
  }

  function exerciseView() {
    const order = orders[sitting.at];
    const { scheme } = one();
    const description = scheme.describe(language());
    const exercise = exerciseOf(one(), order);
    const facts = exercise && completeCase(JSON.parse(exercise.facts()));
    const body = !exercise ? h("p", {}, p("noExercise")) : order.level === "find" ? huntBody(exercise) : linesBody(exercise);
    if (exercise) exercise.free();
    const isLast = sitting.at === orders.length - 1;
    const asked = h("div", { class: "hand-in", role: "status" });
    return [
      h("h2", { class: "exercise-title", tabindex: -1 }, `${p("exerciseAt", { number: sitting.at + 1 })}${t("colon")}${description.title} · ${p(`level-${order.level}`)}`),
      h(
        "div",
        { class: "columns" },
        beside(h("section", { class: "column", "aria-label": p("given") }, h("h3", {}, p("given")), facts && givenView(description, facts))),
        h(
          "section",
          { class: "column", "aria-label": p("calculation") },
          h("h3", {}, p("calculation")),
          body,
          h(
            "div",
            { class: "buttons" },
            sitting.at > 0 && h("button", { type: "button", onclick: () => go(sitting.at - 1) }, p("previousExercise")),
            !isLast && h("button", { type: "button", class: "onward", onclick: () => go(sitting.at + 1) }, p("followingExercise")),
            !sitting.result && h("button", { type: "button", class: isLast ? "main onward" : "main", onclick: () => askToHandIn(asked) }, p("handIn")),
          ),
          asked,
        ),
      ),
    ];
  }

  /** @param {Exercise} exercise */
  function linesBody(exercise) {
    const { at } = sitting;
    const part = sitting.parts[at];
    const marking = sitting.result ? exercise.mark(part.answers, language()) : null;
    /** @type {Record<string, number>} */
    const asked = {};
    const lines = linesView(exercise.sheet(language()).lines, {
      answer: (figure) => part.answers[figure] || "",
      enter(figure, text) {
        part.answers[figure] = text;
        changed();
      },
      marked: (figure) => (marking && marking.lines.find((line) => line.figure === figure)) || null,
      asked: (figure) => asked[figure] || 0,
      ask(figure) {
        asked[figure] = (asked[figure] || 0) + 1;
        lines.refresh();
      },
      last: onward,
      at: work,
      closed: sitting.result !== null,
    });
    return lines.element;
  }

  /** @param {Exercise} exercise */
  function huntBody(exercise) {
    const part = sitting.parts[sitting.at];
    const planted = exercise.planted(language());
    if (!planted) return h("p", {}, p("noExercise"));
    const view = huntView(planted.sheet.lines, planted.kinds, {
      found: () => ({ figure: part.answers[LINE] || "", kind: part.answers[KIND] || "" }),
      say({ figure, kind }) {
        part.answers[LINE] = figure;
        part.answers[KIND] = kind;
        changed();
      },
      last: onward,
      at: (figure) => work(figure === null ? null : LINE),
      closed: sitting.result !== null,
    });
    if (!sitting.result) return view.element;
    const real = plantedAt(exercise, planted);
    const { verdicts } = sitting.result.exercises[sitting.at].marks;
    view.show(real ? real.figure : null);
    return [view.element, h("div", { class: "help" }, h("p", {}, `${p("lineWord")}${t("colon")}${p(/** @type {any} */ (`verdict-${verdicts[LINE]}`))}${t("listComma")}${p("kindWord")}${t("colon")}${p(/** @type {any} */ (`verdict-${verdicts[KIND]}`))}`), real && h("p", {}, real.judged.sentence))];
  }

  function onward() {
    const next = screen.querySelector(".onward");
    if (next instanceof HTMLElement) next.focus();
  }

  /** @param {HTMLElement} place */
  function askToHandIn(place) {
    const open = orders.map((order, at) => openOf(order, at)).reduce((sum, count) => sum + count, 0);
    if (open === 0) {
      handIn();
      return;
    }
    const sure = h("button", { type: "button", class: "main", onclick: handIn }, p("handInAnyway"));
    fill(place, h("p", {}, p("stillOpen", { count: open })), h("div", { class: "buttons" }, sure, h("button", { type: "button", onclick: () => fill(place) }, p("goOn"))));
    sure.focus();
  }

  /** How many blanks of an exercise are empty. @param {Order} order @param {number} at */
  function openOf(order, at) {
    const { answers } = sitting.parts[at];
    if (order.level === "find") return [LINE, KIND].filter((figure) => !answers[figure]).length;
    const exercise = exerciseOf(/** @type {Practised} */ (schemes.get(order.scheme)), order);
    if (!exercise) return 0;
    const { lines } = exercise.sheet(language());
    exercise.free();
    return lines.filter(({ blank, figure }) => blank !== null && (answers[figure] || "").trim() === "").length;
  }

  function handIn() {
    work(null);
    sitting.clock = endedAt(sitting.clock, Date.now());
    const exercises = orders.map((order, at) => done(order, at));
    const { started, ended, setBack } = sitting.clock;
    const time = (/** @type {number} */ moment) => new Date(moment).toISOString();
    sitting.result = sealed(
      { kind: "practice-result", format: FORMAT, paper: sitting.code, name: sitting.name, engine: version(), started: time(started), ended: time(/** @type {number} */ (ended)), seconds: spent(sitting.clock), setBack, exercises },
      fingerprint,
    );
    sitting.at = 0;
    changed();
    write();
    draw();
    const heading = screen.querySelector(".paper-result h2");
    if (heading instanceof HTMLElement) heading.focus();
    window.scrollTo(0, 0);
  }

  /** @param {Order} order @param {number} at @returns {Done} */
  function done(order, at) {
    const practisedOne = /** @type {Practised} */ (schemes.get(order.scheme));
    const exercise = exerciseOf(practisedOne, order);
    const { answers, spent: times } = sitting.parts[at];
    const marking = exercise && order.level !== "find" ? exercise.mark(answers, language()) : null;
    if (marking) learn(order.scheme, order.level, marking);
    const marks = marking ? marksIn(marking) : marksOf(exercise, order.level, answers);
    if (exercise) exercise.free();
    const seconds = Object.fromEntries(Object.entries(times).map(([figure, time]) => [figure, Math.round(time / 1000)]));
    return { ...order, fingerprint: practisedOne.scheme.describe(language()).fingerprint, answers: { ...answers }, seconds, marks };
  }

  function resultView() {
    const result = /** @type {NonNullable<typeof sitting.result>} */ (sitting.result);
    const right = result.exercises.reduce((sum, { marks }) => sum + marks.right, 0);
    const of = result.exercises.reduce((sum, { marks }) => sum + marks.of, 0);
    const rest = left(sitting.clock, minutes);
    return h(
      "section",
      { class: "paper-result", "aria-label": p("resultTitle") },
      h("h2", { tabindex: -1 }, p("resultTitle")),
      h("p", { class: "paper-score" }, p("score", { right, of })),
      h("p", {}, p("timeUsed", { time: asTime(result.seconds) }), rest !== null && rest < 0 && h("span", { class: "over" }, ` ${p("timeOver", { time: asTime(rest) })}`), result.setBack && ` ${p("clockSetBack")}`),
      h("div", { class: "buttons" }, h("button", { type: "button", class: "main", onclick: () => saveFile(`${result.name}-${result.paper}.json`, resultText(result), "application/json") }, p("saveResult")), h("a", { href: "#/paper" }, p("otherPapers"))),
      h("p", { class: "hint" }, p("saveSays")),
    );
  }

  return {
    title: () => p("paperOf", { name: sitting.name }),
    draw,
    write() {
      if (busy) work(busy.figure);
      changed();
      write();
    },
    close() {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", hidden);
      work(null);
      changed();
      write();
    },
  };
}

// Find the error: a finished calculation with one mistake planted in it, or one that the source misprints.
import { completeCase } from "../case.js";
import { fill, h, newId } from "../dom.js";
import { inLanguage, language } from "../language.js";
import { shippedCases, sourceDocuments } from "../library.js";
import { beside } from "../practise/beside.js";
import { anySeed } from "../practise/code.js";
import { misprintsOf, sheetOf } from "../practise/errata.js";
import { givenView } from "../practise/given.js";
import { headView } from "../practise/head.js";
import { drawJudged, huntView } from "../practise/hunt.js";
import { keeping, keptValue } from "../practise/keeping.js";
import { exerciseOf, plantedAt } from "../practise/marking.js";
import { learnFound } from "../practise/learned.js";
import { practised } from "../practise/schemes.js";
import { p } from "../practise/words.js";

/**
 * @typedef {import("./practise.js").Around} Around
 * @typedef {import("./practise.js").Practising} Practising
 * @typedef {import("../practise/hunt.js").Found} Found
 *
 * @typedef {object} Hunt
 * @property {string} seed of a planted mistake
 * @property {string | null} erratum of a misprint of the source
 * @property {Found} found
 * @property {boolean} judged
 * @property {boolean} told whether the answer was asked for
 * @property {boolean} counted
 *
 * @typedef {object} Posed what is to be looked at
 * @property {import("../engine.js").Line[]} lines
 * @property {{ kind: string, text: string }[]} kinds
 * @property {string | null} planted the wrong line
 * @property {string | null} kind of its mistake
 * @property {import("../case.js").Case | null} facts
 * @property {(found: Found) => { place: boolean, kind: boolean, sentence: string, clause: string | null, right: string }} judge
 */

const SEED = 5;

/**
 * @param {Around} around
 * @param {string} id
 * @returns {Promise<Practising | null>}
 */
export async function findScreen({ entries, screen, trouble }, id) {
  const one = await practised(id, entries);
  if (!one) return null;
  const whole = one;
  const { scheme, entry, own } = whole;
  const [cases, source] = await Promise.all([entry ? shippedCases(entry) : [], sourceDocuments()]);
  const misprints = misprintsOf(cases, scheme.describe("zh-Hant"));
  const key = `practice:find:${own ? "own:" : ""}${id}`;
  let hunt = keptHunt(await keptValue(key)) || newHunt(anySeed(SEED), null);
  const { changed, write } = keeping(key, () => hunt, trouble);

  /** What is shown. @type {import("../engine.js").Exercise | null} */
  let exercise = null;

  /** @param {Hunt} other */
  function take(other) {
    hunt = other;
    changed();
    draw();
  }

  /** @param {import("../engine.js").Description} description @returns {Posed | null} null where the seed gives nothing to be found */
  function posed(description) {
    const misprint = misprints.find(({ erratum }) => erratum === hunt.erratum);
    if (misprint) {
      const text = source.errata.find(({ id: number }) => number === misprint.erratum);
      const sheet = sheetOf(scheme, description, misprint, language());
      return {
        lines: sheet.lines,
        planted: misprint.figure,
        kind: "printed-erratum",
        kinds: [],
        facts: misprint.facts,
        judge: ({ figure }) => ({ place: figure === misprint.figure, kind: true, sentence: text ? `${inLanguage(text.printed)} → ${inLanguage(text.right)}。 ${inLanguage(text.why)}` : "", clause: text ? inLanguage(text.clause) : null, right: sheet.right }),
      };
    }
    const made = exerciseOf(whole, { seed: hunt.seed, level: "find" });
    const planted = made && made.planted(language());
    if (!made || !planted) return null;
    const facts = completeCase(JSON.parse(made.facts()));
    const tag = language();
    const real = plantedAt(made, planted);
    if (exercise) exercise.free();
    exercise = made;
    return {
      lines: planted.sheet.lines,
      planted: real ? real.figure : null,
      kind: real ? real.kind : null,
      kinds: planted.kinds,
      facts,
      judge: ({ figure, kind }) => made.judge(figure, kind, tag) || { place: false, kind: false, sentence: "", clause: null, right: "" },
    };
  }

  function draw() {
    const description = scheme.describe(language());
    const here = `#/practise/${encodeURIComponent(id)}/find`;
    const head = headView({ title: p("findOf", { title: description.title }), lead: p("findLead"), here, scheme: { id, title: description.title, own } });
    const looked = posed(description);
    if (!looked) {
      fill(screen, h("div", { class: "practise wide" }, head, orderView(), h("p", { class: "practise-box" }, p("noExercise"))));
      return;
    }
    const { lines, kinds, facts, judge, planted, kind: real } = looked;
    const answer = h("div", { class: "hunt-answer", role: "status" });
    const check = h("button", { type: "button", class: "main", onclick: () => judgeNow() }, p("judge"));
    const view = huntView(lines, kinds, {
      found: () => hunt.found,
      say(found) {
        hunt.found = found;
        hunt.judged = false;
        changed();
        fill(answer);
        view.show(null);
      },
      last: () => check.focus(),
      closed: false,
    });

    function judgeNow() {
      const { figure, kind } = hunt.found;
      if (figure === "" || (kinds.length > 0 && kind === "")) {
        fill(answer, h("p", { class: "verdict fails" }, figure === "" ? p("markLine") : p("sayWrong")));
        return;
      }
      hunt.judged = true;
      const judged = judge(hunt.found);
      if (!hunt.counted) {
        const isFound = judged.place && judged.kind;
        learnFound(id, isFound && kinds.length > 0 ? kind : real || kind, isFound);
        hunt.counted = true;
      }
      changed();
      show();
    }

    function show() {
      const judged = judge(hunt.found);
      const isDone = hunt.told || (judged.place && judged.kind);
      drawJudged(answer, { isPlace: judged.place, isKind: judged.kind, asksKind: kinds.length > 0, sentence: judged.sentence, clause: judged.clause, right: judged.right, isTold: hunt.told }, () => {
        hunt.told = true;
        changed();
        show();
        next.focus();
      });
      if (isDone) view.show(planted);
    }
    const next = h("button", { type: "button", onclick: () => {
      take(newHunt(anySeed(SEED), null));
      const heading = screen.querySelector("h1");
      if (heading) heading.focus({ preventScroll: true });
      window.scrollTo(0, 0);
    } }, p("nextFind"));
    fill(
      screen,
      h(
        "div",
        { class: "practise wide" },
        head,
        orderView(),
        h(
          "div",
          { class: "columns" },
          beside(h("section", { class: "column", "aria-label": p("given") }, h("h2", {}, p("given")), facts && givenView(description, facts))),
          h("section", { class: "column", "aria-label": p("calculation") }, h("h2", {}, p("calculation")), view.element, h("div", { class: "buttons" }, check, next), answer),
        ),
      ),
    );
    if (hunt.judged || hunt.told) show();
  }

  /** Which calculation: planted from a seed, or a misprint of the source. */
  function orderView() {
    const from = newId("from");
    const seedId = newId("seed");
    const sources = h("select", { id: from }, h("option", { value: "" }, p("plantedOne")), misprints.map(({ erratum }, at) => h("option", { value: erratum }, p("misprintAt", { number: at + 1 }))));
    sources.value = hunt.erratum || "";
    sources.addEventListener("change", () => {
      take(newHunt(hunt.seed, sources.value || null));
      const again = screen.querySelector(".practise-order select");
      if (again instanceof HTMLElement) again.focus();
    });
    const field = h("input", { id: seedId, type: "text", autocomplete: "off", spellcheck: "false", maxlength: 40 });
    field.value = hunt.seed;
    return h(
      "form",
      { class: "practise-order", onsubmit: (/** @type {Event} */ event) => {
        event.preventDefault();
        take(newHunt(field.value.normalize("NFKC").trim() || anySeed(SEED), null));
      } },
      misprints.length > 0 && h("span", { class: "asked" }, h("label", { for: from }, p("whose")), sources),
      hunt.erratum === null && [h("span", { class: "asked" }, h("label", { for: seedId }, p("seed")), field), h("button", { type: "submit" }, p("takeSeed")), h("button", { type: "button", onclick: () => take(newHunt(anySeed(SEED), null)) }, p("newSeed"))],
      hunt.erratum !== null && h("p", { class: "hint" }, p("misprintSays")),
    );
  }

  return { title: () => p("findOf", { title: scheme.describe(language()).title }), draw, write, close() {
    write();
    if (exercise) exercise.free();
    exercise = null;
  } };
}

/** @param {string} seed @param {string | null} erratum @returns {Hunt} */
function newHunt(seed, erratum) {
  return { seed, erratum, found: { figure: "", kind: "" }, judged: false, told: false, counted: false };
}

/** @param {any} kept @returns {Hunt | null} */
function keptHunt(kept) {
  const isHunt = kept && typeof kept.seed === "string" && kept.found && typeof kept.found.figure === "string" && typeof kept.found.kind === "string";
  return isHunt ? { ...newHunt(kept.seed, typeof kept.erratum === "string" ? kept.erratum : null), ...kept } : null;
}

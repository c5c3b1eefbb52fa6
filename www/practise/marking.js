// Marks for an exercise of a paper, the same for the trainee who hands it in and the trainer who looks at the file.
import { language } from "../language.js";

/**
 * @typedef {import("./schemes.js").Practised} Practised
 * @typedef {import("./code.js").Order} Order
 * @typedef {import("./result.js").Marks} Marks
 * @typedef {import("../engine.js").Exercise} Exercise
 * @typedef {import("../engine.js").Marking} Marking
 */

/** Under what the two answers of an error that was to be found stand. */
export const LINE = "line";
export const KIND = "kind";

/** Verdicts that give a point. */
const RIGHT = ["right", "same", "carried"];

/** Whether a verdict gives a point. @param {string} verdict */
export function isPoint(verdict) {
  return RIGHT.includes(verdict);
}

/**
 * An exercise of a scheme; an error to be found lies in the calculation of every figure. Null where the seed gives none,
 * or the level makes no sense for the scheme.
 *
 * @param {Practised} one
 * @param {Pick<Order, "seed" | "level">} order
 * @returns {Exercise | null}
 */
export function exerciseOf({ scheme, example }, { seed, level }) {
  const filled = level !== "find" ? level : scheme.levels(example).includes("all") ? "all" : "last";
  return scheme.exercise({ seed, level: filled, model: example }) || null;
}

/** The levels that make sense for a scheme. @param {Practised} one @returns {Order["level"][]} */
export function levelsOf({ scheme, example }) {
  return [...scheme.levels(example), "find"];
}

/** What an exercise that there is not gives. */
export const NO_MARKS = { right: 0, of: 0, verdicts: {}, mistakes: {} };

/**
 * The marks of an exercise.
 *
 * @param {Exercise | null} exercise
 * @param {string} level
 * @param {Record<string, string>} answers
 * @returns {Marks}
 */
export function marksOf(exercise, level, answers) {
  if (exercise === null) return NO_MARKS;
  if (level === "find") return foundMarks(exercise, answers);
  return marksIn(exercise.mark(answers, language()));
}

/** The marks in a marking. @param {Marking} marking @returns {Marks} */
export function marksIn({ lines, right, of }) {
  const verdicts = Object.fromEntries(lines.map(({ figure, verdict }) => [figure, verdict]));
  const wrong = lines.filter(({ diagnoses, verdict }) => !isPoint(verdict) && diagnoses.length > 0);
  return { right, of, verdicts, mistakes: Object.fromEntries(wrong.map(({ figure, diagnoses }) => [figure, diagnoses.map(({ kind }) => kind)])) };
}

/**
 * Where the mistake of an error to be found lies, with what is said of it; null where none is planted.
 *
 * @param {Exercise} exercise
 * @param {import("../engine.js").Planted} planted
 */
export function plantedAt(exercise, { sheet, kinds }) {
  const judgedAs = (/** @type {string} */ figure, /** @type {string} */ kind) => exercise.judge(figure, kind, language());
  const line = sheet.lines.find(({ figure }) => judgedAs(figure, "")?.place);
  if (!line) return null;
  for (const { kind, text } of kinds) {
    const judged = judgedAs(line.figure, kind);
    if (judged && judged.kind) return { figure: line.figure, kind, text, judged };
  }
  return null;
}

/** One point for the line, one for what is wrong with it. @param {Exercise} exercise @param {Record<string, string>} answers @returns {Marks} */
function foundMarks(exercise, answers) {
  const figure = answers[LINE] || "";
  const kind = answers[KIND] || "";
  const planted = exercise.planted(language());
  if (!planted) return NO_MARKS;
  const isKnown = figure !== "" && planted.sheet.lines.some((line) => line.figure === figure);
  const judged = (isKnown && exercise.judge(figure, kind, language())) || { place: false, kind: false };
  const isKind = judged.place && judged.kind && kind !== "";
  const verdict = (/** @type {string} */ said, /** @type {boolean} */ isRight) => (said === "" ? "empty" : isRight ? "right" : "wrong");
  const verdicts = { [LINE]: verdict(figure, judged.place), [KIND]: verdict(kind, isKind) };
  return { right: Object.values(verdicts).filter(isPoint).length, of: 2, verdicts, mistakes: {} };
}

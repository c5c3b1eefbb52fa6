// The results of a class: read from their files, marked again, and told apart when something is not as it was handed in.
import { fingerprint, version } from "../engine.js";
import { language } from "../language.js";
import { codeOf, ordersOf, readCode } from "./code.js";
import { titleOf } from "./line.js";
import { exerciseOf, marksOf } from "./marking.js";
import { differences, readResult } from "./result.js";
import { practised } from "./schemes.js";

/**
 * @typedef {import("./result.js").Result} Result
 * @typedef {import("./result.js").Marks} Marks
 * @typedef {import("../library.js").Entry} Entry
 *
 * @typedef {object} Taken a file of a trainee
 * @property {string} file
 * @property {Result} result
 * @property {boolean} sealed whether the file is as it was saved
 * @property {(Marks | null)[]} marks by exercise, given again; null where that cannot be done here
 * @property {Record<string, string>[]} titles of figures, by exercise
 * @property {ReturnType<typeof differences>} differing where the marks of the file are others
 * @property {"same" | "other-exercises" | "unknown-code"} paper whether its exercises are those of its code
 * @property {string[]} otherSchemes ids of schemes whose file is another here
 * @property {string | null} otherEngine version that marked it, where it is another
 * @property {number} minutes of the paper; 0 without a limit
 *
 * @typedef {{ file: string, why: "newer" | "broken" | "nothing" | "unread", format: number }} Refused a file that is no result that can be read
 */

/**
 * @param {{ name: string, text: string }} file
 * @param {Entry[]} entries
 * @param {string[]} schemes ids of those that there are
 * @returns {Promise<{ taken: Taken } | { refused: Refused }>}
 */
export async function takeFile({ name, text }, entries, schemes) {
  const read = readResult(text, fingerprint);
  if (read.is !== "result") return { refused: { file: name, why: read.is, format: read.is === "newer" ? read.format : 0 } };
  const { result, sealed } = read;
  const { paper } = readCode(result.paper, schemes);
  const orders = paper ? ordersOf(paper) : [];
  const isSame = orders.length === result.exercises.length && orders.every((order, at) => order.scheme === result.exercises[at].scheme && order.level === result.exercises[at].level && order.seed === result.exercises[at].seed);
  /** @type {Set<string>} */
  const otherSchemes = new Set();
  /** @type {(Marks | null)[]} */
  const marks = [];
  /** @type {Record<string, string>[]} */
  const titles = [];
  for (const done of result.exercises) {
    const one = await practised(done.scheme, entries);
    const isHere = one !== null && one.scheme.describe(language()).fingerprint === done.fingerprint;
    if (!isHere) otherSchemes.add(done.scheme);
    const again = one && isHere ? marked(one, done) : { marks: null, titles: {} };
    marks.push(again.marks);
    titles.push(again.titles);
  }
  return {
    taken: {
      file: name,
      // The same code may be written otherwise in a file that somebody made by hand.
      result: paper ? { ...result, paper: codeOf(paper) } : result,
      sealed,
      marks,
      titles,
      differing: differences(result.exercises, marks),
      paper: paper ? (isSame ? "same" : "other-exercises") : "unknown-code",
      otherSchemes: [...otherSchemes],
      otherEngine: result.engine === version() ? null : result.engine,
      minutes: paper ? paper.minutes : 0,
    },
  };
}

/** @param {import("./schemes.js").Practised} one @param {import("./result.js").Done} done @returns {{ marks: Marks | null, titles: Record<string, string> }} */
function marked(one, { seed, level, answers }) {
  try {
    const exercise = exerciseOf(one, /** @type {import("./code.js").Order} */ ({ seed, level }));
    const marks = marksOf(exercise, level, answers);
    const titles = Object.fromEntries((exercise ? exercise.sheet(language()).lines : []).map((line) => [line.figure, titleOf(line)]));
    if (exercise) exercise.free();
    return { marks, titles };
  } catch {
    // A level that there is not: somebody edited the file.
    return { marks: null, titles: {} };
  }
}

/** The points: those given again, or those of the file where that cannot be done. @param {Taken} taken */
export function pointsOf({ result, marks }) {
  const each = result.exercises.map((done, at) => marks[at] || done.marks);
  return { right: each.reduce((sum, { right }) => sum + right, 0), of: each.reduce((sum, { of }) => sum + of, 0), isMarkedAgain: marks.every((one) => one !== null) };
}

/** The kinds of mistakes with how often each was made, the most frequent first. @param {Taken} taken @returns {[string, number][]} */
export function mistakesOf({ result, marks }) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  result.exercises.forEach((done, at) => {
    for (const kinds of Object.values((marks[at] || done.marks).mistakes)) if (kinds.length > 0) counts.set(kinds[0], (counts.get(kinds[0]) || 0) + 1);
  });
  return [...counts].sort(([, one], [, other]) => other - one);
}

/** Whether a file is as it was handed in. @param {Taken} taken */
export function isEdited({ sealed, differing, paper }) {
  return !sealed || differing.length > 0 || paper === "other-exercises";
}

/** The code that most files have. @param {Taken[]} taken */
export function commonCode(taken) {
  const counts = new Map(taken.map(({ result }) => [result.paper, taken.filter((one) => one.result.paper === result.paper).length]));
  return [...counts].sort(([, one], [, other]) => other - one).map(([code]) => code)[0] || "";
}

// A trainee's result as a file: what was answered and how it was marked, sealed so that a change shows.
import { isRecord } from "../record.js";

/**
 * @typedef {object} Done one exercise of a paper as it was done
 * @property {string} scheme
 * @property {string} level
 * @property {string} seed
 * @property {string} fingerprint of the scheme's file
 * @property {Record<string, string>} answers by figure
 * @property {Record<string, number>} seconds by figure
 * @property {Marks} marks
 *
 * @typedef {object} Marks
 * @property {number} right
 * @property {number} of
 * @property {Record<string, string>} verdicts by figure
 * @property {Record<string, string[]>} mistakes kinds by figure, likeliest first
 *
 * @typedef {object} Result
 * @property {"practice-result"} kind
 * @property {number} format
 * @property {string} paper its code
 * @property {string} name of the trainee
 * @property {string} engine version
 * @property {string} started by the wall clock, such as 2026-10-31T08:00:00.000Z
 * @property {string} ended
 * @property {number} seconds
 * @property {boolean} setBack whether the wall clock was set back meanwhile
 * @property {Done[]} exercises
 * @property {string} seal
 *
 * @typedef {{ is: "result", result: Result, sealed: boolean } | { is: "newer", format: number } | { is: "broken" } | { is: "nothing" }} Read
 *
 * @typedef {(text: string) => string} Fingerprint SHA-256 in hexadecimal
 */

/** The number of the form of results that this page writes. */
export const FORMAT = 1;

/** The same value always as the same text: keys in order, no space. @param {unknown} value @returns {string} */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, one]) => one !== undefined);
  return `{${entries.sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(",")}}`;
}

/** @param {Omit<Result, "seal">} result @param {Fingerprint} fingerprint @returns {Result} */
export function sealed(result, fingerprint) {
  return { ...result, seal: sealOf(result, fingerprint) };
}

/** @param {Omit<Result, "seal">} result @param {Fingerprint} fingerprint */
function sealOf(result, fingerprint) {
  return fingerprint(canonical({ ...result, seal: undefined }));
}

/** @param {Result} result */
export function resultText(result) {
  return `${JSON.stringify(result, null, 1)}\n`;
}

/**
 * What a file turns out to be. Unknown parts of a result are kept: the seal is over everything.
 *
 * @param {string} text
 * @param {Fingerprint} fingerprint
 * @returns {Read}
 */
export function readResult(text, fingerprint) {
  /** @type {any} */
  let read;
  try {
    read = JSON.parse(text);
  } catch {
    return { is: /"practice-result"/.test(text) ? "broken" : "nothing" };
  }
  if (!isRecord(read) || read.kind !== "practice-result") return { is: "nothing" };
  if (typeof read.format === "number" && read.format > FORMAT) return { is: "newer", format: read.format };
  if (!isResult(read)) return { is: "broken" };
  return { is: "result", result: read, sealed: sealOf(read, fingerprint) === read.seal };
}

/** @param {any} read @returns {read is Result} */
function isResult(read) {
  const texts = [read.paper, read.name, read.engine, read.started, read.ended, read.seal];
  return texts.every((text) => typeof text === "string") && Number.isFinite(read.seconds) && Array.isArray(read.exercises) && read.exercises.every(isDone);
}

/** @param {any} done */
function isDone(done) {
  if (!isRecord(done) || !isRecord(done.answers) || !isRecord(done.seconds) || !isRecord(done.marks)) return false;
  const { right, of, verdicts, mistakes } = done.marks;
  const texts = [done.scheme, done.level, done.seed, done.fingerprint, ...Object.values(done.answers)];
  return texts.every((text) => typeof text === "string") && Number.isFinite(right) && Number.isFinite(of) && isRecord(verdicts) && isRecord(mistakes) && Object.values(mistakes).every(Array.isArray);
}

/** Whether two results are of one sitting: one of them may have been changed. @param {Result} one @param {Result} other */
export function isSameSitting(one, other) {
  return one.seal === other.seal || (one.started === other.started && one.paper === other.paper);
}

/**
 * What differs between two files of one sitting.
 *
 * @param {Result} one
 * @param {Result} other
 * @returns {{ part: "name" | "time" | "answer" | "points" | "seal", exercise: number, figure: string, here: string, there: string }[]}
 */
export function between(one, other) {
  const points = (/** @type {Result} */ { exercises }) => exercises.map(({ marks }) => `${marks.right}/${marks.of}`).join(", ");
  const whole = /** @type {const} */ ([["name", one.name, other.name], ["time", timesOf(one), timesOf(other)], ["points", points(one), points(other)]]).filter(([, here, there]) => here !== there).map(([part, here, there]) => ({ part, exercise: 0, figure: "", here, there }));
  const answers = one.exercises.flatMap(({ answers: here }, exercise) => {
    const there = (other.exercises[exercise] || { answers: {} }).answers;
    return [...new Set([...Object.keys(here), ...Object.keys(there)])].filter((figure) => (here[figure] || "") !== (there[figure] || "")).map((figure) => ({ part: /** @type {const} */ ("answer"), exercise, figure, here: here[figure] || "—", there: there[figure] || "—" }));
  });
  const found = [...whole, ...answers];
  return found.length > 0 ? found : [{ part: "seal", exercise: 0, figure: "", here: one.seal.slice(0, 8), there: other.seal.slice(0, 8) }];
}

/** @param {Result} result */
function timesOf({ started, ended, seconds }) {
  return `${started}–${ended} ${seconds} s`;
}

/**
 * Where the marks of a file are not what its answers give.
 *
 * @param {Done[]} done
 * @param {(Marks | null)[]} marked again; null where that could not be done
 * @returns {{ exercise: number, figure: string | null, saved: string, now: string }[]} without a figure: the points
 */
export function differences(done, marked) {
  return done.flatMap(({ marks }, exercise) => {
    const again = marked[exercise];
    if (!again) return [];
    const figures = [...new Set([...Object.keys(marks.verdicts), ...Object.keys(again.verdicts)])];
    const lines = figures.filter((figure) => marks.verdicts[figure] !== again.verdicts[figure]).map((figure) => ({ exercise, figure, saved: String(marks.verdicts[figure] || "—"), now: again.verdicts[figure] || "—" }));
    const points = (/** @type {Marks} */ { right, of }) => `${right}/${of}`;
    return points(marks) === points(again) ? lines : [...lines, { exercise, figure: null, saved: points(marks), now: points(again) }];
  });
}

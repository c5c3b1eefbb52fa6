// Progress as it is kept on this computer: what an exercise adds to it.
import { keep, kept } from "../keep.js";
import { afterExercise, cardsText, dayOf, isDue, kindsOf, readCards } from "./boxes.js";

/**
 * @typedef {import("./boxes.js").Cards} Cards
 * @typedef {import("../engine.js").Marking} Marking
 */

const KEY = "practice:progress";

/** What is counted one after the other: two exercises at once must not forget one of them. @type {Promise<void>} */
let writing = Promise.resolve();

/** @returns {Promise<Cards>} */
export async function learned() {
  const text = await kept(KEY);
  const read = text === null ? null : readCards(text);
  return read && read.is === "cards" ? read.cards : {};
}

/** Puts other cards in place. @param {Cards} cards */
export function relearn(cards) {
  return keep(KEY, cardsText(cards));
}

/**
 * Counts an exercise that was marked for the first time: its level, and each kind of mistake. The kinds that were once
 * wrong in this scheme count as right when nothing is wrong and more than the last figure was to be calculated.
 *
 * @param {string} scheme
 * @param {string} level
 * @param {Marking} marking
 */
export function learn(scheme, level, { lines, right, of }) {
  const wrong = lines.filter(({ verdict }) => verdict === "wrong").flatMap(({ diagnoses }) => diagnoses.slice(0, 1).map(({ kind }) => kind));
  const isRight = right === of && of > 0;
  return count(scheme, (cards) => ({ wrong: isRight ? wrong : [...wrong, `level:${level}`], right: isRight ? [`level:${level}`, ...(level === "last" ? [] : kindsOf(cards, scheme).filter((kind) => !kind.startsWith("level:")))] : [] }));
}

/**
 * Counts an error that was found, or was not.
 *
 * @param {string} scheme
 * @param {string} kind of the mistake
 * @param {boolean} isFound
 */
export function learnFound(scheme, kind, isFound) {
  return count(scheme, () => (isFound ? { wrong: [], right: [kind, "level:find"] } : { wrong: [kind, "level:find"], right: [] }));
}

/** @param {string} scheme @param {(cards: Cards) => { wrong: string[], right: string[] }} kinds */
function count(scheme, kinds) {
  writing = writing.then(async () => {
    const cards = await learned();
    await relearn(afterExercise(cards, scheme, kinds(cards), dayOf(new Date()))).catch(() => {});
  });
  return writing;
}

/** How many cards of a scheme are to be practised today. @param {Cards} cards @param {string} scheme */
export function dueOf(cards, scheme) {
  const today = dayOf(new Date());
  return Object.entries(cards).filter(([key, card]) => key.startsWith(`${scheme}/`) && isDue(card, today)).length;
}

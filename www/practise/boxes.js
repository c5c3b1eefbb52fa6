// What somebody has practised: boxes for spaced repetition, one card for each scheme and kind of mistake.

/**
 * @typedef {object} Card
 * @property {number} box 1 to 5; 5 is mastered
 * @property {number} seen how often it came up
 * @property {number} missed how often it went wrong
 * @property {string} last day it came up
 * @property {string | null} due day it is to be practised again; null when mastered
 *
 * @typedef {Record<string, Card>} Cards by `scheme/kind`
 */

/** After how many days a card of a box comes again; the last box does not. */
export const DAYS = [1, 3, 7, 21];

/** The box of what is mastered. */
export const MASTERED = DAYS.length + 1;

/** The form of the file that progress is saved as. */
export const FORMAT = 1;

/** A day as people write it, by the clock of this computer. @param {Date} date */
export function dayOf(date) {
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** @param {string} day @param {number} count @returns {string} */
export function daysAfter(day, count) {
  const [year, month, date] = day.split("-").map(Number);
  return dayOf(new Date(year, month - 1, date + count));
}

/**
 * The card after it went right or wrong: wrong goes to the first box; right when it was due, or for the first time, one
 * further; right before that changes nothing but the count.
 *
 * @param {Card | undefined} card
 * @param {"right" | "wrong"} how
 * @param {string} day
 * @returns {Card}
 */
export function played(card, how, day) {
  const seen = (card ? card.seen : 0) + 1;
  const missed = (card ? card.missed : 0) + (how === "wrong" ? 1 : 0);
  if (how === "wrong") return { box: 1, seen, missed, last: day, due: daysAfter(day, DAYS[0]) };
  if (card && (card.due === null || card.due > day)) return { ...card, seen, last: day };
  const box = card ? Math.min(card.box + 1, MASTERED) : 2;
  return { box, seen, missed, last: day, due: box >= MASTERED ? null : daysAfter(day, DAYS[box - 1]) };
}

/**
 * The cards after an exercise of a scheme: the kinds that went wrong, and those that went right.
 *
 * @param {Cards} cards
 * @param {string} scheme
 * @param {{ wrong: string[], right: string[] }} kinds
 * @param {string} day
 * @returns {Cards}
 */
export function afterExercise(cards, scheme, { wrong, right }, day) {
  const after = { ...cards };
  for (const kind of new Set(wrong)) after[`${scheme}/${kind}`] = played(after[`${scheme}/${kind}`], "wrong", day);
  for (const kind of new Set(right)) if (!wrong.includes(kind)) after[`${scheme}/${kind}`] = played(after[`${scheme}/${kind}`], "right", day);
  return after;
}

/** The kinds of a scheme that were once wrong and may now be counted as right. @param {Cards} cards @param {string} scheme */
export function kindsOf(cards, scheme) {
  return Object.keys(cards).filter((key) => key.startsWith(`${scheme}/`)).map((key) => key.slice(scheme.length + 1));
}

/** Whether a card is to be practised on a day. @param {Card} card @param {string} day */
export function isDue({ due }, day) {
  return due !== null && due <= day;
}

/** @param {Cards} cards */
export function cardsText(cards) {
  return `${JSON.stringify({ kind: "practice-progress", format: FORMAT, cards }, null, 1)}\n`;
}

/**
 * The cards of a text that was kept or saved.
 *
 * @param {string} text
 * @returns {{ is: "cards", cards: Cards } | { is: "newer", format: number } | { is: "nothing" }}
 */
export function readCards(text) {
  /** @type {any} */
  let read;
  try {
    read = JSON.parse(text);
  } catch {
    return { is: "nothing" };
  }
  if (typeof read !== "object" || read === null || read.kind !== "practice-progress") return { is: "nothing" };
  if (typeof read.format === "number" && read.format > FORMAT) return { is: "newer", format: read.format };
  const entries = Object.entries(read.cards || {});
  return entries.every(([, card]) => isCard(card)) ? { is: "cards", cards: read.cards || {} } : { is: "nothing" };
}

/** @param {any} card */
function isCard(card) {
  const isDay = (/** @type {unknown} */ day) => typeof day === "string" && /^\d{4}-\d\d-\d\d$/.test(day);
  return typeof card === "object" && card !== null && Number.isInteger(card.box) && card.box >= 1 && card.box <= MASTERED && Number.isInteger(card.seen) && Number.isInteger(card.missed) && isDay(card.last) && (card.due === null || isDay(card.due));
}

/**
 * Two sets of cards put together: of two for the same thing, the one that came up later.
 *
 * @param {Cards} cards
 * @param {Cards} others
 * @returns {Cards}
 */
export function together(cards, others) {
  const both = { ...cards };
  for (const [key, card] of Object.entries(others)) if (!both[key] || both[key].last < card.last) both[key] = card;
  return both;
}

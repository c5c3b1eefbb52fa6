// The code of a paper: all of the paper in a few letters that can be read out, with letters that tell a mistyped part.
//
// Parts of five letters. The first holds the seed (3) and the time (1); every further one a scheme (3) with level and
// number (1). The last letter of a part checks it: it also depends on the place of the part, and in the first on how
// many parts there are. A wrong letter, and two that changed places, are always found.

/** @typedef {"last" | "all" | "choose" | "empty" | "find"} Level how much of an exercise is left to be done */

/**
 * @typedef {object} Group exercises of one scheme and one level
 * @property {string} scheme
 * @property {Level} level
 * @property {number} number of exercises
 *
 * @typedef {object} Paper
 * @property {string} seed three letters
 * @property {number} minutes 0 without a limit
 * @property {Group[]} groups
 *
 * @typedef {{ what: "empty" } | { what: "letter", letter: string, part: number } | { what: "length", part: number, letters: number }
 *   | { what: "part", part: number } | { what: "count", wanted: number, have: number } | { what: "scheme", part: number }} Fault
 *   what is wrong with a typed code; parts count from 1
 */

/** Without 0, O, 1 and I, which people mix up. */
export const LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/** @type {Level[]} */
export const LEVELS = ["last", "all", "choose", "empty", "find"];

/** The most exercises of a group. */
export const MOST_OF_A_GROUP = 6;

/** The most groups of a paper. */
export const MOST_GROUPS = 10;

/** Times are multiples of so many minutes. */
export const MINUTES = 5;

/** The longest time. */
export const MOST_MINUTES = MINUTES * (LETTERS.length - 1);

const PART = 5;

/** Twice a letter's number in the field of 32 elements. @param {number} element */
function twice(element) {
  const doubled = element << 1;
  return doubled & 32 ? doubled ^ 0b100101 : doubled;
}

/**
 * The letter that checks others: each counts with another factor, so that no two may change places.
 *
 * @param {number[]} numbers
 * @param {number} place
 */
function check(numbers, place) {
  return twice(numbers.reduceRight((sum, number) => twice(sum) ^ number, 0)) ^ (place % 32);
}

/** @param {number} number @param {number} count of letters @returns {number[]} */
function digits(number, count) {
  return Array.from({ length: count }, (_, at) => (number >> (5 * (count - 1 - at))) & 31);
}

/** The number that stands for a scheme: the same on every machine, whatever other schemes there are. @param {string} id */
export function keyOf(id) {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(id)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return (hash ^ (hash >>> 15) ^ (hash >>> 30)) & 0x7fff;
}

/**
 * The code of a paper, its parts joined by dashes.
 *
 * @param {Paper} paper
 */
export function codeOf({ seed, minutes, groups }) {
  const first = [...[...seed].map((letter) => LETTERS.indexOf(letter)), minutes / MINUTES];
  const parts = groups.map(({ scheme, level, number }) => [...digits(keyOf(scheme), 3), LEVELS.indexOf(level) * MOST_OF_A_GROUP + number - 1]);
  const all = [[...first, check(first, groups.length)], ...parts.map((part, at) => [...part, check(part, at + 1)])];
  return all.map((part) => part.map((number) => LETTERS[number]).join("")).join("-");
}

/** A typed code as it is compared: capitals, half width, without what people put between the parts. @param {string} text */
function partsOf(text) {
  const plain = text.normalize("NFKC").toUpperCase().trim();
  const parts = plain.split(/[^0-9A-Z]+/).filter(Boolean);
  return parts.length > 1 ? parts : (plain.match(/.{1,5}/g) || []);
}

/**
 * The paper of a typed code, or everything that is wrong with it.
 *
 * @param {string} text
 * @param {string[]} schemes ids of those that there are
 * @returns {{ paper: Paper, faults: [] } | { paper: null, faults: Fault[] }}
 */
export function readCode(text, schemes) {
  const parts = partsOf(text);
  if (parts.length === 0) return { paper: null, faults: [{ what: "empty" }] };
  const written = parts.flatMap((part, at) => faultsOfLetters(part, at + 1));
  if (written.length > 0) return { paper: null, faults: written };
  const numbers = parts.map((part) => [...part].map((letter) => LETTERS.indexOf(letter)));
  const faults = numbers.flatMap((part, at) => faultsOfPart(part, at, parts.length - 1, schemes));
  if (parts.length === 1 && faults.length === 0) return { paper: null, faults: [{ what: "count", wanted: 2, have: 1 }] };
  if (faults.length > 0) return { paper: null, faults };
  const [[one, two, three, time], ...others] = numbers;
  const groups = others.map((part) => ({ scheme: /** @type {string} */ (schemeOf(part, schemes)), level: LEVELS[Math.floor(part[3] / MOST_OF_A_GROUP)], number: (part[3] % MOST_OF_A_GROUP) + 1 }));
  return { paper: { seed: [one, two, three].map((number) => LETTERS[number]).join(""), minutes: time * MINUTES, groups }, faults: [] };
}

/** @param {string} part @param {number} number @returns {Fault[]} */
function faultsOfLetters(part, number) {
  const strange = [...new Set(part)].filter((letter) => !LETTERS.includes(letter));
  if (strange.length > 0) return strange.map((letter) => ({ what: "letter", letter, part: number }));
  return part.length === PART ? [] : [{ what: "length", part: number, letters: part.length }];
}

/** @param {number[]} part @param {number} at @param {number} groups how many further parts there are @param {string[]} schemes @returns {Fault[]} */
function faultsOfPart(part, at, groups, schemes) {
  const holds = (/** @type {number} */ place) => check(part.slice(0, PART - 1), place) === part[PART - 1];
  if (at === 0) {
    if (holds(groups)) return [];
    const said = Array.from({ length: MOST_GROUPS }, (_, count) => count + 1).find(holds);
    return said === undefined ? [{ what: "part", part: 1 }] : [{ what: "count", wanted: said + 1, have: groups + 1 }];
  }
  if (!holds(at) || part[3] >= LEVELS.length * MOST_OF_A_GROUP) return [{ what: "part", part: at + 1 }];
  return schemeOf(part, schemes) === undefined ? [{ what: "scheme", part: at + 1 }] : [];
}

/** @param {number[]} part @param {string[]} schemes */
function schemeOf(part, schemes) {
  const key = part.slice(0, 3).reduce((sum, number) => sum * 32 + number, 0);
  return schemes.find((id) => keyOf(id) === key);
}

/**
 * @typedef {object} Order one exercise to be made
 * @property {string} scheme
 * @property {Level} level
 * @property {string} seed
 */

/**
 * The exercises of a paper in their order: each has a seed of its own.
 *
 * @param {Paper} paper
 * @returns {Order[]}
 */
export function ordersOf({ seed, groups }) {
  const orders = groups.flatMap(({ scheme, level, number }) => Array.from({ length: number }, () => ({ scheme, level })));
  return orders.map((order, at) => ({ ...order, seed: `${seed}${at + 1}` }));
}

/** Letters that nobody chose, for a new seed. @param {number} count */
export function anySeed(count) {
  return [...crypto.getRandomValues(new Uint8Array(count))].map((byte) => LETTERS[byte % LETTERS.length]).join("");
}

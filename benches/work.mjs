// The work every contender does: the wards, the changes, and the exact answers worked out apart from all of them.

/**
 * @typedef {{ id: string, coefficient: string }} Kind  one kind of shift and the points that one such shift brings
 * @typedef {number[]} Nurse  how many shifts of each kind, in the order of `KINDS`
 */

/** @type {Kind[]} */
export const KINDS = [
  { id: "leader", coefficient: "1.2" },
  { id: "day", coefficient: "1.0" },
  { id: "evening", coefficient: "1.5" },
  { id: "night", coefficient: "2.5" },
  { id: "holiday", coefficient: "2.2" },
  { id: "standby", coefficient: "0.6" },
];

/** Which kind changes. */
export const CHANGED = KINDS.findIndex((kind) => kind.id === "night");

/** What it changes to, in turn and again from the start, so that no repetition asks what the one before it asked. */
export const CHANGES = ["3.0", "2.8", "2.6", "3.2"];

/** How many nurses. */
export const SIZES = [200, 2_000, 20_000, 200_000];

const COEFFICIENT_PLACES = 4;

/**
 * A ward of `size` nurses, the same one whenever it is asked for.
 * @param {number} size
 * @returns {{ nurses: Nurse[], coefficients: string[], pool: string }}
 */
export function ward(size) {
  const next = dice(size);
  const nurses = Array.from({ length: size }, () => [next(4), next(11), next(8), next(8), next(3), next(5)]);
  return { nurses, coefficients: KINDS.map((kind) => kind.coefficient), pool: `${size * 6_543}.70` };
}

/**
 * Everybody's pay, pool × points ÷ Σ points rounded half-up to the fen, in integers of any length.
 * Throws where a pay falls exactly between two fen: a peer on binary floats may go either way there,
 * and the comparison is of speed, not of that.
 * @param {Nurse[]} nurses
 * @param {string[]} coefficients
 * @param {string} pool
 * @returns {string[]}
 */
export function answers(nurses, coefficients, pool) {
  const factors = coefficients.map((text) => scaled(text, COEFFICIENT_PLACES));
  const points = nurses.map((counts) =>
    counts.reduce((sum, count, kind) => sum + BigInt(count) * factors[kind], 0n));
  const total = points.reduce((sum, one) => sum + one, 0n);
  const fen = scaled(pool, 2);
  return points.map((one, row) => {
    const twice = 2n * fen * one;
    if (twice % total === 0n && (twice / total) % 2n === 1n) {
      throw new Error(`nurse ${row} of ${nurses.length} is paid exactly half a fen: choose another pool`);
    }
    const rounded = ((twice + total) / (2n * total)).toString().padStart(3, "0");
    return `${rounded.slice(0, -2)}.${rounded.slice(-2)}`;
  });
}

/**
 * Decimal text as an integer of units of 10^-places.
 * @param {string} text
 * @param {number} places
 */
export function scaled(text, places) {
  const [whole, fraction = ""] = text.split(".");
  if (fraction.length > places) throw new Error(`${text} has more than ${places} places`);
  return BigInt(whole + fraction.padEnd(places, "0"));
}

/**
 * Whole numbers from 0 up to a limit, the same ones for the same seed (mulberry32).
 * @param {number} seed
 * @returns {(limit: number) => number}
 */
function dice(seed) {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

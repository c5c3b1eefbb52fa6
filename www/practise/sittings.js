// Papers that are or were done on this computer: each goes on where it was, with its clock.
import { forget, keep } from "../keep.js";
import { keptClock, startedAt } from "./clock.js";
import { ordersOf } from "./code.js";
import { keptValue } from "./keeping.js";

/**
 * @typedef {import("./clock.js").Clock} Clock
 * @typedef {import("./code.js").Paper} Paper
 * @typedef {import("./result.js").Result} Result
 *
 * @typedef {object} Part one exercise of a paper as far as it is done
 * @property {Record<string, string>} answers
 * @property {Record<string, number>} spent milliseconds by figure
 *
 * @typedef {object} Sitting
 * @property {string} id
 * @property {string} code of the paper
 * @property {string} name of the trainee
 * @property {Clock} clock
 * @property {number} at which exercise is shown
 * @property {Part[]} parts
 * @property {Result | null} result when it is handed in
 *
 * @typedef {Pick<Sitting, "id" | "code" | "name">} Listed
 */

const LIST = "practice:sittings";

/** Under what a sitting is kept. @param {string} id */
export function keyOf(id) {
  return `practice:sitting:${id}`;
}

/** The sittings on this computer, the latest first. @returns {Promise<Listed[]>} */
export async function sittings() {
  const list = await keptValue(LIST);
  return Array.isArray(list) ? list.filter((one) => one && typeof one.id === "string" && typeof one.code === "string" && typeof one.name === "string") : [];
}

/**
 * Begins a paper: from now on its clock goes.
 *
 * @param {Paper} paper
 * @param {string} code
 * @param {string} name
 * @param {number} now
 * @returns {Promise<Sitting>}
 */
export async function begin(paper, code, name, now) {
  const id = now.toString(36);
  const sitting = { id, code, name, clock: startedAt(now), at: 0, parts: ordersOf(paper).map(() => ({ answers: {}, spent: {} })), result: null };
  await restore(sitting);
  return sitting;
}

/** Puts a sitting in the list, the first. @param {Sitting} sitting */
export async function restore(sitting) {
  const { id, code, name } = sitting;
  await keep(keyOf(id), JSON.stringify(sitting));
  await keep(LIST, JSON.stringify([{ id, code, name }, ...(await sittings()).filter((one) => one.id !== id)]));
}

/** @param {string} id @returns {Promise<Sitting | null>} */
export async function sittingOf(id) {
  const found = await keptValue(keyOf(id));
  const clock = found && keptClock(found.clock);
  const isPart = (/** @type {any} */ part) => part && typeof part.answers === "object" && typeof part.spent === "object";
  return clock && Array.isArray(found.parts) && found.parts.every(isPart) ? { ...found, clock } : null;
}

/** @param {string} id */
export async function remove(id) {
  await forget(keyOf(id));
  await keep(LIST, JSON.stringify((await sittings()).filter((one) => one.id !== id)));
}

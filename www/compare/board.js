// What a notice board may show: no names, and no group so small that somebody's pay could be read or reckoned from it.
import { h, newId } from "../dom.js";
import { c } from "./words.js";

/**
 * @typedef {import("./desk.js").Desk} Desk
 * @typedef {import("./desk.js").Manner} Manner
 */

/** Groups smaller than this are not told, unless another number is set. */
export const LEAST = 5;

/**
 * Which groups stay hidden: those with fewer than `least`, and so many of the smallest others that what is left of the
 * total says nothing of a hidden one.
 *
 * @param {number[]} counts how many each group has; together they are the total, which is shown
 * @param {number} least
 * @returns {boolean[]}
 */
export function hiddenAmong(counts, least) {
  const hidden = counts.map((count) => count > 0 && count < least);
  if (!hidden.some(Boolean)) return hidden;
  const others = counts.map((_, at) => at).filter((at) => !hidden[at] && counts[at] > 0).sort((one, other) => counts[one] - counts[other]);
  const sum = () => counts.reduce((all, count, at) => (hidden[at] ? all + count : all), 0);
  while (others.length > 0 && (hidden.filter(Boolean).length < 2 || sum() < least)) hidden[Number(others.shift())] = true;
  return hidden;
}

/**
 * Which groups a desk hides; none while it shows everything.
 *
 * @param {Desk} desk
 * @param {number[]} counts
 */
export function hiddenOn({ manner }, counts) {
  return manner.board ? hiddenAmong(counts, manner.least) : counts.map(() => false);
}

/** Whether so few are compared that even their total would tell somebody's pay. @param {Desk} desk */
export function isTooSmall({ manner, variant }) {
  const { compared } = variant;
  return manner.board && compared.matched.count < manner.least && compared.moves.length === 0;
}

/**
 * The switch between everything and what a notice board may show.
 *
 * @param {Desk} desk
 * @returns {import("../views/field.js").Drawn}
 */
export function boardView(desk) {
  const [on, least] = [newId("board"), newId("least")];
  const box = h("input", { id: on, type: "checkbox" });
  box.addEventListener("change", () => desk.show({ board: box.checked }));
  const count = h("input", { id: least, type: "number", min: 2, max: 99 });
  count.addEventListener("input", () => {
    const number = Math.floor(Number(count.value));
    if (number >= 2) desk.show({ least: Math.min(99, number) });
  });
  const number = h("span", { class: "compare-least" }, h("label", { for: least }, c("leastGroup")), " ", count);
  const says = h("p", { class: "hint" }, c("boardSays"));
  return {
    element: h("div", { class: "compare-board" }, h("span", {}, box, h("label", { for: on }, c("board"))), number, says),
    refresh() {
      box.checked = desk.manner.board;
      if (document.activeElement !== count) count.value = String(desk.manner.least);
      number.hidden = !desk.manner.board;
      says.hidden = !desk.manner.board;
    },
  };
}

// What kinds of mistakes, and levels, are called where no sentence about one figure stands.
import { p } from "./words.js";

/** The kinds of mistakes, as the engine names them. */
export const KINDS = /** @type {const} */ ([
  "rounded-early", "rounded-late", "rounded-otherwise", "cut-off", "neighbouring-tier", "marginal-for-whole", "whole-for-marginal", "cap-forgotten", "floor-forgotten",
  "sign-turned", "percent-as-number", "wrong-row", "left-out", "carried", "transposed", "printed-erratum",
  "wrong-rule", "other-reading", "factor-forgotten", "operator-turned",
]);

/** The words for a kind of mistake, or for a level such as `level:all`. @param {string} kind */
export function kindName(kind) {
  if (kind.startsWith("level:")) {
    const level = kind.slice("level:".length);
    return level === "last" || level === "all" || level === "choose" || level === "empty" || level === "find" ? p("levelCard", { level: p(`level-${level}`) }) : kind;
  }
  const known = KINDS.find((one) => one === kind);
  return known ? p(`kind-${known}`) : kind;
}

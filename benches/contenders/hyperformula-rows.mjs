// HyperFormula as a hospital's own sheet has it: a formula for the points and one for the pay in each row.
import { HyperFormula } from "hyperformula";

import { opened } from "./hyperformula.mjs";

export { changeAndRead, dispose } from "./hyperformula.mjs";

export const name = "HyperFormula, formulas in each row";
export const version = HyperFormula.version;
export const note = "binary floats; SUMPRODUCT and ROUND in each row, undo off, read with getRangeValues";

/** @param {number[][]} nurses @param {string[]} coefficients @param {string} pool */
export function prepare(nurses, coefficients, pool) {
  const ward = nurses.map((counts, index) => {
    const row = index + 1;
    return [...counts, `=SUMPRODUCT(A${row}:F${row},coefficients)`, `=ROUND(pool*G${row}/total,2)`];
  });
  return opened(ward, coefficients, pool);
}

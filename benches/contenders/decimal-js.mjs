// decimal.js: the plain loop that a JavaScript programmer would write.
import { createRequire } from "node:module";
import { Decimal } from "decimal.js";

export const name = "decimal.js by hand";
export const version = createRequire(import.meta.url)("decimal.js/package.json").version;
export const note = "20 significant digits; value per point divided once, then multiplied and rounded for each nurse";

/** @param {number[][]} nurses @param {string[]} coefficients @param {string} pool */
export function prepare(nurses, coefficients, pool) {
  return { nurses, coefficients: coefficients.map((text) => new Decimal(text)), pool: new Decimal(pool) };
}

export function changeAndRead({ nurses, coefficients, pool }, kind, coefficient) {
  coefficients[kind] = new Decimal(coefficient);
  const points = nurses.map((counts) =>
    counts.reduce((sum, count, index) => sum.plus(coefficients[index].times(count)), new Decimal(0)));
  const total = points.reduce((sum, one) => sum.plus(one), new Decimal(0));
  const valuePerPoint = pool.div(total);
  return points.map((one) => valuePerPoint.times(one).toFixed(2, Decimal.ROUND_HALF_UP));
}

export function dispose() {}

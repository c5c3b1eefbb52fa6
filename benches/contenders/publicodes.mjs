// Publicodes: rules for one nurse; it has no lists, so a situation is set for each, once for points and once for pay.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import Engine from "publicodes";

import { KINDS as kinds } from "../work.mjs";

const entry = createRequire(import.meta.url).resolve("publicodes");

export const name = "publicodes";
export const version = JSON.parse(readFileSync(new URL("../package.json", `file://${entry}`), "utf8")).version;
export const note =
  "binary floats; setSituation for each nurse, Σ points added in JavaScript (one model with two rules for each nurse " +
  "is a little quicker at 200 and six times slower at 2,000; a shallowCopy for each nurse is slower)";

const KINDS = kinds.map((kind) => kind.id);

/** @param {number[][]} nurses @param {string[]} coefficients @param {string} pool */
export function prepare(nurses, coefficients, pool) {
  const rules = {
    pool: Number(pool),
    total: { "par défaut": 1 },
    points: { somme: KINDS.map((kind) => `${kind} * coefficient ${kind}`) },
    pay: { valeur: "pool * points / total", arrondi: "2 décimales" },
  };
  KINDS.forEach((kind, index) => {
    rules[kind] = { "par défaut": 0 };
    rules[`coefficient ${kind}`] = Number(coefficients[index]);
  });
  const silent = { log() {}, warn() {}, error(message) { throw new Error(message); } };
  const situations = nurses.map((counts) => Object.fromEntries(KINDS.map((kind, index) => [kind, counts[index]])));
  return { engine: new Engine(rules, { logger: silent, warn: false }), situations };
}

export function changeAndRead({ engine, situations }, kind, coefficient) {
  const changed = { [`coefficient ${KINDS[kind]}`]: Number(coefficient) };
  const points = situations.map((situation) => {
    engine.setSituation({ ...situation, ...changed });
    return engine.evaluate("points").nodeValue;
  });
  const total = points.reduce((sum, one) => sum + one, 0);
  return points.map((one) => {
    engine.setSituation({ points: one, total });
    return String(engine.evaluate("pay").nodeValue);
  });
}

export function dispose() {}

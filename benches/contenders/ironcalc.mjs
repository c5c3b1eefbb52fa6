// IronCalc in wasm: one sheet with the scheme in its first two rows; one cell is changed, the pay cells read.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import init, { Model } from "@ironcalc/wasm";

const packaged = createRequire(import.meta.url).resolve("@ironcalc/wasm/package.json");
await init({ module_or_path: readFileSync(new URL("wasm_bg.wasm", `file://${packaged}`)) });

export const name = "IronCalc (wasm)";
export const version = JSON.parse(readFileSync(packaged, "utf8")).version;
export const note =
  "binary floats; points by one array formula, pay by a formula in each row as ROUND takes no array, " +
  "plain references as named ranges grow with the square of the rows, setUserInput evaluates by itself, " +
  "cells read one by one";

const FIRST = 3;
const POINTS = 7;
const PAY = 8;

/** @param {number[][]} nurses @param {string[]} coefficients @param {string} pool */
export function prepare(nurses, coefficients, pool) {
  const last = FIRST + nurses.length - 1;
  const lines = [[...coefficients, "", ""], [pool, `=SUM(G${FIRST}:G${last})`, "", "", "", "", "", ""]];
  nurses.forEach((counts, index) => lines.push([...counts, "", `=ROUND($A$2*G${FIRST + index}/$B$2,2)`]));
  const model = new Model("ward", "en", "UTC", "en");
  model.pauseEvaluation();
  const text = lines.map((cells) => cells.join("\t")).join("\n");
  model.pasteCsvText({ sheet: 0, row: 1, column: 1, width: PAY, height: last }, text);
  const points = `=MMULT(A${FIRST}:F${last},TRANSPOSE(A1:F1))`;
  model.setUserArrayFormula(0, FIRST, POINTS, 1, nurses.length, points);
  model.resumeEvaluation();
  model.evaluate();
  return { model, last };
}

export function changeAndRead({ model, last }, kind, coefficient) {
  model.setUserInput(0, 1, kind + 1, coefficient);
  const pays = [];
  for (let row = FIRST; row <= last; row += 1) pays.push(model.getFormattedCellValue(0, row, PAY));
  return pays;
}

export function dispose({ model }) {
  model.free();
}

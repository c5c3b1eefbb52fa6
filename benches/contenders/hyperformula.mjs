// HyperFormula: a sheet for the scheme and one for the ward, built once; one cell is changed, the pay column read.
import { HyperFormula } from "hyperformula";

export const name = "HyperFormula";
export const version = HyperFormula.version;
export const note =
  "binary floats; array formulas over the whole column (quicker to build and to evaluate here than a formula in each " +
  "row), undo off, read with getRangeValues";

const POINTS = 6;
const PAY = 7;

/** @param {number[][]} nurses @param {string[]} coefficients @param {string} pool */
export function prepare(nurses, coefficients, pool) {
  const last = nurses.length;
  const ward = nurses.map((counts) => [...counts]);
  ward[0][POINTS] = `=MMULT(A1:F${last},TRANSPOSE(coefficients))`;
  ward[0][PAY] = `=ARRAYFORMULA(ROUND(pool*G1:G${last}/total,2))`;
  return opened(ward, coefficients, pool);
}

/**
 * The sheet of the scheme and that of the ward, with counts in A to F, points in G and pay in H.
 * @param {(number | string)[][]} ward @param {string[]} coefficients @param {string} pool
 */
export function opened(ward, coefficients, pool) {
  const last = ward.length;
  const engine = HyperFormula.buildFromSheets(
    { Scheme: [coefficients.map(Number), [Number(pool), `=SUM(Ward!G1:G${last})`]], Ward: ward },
    { licenseKey: "gpl-v3", maxRows: last + 1, undoLimit: 0 },
    [
      { name: "coefficients", expression: "=Scheme!$A$1:$F$1" },
      { name: "pool", expression: "=Scheme!$A$2" },
      { name: "total", expression: "=Scheme!$B$2" },
    ],
  );
  const sheet = engine.getSheetId("Ward");
  return {
    engine,
    scheme: engine.getSheetId("Scheme"),
    pays: { start: { sheet, row: 0, col: PAY }, end: { sheet, row: last - 1, col: PAY } },
  };
}

export function changeAndRead({ engine, scheme, pays }, kind, coefficient) {
  engine.setCellContents({ sheet: scheme, row: 0, col: kind }, Number(coefficient));
  return engine.getRangeValues(pays).map(([pay]) => String(pay));
}

export function dispose({ engine }) {
  engine.destroy();
}

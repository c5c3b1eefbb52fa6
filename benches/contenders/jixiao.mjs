// This engine: the ward is opened once and stays inside, one value of a table is changed, the pays come out as text.
import { readFileSync } from "node:fs";

import { KINDS } from "../work.mjs";

const { Scheme, version: versionOf } = await import("../../pkg/node.js");
if (Scheme === undefined) throw new Error("the package in pkg/ has no Scheme");

export const name = "Jixiao";
export const version = versionOf();
export const note = "exact, with the checks, flags and problems that a scheme has; benches/ward.toml";

/** @param {number[][]} nurses @param {string[]} coefficients @param {string} pool */
export function prepare(nurses, coefficients, pool) {
  const scheme = Scheme.read(readFileSync(new URL("../ward.toml", import.meta.url), "utf8"), null).scheme();
  const opened = scheme.open(JSON.stringify(facts(nurses, pool)));
  coefficients.forEach((text, kind) => opened.set(`tables.shift.${KINDS[kind].id}.value`, text));
  return { scheme, opened, count: nurses.length };
}

export function changeAndRead({ opened, count }, kind, coefficient) {
  opened.set(`tables.shift.${KINDS[kind].id}.value`, coefficient);
  opened.evaluate("en");
  return lines(opened.figures("pay"), count);
}

/**
 * The lines of a text, each ended by a line feed: how many there are is known, which takes half the time of `split`.
 * @param {string} text
 * @param {number} count
 */
function lines(text, count) {
  const found = new Array(count);
  let from = 0;
  for (let line = 0; line < count; line += 1) {
    const end = text.indexOf("\n", from);
    found[line] = text.substring(from, end);
    from = end + 1;
  }
  return found;
}

export function dispose({ scheme, opened }) {
  opened.free();
  scheme.free();
}

/**
 * The ward in the JSON form of facts.
 * @param {number[][]} nurses
 * @param {string} pool
 */
export function facts(nurses, pool) {
  const rows = nurses.map((counts, index) => ({
    name: `護士${index + 1}`,
    shifts: Object.fromEntries(KINDS.map((kind, position) => [kind.id, String(counts[position])])),
  }));
  return { inputs: { pool }, rosters: { nurse: rows } };
}

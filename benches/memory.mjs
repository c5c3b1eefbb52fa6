// How much memory the engine takes for 200,000 nurses: opened, changed, evaluated and read once.

import { KINDS, CHANGED, CHANGES, ward } from "./work.mjs";
import { changeAndRead, prepare } from "./contenders/jixiao.mjs";

const { default: ready } = await import("../pkg/node.js");

const SIZE = 200_000;
const BUDGET = 256;

const { memory } = await ready();
const empty = megabytes();
const { nurses, coefficients, pool } = ward(SIZE);
const handle = prepare(nurses, coefficients, pool);
const opened = megabytes();
changeAndRead(handle, CHANGED, CHANGES[0]);
// Memory of wasm never shrinks, so this is the most it ever took.
const most = megabytes();

const what = `${SIZE.toLocaleString("en")} nurses with ${KINDS.length} kinds of shift`;
console.log(`${what}: ${empty} MB empty, ${opened} MB opened, ${most} MB evaluated and read (budget ${BUDGET} MB)`);
if (most > BUDGET) {
  console.error(`over the budget of ${BUDGET} MB`);
  process.exitCode = 1;
}

/** The memory of the wasm module now. */
function megabytes() {
  return Math.ceil(memory.buffer.byteLength / 2 ** 20);
}

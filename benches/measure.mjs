// One contender at one size, in a process of its own: checks every answer, and times the repetitions.
//
// node measure.mjs <contender> <size>, started by run.mjs with a channel on which it reports.

import { CHANGED, CHANGES, answers, ward } from "./work.mjs";

/** Milliseconds of unrecorded repetitions at the least, after every change was asked and checked once. */
const WARM_UP = 1_000;
/** Milliseconds of recorded repetitions at the least, and how many repetitions at the least and at the most. */
const TIMED = 2_000;
const FEWEST = 5;
const MOST = 500;

const [, , file, size] = process.argv;

try {
  const contender = await import(`./contenders/${file}.mjs`);
  const { name, version, note } = contender;
  process.send({ loaded: { name, version, note } });
  process.send({ times: await times(contender, Number(size)) });
} catch (fault) {
  process.send({ fault: fault.message.split("\n")[0] });
}
process.disconnect();

/**
 * How long each repetition took, in milliseconds.
 * @param {object} contender
 * @param {number} size
 */
async function times(contender, size) {
  const { nurses, coefficients, pool } = ward(size);
  const right = CHANGES.map((coefficient) => answers(nurses, coefficients.with(CHANGED, coefficient), pool));
  const handle = await contender.prepare(nurses, coefficients, pool);
  process.send({ prepared: true });

  let turn = 0;
  const once = async () => {
    const change = turn % CHANGES.length;
    turn += 1;
    const start = performance.now();
    const said = contender.changeAndRead(handle, CHANGED, CHANGES[change]);
    const pays = said instanceof Promise ? await said : said;
    const took = performance.now() - start;
    check(pays, right[change]);
    return took;
  };

  process.send({ first: await once() });
  for (let spent = 0; turn < CHANGES.length || spent < WARM_UP; ) spent += await once();
  const recorded = [];
  for (let spent = 0; recorded.length < FEWEST || (spent < TIMED && recorded.length < MOST); ) {
    const took = await once();
    recorded.push(took);
    spent += took;
  }
  contender.dispose(handle);
  return recorded;
}

/**
 * Refuses answers that are not the right ones, text for text; 8.50 and 8.5 are the same pay.
 * @param {string[]} pays
 * @param {string[]} right
 */
function check(pays, right) {
  if (pays.length !== right.length) throw new Error(`wrong: ${pays.length} pays for ${right.length} nurses`);
  for (let row = 0; row < right.length; row += 1) {
    if (pays[row] !== right[row] && short(pays[row]) !== short(right[row])) {
      throw new Error(`wrong: nurse ${row + 1} is paid ${right[row]}, not ${pays[row]}`);
    }
  }
}

/** @param {string} text a decimal number with or without zeros at its end */
function short(text) {
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

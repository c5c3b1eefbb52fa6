// Questions about a change at the size of a hospital: months tried again, a tenth of every value, a goal; beside the same
// sums written by hand in JavaScript with integers of any length.
//
// node changes.mjs, after the package was built

import { readFileSync } from "node:fs";

import { facts } from "./contenders/jixiao.mjs";
import { answers, scaled, ward } from "./work.mjs";

const { Replay, Scheme } = await import("../pkg/node.js");

/** How often each is done; the table has the median. */
const TIMES = 7;
const MONTHS = 12;
const PEOPLE = 5_000;
const WARD = 2_000;
/** The values of the scheme besides the pool. */
const KINDS = 19;
const PROPOSALS = ["2.8", "3.0", "3.2"];

const text = readFileSync(new URL("ward.toml", import.meta.url), "utf8");
const kinds = ["leader", "day", "evening", "night", "holiday", "standby"];

export const results = [await replay(), await sensitivity(), await seek()];
print();

/** @param {() => unknown} task @returns {{ took: number, gave: any }} */
function timed(task) {
  const times = [];
  let gave;
  for (let turn = 0; turn < TIMES; turn += 1) {
    const start = performance.now();
    gave = task();
    times.push(performance.now() - start);
  }
  times.sort((one, other) => one - other);
  return { took: times[TIMES >> 1], gave };
}

/** Twelve months of a hospital with three proposals: from the files to the sums of every person and month. */
async function replay() {
  const months = Array.from({ length: MONTHS }, (_, month) => ward(PEOPLE + month));
  const files = months.map(({ nurses, pool }) => JSON.stringify(facts(nurses, pool)));
  const scheme = Scheme.read(text, null).scheme();
  const engine = timed(() => {
    const replayed = new Replay(PROPOSALS.length);
    for (const file of files) {
      const today = scheme.open(file);
      PROPOSALS.forEach((coefficient, at) => {
        const proposal = today.copy();
        proposal.set("tables.shift.night.value", coefficient);
        proposal.evaluate("en");
        const comparison = today.compare(proposal, "pay");
        comparison.limit("percent", "-5", undefined, "en");
        replayed.add(at, comparison);
        comparison.free();
        proposal.free();
      });
      today.free();
    }
    const found = PROPOSALS.map((_, at) => ({ whole: replayed.summary(at).difference.value, people: replayed.lines(at, "difference") }));
    replayed.free();
    return found;
  });
  const hand = timed(() => {
    const sums = PROPOSALS.map(() => new Map());
    for (const file of files) {
      const { inputs, rosters } = JSON.parse(file);
      const names = rosters.nurse.map(({ name }) => name);
      const counts = rosters.nurse.map(({ shifts }) => kinds.map((kind) => Number(shifts[kind])));
      const pays = (/** @type {string} */ night) => answers(counts, ["1.2", "1.0", "1.5", night, "2.2", "0.6"], inputs.pool).map((pay) => scaled(pay, 2));
      const today = pays("2.5");
      PROPOSALS.forEach((night, at) => pays(night).forEach((pay, row) => sums[at].set(names[row], (sums[at].get(names[row]) ?? 0n) + pay - today[row])));
    }
    return sums.map((people) => ({ whole: [...people.values()].reduce((sum, one) => sum + one, 0n), people: [...people.values()] }));
  });
  hand.gave.forEach(({ whole, people }, at) => {
    const own = engine.gave[at].people.split("\n").slice(0, -1).map((pay) => scaled(pay, 2));
    if (scaled(engine.gave[at].whole, 2) !== whole || own.some((one, row) => one !== people[row])) throw new Error(`wrong: the sums of proposal ${at + 1}`);
  });
  return { what: `${MONTHS} months × ${PEOPLE.toLocaleString("en")} people × ${PROPOSALS.length} proposals, from files to sums`, goal: "1 s", engine: engine.took, hand: hand.took };
}

/** A ward whose shifts have as many coefficients as there are values to ask about. */
function wide() {
  const { nurses, pool } = ward(WARD);
  const rows = Array.from({ length: KINDS }, (_, kind) => ({ id: `k${kind}`, value: String(1 + (kind % 9)) }));
  const scheme = text.replace(/row {3}= \[[^\]]*\]/, `row   = [\n${rows.map(({ id, value }) => `  { id = "${id}", title = "${id}", value = "${value}" },`).join("\n")}\n]`);
  const counts = nurses.map((own, at) => rows.map((_, kind) => own[kind % own.length] + ((at + kind) % 3)));
  const roster = counts.map((own, at) => ({ name: `護士${at + 1}`, shifts: Object.fromEntries(rows.map(({ id }, kind) => [id, String(own[kind])])) }));
  return { opened: Scheme.read(scheme, null).scheme().open(JSON.stringify({ inputs: { pool }, rosters: { nurse: roster } })), counts, coefficients: rows.map(({ value }) => value), pool };
}

/** A tenth more and less of twenty values. */
async function sensitivity() {
  const { opened, counts, coefficients, pool } = wide();
  opened.evaluate("en");
  const engine = timed(() => opened.sensitivity("pay[0]", 0, 1000, "en"));
  if (engine.gave.rows.length !== KINDS + 1) throw new Error(`${engine.gave.rows.length} values`);
  const steps = [[-1n, "down"], [1n, "up"]];
  const hand = timed(() => {
    const today = answers(counts, coefficients, pool);
    const count = (pays) => pays.reduce((sum, pay, row) => sum + (pay === today[row] ? 0 : 1), 0);
    const rows = coefficients.map((value, kind) => steps.map(([step]) => count(answers(counts, coefficients.map((one, at) => (at === kind ? changed(value, 1, step) : one)), pool))));
    return [steps.map(([step]) => count(answers(counts, coefficients, changed(pool, 2, step)))), ...rows];
  });
  hand.gave.forEach((sides, at) => steps.forEach(([, side], which) => {
    if (engine.gave.rows[at][side].changed !== sides[which]) throw new Error(`wrong: ${engine.gave.rows[at].path} ${side}`);
  }));
  opened.free();
  return { what: `a tenth more and less of ${KINDS + 1} values, ${WARD.toLocaleString("en")} people`, goal: "0.3 s", engine: engine.took, hand: hand.took };
}

/**
 * A number with a tenth of it added or taken away.
 * @param {string} text
 * @param {number} places of the result
 * @param {bigint} sign
 */
function changed(text, places, sign) {
  const units = scaled(text, places);
  if (units % 10n !== 0n) throw new Error(`a tenth of ${text} has more than ${places} places`);
  const digits = String(units + (sign * units) / 10n).padStart(places + 1, "0");
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** Which coefficient gives somebody an amount. */
async function seek() {
  const { nurses, pool } = ward(WARD);
  const opened = Scheme.read(text, null).scheme().open(JSON.stringify(facts(nurses, pool)));
  opened.evaluate("en");
  const engine = timed(() => opened.seek("tables.shift.night.value", "pay[0]", "5000", undefined, undefined, undefined, "en"));
  opened.free();
  return { what: `which value gives one of ${WARD.toLocaleString("en")} people an amount (${engine.gave.tried} values tried)`, goal: "", engine: engine.took, hand: null };
}

function print() {
  const shown = (/** @type {number | null} */ time) => (time === null ? "" : time >= 1000 ? `${(time / 1000).toPrecision(3)} s` : `${time.toPrecision(3)} ms`);
  console.log(["| | goal | Jixiao | by hand in JavaScript |", "|---|---:|---:|---:|", ...results.map(({ what, goal, engine, hand }) => `| ${what} | ${goal} | ${shown(engine)} | ${shown(hand)} |`)].join("\n"));
}

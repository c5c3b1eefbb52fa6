// The comparison: the same work by every contender, in one Markdown table.
//
// node run.mjs [--only jixiao,zen] [--sizes 200,2000]

import { fork } from "node:child_process";
import { availableParallelism, cpus, loadavg, totalmem } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { SIZES } from "./work.mjs";

/** The first is what the others are compared with. */
const CONTENDERS = [
  "jixiao",
  "hand-integer",
  "hand-decimal",
  "decimal-js",
  "hyperformula",
  "hyperformula-rows",
  "ironcalc",
  "zen",
  "publicodes",
];

/** Seconds that a contender may take to take the ward in, and for one change; over that it is not timed. */
const PREPARING = 300;
const CHANGING = 60;
/** The heap each contender may use, in megabytes. */
const HEAP = 6_144;

const { values: options } = parseArgs({ options: { only: { type: "string" }, sizes: { type: "string" } } });
const sizes = options.sizes?.split(",").map(Number) ?? SIZES;
const contenders = options.only?.split(",") ?? CONTENDERS;

/** How busy the machine is with other things. */
const load = loadavg()[0].toFixed(1);

const rows = [];
for (const contender of contenders) {
  const results = [];
  for (const size of sizes) results.push(await measured(contender, size, results));
  rows.push({ contender, results });
}
print(rows);
// A contender that cannot be loaded or is too slow is no fault; one that answers wrongly is.
if (rows.some((row) => row.results.some((result) => result.fault?.startsWith("wrong")))) process.exitCode = 1;

/**
 * One contender at one size.
 * @typedef {{ name: string, version: string, note: string }} Loaded
 * @typedef {{ size: number, loaded?: Loaded, median?: number, fault?: string }} Result
 * @param {string} contender
 * @param {number} size
 * @param {Result[]} before  what it did at the smaller sizes
 * @returns {Promise<Result>}
 */
async function measured(contender, size, before) {
  const unloadable = before.find((result) => result.loaded === undefined);
  if (unloadable) return { ...unloadable, size };
  process.stderr.write(`${contender}, ${size} nurses: `);
  const { loaded, times, fault } = await inProcess(contender, size);
  if (times === undefined) {
    process.stderr.write(`${fault}\n`);
    return { size, loaded, fault };
  }
  const sorted = times.sort((a, b) => a - b);
  const median = (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
  const [fastest, slowest] = [sorted[0], sorted[sorted.length - 1]];
  process.stderr.write(
    `${duration(median)}, ${duration(fastest)} to ${duration(slowest)} in ${times.length} repetitions\n`,
  );
  return { size, loaded, median };
}

/**
 * Starts measure.mjs and gathers its reports, until it ends or takes too long.
 * @param {string} contender
 * @param {number} size
 * @returns {Promise<{ loaded?: Loaded, times?: number[], fault?: string }>}
 */
function inProcess(contender, size) {
  return new Promise((resolve) => {
    const script = fileURLToPath(new URL("measure.mjs", import.meta.url));
    const child = fork(script, [contender, String(size)], { execArgv: [`--max-old-space-size=${HEAP}`] });
    const report = {};
    let timer;
    const within = (seconds, doing) => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        report.fault = `${doing} took over ${seconds} s`;
        child.kill("SIGKILL");
      }, seconds * 1000);
    };
    within(PREPARING, "taking the ward in");
    child.on("message", (message) => {
      if (message.prepared) within(CHANGING, "one change");
      else if (message.first !== undefined) clearTimeout(timer);
      else Object.assign(report, message);
    });
    child.on("exit", (code, signal) => {
      clearTimeout(timer);
      if (report.times === undefined) report.fault ??= `it ended with ${signal ?? code} (out of memory?)`;
      resolve(report);
    });
  });
}

/** Prints the machine, the table and what is to be known about each row. */
function print(rows) {
  const sameSize = (size) => rows[0].results.find((result) => result.size === size);
  const ofThisEngine = (size) => (rows[0].contender === CONTENDERS[0] ? sameSize(size)?.median : undefined);
  const memory = Math.round(totalmem() / 2 ** 30);
  const lines = [
    `Node ${process.version}, ${cpus()[0].model.trim()}, ${availableParallelism()} cores, ${memory} GB, ` +
      `${process.platform} ${process.arch}, load ${load} at the start`,
    "",
    "One coefficient changed, everybody's pay computed again and read back as decimal text: " +
      "the median, the same for each nurse, and as a multiple of the first row.",
    "",
    `| | ${sizes.map((size) => `${size.toLocaleString("en")} nurses`).join(" | ")} |`,
    `|---|${sizes.map(() => "---:|").join("")}`,
    ...rows.map((row) => `| ${title(row)} | ${row.results.map((one) => cell(one, ofThisEngine)).join(" | ")} |`),
    "",
    ...rows.map((row) => `- ${title(row)}: ${remarks(row)}.`),
    `- —: not timed, because it could not be loaded, taking the ward in took over ${PREPARING} s, ` +
      `or one change took over ${CHANGING} s.`,
  ];
  console.log(lines.join("\n"));
}

/** Its name and version, or the name of its file. */
function title({ contender, results }) {
  const loaded = results.find((result) => result.loaded)?.loaded;
  return loaded ? `${loaded.name} ${loaded.version}`.trim() : contender;
}

function cell({ size, median, fault }, ofThisEngine) {
  if (fault?.startsWith("wrong")) return "wrong";
  if (median === undefined) return "—";
  const whole = ofThisEngine(size);
  const ratio = whole === undefined ? [] : [`${digits(median / whole, 2)}×`];
  return [duration(median), duration(median / size), ...ratio].join(" · ");
}

/** What its file says of it, and why something is missing. */
function remarks({ results }) {
  const note = results.find((result) => result.loaded)?.loaded.note;
  const faults = new Map();
  for (const { fault, size } of results) if (fault) faults.set(fault, [...(faults.get(fault) ?? []), size]);
  const missing = [...faults].map(([fault, at]) => `${fault} (${at.map((size) => size.toLocaleString("en")).join("; ")})`);
  return [note, ...missing].filter(Boolean).join("; ");
}

/** @param {number} milliseconds */
function duration(milliseconds) {
  if (milliseconds >= 1000) return `${digits(milliseconds / 1000, 3)} s`;
  if (milliseconds >= 1) return `${digits(milliseconds, 3)} ms`;
  if (milliseconds >= 0.001) return `${digits(milliseconds * 1000, 3)} µs`;
  return `${digits(milliseconds * 1e6, 3)} ns`;
}

/** A number with so many significant digits, or all of its whole ones. */
function digits(number, significant) {
  const whole = Math.max(1, Math.floor(Math.log10(number)) + 1);
  return number.toFixed(Math.max(0, significant - whole));
}

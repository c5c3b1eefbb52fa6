// The sizes that visitors pay for, and the budgets they must keep.
import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const root = new URL("../../", import.meta.url);

/** @param {string} path below the project's folder */
const gzipped = (path) => gzipSync(readFileSync(new URL(path, root)), { level: 9 }).length;

/** @param {string} folder @returns {string[]} */
function filesBelow(folder) {
  return readdirSync(new URL(folder, root), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(`${folder}${entry.name}/`) : [`${folder}${entry.name}`],
  );
}

/**
 * The most that each part may weigh today, in bytes: what it weighs, so that it can only get less.
 * The aim is 150 KB for the engine and 250 KB for a first load; README says so too.
 * Where the source of the standard library cannot be had, the ready one weighs more, and the budget is another.
 */
const BUDGETS = {
  lean: { engine: 385 * 1024, whole: 620 * 1024, firstLoad: 487 * 1024 },
  ready: { engine: 460 * 1024, whole: 690 * 1024, firstLoad: 561 * 1024 },
};

/** Modules, and folders of them, that the page loads when they are opened. */
const LATER = ["dist/views/coverage.js", "dist/views/errata.js", "dist/views/compare.js", "dist/compare/", "dist/views/replay.js", "dist/replay/", "dist/sheets/", "dist/views/practise", "dist/practise/"];

/** What reading and writing workbooks may weigh, loaded when somebody first does. */
const SPREADSHEETS = 51 * 1024;

/** What comparing proposals may weigh, loaded when somebody first does. */
const COMPARISON = 92 * 1024;

/** What practising may weigh, loaded when somebody first does. */
const PRACTICE = 74 * 1024;

/** What trying proposals over months may weigh, loaded when somebody opens that. */
const REPLAY = 25 * 1024;

/** @returns {{ engine: number, firstLoad: number }} those of the package that was built */
function budgets() {
  const { standardLibrary } = JSON.parse(readFileSync(new URL("pkg/package.json", root), "utf8"));
  return standardLibrary === "ready" ? BUDGETS.ready : BUDGETS.lean;
}

/**
 * What each part weighs after gzip, and the most it may weigh, in bytes.
 * A first load is the page with its styles and modules, the engine, and the index of schemes;
 * schemes and the pages about the source are fetched when they are opened, the whole engine when somebody compares or
 * practises, and the edition in one file is not served.
 */
export function sizes() {
  const budget = budgets();
  const whole = ["dist/pkg/jixiao.js", "dist/pkg/jixiao_bg.wasm"];
  const engine = ["dist/pkg/first/jixiao.js", "dist/pkg/first/jixiao_bg.wasm"];
  const page = filesBelow("dist/").filter(
    (path) => !path.startsWith("dist/schemes/") && !path.startsWith("dist/pkg/") && path !== "dist/jixiao.html" && !LATER.some((later) => path.startsWith(later)),
  );
  const weigh = (/** @type {string[]} */ paths) => paths.map(gzipped).reduce((sum, size) => sum + size, 0);
  return [
    { part: "engine", size: weigh(engine), budget: budget.engine },
    { part: "whole engine", size: weigh(whole), budget: budget.whole },
    { part: "first load", size: weigh([...engine, ...page, "dist/schemes/index.json"]), budget: budget.firstLoad },
    { part: "spreadsheets", size: weigh(filesBelow("dist/sheets/")), budget: SPREADSHEETS },
    { part: "practice", size: weigh(filesBelow("dist/").filter((path) => /^dist\/(views\/practise|practise\/)/.test(path))), budget: PRACTICE },
    { part: "comparison", size: weigh(["dist/views/compare.js", "dist/views/replay.js", ...filesBelow("dist/compare/")]), budget: COMPARISON },
    { part: "replay", size: weigh(filesBelow("dist/replay/")), budget: REPLAY },
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { part, size, budget } of sizes()) {
    console.error(`xtask: ${part}: ${(size / 1024).toFixed(1)} KB of ${budget / 1024} KB, gzipped`);
  }
}

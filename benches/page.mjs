// The page in Chromium: a value dragged with three proposals in sight, months tried again, a step of every value.
//
// node page.mjs, after the site was built; JIXIAO_CHROMIUM names another Chromium than that of the tests

import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { serve } from "../pkg-tests/harness/server.mjs";

const { chromium } = createRequire(new URL("../pkg-tests/package.json", import.meta.url))("playwright-core");
const root = fileURLToPath(new URL("../", import.meta.url));
const browsers = join(root, "tools/browsers");

/** How many people there are while a value is dragged, and how often it moves. */
const PEOPLE = 2_000;
const MOVES = 60;
const MONTHS = 12;
const MONTHLY = 5_000;

const { url, stop } = await serve(join(root, "dist"));
const browser = await chromium.launch({ executablePath: executable(), env: { ...process.env, LD_LIBRARY_PATH: ["current", "current/lib"].map((folder) => join(browsers, folder)).join(":") }, args: ["--headless", "--no-sandbox", "--no-zygote", "--disable-gpu"] });
try {
  const version = browser.version();
  const rows = [...(await drag()), ...(await sensitivity()), ...(await replay())];
  console.log(["| in Chromium " + version + " | goal | median | 90th percentile |", "|---|---:|---:|---:|", ...rows.map(({ what, goal, times }) => `| ${what} | ${goal} | ${shown(at(times, 0.5))} | ${shown(at(times, 0.9))} |`)].join("\n"));
} finally {
  await browser.close();
  await stop();
}

function executable() {
  const own = process.env.JIXIAO_CHROMIUM || join(browsers, "current/chromium");
  if (!existsSync(own)) throw new Error(`${own} is missing: cargo xtask test unpacks the browsers`);
  return own;
}

/** @param {number[]} times @param {number} part */
function at(times, part) {
  const sorted = times.slice().sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)];
}

/** @param {number} time */
function shown(time) {
  return time >= 1000 ? `${(time / 1000).toPrecision(3)} s` : `${time.toPrecision(3)} ms`;
}

/**
 * The ward nurses' scheme with so many of them.
 *
 * @param {number} people
 * @param {number} month
 */
function ward(people, month = 0) {
  const shifts = (/** @type {number} */ at) => ({ leader: String(at % 2), evening: String((at * 3 + month) % 8), night: String((at * 5 + month) % 7) });
  return { scheme: "ward-nurses", format: 1, inputs: { pool: `${people * 6543}.70` }, rosters: { nurse: Array.from({ length: people }, (_, nurse) => ({ name: `護士${nurse + month}`, shifts: shifts(nurse) })) } };
}

/** A page with a decision: three proposals that change two values each. @param {unknown} facts */
async function comparing(facts) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  page.on("pageerror", (error) => {
    throw error;
  });
  await page.goto(`${url}#/catalogue`);
  await page.waitForSelector("h1");
  const proposals = ["2.6", "3.0", "3.4"].map((night) => ({ name: `夜班${night}`, note: "", scheme: null, formulas: {}, rows: {}, changes: { "tables.shift.night.value": night, "tables.shift.evening.value": "1.4" } }));
  const limits = [{ kind: "budget", least: "", most: "" }, { kind: "loss", least: "5", most: "" }, { kind: "figure", least: "1000", most: "" }];
  const plan = { format: 1, proposals, shown: 1, step: "pay", by: "", limits };
  await page.evaluate(([text]) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], "decision.json", { type: "application/json" }));
    document.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  }, [JSON.stringify({ format: 1, facts, plan })]);
  await page.waitForSelector(".compare h1", { timeout: 60_000 });
  await page.waitForTimeout(500);
  return { page, close: () => context.close() };
}

/** From a move of the slider until every table and picture is there: calculated and drawn, and until the next frame. */
async function drag() {
  const { page, close } = await comparing(ward(PEOPLE));
  const times = await page.evaluate(async (moves) => {
    const slider = /** @type {HTMLInputElement} */ (document.querySelector('.compare-slider input[aria-label^="夜班"]'));
    const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const found = [];
    for (let move = 0; move < moves; move += 1) {
      const value = String(20 + ((move * 7) % 23));
      if (slider.value === value) continue;
      slider.value = value;
      const start = performance.now();
      slider.dispatchEvent(new Event("input", { bubbles: true }));
      // What is drawn is laid out, too.
      void document.body.offsetHeight;
      const drawn = performance.now() - start;
      await frame();
      found.push([drawn, performance.now() - start]);
    }
    return found;
  }, MOVES);
  await close();
  return [
    { what: `a value dragged, ${PEOPLE.toLocaleString("en")} people and 3 proposals: calculated and laid out`, goal: "50 ms", times: times.map(([drawn]) => drawn) },
    { what: "the same, until the frame after it is on the screen", goal: "", times: times.map(([, painted]) => painted) },
  ];
}

/** A step of every value in the worker, from the press of the button to the whole table. */
async function sensitivity() {
  const { page, close } = await comparing(ward(PEOPLE));
  await page.click('summary:text("哪個數值能達到目標")');
  const section = 'section[aria-label="每個數值改一點，影響多大"]';
  await page.waitForSelector(`${section} button`);
  const times = [];
  for (let turn = 0; turn < 6; turn += 1) {
    times.push(await untilDone(page, `${section} button`, `${section} .ask-field .hint`));
  }
  await close();
  // The first run starts the worker.
  return [{ what: `a step of every value beside the page, ${PEOPLE.toLocaleString("en")} people`, goal: "0.3 s", times: times.slice(1) }];
}

/** Months that were dropped in, from the press of the button to the sums of everybody. */
async function replay() {
  const { page, close } = await comparing(ward(200));
  await page.click('summary:text("把過去幾個月的資料放進來")');
  await page.waitForSelector(".replay-drop");
  const files = Array.from({ length: MONTHS }, (_, month) => ({ name: `${month + 1}月.json`, mimeType: "application/json", buffer: Buffer.from(JSON.stringify(ward(MONTHLY, month))) }));
  const began = performance.now();
  await page.setInputFiles(".replay-drop input", files);
  await page.waitForFunction((count) => document.querySelectorAll(".replay-months tbody tr").length === count, MONTHS, { timeout: 60_000 });
  const read = performance.now() - began;
  const times = [];
  for (let turn = 0; turn < 6; turn += 1) times.push(await untilDone(page, ".replay .ask button", ".replay .ask .hint"));
  await close();
  const what = `${MONTHS} months × ${MONTHLY.toLocaleString("en")} people × 3 proposals beside the page`;
  return [
    { what: `${what}: facts read, calculated, summed for everybody and drawn`, goal: "1 s", times: times.slice(1) },
    { what: "the same, with the start of the worker", goal: "", times: times.slice(0, 1) },
    { what: `before that, ${MONTHS} files of ${MONTHLY.toLocaleString("en")} people dropped in`, goal: "", times: [read] },
  ];
}

/**
 * From the press of a button until work is done and drawn, in milliseconds.
 *
 * @param {import("playwright-core").Page} page
 * @param {string} button
 * @param {string} progress where `done／total` stands
 */
function untilDone(page, button, progress) {
  return page.evaluate(
    ([pressed, told]) =>
      new Promise((resolve) => {
        const buttons = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(pressed)]);
        const start = performance.now();
        const done = () => {
          const text = document.querySelector(told)?.textContent || "";
          const [one, all] = text.split("／");
          if (one !== all || one === "" || buttons[0].hidden) return setTimeout(done);
          void document.body.offsetHeight;
          return resolve(performance.now() - start);
        };
        buttons[0].click();
        setTimeout(done);
      }),
    [button, progress],
  );
}

// Files of spreadsheets for tests: workbooks written cell by cell as other programs write them, and what an import makes of them.
import { readFileSync } from "node:fs";

// The modules of the built site, which find the engine beside them.
import { emptyCase } from "../../dist/case.js";
import { Scheme, initSync } from "../../dist/pkg/jixiao.js";
import { speak } from "../../dist/language.js";
import { Import } from "../../dist/sheets/importing.js";
import { Pace } from "../../dist/sheets/pace.js";
import { zip } from "../../dist/sheets/zip.js";

// The page tells its document which language it speaks; Node has none.
Object.assign(globalThis, { document: globalThis.document || { documentElement: {} } });

initSync({ module: readFileSync(new URL("../../dist/pkg/jixiao_bg.wasm", import.meta.url)) });
const schemes = new URL("../../schemes/", import.meta.url);
const fixtures = new URL("../sheets/", import.meta.url);

/** The bytes of a file that another program wrote. @param {string} name */
export function fixture(name) {
  return new Uint8Array(readFileSync(new URL(name, fixtures)));
}

/**
 * A scheme with these facts, as the page holds them.
 *
 * @param {string} id
 * @param {Record<string, unknown>} [facts]
 * @returns {any}
 */
export function storeOf(id, facts = {}) {
  const text = (/** @type {string} */ name) => readFileSync(new URL(`${id}/${name}.toml`, schemes), "utf8");
  const scheme = Scheme.read(text("scheme"), { en: text("text.en"), "zh-Hans": text("text.zh-Hans") }).scheme();
  const whole = { ...emptyCase(id), ...facts };
  return { scheme, description: scheme.describe("zh-Hant"), facts: whole, opened: scheme.open(JSON.stringify(whole)), problems: new Map(), summary: { totals: [] } };
}

/**
 * What an import makes of a file.
 *
 * @param {any} store
 * @param {string} roster
 * @param {Uint8Array} bytes
 * @param {{ name?: string, encoding?: string, digits?: "shown" | "stored", assign?: [number, number][], language?: string, pace?: Pace }} [how]
 */
export async function imported(store, roster, bytes, { name = "file", encoding, digits = "shown", assign = [], language = "zh-Hant", pace = new Pace() } = {}) {
  speak(language);
  const work = new Import(store, store.description.rosters.find((/** @type {any} */ { id }) => id === roster), name, bytes);
  await work.open(pace, encoding);
  work.digits = digits;
  for (const [from, to] of assign) work.assigned.set(from, to);
  return { work, intake: await work.taken(pace) };
}

const STYLES = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-404]e&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="165" formatCode="[Red]0.0&quot; day&quot;"/></numFmts>
<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`;

/** The styles of the workbooks below: a plain number, a day, a percentage, a day in Chinese, a number with a word behind it. */
export const STYLE = { plain: 0, day: 1, percent: 2, chineseDay: 3, word: 4 };

/**
 * A workbook of these rows of cells; a cell is the XML of a cell without its place, or a text.
 *
 * @param {string[][]} rows
 * @param {{ more?: string, before?: string, book?: string, state?: string }} [how] `more`: what stands behind the rows
 */
export function workbook(rows, { more = "", before = "", book = "", state = "visible" } = {}) {
  const cell = (/** @type {string} */ one) => (one.startsWith("<") ? one : one === "" ? "<c/>" : `<c t="inlineStr"><is><t>${one}</t></is></c>`);
  const lines = rows.map((row, at) => `<row r="${at + 1}">${row.map(cell).join("")}</row>`);
  const links = (/** @type {string[][]} */ all) => `<Relationships>${all.map(([id, type, target]) => `<Relationship Id="${id}" Type="x/${type}" Target="${target}"/>`).join("")}</Relationships>`;
  return zip([
    ["_rels/.rels", links([["a", "officeDocument", "xl/workbook.xml"]])],
    ["xl/workbook.xml", `<workbook>${book}<sheets><sheet name="one" sheetId="1" state="${state}" r:id="a"/></sheets></workbook>`],
    ["xl/_rels/workbook.xml.rels", links([["a", "worksheet", "/xl/sheet.xml"], ["b", "styles", "styles.xml"]])],
    ["xl/styles.xml", STYLES],
    ["xl/sheet.xml", `<?xml version="1.0"?><worksheet>${before}<sheetData>${lines.join("")}</sheetData>${more}</worksheet>`],
  ]);
}

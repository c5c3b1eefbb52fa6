// The words of the page: all three languages say the same things, and nothing is said that no table holds.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

const www = new URL("../www/", import.meta.url);
/** The tables of a folder in the three languages. @param {string} folder @returns {Promise<Record<string, string>[]>} */
const tablesOf = (folder) => Promise.all(["zh-Hant", "zh-Hans", "en"].map(async (tag) => (await import(new URL(`${folder}/${tag}.js`, www).href)).words));
const tables = await tablesOf("words");
const sheetTables = await tablesOf("sheets/words");
const replayTables = await tablesOf("replay/words");

/** @param {URL} folder @returns {string[]} the texts of all modules outside the tables */
function modulesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return entry.name === "words" ? [] : modulesBelow(new URL(`${entry.name}/`, folder));
    return entry.name.endsWith(".js") ? [readFileSync(new URL(entry.name, folder), "utf8")] : [];
  });
}

test("the tables have the same keys", () => {
  for (const three of [tables, sheetTables, replayTables]) {
    const [traditional, ...others] = three.map((table) => Object.keys(table));
    for (const keys of others) assert.deepEqual(keys, traditional);
  }
});

test("the same names are put into the words of every language", () => {
  const names = (/** @type {string} */ text) => [...text.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();
  for (const three of [tables, sheetTables, replayTables]) {
    for (const key of Object.keys(three[0])) {
      for (const table of three) assert.deepEqual(names(table[key]), names(three[0][key]), key);
    }
  }
});

test("every word is used, and no word is used that is not there", () => {
  const source = modulesBelow(www).join("\n");
  const used = new Set([...source.matchAll(/\bt\("([\w-]+)"/g)].map(([, key]) => key));
  const named = (/** @type {string} */ key) => used.has(key) || key.startsWith("group-") || source.includes(`"${key}"`);
  assert.deepEqual(Object.keys(tables[0]).filter((key) => !named(key)), []);
  assert.deepEqual([...used].filter((key) => !(key in tables[0])), []);
  const isNamed = (/** @type {string} */ key) => source.includes(`"${key.replace(/^odd-/, "")}"`);
  assert.deepEqual(Object.keys(sheetTables[0]).filter((key) => !isNamed(key)), []);
  const said = [...source.matchAll(/\b(?:sheetWord|Unreadable)\("([\w-]+)"/g)].map(([, key]) => key);
  assert.deepEqual(said.filter((key) => !(key in sheetTables[0])), []);
  const replaySource = modulesBelow(new URL("replay/", www)).join("\n");
  assert.deepEqual(Object.keys(replayTables[0]).filter((key) => !replaySource.includes(`"${key}"`)), []);
});

test("simplified words use no traditional letters", () => {
  const traditional = /[績試計說這個們為與單據資檔開關選擇寫貼刪還讀憑寬]/;
  assert.deepEqual([...Object.entries(tables[1]), ...Object.entries(sheetTables[1]), ...Object.entries(replayTables[1])].filter(([, text]) => traditional.test(text)), []);
});

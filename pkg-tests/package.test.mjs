// The npm package: started by both of its entries, with types, and the same in each.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";

import { browserEntry, entry, version } from "./harness/package.mjs";

const folder = new URL("../pkg/", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL("package.json", folder), "utf8"));

test("Node imports the engine ready to use", async () => {
  const engine = await import(entry);
  assert.equal(engine.version(), version);
  await engine.default();
  assert.equal(engine.version(), version);
});

test("the browser's entry starts from bytes", async () => {
  const engine = await import(browserEntry);
  await engine.default({ module_or_path: readFileSync(new URL("jixiao_bg.wasm", folder)) });
  assert.equal(engine.version(), version);
});

test("both entries export the same names", async () => {
  const [node, browser] = await Promise.all([import(entry), import(browserEntry)]);
  assert.deepEqual(Object.keys(node).sort(), Object.keys(browser).sort());
});

test("every file that the package names is there, and it depends on nothing", () => {
  for (const file of manifest.files) assert.ok(existsSync(new URL(file, folder)), file);
  assert.equal(manifest.dependencies, undefined);
});

test("the module uses no path of the machine that built it", () => {
  const bytes = readFileSync(new URL("jixiao_bg.wasm", folder)).toString("latin1");
  assert.equal(bytes.match(/\/(root|home|Users|tmp)\/[\w./-]*|\.cargo\/registry[\w./-]*/)?.[0], undefined);
});

test("what README shows runs as it stands", async () => {
  const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");
  const block = (/** @type {string} */ kind) => String(readme.match(new RegExp(`\`\`\`${kind}\\n([^]*?)\`\`\``))?.[1]);
  const shown = block("js");
  assert.match(shown, /from 'jixiao'/);
  const program = [`const schemeText = ${JSON.stringify(block("toml"))};`, shown.replace("'jixiao'", JSON.stringify(entry)), "export { pays, months };"].join("\n");
  const { pays, months } = await import(`data:text/javascript,${encodeURIComponent(program)}`);
  assert.deepEqual(pays, ["12446"]);
  assert.equal(months.summary(0).people, 1);
});

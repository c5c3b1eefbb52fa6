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

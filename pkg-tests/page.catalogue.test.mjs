// The catalogue that the site is built with: every scheme, in three languages, with files that are there.
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

const published = new URL("../dist/schemes/", import.meta.url);
const schemes = new URL("../schemes/", import.meta.url);
/** @type {import("./harness/catalogue.mjs").Entry[]} */
const entries = JSON.parse(readFileSync(new URL("index.json", published), "utf8"));

test("every scheme of the project is in the catalogue, once", () => {
  const folders = readdirSync(schemes).filter((name) => existsSync(new URL(`${name}/scheme.toml`, schemes)));
  assert.deepEqual(entries.map(({ id }) => id).sort(), folders.sort());
});

for (const { id, titles, about, files } of entries) {
  test(`${id} has its texts in three languages, and an example`, () => {
    for (const tag of ["zh-Hant", "zh-Hans", "en"]) {
      assert.ok(titles[tag], `title in ${tag}`);
      assert.ok(about[tag], `about in ${tag}`);
    }
    const example = JSON.parse(readFileSync(new URL(String(files.example), published), "utf8"));
    assert.equal(example.scheme, id);
    for (const path of [files.scheme, ...Object.values(files.translations)]) {
      assert.ok(existsSync(new URL(path, published)), path);
    }
  });
}

// The size budgets hold: a slow intranet and an old machine must open the page at once.
import assert from "node:assert/strict";
import { test } from "node:test";

import { sizes } from "./harness/sizes.mjs";

for (const { part, size, budget } of sizes()) {
  test(`${part} keeps its budget of ${budget / 1024} KB gzipped`, () => {
    assert.ok(size > 0 && size <= budget, `${size} bytes of ${budget}`);
  });
}

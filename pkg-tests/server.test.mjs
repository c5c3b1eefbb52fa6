// The test server serves files of its folder and nothing else.
import assert from "node:assert/strict";
import { get } from "node:http";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

import { serve } from "./harness/server.mjs";

const { url, stop } = await serve(fileURLToPath(new URL("./harness", import.meta.url)), { prefix: "/a/b" });
after(stop);

/** @param {string} path sent as it is, unlike with fetch @returns {Promise<number | undefined>} */
const status = (path) =>
  new Promise((resolve) => get({ host: "127.0.0.1", port: new URL(url).port, path }, (answer) => resolve(answer.resume().statusCode)));

test("a file of the folder is served with its type", async () => {
  const answer = await fetch(`${url}server.mjs?query`);
  assert.equal(answer.status, 200);
  assert.match(await answer.text(), /static file server/);
});

for (const path of ["/", "/a/b", "/server.mjs", "/a/b/missing", "/a/b/", "/a/b/../../package.json", "/a/b/%2e%2e/package.json", "/a/b/%"]) {
  test(`${path} is not found`, async () => assert.equal(await status(path), 404));
}

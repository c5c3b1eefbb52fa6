// The command line of the same checkout: what the engine says natively.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const checkout = fileURLToPath(new URL("../../", import.meta.url));

/** The program, compiled unless it is already. */
const program = (() => {
  const messages = execFileSync("cargo", ["build", "--quiet", "--locked", "--bin", "jixiao", "--message-format=json"], {
    cwd: checkout,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  const built = messages.split("\n").filter(Boolean).map((line) => JSON.parse(line));
  return built.map(({ executable }) => executable).find(Boolean);
})();

/**
 * The outcome of a case as the command line prints it.
 *
 * @param {string} scheme file
 * @param {string} file of the case
 * @param {string} language
 * @returns {string} JSON
 */
export function nativeOutcome(scheme, file, language) {
  const { stdout, stderr } = spawnSync(program, ["evaluate", scheme, file, "--lang", language], {
    cwd: checkout,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  assert.ok(stdout, `${file}: ${stderr}`);
  return stdout.trimEnd();
}

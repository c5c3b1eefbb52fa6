// What the two functions of this folder share: a ward kept inside wasm, one text with a pay a line coming out.
import { existsSync, readFileSync } from "node:fs";

const folder = new URL("./pkg/", import.meta.url);
if (!existsSync(folder)) throw new Error("benches/hand is not built: start this with cargo xtask bench");
const hand = await import(new URL("hand.js", folder).href);
hand.initSync({ module: readFileSync(new URL("hand_bg.wasm", folder)) });

/**
 * A contender around one of the classes.
 * @param {"DecimalWard" | "IntegerWard"} kindOfWard
 */
export function contender(kindOfWard) {
  const Ward = hand[kindOfWard];
  return {
    /** @param {number[][]} nurses @param {string[]} coefficients @param {string} pool */
    prepare: (nurses, coefficients, pool) =>
      new Ward(Uint32Array.from(nurses.flat()), coefficients.join(" "), pool),
    changeAndRead: (ward, kind, coefficient) => ward.changeAndRead(kind, coefficient).split("\n"),
    dispose: (ward) => ward.free(),
  };
}

/** The version of a crate that the lock file of `hand` names. */
export function locked(crate) {
  const lock = readFileSync(new URL("./Cargo.lock", import.meta.url), "utf8");
  return lock.match(new RegExp(`name = "${crate}"\\nversion = "([^"]+)"`))?.[1] ?? "?";
}

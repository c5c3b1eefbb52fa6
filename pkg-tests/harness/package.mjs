// The built npm package, imported by its name as a user of it would.
import { readFileSync } from "node:fs";

const folder = new URL("../../pkg/", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL("package.json", folder), "utf8"));

/** The version that the package says it has. */
export const version = manifest.version;

/** The entry that Node takes from the package. */
export const entry = new URL(manifest.exports["."].node, folder).href;

/** The entry that a browser takes from the package. */
export const browserEntry = new URL(manifest.exports["."].default, folder).href;

// The cases of the shipped schemes, as the engine takes them.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { parse } from "smol-toml";

const folder = new URL("../../schemes/", import.meta.url);

/**
 * @typedef {object} Case
 * @property {string} name such as `ward-nurses/source`
 * @property {string} file
 * @property {string} schemeFile
 * @property {string} scheme text of the scheme
 * @property {Record<string, string>} translations by language
 * @property {string} facts JSON
 * @property {boolean} example whether the page opens with it
 * @property {{ scheme: string, case: string, problems?: string[] }[]} after cases of other schemes that it takes over from
 */

/** @returns {Case[]} */
export function cases() {
  const ids = readdirSync(folder).filter((id) => existsSync(new URL(`${id}/scheme.toml`, folder)));
  return ids.sort().flatMap((id) => {
    const read = (/** @type {string} */ file) => readFileSync(new URL(`${id}/${file}`, folder), "utf8");
    const translated = ["zh-Hans", "en"].filter((tag) => existsSync(new URL(`${id}/text.${tag}.toml`, folder)));
    const translations = Object.fromEntries(translated.map((tag) => [tag, read(`text.${tag}.toml`)]));
    const files = readdirSync(new URL(`${id}/cases/`, folder)).filter((file) => file.endsWith(".toml"));
    return files.sort().map((file) => {
      const parsed = /** @type {any} */ (parse(read(`cases/${file}`)));
      return {
        name: `${id}/${file.slice(0, -".toml".length)}`,
        file: fileURLToPath(new URL(`${id}/cases/${file}`, folder)),
        schemeFile: fileURLToPath(new URL(`${id}/scheme.toml`, folder)),
        scheme: read("scheme.toml"),
        translations,
        facts: JSON.stringify(parsed.facts),
        example: parsed.example === true,
        after: parsed.after || [],
      };
    });
  });
}

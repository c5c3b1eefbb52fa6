// Writes what the page needs of the schemes before it opens one: `dist/schemes/index.json`, and beside each scheme
// the facts of its example and all of its cases as JSON. The scheme files themselves are already in dist/schemes/.
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { parse } from "smol-toml";

/** The languages that stand beside Traditional Chinese. */
const TRANSLATIONS = ["zh-Hans", "en"];

/**
 * @typedef {object} Entry
 * @property {string} id
 * @property {string} group
 * @property {Record<string, string>} titles by language
 * @property {Record<string, string>} about by language
 * @property {string[]} implements
 * @property {{ scheme: string, translations: Record<string, string>, example: string | null, cases: string | null }} files below `schemes/`
 */

/**
 * @param {string} schemes the folder
 * @param {string} folder of one scheme in it
 * @returns {Entry}
 */
function entryOf(schemes, folder) {
  const read = (/** @type {string} */ file) => /** @type {any} */ (parse(readFileSync(join(schemes, folder, file), "utf8")));
  const scheme = read("scheme.toml");
  const files = TRANSLATIONS.map((tag) => /** @type {const} */ ([tag, `text.${tag}.toml`])).filter(([, file]) => existsSync(join(schemes, folder, file)));
  const texts = files.map(([tag, file]) => /** @type {const} */ ([tag, read(file)]));
  const inAll = (/** @type {string} */ key) =>
    Object.fromEntries([["zh-Hant", scheme[key]], ...texts.map(([tag, text]) => [tag, text[key]])].filter(([, text]) => text));
  return {
    id: scheme.id,
    group: scheme.group || "own",
    titles: inAll("title"),
    about: inAll("about"),
    implements: scheme.implements || [],
    files: {
      scheme: `${folder}/scheme.toml`,
      translations: Object.fromEntries(files.map(([tag, file]) => [tag, `${folder}/${file}`])),
      example: writeExample(schemes, folder, scheme.id),
      cases: writeCases(schemes, folder, scheme.id),
    },
  };
}

/** Writes the facts of the case with `example = true`; null where there is none. */
function writeExample(/** @type {string} */ schemes, /** @type {string} */ folder, /** @type {string} */ id) {
  const cases = join(schemes, folder, "cases");
  const found = existsSync(cases) ? readdirSync(cases).sort().map((file) => /** @type {any} */ (parse(readFileSync(join(cases, file), "utf8")))) : [];
  const example = found.find((one) => one.example === true);
  if (!example) return null;
  writeFileSync(join(schemes, folder, "example.json"), JSON.stringify({ scheme: id, format: 1, ...example.facts }));
  return `${folder}/example.json`;
}

/**
 * Writes the cases of a scheme for practising: what each is about, its facts, and the figures that the source misprints;
 * null where there is none.
 */
function writeCases(/** @type {string} */ schemes, /** @type {string} */ folder, /** @type {string} */ id) {
  const place = join(schemes, folder, "cases");
  if (!existsSync(place)) return null;
  const found = readdirSync(place).sort().map((file) => {
    const text = readFileSync(join(place, file), "utf8");
    const { facts, title, example, printed } = /** @type {any} */ (parse(text));
    const about = title || (/^# (.*?)[。．.]?$/m.exec(text) || ["", file])[1];
    const misprints = (printed || []).filter((/** @type {any} */ one) => one.erratum).map((/** @type {any} */ { figure, printed: wrong, erratum }) => ({ figure, printed: wrong, erratum }));
    return { name: file.slice(0, -".toml".length), about, example: example === true, misprints, facts: { scheme: id, format: 1, ...facts } };
  });
  writeFileSync(join(schemes, folder, "cases.json"), JSON.stringify(found));
  return `${folder}/cases.json`;
}

const schemes = fileURLToPath(new URL("../../dist/schemes/", import.meta.url));
const folders = readdirSync(schemes, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).sort();
writeFileSync(join(schemes, "index.json"), JSON.stringify(folders.map((folder) => entryOf(schemes, folder))));

// The schemes that came with the page: their index, and the files of one of them when it is opened.

/**
 * @typedef {object} Entry a scheme in the catalogue
 * @property {string} id
 * @property {string} group
 * @property {Record<string, string>} titles by language
 * @property {Record<string, string>} about by language
 * @property {string[]} implements systems of the source inventory
 * @property {{ scheme: string, translations: Record<string, string>, example: string | null, cases: string | null }} files paths below `schemes/`
 */

/**
 * @typedef {object} Texts
 * @property {string} scheme
 * @property {Record<string, string>} translations by language
 * @property {string | null} example facts of the example, as JSON
 */

/**
 * @typedef {Record<string, string>} Said a text by language
 *
 * @typedef {object} Erratum a misprint of the source, with the figure whose calculation shows it
 * @property {string} id
 * @property {string} scheme
 * @property {string} place lines of the source
 * @property {Said} clause
 * @property {Said} printed
 * @property {Said} right
 * @property {Said} why
 * @property {string} case
 * @property {string} step
 * @property {number | null} row
 * @property {Said} title of the figure
 * @property {Said} numbers its formula with the numbers put in
 * @property {Said} result
 *
 * @typedef {object} SourceDocument what a document of the source holds
 * @property {string} source
 * @property {Said} title
 * @property {{ id: string, title: Said, why?: Said, schemes: { id: string, cases: number }[] }[]} systems
 * @property {{ scheme: string | null, clause: Said, text: Said, why: Said }[]} beyond clauses that are not calculated:
 *   those that a scheme leaves out, and those that no scheme holds
 *
 * @typedef {object} Source
 * @property {SourceDocument[]} documents
 * @property {Erratum[]} errata
 * @property {{ scheme: string, why: Said }[]} own schemes that implement nothing of the source
 */

/** @type {{ index: Entry[], files: Record<string, string> } | undefined} */
let inlined;

/** What only the edition in one file has: every text inside the page. */
function inlinedSchemes() {
  if (!inlined) {
    const element = document.getElementById("jixiao-schemes");
    if (element) inlined = JSON.parse(element.textContent || "");
  }
  return inlined;
}

/**
 * The text of a file below `schemes/`: from the server, or from the page itself in the edition in one file.
 *
 * @param {string} path
 * @returns {Promise<string>}
 */
async function loadText(path) {
  const inside = inlinedSchemes();
  if (inside) return inside.files[path];
  const response = await fetch(`schemes/${path}`);
  if (!response.ok) throw new Error(`schemes/${path}: ${response.status}`);
  return response.text();
}

/** @returns {Promise<Entry[]>} */
export async function catalogue() {
  const inside = inlinedSchemes();
  return inside ? inside.index : JSON.parse(await loadText("index.json"));
}

/**
 * The files of one scheme, loaded together.
 *
 * @param {Entry} entry
 * @returns {Promise<Texts>}
 */
export async function schemeTexts(entry) {
  const { scheme, translations, example } = entry.files;
  const tags = Object.keys(translations);
  const [text, facts, ...others] = await Promise.all([
    loadText(scheme),
    example ? loadText(example) : Promise.resolve(null),
    ...tags.map((tag) => loadText(translations[tag])),
  ]);
  return { scheme: text, example: facts, translations: Object.fromEntries(tags.map((tag, at) => [tag, others[at]])) };
}

/**
 * @typedef {object} ShippedCase a case of a scheme
 * @property {string} name
 * @property {string} about what it shows, in Traditional Chinese
 * @property {boolean} example whether the scheme opens with it
 * @property {{ figure: string, printed: string, erratum: string }[]} misprints figures that the source prints wrongly, such as `pay @ 護士甲`
 * @property {import("./case.js").Case} facts
 */

/** The cases of a scheme. @param {Entry} entry @returns {Promise<ShippedCase[]>} */
export async function shippedCases({ files }) {
  return files.cases ? JSON.parse(await loadText(files.cases)) : [];
}

/** What the source documents hold. @returns {Promise<Source>} */
export async function sourceDocuments() {
  return JSON.parse(await loadText("source.json"));
}

/**
 * The facts of one case of a scheme, as JSON; only cases that show a misprint are published.
 *
 * @param {Entry} entry
 * @param {string} name
 * @returns {Promise<string>}
 */
export async function caseFacts(entry, name) {
  return loadText(`${entry.id}/case.${name}.json`);
}

// The schemes that came with the page: their index, and the files of one of them when it is opened.

/**
 * @typedef {object} Entry a scheme in the catalogue
 * @property {string} id
 * @property {string} group
 * @property {Record<string, string>} titles by language
 * @property {Record<string, string>} about by language
 * @property {string[]} implements systems of the source inventory
 * @property {{ scheme: string, translations: Record<string, string>, example: string | null }} files paths below `schemes/`
 */

/**
 * @typedef {object} Texts
 * @property {string} scheme
 * @property {Record<string, string>} translations by language
 * @property {string | null} example facts of the example, as JSON
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

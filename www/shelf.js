// The hospital's own scheme files, kept on this computer.
import { forget, keep, kept } from "./keep.js";

/**
 * @typedef {object} OwnFile
 * @property {string} id of the scheme
 * @property {string} title
 * @property {string} name of the file
 * @property {string} text
 */

const KEY = "own-schemes";

/** @returns {Promise<OwnFile[]>} */
export async function ownFiles() {
  const text = await kept(KEY);
  if (text === null) return [];
  try {
    const files = JSON.parse(text);
    return Array.isArray(files) ? files : [];
  } catch {
    return [];
  }
}

/**
 * Keeps a file in the place of an earlier one of the same scheme.
 *
 * @param {OwnFile} file
 */
export async function keepOwnFile(file) {
  const others = (await ownFiles()).filter(({ id }) => id !== file.id);
  await keep(KEY, JSON.stringify([...others, file]));
}

/** @param {string} id */
export async function forgetOwnFile(id) {
  const others = (await ownFiles()).filter((one) => one.id !== id);
  await keep(KEY, JSON.stringify(others));
  await forget(`case:own:${id}`);
}

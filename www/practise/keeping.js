// Keeps what a practise screen holds: a moment after every change, and at once when the page goes away.
import { keep, keepNow, kept } from "../keep.js";

/** How long nothing must change before it is written, in milliseconds. */
const REST = 150;

/**
 * @typedef {object} Keeping
 * @property {() => void} changed something is to be written
 * @property {() => void} write writes what is not written yet
 */

/**
 * @param {string} key
 * @param {() => unknown} value what is kept
 * @param {(failed: boolean) => void} told
 * @returns {Keeping}
 */
export function keeping(key, value, told) {
  let timer = 0;
  const text = () => JSON.stringify(value());
  return {
    changed() {
      // Not put off again by the next key: who types without a pause is kept all the same.
      if (timer !== 0) return;
      timer = setTimeout(() => {
        timer = 0;
        keep(key, text()).then(
          () => told(false),
          () => told(true),
        );
      }, REST);
    },
    write() {
      if (timer === 0) return;
      clearTimeout(timer);
      timer = 0;
      keepNow(key, text());
    },
  };
}

/**
 * What was kept under a key; null where nothing was, or nothing that can be read.
 *
 * @param {string} key
 * @returns {Promise<any>}
 */
export async function keptValue(key) {
  const text = await kept(key);
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

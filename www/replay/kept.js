// The months that were dropped in, kept on this computer between visits.
import { forget, keep, keepNow, keepSetting, kept } from "../keep.js";
import { isRecord } from "../record.js";

/**
 * @typedef {import("./months.js").Month} Month
 * @typedef {import("./state.js").Replay} Replay
 *
 * @typedef {object} Keeping where months are kept, and who is told
 * @property {string} key
 * @property {(failed: boolean) => void} told whether nothing can be kept
 * @property {() => void} write at once what is not written yet
 */

/** The number of the form of kept months that this page writes. */
const FORMAT = 1;

/** How long nothing must change before months are written, in milliseconds. */
const REST = 150;

/** @param {Month[]} months */
function textOf(months) {
  // The rows of a sheet stand in the month already.
  const plain = months.map((month) => ({ ...month, intakes: month.intakes.map((intake) => ({ ...intake, rows: [] })) }));
  return JSON.stringify({ format: FORMAT, months: plain });
}

/**
 * The months that were kept; none where the text is no such.
 *
 * @param {string | null} text
 * @returns {Month[]}
 */
function monthsIn(text) {
  try {
    const saved = JSON.parse(text || "null");
    if (!isRecord(saved) || saved.format !== FORMAT || !Array.isArray(saved.months)) return [];
    const isMonth = (/** @type {unknown} */ one) => isRecord(one) && isRecord(one.inputs) && isRecord(one.rosters) && Array.isArray(one.said) && Array.isArray(one.intakes);
    return saved.months.filter(isMonth);
  } catch {
    return [];
  }
}

/** The months that were kept under a key. @param {string} key */
export async function keptMonths(key) {
  return monthsIn(await kept(key));
}

/**
 * Writes the months of a replay a moment after every change.
 *
 * @param {Replay} replay
 * @param {Keeping} keeping
 * @returns {() => void} to be called after a change
 */
export function keepMonths(replay, keeping) {
  let timer = 0;
  /** How many there are is told before they are read. */
  const count = () => keepSetting(`${keeping.key}:count`, replay.months.length > 0 ? String(replay.months.length) : null);
  function write() {
    timer = 0;
    count();
    const done = replay.months.length === 0 ? forget(keeping.key) : keep(keeping.key, textOf(replay.months));
    done.then(
      () => keeping.told(false),
      () => keeping.told(true),
    );
  }
  keeping.write = () => {
    if (timer === 0) return;
    clearTimeout(timer);
    timer = 0;
    count();
    if (replay.months.length > 0) keepNow(keeping.key, textOf(replay.months));
    else forget(keeping.key);
  };
  return () => {
    clearTimeout(timer);
    timer = setTimeout(write, REST);
  };
}

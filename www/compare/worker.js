// Does long work beside the page, with an engine of its own: one job at a time, told piece by piece.
import start, { Replay, Scheme } from "../pkg/jixiao.js";
import { piecesOf } from "./jobs.js";

/**
 * @typedef {{ engine: Uint8Array | null, job: import("./jobs.js").Job, number: number }} Asked `engine`: the bytes of the
 *   engine, where it cannot be fetched
 * @typedef {{ number: number, piece: import("./jobs.js").Piece } | { number: number, failed: string } | { number: number, end: true }} Told
 */

/** @type {Promise<unknown> | null} */
let started = null;

/** @param {Told} told */
function tell(told) {
  /** @type {any} */ (self).postMessage(told);
}

self.addEventListener("message", async (event) => {
  const { engine, job, number } = /** @type {Asked} */ (/** @type {MessageEvent} */ (event).data);
  try {
    started = started || start(engine ? { module_or_path: engine } : undefined);
    await started;
    for (const piece of piecesOf({ Scheme, Replay }, job)) tell({ number, piece });
    tell({ number, end: true });
  } catch (reason) {
    tell({ number, failed: String(reason) });
  }
});

// Long work away from the screen: in a worker, or in pieces between two looks at the screen where no worker can be had.
import { engineBytes, wholeEngineParts } from "../engine.js";
import { piecesOf } from "./jobs.js";

/**
 * @typedef {import("./jobs.js").Job} Job
 * @typedef {import("./jobs.js").Piece} Piece
 *
 * @typedef {object} Work
 * @property {Promise<"done" | "stopped">} end fails where the work does
 * @property {() => void} stop ends it at once
 */

/** The worker that is free, or null before the first job and after one was stopped. @type {Worker | null} */
let free = null;
/** Whether workers can be had here; known after the first one said anything. */
let canWork = typeof Worker === "function";
let numbers = 0;

/** A worker: a file of its own beside the page, or the text in the page in the edition in one file. */
function newWorker() {
  const inside = document.getElementById("jixiao-worker");
  if (!inside) return new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
  const url = URL.createObjectURL(new Blob([inside.textContent || ""], { type: "text/javascript" }));
  const worker = new Worker(url);
  URL.revokeObjectURL(url);
  return worker;
}

/**
 * Does a job.
 *
 * @param {Job} job
 * @param {(piece: Piece) => void} told
 * @returns {Work}
 */
export function work(job, told) {
  let stop = () => {};
  /** @type {Promise<"done" | "stopped">} */
  const end = new Promise((resolve, reject) => {
    const here = () => {
      stop = inPieces(job, told, resolve, reject);
    };
    if (!canWork) return here();
    try {
      stop = inWorker(job, told, { resolve, reject, failed: here });
    } catch {
      canWork = false;
      here();
    }
    return undefined;
  });
  return { end, stop: () => stop() };
}

/**
 * @param {Job} job
 * @param {(piece: Piece) => void} told
 * @param {{ resolve: (how: "done" | "stopped") => void, reject: (reason: Error) => void, failed: () => void }} after `failed`: no worker can be had
 * @returns {() => void} stops
 */
function inWorker(job, told, { resolve, reject, failed }) {
  const worker = free || newWorker();
  free = null;
  numbers += 1;
  const number = numbers;
  let heard = false;
  let over = false;
  function leave() {
    over = true;
    worker.onmessage = null;
    worker.onerror = null;
  }
  worker.onmessage = ({ data }) => {
    /** @type {import("./worker.js").Told} */
    const said = data;
    if (over || said.number !== number) return;
    heard = true;
    if ("piece" in said) return told(said.piece);
    leave();
    if (free) worker.terminate();
    else free = worker;
    if ("failed" in said) reject(new Error(said.failed));
    else resolve("done");
    return undefined;
  };
  worker.onerror = (event) => {
    leave();
    worker.terminate();
    if (heard) return reject(new Error(event.message));
    // The browser keeps workers from this page: the work is done here.
    canWork = false;
    return failed();
  };
  worker.postMessage({ engine: engineBytes(), job, number });
  return () => {
    if (over) return;
    leave();
    worker.terminate();
    resolve("stopped");
  };
}

/**
 * @param {Job} job
 * @param {(piece: Piece) => void} told
 * @param {(how: "done" | "stopped") => void} resolve
 * @param {(reason: Error) => void} reject
 * @returns {() => void} stops
 */
function inPieces(job, told, resolve, reject) {
  const pieces = piecesOf(wholeEngineParts(), job);
  let timer = setTimeout(next, 0);
  function next() {
    try {
      const { done, value } = pieces.next();
      if (done) return resolve("done");
      told(/** @type {Piece} */ (value));
    } catch (reason) {
      return reject(reason instanceof Error ? reason : new Error(String(reason)));
    }
    timer = setTimeout(next, 0);
    return undefined;
  }
  return () => {
    clearTimeout(timer);
    pieces.return(undefined);
    resolve("stopped");
  };
}

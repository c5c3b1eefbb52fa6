// A button that starts long work, shows how far it is, and can stop it at once.
import { h, setText } from "../dom.js";
import { work } from "./work.js";
import { c } from "./words.js";

/**
 * @typedef {import("./jobs.js").Job} Job
 * @typedef {import("./jobs.js").Piece} Piece
 *
 * @typedef {object} Run
 * @property {() => Job | null} job what is to be done; null where nothing can be
 * @property {() => void} begin clears what an earlier run left
 * @property {(found: any) => void} found takes what a piece found
 * @property {(how: "done" | "stopped") => void} [end]
 * @property {string} [title] of the button
 * @property {boolean} [submits] whether the button sends the form that it stands in, which starts the run
 */

/**
 * A button that runs work, and while it runs a button that stops it.
 *
 * @param {Run} run
 */
export function runner({ job, begin, found, end = () => {}, title = c("run"), submits = false }) {
  /** @type {import("./work.js").Work | null} */
  let running = null;
  const progress = h("span", { class: "hint", role: "status" });
  const bar = h("progress", { max: 1, value: 0, hidden: true, "aria-hidden": "true" });
  const start = submits ? h("button", { type: "submit" }, title) : h("button", { type: "button", onclick: go }, title);
  const stop = h("button", { type: "button", hidden: true, onclick: () => running && running.stop() }, c("stop"));
  const element = h("span", { class: "ask-field" }, start, stop, bar, progress);

  /** @param {Piece} piece */
  function told({ done, total, found: some }) {
    // The screen was left, or the proposal is another: nobody waits for this any more.
    if (!element.isConnected) return running && running.stop();
    setText(progress, c("progress", { done, total }));
    bar.value = total > 0 ? done / total : 1;
    if (some !== null) found(some);
    return undefined;
  }
  async function go() {
    const wanted = job();
    if (!wanted || running) return;
    begin();
    setText(progress, "");
    bar.value = 0;
    bar.hidden = false;
    start.hidden = true;
    stop.hidden = false;
    stop.focus();
    running = work(wanted, told);
    try {
      const how = await running.end;
      if (how === "stopped") setText(progress, `${c("stopped")} ${progress.textContent}`.trim());
      end(how);
    } catch (reason) {
      setText(progress, c("workFailed", { why: String(reason) }));
    }
    running = null;
    const hadFocus = document.activeElement === stop;
    bar.hidden = true;
    stop.hidden = true;
    start.hidden = false;
    if (hadFocus) start.focus();
  }
  return { element, go, stop: () => running && running.stop() };
}

// Long work in pieces: the page stays alive between them, shows how far it is, and can stop it.
import { h, setText } from "../dom.js";
import { c } from "./words.js";

/**
 * A button that runs work piece by piece, and while it runs a button that stops it.
 *
 * @param {(from: number) => { done: number, total: number }} piece
 * @param {() => void} begin
 */
export function runner(piece, begin) {
  let timer = 0;
  const progress = h("span", { class: "hint", role: "status" });
  const start = h("button", { type: "button" }, c("run"));
  const stop = h("button", { type: "button", hidden: true }, c("stop"));
  const element = h("span", { class: "ask-field" }, start, stop, progress);

  function end() {
    clearTimeout(timer);
    timer = 0;
    const hadFocus = document.activeElement === stop;
    stop.hidden = true;
    start.hidden = false;
    if (hadFocus) start.focus();
  }
  /** @param {number} from */
  function go(from) {
    // The screen was left, or the proposal is another: nobody waits for this any more.
    if (!element.isConnected) return end();
    const { done, total } = piece(from);
    setText(progress, c("progress", { done, total }));
    if (done >= total) return end();
    timer = setTimeout(() => go(done), 0);
    return undefined;
  }
  start.addEventListener("click", () => {
    begin();
    start.hidden = true;
    stop.hidden = false;
    stop.focus();
    timer = setTimeout(() => go(0), 0);
  });
  stop.addEventListener("click", end);
  return { element };
}

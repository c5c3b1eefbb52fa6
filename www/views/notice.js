// The line at the foot of the page that says what happened, with an offer to take it back.
import { fill, h } from "../dom.js";
import { t } from "../language.js";

/**
 * Says what happened until the next thing happens or somebody closes it.
 *
 * @param {string} text
 * @param {{ title: string, act: () => void }} [offer]
 */
export function say(text, offer) {
  const line = document.getElementById("notice");
  if (!line) return;
  line.hidden = false;
  fill(
    line,
    h("p", {}, text),
    offer && h("button", { type: "button", onclick: () => (hush(), offer.act()) }, offer.title),
    h("button", { type: "button", class: "close", "aria-label": t("close"), onclick: hush }, "✕"),
  );
}

/** Takes the line away. */
export function hush() {
  const line = document.getElementById("notice");
  if (!line) return;
  line.hidden = true;
  fill(line);
}

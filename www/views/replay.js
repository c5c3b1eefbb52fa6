// The part of the comparison where months are dropped in; what it does is loaded when somebody opens it.
import { c } from "../compare/words.js";
import { fill, h } from "../dom.js";
import { setting } from "../keep.js";

/**
 * @param {import("../compare/desk.js").Desk} desk
 * @param {import("../replay/kept.js").Keeping | null} keeping where months are kept
 * @returns {import("./field.js").Drawn}
 */
export function replaySection(desk, keeping) {
  const parts = h("div", {});
  const count = keeping && setting(`${keeping.key}:count`);
  const details = h("details", { class: "compare-group" }, h("summary", {}, c("replayLead"), count && h("span", { class: "hint" }, ` ${c("replayKept", { count })}`)), parts);
  const element = h("section", { "aria-label": c("replay") }, h("h2", {}, c("replay")), details);
  /** @type {import("./field.js").Drawn | null} */
  let view = null;
  let wanted = false;
  async function open() {
    if (!details.open || wanted) return;
    wanted = true;
    try {
      const { replayView } = await import("../replay/view.js");
      view = replayView(desk, keeping);
      fill(parts, view.element);
      view.refresh();
    } catch (reason) {
      fill(parts, h("p", { class: "problem" }, String(reason)));
    }
  }
  details.addEventListener("toggle", open);
  // In another language the section is drawn anew; months that were dropped in stay in sight.
  if (months.has(desk)) details.open = true;
  details.addEventListener("toggle", () => (details.open ? months.add(desk) : months.delete(desk)));
  return {
    element,
    refresh: () => view && view.refresh(),
  };
}

/** Desks whose months are in sight. @type {WeakSet<object>} */
const months = new WeakSet();

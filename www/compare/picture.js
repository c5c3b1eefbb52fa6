// Pictures of who gains and who loses, and of how the figures lie before and after; the numbers beside them are the engine's.
import { fill, h, newId } from "../dom.js";
import { language, t } from "../language.js";
import { hiddenOn, isTooSmall } from "./board.js";
import { changeWords, isKnown } from "./result.js";
import { c } from "./words.js";

/**
 * @typedef {import("./desk.js").Desk} Desk
 */

const WIDE = 1000;
const HIGH = 200;

/** @param {string} name @param {Record<string, string | number>} attributes @param {...Element} children */
export function svg(name, attributes, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
}

/** Differences to draw by, never to show: those of the rows that have one, in ascending order. @param {Desk["variant"]["comparison"]} comparison */
function heights(comparison) {
  const lines = comparison.lines("difference").split("\n");
  return Array.from(comparison.order("difference"), (row) => lines[row]).filter(Boolean).map(Number);
}

/**
 * A bar for every row, from the largest loss to the largest gain: losses hang hatched below the line, gains stand above.
 *
 * @param {Desk} desk
 */
export function stripOf({ variant }) {
  const { comparison, compared } = variant;
  const bars = heights(comparison);
  if (compared.gains + compared.losses === 0) return h("p", { class: "hint compare-picture" }, c("noDifference"));
  const top = Math.max(0, bars[bars.length - 1]);
  const bottom = Math.min(0, bars[0]);
  const scale = HIGH / (top - bottom || 1);
  const zero = top * scale;
  const width = WIDE / bars.length;
  // Some air between few bars; many of them close up to a shape.
  const drawn = bars.length > 120 ? width : width * 0.8;
  const boxes = (/** @type {(height: number) => boolean} */ wanted) =>
    bars.map((height, at) => (wanted(height) ? `M${(at * width).toFixed(2)} ${zero.toFixed(2)}h${drawn.toFixed(2)}V${(zero - height * scale).toFixed(2)}h${(-drawn).toFixed(2)}z` : "")).join("");
  const hatch = newId("hatch");
  const words = c("stripWords", { gains: compared.gains, losses: compared.losses, unchanged: compared.unchanged });
  const picture = svg(
    "svg",
    { class: "strip", viewBox: `0 0 ${WIDE} ${HIGH}`, preserveAspectRatio: "none", role: "img", "aria-label": words },
    svg("defs", {}, svg("pattern", { id: hatch, width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" }, svg("rect", { class: "hatch-ground", width: 6, height: 6 }), svg("rect", { class: "hatch", width: 3, height: 6 }))),
    svg("path", { class: "gain", d: boxes((height) => height > 0) }),
    svg("path", { class: "loss", fill: `url(#${hatch})`, d: boxes((height) => height < 0) }),
    svg("path", { class: "axis", d: `M0 ${zero.toFixed(2)}H${WIDE}`, "vector-effect": "non-scaling-stroke" }),
  );
  const end = (/** @type {import("../engine.js").ComparedRow | null | undefined} */ row) => (row ? `${row.name} ${changeWords(row.difference || undefined, row.percent)}` : c("nobody"));
  return h(
    "figure",
    { class: "compare-picture" },
    h("figcaption", {}, words),
    h("p", { class: "ends" }, h("span", {}, `${c("largestLoss")}${t("colon")}${end(compared.largestLoss)}`), h("span", {}, `${c("largestGain")}${t("colon")}${end(compared.largestGain)}`)),
    picture,
  );
}

/** What stands in the place of a number that is not told. */
function hiddenMark() {
  return c("hiddenCount");
}

/** How many classes figures are counted in. */
const CLASSES = 12;

/**
 * How the figures lie today and in the proposal: counted in classes, with a hollow bar for today and a solid one for the
 * proposal beside each count.
 *
 * @param {Desk} desk
 */
export function classesOf(desk) {
  const { variant, step } = desk;
  const classes = variant.comparison.classes(CLASSES, language());
  if (classes.length < 2) return null;
  const most = Math.max(1, ...classes.flatMap(({ before, after }) => [before, after]));
  const bar = (/** @type {string} */ kind, /** @type {number} */ count) => svg("svg", { class: kind, viewBox: `0 0 ${most} 1`, preserveAspectRatio: "none" }, svg("rect", { width: count, height: 1, "vector-effect": "non-scaling-stroke" }));
  const [here, there] = [classes.map(({ before }) => before), classes.map(({ after }) => after)].map((counts) => hiddenOn(desk, counts));
  const count = (/** @type {number} */ number, /** @type {boolean} */ hidden) => h("td", { class: "number" }, hidden ? hiddenMark() : String(number));
  const rows = classes.map(({ from, below, before, after }, at) =>
    h("tr", {}, h("th", { scope: "row" }, c("classBetween", { from: from.shown, below: below.shown })), count(before, here[at]), count(after, there[at]), h("td", { class: "bar", "aria-hidden": "true" }, before > 0 && !here[at] && bar("before", before), after > 0 && !there[at] && bar("after", after))),
  );
  return h(
    "table",
    { class: "compare-table classes" },
    h("caption", {}, c("classes")),
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, `${step.title}${step.unit ? ` (${step.unit})` : ""}`), h("th", { scope: "col", class: "number" }, c("today")), h("th", { scope: "col", class: "number" }, c("proposal")), h("td", { class: "bar" }))),
    h("tbody", {}, rows),
  );
}

/** How unequal the figures are. @param {Desk} desk */
function spreadOf({ variant, manner }) {
  const { spreadBefore, spreadAfter } = variant.compared;
  const shown = (/** @type {{ shown: string } | null} */ amount) => (amount ? amount.shown : "—");
  const rows = /** @type {[string, string, string][]} */ ([
    // These two are what one person gets.
    ...(manner.board ? [] : [[c("tenth"), shown(spreadBefore.tenth), shown(spreadAfter.tenth)], [c("ninetieth"), shown(spreadBefore.ninetieth), shown(spreadAfter.ninetieth)]]),
    [c("ratio"), spreadBefore.ratio || "—", spreadAfter.ratio || "—"],
    [c("gini"), spreadBefore.gini || "—", spreadAfter.gini || "—"],
  ]);
  return h("table", { class: "compare-table" }, h("thead", {}, h("tr", {}, h("td", {}), h("th", { scope: "col", class: "number" }, c("today")), h("th", { scope: "col", class: "number" }, c("proposal")))), h("tbody", {}, rows.map(([title, today, proposed]) => h("tr", {}, h("th", { scope: "row" }, title), h("td", { class: "number" }, today), h("td", { class: "number" }, proposed)))));
}

/**
 * Rows counted by what changes for them in percent.
 *
 * @param {Desk} desk
 * @param {"all" | "counted"} wanted every band, so that the table keeps still, or those with rows
 */
export function bandsOf(desk, wanted) {
  const { fromNothing, unchanged } = desk.variant.compared;
  const bands = desk.variant.compared.bands.filter(({ count }) => wanted === "all" || count > 0);
  const [still, nothing, ...hidden] = hiddenOn(desk, [unchanged, fromNothing, ...bands.map(({ count }) => count)]);
  const most = Math.max(1, unchanged, ...bands.map(({ count }) => count));
  const bar = (/** @type {number} */ count) => h("td", { class: "bar", "aria-hidden": "true" }, svg("svg", { viewBox: `0 0 ${most} 1`, preserveAspectRatio: "none" }, svg("rect", { width: count, height: 1 })));
  const line = (/** @type {string} */ title, /** @type {number} */ count, /** @type {string} */ sum, /** @type {boolean} */ isHidden) => h("tr", {}, h("th", { scope: "row" }, title), h("td", { class: "number" }, isHidden ? hiddenMark() : String(count)), isHidden ? h("td", { class: "bar" }) : bar(count), h("td", { class: "number" }, isHidden ? "" : sum));
  const below = bands.filter(({ below: end }) => end !== null && (end.startsWith("-") || end === "0"));
  const rows = bands.map((band, at) => line(bandWords(band), band.count, band.count > 0 && band.difference ? band.difference.shown : "", hidden[at]));
  if (wanted === "all" || unchanged > 0) rows.splice(below.length, 0, line(c("unchanged"), unchanged, "", still));
  return h(
    "table",
    { class: "compare-table bands" },
    h("caption", {}, c("bands")),
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, c("percent")), h("th", { scope: "col", class: "number" }, c("count")), h("td", { class: "bar" }), h("th", { scope: "col", class: "number" }, c("difference")))),
    h("tbody", {}, rows, fromNothing > 0 && line(c("fromNothing"), fromNothing, "", nothing)),
  );
}

/** @param {{ from: string | null, below: string | null }} band */
export function bandWords({ from, below }) {
  const sign = (/** @type {string} */ text) => text.replace("-", "−");
  if (from === null) return c("bandBelow", { below: sign(below || "") });
  if (below === null) return c("bandFrom", { from: sign(from) });
  return c("bandBetween", { from: sign(from), below: sign(below) });
}

/**
 * @param {Desk} desk
 * @returns {import("../views/field.js").Drawn}
 */
export function pictureView(desk) {
  const element = h("div", { class: "compare-pictures" });
  return {
    element,
    refresh() {
      const { moves } = desk.variant.compared;
      if (moves.length > 0) fill(element, movesOf(desk));
      else if (!isKnown(desk.variant.compared)) fill(element, h("p", { class: "hint" }, c("noFigures")));
      else if (isTooSmall(desk)) fill(element, h("p", { class: "hint" }, c("boardTooSmall", { least: desk.manner.least })));
      else fill(element, desk.manner.board ? h("p", { class: "hint compare-picture" }, c("boardNoStrip")) : stripOf(desk), h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": c("bands") }, bandsOf(desk, "all")), h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": c("classes") }, classesOf(desk), spreadOf(desk)));
    },
  };
}

/** For results that are no numbers: how many go from which to which. @param {Desk} desk */
export function movesOf(desk) {
  const { moves } = desk.variant.compared;
  const hidden = hiddenOn(desk, moves.map(({ count }) => count));
  return h(
    "table",
    { class: "compare-table" },
    h("caption", {}, c("moves")),
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, c("today")), h("th", { scope: "col" }, c("proposal")), h("th", { scope: "col", class: "number" }, c("count")))),
    h("tbody", {}, moves.map(({ before, after, count, same }, at) => h("tr", {}, h("td", {}, before || "—"), h("td", {}, same ? c("same") : after || "—"), h("td", { class: "number" }, hidden[at] ? hiddenMark() : String(count))))),
  );
}

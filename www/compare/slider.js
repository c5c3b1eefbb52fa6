// A slider over a changed value: it moves by one in the last place that is written, so that no number is ever rounded.
import { h, setAttribute } from "../dom.js";
import { drag, enter } from "./entering.js";

/**
 * @typedef {import("./desk.js").Desk} Desk
 * @typedef {import("./cells.js").Cell} Cell
 * @typedef {{ whole: number, places: number }} Written a decimal as a whole number of its last place
 */

/** Values with more digits are typed, not dragged. */
const DIGITS = 10;

/** @param {string} text @returns {Written | null} */
function written(text) {
  const found = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text.trim());
  if (!found || found[2].length + (found[3] || "").length > DIGITS) return null;
  return { whole: Number(`${found[1]}${found[2]}${found[3] || ""}`), places: (found[3] || "").length };
}

/** The text of a whole number of some last place. @param {Written} number */
function textOfWritten({ whole, places }) {
  const digits = String(Math.abs(whole)).padStart(places + 1, "0");
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return whole < 0 ? `-${text}` : text;
}

/** @param {Written} number @param {number} places */
function inPlaces({ whole, places: from }, places) {
  return Math.round(whole * 10 ** (places - from));
}

/**
 * @param {Desk} desk
 * @param {Cell} cell
 * @returns {import("../views/field.js").Drawn | null} null where today's value is no number that can be dragged
 */
export function sliderView(desk, cell) {
  const found = written(cell.today);
  return found && slider(desk, cell, found);
}

/** @param {Desk} desk @param {Cell} cell @param {Written} today @returns {import("../views/field.js").Drawn} */
function slider(desk, cell, today) {
  // A coefficient of one digit moves by tenths, a sum of money by whole yuan; a text with more places by its last one.
  let places = Math.max(today.places, Math.abs(inPlaces(today, 0)) < 10 ? 1 : 0);
  const control = h("input", { type: "range", step: 1, "aria-label": `${cell.title}${cell.unit ? ` ${cell.unit}` : ""}` });
  function span() {
    const middle = inPlaces(today, places);
    const reach = Math.max(Math.abs(middle), 10 ** places);
    control.min = String(middle < 0 ? middle - reach : 0);
    control.max = String(middle + reach);
  }
  span();
  control.addEventListener("input", () => drag(desk, cell, textOfWritten({ whole: Number(control.value), places })));
  control.addEventListener("change", () => {
    if (Number(control.value) === inPlaces(today, places)) enter(desk, cell, cell.today);
    desk.pause();
  });
  return {
    element: h("span", { class: "compare-slider" }, control),
    refresh() {
      const text = desk.proposal.changes[cell.path];
      if (text === undefined) return;
      const now = written(text);
      setAttribute(control, "aria-valuetext", text);
      control.disabled = !now;
      if (!now) return;
      if (now.places > places) {
        places = now.places;
        span();
      }
      const whole = inPlaces(now, places);
      if (whole > Number(control.max)) control.max = String(whole);
      if (whole < Number(control.min)) control.min = String(whole);
      if (control.value !== String(whole)) control.value = String(whole);
    },
  };
}

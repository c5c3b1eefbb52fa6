// The limits of the plan as they are written: one line each, with its bounds.
import { fill, h, newId } from "../dom.js";
import { t } from "../language.js";
import { fundsOf } from "./limits.js";
import { isNumber } from "./moved.js";
import { BOUNDS, KINDS } from "./plan.js";
import { c, within } from "./words.js";

/**
 * @typedef {import("./desk.js").Desk} Desk
 * @typedef {import("./plan.js").LimitEntry} LimitEntry
 * @typedef {import("./plan.js").LimitKind} LimitKind
 */

/** What each kind is called. @param {LimitKind} kind */
function kindWord(kind) {
  const words = { budget: c("limitBudget"), fund: c("limitFund"), loss: c("limitLoss"), gain: c("limitGain"), change: c("limitChange"), figure: c("limitFigure"), total: c("limitTotal") };
  return words[kind];
}

/**
 * A limit in words, with its bounds.
 *
 * @param {Desk} desk
 * @param {LimitEntry} entry
 */
export function limitWords(desk, { kind, least, most, against }) {
  const unit = kind === "loss" || kind === "gain" ? "%" : desk.step.unit || "";
  const bound = (/** @type {string} */ text) => `${text || "…"} ${unit}`.trim();
  if (kind === "budget") return kindWord(kind);
  if (kind === "fund") return c("limitFundOf", { title: within(fundTitle(desk, against)) });
  if (kind === "loss") return c("limitWithin", { limit: kindWord(kind), bound: bound(least) });
  if (kind === "gain") return c("limitWithin", { limit: kindWord(kind), bound: bound(most) });
  return c("limitBetween", { limit: kindWord(kind), least: bound(least), most: bound(most) });
}

/** What a figure of the scheme is called. @param {Desk} desk @param {string | undefined} id */
function fundTitle({ store }, id) {
  const { inputs, parameters, steps } = store.description;
  const found = [...inputs, ...parameters, ...steps].find((one) => one.id === id);
  return found ? found.title : id || "…";
}

/** A new limit of a kind. @param {Desk} desk @param {LimitKind} kind @returns {LimitEntry} */
function newLimit(desk, kind) {
  if (kind !== "fund") return { kind, least: "", most: "" };
  const [first] = fundsOf(desk);
  return { kind, least: "", most: "", against: first ? first.id : "" };
}

/**
 * @param {Desk} desk
 * @returns {import("../views/field.js").Drawn}
 */
export function limitListView(desk) {
  const list = h("ul", { class: "compare-limits" });
  const select = h("select", { "aria-label": c("limitKind") });
  const add = h("button", { type: "button", onclick: () => put([...desk.plan.limits, newLimit(desk, /** @type {LimitKind} */ (select.value))], c("addLimit")) }, c("addLimit"));
  const element = h("div", { role: "group", "aria-label": c("limits") }, h("h3", {}, c("limits")), list, h("p", { class: "compare-add" }, select, " ", add));

  /** @param {LimitEntry[]} limits @param {string} name @param {string | null} [key] */
  function put(limits, name, key = null) {
    desk.put({ ...desk.plan, limits }, name, key);
  }

  /** @param {LimitEntry} entry @param {number} at */
  function item(entry, at) {
    const word = kindWord(entry.kind);
    const fields = BOUNDS[entry.kind].map((end) => {
      const id = newId("limit");
      const alone = BOUNDS[entry.kind].length === 1;
      const field = h("input", { id, type: "text", inputmode: "decimal", autocomplete: "off", "aria-label": alone ? word : `${word} ${c(end === "least" ? "atLeast" : "atMost")}`, "data-end": end });
      field.value = entry[end];
      field.addEventListener("input", () => put(desk.plan.limits.map((one, place) => (place === at ? { ...one, [end]: field.value } : one)), c("changeLimit", { title: word }), `limit ${at} ${end}`));
      field.addEventListener("blur", () => desk.pause());
      return [!alone && h("span", {}, c(end === "least" ? "atLeast" : "atMost")), field];
    });
    const unit = entry.kind === "budget" || entry.kind === "fund" ? "" : entry.kind === "loss" || entry.kind === "gain" ? "%" : desk.step.unit || "";
    const remove = h("button", { type: "button", class: "link", "aria-label": `${t("remove")}${t("colon")}${word}`, onclick: () => {
      put(desk.plan.limits.filter((_, place) => place !== at), c("removeLimit", { title: word }));
      select.focus();
    } }, t("remove"));
    return h("li", {}, h("span", {}, word), entry.kind === "fund" && fundField(entry, at), fields, unit && h("span", { class: "unit" }, unit), remove);
  }

  /** Which figure of the scheme the total is held against. @param {LimitEntry} entry @param {number} at */
  function fundField({ against = "" }, at) {
    const funds = fundsOf(desk);
    const field = h("select", { "aria-label": c("limitFund") }, !funds.some(({ id }) => id === against) && h("option", { value: against }, fundTitle(desk, against)), funds.map(({ id, title }) => h("option", { value: id }, title)));
    field.value = against;
    field.addEventListener("change", () => put(desk.plan.limits.map((one, place) => (place === at ? { ...one, against: field.value } : one)), c("changeLimit", { title: c("limitFund") })));
    return field;
  }

  let drawn = "";
  return {
    element,
    refresh() {
      const { limits, step } = desk.plan;
      element.hidden = !isNumber(desk);
      const now = JSON.stringify([limits.map(({ kind, against }) => [kind, against]), step]);
      const typing = list.contains(document.activeElement) && document.activeElement instanceof HTMLInputElement;
      // What is being typed stays where it is.
      if (now === drawn && typing) return;
      drawn = now;
      fill(list, limits.map(item));
      const hasFunds = fundsOf(desk).length > 0;
      fill(select, KINDS.filter((kind) => kind !== "fund" || hasFunds).map((kind) => h("option", { value: kind }, kindWord(kind))));
      select.value = "loss";
    },
  };
}

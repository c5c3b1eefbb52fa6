// The explanation of one figure, beside the page: its formula, the numbers put in, and the way down to the inputs.
import { fill, h } from "../dom.js";
import { language, t } from "../language.js";
import { takenFrom } from "../takeover.js";

/**
 * @typedef {import("../store.js").Store} Store
 * @typedef {import("../engine.js").Explanation} Explanation
 * @typedef {import("../engine.js").Operand} Operand
 * @typedef {{ step: string, row: number | null }} Asked
 */

export class ExplanationPanel {
  /**
   * @param {HTMLElement} element
   * @param {(path: string) => void} goTo
   */
  constructor(element, goTo) {
    this.element = element;
    this.goTo = goTo;
    /** @type {Store | null} */
    this.store = null;
    /** The figures on the way down to the one that is shown. @type {Asked[]} */
    this.way = [];
    /** @type {HTMLElement | null} */
    this.opener = null;
    element.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      this.close();
    });
  }

  /**
   * @param {Store} store
   * @param {Asked} asked
   * @param {HTMLElement} opener where the focus goes back to
   */
  open(store, asked, opener) {
    this.store = store;
    this.way = [asked];
    this.opener = opener;
    this.show();
  }

  close() {
    const hadFocus = this.element.contains(document.activeElement);
    this.element.hidden = true;
    document.body.classList.remove("explaining");
    fill(this.element);
    this.way = [];
    if (hadFocus && this.opener && this.opener.isConnected) this.opener.focus();
    this.opener = null;
  }

  /** Shows the same figure as it is now. */
  refresh() {
    if (this.way.length > 0) this.draw();
  }

  /** @param {Asked} asked */
  deeper(asked) {
    this.way.push(asked);
    this.show();
  }

  back() {
    this.way.pop();
    this.show();
  }

  show() {
    this.element.hidden = false;
    document.body.classList.add("explaining");
    if (!this.draw()) return;
    const heading = this.element.querySelector("h2");
    if (heading) heading.focus();
    this.element.scrollTop = 0;
  }

  /** @returns {boolean} whether there is still something to explain */
  draw() {
    const { store, way } = this;
    const asked = way[way.length - 1];
    if (!store || !asked) return false;
    try {
      const explanation = store.opened.explain(asked.step, asked.row, language());
      fill(this.element, this.headOf(explanation), this.bodyOf(explanation));
      return true;
    } catch {
      // The row of that figure was removed.
      this.close();
      return false;
    }
  }

  /** @param {Explanation} explanation */
  headOf({ title, name }) {
    return h(
      "div",
      { class: "panel-head" },
      this.way.length > 1 && h("button", { type: "button", onclick: () => this.back() }, t("back")),
      h("h2", { tabindex: -1 }, name ? `${name} · ${title}` : title),
      h("button", { type: "button", class: "close", "aria-label": t("close"), title: t("closeEsc"), onclick: () => this.close() }, "✕"),
    );
  }

  /** @param {Explanation} explanation */
  bodyOf(explanation) {
    const { figure, unit, words, numbers, rule, dropped, droppedShown, exactShown, residual, readings, operands, clause, note } = explanation;
    return h(
      "div",
      { class: "panel-body" },
      h("p", { class: `answer ${figure.state}` }, figure.shown || "—", unit && h("span", { class: "unit" }, unit)),
      figure.message && h("p", { class: "problem" }, figure.message),
      rule && h("p", { class: "rule" }, t("ruleApplied", { number: rule.number }), rule.when ? `${rule.when}` : t("ruleLast"), rule.note && h("span", { class: "hint" }, ` ${rule.note}`), rule.clause && h("span", { class: "clause" }, ` ${rule.clause}`)),
      h("h3", {}, t("formula")),
      h("p", { class: "formula" }, words),
      // What failed says in a second line where the fault comes from.
      numbers && numbers.split("\n").map((line, at) => h("p", { class: at === 0 ? "formula numbers" : "chain" }, line)),
      dropped !== null && h("p", {}, roundedBy(dropped, droppedShown || "", exactShown || "")),
      residual && h("p", {}, residual),
      readings.length > 0 && h("h3", {}, t("readings")),
      readings.map(({ choice, title, option, note: sentence }) =>
        h("p", { class: "reading" }, `${title}${t("colon")}`, h("strong", {}, option || t("notChosen")), sentence && h("span", { class: "hint" }, ` ${sentence}`), " ", this.wayTo(`choices.${choice}`, title)),
      ),
      operands.length > 0 && h("h3", {}, t("operands")),
      operands.length > 0 && h("ul", { class: "operands" }, operands.map((operand) => this.operandItem(operand))),
      note && [h("h3", {}, t("note")), h("p", {}, note)],
      clause && [h("h3", {}, t("source")), h("p", { class: "clause" }, clause)],
    );
  }

  /** @param {Operand} operand @returns {HTMLElement} */
  operandItem(operand) {
    const { kind, title, name, figure, unit, members, count, clause } = operand;
    if (kind === "list") {
      const rest = count - members.length;
      return h(
        "li",
        {},
        h(
          "details",
          {},
          h("summary", {}, t("listOf", { title, count })),
          h("ul", { class: "operands" }, members.map((member) => this.operandItem(member))),
          rest > 0 && h("p", { class: "hint" }, t("andMore", { count: rest })),
        ),
      );
    }
    const label = name ? `${name} · ${title}` : title;
    const from = this.store && takenFrom(this.store.facts, operand.path);
    return h(
      "li",
      {},
      h("span", { class: "operand-title" }, label),
      h("span", { class: "operand-value" }, (figure && figure.shown) || "—", unit && h("span", { class: "unit" }, unit)),
      this.nextOf(operand, label),
      from && h("span", { class: "clause" }, t("takenFrom", { from })),
      clause && h("span", { class: "clause" }, clause),
    );
  }

  /** @param {Operand} operand @param {string} label */
  nextOf({ step, row, path }, label) {
    if (step === null) return this.wayTo(path, label);
    return h("button", { type: "button", class: "link", "aria-label": `${t("why")}: ${label}`, onclick: () => this.deeper({ step, row }) }, t("why"));
  }

  /** @param {string} path @param {string} label */
  wayTo(path, label) {
    return h("button", { type: "button", class: "link", "aria-label": `${t("goThere")}: ${label}`, onclick: () => this.goTo(path) }, t("goThere"));
  }
}

/** What the last rounding did. @param {string} dropped exact @param {string} shown @param {string} exact before rounding */
function roundedBy(dropped, shown, exact) {
  return dropped.startsWith("-") ? t("raisedBy", { exact, raised: shown.replace("−", "") }) : t("droppedBy", { exact, dropped: shown });
}

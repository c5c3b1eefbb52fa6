// The screen that compares proposals with today: proposals to write, what they do, and every row before and after.
import { askView } from "../compare/ask.js";
import { boardView } from "../compare/board.js";
import { checkView } from "../compare/check.js";
import { editorView } from "../compare/editor.js";
import { groupsView } from "../compare/groups.js";
import { limitListView } from "../compare/limit-list.js";
import { LONG, carriedBy, linkTo, readLink } from "../compare/link.js";
import { addSent, comparable, decisionText, keepPlan, monthsKey, openDesk, openSaved } from "../compare/open.js";
import { paperOf } from "../compare/paper.js";
import { paperView } from "../compare/paper-view.js";
import { peopleView } from "../compare/people.js";
import { personView } from "../compare/person.js";
import { pictureView } from "../compare/picture.js";
import { MOST } from "../compare/plan.js";
import { completeReceipt } from "../compare/receipt.js";
import { resultView } from "../compare/result.js";
import { c } from "../compare/words.js";
import { fill, h, newId, setAttribute, setText } from "../dom.js";
import { saveFile } from "../files.js";
import { t } from "../language.js";
import { hush, say } from "./notice.js";
import { replaySection } from "./replay.js";

/**
 * @typedef {import("../compare/desk.js").Desk} Desk
 * @typedef {import("../session.js").Session} Session
 * @typedef {import("./field.js").Drawn} Drawn
 *
 * @typedef {object} Around what the page does for the comparison
 * @property {HTMLElement} screen
 * @property {import("./explanation.js").ExplanationPanel} explanation
 * @property {(failed: boolean) => void} trouble says that nothing can be kept
 *
 * @typedef {{ name: string, plan: unknown, tried: unknown, receipt: unknown }} Decision what a file of a decision holds beside the facts
 *
 * @typedef {object} Comparing the comparison as the page knows it
 * @property {string} scheme
 * @property {() => void} write keeps what is not kept yet
 * @property {() => void} close
 * @property {() => void} translate
 * @property {(shown: string | undefined, sent: string | undefined) => void} follow shows the paper, or takes what a link carries
 * @property {(sheet: HTMLElement) => void} print
 * @property {(path: string) => void} goTo
 * @property {(event: KeyboardEvent) => void} pressed
 */

/** Where the scheme of a session has its screen. @param {Session} session */
function schemeAddress({ own, key }) {
  return own ? `#/own/${encodeURIComponent(own.id)}` : `#/scheme/${key.replace("case:", "")}`;
}

/**
 * Shows the proposals for the scheme of a session; or those of a file, which are looked at and not kept.
 *
 * @param {Session} session
 * @param {Around} around
 * @param {Decision | null} decision
 * @returns {Promise<Comparing>}
 */
export async function compareScheme(session, around, decision) {
  const desk = decision ? openSaved(session, decision) : await openDesk(session);
  const failed = { plan: false, months: false };
  const told = (/** @type {"plan" | "months"} */ part) => (/** @type {boolean} */ isTrouble) => {
    failed[part] = isTrouble;
    around.trouble(failed.plan || failed.months);
  };
  const writePlan = decision ? () => {} : keepPlan(desk, told("plan"));
  /** Where months are kept; what a file shows is looked at and not kept. @type {import("../replay/kept.js").Keeping | null} */
  const keeping = decision ? null : { key: monthsKey(session), told: told("months"), write: () => {} };
  function write() {
    writePlan();
    if (keeping) keeping.write();
  }
  const { id } = desk.store.description;
  const check = decision && checkView(desk, decision.name, completeReceipt(decision.receipt));
  let onPaper = false;
  /** @type {ReturnType<typeof deskView> | null} */
  let view = null;
  function draw() {
    const { title } = desk.store.description;
    view = onPaper ? null : deskView(desk, around, { step, save, check, keeping });
    fill(around.screen, view ? view.element : paperView(desk, { back: `#/compare/${encodeURIComponent(id)}`, save }));
    if (view) view.refresh();
    document.title = `${onPaper ? c("paper") : c("compare")} · ${title} · ${t("app")}`;
  }
  /** @param {string | null} name @param {"undone" | "redone"} word */
  function step(name, word) {
    if (name !== null) say(t(word, { name }));
  }
  function save() {
    saveFile(`${desk.store.description.title}-${desk.proposal.name || c("proposal")}.json`, decisionText(desk), "application/json");
  }
  desk.listen(() => {
    hush();
    if (view) view.refresh();
    around.explanation.refresh();
  });
  draw();
  return {
    scheme: id,
    write,
    close() {
      write();
      desk.close();
    },
    translate() {
      desk.translate();
      draw();
    },
    follow(shown, sent) {
      const paper = shown === "paper";
      if (paper !== onPaper) {
        onPaper = paper;
        around.explanation.close();
        draw();
      }
      if (shown === "link") takeSent(desk, sent || "");
    },
    print: (sheet) => fill(sheet, paperOf(desk)),
    goTo: (path) => view && view.goTo(path),
    pressed(event) {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      if (key === "s") save();
      else if (onPaper) return;
      else if (key === "z" && !event.shiftKey) step(desk.undo(), "undone");
      else if (key === "y" || (key === "z" && event.shiftKey)) step(desk.redo(), "redone");
      else return;
      event.preventDefault();
    },
  };
}

/** Takes the proposal that a link carries. @param {Desk} desk @param {string} letters */
function takeSent(desk, letters) {
  const sent = readLink(letters);
  history.replaceState(null, "", `#/compare/${encodeURIComponent(desk.store.description.id)}`);
  if (sent.is !== "changes") return say(sent.is === "newer" ? c("linkNewer") : c("linkBroken"));
  addSent(desk, sent.carried);
  const { lost: cells, rules } = desk.variant;
  const lost = cells.length + rules.lost.length + rules.problems.length;
  return say(lost > 0 ? c("linkTakenLost", { count: lost }) : c("linkTaken"), { title: t("undo"), act: () => desk.undo() });
}

/**
 * @typedef {object} Actions
 * @property {(name: string | null, word: "undone" | "redone") => void} step
 * @property {() => void} save
 * @property {HTMLElement | null} check of a file that was opened
 * @property {import("../replay/kept.js").Keeping | null} keeping where months are kept
 */

/**
 * @param {Desk} desk
 * @param {Around} around
 * @param {Actions} actions
 */
function deskView(desk, around, actions) {
  const { title } = desk.store.description;
  const tabs = tabsView(desk);
  const toolbar = toolbarView(desk, actions);
  const goTo = (/** @type {string} */ path) => editor.goTo(path);
  let editor = editorView(desk, goTo);
  const editing = h("section", { class: "column", "aria-label": c("proposal") }, h("h2", {}, c("proposals")), tabs.element, editor.element);
  const steps = stepView(desk);
  const limits = limitListView(desk);
  const result = resultView(desk);
  const picture = pictureView(desk);
  const groups = groupsView(desk);
  const ask = askView(desk);
  const replay = replaySection(desk, actions.keeping);
  const person = personView(desk);
  const people = peopleView(desk, {
    showRow: (row) => person.show(row),
    explainToday: (row, opener) => around.explanation.open(desk.store, { step: desk.plan.step, row }, opener),
    explainProposal: (row, opener) => around.explanation.open(/** @type {any} */ ({ get opened() {
      return desk.variant.opened;
    }, facts: desk.store.facts }), { step: desk.plan.step, row }, opener),
  });
  const board = boardView(desk);
  /** People, who are not shown on a notice board. */
  const eachHeading = h("h2", {}, c("people"));
  const each = h("section", { "aria-label": c("people") }, eachHeading, people.element, person.element);
  const element = h(
    "div",
    { class: "scheme compare" },
    h(
      "div",
      { class: "scheme-head" },
      h("nav", { "aria-label": t("youAreHere") }, h("a", { href: "#/catalogue" }, t("catalogue")), h("span", { "aria-hidden": "true" }, " › "), h("a", { href: schemeAddress(desk.session) }, title)),
      h("h1", { tabindex: -1 }, c("heading", { title })),
      h("p", { class: "lead" }, c("lead")),
    ),
    toolbar.element,
    actions.check,
    h("div", { class: "columns" }, editing, h("section", { class: "column", "aria-label": t("results") }, h("h2", {}, t("results")), steps.element, result.element, limits.element)),
    h("section", { "aria-label": c("picture") }, h("h2", {}, c("picture")), board.element, picture.element),
    groups.element,
    each,
    ask.element,
    replay.element,
  );
  /** What the fields of the editor depend on: which proposal, its scheme, and its rows of tables. */
  const fields = () => JSON.stringify([desk.plan.shown, desk.proposal.rows, desk.proposal.scheme && desk.proposal.scheme.name]);
  let shown = fields();
  return {
    element,
    refresh() {
      if (shown !== fields()) {
        shown = fields();
        const other = editorView(desk, goTo);
        editing.replaceChild(other.element, editor.element);
        editor = other;
      }
      // The rows of another step may be counted in something else.
      setText(eachHeading, c("people"));
      setAttribute(each, "aria-label", c("people"));
      each.hidden = desk.manner.board;
      ask.element.hidden = desk.manner.board;
      replay.element.hidden = desk.manner.board;
      for (const part of [toolbar, tabs, steps, editor, limits, result, board, picture, groups, ...(desk.manner.board ? [] : [people, person, ask, replay])]) part.refresh();
    },
    goTo,
  };
}

/** @param {Desk} desk @param {Actions} actions @returns {Drawn} */
function toolbarView(desk, { step, save }) {
  const undo = h("button", { type: "button", onclick: () => step(desk.undo(), "undone") }, t("undo"));
  const redo = h("button", { type: "button", onclick: () => step(desk.redo(), "redone") }, t("redo"));
  const paper = `#/compare/${encodeURIComponent(desk.store.description.id)}/paper`;
  const link = h("div", { class: "compare-link", hidden: true });
  const bar = h(
    "div",
    { class: "toolbar", role: "group", "aria-label": c("planActions") },
    undo,
    redo,
    h("button", { type: "button", onclick: () => showLink(desk, link) }, c("makeLink")),
    h("button", { type: "button", onclick: save }, c("saveDecision")),
    h("a", { class: "button main", href: paper }, c("paper")),
  );
  /** @param {HTMLButtonElement} button @param {import("../compare/desk.js").Step[]} steps @param {string} word */
  function offer(button, steps, word) {
    const last = steps[steps.length - 1];
    setAttribute(button, "aria-disabled", last ? null : "true");
    setAttribute(button, "title", last ? `${word}${t("colon")}${last.name}` : null);
  }
  return {
    element: h("div", {}, bar, link),
    refresh() {
      // A link says what the proposal was when it was made.
      link.hidden = true;
      offer(undo, desk.past, t("undo"));
      offer(redo, desk.future, t("redo"));
    },
  };
}

/** Shows the link of the proposal, selected to be copied. @param {Desk} desk @param {HTMLElement} place */
function showLink(desk, place) {
  const { carried, count, left } = carriedBy(desk);
  const id = newId("link");
  const field = h("input", { id, type: "text", readonly: true, "aria-describedby": `${id}-says` });
  field.value = linkTo(location.href.replace(/#.*/, ""), desk.store.description.id, carried);
  fill(place, h("label", { for: id }, c("link")), field, h("p", { class: "hint", id: `${id}-says` }, c("linkSays", { count }), left > 0 && ` ${c("linkLeft", { count: left })}`), field.value.length > LONG && h("p", { class: "problem" }, c("linkLong", { count: field.value.length })));
  place.hidden = false;
  field.focus();
  field.select();
}

/** Which proposal is shown, with a way to add and remove one. @param {Desk} desk @returns {Drawn} */
function tabsView(desk) {
  const list = h("div", { class: "compare-tabs", role: "group", "aria-label": c("proposals") });
  const add = h("button", { type: "button", onclick: () => addProposal(desk) }, c("addProposal"));
  const remove = h("button", { type: "button", onclick: () => removeProposal(desk) }, c("removeProposal"));
  let drawn = "";
  return {
    element: h("div", { class: "compare-choose" }, list, h("div", { class: "buttons" }, add, remove)),
    refresh() {
      const { proposals, shown } = desk.plan;
      const now = JSON.stringify([proposals.map(({ name }) => name), shown]);
      add.hidden = proposals.length >= MOST;
      remove.hidden = proposals.length < 2;
      if (now === drawn) return;
      drawn = now;
      const hadFocus = list.contains(document.activeElement);
      fill(list, proposals.map(({ name }, at) => h("button", { type: "button", "aria-pressed": at === shown ? "true" : "false", onclick: () => desk.put({ ...desk.plan, shown: at }, "") }, name || c("nameless"))));
      if (hadFocus) /** @type {HTMLElement} */ (list.children[shown]).focus();
    },
  };
}

/** A proposal begins as a copy of the one that is shown. @param {Desk} desk */
function addProposal(desk) {
  const { plan, proposal } = desk;
  const name = c("proposalNumber", { number: plan.proposals.length + 1 });
  desk.put({ ...plan, proposals: [...plan.proposals, { ...proposal, name, note: "" }], shown: plan.proposals.length }, c("addProposal"));
}

/** @param {Desk} desk */
function removeProposal(desk) {
  const { plan, proposal } = desk;
  const proposals = plan.proposals.filter((_, at) => at !== plan.shown);
  const name = c("changeRemoveProposal", { name: proposal.name || c("nameless") });
  desk.put({ ...plan, proposals, shown: Math.max(0, plan.shown - 1) }, name);
  say(name, { title: t("undo"), act: () => desk.undo() });
}

/** Whose figures are compared. @param {Desk} desk @returns {Drawn} */
function stepView(desk) {
  const id = newId("step");
  const lists = [...desk.store.description.rosters, ...desk.store.description.tables];
  const listTitle = (/** @type {string | null} */ each) => lists.find((list) => list.id === each)?.title;
  const select = h("select", { id }, comparable(desk.store.description).map((step) => h("option", { value: step.id }, [listTitle(step.each), step.title].filter(Boolean).join(" · "))));
  select.addEventListener("change", () => desk.put({ ...desk.plan, step: select.value }, ""));
  return {
    element: h("p", { class: "compare-order" }, h("label", { for: id }, c("compareStep")), " ", select),
    refresh() {
      select.value = desk.plan.step;
    },
  };
}

// Months dropped in, put in order, and calculated with every proposal.
import { runner } from "../compare/runner.js";
import { textOf } from "../case.js";
import { fill, h } from "../dom.js";
import { saveFile } from "../files.js";
import { writeCsv } from "../grid/block.js";
import { Pace, Stopped } from "../sheets/pace.js";
import { reportRows } from "../sheets/report.js";
import { keepMonths, keptMonths } from "./kept.js";
import { monthsOf } from "./months.js";
import { resultView } from "./result.js";
import { replayOf } from "./state.js";
import { r } from "./words.js";

/**
 * @typedef {import("../compare/desk.js").Desk} Desk
 * @typedef {import("./months.js").Month} Month
 * @typedef {import("./state.js").Replay} Replay
 */

/** What can be chosen. */
const ACCEPTED = ".json,.xlsx,.xlsm,.csv,.txt,.tsv,.xls";

/** The roster whose rows are people: that of the step that is compared. @param {Desk} desk */
function mainRoster({ step, store }) {
  const { rosters } = store.description;
  return rosters.some(({ id }) => id === step.each) ? step.each : null;
}

/**
 * @param {Desk} desk
 * @param {import("./kept.js").Keeping | null} keeping where months are kept; null where they are not
 * @returns {import("../views/field.js").Drawn}
 */
export function replayView(desk, keeping) {
  const replay = replayOf(desk);
  const keep = keeping ? keepMonths(replay, keeping) : () => {};
  const says = h("p", { role: "status" });
  const troubles = h("div", {});
  const list = h("div", {});
  const results = resultView(desk, replay);
  const stale = h("p", { class: "hint", role: "status" });
  /** @type {Pace | null} */
  let pace = null;
  const stopReading = h("button", { type: "button", hidden: true, onclick: () => pace && pace.stop() }, r("stop"));
  const run = runner({
    title: r("run"),
    job: () => (replay.months.length > 0 ? replay.job() : null),
    begin() {
      replay.begin();
      results.refresh();
    },
    found({ month, whole }) {
      if (!replay.result) return;
      if (month) replay.result.found.push(month);
      if (whole) replay.result.whole = whole;
    },
    end() {
      replay.tell();
      results.refresh();
      refresh();
    },
  });

  /** @param {File[]} files */
  async function take(files) {
    if (pace) return;
    pace = new Pace();
    stopReading.hidden = false;
    replay.troubles = [];
    let count = 0;
    try {
      for (const file of files) {
        says.textContent = r("reading", { name: file.name });
        const { months, troubles: some } = await monthsOf(desk.store, file, pace, mainRoster(desk));
        replay.months.push(...months);
        replay.troubles.push(...some);
        count += months.length;
      }
      says.textContent = r("read", { count });
    } catch (reason) {
      says.textContent = reason instanceof Stopped ? r("stoppedReading") : String(reason);
    }
    pace = null;
    stopReading.hidden = true;
    touched();
    draw();
  }

  /** What is in the months is another. */
  function touched() {
    replay.changes += 1;
    replay.tell();
    keep();
  }
  async function load() {
    if (!keeping || replay.isLoaded) return;
    replay.isLoaded = true;
    const months = await keptMonths(keeping.key);
    if (months.length === 0) return;
    // Some may have been dropped in meanwhile.
    replay.months = [...months, ...replay.months];
    replay.changes += 1;
    says.textContent = r("kept", { count: months.length });
    draw();
  }

  const chosen = h("input", { type: "file", multiple: true, accept: ACCEPTED, hidden: true, "aria-label": r("choose") });
  chosen.addEventListener("change", () => {
    take([...(chosen.files || [])]);
    chosen.value = "";
  });
  const zone = h("div", { class: "replay-drop" }, h("button", { type: "button", onclick: () => chosen.click() }, r("choose")), h("span", {}, r("drop")), chosen, stopReading);
  const over = (/** @type {boolean} */ is) => zone.classList.toggle("over", is);
  zone.addEventListener("dragover", (event) => {
    event.preventDefault();
    over(true);
  });
  zone.addEventListener("dragleave", () => over(false));
  zone.addEventListener("drop", (event) => {
    // The page below would take the file for today's entries.
    event.preventDefault();
    event.stopPropagation();
    over(false);
    if (event.dataTransfer) take([...event.dataTransfer.files]);
  });

  /** @param {string} [focus] what has the focus afterwards */
  function draw(focus) {
    fill(troubles, replay.troubles.length > 0 && h("div", { class: "problems" }, h("h3", {}, r("unread")), h("ul", {}, replay.troubles.map((words) => h("li", {}, words)))));
    fill(list, replay.months.length > 0 && monthList(desk, replay, { changed, renamed, touched, says }));
    const target = focus && list.querySelector(`[data-focus="${focus}"]`);
    if (target instanceof HTMLElement) target.focus();
    refresh();
  }
  /** @param {string} words what happened @param {string} [focus] */
  function changed(words, focus) {
    replay.tell();
    keep();
    says.textContent = words;
    draw(focus);
    results.refresh();
  }
  function renamed() {
    replay.tell();
    keep();
    results.refresh();
  }
  function refresh() {
    stale.textContent = replay.isStale ? r("stale") : replay.result && !replay.result.whole && replay.result.found.length > 0 ? r("partly", { done: replay.result.found.length }) : "";
    run.element.hidden = replay.months.length === 0;
  }
  draw();
  results.refresh();
  load();
  return {
    element: h("div", { class: "replay" }, h("p", { class: "hint" }, r("hint")), zone, says, troubles, list, h("div", { class: "ask" }, run.element), stale, results.element),
    refresh() {
      refresh();
      results.refresh();
    },
  };
}

/**
 * The months in their order, each with its name, its amounts and what reading it did.
 *
 * @param {Desk} desk
 * @param {Replay} replay
 * @param {{ changed: (words: string, focus?: string) => void, renamed: () => void, touched: () => void, says: HTMLElement }} around
 *   `touched`: what is in the months is another
 */
function monthList(desk, replay, { changed, renamed, touched, says }) {
  const { months } = replay;
  const { inputs, rosters } = desk.store.description;
  const amounts = inputs.filter(({ kind, per }) => kind === "quantity" && !per);
  const main = mainRoster(desk) || (rosters[0] ? rosters[0].id : "");
  /** @param {number} at @param {number} to @param {string} which */
  const move = (at, to, which) => {
    const [one] = months.splice(at, 1);
    months.splice(to, 0, one);
    changed(r("moved", { name: one.name, at: to + 1 }), `${which}-${to}`);
  };
  const rows = months.map((month, at) => {
    const name = h("input", { type: "text", class: "replay-name", autocomplete: "off", "aria-label": r("monthName", { at: at + 1 }), "data-focus": `name-${at}` });
    name.value = month.name;
    const labels = () => {
      up.setAttribute("aria-label", r("earlier", { name: month.name }));
      down.setAttribute("aria-label", r("later", { name: month.name }));
      remove.setAttribute("aria-label", r("removeNamed", { name: month.name }));
    };
    name.addEventListener("input", () => {
      month.name = name.value;
      labels();
    });
    // Not drawn anew: the click that leaves the field is meant for a button that is there.
    name.addEventListener("change", renamed);
    const up = h("button", { type: "button", "aria-disabled": at === 0 && "true", "data-focus": `up-${at}`, onclick: () => at > 0 && move(at, at - 1, "up") }, "↑");
    const down = h("button", { type: "button", "aria-disabled": at === months.length - 1 && "true", "data-focus": `down-${at}`, onclick: () => at < months.length - 1 && move(at, at + 1, "down") }, "↓");
    const remove = h("button", { type: "button", class: "link", onclick: () => {
      months.splice(at, 1);
      touched();
      changed(r("removed", { name: month.name }), `name-${Math.min(at, months.length - 1)}`);
    } }, r("remove"));
    labels();
    const row = h(
      "tr",
      { draggable: "true", "data-at": at },
      h("td", { class: "replay-order" }, up, down),
      h("th", { scope: "row" }, name),
      h("td", { class: "number" }, String((month.rosters[main] || []).length)),
      amounts.map((field) => h("td", { class: "number" }, amountField(touched, month, field, at))),
      h("td", {}, notesOf(month)),
      h("td", { class: "replay-source" }, month.source),
      h("td", {}, remove),
    );
    row.addEventListener("dragstart", (event) => event.dataTransfer && event.dataTransfer.setData("text/x-month", String(at)));
    row.addEventListener("dragover", (event) => event.dataTransfer && event.dataTransfer.types.includes("text/x-month") && event.preventDefault());
    row.addEventListener("drop", (event) => {
      const from = event.dataTransfer && event.dataTransfer.getData("text/x-month");
      if (!from) return;
      event.preventDefault();
      event.stopPropagation();
      move(Number(from), at, "name");
    });
    // A text is selected by the mouse inside the field, not the row dragged.
    for (const field of row.querySelectorAll("input")) {
      field.addEventListener("focus", () => row.setAttribute("draggable", "false"));
      field.addEventListener("blur", () => row.setAttribute("draggable", "true"));
    }
    return row;
  });
  const label = r("months", { count: months.length });
  const sort = () => {
    months.sort((one, other) => one.name.localeCompare(other.name, "zh", { numeric: true }));
    changed("");
  };
  const clear = () => {
    replay.months = [];
    replay.result = null;
    touched();
    says.textContent = "";
    changed(r("noMonths"));
  };
  return [
    h("h3", {}, label),
    h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": label },
      h("table", { class: "compare-table replay-months" },
        h("thead", {}, h("tr", {}, h("th", { scope: "col" }, r("order")), h("th", { scope: "col" }, r("month")), h("th", { scope: "col", class: "number" }, r("rows")), amounts.map(({ title, unit }) => h("th", { scope: "col", class: "number" }, `${title}${unit ? ` (${unit})` : ""}`)), h("th", { scope: "col" }, r("notes")), h("th", { scope: "col" }, r("source")), h("td", {}))),
        h("tbody", {}, rows))),
    h("p", { class: "ask-use" }, h("button", { type: "button", onclick: sort }, r("sort")), h("button", { type: "button", onclick: clear }, r("clear"))),
  ];
}

/** @param {() => void} touched @param {Month} month @param {import("../engine.js").Field} field @param {number} at */
function amountField(touched, month, { id, title }, at) {
  const control = h("input", { type: "text", inputmode: "decimal", autocomplete: "off", class: "replay-amount", "aria-label": r("inMonth", { month: month.name || String(at + 1), why: title }) });
  control.value = textOf(month.inputs[id], undefined) || "";
  control.addEventListener("change", () => {
    month.inputs = { ...month.inputs, [id]: control.value };
    touched();
  });
  return control;
}

/** @param {Month} month */
function notesOf({ said, intakes, name }) {
  const odd = intakes.reduce((sum, intake) => sum + intake.odd.length, 0);
  if (said.length + odd === 0) return r("noNotes");
  const save = () => saveFile(`${name}.csv`, writeCsv(intakes.flatMap((intake) => reportRows(said, intake))), "text/csv");
  return h(
    "details",
    {},
    h("summary", {}, r("noteCount", { count: said.length + (odd > 0 ? 1 : 0) })),
    h("ul", {}, said.map((words) => h("li", {}, words)), odd > 0 && h("li", {}, r("oddCells", { count: odd }), " ", h("button", { type: "button", class: "link", onclick: save }, r("saveReport")))),
  );
}


// Questions the other way round: which value meets a goal, what a tenth of each value does, where more work lowers pay.
import { fill, h, newId } from "../dom.js";
import { language, t } from "../language.js";
import { typed } from "../engine.js";
import { cellGroups } from "./cells.js";
import { enter } from "./entering.js";
import { groupings } from "./groups.js";
import { aboutShown } from "./handed.js";
import { limitWords } from "./limit-list.js";
import { OF, boundsOf } from "./limits.js";
import { runner } from "./runner.js";
import { c } from "./words.js";

/**
 * @typedef {import("./desk.js").Desk} Desk
 * @typedef {import("./cells.js").Cell} Cell
 * @typedef {import("../views/field.js").Drawn} Drawn
 * @typedef {{ shown: string } | null} Amount
 */

/** The most people that are offered by name. */
const OFFERED = 400;

/** How many values at which somebody changes tier are told on either side of today's. */
const TURNS = 3;
/** How many of those who change tier are named. */
const NAMED = 4;

/** @param {Amount} amount */
const shown = (amount) => (amount ? amount.shown : "—");

/**
 * What can be asked for: all rows together, a group of them, or one of them; as the engine names it.
 *
 * @param {Desk} desk
 * @returns {{ value: string, title: string }[]}
 */
function measures(desk) {
  const { step, plan, variant } = desk;
  const all = { value: plan.step, title: step.each === null ? step.title : c("total") };
  if (step.each === null) return [all];
  const by = groupings(desk).find(({ id }) => id === plan.by);
  const groups = by ? variant.comparison.groups(by.id, language()).filter(({ id }) => id !== null) : [];
  const names = variant.comparison.lines("name").split("\n").slice(0, Math.min(OFFERED, variant.compared.rows));
  return [
    ...(variant.compared.totalled ? [all] : []),
    ...groups.map(({ id, title }) => ({ value: `${plan.step}[${by ? by.id : ""}=${id}]`, title: `${by ? by.title : ""} · ${title}` })),
    ...names.map((name, row) => ({ value: `${plan.step}[${row}]`, title: name || String(row + 1) })),
  ];
}

/** @param {string} label @param {HTMLSelectElement | HTMLInputElement} control @param {string} [unit] */
function field(label, control, unit) {
  const id = newId("ask");
  control.id = id;
  return h("span", { class: "ask-field" }, h("label", { for: id }, label), control, unit && h("span", { class: "unit" }, unit));
}

/** @param {{ value: string, title: string }[]} options */
function choiceOf(options) {
  return h("select", {}, options.map(({ value, title }) => h("option", { value }, title)));
}

/**
 * @param {Desk} desk
 * @returns {Drawn}
 */
export function askView(desk) {
  const parts = h("div", {});
  const details = h("details", { class: "compare-group" }, h("summary", {}, c("askLead")), parts);
  const element = h("section", { "aria-label": c("ask") }, h("h2", {}, c("ask")), details);
  let drawn = "";
  /** @type {Drawn | null} */
  let seek = null;
  details.addEventListener("toggle", refresh);
  function refresh() {
    if (!details.open) return;
    const { plan, proposal } = desk;
    const now = JSON.stringify([plan.step, plan.by, plan.shown]);
    if (seek) seek.refresh();
    if (now === drawn) return;
    drawn = now;
    seek = desk.step.kind === "quantity" ? seekView(desk) : null;
    fill(parts, h("p", { class: "hint" }, c("askOf", { name: proposal.name || c("nameless") })), seek && [seek.element, sensitivityView(desk)], tiersView(desk), desk.step.kind === "quantity" && cliffsView(desk));
  }
  return { element, refresh };
}

/**
 * Which value of a cell makes a measure equal to a goal, or keeps a limit.
 *
 * @param {Desk} desk
 * @returns {Drawn | null}
 */
function seekView(desk) {
  const groups = cellGroups(desk.store).map((group) => ({ ...group, cells: group.cells.filter(({ number }) => number) })).filter(({ cells }) => cells.length > 0);
  const cells = groups.flatMap((group) => group.cells);
  if (cells.length === 0) return null;
  const value = h("select", {}, groups.map((group) => h("optgroup", { label: group.title }, group.cells.map(({ path, title }) => h("option", { value: path }, title)))));
  const changed = cells.find(({ path }) => path in desk.proposal.changes);
  if (changed) value.value = changed.path;
  const aim = h("select", {});
  const measure = choiceOf(measures(desk));
  const goal = h("input", { type: "text", inputmode: "decimal", autocomplete: "off" });
  const { budgetBefore, totalled } = desk.variant.compared;
  if (totalled && budgetBefore) goal.value = budgetBefore.value;
  const amount = [field(c("seekMeasure"), measure), field(c("seekGoal"), goal, desk.step.unit || "")];
  const answer = h("div", { role: "status" });
  const run = runner({
    title: c("seekGo"),
    submits: true,
    job() {
      if (aim.value !== "") return withinJob(desk, desk.plan.limits[Number(aim.value)], value.value, (words) => fill(answer, h("p", { class: "problem" }, words)));
      const wanted = typed(goal.value, language());
      if (wanted.value === null) fill(answer, h("p", { class: "problem" }, wanted.problem ? wanted.problem.message : ""));
      return wanted.value === null ? null : { task: "seek", ...aboutShown(desk), path: value.value, measure: measure.value, goal: wanted.value };
    },
    begin: () => fill(answer),
    found: (found) => fill(answer, answerOf(desk, /** @type {Cell} */ (cells.find(({ path }) => path === found.path)), found)),
    end: (how) => void (how === "done" && answer.childElementCount === 0 && fill(answer, h("p", {}, c("seekNothing")))),
  });
  const form = h("form", { class: "ask" }, field(c("seekValue"), value), field(c("seekAim"), aim), amount, run.element);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    run.go();
  });
  function aimed() {
    for (const one of amount) one.hidden = aim.value !== "";
  }
  aim.addEventListener("change", aimed);
  let drawn = "";
  function refresh() {
    const words = desk.plan.limits.map((entry) => limitWords(desk, entry));
    const now = JSON.stringify(words);
    if (now === drawn) return;
    drawn = now;
    const chosen = aim.selectedIndex;
    fill(aim, h("option", { value: "" }, c("aimAmount")), words.map((limit, at) => h("option", { value: String(at) }, c("aimLimit", { limit }))));
    aim.selectedIndex = chosen > 0 && chosen <= words.length ? chosen : 0;
    aimed();
  }
  refresh();
  return { element: h("section", { "aria-label": c("seek") }, h("h3", {}, c("seek")), form, answer), refresh };
}

/**
 * Asks with which values a limit of the plan holds.
 *
 * @param {Desk} desk
 * @param {import("./plan.js").LimitEntry} entry
 * @param {string} path
 * @param {(words: string) => void} refused
 * @returns {import("./jobs.js").WithinJob | null}
 */
function withinJob(desk, entry, path, refused) {
  const { session, store, plan, variant } = desk;
  const { bounds, problem } = boundsOf(entry, variant.compared);
  const checked = variant.limits[plan.limits.indexOf(entry)];
  if (problem || !checked || !checked.result) {
    refused(problem || (checked && checked.problem) || c("limitEmpty"));
    return null;
  }
  return { task: "within", ...aboutShown(desk), today: { scheme: session.texts, facts: store.opened.facts() }, step: plan.step, path, limit: { of: OF[entry.kind], ...bounds } };
}

/** @param {Desk} desk @param {Cell} cell @param {import("./jobs.js").SoughtText | import("./jobs.js").KeptText} found */
function answerOf(desk, cell, found) {
  const offered = offeredBy(found).filter((text, at, all) => all.indexOf(text) === at);
  const use = (/** @type {string} */ text) => {
    enter(desk, cell, text);
    desk.pause();
  };
  return [
    h("p", {}, found.sentence),
    offered.length > 0 && h("p", { class: "ask-use" }, offered.map((text) => h("button", { type: "button", onclick: () => use(text) }, c("seekUse", { title: cell.title, value: text })))),
  ];
}

/** The values that an answer offers. @param {import("./jobs.js").SoughtText | import("./jobs.js").KeptText} found */
function offeredBy(found) {
  const some = found.intervals.slice(0, 3);
  // Where a limit holds up to the end of what was searched, that end says nothing.
  if ("nearest" in found) return some.length === 0 ? [] : some.flatMap(({ from, to, atLow, atHigh }) => [...(atLow ? [] : [from]), ...(atHigh ? [] : [to])]);
  // A goal beyond all figures has a nearest value on one side alone, which nobody wants.
  const near = found.intervals.length === 0 && found.below && found.above ? [found.below.value, found.above.value] : [];
  return [...some.flatMap(({ from, to }) => [from, to]), ...near];
}

/** What a tenth less and a tenth more of each value does. @param {Desk} desk */
function sensitivityView(desk) {
  const measure = choiceOf(measures(desk));
  const body = h("tbody", {});
  const table = h(
    "table",
    { class: "compare-table" },
    h("thead", {}, h("tr", {}, [c("value"), c("valueNow"), c("stepDown"), c("stepUp"), c("stepChanged")].map((word, at) => h("th", { scope: "col", class: at === 0 ? null : "number" }, word)))),
    body,
  );
  const holder = h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": c("sensitivityLead"), hidden: true }, h("p", { class: "hint" }, c("sensitivityLead")), table);
  const run = runner({
    job: () => ({ task: "sensitivity", ...aboutShown(desk), measure: measure.value }),
    begin: () => fill(body),
    found(/** @type {{ rows: import("./jobs.js").SensitivityRow[] }} */ { rows }) {
      const side = (/** @type {typeof rows[0]["up"]} */ one) => (one ? c("stepTo", { value: one.value, change: shown(one.difference) }) : "—");
      for (const { title, of, unit: own, value, down, up } of rows) {
        const counts = [down, up].map((one) => (one ? one.changed : 0));
        body.append(h("tr", {}, h("th", { scope: "row" }, of ? `${of} · ${title}` : title), h("td", { class: "number" }, `${value} ${own}`.trim()), h("td", { class: "number" }, side(down)), h("td", { class: "number" }, side(up)), h("td", { class: "number" }, String(Math.max(...counts)))));
      }
      holder.hidden = false;
    },
  });
  return h("section", { "aria-label": c("sensitivity") }, h("h3", {}, c("sensitivity")), h("div", { class: "ask" }, field(c("seekMeasure"), measure), run.element), holder);
}

/** At which values of the rules somebody comes to another tier, band or grade. @param {Desk} desk */
function tiersView(desk) {
  const body = h("tbody", {});
  const says = h("p", { class: "hint", role: "status" });
  const heads = /** @type {const} */ (["value", "valueNow", "turnAt", "turnNear", "turnWho"]);
  const table = h("table", { class: "compare-table" }, h("thead", {}, h("tr", {}, heads.map((word, at) => h("th", { scope: "col", class: at > 0 && at < 4 ? "number" : null }, c(word))))), body);
  const holder = h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": c("tiers"), hidden: true }, table);
  const some = h("p", { class: "hint" });
  let turns = 0;
  let sampled = 0;
  let isGraded = false;
  const run = runner({
    job: () => ({ task: "tiers", ...aboutShown(desk), step: desk.plan.step, most: TURNS }),
    begin() {
      turns = 0;
      sampled = 0;
      holder.hidden = true;
      says.textContent = "";
      some.textContent = "";
      fill(body);
    },
    found({ graded, rows }) {
      isGraded = graded.length > 0;
      says.textContent = !isGraded ? c("noTiers", { title: desk.step.title }) : c("tiersLead", { graded: graded.join(t("listComma")) });
      for (const row of /** @type {import("./jobs.js").TierRow[]} */ (rows)) {
        const all = [...row.below.slice().reverse(), ...row.above];
        turns += all.length;
        if (!row.complete) sampled += 1;
        body.append(...all.map((turn, at) => turnLine(desk, row, turn, at === 0 ? all.length : 0)));
      }
      holder.hidden = turns === 0;
      some.textContent = sampled > 0 ? c("tiersSampled", { count: sampled }) : "";
    },
    end(how) {
      if (how === "done" && turns === 0 && isGraded) says.textContent = `${says.textContent} ${c("tiersNobody")}`;
    },
  });
  return h("section", { "aria-label": c("tiers") }, h("h3", {}, c("tiers")), h("div", { class: "ask" }, run.element), says, holder, some);
}

/** What the rows of a list are counted in. @param {Desk} desk @param {string | null} each */
function counterOf({ store }, each) {
  const roster = store.description.rosters.find(({ id }) => id === each);
  return roster ? roster.unit : "";
}

/** @param {Desk} desk @param {import("./jobs.js").TierRow} row @param {import("./jobs.js").TierRow["above"][0]} turn @param {number} span lines that the heading of the first stands for */
function turnLine(desk, { title, of, unit, value, low, high, complete }, turn, span) {
  const grade = (/** @type {string | null} */ one) => one || c("turnNone");
  const who = turn.moved.slice(0, NAMED).map(({ name, grade: by, from, to }) => c("turnMoved", { name: name || by, from: grade(from), to: grade(to) }));
  // Who moves may be counted in something else than the rows that are compared.
  const counter = turn.moved[0] && counterOf(desk, turn.moved[0].each);
  if (turn.count > who.length) who.push(c("turnMore", { count: turn.count, each: counter || c("thing") }));
  return h(
    "tr",
    {},
    span > 0 && [h("th", { scope: "rowgroup", rowspan: span }, of ? `${of} · ${title}` : title, !complete && h("span", { class: "hint ask-range" }, c("turnRange", { low, high }))), h("td", { class: "number", rowspan: span }, `${value} ${unit}`.trim())],
    h("td", { class: "number" }, turn.value),
    h("td", { class: "number" }, turn.before),
    h("td", { class: "compare-who" }, who.join(t("listComma"))),
  );
}

/** Where one more unit of work lowers a figure. @param {Desk} desk */
function cliffsView(desk) {
  const { rosters, tables } = desk.store.description;
  const work = rosters
    .filter(({ id, of }) => id === desk.step.each || of === desk.step.each)
    .flatMap((roster) => roster.columns.filter(({ kind }) => kind === "quantity").flatMap((column) => {
      const table = column.per && tables.find(({ id }) => id === column.per);
      if (!table) return [{ value: `${roster.id}.${column.id}`, title: `${roster.title} · ${column.title}` }];
      return table.rows.map((row) => ({ value: `${roster.id}.${column.id}.${row.id}`, title: `${roster.title} · ${row.title}` }));
    }));
  if (work.length === 0 || desk.step.each === null) return null;
  const select = choiceOf(work);
  const list = h("ul", {});
  let found = 0;
  const says = h("p", { role: "status" });
  const run = runner({
    job: () => ({ task: "cliffs", ...aboutShown(desk), step: desk.plan.step, work: select.value }),
    begin() {
      found = 0;
      says.textContent = "";
      fill(list);
    },
    found(/** @type {{ rows: import("./jobs.js").CliffText[] }} */ { rows }) {
      for (const { name, work: done, before, after, difference } of rows) {
        found += 1;
        list.append(h("li", {}, c("cliff", { name, work: done, before: before.shown, after: after.shown, difference: difference.shown })));
      }
    },
    end(how) {
      if (how === "done") says.textContent = found === 0 ? c("noCliffs", { title: desk.step.title }) : c("cliffCount", { count: found });
    },
  });
  return h("section", { "aria-label": c("cliffs") }, h("h3", {}, c("cliffs")), h("div", { class: "ask" }, field(c("cliffWork"), select), run.element), says, list);
}

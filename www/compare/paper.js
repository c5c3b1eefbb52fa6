// The decision paper: one document on A4 that says what is proposed, what it does, whom it concerns, and how to verify it.
import { textOf } from "../case.js";
import { h } from "../dom.js";
import { readScheme, readable, version } from "../engine.js";
import { language, t } from "../language.js";
import { isTooSmall } from "./board.js";
import { notCarried } from "./carried.js";
import { cellGroups } from "./cells.js";
import { rowRemarks } from "./remarks.js";
import { groupings, groupsTable } from "./groups.js";
import { limitWords } from "./limit-list.js";
import { isNumber, movedTable, talliedWords } from "./moved.js";
import { bandsOf, movesOf, stripOf } from "./picture.js";
import { PARTS, codeOf, inFours, receiptOf } from "./receipt.js";
import { changeWords, failedFor, movedCounts, isKnown, signed, todayToo, totalChange, unknownCount, verdictWords } from "./result.js";
import { triedPart } from "./tried.js";
import { c, within } from "./words.js";

/**
 * @typedef {import("./desk.js").Desk} Desk
 * @typedef {import("../engine.js").ComparedRow} ComparedRow
 * @typedef {import("./receipt.js").Receipt} Receipt
 * @typedef {{ shown: string } | null | undefined} Amount
 */

/** The most lines of a table that is not divided between two pages. */
const SHORT = 16;

/** The day by the clock of this computer. */
export function today() {
  const now = new Date();
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** @param {Amount} amount */
const shown = (amount) => (amount ? amount.shown : "—");

/** Whether people are named. @param {Desk} desk */
const named = ({ manner }) => manner.people === "names" && !manner.board;

/**
 * @param {Desk} desk
 * @returns {HTMLElement}
 */
export function paperOf(desk) {
  const paper = paperFor(desk);
  // A few lines stay together; a long list goes over several pages with its head.
  for (const table of paper.querySelectorAll("table")) table.classList.toggle("short", table.rows.length <= SHORT);
  return paper;
}

/** @param {Desk} desk */
function paperFor(desk) {
  const { store, proposal, step } = desk;
  const { title, document, clause, lines } = store.description;
  const source = [document, clause, lines].filter(Boolean).join(" ");
  const receipt = receiptOf(desk, version(), today());
  return h(
    "article",
    { class: "paper" },
    h("h1", {}, c("paper")),
    h("p", { class: "paper-meta" }, title, source && ` · ${t("source")}${t("colon")}${source}`),
    h("p", { class: "paper-name" }, proposal.name || c("nameless"), ` · ${receipt.day}`, desk.manner.board && ` · ${c("board")}`),
    proposal.note && h("p", {}, proposal.note),
    rulesOf(desk),
    budgetOf(desk),
    groupsOf(desk),
    gainsOf(desk),
    limitsOf(desk),
    !desk.manner.board && triedPart(desk),
    readingsOf(desk),
    assumptionsOf(desk),
    !desk.manner.board && problemsOf(desk),
    h("div", { class: "signatures" }, [t("signMade"), t("signChecked"), t("signHead"), c("signDay")].map((who) => h("div", {}, `${who}${t("colon")}`))),
    receiptPart(receipt, step.title),
  );
}

/** The steps of the results that say in words how they come about. @param {import("../engine.js").Description} description */
function stepsTold({ outputs, steps }) {
  const ids = outputs.flatMap((output) => output.steps);
  return steps.flatMap(({ id, title, words }) => (ids.includes(id) && words ? [`${title}${t("colon")}${words}`] : []));
}

/** @param {string} number @param {string} unit */
const counted = (number, unit) => (unit === "%" ? `${number}%` : `${number} ${unit}`.trim());

/** The proposed rule in sentences: its steps where they are others, and its values. @param {Desk} desk @param {import("../engine.js").ChangeText[]} changes */
function proposedRule({ store, variant, proposal }, changes) {
  const written = variant.rules.text === null ? null : readScheme(variant.rules.text, {}).scheme();
  const description = written ? written.describe(language()) : variant.description;
  if (written) written.free();
  const today = stepsTold(store.description);
  const told = stepsTold(description);
  const isSame = told.length === today.length && told.every((words, at) => words === today[at]);
  const cells = new Map(cellGroups(store, proposal).flatMap(({ cells: some }) => some.map((cell) => [cell.path, cell.unit])));
  const values = changes.flatMap(({ kind, path, title, of, before, after }) => {
    if (kind !== "value" || before === null || after === null) return [];
    const unit = (path && cells.get(path)) || "";
    return [c("paperValue", { what: of ? c("paperOf", { of, title: within(title) }) : c("paperOwn", { title: within(title) }), before: counted(before, unit), after: counted(after, unit) })];
  });
  return [
    h("h2", {}, c("paperProposed")),
    isSame ? h("p", {}, c("paperSameSteps")) : h("ul", {}, told.map((words) => h("li", {}, today.includes(words) ? words : h("strong", {}, words)))),
    values.length > 0 && h("ul", {}, values.map((words) => h("li", {}, words))),
  ];
}

/** What counts today and what is proposed. @param {Desk} desk */
function rulesOf(desk) {
  const { store, variant, plan, step } = desk;
  const { about } = store.description;
  const told = stepsTold(store.description);
  const changes = store.opened.changes(variant.opened, plan.step, language());
  const lost = variant.lost.length + variant.rules.lost.length;
  const faulty = Object.keys(desk.proposal.formulas).length - Object.keys(variant.rules.written).length - variant.rules.lost.length;
  const carried = notCarried(desk);
  return [
    h("h2", {}, c("paperRules")),
    about && h("p", {}, about),
    told.length > 0 && h("ul", {}, told.map((words) => h("li", {}, words))),
    changes.length > 0 && proposedRule(desk, changes),
    h("h2", {}, c("changes")),
    changes.length > 0 && h("p", {}, c("paperRest")),
    changes.length === 0 ? h("p", {}, c("paperNothing")) : h("ul", { class: "paper-changes" }, changes.map((change) => h("li", {}, h("strong", {}, change.sentence), change.effect === false && ` ${c("noEffect", { title: step.title })}${change.because || ""}`))),
    rowRemarks(desk, named(desk) ? "names" : "numbers").map((remark) => h("p", {}, remark)),
    lost > 0 && h("p", {}, c("paperLost", { count: lost })),
    variant.rules.problems.length > 0 && h("p", {}, c("paperFaulty", { count: faulty })),
    carried.length > 0 && h("ul", {}, carried.map((words) => h("li", {}, words))),
  ];
}

/** @param {Desk} desk */
function budgetOf(desk) {
  const { variant, step, manner } = desk;
  const { totalled, budgetBefore, budgetAfter } = variant.compared;
  // The pool of a team is what its few members share.
  const pools = variant.compared.pools.filter(({ row }) => !manner.board || row === null);
  if (isTooSmall(desk)) return h("p", {}, c("boardTooSmall", { least: manner.least }));
  if (!totalled && pools.length === 0) return null;
  const line = (/** @type {string} */ title, /** @type {Amount[]} */ amounts, /** @type {string} */ change) => h("tr", {}, h("th", { scope: "row" }, title), amounts.map((amount) => h("td", { class: "number" }, shown(amount))), h("td", { class: "number" }, change));
  return [
    h("h2", {}, c("paperBudget")),
    h(
      "table",
      {},
      h("thead", {}, h("tr", {}, h("td", {}), [c("today"), c("proposal"), c("difference")].map((word) => h("th", { scope: "col", class: "number" }, word)))),
      h(
        "tbody",
        {},
        totalled && line(`${step.title} · ${c("total")}${step.unit ? ` (${step.unit})` : ""}`, [budgetBefore, budgetAfter], totalChange(variant.compared)),
        pools.slice(0, POOLS).flatMap(({ title, row, before, after }) => {
          const name = row ? `${title} · ${row}` : title;
          return [line(`${name} · ${t("pool")}`, [before && before.pool, after && after.pool], ""), line(`${name} · ${t("leftOver")}`, [before && before.left, after && after.left], ""), line(`${name} · ${c("residual")}`, [before && before.residual, after && after.residual], "")];
        }),
      ),
    ),
    pools.length > POOLS && h("p", {}, t("andMore", { count: pools.length - POOLS })),
  ];
}

/** The most pools that a paper lists. */
const POOLS = 8;

/** @param {Desk} desk */
function groupsOf(desk) {
  const by = groupings(desk).find(({ id }) => id === desk.plan.by);
  const table = by && groupsTable(desk);
  return table ? [h("h2", {}, `${c("groups")} · ${by.title}`), table] : null;
}

/** @param {Desk} desk */
function gainsOf(desk) {
  const { compared } = desk.variant;
  const [gains, losses, unchanged] = movedCounts(desk, compared);
  if (isTooSmall(desk)) return null;
  if (!isKnown(compared)) return [h("h2", {}, c("picture")), h("p", {}, c("noFigures")), unknownCount(compared) > 0 && h("p", {}, c("paperUnknown", { count: unknownCount(compared) }))];
  if (compared.moves.length > 0) {
    const [changed, still] = talliedWords(desk, compared);
    return [
      h("h2", {}, c("picture")),
      h("p", {}, c("paperChanged", { changed, unchanged: still })),
      unknownCount(compared) > 0 && h("p", {}, c("paperUnknown", { count: unknownCount(compared) })),
      movesOf(desk),
      !desk.manner.board && [h("h2", {}, c("paperWhoChanged")), movedTable(desk, named(desk))],
    ];
  }
  const most = (/** @type {ComparedRow | null} */ row) => (row ? `${named(desk) ? `${row.name} ` : ""}${changeWords(row.difference || undefined, row.percent)}` : c("nobody"));
  const line = (/** @type {string} */ title, /** @type {string} */ before, /** @type {string} */ after) => h("tr", {}, h("th", { scope: "row" }, title), h("td", { class: "number" }, before), h("td", { class: "number" }, after));
  const { spreadBefore, spreadAfter } = compared;
  return [
    h("h2", {}, c("picture")),
    h("p", {}, desk.manner.board ? c("paperMoved", { gains, losses, unchanged }) : c("paperGains", { gains, losses, unchanged, gain: most(compared.largestGain), loss: most(compared.largestLoss) })),
    named(desk) && stripOf(desk),
    unknownCount(compared) > 0 && h("p", {}, c("paperUnknown", { count: unknownCount(compared) })),
    bandsOf(desk, "counted"),
    h("table", {}, h("thead", {}, h("tr", {}, h("td", {}), h("th", { scope: "col", class: "number" }, c("today")), h("th", { scope: "col", class: "number" }, c("proposal")))), h("tbody", {}, line(c("gini"), spreadBefore.gini || "—", spreadAfter.gini || "—"), line(c("ratio"), spreadBefore.ratio || "—", spreadAfter.ratio || "—"))),
  ];
}

/** The limits, and everybody beyond one of them. @param {Desk} desk */
function limitsOf(desk) {
  const { variant, manner } = desk;
  const people = named(desk);
  // How many a limit fails for is told on a board only where they are many.
  const failures = (/** @type {number} */ count) => (manner.board && count < manner.least ? "" : c("failsCount", { count }));
  const { guards } = variant.summary;
  // A limit is of numbers.
  const limits = isNumber(desk) ? variant.limits : [];
  if (limits.length === 0 && guards.length === 0) return null;
  const said = limits.map(({ entry, result, problem }) => {
    const verdict = problem || (result ? verdictWords(result.holds) : "—");
    const whom = result && people ? failedFor(result) : result && result.first ? failures(result.failures) : "";
    return h("li", {}, `${limitWords(desk, entry)}${t("colon")}`, h("strong", {}, verdict), whom);
  });
  const checked = guards.map(({ id, title, holds, first, failures: count }) => h("li", {}, `${title}${t("colon")}`, h("strong", {}, verdictWords(holds)), holds === false && first && (people ? t("guardFirst", { first, failures: count }) : failures(count)), todayToo(desk, { id, holds })));
  // What no single person is beyond: a total, and what the scheme itself demands.
  const broken = [...limits.flatMap(({ entry, result }) => (result && result.holds === false && !result.first ? [limitWords(desk, entry)] : [])), ...guards.flatMap((guard) => (guard.holds === false ? [`${guard.title}${todayToo(desk, guard)}`] : []))];
  const isOpen = limits.some(({ result, problem }) => problem || (result && result.holds === null)) || guards.some(({ holds }) => holds === null);
  const beyond = [...new Set(limits.flatMap(({ result }) => (result && result.first ? result.rows : [])))].sort((one, other) => one - other);
  const rows = beyond.map((at) => variant.comparison.rows("position", at, 1, language())[0]).filter(Boolean);
  const cells = (/** @type {ComparedRow} */ { before, after, difference, percent }) => [before ? before.shown : "—", after ? after.shown : "—", difference ? difference.shown : "—", percent === null ? "—" : `${signed(percent)}%`];
  if (manner.board || (limits.length === 0 && broken.length === 0)) return [h("h2", {}, c("limits")), h("ul", {}, said, checked)];
  return [
    h("h2", {}, c("limits")),
    h("ul", {}, said, checked),
    h("h2", {}, c("paperBeyond", { count: rows.length + broken.length })),
    broken.length > 0 && h("ul", {}, broken.map((words) => h("li", {}, words))),
    rows.length === 0
      ? broken.length === 0 && h("p", {}, isOpen ? verdictWords(null) : c("nobody"))
      : h(
          "table",
          {},
          h("thead", {}, h("tr", {}, h("th", { scope: "col" }, people ? c("name") : c("number")), [c("today"), c("proposal"), c("difference"), c("percent")].map((word) => h("th", { scope: "col", class: "number" }, word)))),
          h("tbody", {}, rows.map((row, at) => h("tr", {}, h("th", { scope: "row" }, people ? row.name : String(at + 1)), cells(row).map((text) => h("td", { class: "number" }, text))))),
        ),
  ];
}

/** The readings in force in the proposal. @param {Desk} desk */
function readingsOf({ store, proposal, variant }) {
  const { choices } = variant.description;
  if (choices.length === 0) return null;
  const items = choices.map((choice) => {
    const changed = proposal.changes[`choices.${choice.id}`];
    const id = changed || store.facts.choices[choice.id] || choice.default;
    const chosen = choice.options.find((option) => option.id === id);
    return h("li", {}, `${choice.title}${t("colon")}`, h("strong", {}, chosen ? chosen.title : t("notChosen")), chosen && chosen.note && h("span", { class: "paper-note" }, chosen.note));
  });
  return [h("h2", {}, c("readings")), h("ul", {}, items)];
}

/** What the figures rest on: whose entries, of which day, and what is taken to stay as it is. @param {Desk} desk */
function assumptionsOf({ store, manner }) {
  const { description, facts } = store;
  const lists = description.rosters.map(({ id, title }) => ({ title, count: (facts.rosters[id] || []).length })).filter(({ count }) => count > 0);
  const amounts = description.inputs.filter(({ kind, per }) => kind === "quantity" && !per).flatMap(({ id, title, unit, value }) => {
    const entered = textOf(facts.inputs[id], undefined) || value;
    return entered ? [c("assumedValue", { title, value: `${readable(entered)} ${unit || ""}`.trim() })] : [];
  });
  const own = [...description.parameters.filter(({ id }) => id in facts.parameters), ...description.tables.filter(({ id }) => id in facts.tables)].map(({ title }) => title);
  const said = [
    lists.length > 0 && c("assumedLists", { lists: lists.map(({ title, count }) => c("assumedList", { title, count })).join(t("listComma")) }),
    amounts.length > 0 && !manner.board && c("assumedAmounts", { amounts: amounts.slice(0, AMOUNTS).join(t("listComma")) }),
    facts.on && c("assumedDay", { day: facts.on }),
    own.length > 0 && c("assumedOwn", { titles: own.join(t("listComma")) }),
    c("assumedSame"),
  ];
  return [h("h2", {}, c("assumptions")), h("ul", {}, said.map((words) => words && h("li", {}, words)))];
}

/** The most amounts of the period that a paper lists. */
const AMOUNTS = 8;

/** The most problems that a paper lists. */
const PROBLEMS = 12;

/** What keeps figures from being known. @param {Desk} desk */
function problemsOf({ variant }) {
  const found = [...new Set([...variant.compared.problems, ...variant.summary.problems].map(({ message }) => message))];
  if (found.length === 0) return null;
  return [h("h2", {}, t("problems", { count: found.length })), h("ul", {}, found.slice(0, PROBLEMS).map((message) => h("li", {}, message))), found.length > PROBLEMS && h("p", {}, t("andMore", { count: found.length - PROBLEMS }))];
}

/** What a part of a receipt is called. @param {import("./receipt.js").Part} part */
export function partWord(part) {
  const words = { engine: c("receiptEngine"), day: c("receiptDay"), step: c("receiptStep"), scheme: c("receiptScheme"), proposed: c("receiptProposed"), facts: c("receiptFacts"), proposal: c("receiptProposal"), plan: c("receiptPlan"), figures: c("receiptFigures"), months: c("receiptMonths") };
  return words[part];
}

/** @param {import("./receipt.js").Part} part @param {string} text */
export function partText(part, text) {
  return part === "engine" || part === "day" || part === "step" ? text : inFours(text);
}

/** @param {Receipt} receipt @param {string} stepTitle */
function receiptPart(receipt, stepTitle) {
  return h(
    "section",
    { class: "paper-receipt" },
    h("h2", {}, c("receipt")),
    h("p", { class: "paper-code" }, codeOf(receipt)),
    h("dl", {}, PARTS.filter((part) => receipt[part] !== "").map((part) => h("div", {}, h("dt", {}, partWord(part)), h("dd", {}, part === "step" ? stepTitle : partText(part, receipt[part]))))),
    receipt.scheme === receipt.proposed && h("p", {}, c("receiptSameScheme")),
    h("p", {}, c("receiptHow")),
  );
}

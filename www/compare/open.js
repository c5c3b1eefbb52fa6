// Opening the desk of a scheme: today's facts, the plan that was kept, and keeping what is changed in it.
import { version } from "../engine.js";
import { keep, keepNow, kept } from "../keep.js";
import { savedText } from "../saved.js";
import { Desk } from "./desk.js";
import { today } from "./paper.js";
import { MOST, NOTHING, completePlan, emptyPlan, isUnchanged } from "./plan.js";
import { codeOf, receiptOf } from "./receipt.js";
import { completeTried, groundOf, triedOver } from "./tried.js";
import { c } from "./words.js";

/**
 * @typedef {import("../session.js").Session} Session
 * @typedef {import("../engine.js").Description} Description
 * @typedef {import("../engine.js").StepForm} StepForm
 */

/** How long nothing must change before the plan is written, in milliseconds. */
const REST = 150;

/**
 * The steps whose figures can be compared: those that the results of a list show, or of the whole scheme where there
 * are no lists.
 *
 * @param {Description} description
 * @returns {StepForm[]}
 */
export function comparable({ outputs, rosters, steps }) {
  const rank = (/** @type {string | null} */ of) => (of === null ? 2 : rosters.some(({ id }) => id === of) ? 0 : 1);
  const ids = outputs.slice().sort((one, other) => rank(one.of) - rank(other.of)).flatMap((output) => output.steps);
  return ids.flatMap((id) => steps.find((step) => step.id === id) || []);
}

/** Money, in the words of every language. */
const MONEY = ["元", "yuan"];

/**
 * The step that a comparison begins with: the last pay that rows of a roster have, or else the last result of the first
 * roster.
 *
 * @param {Description} description
 */
function firstStep(description) {
  const all = comparable(description);
  const lists = description.rosters.map(({ id }) => id);
  const rows = all.filter(({ each }) => each !== null && lists.includes(each));
  const last = (/** @type {StepForm[]} */ steps) => steps[steps.length - 1];
  const pays = rows.filter(({ unit, totalled }) => totalled && unit !== null && MONEY.includes(unit));
  const found = last(pays) || last(rows.filter(({ each }) => each === rows[0].each)) || all[0] || description.steps[0];
  return found.id;
}

/**
 * The desk with the plan that was kept on this computer.
 *
 * @param {Session} session
 * @returns {Promise<Desk>}
 */
export async function openDesk(session) {
  return deskWith(session, keptPlan(await kept(keyOf(session))));
}

/**
 * The desk with the plan of a file.
 *
 * @param {Session} session
 * @param {{ plan: unknown, tried: unknown }} saved
 */
export function openSaved(session, { plan, tried }) {
  const desk = deskWith(session, completePlan(plan));
  const months = completeTried(tried);
  desk.replayed = months && { tried: months, ground: groundOf(desk) };
  return desk;
}

/** @param {Session} session @param {import("./plan.js").Plan | null} known */
function deskWith(session, known) {
  const { description } = session.store;
  const plan = known || emptyPlan(firstStep(description), c("proposalNumber", { number: 1 }));
  const isThere = comparable(description).some(({ id }) => id === plan.step);
  return new Desk(session, isThere ? plan : { ...plan, step: firstStep(description) });
}

/**
 * The file that carries everything: today's facts, the proposals, their limits, and the receipt of what they give.
 *
 * @param {Desk} desk
 */
export function decisionText(desk) {
  const { store, plan, session } = desk;
  const { own } = session;
  const saved = JSON.parse(savedText(store.facts, own));
  const facts = own ? saved : { format: saved.format, facts: saved };
  const receipt = receiptOf(desk, version(), today());
  const tried = triedOver(desk);
  return `${JSON.stringify({ ...facts, plan, ...(tried && { tried }), receipt: { ...receipt, code: codeOf(receipt) } }, null, 1)}\n`;
}

/**
 * Puts the changes that a link carries beside the proposals: in the place of the one that is shown where there is no
 * room, or where it changes nothing.
 *
 * @param {Desk} desk
 * @param {Partial<import("./plan.js").Proposal>} carried
 */
export function addSent(desk, carried) {
  const { plan, proposal } = desk;
  const names = plan.proposals.map(({ name }) => name);
  let number = 1;
  const nameOf = () => (number === 1 ? c("proposalSent") : c("proposalSentAgain", { number }));
  while (names.includes(nameOf())) number += 1;
  const sent = { name: nameOf(), note: "", ...NOTHING, ...carried };
  const instead = plan.proposals.length >= MOST || (isUnchanged(proposal));
  const proposals = instead ? plan.proposals.map((one, at) => (at === plan.shown ? sent : one)) : [...plan.proposals, sent];
  desk.put({ ...plan, proposals, shown: instead ? plan.shown : plan.proposals.length }, c("proposalSent"));
}

/** Where the months of a scheme are kept. @param {Session} session */
export function monthsKey({ key }) {
  return key.replace("case:", "months:");
}

/** @param {Session} session */
function keyOf({ key }) {
  return key.replace("case:", "plan:");
}

/** @param {string | null} text */
function keptPlan(text) {
  try {
    return text === null ? null : completePlan(JSON.parse(text));
  } catch {
    return null;
  }
}

/**
 * Writes the plan a moment after every change.
 *
 * @param {Desk} desk
 * @param {(failed: boolean) => void} told
 * @returns {() => void} writes at once what is not written yet
 */
export function keepPlan(desk, told) {
  const key = keyOf(desk.session);
  let written = desk.plan;
  let timer = 0;
  function write() {
    timer = 0;
    written = desk.plan;
    keep(key, JSON.stringify(written)).then(
      () => told(false),
      () => told(true),
    );
  }
  desk.listen(() => {
    if (timer === 0) timer = setTimeout(write, REST);
  });
  return () => {
    clearTimeout(timer);
    timer = 0;
    if (desk.plan === written) return;
    written = desk.plan;
    keepNow(key, JSON.stringify(written));
  };
}

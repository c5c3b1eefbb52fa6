// The desk that proposals are worked out on: the plan, what the engine says of each proposal, and the way back and forth.
import { fingerprint, readScheme } from "../engine.js";
import { language } from "../language.js";
import { LEAST } from "./board.js";
import { withEdges } from "./cells.js";
import { limitResults } from "./limits.js";
import { proposedFacts } from "./rows.js";
import { countIn } from "./words.js";

/**
 * @typedef {import("../store.js").Store} Store
 * @typedef {import("../session.js").Session} Session
 * @typedef {import("../engine.js").Opened} Opened
 * @typedef {import("../engine.js").Comparison} Comparison
 * @typedef {import("../engine.js").Compared} Compared
 * @typedef {import("../engine.js").Summary} Summary
 * @typedef {import("../engine.js").Description} Description
 * @typedef {import("./plan.js").Plan} Plan
 * @typedef {import("./plan.js").Proposal} Proposal
 * @typedef {import("./plan.js").SchemeFile} SchemeFile
 * @typedef {import("../engine.js").StepParts} StepParts
 * @typedef {import("../engine.js").RevisionProblem} RevisionProblem
 *
 * @typedef {object} Variant a proposal with what the engine says of it
 * @property {Proposal} proposal that it was worked out with
 * @property {Description} description of the scheme that counts, but for its formulas
 * @property {Rules} rules
 * @property {string} step the step that was compared
 * @property {Opened} opened
 * @property {string[]} lost paths of changes that today's facts have no cell for any more
 * @property {Summary} summary
 * @property {Comparison} comparison
 * @property {Compared} compared
 * @property {import("./plan.js").LimitEntry[]} asked the limits that were asked for
 * @property {import("./limits.js").Checked[]} limits what the engine says of them
 *
 * @typedef {object} Rules by which a proposal is calculated
 * @property {string | null} text of the scheme with the formulas of the proposal; null where it has none that count
 * @property {string} fingerprint of the scheme
 * @property {Record<string, string>} written the formulas that count
 * @property {RevisionProblem[]} problems what is wrong with the others
 * @property {string[]} lost paths of formulas that the scheme has no place for
 *
 * @typedef {object} Manner how results are shown and printed
 * @property {"names" | "numbers"} people whether people are named, or only numbered
 * @property {boolean} board whether only what a notice board may show
 * @property {number} least groups with fewer rows are not told there
 *
 * @typedef {{ plan: Plan, name: string, key: string | null }} Step
 */

const DEPTH = 200;

export class Desk {
  /**
   * @param {Session} session with today's facts
   * @param {Plan} plan
   */
  constructor(session, plan) {
    this.session = session;
    this.plan = plan;
    /** @type {Step[]} */
    this.past = [];
    /** @type {Step[]} */
    this.future = [];
    /** @type {(() => void)[]} */
    this.listeners = [];
    /** @type {Variant[]} */
    this.variants = [];
    /** @type {{ scheme: SchemeFile | null, language: string, parts: StepParts[] } | null} */
    this.known = null;
    /** The months that the proposals were tried over. @type {import("./tried.js").Replayed | null} */
    this.replayed = null;
    /** @type {Manner} */
    this.manner = { people: "names", board: false, least: LEAST };
    this.work();
  }

  /** @returns {Store} */
  get store() {
    return this.session.store;
  }

  /** The proposal that is shown. */
  get proposal() {
    return this.plan.proposals[this.plan.shown];
  }

  /** What the engine says of it. */
  get variant() {
    return this.variants[this.plan.shown];
  }

  /** The form of the step that is compared. */
  get step() {
    const { steps } = this.store.description;
    return steps.find(({ id }) => id === this.plan.step) || steps[0];
  }

  /** @param {() => void} listener */
  listen(listener) {
    this.listeners.push(listener);
  }

  /**
   * Puts another plan in place.
   *
   * @param {Plan} plan
   * @param {string} name what that did, in words; empty where it is no step to take back
   * @param {string | null} [key] changes in a row with the same key are one step
   */
  put(plan, name, key = null) {
    if (name) {
      this.future = [];
      const last = this.past[this.past.length - 1];
      if (last && key !== null && last.key === key) last.name = name;
      else this.past.push({ plan: this.plan, name, key });
      if (this.past.length > DEPTH) this.past.shift();
    }
    this.plan = plan;
    this.changed();
  }

  /** Shows the same in another manner. @param {Partial<Manner>} manner */
  show(manner) {
    this.manner = { ...this.manner, ...manner };
    for (const listener of this.listeners) listener();
  }

  /** Ends a run of changes: the next one is a step of its own. */
  pause() {
    const last = this.past[this.past.length - 1];
    if (last) last.key = null;
  }

  /** Takes the last change back. @returns {string | null} its name */
  undo() {
    return this.go(this.past, this.future);
  }

  /** Makes the last change that was taken back again. @returns {string | null} its name */
  redo() {
    return this.go(this.future, this.past);
  }

  /** @param {Step[]} from @param {Step[]} to */
  go(from, to) {
    const step = from.pop();
    if (!step) return null;
    to.push({ plan: this.plan, name: step.name, key: null });
    this.plan = step.plan;
    this.changed();
    return step.name;
  }

  changed() {
    this.work();
    for (const listener of this.listeners) listener();
  }

  /** Says everything again in the language of the page. */
  translate() {
    this.store.translate();
    this.clear();
    this.work();
  }

  /** Gives the memory of the engine back. */
  close() {
    this.clear();
    this.listeners = [];
    this.store.close();
  }

  clear() {
    for (const { opened, comparison } of this.variants) {
      comparison.free();
      opened.free();
    }
    this.variants = [];
  }

  /** Works every proposal out that is another than before. */
  work() {
    const { plan } = this;
    const roster = this.store.description.rosters.find(({ id }) => id === this.step.each);
    countIn((roster && roster.unit) || "");
    for (const { opened, comparison } of this.variants.slice(plan.proposals.length)) {
      comparison.free();
      opened.free();
    }
    this.variants = plan.proposals.map((proposal, at) => {
      const there = this.variants[at];
      const known = there && sameEntries(there.proposal.changes, proposal.changes) && there.step === plan.step && sameRules(there.proposal, proposal);
      if (known && there.asked === plan.limits) return there;
      const variant = known ? there : this.workedOut(proposal, there);
      return { ...variant, asked: plan.limits, limits: limitResults(variant, plan.limits) };
    });
  }

  /**
   * @param {Proposal} proposal
   * @param {Variant | undefined} there the same proposal before
   * @returns {Variant}
   */
  workedOut(proposal, there) {
    const { changes } = proposal;
    const same = there && sameRules(there.proposal, proposal) ? there : undefined;
    const more = same && same.lost.length === 0 && Object.keys(same.proposal.changes).every((path) => path in changes) ? same : undefined;
    const { opened, description, rules } = more || this.openedIn(proposal);
    const lost = entered(opened, withEdges(proposal, this.store), more ? withEdges(more.proposal, this.store) : {});
    if (there) there.comparison.free();
    if (there && !more) there.opened.free();
    const summary = opened.evaluate(language());
    const comparison = this.store.opened.compare(opened, this.plan.step);
    const compared = comparison.summary(undefined, language());
    return { proposal, description, rules, step: this.plan.step, opened, lost, summary, comparison, compared, asked: [], limits: [] };
  }

  /**
   * Today's facts in the rules of a proposal: today's or another file's, with its rows and formulas.
   *
   * @param {Proposal} proposal
   * @returns {Pick<Variant, "opened" | "description" | "rules">}
   */
  openedIn({ scheme, rows, formulas }) {
    const facts = proposedFacts(this.store, rows);
    const other = scheme && readScheme(scheme.text, {}).scheme();
    let description = this.store.description;
    /** @type {Opened} */
    let opened;
    if (other) {
      description = other.describe(language());
      opened = other.open(JSON.stringify({ ...facts, scheme: description.id }));
      other.free();
    } else opened = facts === this.store.facts ? this.store.opened.copy() : this.store.scheme.open(JSON.stringify(facts));
    const written = rewritten(opened, formulas);
    return { opened: written.opened, description, rules: { ...written.rules, fingerprint: written.rules.text === null ? description.fingerprint : fingerprint(written.rules.text) } };
  }

  /** The parts of the steps of the rules that a proposal begins with, as they are written there. @param {Proposal} proposal @returns {StepParts[]} */
  partsOf({ scheme }) {
    const known = this.known;
    if (known && known.scheme === scheme && known.language === language()) return known.parts;
    const { opened } = this.openedIn({ ...this.plan.proposals[0], scheme, rows: {}, formulas: {} });
    const parts = opened.parts(language());
    opened.free();
    this.known = { scheme, language: language(), parts };
    return parts;
  }
}

/**
 * The facts in a scheme with other formulas. A text that is wrong does not count, and neither does one that another
 * part of the scheme cannot live with.
 *
 * @param {Opened} opened given away
 * @param {Record<string, string>} formulas
 * @returns {{ opened: Opened, rules: Omit<Rules, "fingerprint"> }}
 */
function rewritten(opened, formulas) {
  /** @type {RevisionProblem[]} */
  const problems = [];
  /** @type {string[]} */
  const lost = [];
  let left = { ...formulas };
  while (Object.keys(left).length > 0) {
    const revision = opened.revised(JSON.stringify(left));
    const wrong = revision.problems(language());
    const next = revision.opened();
    const text = revision.text();
    const gone = revision.lost();
    revision.free();
    lost.push(...gone);
    for (const path of gone) delete left[path];
    if (next && Object.keys(left).length === 0) next.free();
    else if (next) {
      opened.free();
      return { opened: next, rules: { text, problems, lost, written: left } };
    }
    problems.push(...wrong);
    const faulty = wrong.map(({ part }) => part).filter(Boolean);
    left = Object.fromEntries(Object.entries(left).filter(([path]) => faulty.length > 0 && !faulty.includes(path)));
  }
  return { opened, rules: { text: null, problems, lost, written: {} } };
}

/** Whether two proposals calculate by the same rules, but for values. @param {Proposal} one @param {Proposal} other */
function sameRules(one, other) {
  return one.scheme === other.scheme && one.rows === other.rows && sameEntries(one.formulas, other.formulas);
}

/**
 * Enters what is new among the changes.
 *
 * @param {Opened} opened
 * @param {Record<string, string>} changes
 * @param {Record<string, string>} before those that are in it already
 * @returns {string[]} paths that there is no cell for
 */
function entered(opened, changes, before) {
  /** @type {string[]} */
  const lost = [];
  for (const [path, text] of Object.entries(changes)) {
    if (before[path] === text) continue;
    try {
      opened.set(path, text);
    } catch {
      // Today's facts were changed since, or the other scheme has no such value.
      lost.push(path);
    }
  }
  return lost;
}

/** @param {Record<string, string>} one @param {Record<string, string>} other */
function sameEntries(one, other) {
  const keys = Object.keys(one);
  return one === other || (keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]));
}

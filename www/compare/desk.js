// The desk that proposals are worked out on: the plan, what the engine says of each proposal, and the way back and forth.
import { readScheme } from "../engine.js";
import { language } from "../language.js";
import { limitResults } from "./limits.js";

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
 *
 * @typedef {object} Variant a proposal with what the engine says of it
 * @property {Record<string, string>} changes those that it was worked out with
 * @property {SchemeFile | null} scheme another scheme file
 * @property {Description} description of the scheme that counts
 * @property {string} step the step that was compared
 * @property {Opened} opened
 * @property {string[]} lost paths of changes that today's facts have no cell for any more
 * @property {Summary} summary
 * @property {Comparison} comparison
 * @property {Compared} compared
 * @property {import("./limits.js").Checked[]} limits
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
    for (const { opened, comparison } of this.variants.slice(plan.proposals.length)) {
      comparison.free();
      opened.free();
    }
    this.variants = plan.proposals.map((proposal, at) => {
      const there = this.variants[at];
      const known = there && sameEntries(there.changes, proposal.changes) && there.step === plan.step && there.scheme === proposal.scheme;
      const variant = known ? there : this.workedOut(proposal, there);
      return { ...variant, limits: limitResults(variant, plan.limits) };
    });
  }

  /**
   * @param {Proposal} proposal
   * @param {Variant | undefined} there the same proposal before
   * @returns {Variant}
   */
  workedOut({ changes, scheme }, there) {
    const same = there && there.scheme === scheme ? there : undefined;
    const more = same && same.lost.length === 0 && Object.keys(same.changes).every((path) => path in changes) ? same : undefined;
    const [opened, description] = more ? [more.opened, more.description] : this.openedIn(scheme);
    const lost = entered(opened, changes, more ? more.changes : {});
    if (there) there.comparison.free();
    if (there && !more) there.opened.free();
    const summary = opened.evaluate(language());
    const comparison = this.store.opened.compare(opened, this.plan.step);
    const compared = comparison.summary(undefined, language());
    return { changes, scheme, description, step: this.plan.step, opened, lost, summary, comparison, compared, limits: [] };
  }

  /**
   * Today's facts in today's scheme, or in another one.
   *
   * @param {SchemeFile | null} file
   * @returns {[Opened, Description]}
   */
  openedIn(file) {
    const other = file && readScheme(file.text, {}).scheme();
    if (!other) return [this.store.opened.copy(), this.store.description];
    const description = other.describe(language());
    const opened = other.open(JSON.stringify({ ...this.store.facts, scheme: description.id }));
    other.free();
    return [opened, description];
  }
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

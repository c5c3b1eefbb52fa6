// The case that is being worked on: what is entered, what the engine says to it, and the way back and forth.
import { language } from "./language.js";
import { pathOf, textAt, withText } from "./case.js";

/**
 * @typedef {import("./case.js").Case} Case
 * @typedef {import("./case.js").Place} Place
 * @typedef {import("./engine.js").Scheme} Scheme
 * @typedef {import("./engine.js").Opened} Opened
 * @typedef {import("./engine.js").Description} Description
 * @typedef {import("./engine.js").Summary} Summary
 * @typedef {import("./engine.js").ProblemText} ProblemText
 *
 * @typedef {object} Step a change that can be taken back
 * @property {Case} facts what was entered before it
 * @property {string} name what it did, in words
 * @property {string | null} key changes in a row with the same key are one step
 */

/** How many changes can be taken back. */
const DEPTH = 200;

export class Store {
  /**
   * @param {Scheme} scheme
   * @param {Case} facts
   */
  constructor(scheme, facts) {
    this.scheme = scheme;
    /** @type {Case} */
    this.facts = facts;
    /** @type {Step[]} */
    this.past = [];
    /** @type {Step[]} */
    this.future = [];
    /** @type {(() => void)[]} */
    this.listeners = [];
    /** @type {Description} */
    this.description = scheme.describe(language());
    /** @type {Opened} */
    this.opened = scheme.open(JSON.stringify(facts));
    /** @type {Map<string, ProblemText[]>} */
    this.problems = new Map();
    /** @type {Summary} */
    this.summary = this.evaluated();
  }

  /** Calls back after every change, when the results are there. @param {() => void} listener */
  listen(listener) {
    this.listeners.push(listener);
  }

  /**
   * Enters a text at a place.
   *
   * @param {Place} place
   * @param {string} text
   * @param {(before: string | null) => string} named what the change is called, from the text there was before it
   */
  enter(place, text, named) {
    const path = pathOf(place, this.facts);
    const known = place.part !== "tables" || place.table.id in this.facts.tables;
    const facts = withText(this.facts, place, text);
    const rowIsNew = place.part === "rosters" && place.row >= (this.facts.rosters[place.list] || []).length;
    this.remember((before) => named(textAt(before, place)), path);
    this.facts = facts;
    // The engine takes one text in place; the first row of a list, or the hospital's first own row, needs all facts.
    if (known && !rowIsNew) this.opened.set(path, text);
    else this.reopen();
    this.changed();
  }

  /**
   * Puts another whole case in place.
   *
   * @param {Case} facts
   * @param {string} name
   */
  replace(facts, name) {
    this.remember(() => name, null);
    this.facts = facts;
    this.reopen();
    this.changed();
  }

  /** Ends a run of changes: the next one is a step of its own. */
  pause() {
    const last = this.past[this.past.length - 1];
    if (last) last.key = null;
  }

  /** The facts before the run of changes at a path; null where the last change is none of that run. @param {string} path */
  beforeRun(path) {
    const last = this.past[this.past.length - 1];
    return last && last.key === path ? last.facts : null;
  }

  /**
   * Lets the last change do more: it is taken back together with it.
   *
   * @param {Case} facts
   */
  extend(facts) {
    this.facts = facts;
    this.reopen();
    this.changed();
  }

  /** Takes the last change back. @returns {string | null} its name */
  undo() {
    return this.step(this.past, this.future);
  }

  /** Makes the last change that was taken back again. @returns {string | null} its name */
  redo() {
    return this.step(this.future, this.past);
  }

  /** Says everything again in the language of the page. */
  translate() {
    this.description = this.scheme.describe(language());
    this.reopen();
    this.summary = this.evaluated();
  }

  /** Gives the memory of the engine back. */
  close() {
    this.opened.free();
    this.scheme.free();
    this.listeners = [];
  }

  /**
   * @param {Step[]} from
   * @param {Step[]} to
   */
  step(from, to) {
    const step = from.pop();
    if (!step) return null;
    to.push({ facts: this.facts, name: step.name, key: null });
    this.facts = step.facts;
    this.reopen();
    this.changed();
    return step.name;
  }

  /**
   * @param {(before: Case) => string} named
   * @param {string | null} key
   */
  remember(named, key) {
    this.future = [];
    const last = this.past[this.past.length - 1];
    if (last && key !== null && last.key === key) last.name = named(last.facts);
    else this.past.push({ facts: this.facts, name: named(this.facts), key });
    if (this.past.length > DEPTH) this.past.shift();
  }

  reopen() {
    this.opened.free();
    this.opened = this.scheme.open(JSON.stringify(this.facts));
  }

  changed() {
    this.summary = this.evaluated();
    for (const listener of this.listeners) listener();
  }

  evaluated() {
    const summary = this.opened.evaluate(language());
    this.problems = new Map();
    for (const problem of summary.problems) {
      if (problem.path === null) continue;
      const there = this.problems.get(problem.path);
      if (there) there.push(problem);
      else this.problems.set(problem.path, [problem]);
    }
    return summary;
  }
}

// The months that proposals are tried over, and what came of it while the comparison is open.
import { language } from "../language.js";
import { rulesOf } from "../compare/handed.js";
import { boundsOf, OF } from "../compare/limits.js";
import { limitWords } from "../compare/limit-list.js";
import { groundOf } from "../compare/tried.js";
import { factsOf } from "./months.js";

/**
 * @typedef {import("../compare/desk.js").Desk} Desk
 * @typedef {import("../compare/jobs.js").ReplayJob} ReplayJob
 * @typedef {import("../compare/jobs.js").TriedMonth} TriedMonth
 * @typedef {import("../compare/jobs.js").Replayed} Replayed
 * @typedef {import("./months.js").Month} Month
 *
 * @typedef {object} Result
 * @property {string} of what it was worked out of
 * @property {string} ground the same, in any language and but for the months
 * @property {number} changes how often the months had been changed
 * @property {string[]} proposals their names
 * @property {string[]} limits in words
 * @property {Month[]} months in the order in which they were calculated
 * @property {TriedMonth[]} found for each of them that is done
 * @property {Replayed | null} whole when all are
 */

export class Replay {
  /** @param {Desk} desk */
  constructor(desk) {
    this.desk = desk;
    /** @type {Month[]} */
    this.months = [];
    /** @type {string[]} what in the files was no month */
    this.troubles = [];
    /** @type {Result | null} */
    this.result = null;
    /** Counts changes of what is in the months. */
    this.changes = 0;
    /** Whether the months that were kept stand among these. */
    this.isLoaded = false;
  }

  /** Tells the desk over which months its proposals were tried, with counts and totals. */
  tell() {
    const { desk, result } = this;
    // In another language it is the same.
    desk.replayed = result && result.whole && result.changes === this.changes ? { tried: triedIn(result), ground: result.ground } : null;
  }

  /** What a result is worked out of; another text, and it is no longer what the screen says. */
  get basis() {
    const { plan } = this.desk;
    const proposals = plan.proposals.map(({ name: _name, note: _note, ...rules }) => rules);
    return JSON.stringify([plan.step, proposals, plan.limits, this.changes, this.desk.store.past.length, language()]);
  }

  get isStale() {
    return this.result !== null && this.result.of !== this.basis;
  }

  /** @returns {ReplayJob} */
  job() {
    const { plan, variants, session, store } = this.desk;
    const limits = plan.limits.flatMap((entry) => {
      const { bounds, problem } = boundsOf(entry, { budgetBefore: null });
      const asks = entry.kind === "budget" || bounds.least !== undefined || bounds.most !== undefined;
      return problem || !asks ? [] : [{ of: OF[entry.kind], least: bounds.least ?? null, most: bounds.most ?? null, budget: entry.kind === "budget" }];
    });
    return {
      task: "replay",
      language: language(),
      scheme: session.texts,
      step: plan.step,
      months: this.months.map((month) => factsOf(store, month)),
      proposals: variants.map((variant) => rulesOf(this.desk, variant)),
      limits,
    };
  }

  /** Begins another result. */
  begin() {
    const { plan } = this.desk;
    const asked = plan.limits.filter((entry) => {
      const { bounds, problem } = boundsOf(entry, { budgetBefore: null });
      return !problem && (entry.kind === "budget" || bounds.least !== undefined || bounds.most !== undefined);
    });
    this.result = { of: this.basis, ground: groundOf(this.desk), changes: this.changes, proposals: plan.proposals.map(({ name }) => name), limits: asked.map((entry) => limitWords(this.desk, entry)), months: this.months.slice(), found: [], whole: null };
  }
}

/**
 * What a result amounts to, without a person.
 *
 * @param {Result} result all of whose months are done
 * @returns {import("../compare/tried.js").Tried}
 */
function triedIn({ months, found, whole }) {
  const wholes = whole ? whole.wholes : [];
  const value = (/** @type {{ value: string } | null} */ amount) => (amount ? amount.value : null);
  const isBroken = (/** @type {{ holds: boolean | null } | null} */ one) => one !== null && one.holds !== true;
  return {
    months: months.map(({ name }, at) => {
      const { tried } = found[at];
      return {
        name,
        rows: tried[0].month.rows,
        before: value(tried[0].month.before),
        changes: tried.map(({ month, limits, guards }) => {
          const isKnown = month.counted > 0;
          return { after: value(month.after), difference: isKnown ? value(month.difference) : null, gains: month.gains, losses: month.losses, moved: month.moved, broken: [...limits, ...guards].filter(isBroken).length };
        }),
      };
    }),
    whole: {
      name: "",
      rows: wholes.length > 0 ? wholes[0].people : 0,
      before: wholes.length > 0 ? value(wholes[0].before) : null,
      changes: wholes.map(({ after, difference, gains, losses }) => ({ after: value(after), difference: value(difference), gains, losses, moved: 0, broken: 0 })),
    },
  };
}

/** @type {WeakMap<Desk, Replay>} */
const replays = new WeakMap();

/** The replay of a desk. @param {Desk} desk @returns {Replay} */
export function replayOf(desk) {
  const known = replays.get(desk) || new Replay(desk);
  replays.set(desk, known);
  return known;
}

// Long work on a scheme with its facts, piece by piece: what a worker does, and the page itself where there is none.

/**
 * @typedef {import("../engine.js").Language} Language
 * @typedef {import("../pkg/jixiao.js").Opened} Opened
 * @typedef {import("../pkg/jixiao.js").Scheme} Scheme
 * @typedef {import("../pkg/jixiao.js").SensitivityRow} SensitivityRow
 * @typedef {import("../pkg/jixiao.js").CliffText} CliffText
 * @typedef {import("../pkg/jixiao.js").TierRow} TierRow
 * @typedef {import("../pkg/jixiao.js").SoughtText} SoughtText
 * @typedef {import("../pkg/jixiao.js").KeptText} KeptText
 * @typedef {import("../pkg/jixiao.js").ReplayedMonth} ReplayedMonth
 * @typedef {import("../pkg/jixiao.js").ReplayedNames} ReplayedNames
 * @typedef {import("../pkg/jixiao.js").ReplayedWhole} ReplayedWhole
 * @typedef {import("../pkg/jixiao.js").ProblemText} ProblemText
 * @typedef {import("../pkg/jixiao.js").LimitResult} LimitResult
 * @typedef {Pick<typeof import("../pkg/jixiao.js"), "Scheme" | "Replay">} Engine
 *
 * @typedef {{ text: string, translations: Record<string, string> }} SchemeTexts
 * @typedef {{ language: Language, scheme: SchemeTexts, facts: string }} About what is asked about: facts as JSON
 *
 * @typedef {About & { task: "sensitivity", measure: string }} SensitivityJob
 * @typedef {About & { task: "tiers", step: string, most: number }} TiersJob
 * @typedef {About & { task: "cliffs", step: string, work: string }} CliffsJob
 * @typedef {About & { task: "seek", path: string, measure: string, goal: string }} SeekJob
 *
 * @typedef {About & { task: "within", path: string, today: { scheme: SchemeTexts, facts: string }, step: string,
 *   limit: { of: "total" | "figure" | "change" | "percent", least: string | undefined, most: string | undefined } }} WithinJob
 *
 * @typedef {object} Rules by which a proposal calculates
 * @property {SchemeTexts | null} scheme where it is not today's
 * @property {string | null} rules what is entered beside rosters and inputs, as the JSON of facts, where that is another scheme or has other rows
 * @property {Record<string, string>} changes texts by their paths
 *
 * @typedef {object} AskedLimit a limit as the engine is asked for it
 * @property {"total" | "figure" | "change" | "percent"} of
 * @property {string | null} least
 * @property {string | null} most
 * @property {boolean} budget whether the most is today's total
 *
 * @typedef {{ task: "replay", language: Language, scheme: SchemeTexts, step: string, months: string[], proposals: Rules[],
 *   limits: AskedLimit[] }} ReplayJob months are facts as JSON
 *
 * @typedef {SensitivityJob | TiersJob | CliffsJob | SeekJob | WithinJob | ReplayJob} Job
 *
 * @typedef {object} Tried a proposal in one month
 * @property {ReplayedMonth} month
 * @property {(LimitResult | null)[]} limits
 * @property {{ title: string, holds: boolean | null, first: string | null, failures: number }[]} guards
 * @property {import("../pkg/jixiao.js").Pool[]} pools
 * @property {ProblemText[]} problems of the comparison and of the proposal that today does not have
 * @property {number} lost changes that the month has no place for
 *
 * @typedef {object} TriedMonth
 * @property {Tried[]} tried
 * @property {ReplayedNames | null} names
 * @property {ProblemText[]} problems of the month by today's rules
 * @property {import("../pkg/jixiao.js").Pool[]} pools by today's rules
 * @property {{ title: string, holds: boolean | null, first: string | null, failures: number }[]} guards by today's rules
 *
 * @typedef {object} Replayed what comes of a replay beside the months
 * @property {ReplayedWhole[]} wholes one for each proposal
 * @property {string} names of all people, one a line
 * @property {{ months: string, missing: string, before: string, after: string, difference: string, percent: string }[]} lines for each proposal
 * @property {Record<"position" | "difference" | "-difference" | "percent" | "-before", Uint32Array>[]} orders of people, for each proposal
 * @property {{ before: string, tried: { after: string, difference: string }[] }[]} months exact numbers of everybody, one a line
 *
 * @typedef {object} Piece
 * @property {number} done
 * @property {number} total
 * @property {any} found what this piece found; its form is that of the job
 */

/**
 * The work of a job, piece by piece.
 *
 * @param {Engine} engine
 * @param {Job} job
 * @returns {Generator<Piece, void, void>}
 */
export function* piecesOf(engine, job) {
  if (job.task === "replay") yield* replay(engine, job);
  else yield* asked(engine, job);
}

/** How many values, and how many rows of work, are tried in a piece. */
const VALUES = { sensitivity: 4, tiers: 1, cliffs: 20 };

/** @param {Engine} engine @param {Exclude<Job, ReplayJob>} job @returns {Generator<Piece, void, void>} */
function* asked(engine, job) {
  const scheme = read(engine, job.scheme);
  const opened = scheme.open(job.facts);
  scheme.free();
  try {
    if (job.task === "seek") {
      yield { done: 0, total: 1, found: null };
      const found = opened.seek(job.path, job.measure, job.goal, undefined, undefined, undefined, job.language);
      yield { done: 1, total: 1, found };
      return;
    }
    if (job.task === "within") {
      yield { done: 0, total: 1, found: null };
      yield { done: 1, total: 1, found: within(engine, opened, job) };
      return;
    }
    const count = VALUES[job.task];
    let from = 0;
    for (let total = 1; from < total; from += count) {
      const found = some(opened, job, from, count);
      total = found.total;
      yield { done: Math.min(from + count, total), total, found };
    }
  } finally {
    opened.free();
  }
}

/** @param {Opened} opened @param {SensitivityJob | TiersJob | CliffsJob} job @param {number} from @param {number} count */
function some(opened, job, from, count) {
  if (job.task === "sensitivity") return opened.sensitivity(job.measure, from, count, job.language);
  if (job.task === "tiers") return opened.tiers(job.step, job.most, from, count, job.language);
  return opened.cliffs(job.step, job.work, from, count, job.language);
}

/** @param {Engine} engine @param {Opened} opened @param {WithinJob} job @returns {KeptText | null} */
function within(engine, opened, { today, step, path, limit: { of, least, most }, language }) {
  const scheme = read(engine, today.scheme);
  const before = scheme.open(today.facts);
  scheme.free();
  const found = opened.within(before, step, path, of, least, most, language);
  before.free();
  return found;
}

/** @param {Engine} engine @param {SchemeTexts} texts @returns {Scheme} */
function read(engine, { text, translations }) {
  const reading = engine.Scheme.read(text, translations);
  const scheme = reading.scheme();
  reading.free();
  if (!scheme) throw new Error("the scheme cannot be read");
  return scheme;
}

/** @param {Engine} engine @param {ReplayJob} job @returns {Generator<Piece, void, void>} */
function* replay(engine, job) {
  const { months, proposals } = job;
  const scheme = read(engine, job.scheme);
  const others = proposals.map((rules) => rules.scheme && read(engine, rules.scheme));
  const replayed = new engine.Replay(proposals.length);
  const total = months.length * proposals.length;
  let done = 0;
  try {
    for (let at = 0; at < months.length; at += 1) {
      const today = scheme.open(months[at]);
      const summary = today.evaluate(job.language);
      const known = new Set(summary.problems.map(({ message }) => message));
      /** @type {Tried[]} */
      const tried = [];
      for (let proposal = 0; proposal < proposals.length; proposal += 1) {
        tried.push(inMonth(job, replayed, { today, facts: months[at], known, scheme: others[proposal] || scheme }, proposal));
        done += 1;
        if (proposal < proposals.length - 1) yield { done, total, found: null };
      }
      today.free();
      /** @type {TriedMonth} */
      const found = { tried, names: replayed.names(at), problems: summary.problems, pools: summary.pools, guards: summary.guards };
      yield { done, total, found: { month: found } };
    }
    yield { done, total, found: { whole: gathered(replayed, months.length, proposals.length) } };
  } finally {
    replayed.free();
    for (const other of others) if (other) other.free();
    scheme.free();
  }
}

/**
 * One proposal in one month.
 *
 * @param {ReplayJob} job
 * @param {import("../pkg/jixiao.js").Replay} replayed
 * @param {{ today: Opened, facts: string, known: Set<string>, scheme: Scheme }} month
 * @param {number} at of the proposal
 * @returns {Tried}
 */
function inMonth({ proposals, limits, language, step }, replayed, { today, facts, known, scheme }, at) {
  const { rules, changes } = proposals[at];
  const opened = rules === null ? today.copy() : scheme.open(JSON.stringify({ ...JSON.parse(facts), ...JSON.parse(rules) }));
  let lost = 0;
  for (const [path, text] of Object.entries(changes)) {
    try {
      opened.set(path, text);
    } catch {
      // The month has no such row, or the other scheme no such value.
      lost += 1;
    }
  }
  const summary = opened.evaluate(language);
  const comparison = today.compare(opened, step);
  const month = replayed.add(at, comparison);
  const budget = month.before ? month.before.value : undefined;
  const judged = limits.map(({ of, least, most, budget: isBudget }) => {
    const bound = isBudget ? budget : most || undefined;
    return least === null && bound === undefined ? null : comparison.limit(of, least || undefined, bound, language);
  });
  const problems = [...comparison.problems(language), ...summary.problems.filter(({ message }) => !known.has(message))];
  comparison.free();
  opened.free();
  return { month, limits: judged.map((one) => one && { ...one, rows: [] }), guards: summary.guards, pools: summary.pools, problems, lost };
}

/** @param {import("../pkg/jixiao.js").Replay} replayed @param {number} months @param {number} proposals @returns {Replayed} */
function gathered(replayed, months, proposals) {
  const each = Array.from({ length: proposals }, (_, at) => at);
  return {
    wholes: each.map((at) => replayed.summary(at)),
    names: proposals > 0 ? replayed.lines(0, "name") : "",
    lines: each.map((at) => ({
      months: replayed.lines(at, "months"),
      missing: replayed.lines(at, "missing"),
      before: replayed.lines(at, "before"),
      after: replayed.lines(at, "after"),
      difference: replayed.lines(at, "difference"),
      percent: replayed.lines(at, "percent"),
    })),
    orders: each.map((at) => ({
      position: replayed.order(at, "position"),
      difference: replayed.order(at, "difference"),
      "-difference": replayed.order(at, "-difference"),
      percent: replayed.order(at, "percent"),
      "-before": replayed.order(at, "-before"),
    })),
    months: Array.from({ length: months }, (_, month) => ({
      before: proposals > 0 ? replayed.monthLines(month, 0, "before") : "",
      tried: each.map((at) => ({ after: replayed.monthLines(month, at, "after"), difference: replayed.monthLines(month, at, "difference") })),
    })),
  };
}

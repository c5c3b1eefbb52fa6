// Flags, notices and problems: each said once, with the people it concerns and the way to its place.
import { h } from "../dom.js";
import { t } from "../language.js";
import { placeBefore } from "../place.js";

/**
 * @typedef {import("../store.js").Store} Store
 * @typedef {import("../engine.js").Notice} Notice
 * @typedef {import("../engine.js").ProblemText} ProblemText
 */

/** The most problems that are listed at once. */
const LISTED = 8;
/** The most names that are said before the rest is counted. */
const NAMED = 6;

/**
 * @param {Store} store
 * @param {(path: string) => void} goTo
 */
export function noticesView(store, goTo) {
  const { problems, notices } = store.summary;
  return [problems.length > 0 && problemsView(store, goTo), ...grouped(notices).map(noticeView)];
}

/**
 * @param {Store} store
 * @param {(path: string) => void} goTo
 */
function problemsView(store, goTo) {
  const { problems } = store.summary;
  const items = problems.map((problem) => problemItem(problem, placeBefore(store, problem.path, problem.message), goTo));
  const more = items.slice(LISTED);
  return h(
    "section",
    { class: "problems", "aria-label": t("problems", { count: problems.length }) },
    h("h3", {}, t("problems", { count: problems.length })),
    h("ul", {}, items.slice(0, LISTED)),
    more.length > 0 && h("details", {}, h("summary", {}, t("more", { count: more.length })), h("ul", {}, more)),
  );
}

/**
 * @param {ProblemText} problem
 * @param {string} place
 * @param {(path: string) => void} goTo
 */
function problemItem({ message, hint, path }, place, goTo) {
  const said = `${place}${place && t("colon")}${message}`;
  return h(
    "li",
    {},
    said,
    hint && h("span", { class: "hint" }, ` ${hint}`),
    path !== null && [" ", h("button", { type: "button", class: "link", "aria-label": `${t("goThere")}${t("colon")}${said}`, onclick: () => goTo(path) }, t("goThere"))],
  );
}

/** Notices that say the same of several people, together. @param {Notice[]} notices */
export function grouped(notices) {
  /** @type {Map<string, Notice[]>} */
  const groups = new Map();
  for (const notice of notices) {
    const key = `${notice.id}\n${notice.step}\n${notice.title}`;
    groups.set(key, [...(groups.get(key) || []), notice]);
  }
  return [...groups.values()];
}

/** The words of the levels. */
const LEVELS = /** @type {const} */ ({ notice: "levelNotice", warning: "levelWarning", committee: "levelCommittee", sanction: "levelSanction" });

/** @param {Notice[]} group */
export function noticeView(group) {
  const { level, code, title, note, clause } = group[0];
  const names = group.flatMap(({ name }) => (name === null ? [] : [name]));
  const said = names.slice(0, NAMED).join(t("listComma"));
  const word = level in LEVELS ? t(LEVELS[/** @type {keyof typeof LEVELS} */ (level)]) : level;
  return h(
    "section",
    { class: `flag level-${level}`, "aria-label": title },
    h("p", {}, h("span", { class: "badge" }, word), " ", h("strong", {}, title), code && h("span", { class: "code" }, ` ${code}`)),
    names.length > 0 && h("p", {}, names.length > NAMED ? t("andOthers", { names: said, count: names.length }) : said),
    note && h("p", { class: "hint" }, note),
    clause && h("p", { class: "hint" }, clause),
  );
}

// The columns of a roster as a sheet may name them: by title in any of the three languages, or by id.
import { rosterList } from "../grid/lists.js";
import { LANGUAGES } from "../language.js";

/**
 * @typedef {import("../store.js").Store} Store
 * @typedef {import("../engine.js").RosterForm} RosterForm
 * @typedef {import("../engine.js").Field} Field
 * @typedef {import("../grid/lists.js").ListColumn} ListColumn
 *
 * @typedef {object} Target a column of a roster that a sheet may fill
 * @property {ListColumn} column
 * @property {"name" | "quantity" | "truth" | "date" | "words" | "option"} kind
 * @property {boolean} percent
 * @property {string} title with what it belongs to
 * @property {Map<string, string> | null} options the values by their plain names; null where anything may stand
 * @property {Field | null} field
 *
 * @typedef {object} Targets
 * @property {Target[]} columns
 * @property {Map<string, number | null>} names which column a plain name is; null where it is several
 * @property {Set<string>} figures plain names of what the page calculates itself
 */

/** What people write over the names of a list, whatever the scheme calls it. */
const NAMES = ["姓名", "名稱", "名称", "name"];

/** A name without what people write differently: spaces, width, dots and capitals. @param {string} text */
export function plainName(text) {
  return text.normalize("NFKC").toLowerCase().replace(/[\s·・:,、*'"`_\-–—|/]+/g, "").replace(/^\ufeff/, "");
}

/** A heading without the unit behind it. @param {string} text */
function withoutUnit(text) {
  return text.normalize("NFKC").replace(/\s*[([][^()[\]]*[)\]]\s*$/, "");
}

/** @param {ListColumn} column */
export function titleOf({ group, title }) {
  return group ? `${group} · ${title}` : title;
}

/** @param {ListColumn} column */
export function headOf(column) {
  return `${titleOf(column)}${column.unit ? `（${column.unit}）` : ""}`;
}

/**
 * @param {Store} store
 * @param {RosterForm} roster
 * @returns {Targets}
 */
export function targetsOf(store, roster) {
  const own = rosterList(store, roster).columns;
  const entered = own.filter(({ entered: isEntered }) => isEntered);
  /** @type {ListColumn[][]} every language's columns, in the same order */
  const spoken = LANGUAGES.map(([tag]) => {
    const description = store.scheme.describe(tag);
    const form = description.rosters.find(({ id }) => id === roster.id) || roster;
    return rosterList(/** @type {Store} */ ({ description, facts: store.facts }), form).columns;
  });
  const columns = entered.map((column) => {
    const field = roster.columns.find(({ id }) => id === column.key) || null;
    return { column, field, kind: kindOf(column, field, roster), percent: column.unit === "%", title: titleOf(column), options: optionsOf(spoken, own.indexOf(column)) };
  });
  /** @type {Map<string, number | null>} */
  const names = new Map();
  const add = (/** @type {string} */ name, /** @type {number} */ at) => {
    const plain = plainName(name);
    if (plain === "") return;
    const known = names.get(plain);
    names.set(plain, known === undefined || known === at ? at : null);
  };
  entered.forEach((column, at) => {
    add(column.item === undefined ? column.key : `${column.key}.${column.item}`, at);
    for (const list of spoken) {
      const same = list[own.indexOf(column)];
      add(same.title, at);
      add(headOf({ ...same, group: "" }), at);
      if (same.group) {
        add(titleOf(same), at);
        add(headOf(same), at);
      }
    }
  });
  entered.forEach(({ item }, at) => {
    if (item !== undefined && !names.has(plainName(item))) add(item, at);
  });
  for (const name of NAMES) if (!names.has(plainName(name))) add(name, 0);
  const figures = own.flatMap(({ figure }, at) => (figure ? spoken.flatMap((list) => [plainName(list[at].title), plainName(headOf(list[at]))]) : []));
  return { columns, names, figures: new Set(figures) };
}

/**
 * @param {ListColumn} column
 * @param {Field | null} field
 * @param {RosterForm} roster
 * @returns {Target["kind"]}
 */
function kindOf(column, field, roster) {
  if (column.key === "name") return "name";
  if (!field) return column.key === roster.of ? "option" : "words";
  return field.kind === "row" ? "option" : field.kind;
}

/** @param {ListColumn[][]} spoken @param {number} at */
function optionsOf(spoken, at) {
  if (!spoken[0][at].options) return null;
  /** @type {Map<string, string>} */
  const options = new Map();
  for (const list of spoken) {
    for (const { value, title } of list[at].options || []) {
      for (const name of [title, value]) if (!options.has(plainName(name))) options.set(plainName(name), value);
    }
  }
  return options;
}

/**
 * The column that a heading names; -1 where it is none of the roster's, -2 where the page calculates it.
 *
 * @param {Targets} targets
 * @param {string} heading
 */
export function targetOf({ names, figures }, heading) {
  for (const name of [plainName(heading), plainName(withoutUnit(heading))]) {
    const found = names.get(name);
    if (typeof found === "number") return found;
    if (figures.has(name)) return -2;
  }
  return -1;
}

// What another scheme file has no place for: entries of today that a proposal cannot be calculated with.
import { textOf } from "../case.js";
import { t } from "../language.js";
import { c } from "./words.js";

/**
 * @typedef {import("./desk.js").Desk} Desk
 * @typedef {import("../engine.js").Field} Field
 * @typedef {import("../engine.js").FactValue} FactValue
 */

/** @param {FactValue | undefined} value */
function isEntered(value) {
  if (typeof value === "object" && value !== null) return Object.values(value).some((one) => one !== "");
  return (textOf(value, undefined) || "") !== "";
}

/**
 * Sentences, each about one thing that today has entries for and the proposal's scheme does not know.
 *
 * @param {Desk} desk
 * @returns {string[]}
 */
export function notCarried({ store, proposal, variant }) {
  if (!proposal.scheme) return [];
  const { facts, description } = store;
  const other = variant.description;
  const file = proposal.scheme.name;
  const lists = description.rosters.flatMap((roster) => {
    const rows = facts.rosters[roster.id] || [];
    if (rows.length === 0) return [];
    const there = other.rosters.find(({ id }) => id === roster.id);
    if (!there) return [c("noRoster", { file, title: roster.title, count: rows.length })];
    const known = (/** @type {string} */ id) => id === there.of || there.columns.some((column) => column.id === id);
    const owner = roster.of && !known(roster.of) ? [{ id: roster.of, title: [...description.rosters, ...description.tables].find(({ id }) => id === roster.of)?.title || roster.of }] : [];
    const gone = [...owner, ...roster.columns.filter(({ id }) => !known(id))];
    return gone.flatMap(({ id, title }) => {
      const count = rows.filter((row) => isEntered(row[id])).length;
      return count > 0 ? [c("noColumn", { file, list: roster.title, title, count })] : [];
    });
  });
  /** @param {Field[]} fields @param {Field[]} others @param {Record<string, FactValue>} entries */
  const fields = (fields, others, entries) => fields.filter(({ id }) => isEntered(entries[id]) && !others.some((one) => one.id === id)).map(({ title }) => title);
  const values = [
    ...fields(description.inputs, other.inputs, facts.inputs),
    ...fields(description.parameters, other.parameters, facts.parameters),
    ...description.choices.filter(({ id }) => facts.choices[id] && !other.choices.some((one) => one.id === id)).map(({ title }) => title),
    ...description.tables.filter(({ id }) => id in facts.tables && !other.tables.some((one) => one.id === id)).map(({ title }) => title),
  ];
  return values.length > 0 ? [...lists, c("noPlaces", { file, titles: values.join(t("listComma")) })] : lists;
}

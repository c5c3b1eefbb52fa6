// A row that gets another name: what refers to it by the old one follows.
import { textOf } from "../case.js";

/**
 * @typedef {import("../case.js").Case} Case
 * @typedef {import("../engine.js").Description} Description
 * @typedef {import("../engine.js").FactRow} FactRow
 */

/**
 * The case with every reference to a row of a roster led to its new name.
 *
 * Nothing follows where one of the names is empty or belongs to another row as well: nobody can tell who is meant.
 *
 * @param {Description} description
 * @param {Case} before the row has its old name
 * @param {Case} now the row has its new name
 * @param {string} roster
 * @param {number} row
 * @returns {Case} `now` itself where nothing follows
 */
export function withReferences(description, before, now, roster, row) {
  const nameIn = (/** @type {Case} */ facts) => textOf(((facts.rosters[roster] || [])[row] || {}).name, undefined) || "";
  const [old, name] = [nameIn(before), nameIn(now)];
  const isShared = (now.rosters[roster] || []).some((other, at) => at !== row && (other.name === old || other.name === name));
  if (old === "" || name === "" || old === name || isShared) return now;

  const rosters = { ...now.rosters };
  for (const { id, of, columns } of description.rosters) {
    const links = [...(of === roster ? [roster] : []), ...linksOf(columns, roster)];
    const rows = rosters[id];
    if (rows && rows.some((one) => links.some((link) => one[link] === old))) rosters[id] = rows.map((one) => led(one, links, old, name));
  }
  const inputs = led(now.inputs, linksOf(description.inputs, roster), old, name);
  const parameters = led(now.parameters, linksOf(description.parameters, roster), old, name);
  const facts = { ...now, rosters, inputs, parameters };
  return same(facts, now) ? now : facts;
}

/** The fields that hold the name of a row. @param {import("../engine.js").Field[]} fields @param {string} roster */
function linksOf(fields, roster) {
  return fields.filter(({ oneOf, per }) => oneOf === roster && !per).map(({ id }) => id);
}

/**
 * @template {Record<string, import("../engine.js").FactValue>} Entries
 * @param {Entries} entries
 * @param {string[]} links
 * @param {string} old
 * @param {string} name
 * @returns {Entries}
 */
function led(entries, links, old, name) {
  const found = links.filter((link) => entries[link] === old);
  return found.length === 0 ? entries : { ...entries, ...Object.fromEntries(found.map((link) => [link, name])) };
}

/** @param {Case} one @param {Case} other */
function same(one, other) {
  return one.inputs === other.inputs && one.parameters === other.parameters && Object.keys(one.rosters).every((id) => one.rosters[id] === other.rosters[id]);
}

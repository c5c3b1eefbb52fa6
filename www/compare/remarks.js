// What has to be said of rows that a proposal adds and removes: who had them, and where they count for nothing yet.
import { t } from "../language.js";
import { countedIn, removedRows, whoHas } from "./rows.js";
import { c } from "./words.js";

/** @typedef {import("./desk.js").Desk} Desk */

/** The most names that are listed of those who have a row that goes. */
const NAMES = 6;

/** Names, as many as somebody reads. @param {string[]} names */
export function someNames(names) {
  const some = names.slice(0, NAMES).join(t("listComma"));
  return names.length > NAMES ? c("namesMore", { names: some, count: names.length }) : some;
}

/**
 * What has to be said of rows that a proposal adds and removes, apart from that it does.
 *
 * @param {Desk} desk
 * @param {"names" | "numbers"} people whether people are named
 * @returns {string[]}
 */
export function rowRemarks({ store, proposal }, people) {
  const removed = removedRows(store, proposal).flatMap(({ table, id, title }) => {
    const names = whoHas(store, table, id);
    if (names.length === 0) return [];
    return [people === "names" ? c("rowHadNamed", { title, count: names.length, names: someNames(names) }) : c("rowHad", { title, count: names.length })];
  });
  const added = store.description.tables.flatMap((table) => {
    const titles = (proposal.rows[table.id] || []).flatMap(({ title }) => (title === undefined ? [] : [title]));
    const columns = countedIn(store.description, table);
    return titles.length > 0 && columns.length > 0 ? [c("rowsEmpty", { titles: titles.join(t("listComma")), columns: columns.join(t("listComma")) })] : [];
  });
  return [...removed, ...added];
}

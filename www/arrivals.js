// Files that arrive, chosen or dropped: a saved case, a decision, a scheme file, a spreadsheet.
import { wholeEngine } from "./engine.js";
import { bytesOf } from "./files.js";
import { t } from "./language.js";
import { readSaved } from "./saved.js";
import { openEntry, openFile } from "./session.js";
import { ownFiles } from "./shelf.js";
import { say } from "./views/notice.js";
import { importDropped, isSpreadsheet } from "./views/spreadsheets.js";

/**
 * @typedef {import("./app.js").App} App
 * @typedef {import("./library.js").Entry} Entry
 * @typedef {import("./case.js").Case} Case
 */

/**
 * Opens a saved case, a decision or a scheme file; a spreadsheet is taken into the scheme that is open.
 *
 * @param {App} app
 * @param {File} file
 */
export async function arrived(app, file) {
  if (app.session && isSpreadsheet(file)) return importDropped(app.session.store, file, (words, undo) => (undo ? app.offerUndo(words) : say(words)));
  const bytes = await bytesOf(file);
  const text = new TextDecoder().decode(bytes);
  if (!/^\s*\{/.test(text) && !file.name.endsWith(".json")) return app.showScheme(file.name, bytes);
  const read = readSaved(text);
  if (read.is === "newer") return say(t("savedNewer", { name: file.name, format: read.format }));
  if (read.is === "nothing") return say(t("savedNothing", { name: file.name }));
  if (read.decision) return openDecision(app, file.name, read);
  if (read.scheme) await app.showScheme(read.scheme.name, new TextEncoder().encode(read.scheme.text));
  return openCase(app, file.name, read.facts);
}

/**
 * Puts a saved case in the place of what is entered, in the scheme it is of.
 *
 * @param {App} app
 * @param {string} name of the file
 * @param {Case} facts
 */
async function openCase(app, name, facts) {
  const isHere = () => app.session !== null && app.session.store.description.id === facts.scheme;
  let moved = "";
  if (!isHere()) {
    const entry = app.entries.find(({ id }) => id === facts.scheme);
    const own = (await ownFiles()).find(({ id }) => id === facts.scheme);
    if (!entry && !own) return say(t("savedUnknownScheme", { name, scheme: facts.scheme || "" }));
    if (entry) {
      app.show(await openEntry(entry));
      history.replaceState(null, "", `#/scheme/${entry.id}`);
    } else if (own) await app.showScheme(own.name, new TextEncoder().encode(own.text));
    moved = t("savedOtherScheme");
  }
  if (!app.session || !isHere()) return undefined;
  app.session.store.replace(facts, t("changeOpen", { name }));
  return app.offerUndo(`${t("savedOpened", { name })} ${moved}`.trim());
}

/**
 * Shows a decision that was saved, with its receipt; what was entered here stays as it is.
 *
 * @param {App} app
 * @param {string} name of the file
 * @param {Extract<import("./saved.js").Read, { is: "case" }>} read
 */
async function openDecision(app, name, { facts, scheme, decision }) {
  const entry = app.entries.find(({ id }) => id === facts.scheme);
  const own = scheme || (entry ? null : (await ownFiles()).find(({ id }) => id === facts.scheme));
  if (!entry && !own) return say(t("savedUnknownScheme", { name, scheme: facts.scheme || "" }));
  await wholeEngine();
  const bytes = new TextEncoder().encode(own ? own.text : "");
  const read = own ? await openFile(own.name, bytes) : { session: await openEntry(/** @type {Entry} */ (entry)) };
  if (!("session" in read)) return app.showScheme(own ? own.name : name, bytes);
  const { session } = read;
  session.store.replace(facts, "");
  await app.compare(session, { name, plan: decision && decision.plan, tried: decision && decision.tried, receipt: decision && decision.receipt });
  history.replaceState(null, "", `#/compare/${encodeURIComponent(session.store.description.id)}`);
  return undefined;
}

// The engine: the only module that knows the package. Arithmetic, numbers and their sentences come from here.
//
// There are two of it. The first is loaded by every visit: it calculates and explains. The whole one can also compare
// and practise, and takes the place of the first for whatever is read after somebody asked for that.
import start, { Scheme as FirstScheme, fingerprint, shownNumber, typed, version } from "./pkg/first/jixiao.js";

/**
 * @typedef {import("./pkg/jixiao.js").Language} Language
 * @typedef {import("./pkg/jixiao.js").Facts} Facts
 * @typedef {import("./pkg/jixiao.js").FactRow} FactRow
 * @typedef {import("./pkg/jixiao.js").FactValue} FactValue
 * @typedef {import("./pkg/jixiao.js").Description} Description
 * @typedef {import("./pkg/jixiao.js").Field} Field
 * @typedef {import("./pkg/jixiao.js").ChoiceForm} ChoiceForm
 * @typedef {import("./pkg/jixiao.js").TableForm} TableForm
 * @typedef {import("./pkg/jixiao.js").RosterForm} RosterForm
 * @typedef {import("./pkg/jixiao.js").StepForm} StepForm
 * @typedef {import("./pkg/jixiao.js").Summary} Summary
 * @typedef {import("./pkg/jixiao.js").Figure} Figure
 * @typedef {import("./pkg/jixiao.js").Notice} Notice
 * @typedef {import("./pkg/jixiao.js").Explanation} Explanation
 * @typedef {import("./pkg/jixiao.js").Operand} Operand
 * @typedef {import("./pkg/jixiao.js").TakenOver} TakenOver
 * @typedef {import("./pkg/jixiao.js").TakenFrom} TakenFrom
 * @typedef {import("./pkg/jixiao.js").ProblemText} ProblemText
 * @typedef {import("./pkg/jixiao.js").Opened} Opened
 * @typedef {import("./pkg/jixiao.js").Comparison} Comparison
 * @typedef {import("./pkg/jixiao.js").Compared} Compared
 * @typedef {import("./pkg/jixiao.js").ComparedRow} ComparedRow
 * @typedef {import("./pkg/jixiao.js").ComparedSums} ComparedSums
 * @typedef {import("./pkg/jixiao.js").LimitResult} LimitResult
 * @typedef {import("./pkg/jixiao.js").ChangeText} ChangeText
 * @typedef {import("./pkg/jixiao.js").WaterfallText | null} Waterfall
 * @typedef {import("./pkg/jixiao.js").SoughtText | null} Sought
 * @typedef {import("./pkg/jixiao.js").SensitivityRow} SensitivityRow
 * @typedef {import("./pkg/jixiao.js").CliffText} CliffText
 * @typedef {import("./pkg/jixiao.js").StepParts} StepParts
 * @typedef {import("./pkg/jixiao.js").PartText} PartText
 * @typedef {import("./pkg/jixiao.js").RevisionProblem} RevisionProblem
 * @typedef {import("./pkg/jixiao.js").Exercise} Exercise
 * @typedef {import("./pkg/jixiao.js").Sheet} Sheet
 * @typedef {import("./pkg/jixiao.js").Line} Line
 * @typedef {import("./pkg/jixiao.js").Marking} Marking
 * @typedef {import("./pkg/jixiao.js").Marked} Marked
 * @typedef {import("./pkg/jixiao.js").Planted} Planted
 * @typedef {import("./pkg/jixiao.js").Judged} Judged
 */

export { fingerprint, typed, version };

/** @typedef {import("./pkg/jixiao.js").Scheme} Scheme */

/** What reads schemes. What only the whole engine can do is asked for after {@link wholeEngine}. */
let schemes = /** @type {typeof import("./pkg/jixiao.js").Scheme} */ (/** @type {unknown} */ (FirstScheme));

/** The whole engine, once it is loaded. @type {typeof import("./pkg/jixiao.js") | null} */
let whole = null;

/** The base64 text of the engine, which only the edition in one file has. */
function inlined() {
  const element = document.getElementById("jixiao-engine");
  if (!element) return undefined;
  return Uint8Array.from(atob(element.textContent || ""), (letter) => letter.charCodeAt(0));
}

/**
 * Starts the engine and says its version.
 *
 * @returns {Promise<string>}
 */
export async function startEngine() {
  const bytes = inlined();
  await start(bytes && { module_or_path: bytes });
  return version();
}

/**
 * Loads the whole engine, once: schemes read from now on can be compared and practised.
 *
 * @returns {Promise<void>}
 */
export async function wholeEngine() {
  whole = await import("./pkg/jixiao.js");
  await whole.default();
  schemes = whole.Scheme;
}

/** What long work needs of the whole engine, which is loaded. */
export function wholeEngineParts() {
  if (!whole) throw new Error("the whole engine is not loaded");
  return whole;
}

/** The bytes of the engine for a worker that cannot fetch them: those of the edition in one file. */
export function engineBytes() {
  return inlined() || null;
}

/**
 * What readers see of an entered number: a ratio that was taken over as the decimal that is near.
 *
 * @param {string} text
 */
export function readable(text) {
  return text.includes("/") ? shownNumber(text) : text;
}

/**
 * Reads a scheme that came with the page.
 *
 * @param {string} text
 * @param {Record<string, string>} translations
 */
export function readScheme(text, translations) {
  return schemes.read(text, translations);
}

/**
 * Reads a scheme file from a disk: bytes, so that a file that is not UTF-8 is a problem with a place.
 *
 * @param {Uint8Array} bytes
 */
export function readSchemeFile(bytes) {
  return schemes.readBytes(bytes, null);
}

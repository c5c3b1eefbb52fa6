// The practise screens: which one an address asks for. All of them are loaded when somebody opens the first.
import { glossary } from "./practise-glossary.js";
import { exerciseScreen } from "./practise-exercise.js";
import { paperScreen } from "./practise-paper.js";
import { sittingScreen } from "./practise-sitting.js";
import { classScreen } from "./practise-class.js";
import { progressScreen } from "./practise-progress.js";
import { playerScreen } from "./practise-player.js";
import { findScreen } from "./practise-find.js";
import { practiseHome } from "./practise-home.js";

/**
 * @typedef {object} Around what the page gives to the practise screens
 * @property {HTMLElement} screen
 * @property {import("../library.js").Entry[]} entries
 * @property {(failed: boolean) => void} trouble says that nothing can be kept
 *
 * @typedef {object} Practising a practise screen as the page knows it
 * @property {() => string} title
 * @property {() => void} draw everything, in the language of the page
 * @property {() => void} [write] keeps what is not kept yet
 * @property {() => void} [close]
 * @property {(event: KeyboardEvent) => void} [pressed]
 * @property {(sheet: HTMLElement) => void} [print]
 * @property {(files: File[]) => void} [dropped]
 */

/**
 * The screen of an address; null where there is no such scheme.
 *
 * @param {Around} around
 * @param {string} kind
 * @param {string} [name]
 * @param {string} [shown]
 * @returns {Promise<Practising | null>}
 */
export function practiseScreen(around, kind, name, shown) {
  if (kind === "glossary") return glossary(around, name);
  if (kind === "practise" && name && shown === "example") return playerScreen(around, name);
  if (kind === "practise" && name && shown === "find") return findScreen(around, name);
  if (kind === "practise" && name) return exerciseScreen(around, name);
  if (kind === "class") return classScreen(around);
  if (kind === "paper" && name === "do" && shown) return sittingScreen(around, shown);
  if (kind === "paper") return paperScreen(around);
  if (kind === "progress") return progressScreen(around);
  return practiseHome(around);
}

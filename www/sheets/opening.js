// Opens a file of whatever kind: a workbook, rows of text, or something that is neither and says so.
import { readText } from "./csv.js";
import { readWorkbook } from "./workbook.js";
import { Unreadable } from "./zip.js";

/** How old workbooks, and those with a password, begin. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];
/** What is inside a file with a password, in the letters of such files. */
const ENCRYPTED = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";

/**
 * @param {Uint8Array} bytes
 * @param {string} name
 * @param {(text: string) => number} familiar how many headings of the roster a text holds
 * @param {string} [encoding] of a text
 * @returns {Promise<import("./book.js").Book>}
 */
export async function openBook(bytes, name, familiar, encoding) {
  if (bytes.length === 0) throw new Unreadable("emptyFile");
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readWorkbook(bytes);
  if (COMPOUND.every((byte, at) => bytes[at] === byte)) throw new Unreadable(holds(bytes, ENCRYPTED) ? "password" : "oldWorkbook");
  const start = String.fromCharCode(...bytes.subarray(0, 2000)).replace(/^(ï»¿|ÿþ)/, "").replace(/\0/g, "");
  if (/^%PDF|^\x89PNG|^\xff\xd8\xff|^GIF8|^\x1f\x8b|^Rar!|^7z\xbc/.test(start)) throw new Unreadable("notWorkbook");
  if (/^\s*(<!doctype html|<html|<table|<meta|<style|<head)/i.test(start)) throw new Unreadable("webPage");
  if (/^\s*<\?xml[^>]*>\s*<\?mso-application|urn:schemas-microsoft-com:office:spreadsheet/i.test(start)) throw new Unreadable("xmlWorkbook");
  return readText(bytes, name, familiar, encoding);
}

/** @param {Uint8Array} bytes @param {string} letters */
function holds(bytes, letters) {
  const first = letters.charCodeAt(0);
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let length = 1;
    while (length < letters.length && bytes[at + length] === letters.charCodeAt(length)) length += 1;
    if (length === letters.length) return true;
  }
  return false;
}

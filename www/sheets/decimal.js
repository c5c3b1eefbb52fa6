// Decimal numbers as texts: no digit passes through a binary number.

/** What a program writes as a number, with or without a power of ten. */
const WRITTEN = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/;

/** How many digits spreadsheets show and keep: the others are dust of binary arithmetic. */
const SHOWN = 15;

/**
 * @typedef {object} Digits a number: its digits, and how many of them stand behind the point
 * @property {string} sign
 * @property {string} digits
 * @property {number} places
 */

/** @param {string} text @returns {Digits | null} */
function digitsOf(text) {
  const found = WRITTEN.exec(text.trim());
  if (!found) return null;
  const [, sign, whole, fraction = "", power = "0"] = found;
  if (whole === "" && fraction === "") return null;
  return { sign: sign === "-" ? "-" : "", digits: whole + fraction, places: fraction.length - Number(power) };
}

/** @param {Digits} number */
function textOf({ sign, digits, places }) {
  const long = places > 0 ? digits.padStart(places + 1, "0") : digits + "0".repeat(-places);
  const whole = (places > 0 ? long.slice(0, long.length - places) : long).replace(/^0+(?=\d)/, "");
  const fraction = places > 0 ? long.slice(long.length - places).replace(/0+$/, "") : "";
  const text = fraction ? `${whole}.${fraction}` : whole;
  return text === "0" ? text : sign + text;
}

/**
 * A number as people write it: no power of ten, no zeros that say nothing; null where it is none.
 *
 * @param {string} text
 */
export function plainDecimal(text) {
  const number = digitsOf(text);
  return number && textOf(number);
}

/**
 * How many digits a number has without the zeros before and behind.
 *
 * @param {string} text
 */
export function significant(text) {
  const number = digitsOf(text);
  return number ? number.digits.replace(/^0+/, "").replace(/0+$/, "").length : 0;
}

/**
 * A number with the fifteen digits that spreadsheets show.
 *
 * @param {string} text
 */
export function asShown(text) {
  const number = digitsOf(text);
  if (!number) return text;
  const digits = number.digits.replace(/^0+/, "");
  const extra = digits.length - SHOWN;
  if (extra <= 0) return textOf(number);
  const kept = digits.slice(0, SHOWN);
  const isUp = digits[SHOWN] >= "5";
  return textOf({ ...number, digits: isUp ? plusOne(kept) : kept, places: number.places - extra });
}

/** @param {string} digits */
function plusOne(digits) {
  const nines = /9*$/.exec(digits);
  const tail = nines ? nines[0].length : 0;
  const head = digits.slice(0, digits.length - tail);
  const grown = head === "" ? "1" : head.slice(0, -1) + String(Number(head[head.length - 1]) + 1);
  return grown + "0".repeat(tail);
}

/** Whether spreadsheets keep every digit of a number. @param {string} text */
export function isShort(text) {
  return significant(text) <= SHOWN;
}

/** A number times a hundred. @param {string} text */
export function timesHundred(text) {
  const number = digitsOf(text);
  return number ? textOf({ ...number, places: number.places - 2 }) : text;
}

/** Digits and signs of full width made narrow. @param {string} text */
export function narrow(text) {
  return text.replace(/[\uff01-\uff5e]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0)).replace(/−/g, "-");
}

/** A number without the commas between its thousands; null where they do not stand between thousands. @param {string} text */
export function withoutThousands(text) {
  return /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replace(/,/g, "") : null;
}

/** Whether the engine reads a text as a typed number. @param {string} text */
export function isTyped(text) {
  return /^[+-]?\d+(\.\d+)?\s*%?$/.test(text);
}

// Days as spreadsheets count them, and as people write them.

const DAY = 86400000;
/** The day that spreadsheets number 0, with the leap day of 1900 that never was. */
const FIRST = Date.UTC(1899, 11, 30);
const FIRST_1904 = Date.UTC(1904, 0, 1);

/**
 * The day of a number such as `46326` or `46326.5`.
 *
 * @param {string} text
 * @param {boolean} since1904
 * @returns {{ day: string, hasTime: boolean } | null} null where there is no such day
 */
export function dayOf(text, since1904) {
  const found = /^(\d{1,7})(?:\.(\d*))?$/.exec(text);
  if (!found) return null;
  const number = Number(found[1]);
  if (!since1904 && number < 61) return null;
  const date = new Date((since1904 ? FIRST_1904 : FIRST) + number * DAY);
  if (Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9999) return null;
  return { day: date.toISOString().slice(0, 10), hasTime: /[1-9]/.test(found[2] || "") };
}

/** The number of a day such as `2026-10-31`; null where it is no day. @param {string} day */
export function numberOfDay(day) {
  const written = writtenDay(day);
  const date = written === day ? Date.parse(`${day}T00:00:00Z`) : NaN;
  const number = (date - FIRST) / DAY;
  return Number.isNaN(number) || number < 61 ? null : String(number);
}

/**
 * The day that a text names with the year first: `2026/10/31`, `2026.10.31`, `2026年10月31日`, `20261031`.
 *
 * @param {string} text
 * @returns {string | null}
 */
export function writtenDay(text) {
  const found = /^(\d{4})(?:[-/.年]\s*(\d{1,2})[-/.月]\s*(\d{1,2})日?|(\d\d)(\d\d))$/.exec(text);
  if (!found) return null;
  const [year, month, day] = [found[1], found[2] || found[4], found[3] || found[5]].map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return `${found[1]}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

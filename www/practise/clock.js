// The clock of a paper: it starts once, goes on while the page is closed, and says when the computer's own was set back.

/**
 * @typedef {object} Clock
 * @property {number} started milliseconds of the wall clock
 * @property {number} seen the latest moment that the page saw
 * @property {number | null} ended
 * @property {boolean} setBack whether the wall clock was once earlier than before
 */

/** What a wall clock may go back by itself when it is set right, in milliseconds. */
const SET_RIGHT = 5000;

/** @param {number} now @returns {Clock} */
export function startedAt(now) {
  return { started: now, seen: now, ended: null, setBack: false };
}

/** The clock when somebody looks at it. @param {Clock} clock @param {number} now @returns {Clock} */
export function lookedAt(clock, now) {
  if (clock.ended !== null) return clock;
  return { ...clock, seen: Math.max(clock.seen, now), setBack: clock.setBack || now < clock.seen - SET_RIGHT };
}

/** The clock when the paper is handed in. @param {Clock} clock @param {number} now @returns {Clock} */
export function endedAt(clock, now) {
  const looked = lookedAt(clock, now);
  return { ...looked, ended: looked.seen };
}

/** Whole seconds since the start. @param {Clock} clock */
export function spent({ started, seen, ended }) {
  return Math.max(0, Math.floor(((ended === null ? seen : ended) - started) / 1000));
}

/** Whole seconds that are left, below zero when the time is over; null without a limit. @param {Clock} clock @param {number} minutes */
export function left(clock, minutes) {
  return minutes === 0 ? null : minutes * 60 - spent(clock);
}

/** Seconds as `4:05` or `1:04:05`. @param {number} seconds */
export function asTime(seconds) {
  const whole = Math.abs(Math.trunc(seconds));
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}

/**
 * A clock that was kept; null where it is none.
 *
 * @param {any} kept
 * @returns {Clock | null}
 */
export function keptClock(kept) {
  if (typeof kept !== "object" || kept === null || !Number.isFinite(kept.started) || !Number.isFinite(kept.seen)) return null;
  return { started: kept.started, seen: kept.seen, ended: Number.isFinite(kept.ended) ? kept.ended : null, setBack: kept.setBack === true };
}

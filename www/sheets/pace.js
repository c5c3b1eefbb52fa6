// Long work in slices, so that the page stays alive: it tells how far it is, and can be stopped.

/** Thrown where the work was stopped. */
export class Stopped extends Error {}

/** How long a slice is, in milliseconds. */
const SLICE = 24;

export class Pace {
  /** @param {(part: number, rows: number) => void} [told] how much is done, from 0 to 1, and how many rows that are */
  constructor(told = () => {}) {
    this.told = told;
    this.isStopped = false;
    this.began = performance.now();
  }

  stop() {
    this.isStopped = true;
  }

  /** Whether the slice is over. */
  get isOver() {
    return performance.now() - this.began > SLICE;
  }

  /** Lets the page draw. @param {number} part @param {number} rows */
  async breathe(part, rows) {
    this.told(part, rows);
    await new Promise((resolve) => setTimeout(resolve));
    if (this.isStopped) throw new Stopped();
    this.began = performance.now();
  }
}

// What stays beside a long calculation while the page scrolls.

/** What stands above it at the least: the head of the page, and a little air. */
const ABOVE = 52;

/** The air below it. */
const BELOW = 8;

/**
 * Lets a sticky panel scroll with the page until its end is to be seen, and stay there; one that is lower than the
 * window stays at the top.
 *
 * @template {HTMLElement} Panel
 * @param {Panel} panel
 * @returns {Panel}
 */
export function beside(panel) {
  const place = () => {
    if (!panel.isConnected) window.removeEventListener("resize", place);
    panel.style.top = `${Math.min(ABOVE, window.innerHeight - panel.offsetHeight - BELOW)}px`;
  };
  // Its height changes with its tables, that of the window with a turned screen.
  new ResizeObserver(place).observe(panel);
  window.addEventListener("resize", place);
  return panel;
}

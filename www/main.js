// The page: starts the engine, follows the address, and joins the screen, the explanation and the files.
import { startEngine } from "./engine.js";
import { keepSetting, setting } from "./keep.js";
import { LANGUAGES, language, speak, t } from "./language.js";
import { catalogue } from "./library.js";
import { fill, h } from "./dom.js";
import { App } from "./app.js";
import { failureView } from "./views/failure.js";

/** The element of the page with that id. @param {string} id */
function part(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

/** @param {App} app */
function drawHead(app) {
  document.title = t("app");
  const languages = h("select", { id: "language", onchange: (/** @type {Event} */ event) => changeLanguage(app, /** @type {HTMLSelectElement} */ (event.target).value) }, LANGUAGES.map(([tag, name]) => h("option", { value: tag, lang: tag }, name)));
  languages.value = language();
  const theme = h("select", { id: "theme", onchange: (/** @type {Event} */ event) => changeTheme(/** @type {HTMLSelectElement} */ (event.target).value) }, [["", t("themeSystem")], ["light", t("themeLight")], ["dark", t("themeDark")]].map(([value, name]) => h("option", { value }, name)));
  theme.value = document.documentElement.dataset.theme || "";
  part("skip").textContent = t("skip");
  fill(
    part("top"),
    h("a", { class: "brand", href: "#/catalogue" }, t("app")),
    h("nav", { "aria-label": t("mainNavigation") }, h("a", { href: "#/catalogue" }, t("catalogue")), h("a", { href: "#/practise" }, t("practise")), h("button", { type: "button", onclick: () => app.chooseFile() }, t("openFile"))),
    h("div", { class: "settings" }, h("label", { class: "unseen", for: "language" }, t("language")), languages, h("label", { class: "unseen", for: "theme" }, t("theme")), theme),
  );
  part("foot").textContent = t("foot", { version: app.version });
  part("explanation").setAttribute("aria-label", t("explanation"));
}

/** @param {App} app @param {string} tag */
function changeLanguage(app, tag) {
  speak(tag);
  keepSetting("language", language());
  drawHead(app);
  app.translate();
  part("language").focus();
}

/** @param {string} theme empty: as the system says */
function changeTheme(theme) {
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
  keepSetting("theme", theme || null);
}

/** Says that the engine or the schemes did not load. @param {unknown} reason */
function failed(reason) {
  fill(part("screen"), failureView("failedLead", reason));
}

async function run() {
  speak(setting("language"));
  changeTheme(setting("theme") || "");
  try {
    const [version, entries] = await Promise.all([startEngine(), catalogue()]);
    const app = new App(part("screen"), part("explanation"), part("sheet"), version, entries);
    drawHead(app);
    await app.follow();
  } catch (reason) {
    failed(reason);
  }
}

run();

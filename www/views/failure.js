// What is shown when something did not load: what to do, and the words for whoever can put it right.
import { h } from "../dom.js";
import { t } from "../language.js";

/**
 * @param {"failedLead" | "failedScheme"} lead
 * @param {unknown} reason
 */
export function failureView(lead, reason) {
  return h(
    "div",
    { class: "failure" },
    h("h1", { tabindex: -1 }, t("failedTitle")),
    h("p", {}, t(lead)),
    h("p", {}, h("button", { type: "button", class: "main", onclick: () => location.reload() }, t("reload"))),
    h("pre", {}, String(reason)),
  );
}

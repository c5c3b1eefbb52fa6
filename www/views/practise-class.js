// The class: result files read into a table, marked again, told when they are not as they were handed in, and exported.
import { fill, h, newId } from "../dom.js";
import { bytesOf, saveFile } from "../files.js";
import { writeCsv } from "../grid/block.js";
import { t } from "../language.js";
import { commonCode, isEdited, mistakesOf, pointsOf, takeFile } from "../practise/class.js";
import { asTime } from "../practise/clock.js";
import { between, canonical, isSameSitting } from "../practise/result.js";
import { readCode, codeOf } from "../practise/code.js";
import { headView } from "../practise/head.js";
import { kindName } from "../practise/kinds.js";
import { KIND, LINE } from "../practise/marking.js";
import { practisable } from "../practise/schemes.js";
import { p } from "../practise/words.js";
import { ownFiles } from "../shelf.js";

/**
 * @typedef {import("./practise.js").Around} Around
 * @typedef {import("./practise.js").Practising} Practising
 * @typedef {import("../practise/class.js").Taken} Taken
 * @typedef {import("../practise/class.js").Refused} Refused
 */

const WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** No result is longer, in bytes. */
const MOST = 8_000_000;

/**
 * @param {Around} around
 * @returns {Promise<Practising>}
 */
export async function classScreen({ entries, screen }) {
  const own = await ownFiles();
  const schemes = practisable(entries, own).map(({ id }) => id);
  /** @type {Taken[]} */
  let taken = [];
  /** @type {Refused[]} */
  let refused = [];
  /** Files with the same content as another. @type {{ file: string, other: string }[]} */
  let twice = [];
  /** The code of the class as it was typed; empty: that of most files. */
  let typed = "";
  let isGone = false;

  /** @param {File[]} files */
  async function take(files) {
    for (const file of files) {
      const name = file.webkitRelativePath || file.name;
      const text = await textOf(file);
      const read = text === null ? { refused: /** @type {Refused} */ ({ file: name, why: "unread", format: 0 }) } : await takeFile({ name, text }, entries, schemes);
      refused = refused.filter((one) => one.file !== name);
      if ("refused" in read) refused = [...refused, read.refused];
      else place(read.taken);
    }
    // Somebody went on while the schemes were loading.
    if (isGone) return;
    draw();
    const status = screen.querySelector(".class-count");
    if (status instanceof HTMLElement) status.focus();
  }

  /** Puts a result among the others: the same file is there once, another file of the same sitting beside the first. @param {Taken} read */
  function place(read) {
    const whole = canonical(read.result);
    const same = taken.find(({ result }) => canonical(result) === whole);
    if (!same) taken = [...taken, read];
    twice = twice.filter(({ file }) => file !== read.file);
    if (same && same.file !== read.file) twice = [...twice, { file: read.file, other: same.file }];
  }

  function code() {
    const { paper } = readCode(typed, schemes);
    return paper ? codeOf(paper) : commonCode(taken);
  }

  function draw() {
    fill(
      screen,
      h(
        "div",
        { class: "practise wide" },
        headView({ title: p("class"), lead: p("classLead"), here: "#/class" }),
        filesView(),
        taken.length + refused.length > 0 && h("p", { class: "class-count", tabindex: -1, role: "status" }, p("classCount", { count: taken.length }), refused.length > 0 && ` ${p("classRefused", { count: refused.length })}`),
        taken.length > 0 && [codeView(), tableView(), mistakesView()],
        twice.length > 0 && h("ul", { class: "class-twice" }, twice.map(({ file, other }) => h("li", {}, p("twice", { file, other })))),
        refused.length > 0 && refusedView(),
      ),
    );
  }

  function filesView() {
    const files = h("input", { type: "file", multiple: true, accept: ".json,application/json", hidden: true, "aria-label": p("chooseFiles") });
    const folder = h("input", { type: "file", webkitdirectory: true, hidden: true, "aria-label": p("chooseFolder") });
    for (const input of [files, folder])
      input.addEventListener("change", () => {
        take([...(input.files || [])]);
        input.value = "";
      });
    return h(
      "section",
      { "aria-label": p("resultFiles") },
      h("div", { class: "class-files" }, h("button", { type: "button", onclick: () => files.click() }, p("chooseFiles")), h("button", { type: "button", onclick: () => folder.click() }, p("chooseFolder")), files, folder),
      h("p", { class: "hint" }, p("classSays")),
    );
  }

  function codeView() {
    const id = newId("code");
    const field = h("input", { id, type: "text", class: "paper-code-field", autocomplete: "off", spellcheck: "false", placeholder: commonCode(taken) });
    field.value = typed;
    const isWrong = typed.trim() !== "" && readCode(typed, schemes).paper === null;
    field.addEventListener("change", () => {
      typed = field.value;
      draw();
    });
    return h("p", { class: "practise-order" }, h("label", { for: id }, p("classCode")), field, h("span", { class: "hint" }, p("classCodeSays", { code: code() })), isWrong && h("span", { class: "problem" }, p("codeUnread")));
  }

  function rows() {
    const of = code();
    return [...taken].sort((one, other) => one.result.name.localeCompare(other.result.name)).map((one) => ({ one, isOther: one.result.paper !== of, points: pointsOf(one), remarks: [...remarksOf(one, of), ...sittingRemarks(one)] }));
  }

  /** The other files of the same sitting, with what differs. @param {Taken} one @returns {string[]} */
  function sittingRemarks(one) {
    return taken.filter((other) => other !== one && isSameSitting(one.result, other.result)).map((other) => {
      const parts = between(one.result, other.result).map(({ part, exercise, figure, here, there }) => p("ofFile", { part: partName(one, part, exercise, figure), here, there }));
      return p("sameSitting", { file: other.file, parts: parts.join(t("listComma")) });
    });
  }

  function tableView() {
    const heads = [p("name"), p("points"), p("time"), p("mistakes"), p("remarks"), p("file")];
    return h(
      "section",
      {},
      h(
        "div",
        { class: "scroll", tabindex: 0, role: "region", "aria-label": p("classTable") },
        h(
          "table",
          { class: "practise-table class-table" },
          h("thead", {}, h("tr", {}, heads.map((word, at) => h("th", { scope: "col", class: (at === 1 || at === 2) && "number" }, word)))),
          h(
            "tbody",
            {},
            rows().map(({ one, isOther, points, remarks }) =>
              h(
                "tr",
                { class: isEdited(one) ? "edited" : isOther ? "other" : null },
                h("th", { scope: "row" }, one.result.name),
                h("td", { class: "number" }, `${points.right}/${points.of}`),
                h("td", { class: "number" }, timeOf(one)),
                h("td", {}, mistakesText(one)),
                h("td", {}, remarks.length === 0 ? h("span", { class: "verdict holds" }, p("asHandedIn")) : h("ul", { class: "remarks" }, remarks.map((words) => h("li", {}, words)))),
                h("td", { class: "hint" }, one.file),
              ),
            ),
          ),
        ),
      ),
      h("div", { class: "buttons" }, h("button", { type: "button", onclick: () => saveFile(`${p("class")}-${code()}.csv`, writeCsv(exported()), "text/csv") }, p("exportCsv")), h("button", { type: "button", onclick: exportBook }, p("exportXlsx")), h("button", { type: "button", onclick: () => {
        taken = [];
        refused = [];
        twice = [];
        draw();
      } }, p("classClear"))),
    );
  }

  /** @returns {string[][]} */
  function exported() {
    const head = [p("name"), p("classCode"), p("right"), p("pointsOf"), p("seconds"), p("startedAt"), p("mistakes"), p("remarks"), p("file")];
    return [head, ...rows().map(({ one, points, remarks }) => [one.result.name, one.result.paper, String(points.right), String(points.of), String(one.result.seconds), one.result.started, mistakesText(one), remarks.join(" ") || p("asHandedIn"), one.file])];
  }

  async function exportBook() {
    const { writeWorkbook } = await import("../sheets/writing.js");
    const [head, ...others] = exported();
    const cells = others.map((row) => row.map((text, at) => ({ is: /** @type {"text" | "number"} */ (at >= 2 && at <= 4 ? "number" : "text"), text })));
    saveFile(`${p("class")}-${code()}.xlsx`, await writeWorkbook([{ name: p("class"), head, rows: cells }]), WORKBOOK);
  }

  /** Who made which mistake, for the whole class. */
  function mistakesView() {
    const of = code();
    /** @type {Map<string, string[]>} */
    const by = new Map();
    for (const one of taken.filter(({ result }) => result.paper === of)) for (const [kind] of mistakesOf(one)) by.set(kind, [...new Set([...(by.get(kind) || []), one.result.name])]);
    const kinds = [...by].sort(([, one], [, other]) => other.length - one.length);
    if (kinds.length === 0) return null;
    return h("section", { "aria-label": p("classMistakes") }, h("h2", {}, p("classMistakes")), h("ul", {}, kinds.map(([kind, names]) => h("li", {}, h("strong", {}, kindName(kind)), `${t("colon")}${names.join(t("listComma"))}`))));
  }

  function refusedView() {
    const words = (/** @type {Refused} */ { file, why, format }) => (why === "unread" ? p("fileUnread", { file }) : why === "newer" ? p("fileNewer", { file, format }) : why === "broken" ? p("fileBroken", { file }) : p("fileNothing", { file }));
    return h("section", { "aria-label": p("refusedFiles") }, h("h2", {}, p("refusedFiles")), h("ul", {}, refused.map((one) => h("li", { class: "problem" }, words(one)))));
  }

  return {
    title: () => p("class"),
    draw,
    close() {
      isGone = true;
    },
    dropped: (files) => {
      take(files);
    },
  };
}

/** The text of a file; null where it cannot be read, and empty where it is far too long to be a result. @param {File} file */
async function textOf(file) {
  if (file.size > MOST) return "";
  return bytesOf(file).then((bytes) => new TextDecoder().decode(bytes), () => null);
}

/** @param {Taken} one @param {ReturnType<typeof between>[number]["part"]} part @param {number} exercise @param {string} figure */
function partName({ titles }, part, exercise, figure) {
  if (part === "name") return p("name");
  if (part === "time") return p("time");
  if (part === "points") return p("writtenPoints");
  if (part === "seal") return p("sealWord");
  return p("answerOf", { number: exercise + 1, figure: lineName(titles[exercise], figure) });
}

/** @param {Record<string, string>} titles @param {string} figure */
function lineName(titles, figure) {
  return figure === LINE ? p("lineWord") : figure === KIND ? p("kindWord") : titles[figure] || figure;
}

/** @param {Taken} one */
function timeOf({ result, minutes }) {
  const over = minutes === 0 ? 0 : result.seconds - minutes * 60;
  return over > 0 ? `${asTime(result.seconds)} (${p("timeOver", { time: asTime(over) })})` : asTime(result.seconds);
}

/** @param {Taken} one */
function mistakesText(one) {
  return mistakesOf(one).map(([kind, count]) => (count > 1 ? `${kindName(kind)} ×${count}` : kindName(kind))).join(t("listComma"));
}

/** What is not as it should be with a file. @param {Taken} one @param {string} code of the class */
function remarksOf({ result, sealed, differing, titles, paper, otherSchemes, otherEngine, marks }, code) {
  const lines = differing.map(({ exercise, figure, saved, now }) => (figure === null ? p("differsPoints", { number: exercise + 1, saved, now }) : p("differsLine", { number: exercise + 1, figure: lineName(titles[exercise], figure), saved: verdictName(saved), now: verdictName(now) })));
  return [
    ...(sealed ? [] : [differing.length === 0 && marks.every((one) => one !== null) ? p("sealBrokenSame") : p("sealBroken")]),
    ...(sealed && lines.length > 0 ? [p("marksDiffer")] : []),
    ...lines,
    ...(paper === "unknown-code" ? [p("unknownCode", { code: result.paper })] : paper === "other-exercises" ? [p("otherExercises")] : []),
    ...(result.paper === code ? [] : [p("otherPaper", { code: result.paper })]),
    ...(otherSchemes.length > 0 ? [p("otherSchemes", { schemes: otherSchemes.join(t("listComma")) })] : []),
    ...(otherEngine ? [p("otherEngine", { version: otherEngine })] : []),
    ...(result.setBack ? [p("clockSetBack")] : []),
  ];
}

/** @param {string} verdict */
function verdictName(verdict) {
  const known = /** @type {const} */ (["right", "same", "carried", "wrong", "empty", "unreadable"]).find((one) => one === verdict);
  return known ? p(`verdict-${known}`) : verdict;
}

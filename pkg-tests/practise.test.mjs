// What practising keeps and hands round, without a page: codes of papers, sealed results, the clock, the boxes.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { test } from "node:test";

const module = (/** @type {string} */ name) => import(new URL(`../www/practise/${name}.js`, import.meta.url).href);
const { LETTERS, LEVELS, codeOf, keyOf, ordersOf, readCode } = await module("code");
const { differences, readResult, resultText, sealed } = await module("result");
const { asTime, endedAt, left, lookedAt, spent, startedAt } = await module("clock");
const { DAYS, MASTERED, afterExercise, cardsText, daysAfter, isDue, played, readCards, together } = await module("boxes");

const folder = new URL("../schemes/", import.meta.url);
const schemes = readdirSync(folder).filter((id) => existsSync(new URL(`${id}/scheme.toml`, folder)));
const paper = {
  seed: "K7M",
  minutes: 30,
  groups: [
    { scheme: "ward-nurses", level: "all", number: 2 },
    { scheme: "ophthalmology", level: "find", number: 6 },
    { scheme: "quorum", level: "last", number: 1 },
  ],
};
const code = codeOf(paper);

test("every scheme has a number of its own in codes", () => {
  assert.equal(new Set(schemes.map(keyOf)).size, schemes.length);
});

test("a code holds all of a paper, whatever it looks like when it is typed", () => {
  assert.match(code, /^([2-9A-HJ-NP-Z]{5}-){3}[2-9A-HJ-NP-Z]{5}$/);
  const full = [...code].map((letter) => (letter === "-" ? "　" : String.fromCharCode(letter.charCodeAt(0) + 0xfee0))).join("");
  for (const typed of [code, code.toLowerCase(), code.replace(/-/g, ""), ` ${code.replace(/-/g, " ")} `, full, code.replace(/-/g, "—")]) {
    assert.deepEqual(readCode(typed, schemes), { paper, faults: [] }, typed);
  }
});

test("every level, number and time comes back", () => {
  for (const level of LEVELS)
    for (const number of [1, 2, 3, 4, 5, 6])
      for (const minutes of [0, 5, 155]) {
        const one = { seed: "222", minutes, groups: [{ scheme: "quorum", level, number }] };
        assert.deepEqual(readCode(codeOf(one), schemes).paper, one);
      }
});

test("each single wrong letter is found, and told with its part", () => {
  const bare = code.replace(/-/g, "");
  for (let at = 0; at < bare.length; at += 1)
    for (const letter of LETTERS) {
      if (letter === bare[at]) continue;
      const { paper: read, faults } = readCode(bare.slice(0, at) + letter + bare.slice(at + 1), schemes);
      assert.equal(read, null);
      const part = Math.floor(at / 5) + 1;
      assert.ok(faults.length === 1 && (faults[0].part === part || (part === 1 && faults[0].what === "count")), JSON.stringify(faults));
    }
});

test("two letters or two parts that changed places are found", () => {
  const parts = code.split("-");
  for (const [at, part] of parts.entries())
    for (let one = 0; one < 5; one += 1)
      for (let other = one + 1; other < 5; other += 1) {
        if (part[one] === part[other]) continue;
        const letters = [...part];
        [letters[one], letters[other]] = [letters[other], letters[one]];
        assert.equal(readCode(parts.map((text, place) => (place === at ? letters.join("") : text)).join("-"), schemes).paper, null);
      }
  const swapped = readCode([parts[0], parts[2], parts[1], parts[3]].join("-"), schemes);
  assert.deepEqual(swapped.faults, [{ what: "part", part: 2 }, { what: "part", part: 3 }]);
});

test("what is missing or strange in a code is said", () => {
  assert.deepEqual(readCode("  ", schemes).faults, [{ what: "empty" }]);
  assert.deepEqual(readCode(code.slice(0, -6), schemes).faults, [{ what: "count", wanted: 4, have: 3 }]);
  assert.deepEqual(readCode(code.slice(0, 5), schemes).faults, [{ what: "count", wanted: 4, have: 1 }]);
  assert.deepEqual(readCode(code.slice(0, -1), schemes).faults, [{ what: "length", part: 4, letters: 4 }]);
  assert.deepEqual(readCode(`0${code.slice(1)}`, schemes).faults, [{ what: "letter", letter: "0", part: 1 }]);
  assert.deepEqual(readCode(code, schemes.filter((/** @type {string} */ id) => id !== "quorum")).faults, [{ what: "scheme", part: 4 }]);
});

test("each exercise of a paper has its own seed", () => {
  const orders = ordersOf(paper);
  assert.equal(orders.length, 9);
  assert.equal(new Set(orders.map((/** @type {{ seed: string }} */ { seed }) => seed)).size, 9);
  assert.deepEqual(orders[2], { scheme: "ophthalmology", level: "find", seed: "K7M3" });
});

const fingerprint = (/** @type {string} */ text) => createHash("sha256").update(text).digest("hex");
const result = sealed(
  {
    kind: "practice-result", format: 1, paper: code, name: "王小明", engine: "0.1.0", started: "2026-10-31T08:00:00.000Z", ended: "2026-10-31T08:20:00.000Z", seconds: 1200, setBack: false,
    exercises: [{ scheme: "quorum", level: "last", seed: "K7M1", fingerprint: "f", answers: { quorum: "3" }, seconds: { quorum: 8 }, marks: { right: 1, of: 2, verdicts: { quorum: "right", present: "wrong" }, mistakes: { present: ["transposed"] } } }],
  },
  fingerprint,
);

test("a result comes back sealed; any change in it breaks the seal, and writing it otherwise does not", () => {
  assert.deepEqual(readResult(resultText(result), fingerprint), { is: "result", result, sealed: true });
  const turned = JSON.stringify(Object.fromEntries(Object.entries(result).reverse()));
  assert.equal(readResult(turned, fingerprint).sealed, true);
  const edits = [["王小明", "李四"], ['"right": 1', '"right": 2'], ['"quorum": "3"', '"quorum": "4"'], ["1200", "600"], ["transposed", "sign-turned"], ["08:20", "08:10"]];
  for (const [before, after] of edits) {
    const text = resultText(result).replace(before, after);
    assert.notEqual(text, resultText(result));
    assert.equal(readResult(text, fingerprint).sealed, false, after);
  }
});

test("a file that is no result, a newer or a broken one is told", () => {
  assert.deepEqual(readResult("{}", fingerprint), { is: "nothing" });
  assert.deepEqual(readResult("姓名,分數", fingerprint), { is: "nothing" });
  assert.deepEqual(readResult(resultText(result).replace('"format": 1', '"format": 2'), fingerprint), { is: "newer", format: 2 });
  assert.deepEqual(readResult(resultText(result).slice(0, 300), fingerprint), { is: "broken" });
  assert.deepEqual(readResult(JSON.stringify({ ...result, exercises: [{}] }), fingerprint), { is: "broken" });
});

test("marks that the answers do not give are told one by one", () => {
  const marked = [{ right: 0, of: 2, verdicts: { quorum: "wrong", present: "wrong" }, mistakes: {} }];
  assert.deepEqual(differences(result.exercises, marked), [
    { exercise: 0, figure: "quorum", saved: "right", now: "wrong" },
    { exercise: 0, figure: null, saved: "1/2", now: "0/2" },
  ]);
  assert.deepEqual(differences(result.exercises, [result.exercises[0].marks]), []);
  assert.deepEqual(differences(result.exercises, [null]), []);
});

test("the clock goes on while nobody looks, counts beyond its end, and remembers that it was set back", () => {
  const clock = startedAt(1_000_000);
  const later = lookedAt(clock, 1_000_000 + 29 * 60_000);
  assert.equal(left(later, 30), 60);
  assert.equal(left(lookedAt(later, 1_000_000 + 31 * 60_000), 30), -60);
  assert.equal(left(later, 0), null);
  const back = lookedAt(later, 1_000_000 + 60_000);
  assert.equal(spent(back), 29 * 60);
  assert.equal(back.setBack, true);
  const ended = endedAt(later, 1_000_000 + 30 * 60_000);
  assert.equal(spent(lookedAt(ended, 1_000_000 + 90 * 60_000)), 1800);
  assert.deepEqual([0, 5, 65, 3725, -65].map(asTime), ["0:00", "0:05", "1:05", "1:02:05", "1:05"]);
});

test("boxes: right when due goes on, wrong goes back, early changes nothing, the last is mastered", () => {
  let day = "2026-02-27";
  let card = played(undefined, "wrong", day);
  assert.deepEqual(card, { box: 1, seen: 1, missed: 1, last: day, due: "2026-02-28" });
  assert.deepEqual(played(card, "right", day).box, 1, "not on the same day");
  for (const [at, days] of DAYS.entries()) {
    day = daysAfter(day, days);
    assert.ok(isDue(card, day) && !isDue(card, daysAfter(day, -1)));
    card = played(card, "right", day);
    assert.equal(card.box, at + 2);
  }
  assert.deepEqual([card.box, card.due], [MASTERED, null]);
  assert.equal(played(card, "wrong", day).box, 1);
  assert.equal(played(undefined, "right", day).box, 2);
  assert.equal(daysAfter("2026-12-31", 1), "2027-01-01");
});

test("progress is saved, read again and put together", () => {
  const cards = afterExercise({}, "quorum", { wrong: ["transposed", "transposed"], right: ["cut-off", "transposed"] }, "2026-10-31");
  assert.deepEqual(Object.entries(cards).map(([key, { seen, missed }]) => [key, seen, missed]), [["quorum/transposed", 1, 1], ["quorum/cut-off", 1, 0]]);
  assert.deepEqual(readCards(cardsText(cards)), { is: "cards", cards });
  assert.deepEqual(readCards('{"kind":"practice-progress","format":9}'), { is: "newer", format: 9 });
  for (const text of ["", "[]", "{}", '{"kind":"practice-progress","format":1,"cards":{"a/b":{"box":9}}}']) assert.deepEqual(readCards(text), { is: "nothing" });
  const other = afterExercise(cards, "quorum", { wrong: [], right: ["transposed"] }, "2026-11-02");
  assert.equal(together(cards, other)["quorum/transposed"].box, 2);
  assert.equal(together(other, cards)["quorum/transposed"].box, 2);
});

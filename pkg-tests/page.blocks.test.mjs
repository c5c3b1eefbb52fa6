// Blocks from and to spreadsheets, and files of saved cases: read and written without a browser.
import assert from "node:assert/strict";
import { test } from "node:test";

const { readBlock, writeBlock, writeCsv } = await import("../www/grid/block.js");
const { completeCase, emptyCase, textAt, withText } = await import("../www/case.js");
const { readSaved, savedText } = await import("../www/saved.js");

test("a block copied from a spreadsheet is read cell by cell", () => {
  assert.deepEqual(readBlock("甲\t１２\r\n乙\t1,234.50\r\n"), [["甲", "１２"], ["乙", "1,234.50"]]);
  assert.deepEqual(readBlock("a\t\tb"), [["a", "", "b"]]);
  assert.deepEqual(readBlock("\t\n\t"), [["", ""], ["", ""]]);
  assert.deepEqual(readBlock(""), []);
});

test("quoted cells keep their tabs, lines and quotes; a lone quote is a letter", () => {
  assert.deepEqual(readBlock('"a\nb"\tc\n"say ""x"""\t"t\tt"'), [["a\nb", "c"], ['say "x"', "t\tt"]]);
  assert.deepEqual(readBlock('5" pipe\t6"\n"open'), [['5" pipe', '6"'], ['"open']]);
});

test("what is written is read again as it was", () => {
  const rows = [["甲\n乙", 'x"y', ""], ["1", "a\tb", " "]];
  assert.deepEqual(readBlock(writeBlock(rows)).map((row) => row.map((cell) => cell.trim())), rows.map((row) => row.map((cell) => cell.trim())));
});

test("CSV begins with the mark that Excel needs for Chinese, and holds no formula", () => {
  const csv = writeCsv([["姓名", "績效工資（元）"], ["=1+1", "-0.70"], ["甲,乙", "1,065.06"], ["@x", "-y"]]);
  assert.equal(csv, "\uFEFF姓名,績效工資（元）\r\n'=1+1,-0.70\r\n\"甲,乙\",\"1,065.06\"\r\n'@x,'-y\r\n");
});

test("an entry changes nothing but its own place", () => {
  const before = emptyCase("x");
  const place = { part: /** @type {const} */ ("rosters"), list: "nurse", row: 0, column: "shifts", item: "night" };
  const after = withText(before, place, "４");
  assert.equal(textAt(after, place), "４");
  assert.deepEqual(before, emptyCase("x"));
  assert.deepEqual(withText(after, place, "").rosters.nurse, [{ shifts: {} }]);
});

test("facts of the wrong shape are no case", () => {
  for (const wrong of [null, 1, [], { inputs: [] }, { rosters: { nurse: [1] } }, { tables: { t: {} } }, { choices: null }]) {
    assert.equal(completeCase(wrong), null, JSON.stringify(wrong));
  }
  assert.deepEqual(completeCase({ scheme: "x" }), emptyCase("x"));
});

test("a saved case is the facts themselves, so that the command line reads it too", () => {
  const facts = { ...emptyCase("ward-nurses"), inputs: { pool: "１２，４４６" } };
  assert.deepEqual(JSON.parse(savedText(facts, null)), facts);
  assert.deepEqual(readSaved(savedText(facts, null)), { is: "case", facts, scheme: null, decision: null });
});

test("a case of a hospital's own scheme carries the scheme", () => {
  const facts = emptyCase("own-1");
  const own = { name: "own.toml", text: "id = 'own-1'" };
  assert.deepEqual(readSaved(savedText(facts, own)), { is: "case", facts, scheme: own, decision: null });
});

test("files from newer versions and other files are told apart", () => {
  assert.deepEqual(readSaved('{"scheme":"x","format":2}'), { is: "newer", format: 2 });
  for (const other of ["", "id = 1", "[]", "3", '{"scheme":"x","rosters":3}', '{"format":1}']) {
    assert.deepEqual(readSaved(other), { is: "nothing" }, other);
  }
});

// A block of cells as text: what spreadsheets put on the clipboard, read and written.

/**
 * The cells of a copied block: tabs between cells, lines between rows, quotes around a cell with either of them in it.
 *
 * @param {string} text
 * @returns {string[][]}
 */
export function readBlock(text) {
  /** @type {string[][]} */
  const rows = [];
  /** @type {string[]} */
  let row = [];
  let cell = "";
  let quoted = false;
  const source = text.replace(/\r\n?/g, "\n");
  for (let at = 0; at < source.length; at += 1) {
    const letter = source[at];
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (source[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (letter === '"' && cell === "" && closes(source, at + 1)) quoted = true;
    else if (letter === "\t" || letter === "\n") {
      row.push(cell.trim());
      cell = "";
      if (letter === "\n") {
        rows.push(row);
        row = [];
      }
    } else cell += letter;
  }
  // Spreadsheets end the last row too; without text after it there is no further row.
  if (cell !== "" || row.length > 0) {
    row.push(cell.trim());
    rows.push(row);
  }
  return rows;
}

/**
 * Whether a quoted cell that starts here also ends as one: a lone inch sign is just a letter.
 *
 * @param {string} source
 * @param {number} from
 */
function closes(source, from) {
  return /^(?:[^"]|"")*"(?=[\t\n]|$)/.test(source.slice(from));
}

/**
 * A block as spreadsheets read it from the clipboard.
 *
 * @param {string[][]} rows
 */
export function writeBlock(rows) {
  const cell = (/** @type {string} */ text) => (/[\t\n"]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);
  return rows.map((row) => row.map(cell).join("\t")).join("\n");
}

/**
 * Rows as a CSV file that Excel opens in Chinese: with a byte order mark, and nothing that it takes for a formula.
 *
 * @param {string[][]} rows
 */
export function writeCsv(rows) {
  return `\uFEFF${rows.map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;
}

/** @param {string} text */
function csvCell(text) {
  const isNumber = /^-?\d[\d,]*(\.\d+)?$/.test(text);
  const harmless = !isNumber && /^[=+\-@\t]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(harmless) ? `"${harmless.replace(/"/g, '""')}"` : harmless;
}

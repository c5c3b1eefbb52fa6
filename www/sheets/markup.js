// XML as workbooks use it: read a piece at a time, and texts made fit to stand in it.

/**
 * @typedef {object} Reader what is told while a text is read
 * @property {(name: string, tag: string) => void} opens an element; `tag` is all that stands between < and >
 * @property {(name: string) => void} closes
 * @property {(text: string) => void} [text]
 */

/** Tells a reader what a text holds, however it is cut into pieces. Declarations and comments are passed over. */
export class Markup {
  /** @param {Reader} reader */
  constructor(reader) {
    this.reader = reader;
    this.rest = "";
  }

  /** @param {string} piece */
  feed(piece) {
    const source = this.rest + piece;
    let at = 0;
    for (;;) {
      const open = source.indexOf("<", at);
      if (open < 0) break;
      const close = endOfTag(source, open);
      if (close < 0) {
        this.words(source, at, open);
        this.rest = source.slice(open);
        return;
      }
      this.words(source, at, open);
      this.tag(source, open, close);
      at = close + 1;
    }
    // A text may be cut in the middle of "&amp;": it is told when its end is known.
    this.rest = source.slice(at);
  }

  /** @param {string} source @param {number} from @param {number} to */
  words(source, from, to) {
    if (to > from && this.reader.text) this.reader.text(plain(source.slice(from, to)));
  }

  /** @param {string} source @param {number} open @param {number} close */
  tag(source, open, close) {
    const first = source[open + 1];
    if (first === "!") {
      if (source.startsWith("<![CDATA[", open) && this.reader.text) this.reader.text(source.slice(open + 9, close - 2));
      return;
    }
    if (first === "?") return;
    if (first === "/") {
      this.reader.closes(localName(source.slice(open + 2, close)));
      return;
    }
    const isWhole = source[close - 1] === "/";
    const tag = source.slice(open + 1, isWhole ? close - 1 : close);
    const space = tag.search(/\s/);
    const name = localName(space < 0 ? tag : tag.slice(0, space));
    this.reader.opens(name, tag);
    if (isWhole) this.reader.closes(name);
  }
}

/** @param {string} source @param {number} open @returns {number} where the > stands; -1 where it is still to come */
function endOfTag(source, open) {
  if (source.startsWith("<!--", open)) return after(source, "-->", open);
  if (source.startsWith("<![CDATA[", open)) return after(source, "]]>", open);
  // These may still become one of the two.
  if (source.length - open < 9 && "<![CDATA[".startsWith(source.slice(open))) return -1;
  let close = source.indexOf(">", open);
  // A > may stand within quotes.
  while (close >= 0 && isQuoted(source, open, close)) close = source.indexOf(">", close + 1);
  return close;
}

/** @param {string} source @param {string} end @param {number} from */
function after(source, end, from) {
  const at = source.indexOf(end, from);
  return at < 0 ? -1 : at + end.length - 1;
}

/** @param {string} source @param {number} from @param {number} to */
function isQuoted(source, from, to) {
  let quote = "";
  for (let at = from; at < to; at += 1) {
    const letter = source[at];
    if (quote) {
      if (letter === quote) quote = "";
    } else if (letter === '"' || letter === "'") quote = letter;
  }
  return quote !== "";
}

/** @param {string} name */
function localName(name) {
  const trimmed = name.trim();
  return trimmed.slice(trimmed.indexOf(":") + 1);
}

/** @type {Map<string, RegExp>} */
const attributes = new Map();

/**
 * What an attribute of a tag says, whatever space of names it stands in.
 *
 * @param {string} tag
 * @param {string} name
 * @returns {string | null}
 */
export function attribute(tag, name) {
  let pattern = attributes.get(name);
  if (!pattern) {
    pattern = new RegExp(`\\s(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
    attributes.set(name, pattern);
  }
  const found = pattern.exec(tag);
  return found ? plain(found[1] ?? found[2]) : null;
}

/** @type {Record<string, string>} */
const ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** @param {string} text */
function plain(text) {
  if (!text.includes("&")) return text;
  return text.replace(/&(#x?[\da-f]+|\w+);/gi, (whole, name) => {
    if (name[0] !== "#") return ENTITIES[name] ?? whole;
    const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

/** What workbooks write for a letter that XML does not have: `_x000D_`. @param {string} text */
export function unescaped(text) {
  return text.includes("_x") ? text.replace(/_x([\da-f]{4})_/gi, (_, code) => String.fromCharCode(parseInt(code, 16))) : text;
}

/** A text fit to stand in XML. @param {string} text */
export function escaped(text) {
  return text
    .replace(/_x[\da-f]{4}_/gi, "_x005F$&")
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");
}

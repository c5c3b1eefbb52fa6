// Zip archives, which workbooks are: read part by part as streams, and written.

/**
 * @typedef {object} Part one file of an archive
 * @property {string} name
 * @property {number} size of its content, in bytes
 * @property {() => AsyncGenerator<Uint8Array, void, void>} pieces its content, a piece at a time
 */

/** A file that is not what it should be. `reason` is a key of the words. */
export class Unreadable extends Error {
  /** @param {string} reason @param {Record<string, string | number>} [values] */
  constructor(reason, values = {}) {
    super(reason);
    this.reason = reason;
    this.values = values;
  }
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
/** The longest comment behind the end of an archive, and the end itself. */
const LONGEST_END = 65535 + 22;
const STORED = 0;
const DEFLATED = 8;

/**
 * The parts of an archive by their names.
 *
 * @param {Uint8Array} bytes
 * @returns {Map<string, Part>}
 */
export function unzip(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  /** @type {Map<string, Part>} */
  const parts = new Map();
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let one = 0; one < count; one += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) throw new Unreadable("damaged");
    const length = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)).replace(/\\/g, "/").replace(/^\//, "");
    parts.set(name, partAt(bytes, view, at, name));
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return parts;
}

/** @param {DataView} view @returns {number} where the end of the archive's list begins */
function endOf(view) {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - LONGEST_END); at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw new Unreadable("damaged");
}

/**
 * @param {Uint8Array} bytes
 * @param {DataView} view
 * @param {number} at where the entry stands in the list
 * @param {string} name
 * @returns {Part}
 */
function partAt(bytes, view, at, name) {
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const check = view.getUint32(at + 16, true);
  const packed = view.getUint32(at + 20, true);
  const size = view.getUint32(at + 24, true);
  const local = view.getUint32(at + 42, true);
  async function* pieces() {
    if (flags & 1) throw new Unreadable("password");
    if (local + 30 > bytes.length || view.getUint32(local, true) !== LOCAL) throw new Unreadable("damaged");
    const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const content = bytes.subarray(from, from + packed);
    if (content.length < packed) throw new Unreadable("damaged");
    if (method === STORED) yield content;
    else if (method === DEFLATED) yield* inflated(content, check, size);
    else throw new Unreadable("damaged");
  }
  return { name, size, pieces };
}

/**
 * The browsers of today take deflated content as it is, those of 2020 only inside a gzip file: so it is given the head
 * and the end of one. The end holds the checksum and the size, so that damage is found.
 *
 * @param {Uint8Array} content
 * @param {number} check
 * @param {number} size
 */
async function* inflated(content, check, size) {
  const end = new DataView(new ArrayBuffer(8));
  end.setUint32(0, check, true);
  end.setUint32(4, size, true);
  const head = Uint8Array.of(0x1f, 0x8b, DEFLATED, 0, 0, 0, 0, 0, 0, 0xff);
  const reader = streamOf([head, content, new Uint8Array(end.buffer)]).pipeThrough(new DecompressionStream("gzip")).getReader();
  let seen = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      seen += value.length;
      // Content that grows beyond what it says would fill the memory.
      if (seen > size) throw new Unreadable("damaged");
      yield value;
    }
  } catch (reason) {
    throw reason instanceof Unreadable ? reason : new Unreadable("damaged");
  } finally {
    reader.cancel().catch(() => {});
  }
}

/** @param {Uint8Array[]} pieces @returns {ReadableStream<any>} */
function streamOf(pieces) {
  return new Blob(/** @type {BlobPart[]} */ (pieces)).stream();
}

/**
 * The text of a part.
 *
 * @param {Part | undefined} part
 */
export async function textOfPart(part) {
  if (!part) return "";
  const decoder = new TextDecoder();
  let text = "";
  for await (const piece of part.pieces()) text += decoder.decode(piece, { stream: true });
  return text + decoder.decode();
}

/**
 * An archive of texts.
 *
 * @param {[name: string, text: string][]} files
 * @returns {Promise<Uint8Array>}
 */
export async function zip(files) {
  /** @type {Uint8Array[]} */
  const content = [];
  /** @type {Uint8Array[]} */
  const list = [];
  let offset = 0;
  for (const [name, text] of files) {
    const letters = new TextEncoder().encode(name);
    const { packed, check, size } = await deflated(new TextEncoder().encode(text));
    const local = header(LOCAL, 30, letters, { packed: packed.length, check, size }, 4);
    const entry = header(ENTRY, 46, letters, { packed: packed.length, check, size }, 6);
    new DataView(entry.buffer).setUint16(4, 20, true);
    new DataView(entry.buffer).setUint32(42, offset, true);
    content.push(local, packed);
    list.push(entry);
    offset += local.length + packed.length;
  }
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, END, true);
  end.setUint16(8, files.length, true);
  end.setUint16(10, files.length, true);
  end.setUint32(12, lengthOf(list), true);
  end.setUint32(16, offset, true);
  return joined([...content, ...list, new Uint8Array(end.buffer)]);
}

/**
 * What stands before a content, and the same in the list at the end.
 *
 * @param {number} mark
 * @param {number} length without the name
 * @param {Uint8Array} name
 * @param {{ packed: number, check: number, size: number }} content
 * @param {number} at where the fields that both have begin
 */
function header(mark, length, name, { packed, check, size }, at) {
  const bytes = new Uint8Array(length + name.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, mark, true);
  view.setUint16(at, 20, true);
  // Names are UTF-8; the day is the first that the format knows, so that the same facts give the same file.
  view.setUint16(at + 2, 0x0800, true);
  view.setUint16(at + 4, DEFLATED, true);
  view.setUint16(at + 8, 0x0021, true);
  view.setUint32(at + 10, check, true);
  view.setUint32(at + 14, packed, true);
  view.setUint32(at + 18, size, true);
  view.setUint16(at + 22, name.length, true);
  bytes.set(name, length);
  return bytes;
}

/** @param {Uint8Array} bytes the content of a gzip file without its head and end, which says the checksum */
async function deflated(bytes) {
  const reader = streamOf([bytes]).pipeThrough(new CompressionStream("gzip")).getReader();
  /** @type {Uint8Array[]} */
  const pieces = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    pieces.push(value);
  }
  const file = joined(pieces);
  const view = new DataView(file.buffer);
  return { packed: file.subarray(10, file.length - 8), check: view.getUint32(file.length - 8, true), size: bytes.length };
}

/** @param {Uint8Array[]} pieces */
function lengthOf(pieces) {
  return pieces.reduce((sum, { length }) => sum + length, 0);
}

/** @param {Uint8Array[]} pieces */
function joined(pieces) {
  const whole = new Uint8Array(lengthOf(pieces));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

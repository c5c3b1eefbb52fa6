// Unpacks the browsers and the fonts of the npm packages into tools/browsers/, where harness/browser.mjs finds them.
import { createReadStream, createWriteStream, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { createBrotliDecompress, inflateSync } from "node:zlib";

import { extract } from "tar-fs";

const packages = fileURLToPath(new URL("./node_modules/", import.meta.url));
const tools = fileURLToPath(new URL("../../tools/browsers/", import.meta.url));

// Each browser lies in its package as a compressed program, with the libraries that a bare Linux lacks.
const browsers = [
  { name: "86", archives: ["aws.tar.br", "swiftshader.tar.br"] },
  { name: "92", archives: ["aws.tar.br", "swiftshader.tar.br"] },
  { name: "109", archives: ["aws.tar.br", "swiftshader.tar.br"] },
  { name: "current", archives: ["al2023.tar.br", "swiftshader.tar.br", "fonts.tar.br"] },
];

const fonts = [
  "noto-sans-tc/files/noto-sans-tc-chinese-traditional-400-normal.woff",
  "noto-sans-tc/files/noto-sans-tc-chinese-traditional-700-normal.woff",
  "noto-sans-sc/files/noto-sans-sc-chinese-simplified-400-normal.woff",
  "noto-sans-sc/files/noto-sans-sc-chinese-simplified-700-normal.woff",
];

for (const { name, archives } of browsers) {
  const from = join(packages, `chromium-${name}`);
  const version = JSON.parse(readFileSync(join(from, "package.json"), "utf8")).version;
  await once(join(tools, name), [version, ...archives].join(" "), async (folder) => {
    console.error(`xtask: unpacking Chromium ${name} into tools/browsers/${name}`);
    const program = createWriteStream(join(folder, "chromium"), { mode: 0o755 });
    await pipeline(createReadStream(join(from, "bin/chromium.br")), createBrotliDecompress(), program);
    for (const archive of archives) {
      await pipeline(createReadStream(join(from, "bin", archive)), createBrotliDecompress(), extract(folder));
    }
  });
}

await once(join(tools, "fonts"), `2 ${fonts.join(" ")}`, async (folder) => {
  for (const font of fonts) {
    const name = basename(font, ".woff");
    writeFileSync(join(folder, `${name}.ttf`), unpackedFont(readFileSync(join(packages, "@fontsource", font))));
  }
  writeFileSync(
    join(folder, "fonts.conf"),
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}</dir>
  <dir>${join(tools, "current/fonts")}</dir>
  <cachedir>${join(folder, "cache")}</cachedir>
${["TC", "SC"].map(renamed).join("\n")}
  <alias><family>sans-serif</family><prefer><family>Open Sans</family><family>Noto Sans TC</family></prefer></alias>
</fontconfig>
`,
  );
});

/**
 * The fonts call themselves thin in every weight; a page asks for them by their right name.
 *
 * @param {string} script
 */
function renamed(script) {
  return `  <match target="scan">
    <test name="family"><string>Noto Sans ${script} Thin</string></test>
    <edit name="family" mode="assign"><string>Noto Sans ${script}</string></edit>
  </match>`;
}

/**
 * A font as a system has it, from the compressed form of the web (WOFF 1.0), which browsers take only from pages.
 *
 * @param {Buffer} woff
 */
function unpackedFont(woff) {
  const count = woff.readUInt16BE(12);
  const header = Buffer.alloc(12 + 16 * count);
  const power = Math.floor(Math.log2(count));
  woff.copy(header, 0, 4, 8);
  header.writeUInt16BE(count, 4);
  header.writeUInt16BE(16 * 2 ** power, 6);
  header.writeUInt16BE(power, 8);
  header.writeUInt16BE(16 * (count - 2 ** power), 10);
  const parts = [header];
  let end = header.length;
  for (let table = 0; table < count; table += 1) {
    const entry = woff.subarray(44 + 20 * table);
    const [offset, packed, length] = [4, 8, 12].map((place) => entry.readUInt32BE(place));
    const stored = woff.subarray(offset, offset + packed);
    const place = 12 + 16 * table;
    entry.copy(header, place, 0, 4); // the tag
    entry.copy(header, place + 4, 16, 20); // the checksum
    header.writeUInt32BE(end, place + 8);
    header.writeUInt32BE(length, place + 12);
    parts.push(packed < length ? inflateSync(stored) : stored, Buffer.alloc(-length & 3));
    end += length + (-length & 3);
  }
  return Buffer.concat(parts);
}

/**
 * Fills a folder anew unless it was filled from the same version before.
 *
 * @param {string} folder
 * @param {string} version
 * @param {(folder: string) => Promise<void>} fill
 */
async function once(folder, version, fill) {
  const mark = join(folder, ".unpacked");
  if (readOr(mark) === version) return;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await fill(folder);
  writeFileSync(mark, version);
}

/** @param {string} file */
function readOr(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

// A static file server for the tests and for `cargo xtask serve`: no special headers, nothing but files.
import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".toml": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
};

/**
 * Serves a folder on this machine alone.
 *
 * @param {string} folder
 * @param {object} [how]
 * @param {number} [how.port] any free one if not given
 * @param {string} [how.prefix] the path that the folder lies under, such as `/tools/points`
 * @param {string[]} [how.untyped] endings that this server knows no type for, such as `.wasm`
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function serve(folder, { port = 0, prefix = "", untyped = [] } = {}) {
  const server = createServer((request, response) => {
    const file = fileFor(folder, prefix, request.url || "/");
    if (!file) {
      response.writeHead(404, { "Content-Type": "text/plain" }).end("not found");
      return;
    }
    const ending = extname(file);
    const type = untyped.includes(ending) ? undefined : TYPES[ending];
    // No-store: what is looked at is always what was built last.
    response.writeHead(200, { "Cache-Control": "no-store", ...(type && { "Content-Type": type }) });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve(undefined));
  });
  const address = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${address.port}${prefix}/`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * The file that an address names, if it names one inside the folder.
 *
 * @param {string} folder
 * @param {string} prefix
 * @param {string} address
 */
function fileFor(folder, prefix, address) {
  const path = decoded(address.split(/[?#]/, 1)[0]);
  if (path === undefined || !path.startsWith(`${prefix}/`)) return undefined;
  const inside = normalize(join(folder, path.slice(prefix.length)));
  const file = inside.endsWith(sep) ? join(inside, "index.html") : inside;
  const root = normalize(join(folder, sep));
  const found = file.startsWith(root) && statSync(file, { throwIfNoEntry: false })?.isFile();
  return found ? file : undefined;
}

/** @param {string} path */
function decoded(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

// The engine, started: from its file on a server, from the page itself in the edition in one file.
import start, { version } from "./pkg/jixiao.js";

/** The base64 text of the engine, which only the edition in one file has. */
function inlined() {
  const element = document.getElementById("jixiao-engine");
  if (!element) return undefined;
  return Uint8Array.from(atob(element.textContent || ""), (letter) => letter.charCodeAt(0));
}

/** @returns {Promise<{ version: string }>} */
export async function engine() {
  const bytes = inlined();
  await start(bytes && { module_or_path: bytes });
  return { version: version() };
}

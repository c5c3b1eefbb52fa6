// Serves a folder until it is stopped: `node serve.mjs FOLDER PORT`.
import { serve } from "./server.mjs";

const [folder, port] = process.argv.slice(2);
try {
  const { url } = await serve(folder, { port: Number(port) });
  console.log(`the site is at ${url} (stop with Ctrl+C)`);
} catch (problem) {
  console.error(problem.code === "EADDRINUSE" ? `port ${port} is taken: choose another with --port` : problem.message);
  process.exitCode = 1;
}

// The page: shows that the engine runs.
import { engine } from "./engine.js";

engine().then((started) => {
  const output = document.getElementById("engine-version");
  if (output) output.textContent = started.version;
});

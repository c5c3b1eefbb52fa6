//! The npm package in `pkg/`: the engine with an entry for browsers and one for Node.

use std::fs;
use std::path::PathBuf;

use crate::project::Project;
use crate::run::{text_of, write};
use crate::wasm;

/// Node has no `fetch` of files: the same module, started from the bytes that lie beside it.
const NODE_ENTRY: &str = r#"// The engine in Node: the module of jixiao.js, started from the file that lies beside it.
import { readFileSync } from "node:fs";
import { initSync } from "./jixiao.js";

const started = initSync({ module: readFileSync(new URL("./jixiao_bg.wasm", import.meta.url)) });

export * from "./jixiao.js";
/** The engine is ready after the import; awaiting this is the same code as in a browser. */
export default async function ready() {
  return started;
}
"#;

const README: &str = "\
# jixiao

The calculation engine of Jixiao (績效試算) as one ES module for browsers (Chromium 86 and newer) and Node 20 and newer.

```js
import ready, { version } from \"jixiao\";

await ready();
console.log(version());
```

In a browser `ready()` fetches `jixiao_bg.wasm` from beside `jixiao.js`; `ready({ module_or_path: bytes })` takes the bytes instead.
In Node the engine is ready after the import.
The types are in `jixiao.d.ts`.
";

/// Builds `pkg/`.
///
/// # Errors
///
/// Where a tool is missing or fails.
pub(crate) fn build(project: &Project) -> Result<(), String> {
    let pkg = emptied(project);
    let standard = wasm::modules(project, &[(&wasm::WHOLE, &pkg)])?;
    completed(project, standard)
}

/// The folder `pkg/` without what an earlier build left, which is not part of this one.
pub(crate) fn emptied(project: &Project) -> PathBuf {
    let pkg = project.path("pkg");
    let _gone = fs::remove_dir_all(&pkg);
    pkg
}

/// Writes what a package needs beside its module.
///
/// # Errors
///
/// Where a file cannot be written, or Cargo.toml lacks a field.
pub(crate) fn completed(project: &Project, standard: &str) -> Result<(), String> {
    let pkg = project.path("pkg");
    write(&pkg.join("node.js"), NODE_ENTRY.as_bytes())?;
    write(&pkg.join("package.json"), manifest(project, standard)?.as_bytes())?;
    write(&pkg.join("README.md"), README.as_bytes())
}

fn manifest(project: &Project, standard: &str) -> Result<String, String> {
    let cargo = text_of(&project.path("Cargo.toml"))?;
    let field = |name: &str| {
        let start = format!("{name} = \"");
        let found = cargo.lines().find_map(|line| line.strip_prefix(&start)?.strip_suffix('"'));
        found.ok_or_else(|| format!("Cargo.toml has no {name}"))
    };
    Ok(format!(
        r#"{{
  "name": "jixiao",
  "version": "{version}",
  "description": "{description}",
  "license": "{license}",
  "type": "module",
  "types": "./jixiao.d.ts",
  "main": "./node.js",
  "browser": "./jixiao.js",
  "exports": {{
    ".": {{ "types": "./jixiao.d.ts", "node": "./node.js", "default": "./jixiao.js" }},
    "./jixiao_bg.wasm": "./jixiao_bg.wasm"
  }},
  "files": ["jixiao.js", "jixiao.d.ts", "jixiao_bg.wasm", "node.js"],
  "sideEffects": ["./node.js"],
  "engines": {{ "node": ">=20" }},
  "standardLibrary": "{standard}"
}}
"#,
        version = field("version")?,
        description = field("description")?,
        license = field("license")?,
    ))
}

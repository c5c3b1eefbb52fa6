//! Where things lie in the checkout.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The checkout that the command works on.
pub(crate) struct Project {
    root: PathBuf,
}

impl Project {
    /// The workspace that this program was compiled from.
    pub(crate) fn find() -> Result<Self, String> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent();
        let root = root.filter(|path| path.join("Cargo.lock").is_file());
        match root {
            Some(path) => Ok(Self { root: path.to_path_buf() }),
            None => Err("the project's folder has moved: run `cargo xtask` inside it again".to_owned()),
        }
    }

    /// A place in the checkout.
    pub(crate) fn path(&self, below: &str) -> PathBuf {
        self.root.join(below)
    }

    /// Programs and browsers that the commands install for themselves.
    pub(crate) fn tools(&self) -> PathBuf {
        self.path("tools")
    }

    /// Where cargo builds; `CARGO_TARGET_DIR` is respected.
    pub(crate) fn target(&self) -> PathBuf {
        self.path(&env::var("CARGO_TARGET_DIR").unwrap_or_else(|_| "target".to_owned()))
    }

    /// A program that cargo installed into `tools/`.
    pub(crate) fn tool(&self, name: &str) -> PathBuf {
        let mut file = OsString::from(name);
        file.push(env::consts::EXE_SUFFIX);
        self.tools().join("bin").join(file)
    }
}

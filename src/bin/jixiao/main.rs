//! The command line: `jixiao check`, `jixiao schemes`.

mod check;
mod report;
mod schemes;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use jixiao::language::Language;

/// Exact hospital point schemes (績效試算).
#[derive(Parser)]
#[command(version)]
struct Arguments {
    /// Language of titles and problems: zh-Hant, zh-Hans or en.
    #[arg(long, global = true, default_value = "zh-Hant", value_parser = language)]
    lang: Language,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Say everything that is wrong with scheme files and their translations.
    Check {
        /// Scheme files; translations beside a scheme.toml (text.en.toml) are checked as well, or alone.
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// List the schemes of a folder.
    Schemes {
        /// The folder whose subfolders hold one scheme each.
        #[arg(default_value = "schemes")]
        folder: PathBuf,
    },
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match arguments.command {
        Command::Check { files } => check::check(&files, arguments.lang),
        Command::Schemes { folder } => schemes::list(&folder, arguments.lang),
    }
}

fn language(tag: &str) -> Result<Language, String> {
    Language::of_tag(tag).ok_or_else(|| format!("known: {}", Language::ALL.map(Language::tag).join(", ")))
}

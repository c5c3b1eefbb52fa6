//! The command line: `jixiao schemes | check | evaluate | explain`.

mod after;
mod check;
mod evaluate;
mod explain;
mod report;
mod schemes;
mod shipped;
mod source;
mod table;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use evaluate::Form;
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
    /// List the schemes that came with the program, or those of a folder.
    Schemes {
        /// The folder whose subfolders hold one scheme each.
        folder: Option<PathBuf>,
    },
    /// Compute facts, and print the outcome as JSON; fail when something is wrong with them.
    Evaluate {
        /// Id of a scheme that came with the program, or a scheme file.
        scheme: String,
        /// Facts as JSON, a case as TOML, or - for JSON from the standard input.
        facts: String,
        /// Take figures over from another scheme with its facts first; may be given several times.
        #[arg(long, num_args = 2, value_names = ["SCHEME", "FACTS"])]
        after: Vec<String>,
        /// Print tables instead of JSON.
        #[arg(long)]
        table: bool,
    },
    /// Say how one figure came about.
    Explain {
        /// Id of a scheme that came with the program, or a scheme file.
        scheme: String,
        /// Facts as JSON, a case as TOML, or - for JSON from the standard input.
        facts: String,
        /// Id of the step.
        step: String,
        /// Name of the row, or its number from 1, when the step has rows; every row of that name is explained.
        row: Option<String>,
        /// Take figures over from another scheme with its facts first; may be given several times.
        #[arg(long, num_args = 2, value_names = ["SCHEME", "FACTS"])]
        after: Vec<String>,
    },
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match arguments.command {
        Command::Check { files } => check::check(&files, arguments.lang),
        Command::Schemes { folder } => schemes::list(folder.as_deref(), arguments.lang),
        Command::Evaluate { scheme, facts, after, table } => {
            let form = if table { Form::Tables } else { Form::Json };
            evaluate::evaluate(&scheme, &facts, &after, form, arguments.lang)
        }
        Command::Explain { scheme, facts, step, row, after } => {
            explain::explain(&scheme, (&facts, &after), &step, row.as_deref(), arguments.lang)
        }
    }
}

fn language(tag: &str) -> Result<Language, String> {
    Language::of_tag(tag).ok_or_else(|| format!("known: {}", Language::ALL.map(Language::tag).join(", ")))
}

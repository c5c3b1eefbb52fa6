//! Problems as a person at a terminal reads them: the line, the place in it, and what to do.

use std::io::{IsTerminal, Write};
use std::path::Path;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use jixiao::language::Language;
use jixiao::problem::{Code, Problem, Span, nearest};

/// Prints problems of a file to the standard output.
pub(crate) fn print(path: &Path, text: &str, problems: &[Problem], language: Language) {
    let renderer = if std::io::stdout().is_terminal() { Renderer::styled() } else { Renderer::plain() };
    let mut out = std::io::stdout().lock();
    for problem in problems {
        let shown = rendered(&renderer, path, text, problem, language);
        if writeln!(out, "{shown}\n").is_err() {
            // Nobody reads on.
            return;
        }
    }
}

/// Says that nothing is called `name`, and what was probably meant.
pub(crate) fn unknown<'n>(name: &str, known: impl Iterator<Item = &'n str>, language: Language) -> String {
    let among: Vec<String> = known.map(str::to_owned).collect();
    let nearest = nearest(name, among.iter().map(String::as_str));
    let problem = Code::UnknownName { name: name.to_owned(), nearest, among }.on("");
    match problem.hint(&language) {
        Some(hint) => format!("{}\n{hint}", problem.message(&language)),
        None => problem.message(&language),
    }
}

fn rendered(renderer: &Renderer, path: &Path, text: &str, problem: &Problem, language: Language) -> String {
    let (wrong, advice, elsewhere) = words(language);
    let path = path.display().to_string();
    let range = |span: Span| {
        // The text may be shorter than the file, or other, where the file is not UTF-8.
        let boundary =
            |byte: usize| (byte..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
        boundary(span.start)..boundary(span.end.max(span.start))
    };
    let mut snippet = Snippet::source(text).path(path);
    snippet = snippet.annotation(AnnotationKind::Primary.span(range(problem.span().unwrap_or_default())));
    if let Some(other) = problem.other() {
        snippet = snippet.annotation(AnnotationKind::Context.span(range(other)).label(elsewhere));
    }
    let title = Level::ERROR.with_name(wrong).primary_title(problem.message(&language)).id(problem.code.id());
    let mut group = title.element(snippet);
    if let Some(hint) = problem.hint(&language) {
        group = group.element(Level::HELP.with_name(advice).message(hint));
    }
    renderer.render(&[group])
}

/// What stands before a problem, before its hint, and at the second place it speaks of.
fn words(language: Language) -> (&'static str, &'static str, &'static str) {
    match language {
        Language::TraditionalChinese => ("問題", "建議", "另一處在這裡"),
        Language::SimplifiedChinese => ("问题", "建议", "另一处在这里"),
        Language::English => ("problem", "advice", "the other place"),
    }
}

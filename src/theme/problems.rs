//! The template engine's errors in Dutch, at their place.

use crate::diag::{Diagnostic, FileId, Span, words};
use crate::source::Sources;
use std::collections::BTreeMap;
use tera::{Error, ErrorKind};

/// The diagnostic of a template error. `asked` is the file to point to when the error names none.
pub fn template_problem(
    error: &Error,
    asked: Option<FileId>,
    files: &BTreeMap<String, FileId>,
    sources: &Sources,
) -> Diagnostic {
    let file_of = |name: &str| files.get(name).copied().or(asked);
    let (name, range, says, fatal) = match error.kind() {
        ErrorKind::SyntaxError(report) => (report.filename(), report.span().range.clone(), report.message(), true),
        ErrorKind::RenderingError(report) => (report.filename(), report.span().range.clone(), report.message(), false),
        ErrorKind::MissingParent { current, parent } => {
            return words::theme::missing_parent(top(file_of(current)), current, parent);
        }
        ErrorKind::CircularExtend { tpl, .. } | ErrorKind::CircularInclude { tpl, .. } => {
            return words::theme::circle(top(file_of(tpl)), tpl);
        }
        other => return words::theme::other(top(asked), &other.to_string()),
    };
    let place = file_of(name).map(|file| {
        let mark = sources.get(file).text().map_or(0, |(_, mark)| mark);
        Span::new(file, range.start + mark..range.end + mark)
    });
    if fatal { words::theme::syntax(place, says) } else { words::theme::rendering(place, says) }
}

fn top(file: Option<FileId>) -> Option<Span> {
    file.map(Span::top)
}

//! One line per problem: `pad:regel:kolom: fout[CODE]: melding`, the form that editors' problem matchers read.

use super::{Diagnostic, Files, Severity, line_column};

/// The short form of one diagnostic, without a line end.
pub fn render(diagnostic: &Diagnostic, files: &dyn Files) -> String {
    let word = word(diagnostic.severity);
    let (code, message) = (diagnostic.code, &diagnostic.message);
    match diagnostic.place {
        Some(place) => {
            let at = line_column(&files.text(place.file), place.start as usize);
            format!("{}:{}:{}: {word}[{code}]: {message}", files.path(place.file), at.line, at.column)
        }
        None => format!("{word}[{code}]: {message}"),
    }
}

/// The Dutch word for a severity.
pub fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "fout",
        Severity::Warning => "let op",
    }
}

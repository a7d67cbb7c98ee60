//! One line per problem: `pad:regel:kolom: fout[CODE]: melding`, the form that editors' problem matchers read.

use super::{Diagnostic, Files, Severity, Texts};

/// The short form of all, a line each.
pub fn all(diagnostics: &[Diagnostic], files: &dyn Files) -> String {
    let texts = Texts::of(diagnostics, files);
    diagnostics.iter().map(|d| one(d, files, &texts) + "\n").collect()
}

/// The short form of one diagnostic, without a line end.
pub fn render(diagnostic: &Diagnostic, files: &dyn Files) -> String {
    one(diagnostic, files, &Texts::of([diagnostic], files))
}

fn one(diagnostic: &Diagnostic, files: &dyn Files, texts: &Texts<'_>) -> String {
    let word = word(diagnostic.severity);
    let (code, message) = (diagnostic.code, &diagnostic.message);
    match diagnostic.place {
        Some(place) => {
            let at = texts.start(place);
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

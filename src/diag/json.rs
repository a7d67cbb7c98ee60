//! Diagnostics as JSON, for programs that show them to editors.

use super::{Diagnostic, Files, Texts, short};
use serde_json::{Value, json};

/// All diagnostics as one JSON array (pretty, with a line end).
///
/// Each item has `code`, `ernst`, `melding`, `uitleg`, and, where there is a place, `bestand`, `regel`, `kolom`,
/// `eindregel`, `eindkolom` (columns count characters from 1).
pub fn render(diagnostics: &[Diagnostic], files: &dyn Files) -> String {
    pretty(&list(diagnostics, files))
}

/// All diagnostics as one JSON array, to stand in what else there is to tell.
pub fn list(diagnostics: &[Diagnostic], files: &dyn Files) -> Value {
    let texts = Texts::of(diagnostics, files);
    diagnostics.iter().map(|d| item(d, files, &texts)).collect()
}

/// JSON that a person can read too, with a line end.
pub fn pretty(value: &Value) -> String {
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}

/// One diagnostic as a JSON object.
fn item(d: &Diagnostic, files: &dyn Files, texts: &Texts<'_>) -> Value {
    let mut value = json!({
        "code": d.code,
        "ernst": short::word(d.severity),
        "melding": d.message,
        "aanwijzing": d.label,
        "uitleg": d.remedy,
    });
    if let Some(place) = d.place {
        let (from, to) = (texts.start(place), texts.end(place));
        value["bestand"] = json!(files.path(place.file));
        value["regel"] = json!(from.line);
        value["kolom"] = json!(from.column);
        value["eindregel"] = json!(to.line);
        value["eindkolom"] = json!(to.column);
    }
    value
}

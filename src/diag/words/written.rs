//! Values that are written as no value can be.

use crate::diag::{Diagnostic, Span};

/// `DATA001`: a text of a list without one of its quotes.
pub fn half_quoted(place: Span) -> Diagnostic {
    Diagnostic::error("DATA001", place, "Dit kan niet worden gelezen: er ontbreekt een aanhalingsteken")
        .label("ergens hier")
        .remedy(
            "Zet voor en achter elke tekst een aanhalingsteken, en een komma tussen twee teksten: [\"een\", \"twee\"]",
        )
}

/// `DATA001`: a text of several lines that does not end.
pub fn endless_text(place: Span) -> Diagnostic {
    Diagnostic::error("DATA001", place, "Dit kan niet worden gelezen: deze tekst houdt niet op")
        .label("de tekst begint hier")
        .remedy("Zet achter de tekst ook drie aanhalingstekens, of schrijf op één regel: \"…\".")
}

/// `DATA004`: `[[relatie.ambitie]]` above what there is only one of.
pub fn double_heading(place: Span, name: &str) -> Diagnostic {
    Diagnostic::error("DATA004", place, "Van dit blok kan er hier maar één zijn, en dat staat tussen enkele blokhaken")
        .label("dubbele blokhaken")
        .remedy(format!("Schrijf: [{name}]. Staan er meer van? Houd er één over."))
}

/// `DATA004`: a time that no clock shows.
pub fn off_clock(place: Span, text: &str) -> Diagnostic {
    Diagnostic::error("DATA004", place, format!("“{text}” is geen tijd die een klok aangeeft"))
        .label("deze tijd")
        .remedy("Schrijf uren van 0 tot en met 23 en minuten van 00 tot en met 59, zoals: \"14:30\".")
}

/// `DATA004`: a number that is too large, or none at all.
pub fn no_such_number(place: Span, text: &str) -> Diagnostic {
    let (what, label) = match text.trim_start_matches(['+', '-']) {
        "nan" | "inf" => (format!("“{text}” is geen getal"), "geen getal"),
        _ => ("Dit getal is te groot om mee te rekenen".to_owned(), "te groot"),
    };
    Diagnostic::error("DATA004", place, what)
        .label(label)
        .remedy("Schrijf het getal zelf, in cijfers, zoals: 14.5. Weet u het nog niet? Schrijf dan: \"…\".")
}

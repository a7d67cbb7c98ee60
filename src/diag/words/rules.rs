//! What must hold between records of the data.

use crate::diag::{Diagnostic, Span};

/// `REGEL001`: a relation from something to itself.
pub fn relation_with_itself(place: Span, id: &str) -> Diagnostic {
    Diagnostic::error("REGEL001", place, format!("Deze band loopt van “{id}” naar zichzelf"))
        .label("hetzelfde als van")
        .remedy("Zet bij naar de id van de andere partij.")
}

/// `REGEL002`: a record that does not say how sure it is.
pub fn without_status(place: Span, id: &str) -> Diagnostic {
    Diagnostic::error("REGEL002", place, format!("Bij “{id}” staat niet hoe zeker dit is"))
        .label("in dit blok")
        .remedy("Voeg een regel toe zoals: status = \"voorstel\". Kies uit: besloten, voorstel, duiding, open, tegenstrijdig, feit.")
}

/// `REGEL003`: a record that does not say where it comes from.
pub fn without_source(place: Span, id: &str) -> Diagnostic {
    Diagnostic::error("REGEL003", place, format!("Bij “{id}” staat niet waar dit vandaan komt"))
        .label("in dit blok")
        .remedy("Voeg een regel toe zoals: bron = [\"plan/deel-1\"], met de id van een bron uit de map data.")
}

//! What must hold between records of the data.

use crate::diag::{Diagnostic, Span};

/// `REGEL001`: a relation from something to itself.
pub fn relation_with_itself(place: Span, id: &str) -> Diagnostic {
    Diagnostic::error("REGEL001", place, format!("Deze band loopt van “{id}” naar zichzelf"))
        .label("hetzelfde als van")
        .remedy("Zet bij naar de id van de andere partij.")
}

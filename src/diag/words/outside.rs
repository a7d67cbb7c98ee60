//! Links to other sites (`LINK007` and on), which only `check --extern` looks at.

use crate::diag::{Diagnostic, Span};

/// The codes that only a look at other sites can give.
pub const CODES: &[&str] = &["LINK007", "LINK008", "LINK009"];

/// `LINK007`: the other site has no such page.
pub fn gone(place: Span, address: &str, status: u16) -> Diagnostic {
    Diagnostic::warning("LINK007", place, format!("De pagina “{address}” bestaat niet meer ({status})"))
        .label("dode link")
        .remedy("Zoek op die site waar de pagina nu staat en verander het adres, of haal de link weg.")
}

/// `LINK008`: there is no site of that name.
pub fn no_site(place: Span, address: &str) -> Diagnostic {
    Diagnostic::warning("LINK008", place, format!("De website van “{address}” is niet te vinden"))
        .label("onbekende website")
        .remedy("Kijk of het adres goed is geschreven. Bestaat de site niet meer? Haal de link dan weg.")
}

/// `LINK009`: the page has another address for good.
pub fn moved(place: Span, address: &str, to: &str) -> Diagnostic {
    Diagnostic::warning("LINK009", place, format!("De pagina “{address}” is verhuisd"))
        .label("het oude adres")
        .remedy(format!("Schrijf: {to}"))
        .mend_word(place, address, to)
}

//! Raw HTML whose parts are each right, and together are not.

use crate::diag::{Diagnostic, Span};

/// `MD024`: a part before or behind others where it cannot stand, or one too many.
pub fn out_of_order(place: Span, name: &str, whole: &str) -> Diagnostic {
    let right = match name {
        "summary" | "caption" => "vooraan, en één keer",
        "figcaption" => "vooraan of achteraan, en één keer",
        "thead" => "boven de rijen, en één keer",
        "tfoot" => "onder alle rijen, en één keer",
        "dt" => "boven een <dd>: de uitleg ontbreekt",
        "dd" => "onder een <dt>: het woord dat u uitlegt",
        "dfn" => "niet: sluit eerst de vorige",
        _ => "boven <tfoot>",
    };
    Diagnostic::error("MD024", place, format!("<{name}> staat niet op zijn plaats in <{whole}>"))
        .label("deze HTML")
        .remedy(format!("In <{whole}> hoort <{name}> {right}."))
}

/// `MD022`: a name for what has no role.
pub fn no_name(place: Span, attribute: &str, name: &str) -> Diagnostic {
    Diagnostic::error("MD022", place, format!("“{attribute}” doet niets bij <{name}>")).label("dit kenmerk").remedy(
        "Een voorleesprogramma leest het hier niet voor. Zet de woorden in de tekst zelf, of geef het onderdeel een rol: role=\"group\".",
    )
}

/// `MD023`: a moment that only people can read.
pub fn no_date(place: Span) -> Diagnostic {
    Diagnostic::error("MD023", place, "Bij <time> ontbreekt de datum in cijfers").label("geen datetime").remedy(
        "Schrijf: <time datetime=\"2027-01-31\">31 januari 2027</time>. Of haal <time> weg: gewone tekst is ook goed.",
    )
}

/// `MD023`: an id that nothing on the page has.
pub fn unknown_id(place: Span, id: &str) -> Diagnostic {
    Diagnostic::error("MD023", place, format!("Niets op deze pagina heeft de id “{id}”"))
        .label("deze id")
        .remedy("Neem de id over van iets op deze pagina, of haal dit kenmerk weg.")
}

//! Problems with the theme.

use crate::diag::{Diagnostic, Severity, Span};

fn at(code: &'static str, place: Option<Span>, message: impl Into<String>) -> Diagnostic {
    Diagnostic { place, severity: Severity::Error, ..Diagnostic::placeless(code, message) }
}

/// `SJABLOON001`: a template that cannot be read.
pub fn syntax(place: Option<Span>, says: &str) -> Diagnostic {
    at("SJABLOON001", place, "Dit sjabloon kan niet worden gelezen").label("hier loopt het vast").remedy(format!(
        "Kijk of alle {{{{ }}}}, {{% %}} en blokken goed zijn afgesloten. De sjabloonmotor meldt (Engels): {says}"
    ))
}

/// `SJABLOON002`: a template that fails while a page is made.
pub fn rendering(place: Option<Span>, says: &str) -> Diagnostic {
    let remedy = match unknown_name(says) {
        Some(name) => format!("Er is geen waarde “{name}”. Kijk of de naam goed is geschreven."),
        None => format!("Kijk wat hier wordt gevraagd. De sjabloonmotor meldt (Engels): {says}"),
    };
    at("SJABLOON002", place, "Dit sjabloon geeft een fout bij het maken van een pagina")
        .label("hier gaat het mis")
        .remedy(remedy)
}

/// The name between backticks or quotes in what the engine says of an unknown variable or field.
fn unknown_name(says: &str) -> Option<&str> {
    if !(says.contains("not found") || says.contains("undefined") || says.contains("not defined")) {
        return None;
    }
    ['`', '\''].into_iter().find_map(|quote| says.split(quote).nth(1))
}

/// `SJABLOON003`: a template extends one that is not there.
pub fn missing_parent(place: Option<Span>, current: &str, parent: &str) -> Diagnostic {
    at("SJABLOON003", place, format!("Het sjabloon {current} bouwt voort op {parent}, en dat is er niet"))
        .remedy("Kijk of de naam goed is geschreven. Het gewone sjabloon van het thema heet thema/naam.html.")
}

/// `SJABLOON004`: templates that refer to each other in a circle.
pub fn circle(place: Option<Span>, name: &str) -> Diagnostic {
    at("SJABLOON004", place, format!("Het sjabloon {name} verwijst via andere sjablonen naar zichzelf"))
        .remedy("Haal een van de verwijzingen (extends of include) weg.")
}

/// `SJABLOON005`: anything else that the engine says.
pub fn other(place: Option<Span>, says: &str) -> Diagnostic {
    at("SJABLOON005", place, "Er is een fout in een sjabloon")
        .remedy(format!("De sjabloonmotor meldt (Engels): {says}"))
}

/// `SJABLOON006`: a filter, function, component or template that nobody has.
pub fn unknown_part(place: Option<Span>, kind: &str, name: &str) -> Diagnostic {
    let what = match kind {
        "filter" => "Het filter",
        "function" => "De functie",
        "component" => "De bouwsteen",
        "template" => "Het sjabloon",
        _ => "Het onderdeel",
    };
    at("SJABLOON006", place, format!("{what} “{name}” bestaat niet"))
        .label("onbekend")
        .remedy("Kijk of de naam goed is geschreven.")
}

/// `THEMA001`: a theme without a template that the program needs.
pub fn missing_template(name: &str) -> Diagnostic {
    Diagnostic::placeless("THEMA001", format!("Het thema heeft geen sjabloon {name}"))
        .remedy(format!("Zet het bestand templates/{name} in het thema, of laat het thema een ander thema uitbreiden met breidt_uit = \"weefsel\"."))
}

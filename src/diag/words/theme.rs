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

/// `STIJL001`: a file with design tokens that is not JSON.
pub fn tokens_no_json(place: Span, says: &str) -> Diagnostic {
    Diagnostic::error("STIJL001", place, "Dit bestand met uw huisstijl kan niet worden gelezen")
        .label("hier loopt het vast")
        .remedy(format!(
            "Kijk of elke regel een komma heeft waar er nog een volgt, en of alle aanhalingstekens en accolades zijn gesloten. De lezer meldt (Engels): {says}"
        ))
}

/// `STIJL002`: a file with design tokens that holds no object.
pub fn tokens_no_object(place: Span) -> Diagnostic {
    Diagnostic::error("STIJL002", place, "In dit bestand met uw huisstijl staan geen design tokens")
        .remedy("Het bestand begint met { en eindigt met }. In HANDLEIDING.md staat een voorbeeld.")
}

/// `STIJL003`: a design token that the theme does not have.
pub fn unknown_token(place: Span, name: &str, near: Option<&str>) -> Diagnostic {
    Diagnostic::error("STIJL003", place, format!("Het thema kent geen design token “{name}”"))
        .label("onbekend")
        .remedy(match near {
            Some(near) => format!("Bedoelde u “{near}”?"),
            None => "In HANDLEIDING.md staat welke design tokens er zijn. Eigen kleuren om naar te verwijzen mogen elke naam hebben die niet met “verbeeld” begint.".into(),
        })
}

/// `STIJL004`: a token that refers to one that is not there, or in a circle.
pub fn token_leads_nowhere(place: Span, name: &str, near: Option<&str>) -> Diagnostic {
    Diagnostic::error("STIJL004", place, format!("De verwijzing {{{name}}} leidt nergens heen"))
        .label("geen waarde gevonden")
        .remedy(match near {
            Some(near) => format!("Bedoelde u {{{near}}}?"),
            None => "Verwijs naar een design token dat zelf een waarde heeft.".into(),
        })
}

fn bad_token(place: Span, name: &str, what: &str, example: &str) -> Diagnostic {
    Diagnostic::error("STIJL005", place, format!("Bij “{name}” hoort {what}"))
        .label("dit is iets anders")
        .remedy(format!("Schrijf bijvoorbeeld {example}."))
}

/// `STIJL005`: a value that is no colour.
pub fn token_no_colour(place: Span, name: &str) -> Diagnostic {
    bad_token(place, name, "een kleur", "\"#24457A\"")
}

/// `STIJL005`: a value that is no length.
pub fn token_no_dimension(place: Span, name: &str) -> Diagnostic {
    bad_token(place, name, "een maat in px of rem", "{ \"value\": 8, \"unit\": \"px\" }")
}

/// `STIJL005`: a value that is no name of a font.
pub fn token_no_fonts(place: Span, name: &str) -> Diagnostic {
    bad_token(place, name, "een lettertype, of een lijst van lettertypen", "[\"Verdana\", \"sans-serif\"]")
}

/// `STIJL006`: a colour for light without one for dark, or the other way round.
pub fn token_only_here(place: Span, other: &str) -> Diagnostic {
    Diagnostic::error("STIJL006", place, format!("Deze kleur staat niet in {other}")).label("alleen hier").remedy(
        "Zet elke kleur in beide bestanden. Wilt u geen donkere weergave? Haal huisstijl.donker.tokens.json dan weg.",
    )
}

/// `STIJL007`: colours of which people cannot tell one from the other well enough.
pub fn token_too_weak(place: Span, colour: &str, ground: &str, ratio: f64, least: f64) -> Diagnostic {
    let number = |value| crate::dutch::dutch_number(value, 1);
    Diagnostic::warning(
        "STIJL007",
        place,
        format!("“{colour}” is niet goed te zien op “{ground}”: het contrast is {} op 1", number((ratio * 10.0).floor() / 10.0)),
    )
    .label("te weinig contrast")
    .remedy(format!(
        "Voor de toegankelijkheid (WCAG 2.2) is minstens {} op 1 nodig. Maak de ene kleur donkerder of de andere lichter.",
        number(least)
    ))
}

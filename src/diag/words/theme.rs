//! Problems with the theme.

use crate::diag::{Diagnostic, Severity, Span, nearest};

fn at(code: &'static str, place: Option<Span>, message: impl Into<String>) -> Diagnostic {
    Diagnostic { place, severity: Severity::Error, ..Diagnostic::placeless(code, message) }
}

/// `SJABLOON001`: a template that cannot be read; `says` is what the engine says, in English.
pub fn syntax(place: Option<Span>, says: &str, block: Option<&str>) -> Diagnostic {
    at("SJABLOON001", place, format!("Dit sjabloon kan niet worden gelezen{}", in_block(block)))
        .label("hier loopt het vast")
        .remedy(format!("{}.", cause(says)))
}

/// `SJABLOON002`: a template that fails while a page is made.
pub fn rendering(place: Option<Span>, says: &str, block: Option<&str>) -> Diagnostic {
    let remedy = match unknown_name(says) {
        Some(name) => {
            let known = says.split_once("Available ").and_then(|(_, rest)| rest.split_once(": ")).map_or("", |(_, all)| all);
            match nearest(name, known.split(", ").filter(|known| !known.is_empty())) {
                Some(near) => format!("Er is geen waarde “{name}”. Bedoelde u “{near}”?"),
                None => format!("Er is geen waarde “{name}”. Kijk of de naam goed is geschreven."),
            }
        }
        None => "Kijk wat hier wordt gevraagd: de waarde past niet bij wat het sjabloon ermee doet. Is zij soms leeg? Zet er dan \
                 {% if … %} omheen."
            .to_owned(),
    };
    at("SJABLOON002", place, format!("Dit sjabloon geeft een fout bij het maken van een pagina{}", in_block(block)))
        .label("hier gaat het mis")
        .remedy(remedy)
}

fn in_block(block: Option<&str>) -> String {
    block.map(|name| format!(", in het blok “{name}”")).unwrap_or_default()
}

/// What the engine says, in Dutch: it is matched on its stable words.
fn cause(says: &str) -> String {
    let after = |mark: &str| says.split_once(mark).map(|(_, rest)| rest.trim_end_matches('.').trim().replace('`', ""));
    let found = says.strip_prefix("Found ").and_then(|rest| rest.split(" but ").next()).map(|f| f.trim_matches('`'));
    if says.contains("end of input") || says.contains("end of raw block") {
        return "Het sjabloon houdt op terwijl er nog iets open is. Zet onderaan wat ontbreekt: {% endif %}, {% endfor %} of \
                {% endblock %}"
            .to_owned();
    }
    if says.contains("end of string") {
        return "Een tekst tussen aanhalingstekens houdt niet op. Zet het aanhalingsteken erachter".to_owned();
    }
    if says.contains("Unexpected character") {
        return "Hier staat een teken dat in een sjabloon niet kan. Haal het weg; een tekst staat tussen rechte aanhalingstekens".to_owned();
    }
    if says.contains("escape character") {
        return "Achter een schuine streep naar links (\\) staat een teken dat daar niet kan. Schrijf een losse streep dubbel"
            .to_owned();
    }
    if says.contains("`elif`, `else` or `endif`") {
        return "Bij {% if … %} hoort {% endif %}. Zet dat achter het deel dat erbij hoort".to_owned();
    }
    if says.contains("<") && says.contains("component") {
        return "Het teken < begint hier een bouwsteen. Vergelijkt u twee waarden? Zet er dan spaties omheen"
            .to_owned();
    }
    let wanted = after("but expected ").or_else(|| after("but was expecting "));
    match (found, wanted) {
        (Some(found), Some(wanted)) if wanted.len() < 12 => {
            format!(
                "Hier staat {found}, en er hoort {wanted} te staan. Kijk of alle {{{{ }}}}, {{% %}} en blokken zijn afgesloten"
            )
        }
        (Some(found), _) => format!(
            "Hier staat {found}, en dat kan hier niet. Kijk of alle {{{{ }}}}, {{% %}} en blokken zijn afgesloten"
        ),
        _ => "Kijk of alle {{ }}, {% %} en blokken goed zijn afgesloten".to_owned(),
    }
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
pub fn other(place: Option<Span>) -> Diagnostic {
    at("SJABLOON005", place, "Er is een fout in een sjabloon")
        .remedy("Kijk of elk blok in het sjabloon één keer voorkomt, en of alles wat begint ook eindigt.")
}

/// `SJABLOON006`: a filter, function, component, block or template that nobody has.
pub fn unknown_part(place: Option<Span>, kind: &str, name: &str, near: Option<&str>) -> Diagnostic {
    let near = near.map(|near| format!("Bedoelde u “{near}”?"));
    if kind == "block" {
        let message = format!("Het blok “{name}” staat in geen van de sjablonen waar dit op voortbouwt");
        return at("SJABLOON006", place, message).label("onbekend").remedy(near.unwrap_or_else(|| {
            "Kijk in het sjabloon achter extends welke blokken er zijn; daaruit kiest u welke u hier anders invult."
                .to_owned()
        }));
    }
    let what = match kind {
        "test" => "De toets achter is",
        "filter" => "Het filter",
        "function" => "De functie",
        "component" => "De bouwsteen",
        "template" => "Het sjabloon",
        _ => "Het onderdeel",
    };
    at("SJABLOON006", place, format!("{what} “{name}” bestaat niet"))
        .label("onbekend")
        .remedy(near.unwrap_or_else(|| "Kijk of de naam goed is geschreven.".to_owned()))
}

/// `THEMA001`: a theme without a template that the program needs.
pub fn missing_template(name: &str) -> Diagnostic {
    Diagnostic::placeless("THEMA001", format!("Het thema heeft geen sjabloon {name}"))
        .remedy(format!("Zet het bestand templates/{name} in het thema, of laat het thema een ander thema uitbreiden met breidt_uit = \"weefsel\"."))
}

/// `STIJL001`: a file with design tokens that is not JSON.
pub fn tokens_no_json(place: Span, slip: JsonSlip) -> Diagnostic {
    let (label, remedy) = match slip {
        JsonSlip::CommaTooMany => (
            "hier staat een komma te veel",
            "Haal de komma weg. Achter het laatste onderdeel tussen { } of [ ] staat er geen.",
        ),
        JsonSlip::CommaMissing => ("hiervoor ontbreekt een komma", "Zet een komma achter het onderdeel ervoor."),
        JsonSlip::ColonMissing => ("hier ontbreekt een dubbele punt", "Schrijf: \"naam\": waarde."),
        JsonSlip::ValueMissing => {
            ("hier ontbreekt een waarde", "Zet achter de dubbele punt een waarde, zoals \"#24457A\".")
        }
        JsonSlip::Quotes => (
            "hier klopt iets niet met de aanhalingstekens",
            "Zet elke naam en tekst tussen rechte dubbele aanhalingstekens: \"…\".",
        ),
        JsonSlip::Comment => {
            ("een opmerking kan hier niet", "Haal de opmerking weg. In dit bestand staan alleen namen en waarden.")
        }
        JsonSlip::NotClosed => ("dit is niet afgesloten", "Sluit elke { af met } en elke [ met ]."),
        JsonSlip::TooMuch => ("hier houdt het bestand op", "Achter de laatste } hoort niets meer te staan."),
        JsonSlip::Other => (
            "hier loopt het vast",
            "Kijk of elke regel een komma heeft waar er nog een volgt, en of alle aanhalingstekens en accolades zijn gesloten.",
        ),
    };
    Diagnostic::error("STIJL001", place, "Dit bestand met uw huisstijl kan niet worden gelezen")
        .label(label)
        .remedy(format!("{remedy} In HANDLEIDING.md staat een voorbeeld."))
}

/// What a file of JSON is stumbled over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JsonSlip {
    /// A comma with nothing after it.
    CommaTooMany,
    /// Two parts without a comma between them.
    CommaMissing,
    /// A name without a colon.
    ColonMissing,
    /// A name without a value.
    ValueMissing,
    /// Quotation marks that are absent or of another sort.
    Quotes,
    /// A remark.
    Comment,
    /// A bracket or brace that is not closed.
    NotClosed,
    /// Something behind the end.
    TooMuch,
    /// Anything else.
    Other,
}

/// `STIJL002`: a file with design tokens that holds no object.
pub fn tokens_no_object(place: Span) -> Diagnostic {
    Diagnostic::error(
        "STIJL002",
        place,
        "In dit bestand met uw huisstijl staan geen kleuren, letters of maten (design tokens)",
    )
    .remedy("Het bestand begint met { en eindigt met }. In HANDLEIDING.md staat een voorbeeld.")
}

/// `STIJL003`: a design token that the theme does not have.
pub fn unknown_token(place: Span, name: &str, near: Option<&str>) -> Diagnostic {
    Diagnostic::error("STIJL003", place, format!("Het thema kent geen kleur, letter of maat met de naam “{name}” (design token)"))
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

/// How well a colour is seen on a ground.
#[derive(Debug, Clone, Copy)]
pub struct Contrast {
    /// What it is.
    pub ratio: f64,
    /// What it must be.
    pub least: f64,
    /// On how many other grounds it is too little as well.
    pub elsewhere: usize,
}

/// `STIJL007`: colours of which people cannot tell one from the other well enough.
pub fn token_too_weak(place: Span, colour: &str, ground: &str, contrast: Contrast) -> Diagnostic {
    let number = |value| crate::dutch::dutch_number(value, 1);
    let ratio = number((contrast.ratio * 10.0).floor() / 10.0);
    let elsewhere = match contrast.elsewhere {
        0 => String::new(),
        1 => " Hetzelfde geldt op één andere achtergrond.".to_owned(),
        n => format!(" Hetzelfde geldt op {n} andere achtergronden."),
    };
    Diagnostic::warning(
        "STIJL007",
        place,
        format!("“{colour}” is niet goed te zien op “{ground}”: het contrast is {ratio} op 1"),
    )
    .label("te weinig contrast")
    .remedy(format!(
        "Voor de toegankelijkheid (WCAG 2.2) is minstens {} op 1 nodig. Maak de ene kleur donkerder of de andere lichter.{elsewhere}",
        number(contrast.least)
    ))
}

/// `SJABLOON007`: a template of the site that replaces nothing and that nothing asks for.
pub fn idle_template(place: Span, name: &str, near: Option<&str>) -> Diagnostic {
    let remedy = match near {
        Some(near) => format!("Bedoelde u {near}? Geef het bestand dan die naam."),
        None => format!(
            "Moet een pagina dit sjabloon gebruiken? Zet dan bovenaan die pagina: sjabloon = \"{name}\". Hebt u het niet nodig, haal het dan weg."
        ),
    };
    Diagnostic::warning("SJABLOON007", place, format!("Het sjabloon {name} wordt nergens gebruikt"))
        .remedy(format!("Het vervangt geen sjabloon van het thema, en geen pagina vraagt erom. {remedy}"))
}

/// `SJABLOON008`: a key under `[extra]` that the page's template does not use.
pub fn idle_extra(place: Span, key: &str, template: &str, near: Option<&str>, other: Option<&str>) -> Diagnostic {
    let remedy = match (near, other) {
        (Some(near), _) => format!("Bedoelde u “{near}”?"),
        (None, Some(other)) => format!("Het sjabloon {other} gebruikt “{key}” wel. Staat deze sleutel op de goede pagina?"),
        (None, None) => "Haal de sleutel weg, of kijk of de naam goed is geschreven. Onder [extra] staat alleen wat het sjabloon van de pagina gebruikt.".into(),
    };
    Diagnostic::error("SJABLOON008", place, format!("Het sjabloon {template} doet niets met de sleutel “{key}”"))
        .label("wordt niet gebruikt")
        .remedy(remedy)
}

/// `SJABLOON008`: a key of the page under `[extra]`.
pub fn under_extra(place: Span, key: &str) -> Diagnostic {
    Diagnostic::error(
        "SJABLOON008",
        place,
        format!("De sleutel “{key}” hoort bij de gewone regels, maar staat onder [extra]"),
    )
    .label("op de verkeerde plek")
    .remedy("Zet deze regel boven de regel [extra].")
}

/// `STIJL008`: a name in the site's own style that nobody else knows.
pub fn idle_property(place: Span, name: &str, set: bool, near: Option<&str>) -> Diagnostic {
    let (message, label, remedy) = if set {
        (
            format!("“{name}” krijgt hier een waarde, maar niets op de site gebruikt die naam"),
            "wordt niet gebruikt",
            "Haal de regel weg, of kijk of de naam goed is geschreven.",
        )
    } else {
        (
            format!("“{name}” heeft nergens een waarde: wat hier staat, doet dus niets"),
            "geen waarde",
            "Geef de naam een waarde, of kijk of hij goed is geschreven.",
        )
    };
    Diagnostic::warning("STIJL008", place, message).label(label).remedy(match near {
        Some(near) => format!("Bedoelde u {near}?"),
        None => remedy.to_owned(),
    })
}

/// `STIJL008`: a theme's settings name what its style sheet does not have.
pub fn unknown_property(place: Span, name: &str, near: Option<&str>) -> Diagnostic {
    Diagnostic::error("STIJL008", place, format!("De stijl van het thema kent de naam “{name}” niet"))
        .label("onbekend")
        .remedy(match near {
            Some(near) => format!("Bedoelde u {near}?"),
            None => "Kijk in de map css van het thema hoe de naam luidt.".to_owned(),
        })
}

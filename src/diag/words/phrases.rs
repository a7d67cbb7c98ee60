//! Problems in a table with words for readers (`text/nl.toml`).

use crate::diag::{Diagnostic, Span};

/// More names than this help nobody.
pub const MOST: usize = 8;

/// `WOORD001`: a language without a table.
pub fn no_language(place: Span, asked: &str, near: Option<&str>, known: &[&str]) -> Diagnostic {
    let choice = match near {
        Some(near) => format!("Bedoelde u \"{near}\"?"),
        None => format!("Kies een van deze talen: {}.", known.join(", ")),
    };
    Diagnostic::error("WOORD001", place, format!("Het thema heeft geen woorden in de taal “{asked}”"))
        .label("geen tabel")
        .remedy(format!(
            "{choice} Een eigen taal zet u in het bestand text/{asked}.toml, met alle woorden van het thema erin."
        ))
}

/// `WOORD002`: a table that lacks words; `lines` are the first of these as the program has them, in the language of the table or not.
pub fn missing(place: Span, keys: &[String], lines: &str, translated: bool) -> Diagnostic {
    let mut names = keys.iter().take(MOST).cloned().collect::<Vec<_>>().join(", ");
    if keys.len() > MOST {
        names.push_str(" en meer");
    }
    let what = if keys.len() == 1 { "ontbreekt een zin" } else { "ontbreken zinnen" };
    Diagnostic::error("WOORD002", place, format!("In deze tabel met woorden {what}: {names}")).remedy(format!(
        "Zet deze regels erbij{}:\n\n{lines}",
        match (translated, keys.len() > MOST) {
            (true, false) => "",
            (true, true) => ", en kijk dan opnieuw: er ontbreken er meer",
            (false, false) => ", vertaald",
            (false, true) => ", vertaald, en kijk dan opnieuw: er ontbreken er meer",
        }
    ))
}

/// `WOORD003`: a key that no table has.
pub fn unknown(place: Span, key: &str, near: Option<&str>) -> Diagnostic {
    Diagnostic::error("WOORD003", place, format!("Er is geen woord of zin “{key}” in het thema")).label("onbekend").remedy(
        match near {
            Some(near) => format!("Bedoelde u {near}?"),
            None => "In HANDLEIDING.md staat waar u alle namen vindt. Woorden voor uw eigen sjablonen zet u onder het kopje [eigen].".into(),
        },
    )
}

/// `WOORD004`: something else than words.
pub fn no_words(place: Span, key: &str, table: bool) -> Diagnostic {
    let remedy = match table {
        true => format!("Zet het kopje [{key}] op een eigen regel, met de zinnen eronder."),
        false => format!("Schrijf: {key} = \"…\"."),
    };
    Diagnostic::error("WOORD004", place, format!("Bij “{key}” horen woorden"))
        .label("dit is iets anders")
        .remedy(remedy)
}

/// `WOORD005`: a brace that is not closed.
pub fn unclosed(place: Span) -> Diagnostic {
    Diagnostic::error("WOORD005", place, "Deze accolade wordt niet gesloten")
        .label("geen } gevonden")
        .remedy("Sluit de plek af met }. Wilt u een gewone accolade? Schrijf dan {{.")
}

/// `WOORD005`: a closing brace on its own.
pub fn unopened(place: Span) -> Diagnostic {
    Diagnostic::error("WOORD005", place, "Voor deze accolade staat er geen die opent")
        .label("geen { gevonden")
        .remedy("Haal de accolade weg. Wilt u een gewone accolade? Schrijf dan }}.")
}

/// `WOORD006`: a place that the sentence does not have.
pub fn unknown_place(place: Span, key: &str, name: &str, near: Option<&str>, known: &[&str]) -> Diagnostic {
    let message = format!("In “{key}” is er niets om op de plek {{{name}}} te zetten");
    let remedy = match (near, known) {
        (Some(near), _) => format!("Bedoelde u {{{near}}}?"),
        (None, []) => "In deze zin wordt niets ingevuld: haal de accolades weg.".to_owned(),
        (None, _) => {
            let known: Vec<String> = known.iter().map(|name| format!("{{{name}}}")).collect();
            format!("In deze zin kan staan: {}.", known.join(", "))
        }
    };
    Diagnostic::error("WOORD006", place, message).label("onbekend").remedy(remedy)
}

/// `WOORD007`: words where a number is needed.
pub fn no_count(place: Span, name: &str) -> Diagnostic {
    Diagnostic::error("WOORD007", place, format!("Op de plek “{name}” staat geen aantal"))
        .label("dit zijn woorden")
        .remedy(format!("Schrijf {{{name}}}, zonder # en zonder enkelvoud en meervoud."))
}

/// `WOORD008`: other than two forms.
pub fn forms(place: Span, found: usize) -> Diagnostic {
    let found = if found == 1 { "één vorm".to_owned() } else { format!("{found} vormen") };
    Diagnostic::error(
        "WOORD008",
        place,
        format!("Hier horen twee vormen, het enkelvoud en het meervoud, en er staat {found}"),
    )
    .label("twee vormen")
    .remedy("Schrijf bijvoorbeeld {aantal|band|banden}.")
}

/// `WOORD009`: a word of the site's own that no template asks for.
pub fn idle_word(place: Span, name: &str, near: Option<&str>) -> Diagnostic {
    Diagnostic::warning("WOORD009", place, format!("Geen sjabloon gebruikt het woord “{name}”"))
        .label("wordt niet gebruikt")
        .remedy(match near {
            Some(near) => format!("Bedoelde u “{near}”?"),
            None => format!(
                "Een sjabloon leest het als {{{{ site.text.eigen.{name} }}}}. Hebt u het niet nodig, haal het dan weg."
            ),
        })
}

/// `WOORD009`: a table of words in a language that the site does not speak.
pub fn other_language(place: Span, file: &str, spoken: &str) -> Diagnostic {
    Diagnostic::warning(
        "WOORD009",
        place,
        format!("De woorden in {file} worden niet gebruikt: de taal van de site is “{spoken}”"),
    )
    .remedy(format!(
        "Zet de woorden in {spoken}.toml, of kies in portal.toml een andere taal, zoals: taal = \"{}\".",
        file.trim_end_matches(".toml")
    ))
}

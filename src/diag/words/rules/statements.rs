//! What records say about themselves: status, source, names and terms.

use super::planning::round;
use crate::diag::{Diagnostic, Span};

/// `REGEL031`: a record that refers to itself.
pub fn refers_to_itself(place: Span, id: &str) -> Diagnostic {
    Diagnostic::error("REGEL031", place, format!("“{id}” verwijst hier naar zichzelf"))
        .label("dezelfde id")
        .remedy("Zet hier de id van iets anders, of haal de verwijzing weg.")
}

/// `REGEL032`: terms that replace each other in a circle.
pub fn circular_replacement(place: Span, circle: &[&str]) -> Diagnostic {
    Diagnostic::error("REGEL032", place, format!("Deze begrippen vervangen elkaar: {}", round(circle)))
        .label("hier sluit de kring")
        .remedy("Haal vervangen_door weg bij het begrip dat nu geldt.")
}

/// `REGEL033`: a superseded term in a text.
pub fn superseded_term(place: Span, word: &str, now: &str, id: &str) -> Diagnostic {
    Diagnostic::warning("REGEL033", place, format!("“{word}” is verouderd; nu geldt “{now}”"))
        .label("verouderd woord")
        .remedy(format!("Gebruik het nieuwe woord. Gaat het over vroeger? Noem dan ook het nieuwe woord, zet het oude tussen aanhalingstekens, of verwijs naar de uitleg: [[{id}|{word}]]."))
}

/// `REGEL034`: a record without status or source.
pub fn unsourced(place: Span, kind: &str, absent: &[&str]) -> Diagnostic {
    let sentence = match absent {
        [one] => format!("Bij {kind} hoort {one}, maar dat ontbreekt"),
        _ => format!("Bij {kind} horen {}, maar die ontbreken", absent.join(" en ")),
    };
    Diagnostic::error("REGEL034", place, sentence)
        .label("zonder herkomst")
        .remedy("Zeg hoe vast dit staat en waar het vandaan komt, bijvoorbeeld: status = \"voorstel\" en bron = [\"plan/opgave-1\"].")
}

/// `REGEL035`: a part of a record with a status and no source, or the other way round.
pub fn statement_without_source(place: Span, absent: &str) -> Diagnostic {
    Diagnostic::error("REGEL035", place, format!("In dit blok ontbreekt {absent}"))
        .label("in dit blok")
        .remedy("Een status en een bron horen bij elkaar: hoe vast staat het, en waar staat dat?")
}

/// `REGEL036`: something that a list has twice.
pub fn double_in_list(place: Span, what: &str) -> Diagnostic {
    Diagnostic::warning("REGEL036", place, format!("“{}” staat twee keer in deze lijst", short(what)))
        .label("nog een keer")
        .remedy("Haal een van de twee weg.")
}

/// The start of a long text.
fn short(text: &str) -> String {
    match text.char_indices().nth(60) {
        Some((at, _)) => format!("{}…", text[..at].trim_end()),
        None => text.to_owned(),
    }
}

/// `REGEL037`: a contradiction that is not explained.
pub fn contradiction_unexplained(place: Span) -> Diagnostic {
    Diagnostic::error("REGEL037", place, "Hier staat dat de bron zichzelf tegenspreekt, maar niet hoe")
        .label("tegenstrijdig")
        .remedy("Noem in toelichting beide waarden en waar ze staan.")
}

/// `REGEL038`: a name that something else has.
pub fn double_name(place: Span, name: &str, whose: &str, first: Span) -> Diagnostic {
    Diagnostic::warning("REGEL038", place, format!("Zo heet “{whose}” ook al: {name}"))
        .label("deze naam")
        .related(first, "hier is het de naam van iets anders")
        .remedy("Geef een van de twee een andere naam of bijnaam. Een lezer moet weten wie u bedoelt.")
}

/// `REGEL039`: something that nothing uses.
pub fn unused(place: Span, id: &str, kind: &str) -> Diagnostic {
    let remedy = match kind {
        "begrip" => "Gebruik het woord in een tekst, verwijs met zie naar iets wat erbij hoort, of haal het weg.",
        _ => "Verwijs ernaar, of haal het weg.",
    };
    Diagnostic::warning("REGEL039", place, format!("Niets gebruikt {kind} “{id}”")).label("ongebruikt").remedy(remedy)
}

/// `REGEL040`: a source that nothing rests on.
pub fn source_never_cited(place: Span, name: &str) -> Diagnostic {
    Diagnostic::warning("REGEL040", place, format!("Niets rust op de bron “{name}”"))
        .label("nergens genoemd")
        .remedy("Noem de bron bij wat erop rust, of haal hem weg.")
}

//! Decisions, meetings and contacts of the running collaboration.

use crate::diag::{Diagnostic, Span, mail_meant};

/// `REGEL056`: a contact by which nobody is reached.
pub fn contact_without_way(place: Span) -> Diagnostic {
    Diagnostic::error("REGEL056", place, "Bij dit contact staat niet hoe u iemand bereikt")
        .label("zonder adres")
        .remedy("Vul email, telefoon of url in.")
}

/// `REGEL056`: what is no mail address.
pub fn mail_address(place: Span, mail: &str) -> Diagnostic {
    Diagnostic::error("REGEL056", place, format!("“{mail}” is geen e-mailadres")).label("zo komt er niets aan").remedy(
        match mail_meant(mail) {
            Some(meant) => format!("Schrijf alleen het adres: \"{meant}\"."),
            None => {
                "Schrijf het adres zonder naam of haakjes eromheen, zoals \"secretariaat@voorbeeld.nl\".".to_owned()
            }
        },
    )
}

/// `REGEL056`: what is no telephone number.
pub fn telephone_number(place: Span, number: &str) -> Diagnostic {
    Diagnostic::error("REGEL056", place, format!("“{number}” is geen telefoonnummer"))
        .label("zo kan niemand bellen")
        .remedy("Schrijf alleen het nummer, zoals \"053 123 45 67\". Woorden erbij horen in bereikbaar of waarvoor.")
}

/// `REGEL057`: the mail address of a person.
pub fn mail_of_person(place: Span, mail: &str) -> Diagnostic {
    Diagnostic::warning("REGEL057", place, format!("“{mail}” lijkt het adres van een persoon"))
        .label("van een persoon?")
        .remedy("Een contact is van een functie: die blijft als iemand anders hem krijgt. Gebruik het adres van de functie of het secretariaat.")
}

/// `REGEL058`: hours without a day.
pub fn hours_without_day(place: Span, when: &str) -> Diagnostic {
    Diagnostic::error("REGEL058", place, format!("Hier staat een tijd, maar de datum is {when}: dat is geen dag"))
        .label("een tijd zonder dag")
        .remedy("Vul bij datum de dag in, zoals 2026-03-05, of haal de tijden weg.")
}

/// `REGEL058`: an end without a begin.
pub fn end_without_begin(place: Span) -> Diagnostic {
    Diagnostic::error("REGEL058", place, "Hier staat wanneer het eindigt, maar niet wanneer het begint")
        .label("begint ontbreekt")
        .remedy("Vul begint in, of haal eindigt weg.")
}

/// `REGEL058`: an end at or before the begin.
pub fn hours_backward(place: Span, begin: &str, end: &str) -> Diagnostic {
    Diagnostic::warning(
        "REGEL058",
        place,
        format!("Dit begint om {begin} uur en eindigt om {end} uur: dat is niet later"),
    )
    .label("niet na het begin")
    .remedy("Controleer begint en eindigt. Misschien zijn ze verwisseld.")
}

/// `REGEL059`: a decision on another day than its meeting.
pub fn decision_on_other_day(place: Span, taken: &str, met: &str, meeting: Span) -> Diagnostic {
    Diagnostic::warning("REGEL059", place, format!("Dit besluit is van {taken}, maar de bijeenkomst was {met}"))
        .label("een andere dag")
        .related(meeting, "de dag van de bijeenkomst")
        .remedy("Controleer beide datums, of noem de bijeenkomst waarin het wel is besloten.")
}

/// `REGEL059`: a decision of another body than the one that met.
pub fn decision_of_other_body(place: Span, body: &str, meeting: Span) -> Diagnostic {
    Diagnostic::warning(
        "REGEL059",
        place,
        format!("In deze bijeenkomst kwam “{body}” bij elkaar, en niet wie hier besloot"),
    )
    .label("een ander overleg")
    .related(meeting, "wie bij elkaar kwam")
    .remedy("Controleer door, of noem een andere bijeenkomst.")
}

/// `REGEL060`: a decision of a body that takes none.
pub fn decider_may_not(place: Span, body: &str, own: Span) -> Diagnostic {
    Diagnostic::warning("REGEL060", place, format!("“{body}” neemt zelf geen besluiten"))
        .label("besluit = false")
        .related(own, "zo staat het bij het overleg")
        .remedy("Vul bij door in wie het besluit nam. Mag dit overleg sinds kort zelf besluiten? Zet daar dan besluit = true.")
}

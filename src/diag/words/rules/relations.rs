//! Relations and their levels.

use crate::diag::{Diagnostic, Span};

/// `REGEL001`: a relation from something to itself.
pub fn relation_with_itself(place: Span, id: &str) -> Diagnostic {
    Diagnostic::error("REGEL001", place, format!("Deze band loopt van “{id}” naar zichzelf"))
        .label("hetzelfde als van")
        .remedy("Zet bij naar de id van de andere partij.")
}

/// `REGEL002`: a second relation of one kind between the same two.
pub fn double_relation(place: Span, kind: &str, first: &str, first_place: Span) -> Diagnostic {
    Diagnostic::error("REGEL002", place, format!("Tussen deze twee bestaat al een band van de soort {kind}"))
        .label("dezelfde twee")
        .related(first_place, "dit is de eerste")
        .remedy(format!("Voeg samen wat hier staat met “{first}”, of kies een andere soort. Voor een nieuw niveau voegt u bij de eerste een blok [[relatie.niveau]] toe."))
}

/// `REGEL003`: a level that holds from an earlier date than the one before it.
pub fn level_dates_rise(place: Span, from: &str, before: &str) -> Diagnostic {
    Diagnostic::error(
        "REGEL003",
        place,
        format!("Dit niveau geldt vanaf {from}, maar het niveau erboven vanaf {before}"),
    )
    .label("niet later dan het vorige")
    .remedy("Zet de niveaus in volgorde van tijd, het oudste eerst, en controleer de datums.")
}

/// `REGEL003`: a later level without a date.
pub fn level_without_date(place: Span) -> Diagnostic {
    Diagnostic::error("REGEL003", place, "Dit niveau volgt op een ander, maar er staat niet bij vanaf wanneer")
        .label("vanaf ontbreekt")
        .remedy("Voeg vanaf toe, bijvoorbeeld: vanaf = \"2025-Q1\". Alleen het eerste niveau mag zonder datum.")
}

/// `REGEL004`: a closer level without a decision.
pub fn higher_needs_decision(place: Span, level: &str) -> Diagnostic {
    Diagnostic::error("REGEL004", place, format!("De band groeit naar “{level}”, maar er staat geen besluit bij"))
        .label("hoger dan het vorige niveau")
        .remedy("Vul besluit_van en bron in. Is het een lezing van de redactie? Zet dan status = \"duiding\".")
}

/// `REGEL005`: the closest level decided by a body that does not decide.
pub fn higher_than_body_may(place: Span, level: &str, body: &str) -> Diagnostic {
    Diagnostic::error(
        "REGEL005",
        place,
        format!("Over “{level}” kan {body} niet besluiten: het neemt zelf geen besluiten"),
    )
    .label("besluit = false")
    .remedy("Noem het bestuur dat het besluit nam, of verander de status.")
}

/// `REGEL005`: a level decided by a body that does not decide.
pub fn body_does_not_decide(place: Span, body: &str) -> Diagnostic {
    Diagnostic::warning("REGEL005", place, format!("Volgens de gegevens neemt {body} zelf geen besluiten"))
        .label("besluit = false")
        .remedy("Noem bij besluit_van het bestuur dat het besluit nam. Besluit dit overleg toch zelf? Zet dan besluit = true bij het overleg, met de bron erbij.")
}

/// `REGEL006`: a decided level without date or body.
pub fn decided_needs_decision(place: Span, absent: &[&str]) -> Diagnostic {
    let absent = match absent {
        [one] => format!("{one} ontbreekt"),
        more => format!("{} ontbreken", more.join(" en ")),
    };
    Diagnostic::error("REGEL006", place, format!("Dit niveau is besloten, maar {absent}")).label("besloten").remedy(
        "Vul in sinds wanneer het niveau geldt (vanaf) en wie het besluit nam (besluit_van), of verander de status.",
    )
}

/// `REGEL007`: a level on a relation of two that are kept apart.
pub fn separated_share_no_level(place: Span, level: &str, separation: Span) -> Diagnostic {
    Diagnostic::error(
        "REGEL007",
        place,
        format!("Deze twee zijn gescheiden en kunnen niet het niveau “{level}” hebben"),
    )
    .label("een trede van de ladder")
    .related(separation, "hier staat de scheiding")
    .remedy("Kies een niveau zonder rang, of haal de band met soort = \"scheiding\" weg als die niet meer klopt.")
}

/// `REGEL008`: an id that does not tell the two ends.
pub fn relation_id(place: Span, id: &str, fits: &str) -> Diagnostic {
    Diagnostic::warning("REGEL008", place, format!("De id “{id}” past niet bij van en naar"))
        .label("deze id")
        .remedy(format!("Maak er “{fits}” van. De id staat in het webadres; zo zegt dat waar de band over gaat."))
}

/// `REGEL009`: an ambition that is not above what is.
pub fn ambition_not_higher(place: Span, wanted: &str, now: &str) -> Diagnostic {
    Diagnostic::warning("REGEL009", place, format!("De ambitie is “{wanted}”, maar de band is nu al “{now}”"))
        .label("niet hoger dan nu")
        .remedy("Haal de ambitie weg als die bereikt is, of controleer beide niveaus.")
}

/// `REGEL010`: a relation without any level.
pub fn level_missing(place: Span) -> Diagnostic {
    Diagnostic::warning("REGEL010", place, "Bij deze band staat niet hoe hecht hij is")
        .label("zonder niveau")
        .remedy("Voeg een blok [[relatie.niveau]] toe. Is het niveau niet bekend? Kies een niveau dat dat zegt, met status = \"open\".")
}

/// `REGEL011`: a relation of deciding between two that do not decide.
pub fn decision_without_decider(place: Span) -> Diagnostic {
    Diagnostic::error("REGEL011", place, "Dit is een band van besluitvorming, maar geen van de twee neemt besluiten")
        .label("besluitvorming")
        .remedy("Kies een andere soort, of zet besluit = true bij het overleg dat besluit.")
}

/// `REGEL053`: a level that begins after the day as of which the content holds.
pub fn level_to_come(place: Span, from: &str, stand: &str) -> Diagnostic {
    Diagnostic::warning("REGEL053", place, format!("Dit niveau gaat pas in vanaf {from}; de stand van de site is {stand}"))
        .label("nog niet zover")
        .remedy("Tot die tijd toont de site het niveau erboven als dat van nu, en dit als wat later verandert. Klopt de datum? Dan hoeft u nu niets te doen. Werk stand in portal.toml bij als het zover is.")
}

/// `REGEL054`: a decision with no source that is as new as it.
pub fn source_older_than_decision(place: Span, source: &str, dated: &str, taken: &str) -> Diagnostic {
    Diagnostic::warning("REGEL054", place, format!("De bron “{source}” is van {dated}, maar {taken}"))
        .label("ouder dan het besluit")
        .remedy("Noem het stuk waarin het besluit staat. Staat het nog niet in bronnen.toml? Maak het met: verbeeld new bron besluit-naam. Geef het ook een datum.")
}

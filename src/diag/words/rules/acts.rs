//! What a command wrote in several places, and what one of them says since.

use crate::diag::{Diagnostic, Span};

const MANUAL: &str = "Zie in de handleiding: Een besluit terugnemen of verbeteren.";

/// `REGEL073`: a choice that is open, of which something says that it was made.
pub fn open_but_told(place: Span, choice: &str, what: &str, own: Span) -> Diagnostic {
    Diagnostic::warning("REGEL073", place, format!("“{choice}” staat open, maar {what} zegt dat erover is besloten"))
        .label("zegt dat het is besloten")
        .related(own, "zonder uitkomst")
        .remedy(format!(
            "Is het besluit teruggenomen? Haal dan ook dit weg, of zet hier weer status = \"open\". Geldt het wel? Vul dan bij de keuze uitkomst in. {MANUAL}"
        ))
}

/// `REGEL073`: a choice that was made, and nothing that tells when.
pub fn decided_without_record(place: Span, choice: &str) -> Diagnostic {
    Diagnostic::warning("REGEL073", place, format!("Over “{choice}” is besloten, maar nergens staat wanneer en door wie"))
        .label("een uitkomst zonder besluit")
        .remedy(format!(
            "Voeg een [[besluit]] toe met keuze = \"{choice}\", of een [[mijlpaal]] met raakt = [\"{choice}\"]. Is het besluit teruggenomen? Haal dan uitkomst weg en zet status = \"open\". {MANUAL}"
        ))
}

/// `REGEL073`: another outcome than the choice has.
pub fn other_outcome(place: Span, choice: &str, outcome: &str, own: Span) -> Diagnostic {
    Diagnostic::warning("REGEL073", place, format!("Hier staat iets anders dan de uitkomst van “{choice}”: {outcome}"))
        .label("een andere uitkomst")
        .related(own, "de uitkomst bij de keuze")
        .remedy(format!("Zet op beide plekken hetzelfde. {MANUAL}"))
}

/// `REGEL073`: a milestone of something that is not so any more.
pub fn told_but_not_so(place: Span, says: &str, own: Span) -> Diagnostic {
    Diagnostic::warning(
        "REGEL073",
        place,
        format!("Deze mijlpaal zegt dat {says}, maar zo staat het niet bij het gegeven zelf"),
    )
    .label("niet meer zo")
    .related(own, "het gegeven zelf")
    .remedy(format!(
        "Is het teruggenomen? Haal dan ook deze mijlpaal weg. Is het verbeterd? Verbeter hem dan mee. {MANUAL}"
    ))
}

/// `REGEL073`: a decision on another day than the one that its source is called after.
pub fn source_of_other_day(place: Span, day: &str, source: &str, own: Span) -> Diagnostic {
    Diagnostic::warning("REGEL073", place, format!("Dit is van {day}, maar de bron heet “{source}”"))
        .label("een andere dag")
        .related(own, "de naam van de bron")
        .remedy("Verbeter ook de naam en de datum van de bron, of de dag hier.")
}

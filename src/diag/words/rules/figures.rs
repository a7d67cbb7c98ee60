//! Figures and calculations.

use super::planning::round;
use crate::diag::{Diagnostic, Span};

/// `REGEL041`: a figure that is not what comes out.
pub fn figure_recomputed(place: Span, id: &str, says: &str, is: &str, working: &str) -> Diagnostic {
    Diagnostic::error("REGEL041", place, format!("“{id}” is {says}, maar uit de berekening komt {is}"))
        .label(format!("{working} = {is}"))
        .remedy("Verander het getal of de berekening. Is het afgerond? Zeg dan met afgerond_op op hoeveel cijfers achter de komma.")
}

/// `REGEL041`: a figure that is not the number that there are.
pub fn figure_recounted(place: Span, id: &str, says: &str, count: usize, what: &str) -> Diagnostic {
    Diagnostic::error("REGEL041", place, format!("“{id}” is {says}, maar in de gegevens staan er {count}"))
        .label(format!("geteld: {what}"))
        .remedy("Verander het getal, of vul de gegevens aan.")
}

/// `REGEL041`: nothing of that name can be counted.
pub fn nothing_to_count(place: Span, what: &str) -> Diagnostic {
    Diagnostic::error("REGEL041", place, format!("“{what}” kan niet worden geteld"))
        .label("onbekend")
        .remedy("Schrijf het meervoud van een soort (\"gremia\"), of een soort organisatie: \"organisaties.gemeente\".")
}

/// `REGEL042`: both a sum and a product.
pub fn two_calculations(place: Span) -> Diagnostic {
    Diagnostic::error("REGEL042", place, "Dit cijfer heeft twee berekeningen: een som en een product")
        .label("en ook som_van")
        .remedy("Kies er één. Maak voor een tussenstap een eigen [[cijfer]].")
}

/// `REGEL042`: a division of nothing.
pub fn nothing_to_divide(place: Span) -> Diagnostic {
    Diagnostic::error("REGEL042", place, "Er is niets om te delen")
        .label("gedeeld_door")
        .remedy("Zet wat gedeeld wordt in som_van of product_van.")
}

/// `REGEL042`: a rounding of nothing.
pub fn nothing_to_round(place: Span) -> Diagnostic {
    Diagnostic::error("REGEL042", place, "Er is geen berekening om af te ronden")
        .label("afgerond_op")
        .remedy("Zet de berekening in som_van of product_van. Hoeveel cijfers u toont, zegt u met decimalen.")
}

/// `REGEL042`: a division by nothing.
pub fn division_by_nothing(place: Span) -> Diagnostic {
    Diagnostic::error("REGEL042", place, "Delen door nul kan niet")
        .label("dit is nul")
        .remedy("Controleer waardoor u deelt.")
}

/// `REGEL042`: figures that are worked out from each other.
pub fn circular_calculation(place: Span, circle: &[&str]) -> Diagnostic {
    Diagnostic::error("REGEL042", place, format!("Deze cijfers volgen uit elkaar: {}", round(circle)))
        .label("hier sluit de kring")
        .remedy("Een van deze cijfers komt uit de bron. Haal daar de berekening weg.")
}

/// `REGEL043`: fewer decimals than the figure has.
pub fn decimals_hide_value(place: Span) -> Diagnostic {
    Diagnostic::warning("REGEL043", place, "Met zo weinig cijfers achter de komma ziet de lezer een ander getal")
        .label("te weinig")
        .remedy("Verhoog decimalen, of zet ongeveer = true.")
}

/// `REGEL043`: a number of decimals that cannot be.
pub fn decimals_impossible(place: Span) -> Diagnostic {
    Diagnostic::error("REGEL043", place, "Zoveel cijfers achter de komma kan niet")
        .label("0 tot en met 6")
        .remedy("Kies een getal van 0 tot en met 6.")
}

/// `REGEL045`: less than nothing.
pub fn negative_amount(place: Span, key: &str) -> Diagnostic {
    Diagnostic::error("REGEL045", place, format!("{key} kan niet minder dan nul zijn"))
        .label("negatief")
        .remedy("Haal het minteken weg, of controleer het getal.")
}

/// `REGEL045`: so many shares as there cannot be.
pub fn impossible_shares(place: Span, most: i64) -> Diagnostic {
    let most = crate::dutch::dutch_number(most as f64, 0);
    Diagnostic::error("REGEL045", place, "Over zoveel delen kan een bijdrage niet worden verdeeld")
        .label("dit aantal")
        .remedy(format!("Zet hier over hoeveel delen het gaat: een getal van 1 tot en met {most}. Wordt het niet verdeeld? Haal de regel dan weg."))
}

//! Slips in Markdown that would otherwise stand on the page unseen (`MD035` and on).

use crate::diag::{Diagnostic, Span};

/// `MD035`: a code block in a language that is nearly `infographic`.
pub fn nearly_infographic(place: Span, found: &str) -> Diagnostic {
    Diagnostic::warning("MD035", place, format!("“{found}” maakt geen infographic: dit wordt een blok code"))
        .label("dit woord")
        .remedy("Schrijf achter de drie accenten: ```infographic.")
}

/// `MD036`: `##Kop`.
pub fn heading_without_space(place: Span, hashes: &str, title: &str) -> Diagnostic {
    Diagnostic::warning("MD036", place, "Dit wordt geen kopje: er ontbreekt een spatie")
        .label("hierachter hoort een spatie")
        .remedy(format!("Schrijf: {hashes} {}. Is het geen kopje? Zet dan een backslash voor het hekje.", title.trim()))
}

/// `MD037`: `-punt`.
pub fn item_without_space(place: Span, item: &str) -> Diagnostic {
    Diagnostic::warning("MD037", place, "Dit wordt geen lijst: er ontbreekt een spatie")
        .label("hierachter hoort een spatie")
        .remedy(format!(
            "Schrijf: - {}. Is het geen lijst? Zet dan een backslash voor het streepje.",
            item.trim().trim_end_matches('.')
        ))
}

/// `MD038`: a table without its line of dashes.
pub fn table_without_dashes(place: Span, columns: usize) -> Diagnostic {
    Diagnostic::warning("MD038", place, "Dit wordt geen tabel: onder de eerste regel ontbreekt de regel met streepjes")
        .label("de eerste regel van de tabel")
        .remedy(format!("Zet eronder: {}", dashes(columns)))
}

/// `MD039`: a table whose line of dashes has another number of columns.
pub fn table_dashes(place: Span, columns: usize, found: usize) -> Diagnostic {
    let says = format!("Dit wordt geen tabel: deze regel heeft {columns} kolommen, de regel met streepjes {found}");
    Diagnostic::warning("MD039", place, says)
        .label("de eerste regel van de tabel")
        .remedy(format!("Maak van de regel met streepjes: {}", dashes(columns)))
}

/// `MD040`: a row with cells that are left out.
pub fn row_too_long(place: Span, found: usize, columns: usize) -> Diagnostic {
    let says = format!("Deze rij heeft {found} cellen en de tabel {columns} kolommen: wat te veel is, valt weg");
    Diagnostic::warning("MD040", place, says)
        .label("te veel cellen")
        .remedy("Haal een streep | weg, of geef de tabel een kolom erbij. Een echte streep schrijft u als \\|.")
}

/// `MD041`: bold that is not closed.
pub fn loose_stars(place: Span) -> Diagnostic {
    Diagnostic::warning("MD041", place, "Deze twee sterretjes staan zo op de pagina: er is geen ander paar bij")
        .label("hier")
        .remedy(
            "Zet vet gedrukte woorden tussen twee paar sterretjes, zonder spatie aan de binnenkant: **vet**. \
             Bedoelt u echte sterretjes? Zet er dan een backslash voor.",
        )
}

/// `MD042`: `[id]` in place of `[[id]]`.
pub fn single_brackets(place: Span, id: &str) -> Diagnostic {
    Diagnostic::warning("MD042", place, format!("“{id}” is een id, maar dit wordt geen link"))
        .label("enkele blokhaken")
        .remedy(format!(
            "Schrijf dubbele blokhaken: [[{id}]]. Bedoelt u geen link? Zet dan een backslash voor de haak."
        ))
}

/// `MD043`: `{ key }` in place of `{{ key }}`.
pub fn single_braces(place: Span, key: &str) -> Diagnostic {
    Diagnostic::warning("MD043", place, format!("“{key}” is een cijfer, maar hier komt het getal niet te staan"))
        .label("enkele accolades")
        .remedy(format!("Schrijf dubbele accolades: {{{{ {key} }}}}."))
}

/// `MD044`: `[words] (address)`.
pub fn space_in_link(place: Span, words: &str, address: &str) -> Diagnostic {
    Diagnostic::warning("MD044", place, "Dit wordt geen link: er staat een spatie tussen de haken")
        .label("een spatie te veel")
        .remedy(format!("Schrijf: [{words}]({address})."))
}

/// `MD045`: `[[id||words]]`.
pub fn double_bar(place: Span, id: &str, words: &str) -> Diagnostic {
    Diagnostic::warning("MD045", place, "In deze verwijzing staan twee strepen; de tweede komt in de tekst")
        .label("een streep te veel")
        .remedy(format!("Schrijf: [[{id}|{}]].", words.trim_start_matches('|').trim()))
}

/// `MD046`: `http:/nu.nl`.
pub fn one_slash(place: Span, address: &str) -> Diagnostic {
    let (scheme, rest) = address.split_once(':').unwrap_or(("https", address));
    Diagnostic::error("MD046", place, "In dit webadres ontbreekt een schuine streep")
        .label("dit adres")
        .remedy(format!("Schrijf: {scheme}://{}.", rest.trim_start_matches('/')))
}

fn dashes(columns: usize) -> String {
    format!("|{}", "---|".repeat(columns))
}

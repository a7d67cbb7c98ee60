//! Bodies, their members, and organisations.

use super::hint;
use crate::diag::{Diagnostic, Span};

/// `REGEL014`: a body that is tied to nothing.
pub fn body_without_relation(place: Span, name: &str) -> Diagnostic {
    Diagnostic::warning("REGEL014", place, format!("{name} heeft met niets een band"))
        .label("zonder band")
        .remedy("Voeg in relaties.toml een [[relatie]] toe, of haal het overleg weg als het niet meer bestaat.")
}

/// `REGEL015`: a body without members.
pub fn body_without_members(place: Span, name: &str) -> Diagnostic {
    Diagnostic::warning("REGEL015", place, format!("Bij {name} staat niet wie erin zit"))
        .label("zonder leden")
        .remedy("Voeg een blok [[gremium.lid]] toe. Is het niet bekend? Zeg dat dan: groep = \"nog niet bekend\" met status = \"open\".")
}

/// `REGEL016`: a participant that is nowhere.
pub fn participant_sits_nowhere(place: Span, name: &str) -> Diagnostic {
    Diagnostic::warning(
        "REGEL016",
        place,
        format!("{name} is deelnemer, maar zit in geen enkel overleg en heeft geen band"),
    )
    .label("zit nergens in")
    .remedy("Voeg een [[gremium.lid]] toe, of geef een groep de soort van deze organisatie: soort = \"…\".")
}

/// `REGEL017`: a member that is there already.
pub fn member_twice(place: Span, who: &str, body: &str, first: Span) -> Diagnostic {
    Diagnostic::error("REGEL017", place, format!("“{who}” staat twee keer in {body}, in dezelfde functie"))
        .label("dezelfde")
        .related(first, "hier staat die al")
        .remedy("Haal een van de twee weg, of geef ze een verschillende functie.")
}

/// `REGEL018`: a group of a sort that no organisation has.
pub fn unknown_sort(place: Span, sort: &str, near: Option<&str>) -> Diagnostic {
    Diagnostic::error("REGEL018", place, format!("Er is geen organisatie van de soort “{sort}”"))
        .label("onbekende soort")
        .remedy(format!("{}Gebruik een woord dat bij organisaties achter soort staat.", hint(near)))
}

/// `REGEL018`: a sort without a group.
pub fn sort_without_group(place: Span) -> Diagnostic {
    Diagnostic::error("REGEL018", place, "Een soort hoort bij een groep")
        .label("zonder groep")
        .remedy("Voeg groep toe, bijvoorbeeld: groep = \"alle gemeenten\". Of haal soort weg.")
}

/// `REGEL018`: a group whose name has another number than there are.
pub fn group_miscounted(place: Span, said: usize, count: usize, sort: &str) -> Diagnostic {
    Diagnostic::error("REGEL018", place, format!("Hier staat {said}, maar van de soort “{sort}” zijn er {count}"))
        .label("een ander aantal")
        .remedy("Verander het getal, of controleer de organisaties.")
}

/// `REGEL074`: a sort that is another one, written wrongly.
pub fn sort_written_twice(place: Span, sort: &str, meant: &str) -> Diagnostic {
    Diagnostic::warning("REGEL074", place, format!("De soort “{sort}” is anders geschreven dan “{meant}”"))
        .label("anders geschreven")
        .remedy(format!("Schrijf: \"{meant}\". Wie een andere soort heeft, valt buiten iedere groep van die soort."))
        .mend(place, format!("\"{meant}\""))
}

/// `REGEL074`: a word that is another one, written wrongly.
pub fn word_written_twice(place: Span, key: &str, word: &str, meant: &str) -> Diagnostic {
    Diagnostic::warning("REGEL074", place, format!("“{word}” is anders geschreven dan “{meant}”"))
        .label("anders geschreven")
        .remedy(format!(
            "Schrijf: \"{meant}\". Voor lezers lijken het anders twee dingen: {key} is steeds hetzelfde woord."
        ))
        .mend(place, format!("\"{meant}\""))
}

/// `REGEL019`: a border that is told on one side only.
pub fn neighbours_agree(place: Span, one: &str, other: &str, other_place: Span) -> Diagnostic {
    Diagnostic::error("REGEL019", place, format!("“{one}” grenst aan “{other}”, maar andersom staat dat er niet"))
        .label("aan één kant")
        .related(other_place, "hier ontbreekt de grens")
        .remedy(format!("Voeg “{one}” toe aan buren van “{other}”, of haal de grens hier weg."))
}

/// `REGEL020`: a TOOI address that cannot be one.
pub fn tooi_form(place: Span, sort: &str) -> Diagnostic {
    let example = match sort {
        "provincie" => "provincie/pv23",
        "waterschap" => "waterschap/ws0123",
        _ => "gemeente/gm0123",
    };
    Diagnostic::error("REGEL020", place, format!("Dit is geen TOOI-adres van een {sort}"))
        .label("dit adres")
        .remedy(format!("Het ziet er zo uit: https://identifier.overheid.nl/tooi/id/{example}"))
}

/// `REGEL020`: a TOOI address that another has.
pub fn tooi_twice(place: Span, id: &str, first: Span) -> Diagnostic {
    Diagnostic::error("REGEL020", place, format!("“{id}” heeft hetzelfde TOOI-adres"))
        .label("hetzelfde adres")
        .related(first, "hier staat het ook")
        .remedy("Iedere organisatie heeft een eigen adres. Zoek het juiste op in het register.")
}

/// `REGEL021`: a tile on top of another.
pub fn tiles_overlap(place: Span, name: &str, other: Span) -> Diagnostic {
    Diagnostic::error("REGEL021", place, format!("Op deze plek van de tegelkaart ligt {name} al"))
        .label("bezet")
        .related(other, "deze tegel")
        .remedy("Kies een andere rij of kolom. Tegels in een rij liggen ten minste 1 kolom uit elkaar.")
}

/// `REGEL021`: a tile so far away that no map can show it.
pub fn tile_off_the_map(place: Span, most: f64) -> Diagnostic {
    Diagnostic::error("REGEL021", place, "Deze tegel ligt buiten de tegelkaart")
        .label("te ver weg")
        .remedy(format!("Kies een rij en een kolom van 0 tot en met {most}. Rij 0 ligt boven, kolom 0 links."))
}

/// `REGEL022`: a position that is not on earth.
pub fn not_on_earth(place: Span) -> Diagnostic {
    Diagnostic::error("REGEL022", place, "Deze plek bestaat niet op aarde")
        .label("buiten de aarde")
        .remedy("lon loopt van -180 tot 180, lat van -90 tot 90. In Nederland is lon ongeveer 3 tot 7 en lat ongeveer 51 tot 53,5.")
}

/// `REGEL022`: a position far away from all others.
pub fn far_from_others(place: Span) -> Diagnostic {
    Diagnostic::warning("REGEL022", place, "Deze plek ligt ver van alle andere")
        .label("honderden kilometers weg")
        .remedy("Controleer of lon en lat niet zijn verwisseld. In Nederland is lon ongeveer 3 tot 7 en lat ongeveer 51 tot 53,5.")
}

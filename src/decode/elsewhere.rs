//! Keys by the names that they have in other programs, or that people give them.

use crate::diag::nearest;
use toml::de::DeTable;

/// The key that an unknown one was probably meant as.
pub fn near<'k>(table: &DeTable<'_>, name: &str, possible: &[&'k str]) -> Option<&'k str> {
    let lower = name.to_lowercase();
    let meant = MEANT.iter().filter(|(written, meant)| *written == lower && !table.contains_key(*meant));
    let meant = meant.into_iter().find_map(|(_, meant)| possible.iter().find(|key| *key == meant).copied());
    meant.or_else(|| nearest(name, possible.iter().copied()))
}

/// Keys that go by another name elsewhere: what is written, and what is meant where that key exists.
const MEANT: &[(&str, &str)] = &[
    ("naam", "titel"),
    ("titel", "naam"),
    ("name", "naam"),
    ("name", "titel"),
    ("title", "titel"),
    ("title", "naam"),
    ("url", "naar"),
    ("link", "naar"),
    ("adres", "naar"),
    ("samenvatting", "omschrijving"),
    ("inleiding", "omschrijving"),
    ("intro", "omschrijving"),
    ("uitleg", "omschrijving"),
    ("summary", "omschrijving"),
    ("description", "omschrijving"),
    ("tags", "trefwoorden"),
    ("labels", "trefwoorden"),
    ("keywords", "trefwoorden"),
    ("date", "datum"),
    ("date", "wanneer"),
    ("datum", "wanneer"),
    ("draft", "concept"),
    ("aliases", "aliassen"),
    ("lastmod", "bijgewerkt"),
    ("gewijzigd", "bijgewerkt"),
    ("weight", "volgorde"),
    ("source", "bron"),
    ("type", "soort"),
    ("auteur", "eigenaar"),
    ("author", "eigenaar"),
];

/// The key at the top of a page that goes by this name in other programs, in small letters or in capitals.
pub fn of_page(written: &str) -> Option<&'static str> {
    const THERE: &[(&str, &str)] = &[
        ("title", "titel"),
        ("date", "datum"),
        ("description", "omschrijving"),
        ("summary", "omschrijving"),
        ("tags", "trefwoorden"),
        ("keywords", "trefwoorden"),
        ("draft", "concept"),
        ("aliases", "aliassen"),
        ("lastmod", "bijgewerkt"),
        ("weight", "volgorde"),
        ("source", "bron"),
        ("name", "naam"),
        ("author", "eigenaar"),
    ];
    const HERE: &[&str] = &[
        "titel",
        "omschrijving",
        "datum",
        "bijgewerkt",
        "volgorde",
        "concept",
        "trefwoorden",
        "aliassen",
        "eigenaar",
        "bron",
        "status",
        "naam",
        "id",
        "soort",
        "herzien_voor",
    ];
    let lower = written.to_lowercase();
    let there = THERE.iter().find(|(there, _)| *there == lower).map(|(_, here)| *here);
    there.or_else(|| HERE.iter().find(|here| **here == lower).copied())
}

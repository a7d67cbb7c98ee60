//! Keys by the names that they have in other programs, or that people give them.

use crate::diag::nearest;
use toml::de::DeTable;

/// The key that an unknown one was probably meant as.
pub fn near<'k>(table: &DeTable<'_>, name: &str, possible: &[&'k str]) -> Option<&'k str> {
    let lower = name.to_lowercase();
    // Of blocks there may be more.
    let is_block = |key: &str| table.get(key).is_some_and(|value| value.get_ref().is_array());
    let free = |meant: &str| !table.contains_key(meant) || is_block(meant) && is_block(name);
    let meant = MEANT.iter().filter(|(written, meant)| *written == lower && free(meant));
    let meant = meant.into_iter().find_map(|(_, meant)| possible.iter().find(|key| *key == meant).copied());
    // `niveaus` for `niveau`: there are several of them.
    let several = || ["s", "en", "n", "'s"].iter().find_map(|end| lower.strip_suffix(end));
    let one = || several().and_then(|one| possible.iter().find(|key| **key == one).copied());
    meant.or_else(one).or_else(|| nearest(name, possible.iter().copied()))
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
    ("afkorting", "kort"),
    ("beschrijving", "omschrijving"),
    ("url", "website"),
    ("site", "website"),
    ("footer", "voet"),
    ("voettekst", "voet"),
    ("navigatie", "menu"),
    ("leden", "lid"),
    ("members", "lid"),
    ("delen", "sectie"),
    ("hoofdstukken", "sectie"),
];

/// The word of a choice that people call this: how far a text has come, where here stands how sure it is.
pub fn word_meant(written: &str, possible: &[&'static str]) -> Option<&'static str> {
    const MEANT: &[(&str, &[&str])] = &[
        ("besloten", &["definitief", "vastgesteld", "vastgelegd", "goedgekeurd", "akkoord", "bekrachtigd", "final"]),
        ("voorstel", &["concept", "ontwerp", "voorlopig", "draft", "conceptversie"]),
        ("open", &["onbekend", "onduidelijk", "onzeker", "ntb"]),
    ];
    let lower = written.trim().to_lowercase();
    let (meant, _) = MEANT.iter().find(|(_, words)| words.contains(&lower.as_str()))?;
    possible.iter().find(|word| *word == meant).copied()
}

/// The key at the top of a page that goes by this name in other programs, in small letters or in capitals.
pub fn of_page(written: &str) -> Option<&'static str> {
    // What stands at the top of a page here, beside the keys that only a title leads to.
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
    HERE.iter().find(|here| **here == lower).copied().or_else(|| of_other_program(&lower))
}

/// The key at the top of a page that other programs call this.
pub fn of_other_program(lower: &str) -> Option<&'static str> {
    THERE.iter().find(|(there, _)| *there == lower).map(|(_, here)| *here)
}

/// What keys at the top of a page are called in other programs, by what they are here.
const THERE: &[(&str, &str)] = &[
    ("title", "titel"),
    ("date", "datum"),
    ("description", "omschrijving"),
    ("summary", "omschrijving"),
    ("samenvatting", "omschrijving"),
    ("beschrijving", "omschrijving"),
    ("tags", "trefwoorden"),
    ("keywords", "trefwoorden"),
    ("draft", "concept"),
    ("aliases", "aliassen"),
    ("lastmod", "bijgewerkt"),
    ("weight", "volgorde"),
    ("source", "bron"),
    ("author", "eigenaar"),
];

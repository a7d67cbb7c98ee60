//! What a public site still lacks, each with where to put it. Nothing here is a mistake: a site that is being made may lack it.

use super::Site;
use crate::source::Sources;
use jiff::civil::Date;

/// Something that is lacking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lack {
    /// What, and why it matters.
    pub what: String,
    /// Where to put it, and how it is written.
    pub place: String,
}

/// Names under which no public site can stand.
const NOT_PUBLIC: &[&str] = &["localhost", "127.0.0.1", "example", "invalid", "test", "local"];

/// All that is lacking. `today` is the day against which dates are held.
pub fn lacks(site: &Site, sources: &Sources, today: Option<Date>) -> Vec<Lack> {
    let portal = &site.portal;
    let file = sources.get(site.portal_file).path.as_str();
    let mut found = Vec::new();
    let mut lack = |what: &str, place: String| found.push(Lack { what: what.to_owned(), place });
    let key = |line: &str| format!("{file}: {line}");

    let base = portal.basis_url.value.as_str();
    let host = base.split_once("://").map_or("", |(_, rest)| rest).split(['/', ':']).next().unwrap_or_default();
    let last = host.rsplit('.').next().unwrap_or_default();
    if !base.starts_with("https://") || NOT_PUBLIC.contains(&last) || host.ends_with("example.com") {
        lack("Het webadres is nog geen echt adres.", key("basis_url = \"https://…/\""));
    }
    if portal.eigenaar.is_none() {
        lack("Er staat niet wie over de site gaat.", key("eigenaar = \"…\" (een functie of organisatie, geen naam)"));
    }
    if portal.omschrijving.is_none() {
        lack("Zoekmachines weten niet waar de site over gaat.", key("omschrijving = \"…\""));
    }
    match &portal.contact {
        None => lack("Een lezer kan niemand bereiken.", key("contact = \"mailto:…\", of een pagina met een mailadres")),
        Some(contact) => {
            if let Some(page) = unreachable(site, sources, contact) {
                lack(
                    "De contactpagina noemt geen mailadres of telefoonnummer: wie schrijft, bereikt niemand.",
                    format!("{page}: [mail de redactie](mailto:…), of in {file}: contact = \"mailto:…\""),
                );
            }
        }
    }
    if portal.licentie.is_none() {
        lack(
            "De open data hebben geen licentie: niemand mag ze zeker gebruiken.",
            key(
                "licentie = \"https://creativecommons.org/publicdomain/zero/1.0/\", of een andere die de eigenaar kiest",
            ),
        );
    }
    if portal.privacy.is_none() {
        lack(
            "Er staat niet wie voor de persoonsgegevens verantwoordelijk is.",
            key("privacy = \"…\" (de organisatie)"),
        );
    }
    for (words, name) in [("privacy", "over privacy"), ("toegankelijk", "over toegankelijkheid")] {
        if !site.documents.iter().any(|page| page.url.contains(words)) {
            lack(&format!("Er is geen pagina {name}."), format!("maak haar met: verbeeld new pagina over/{words}"));
        }
    }
    if portal.toegankelijkheid.is_none() {
        lack(
            "Er is geen toegankelijkheidsverklaring; voor een site van de overheid moet die er zijn.",
            key("toegankelijkheid = \"https://www.toegankelijkheidsverklaring.nl/register/…\""),
        );
    }
    match &portal.beveiliging {
        None => lack(
            "Er is geen security.txt: wie een zwakke plek ziet, kan haar nergens melden.",
            key("[beveiliging] met meldpunt = \"mailto:…\" en verloopt = een datum binnen een jaar"),
        ),
        Some(door) => {
            if let Some(page) = unreachable(site, sources, &door.meldpunt) {
                lack(
                    "Het meldpunt in security.txt bereikt niemand.",
                    format!("{page}: een mailadres, of in {file} onder [beveiliging]: meldpunt = \"mailto:…\""),
                );
            }
            if today.is_some_and(|today| door.verloopt.is_over_on(today)) {
                lack("De datum van security.txt is voorbij.", key("onder [beveiliging]: verloopt = een nieuwe datum"));
            }
        }
    }
    if portal.stand.is_none() {
        lack("Lezers zien niet wanneer de inhoud is nagelopen.", key("stand = een datum, zoals 2027-01-31"));
    }
    if portal.beschrijft.is_none() || portal.sinds.is_none() {
        lack(
            "Lezers zien niet van wanneer is wat de site beschrijft.",
            key("beschrijft = \"het plan van …\" en sinds = \"2023\""),
        );
    }
    if portal.gebied.is_none() {
        lack("Er staat niet over welk gebied de site gaat (OWMS vraagt dat).", key("gebied = \"…\""));
    }
    found
}

/// The file of a page that should say how to reach somebody and does not; `None` for what reaches somebody.
fn unreachable<'s>(site: &Site, sources: &'s Sources, written: &str) -> Option<&'s str> {
    if ["mailto:", "tel:", "https://", "http://"].iter().any(|start| written.starts_with(start)) {
        return None;
    }
    let url = format!("{}/", written.trim_matches('/'));
    let page = site.documents.iter().find(|page| page.url == url)?;
    let file = sources.get(page.file);
    let text = String::from_utf8_lossy(&file.bytes);
    let reaches = text.contains("mailto:") || text.contains("tel:") || has_mail_address(&text);
    (!reaches).then_some(file.path.as_str())
}

/// Is there something like `redactie@voorbeeld.nl`?
fn has_mail_address(text: &str) -> bool {
    text.split_whitespace().any(|word| {
        word.split_once('@').is_some_and(|(name, host)| {
            name.ends_with(|c: char| c.is_ascii_alphanumeric())
                && host.split_once('.').is_some_and(|(a, b)| !a.is_empty() && b.len() > 1)
        })
    })
}

//! Markup of other programs (`MD060` and on): what was meant as markup and is none here.

use crate::diag::{Diagnostic, Span};

/// More of what was found than this says nothing more.
const SHOWN: usize = 40;

/// Where an address in disguise comes from: no program.
pub const ADDRESS: &str = "een vermomd mailadres";

/// Where a path of one's own comes from.
pub const DISK: &str = "uw computer";

/// Where Markdown stands that counts for nothing there.
pub const IN_HTML: &str = "een stuk HTML";

/// Programs that people in an office have used themselves. Of all others the name says nothing to them.
const KNOWN: &[&str] = &["Word", "Outlook", "Teams", "WhatsApp", "Google Docs"];

/// Stands in a remedy for what was typed.
pub const TYPED: &str = "¤";

/// `MD060` to `MD070`: markup of another program.
pub fn markup(place: Span, code: &'static str, found: &str, from: &str, effect: &str, remedy: &str) -> Diagnostic {
    if from.is_empty() {
        return Diagnostic::warning(code, place, "Deze genummerde lijst valt in stukken uiteen")
            .label("hier begint een nieuwe lijst")
            .remedy(remedy);
    }
    let line = found.lines().next().unwrap_or_default().trim_end();
    let mut shown: String = line.chars().take(SHOWN).collect();
    if shown.len() < found.trim_end().len() {
        shown.push('…');
    }
    let literal = match found.bytes().next() {
        Some(b) if b.is_ascii_punctuation() && effect.is_empty() && from != DISK => {
            " Bedoelt u deze tekens zelf? Zet er een schuine streep naar links (\\) voor."
        }
        _ => "",
    };
    let comes = match from {
        IN_HTML => format!("staat in {IN_HTML} en "),
        DISK => "is een plek op uw eigen computer en ".to_owned(),
        // What is no program: an e-mail, a sheet.
        _ if from.starts_with("een ") => format!("hoort bij {from} en "),
        _ if KNOWN.iter().any(|known| from.contains(known)) => format!("komt uit een ander programma ({from}) en "),
        _ => String::new(),
    };
    let effect = if effect.is_empty() { "komt zo op de pagina te staan" } else { effect };
    let words: Vec<&str> = line.split_whitespace().collect();
    let remedy = remedy.replace(TYPED, &words.join(" "));
    Diagnostic::warning(code, place, format!("“{shown}” {comes}{effect}"))
        .label("dit stuk")
        .remedy(format!("{remedy}{literal}"))
}

/// `MD071`: an anchor in HTML.
pub fn loose_anchor(place: Span, id: &str) -> Diagnostic {
    Diagnostic::warning("MD071", place, "Een plek om naar te linken maakt u hier anders")
        .label("dit anker")
        .remedy(format!("Geef het kopje hieronder die naam: ## Mijn kopje {{#{id}}}. Haal dit anker daarna weg."))
}

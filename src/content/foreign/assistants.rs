//! What chat programs leave in a text that was copied from them: their marks for a source. What they say around it is looked for with
//! the words that were to be replaced.

use super::Construct;
use super::pattern::any;

const CODE: &str = "MD067";

/// A link that tells from which program it was copied.
pub static TRACED: Construct = Construct {
    code: CODE,
    from: "een chatprogramma",
    effect: "vertelt de andere site dat de link uit dat programma komt",
    remedy: "Haal in het adres alles weg van ?utm_source of &utm_source af. Kijk ook na of de link klopt met wat er staat.",
    patterns: &[],
};

/// A link with what a mailing, an advertisement or a social medium put behind it to count who comes.
pub static COUNTED: Construct = Construct {
    code: CODE,
    from: "een mailing of een sociaal medium",
    effect: "vertelt de andere site waar de bezoeker vandaan komt",
    remedy: "Haal in het adres de stukken met utm_, fbclid, gclid, mc_cid of mc_eid weg. De link werkt ook zonder.",
    patterns: &[],
};

/// What stands in an address to count who comes.
const COUNTING: &[&str] =
    &["utm_", "fbclid=", "gclid=", "dclid=", "msclkid=", "igshid=", "mc_cid=", "mc_eid=", "_hsenc="];

/// Does an address count who comes?
pub fn counts(address: &str) -> bool {
    let asked = address.split_once('?').map_or("", |(_, asked)| asked);
    asked.split('&').any(|part| COUNTING.iter().any(|sign| part.starts_with(sign)))
}

pub const ALL: &[Construct] = &[Construct {
    code: CODE,
    from: "een chatprogramma",
    effect: "",
    remedy: "Haal dit weg: het is een verwijzing die alleen in dat programma werkt. Zet er zelf de bron bij, en kijk na of die klopt.",
    patterns: &[
        any("【…】"),
        any("[^№^]"),
        any(":contentReference[…]{index=№}"),
        any(":contentReference[…]"),
        any("oai_citation:№"),
        any("[oaicite:…]"),
        any("\u{e200}cite…\u{e201}"),
        any("citeturn№ω"),
        any("filecite…turn№ω"),
        any("turn№search№"),
        any("turn№view№"),
        any("turn№news№"),
        any("turn№file№"),
        any("turn№image№"),
        any("[cite_start]"),
        any("[cite: №…]"),
        any("[attached_file:№]"),
        any("[web:№]"),
        any("utm_source=chatgpt.com"),
        any("utm_source=openai"),
        any("utm_source=copilot.com"),
        any("utm_source=perplexity"),
    ],
}];

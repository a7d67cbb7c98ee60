//! Small pictures that are written as a word between colons, and page breaks.

use super::pattern::{any, behind, start, word};
use super::{Construct, Found};
use std::ops::Range;

const CODE: &str = "MD069";

/// A small picture between colons.
pub const SMALL_PICTURE: Construct = Construct {
    code: CODE,
    from: "GitHub, Slack en MkDocs",
    effect: "",
    remedy: "Plak het teken zelf, zoals ✓, of schrijf het in woorden. Een voorleesprogramma leest zo'n teken voor.",
    patterns: &[word(":ω:"), word(":+№:"), word(":-№:")],
};

/// `&amp;eacute;`: a sign by its name, of which the and-sign was written by its name as well; and a quotation that begins with `&gt;`.
pub fn entity(source: &str, range: &Range<usize>) -> Option<Found> {
    let rest = source.get(range.start..)?;
    if rest.starts_with("&gt; ") {
        let end = range.start + rest.lines().next().unwrap_or_default().trim_end().len();
        return starts_line(source, range.start).then_some(Found { range: range.start..end, construct: &QUOTED });
    }
    let rest = rest.strip_prefix("&amp;")?;
    let name = &rest[..rest.bytes().take(LONGEST_NAME).position(|b| b == b';')?];
    let number = name.strip_prefix('#').is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_alphanumeric()));
    let word = name.len() > 1 && name.bytes().all(|b| b.is_ascii_alphabetic());
    let end = range.start + "&amp;".len() + name.len() + 1;
    (number || word).then_some(Found { range: range.start..end, construct: &ENTITY })
}

/// Is it only by chance that signs stand around this? `^1] en [^` between two footnotes, `#` of two links, `/:w:/` in an address.
pub fn is_chance(source: &str, range: &Range<usize>) -> bool {
    let text = &source[range.clone()];
    match text.as_bytes().first() {
        Some(b'^') => text.contains("[^"),
        // Hashtags in a sentence, each with its own sign; a line that begins with one is a row of them.
        Some(b'#') => text.contains("](#") || text.contains(" #") && !starts_line(source, range.start),
        // `m¹`, a running metre, and `10¹`.
        Some(0xc2) if text == "¹" => {
            source[..range.start].bytes().rev().take_while(u8::is_ascii_alphabetic).count() < 3
        }
        // `** Let op ** dit`: bold with spaces within its signs, not an item of another language.
        Some(b'*') => ["**", "***"].iter().any(|sign| {
            text.strip_prefix(sign).is_some_and(|rest| rest.starts_with(' ') && rest.matches(sign).count() == 1)
        }),
        // An infographic with two accents.
        Some(b'`') => {
            matches!(&text[1..], "infographic" | "rekenhulp") && source[range.end..].starts_with(['\n', '\r'])
        }
        Some(b':') => source[..range.start].ends_with('/') && source[range.end..].starts_with('/'),
        _ => false,
    }
}

fn starts_line(source: &str, at: usize) -> bool {
    source[..at].is_empty() || source[..at].ends_with('\n')
}

/// No name of a sign is longer.
const LONGEST_NAME: usize = 33;

static QUOTED: Construct = Construct {
    code: CODE,
    from: "Slack",
    effect: "wordt hier geen citaat",
    remedy: "Een citaat begint met een > en een spatie: > Wat iemand zei.",
    patterns: &[],
};

static ENTITY: Construct = Construct {
    code: CODE,
    from: "HTML",
    effect: "",
    remedy: "Schrijf het teken zelf, zoals é of &, of haal het weg.",
    patterns: &[],
};

/// Letters from a part of Unicode for mathematics, which social media show as bold or italic.
pub const STYLED: Construct = Construct {
    code: CODE,
    from: "een bericht op sociale media",
    effect: "leest een voorleesprogramma niet als woord, en zoeken vindt het niet",
    remedy: "Typ de woorden opnieuw, met gewone letters. Vet schrijft u als **vet**.",
    patterns: &[any("𝗔"), any("𝐀"), any("𝘈")],
};

/// The length of a run of such letters, and of the spaces between them, at the start of a text.
pub fn styled(text: &str) -> Option<usize> {
    let is_styled = |c: char| ('\u{1d400}'..='\u{1d7ff}').contains(&c);
    let run = text.find(|c: char| !is_styled(c) && c != ' ').unwrap_or(text.len());
    let length = text[..run].trim_end().len();
    (text.starts_with(is_styled) && text[..length].chars().count() > 2).then_some(length)
}

pub const ALL: &[Construct] = &[
    SMALL_PICTURE,
    STYLED,
    Construct {
        code: CODE,
        from: "een pdf",
        effect: "is één teken in plaats van twee letters: zoeken vindt het woord niet",
        remedy: "Typ het woord opnieuw, met gewone letters.",
        patterns: &[any("ﬁ"), any("ﬂ"), any("ﬀ"), any("ﬃ"), any("ﬄ"), any("ĳ"), any("Ĳ")],
    },
    Construct {
        code: CODE,
        from: "Obsidian Tasks",
        effect: "",
        remedy: "Schrijf de datum in woorden: klaar op 1 maart 2027.",
        patterns: &[
            any("📅 №"),
            any("⏳ №"),
            any("🛫 №"),
            any("✅ №-№"),
            any("🔁 every …"),
            any("⏫"),
            any("➕ №"),
            any("⏰ №"),
            any("🔼"),
            any("🔽"),
        ],
    },
    Construct {
        code: CODE,
        from: "HTML",
        effect: "",
        remedy: "Schrijf het teken zelf, zoals & of ©. Een nieuwe regel is <br>, zonder spatie in het haakje.",
        patterns: &[
            word("&ω;"),
            any("&nbsp"),
            any("&eacute"),
            any("&euml"),
            any("&euro"),
            any("&quot"),
            any("&bull"),
            any("<br/ >"),
            any("<br / >"),
            any("< br>"),
            any("< ω>"),
            any("</ ω>"),
            any("<! …>"),
        ],
    },
    Construct {
        code: CODE,
        from: "HTML",
        effect: "",
        remedy: "Er klopt iets niet aan deze HTML, dus staat zij als tekst op de pagina. Een afbeelding schrijft u als ![Wat er te zien is](kaart.png), een link als [tekst](https://voorbeeld.nl).",
        patterns: &[
            any("<img …"),
            any("<a href…"),
            any("<div …"),
            any("<span …"),
            any("<table …"),
            any("<iframe …"),
            any("<video …"),
        ],
    },
    Construct {
        code: CODE,
        from: "een tekst over Markdown",
        effect: "",
        remedy: "Een link schrijft u als [tekst](https://voorbeeld.nl): eerst de tekst tussen rechte haken, dan het adres tussen ronde.",
        patterns: &[any("][http…]"), any("][]"), any("][ω…]"), any("] : http…"), any("]http…"), any("<ω.ω>")],
    },
    Construct {
        code: CODE,
        from: "een accent als apostrof",
        effect: "",
        remedy: "Schrijf een rechte apostrof: foto's, zo'n, 's avonds. Code zet u tussen twee accenten grave: `code`.",
        patterns: &[
            behind("`s"),
            behind("`n "),
            behind("´s"),
            behind("´n "),
            word("`s "),
            word("`t "),
            word("´s "),
            word("´t "),
            word("`ω"),
        ],
    },
    Construct {
        code: CODE,
        from: "Reddit en Discord",
        effect: "",
        remedy: "Verborgen tekst is er niet. Schrijf haar gewoon, of maak een uitklapblok met <details> en <summary>Meer weten?</summary>.",
        patterns: &[word("||¶||"), start("!¶!<")],
    },
    Construct {
        code: CODE,
        from: "een tekstverwerker",
        effect: "",
        remedy: "Haal het weg. Waar een blad eindigt, kiest de browser bij het afdrukken.",
        patterns: &[
            start("[pagebreak]"),
            start("\\page⏎"),
            start("[page]⏎"),
            any("[newpage]"),
            start("Pagina-einde⏎"),
            start("Sectie-einde…"),
            start("---Pagina-einde…"),
        ],
    },
];

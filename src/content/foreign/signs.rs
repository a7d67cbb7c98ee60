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
        let starts_line = source[..range.start].ends_with('\n') || range.start == 0;
        let end = range.start + rest.lines().next().unwrap_or_default().trim_end().len();
        return starts_line.then_some(Found { range: range.start..end, construct: &QUOTED });
    }
    let rest = rest.strip_prefix("&amp;")?;
    let name = &rest[..rest.bytes().take(LONGEST_NAME).position(|b| b == b';')?];
    let number = name.strip_prefix('#').is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_alphanumeric()));
    let word = name.len() > 1 && name.bytes().all(|b| b.is_ascii_alphabetic());
    let end = range.start + "&amp;".len() + name.len() + 1;
    (number || word).then_some(Found { range: range.start..end, construct: &ENTITY })
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

pub const ALL: &[Construct] = &[
    SMALL_PICTURE,
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

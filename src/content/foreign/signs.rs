//! Small pictures that are written as a word between colons, and page breaks.

use super::Construct;
use super::pattern::{any, behind, start, word};

const CODE: &str = "MD069";

/// A small picture between colons.
pub const SMALL_PICTURE: Construct = Construct {
    code: CODE,
    from: "GitHub, Slack en MkDocs",
    effect: "",
    remedy: "Plak het teken zelf, zoals ✓, of schrijf het in woorden. Een voorleesprogramma leest zo'n teken voor.",
    patterns: &[word(":ω:"), word(":+№:"), word(":-№:")],
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
            any("nbsp;"),
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
        patterns: &[start("[pagebreak]"), start("\\page⏎"), start("[page]⏎"), any("[newpage]")],
    },
];

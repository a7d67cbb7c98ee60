//! Small pictures that are written as a word between colons, and page breaks.

use super::Construct;
use super::pattern::{any, start, word};

const CODE: &str = "MD069";

pub const ALL: &[Construct] = &[
    Construct {
        code: CODE,
        from: "GitHub, Slack en MkDocs",
        effect: "",
        remedy: "Plak het teken zelf, zoals ✓, of schrijf het in woorden. Een voorleesprogramma leest zo'n teken voor.",
        patterns: &[word(":ω:"), word(":+№:"), word(":-№:")],
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
        patterns: &[start("[pagebreak]"), start("\\page⏎"), start("[page]⏎"), any("[newpage]"), any("[[pagebreak]]")],
    },
];

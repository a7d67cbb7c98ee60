//! Orders to a program that makes pages from text: macros, names that it fills in, settings of slides.

use super::Construct;
use super::pattern::{any, start, word};

const CODE: &str = "MD065";

const FILLED_IN: &str =
    "Zet hier zelf wat er moet staan. Een getal uit de gegevens schrijft u als {{ cijfer.naam }}, een naam als [[id]].";
const DROP: &str = "Haal het weg, en schrijf in Markdown wat het laat zien.";

/// Is this a word between braces? In the data that may be a place that the site itself fills in.
pub fn is_braced(text: &str) -> bool {
    let inner = text.strip_prefix('{').and_then(|text| text.strip_suffix('}'));
    inner.is_some_and(|word| word.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-')))
}

pub const ALL: &[Construct] = &[
    Construct {
        code: CODE,
        from: "AsciiDoc, MDX, Pelican en Joomla",
        effect: "",
        remedy: FILLED_IN,
        patterns: &[any("{ω}"), any("{ω.ω}"), any("{ω ω}"), any("{ω …|…}"), any("{@ω…}")],
    },
    Construct {
        code: CODE,
        from: "Drupal en dergelijke",
        effect: "",
        remedy: FILLED_IN,
        patterns: &[any("[node:…]"), any("[site:…]"), any("[user:…]"), any("[term:…]"), any("[current-ω:ω]")],
    },
    Construct {
        code: CODE,
        from: "TiddlyWiki, Trac en XWiki",
        effect: "",
        remedy: DROP,
        patterns: &[
            any("<<ω …>>"),
            any("<$ω…>"),
            any("[img[…]]"),
            any("[ext[…]]"),
            any("[wiki:…]"),
            any("(%…%)"),
            word("Attach:ω.ω"),
            word("ticket:№"),
            word("t3://…"),
            word("onenote:…"),
        ],
    },
    Construct {
        code: CODE,
        from: "Marp, Deckset en remark",
        effect: "",
        remedy: "Haal de regel weg: dit stuurt dia's aan, en een pagina heeft die niet.",
        patterns: &[any("[.ω: …]"), start("class: ω, ω⏎"), start("--⏎")],
    },
    Construct {
        code: CODE,
        from: "R Markdown, Quarto en Jupyter",
        effect: "",
        remedy: "Een site voert geen programma uit. Haal de regel weg, en zet het resultaat in de tekst.",
        patterns: &[start("#| ω…"), start("%%|…"), start("%ω ω⏎"), start("!pip …")],
    },
    Construct {
        code: CODE,
        from: "iA Writer",
        effect: "",
        remedy: "Een afbeelding schrijft u als ![Wat er te zien is](kaart.png). Een tabel of tekst uit een ander bestand zet u hier neer.",
        patterns: &[
            start("/ω.png"),
            start("/ω.jpg"),
            start("/ω.jpeg"),
            start("/ω.csv⏎"),
            start("/ω.md⏎"),
            start("/ω.txt⏎"),
        ],
    },
];

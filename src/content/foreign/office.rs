//! What Word, Outlook, a spreadsheet or Google Docs leaves behind.

use super::Construct;
use super::pattern::{any, start, word};

const CODE: &str = "MD067";

pub const ALL: &[Construct] = &[
    Construct {
        code: CODE,
        from: "Word",
        effect: "",
        remedy: "De verwijzing was in Word al stuk. Zet hier een link naar het goede kopje, [tekst](#naam-van-het-kopje), of haal het weg.",
        patterns: &[
            word("Fout! Bladwijzer niet gedefinieerd"),
            word("Fout! Verwijzingsbron niet gevonden"),
            word("Fout! De hyperlinkverwijzing is ongeldig"),
            word("Fout! Gebruik het tabblad…"),
            word("Error! Bookmark not defined"),
            word("Error! Reference source not found"),
        ],
    },
    Construct {
        code: CODE,
        from: "Word",
        effect: "",
        remedy: "Haal het weg. Een link schrijft u als [tekst](https://voorbeeld.nl).",
        patterns: &[
            word("HYPERLINK \"…\""),
            word("PAGEREF _Toc№…"),
            word("REF _Ref№…"),
            any("\\* MERGEFORMAT"),
            any("{ PAGE }"),
            any("{ TOC …}"),
            any("{ HYPERLINK …}"),
            any("{ REF …}"),
            any("{ DATE …}"),
            any("_Toc№"),
            word("MERGEFIELD ω"),
        ],
    },
    Construct {
        code: CODE,
        from: "Word",
        effect: "",
        remedy: "Haal het weg, en de rest van het geplakte stuk dat u niet ziet staan. Plak uit Word als gewone tekst: met Ctrl, Shift en V.",
        patterns: &[
            any("[if !support…]"),
            any("[endif]"),
            word("mso-ω:…"),
            start("@page WordSection…"),
            start("/* Style Definitions */"),
            start("Normal 0 false…"),
            any("[Deze pagina is bewust leeg…]"),
        ],
    },
    Construct {
        code: CODE,
        from: "Word en Confluence",
        effect: "",
        remedy: "Haal het weg, met het stuk waarmee het eindigt. Plak als gewone tekst: met Ctrl, Shift en V.",
        patterns: &[any("<ω:ω…>"), any("</ω:ω…>"), any("<![CDATA[…]]>")],
    },
    Construct {
        code: CODE,
        from: "een rekenblad",
        effect: "",
        remedy: "Zet hier de waarde. De cel waarnaar de tekst verwees, is er niet meer.",
        patterns: &[
            any("#VERW!"),
            any("#REF!"),
            any("#N/B"),
            any("#N/A"),
            any("#NAAM?"),
            any("#NAME?"),
            any("#WAARDE!"),
            any("#VALUE!"),
            any("#DEEL/0!"),
            any("#DIV/0!"),
        ],
    },
    Construct {
        code: CODE,
        from: "Outlook",
        effect: "",
        remedy: "De afbeelding uit de e-mail is niet meegekomen. Bewaar haar als bestand naast de pagina: ![Wat er te zien is](kaart.png).",
        patterns: &[any("[cid:…]"), word("cid:ω@…"), any("[image: …]"), any("[Afbeelding verwijderd door afzender…]")],
    },
];

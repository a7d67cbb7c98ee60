//! Other text languages: reStructuredText, AsciiDoc, Textile, Org.

use super::Construct;
use super::pattern::{any, start, word};

const CODE: &str = "MD068";

const BOX: &str = "Maak een kader zo: begin een regel met > [!TIP] en zet voor iedere regel van de tekst een >.";

pub const ALL: &[Construct] = &[
    Construct {
        code: CODE,
        from: "reStructuredText",
        effect: "",
        remedy: "Een afbeelding schrijft u als ![Wat er te zien is](kaart.png), een kader met > [!TIP], een link als [tekst](https://voorbeeld.nl).",
        patterns: &[
            start(".. ω::…"),
            start(".. _ω:…"),
            start(".. |…"),
            any(":ref:"),
            any(":doc:"),
            any(":term:"),
            start("|ω|⏎"),
        ],
    },
    Construct {
        code: CODE,
        from: "AsciiDoc",
        effect: "",
        remedy: "Een afbeelding schrijft u als ![Wat er te zien is](kaart.png), een link als [tekst](https://voorbeeld.nl), code tussen regels met ```.",
        patterns: &[
            start("image::…[…]"),
            word("image:ω.…[…]"),
            word("link:ω…[…]"),
            word("xref:ω…[…]"),
            start("include::…[…]"),
            start("[source,…]"),
            start("[source]⏎"),
            word("footnote:[…]"),
            any("<<ω,…>>"),
            start("video::…[…]"),
            word("kbd:[…]"),
            word("btn:[…]"),
            word("menu:ω[…]"),
            start("ifdef::…[]"),
            start("endif::[]"),
            start("toc::[]"),
        ],
    },
    Construct {
        code: CODE,
        from: "AsciiDoc",
        effect: "",
        remedy: BOX,
        patterns: &[
            start("[NOTE]⏎"),
            start("[TIP]⏎"),
            start("[WARNING]⏎"),
            start("[CAUTION]⏎"),
            start("[IMPORTANT]⏎"),
            start("[quote,…]"),
            start("[cols=…]"),
            start("[.ω]⏎"),
            start("[%ω…]⏎"),
            start("[role=…]"),
            start("====⏎"),
            start("|===⏎"),
            start("[options=…]"),
        ],
    },
    Construct {
        code: CODE,
        from: "AsciiDoc",
        effect: "",
        remedy: "Een kopje schrijft u met hekjes en een spatie: ## Mijn kopje.",
        patterns: &[start("== ¶⏎"), start("=== ¶⏎"), start("==== ¶⏎")],
    },
    Construct {
        code: CODE,
        from: "Textile",
        effect: "",
        remedy: "Een alinea begint gewoon met tekst, een lijst met een streepje en een spatie.",
        patterns: &[start("p(ω). …"), start("p=. …"), start("fn№. …"), start("table. …"), start("notextile. …")],
    },
];

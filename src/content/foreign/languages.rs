//! References and notes of scholarly programs: Pandoc, Quarto, MyST.

use super::Construct;
use super::pattern::{any, start, word};

const CODE: &str = "MD068";

pub const ALL: &[Construct] = &[
    Construct {
        code: CODE,
        from: "Pandoc en Quarto",
        effect: "",
        remedy: "Een bron noemt u bovenaan de pagina bij bron, of in de tekst als [[id-van-de-bron]].",
        patterns: &[
            any("[#ω]"),
            any("][#ω…]"),
            any("[@ω…]"),
            any("[-@ω…]"),
            any("[see @ω…]"),
            any("@fig-ω"),
            any("@tbl-ω"),
            any("@sec-ω"),
            any("@fig:ω"),
            any("[#fig:…]"),
        ],
    },
    Construct {
        code: CODE,
        from: "Pandoc en MyST",
        effect: "",
        remedy: "Haal de regel weg. Een eigen naam geeft u een kopje zo: ## Mijn kopje {#mijn-naam}.",
        patterns: &[start("(ω)=⏎"), start("+++ {…")],
    },
    Construct {
        code: CODE,
        from: "Pandoc",
        effect: "",
        remedy: "Een onderschrift schrijft u zo: ![Wat er te zien is](kaart.png \"Het onderschrift\"). Boven een tabel zet u een gewone zin.",
        patterns: &[start("Table: …"), start(": ω … {#…}"), any("{#ω:…}")],
    },
    Construct {
        code: CODE,
        from: "Pandoc",
        effect: "",
        remedy: "Een genummerde lijst begint u met een nummer, een punt en een spatie: 1. Eerste punt.",
        patterns: &[start("(@) …"), start("(@ω) …"), start("(#ω) …"), start("#. …")],
    },
    Construct {
        code: CODE,
        from: "Pandoc en MyST",
        effect: "",
        remedy: "Een opmerking voor uzelf die lezers niet zien, schrijft u als <!-- opmerking -->. Titel, auteur en datum zet u bovenaan de pagina, tussen de regels met +++.",
        patterns: &[start("% ω…")],
    },
    Construct {
        code: CODE,
        from: "Obsidian, Notion en MultiMarkdown",
        effect: "",
        remedy: "Zet dit bovenaan de pagina, tussen de regels met +++, zoals: titel = \"Over ons\". Wat de site niet kent, haalt u weg.",
        patterns: &[
            start("Title: …"),
            start("Author: …"),
            start("layout: ω⏎"),
            start("aliases: …"),
            start("cssclass: …"),
            start("cssclasses: …"),
            start("tags: #…"),
            word("#ω/ω"),
        ],
    },
    Construct {
        code: CODE,
        from: "PHP Markdown Extra en MultiMarkdown",
        effect: "",
        remedy: "Leg een afkorting uit in de gegevens, als [[begrip]] met afkorting. Dan staat de uitleg op elke pagina bij het woord.",
        patterns: &[start("*[…]: …"), start("[>…]: …"), start("[?…]: …")],
    },
    Construct {
        code: CODE,
        from: "Marked en Markua",
        effect: "",
        remedy: "Haal het teken weg. Een kader begint met > [!TIP].",
        patterns: &[
            start("A> …"),
            start("I> …"),
            start("W> …"),
            start("T> …"),
            start("D> …"),
            start("{aside}"),
            start("{/aside}"),
            start("{pagebreak}"),
            start("{blurb…}"),
        ],
    },
];

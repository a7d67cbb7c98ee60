//! References and notes of scholarly programs: Pandoc, Quarto, MyST.

use super::Construct;
use super::pattern::{any, start};

const CODE: &str = "MD068";

pub const ALL: &[Construct] = &[
    Construct {
        code: CODE,
        from: "Pandoc en Quarto",
        effect: "",
        remedy: "Een bron noemt u bovenaan de pagina bij bron, of in de tekst als [[id-van-de-bron]].",
        patterns: &[
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
        patterns: &[start("(ω)=⏎"), any("{ω}`…`")],
    },
    Construct {
        code: CODE,
        from: "Pandoc",
        effect: "",
        remedy: "Een onderschrift schrijft u zo: ![Wat er te zien is](kaart.png \"Het onderschrift\"). Boven een tabel zet u een gewone zin.",
        patterns: &[start("Table: …"), start(": ω … {#…}"), start("(@) …"), start("(@ω) …"), start("(#ω) …")],
    },
    Construct {
        code: CODE,
        from: "PHP Markdown Extra",
        effect: "",
        remedy: "Leg een afkorting uit in de gegevens, als [[begrip]] met afkorting. Dan staat de uitleg op elke pagina bij het woord.",
        patterns: &[start("*[…]: …")],
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

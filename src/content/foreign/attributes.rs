//! Classes, names and sizes between braces.

use super::Construct;
use super::pattern::{any, start};

const CODE: &str = "MD060";

pub const ALL: &[Construct] = &[
    Construct {
        code: "MD062",
        from: "Kramdown",
        effect: "",
        remedy: "Haal de regel weg, en ook het punt van de lijst erboven. De inhoudsopgave maakt de site zelf, uit de kopjes van de pagina.",
        patterns: &[any("{:toc…}"), any("{: toc…}")],
    },
    Construct {
        code: CODE,
        from: "Kramdown",
        effect: "",
        remedy: "Een opmerking voor uzelf die lezers niet zien, schrijft u als <!-- opmerking -->.",
        patterns: &[any("{::comment…}"), any("{:/comment}")],
    },
    Construct {
        code: CODE,
        from: "Pandoc",
        effect: "",
        remedy: "Haal de haken weg, en alles tussen de accolades. Een eigen naam geeft u een kopje zo: ## Mijn kopje {#mijn-naam}.",
        patterns: &[any("[]{#…}"), any("[¶]{.…}"), any("[¶]{#…}"), any("[¶]{ω=…}")],
    },
    Construct {
        code: CODE,
        from: "Kramdown, MkDocs en Pandoc",
        effect: "",
        remedy: "Haal dit weg. Een eigen naam geeft u een kopje zo: ## Mijn kopje {#mijn-naam}. Hoe iets eruitziet, staat in het thema.",
        patterns: &[any("{#ω}"), any("{: #…}"), any("{:#…}"), any("{ #…}")],
    },
    Construct {
        code: CODE,
        from: "Pandoc",
        effect: "",
        remedy: "De naam van een kopje heeft kleine letters en streepjes, en geen spaties: {#mijn-naam}. Iets anders kan er niet bij staan.",
        patterns: &[any("{#ω …}")],
    },
    Construct {
        code: CODE,
        from: "Kramdown, MkDocs en Pandoc",
        effect: "",
        remedy: "Haal dit weg. Hoe iets eruitziet, staat in het thema; de maat van een afbeelding kiest de site zelf.",
        patterns: &[
            any("{: .…}"),
            any("{:.…}"),
            any("{:ω…}"),
            any("{: ω=…}"),
            any("{: ω}"),
            any("{.ω}"),
            any("{.ω …}"),
            any("{ .ω…}"),
            any("{ω=…}"),
            any("{ ω=…}"),
            any("{=ω}"),
            any("{::ω…}"),
            start("^⏎"),
            any("{:/…}"),
            any("{-}"),
            any("{ data-ω }"),
            any("{data-ω}"),
            any("{ hidden }"),
            any("{ download }"),
            any("{ markdown }"),
        ],
    },
    Construct {
        code: CODE,
        from: "markdown-it en HackMD",
        effect: "",
        remedy: "Haal de maat weg: ![Wat er te zien is](kaart.png). De site kiest zelf de goede maat.",
        patterns: &[any("](… =№x…)"), any("](… =x№…)"), any("](… =№%x…)")],
    },
];

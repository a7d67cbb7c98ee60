//! Classes, names and sizes between braces.

use super::Construct;
use super::pattern::any;

const CODE: &str = "MD060";

pub const ALL: &[Construct] = &[
    Construct {
        code: CODE,
        from: "Kramdown, MkDocs en Pandoc",
        effect: "",
        remedy: "Haal dit weg. Een eigen naam geeft u een kopje zo: ## Mijn kopje {#mijn-naam}. Hoe iets eruitziet, staat in het thema.",
        patterns: &[any("{#ω}"), any("{#ω …}"), any("{: #…}"), any("{:#…}"), any("{ #…}")],
    },
    Construct {
        code: CODE,
        from: "Kramdown, MkDocs en Pandoc",
        effect: "",
        remedy: "Haal dit weg. Hoe iets eruitziet, staat in het thema; de maat van een afbeelding kiest de site zelf.",
        patterns: &[
            any("{: .…}"),
            any("{:.…}"),
            any("{:toc…}"),
            any("{: toc…}"),
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

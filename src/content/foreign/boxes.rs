//! Boxes: notes, warnings, tabs and what folds.

use super::Construct;
use super::pattern::{any, start};
use pulldown_cmark::{Event, Tag};
use std::ops::Range;

const CODE: &str = "MD061";

const BOX: &str = "Maak een kader zo: begin een regel met > [!TIP] en zet voor iedere regel van de tekst een >. \
                   U kunt kiezen uit: OPMERKING, TIP, BELANGRIJK, WAARSCHUWING en LET OP.";

/// The first line of a quotation that opens a box, which the page's writer takes, or tells that there is no such box.
pub fn opening(source: &str, events: &[(Event<'_>, Range<usize>)], i: usize) -> Option<Range<usize>> {
    let (Event::Start(Tag::Paragraph), range) = events.get(i + 1)? else { return None };
    let line = source.get(range.clone())?.lines().next()?.trim_end();
    (line.starts_with("[!") && line.ends_with(']')).then(|| range.start..range.start + line.len())
}

pub const ALL: &[Construct] = &[
    Construct {
        code: CODE, from: "MkDocs", effect: "", remedy: BOX, patterns: &[start("!!! ω…"), start("!!!ω…")]
    },
    Construct {
        code: CODE,
        from: "MkDocs",
        effect: "",
        remedy: "Maak een uitklapblok met <details> en <summary>Meer weten?</summary>, dan een lege regel, de tekst, een lege regel en </details>.",
        patterns: &[start("??? ω…"), start("???+ ω…")],
    },
    Construct {
        code: CODE,
        from: "MkDocs",
        effect: "",
        remedy: "Tabbladen zijn er niet: wie afdrukt of zoekt, mist wat erachter zit. Schrijf een kopje: ## Titel van het tabblad.",
        patterns: &[start("=== \"…\""), start("===! \"…\""), start("=== '…'")],
    },
    Construct {
        code: CODE,
        from: "MkDocs",
        effect: "",
        remedy: "Haal de regels met /// weg. Een kader begint met > [!TIP], een uitklapblok maakt u met <details> en <summary>Meer weten?</summary>.",
        patterns: &[start("/// ω…"), start("//// ω…")],
    },
    Construct { code: CODE, from: "Docsify", effect: "", remedy: BOX, patterns: &[start("!> …"), start("?> …")] },
    Construct {
        code: CODE,
        from: "GitBook en Jekyll",
        effect: "",
        remedy: BOX,
        patterns: &[any("{% hint…%}"), any("{% endhint %}"), any("{% note %}"), any("{% alert…%}")],
    },
    Construct {
        code: CODE,
        from: "Obsidian",
        effect: "",
        remedy: "Zet op de eerste regel alleen > [!TIP], en de titel vet op de regel eronder. Een uitklapblok maakt u met <details> en <summary>Meer weten?</summary>.",
        patterns: &[
            start("[!ω, …]"),
            start("[!ω] …"),
            start("[!ω ω] …"),
            start("[!ω]+…"),
            start("[!ω]-…"),
            start("[!ω|…]…"),
        ],
    },
    Construct {
        code: CODE,
        from: "GitHub",
        effect: "wordt geen kader: ervoor ontbreekt een >, of erboven staat al tekst",
        remedy: BOX,
        patterns: &[start("[!ω]⏎"), start("[!ω ω]⏎")],
    },
    Construct {
        code: CODE,
        from: "GitHub",
        effect: "wordt geen kader: er staat een spatie te veel",
        remedy: "Haal de spatie tussen de haak en het uitroepteken weg, of die erachter: > [!TIP].",
        patterns: &[start("[! ω]"), start("[ !ω]")],
    },
    Construct {
        code: CODE,
        from: "ReadMe",
        effect: "",
        remedy: BOX,
        patterns: &[start("[block:ω]"), start("[/block]")],
    },
    Construct {
        code: CODE,
        from: "Statamic, GitLab en Discourse",
        effect: "",
        remedy: BOX,
        patterns: &[
            start("[quote=…]"),
            start("[/quote]"),
            start("[details=…]"),
            start("[/details]"),
            start("[spoiler]"),
            start("[/spoiler]"),
        ],
    },
];

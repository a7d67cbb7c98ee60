//! Marks where another program puts a table of contents, or cuts off the opening of a page.

use super::pattern::{any, start};
use super::{Construct, Found};
use std::ops::Range;

const CODE: &str = "MD062";

const REMEDY: &str = "Haal de regel weg. De inhoudsopgave maakt de site zelf, uit de kopjes van de pagina.";

static CONTENTS: Construct = Construct {
    code: CODE,
    from: "MediaWiki, GitLab en dergelijke",
    effect: "maakt hier geen inhoudsopgave",
    remedy: REMEDY,
    patterns: &[],
};

static MORE: Construct = Construct {
    code: CODE,
    from: "WordPress en Hugo",
    effect: "doet hier niets",
    remedy: "Haal de regel weg. Schrijf bovenaan de pagina bij omschrijving waar zij over gaat; dat staat in lijsten.",
    patterns: &[],
};

/// How a remark begins that is an order to another program.
const ORDERS: &[&str] = &[
    "wp:",
    "/wp:",
    "kg-card",
    "_class:",
    "_paginate",
    "paginate:",
    "_backgroundcolor",
    "backgroundimage:",
    "@include",
    "include:",
    "#include",
    "tabs:start",
    "tabs:end",
    "tab:",
    "language:",
    "slide:",
    ".slide",
    ".element",
    "panels:start",
    "panels:end",
    "div:",
    "start_tab",
    "{% ",
    "endtoc",
];

static ORDER: Construct = Construct {
    code: "MD065",
    from: "WordPress, Marp, Docsify en dergelijke",
    effect: "doet hier niets",
    remedy: "Haal de regel weg, en zet hier wat er moet staan.",
    patterns: &[],
};

pub const ALL: &[Construct] = &[Construct {
    code: CODE,
    from: "MkDocs, GitLab, Azure en dergelijke",
    effect: "",
    remedy: REMEDY,
    patterns: &[
        start("[toc]⏎"),
        start("[toc …]⏎"),
        start("@[toc]"),
        start("${toc}⏎"),
        start("[[toc]]"),
        start("[[_toc_]]"),
        start("{{toc}}"),
        start("{{ toc }}"),
        start("{{>toc}}"),
        start("{toc}⏎"),
        start("{toc:…}"),
        start("\\tableofcontents"),
        start(":toc:"),
        start("\\toc⏎"),
        any("[[table of contents]]"),
        any("[[inhoudsopgave]]"),
        start(".. contents::"),
        start("toc::[]"),
    ],
}];

/// `__TOC__`, which Markdown makes bold.
pub fn in_bold(source: &str, range: &Range<usize>) -> Option<Found> {
    let text = source.get(range.clone())?;
    let inner = text.strip_prefix("__")?.strip_suffix("__")?;
    let marks = ["TOC", "NOTOC", "FORCETOC", "NOEDITSECTION", "INHOUD", "GEENINHOUD", "INHOUDSOPGAVE"];
    marks.contains(&inner).then(|| Found { range: range.clone(), construct: &CONTENTS })
}

/// `<!-- toc -->`, `<!--more-->`.
pub fn comment(html: &str) -> Option<&'static Construct> {
    let inner = html.strip_prefix("<!--")?.split("-->").next()?.trim().to_lowercase();
    match inner.as_str() {
        "toc" | "start doctoc" | "inhoudsopgave" | "table of contents" => Some(&CONTENTS),
        "more" | "break" | "excerpt" | "truncate" | "end_excerpt" => Some(&MORE),
        "nextpage" | "/wp:more" => Some(&MORE),
        order if ORDERS.iter().any(|known| order.starts_with(known)) => Some(&ORDER),
        _ => None,
    }
}

/// Is the name between `[[` and `]]` such a mark?
pub fn named(name: &str) -> Option<&'static Construct> {
    let name = name.trim().trim_matches('_').to_lowercase();
    matches!(name.as_str(), "toc" | "tocm" | "table of contents" | "inhoudsopgave").then_some(&CONTENTS)
}

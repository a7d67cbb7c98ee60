//! Wikis and notebooks: MediaWiki, DokuWiki, Confluence, Obsidian, Logseq.

use super::Construct;
use super::pattern::{any, behind, start, word};
use std::ops::Range;

const CODE: &str = "MD064";

const HEADING: &str = "Een kopje schrijft u met hekjes en een spatie: ## Mijn kopje.";
const TABLE: &str = "Een tabel schrijft u met strepen: | Naam | Taak | en daaronder |---|---|, en dan de rijen.";
const FILE: &str = "Een afbeelding schrijft u als ![Wat er te zien is](kaart.png), een bestand als [Het plan](plan.pdf). \
                    Zet het bestand naast de pagina.";
const LINK: &str =
    "Een link schrijft u als [tekst](https://voorbeeld.nl), en binnen de site als [[id]] of [[id|eigen tekst]].";
const BOX: &str = "Maak een kader zo: begin een regel met > [!TIP] en zet voor iedere regel van de tekst een >.";

/// `![[kaart.png]]`
pub static EMBED: Construct =
    Construct { code: CODE, from: "Obsidian", effect: "wordt hier niet ingevoegd", remedy: FILE, patterns: &[] };

static FILE_LINK: Construct =
    Construct { code: CODE, from: "MediaWiki", effect: "wordt hier niet ingevoegd", remedy: FILE, patterns: &[] };

static CATEGORY: Construct = Construct {
    code: CODE,
    from: "MediaWiki",
    effect: "doet hier niets",
    remedy: "Haal de regel weg. Waarop een pagina te vinden moet zijn, zet u bovenaan bij trefwoorden.",
    patterns: &[],
};

static BLOCK: Construct = Construct {
    code: CODE,
    from: "Obsidian",
    effect: "leidt hier nergens heen",
    remedy: "Verwijs naar een kopje: [[id#naam-van-het-kopje]].",
    patterns: &[],
};

static BACKGROUND: Construct = Construct {
    code: CODE,
    from: "Marp",
    effect: "komt in de beschrijving van de afbeelding",
    remedy: "Schrijf wat er te zien is: ![Wat er te zien is](kaart.png).",
    patterns: &[],
};

static SIZED: Construct = Construct {
    code: CODE,
    from: "Obsidian",
    effect: "komt in de beschrijving van de afbeelding",
    remedy: "Haal de streep en de maat weg. De site kiest zelf de goede maat.",
    patterns: &[],
};

pub const ALL: &[Construct] = &[
    Construct {
        code: CODE,
        from: "een tekst over Markdown",
        effect: "",
        remedy: FILE,
        patterns: &[any("!(ω.png)"), any("!(ω.jpg)"), any("!(ω.jpeg)"), any("!(ω.svg)"), any("!(ω.webp)")],
    },
    Construct {
        code: CODE,
        from: "MediaWiki en DokuWiki",
        effect: "",
        remedy: HEADING,
        patterns: &[
            start("= ¶ =⏎"),
            start("== ¶ ==⏎"),
            start("==¶==⏎"),
            start("=== ¶ ===⏎"),
            start("===¶===⏎"),
            start("==== ¶ ====⏎"),
            start("===== ¶ =====⏎"),
            start("====== ¶ ======⏎"),
        ],
    },
    Construct {
        code: CODE,
        from: "MediaWiki",
        effect: "",
        remedy: "Vet schrijft u als **vet**, schuin als *schuin*.",
        patterns: &[word("'''''¶'''''"), word("'''¶'''"), word("''¶''")],
    },
    Construct {
        code: CODE,
        from: "MediaWiki en DokuWiki",
        effect: "",
        remedy: TABLE,
        patterns: &[
            start("{|…"),
            start("|}⏎"),
            start("|-⏎"),
            start("|+ ¶"),
            start("! ¶ !! …"),
            start("^ …^…"),
            start("^ …|…"),
        ],
    },
    Construct {
        code: CODE,
        from: "MediaWiki",
        effect: "",
        remedy: LINK,
        patterns: &[any("[https://… …]"), any("[http://… …]")],
    },
    Construct {
        code: CODE,
        from: "MediaWiki",
        effect: "",
        remedy: "Haal de regel weg. Moet een oud adres blijven werken? Zet het bovenaan de nieuwe pagina, tussen de regels met +++: aliassen = [\"oude-pagina/\"].",
        patterns: &[start("#REDIRECT…"), start("#DOORVERWIJZING…")],
    },
    Construct {
        code: CODE,
        from: "MediaWiki",
        effect: "",
        remedy: "Een begrip met zijn uitleg schrijft u zo: het begrip op een regel, en op de regel eronder : uitleg. Een lijst begint met een streepje en een spatie.",
        patterns: &[start(";ω…"), start("; ω…"), start(":: …"), start("#* …"), start("*# …")],
    },
    Construct {
        code: CODE,
        from: "MkDocs, Pandoc of MediaWiki",
        effect: "",
        remedy: "Een uitleg staat direct onder een gewone regel met het begrip: het begrip op een regel, en op de regel eronder : uitleg. Onder een kopje, een punt van een lijst of een tabel kan dat niet: haal daar de dubbele punt weg.",
        patterns: &[start(": …")],
    },
    Construct {
        code: CODE,
        from: "DokuWiki",
        effect: "",
        remedy: FILE,
        patterns: &[any("{{wiki:…}}"), any("{{:…}}"), any("{{http…}}")],
    },
    Construct {
        code: CODE,
        from: "DokuWiki",
        effect: "",
        remedy: "Schuin schrijft u als *schuin*, een nieuwe regel als <br> of met twee spaties aan het eind.",
        patterns: &[word("//¶// "), word("//¶//⏎"), word("//¶//."), word("//¶//,"), word("//¶//)")],
    },
    Construct {
        code: CODE,
        from: "MediaWiki",
        effect: "",
        remedy: "Haal de golfjes weg. Wie iets schreef, zet u er in woorden bij.",
        patterns: &[any("~~~~~"), any("~~~~"), any("~~~")],
    },
    Construct {
        code: CODE,
        from: "TiddlyWiki en PmWiki",
        effect: "",
        remedy: HEADING,
        patterns: &[start("! ¶⏎"), start("!! ¶⏎")],
    },
    Construct {
        code: CODE,
        from: "Confluence, Jira en Textile",
        effect: "",
        remedy: HEADING,
        patterns: &[
            start("h1. "),
            start("h2. "),
            start("h3. "),
            start("h4. "),
            start("h5. "),
            start("h6. "),
            start("h№.Ⓐω"),
        ],
    },
    Construct {
        code: CODE,
        from: "Confluence en Jira",
        effect: "",
        remedy: BOX,
        patterns: &[
            any("{info}"),
            any("{info:…}"),
            any("{note}"),
            any("{note:…}"),
            any("{tip}"),
            any("{tip:…}"),
            any("{warning}"),
            any("{warning:…}"),
            any("{panel}"),
            any("{panel:…}"),
            any("{expand}"),
            any("{expand:…}"),
            start("bc. "),
            any("{quote}"),
            any("{excerpt}"),
            any("{section}"),
            any("{column}"),
            any("{status:…}"),
            any("{include:…}"),
            any("{children}"),
            any("{children:…}"),
            any("{anchor:…}"),
            any("{gallery}"),
            any("{attachments}"),
            any("{recently-updated}"),
            any("{page-tree}"),
            any("{pagetree}"),
            any("{multiexcerpt}"),
            any("{details}"),
            any("{html}"),
            any("{mermaid}"),
            any("{chart}"),
            any("{tasklist}"),
            any("{roadmap}"),
            any("{loremipsum}"),
        ],
    },
    Construct {
        code: CODE,
        from: "Confluence en Jira",
        effect: "",
        remedy: "Zet code tussen regels met drie accenten grave, ```, of in een zin tussen twee: `code`.",
        patterns: &[any("{code}"), any("{code:…}"), any("{noformat}"), any("{{{…}}}")],
    },
    Construct {
        code: CODE,
        from: "Confluence en Jira",
        effect: "",
        remedy: "Kleur zegt niets tegen wie haar niet ziet. Geef nadruk met **vet**.",
        patterns: &[any("{color:…}"), any("{color}")],
    },
    // Behind those that have a name of their own.
    Construct { code: CODE, from: "Confluence en Jira", effect: "", remedy: BOX, patterns: &[any("{ω:…}")] },
    Construct {
        code: CODE,
        from: "Confluence, Jira en Textile",
        effect: "",
        remedy: "Een citaat begint met een > en een spatie: > Wat iemand zei.",
        patterns: &[start("bq. ")],
    },
    Construct {
        code: CODE,
        from: "Confluence en Jira",
        effect: "",
        remedy: "Plak het teken zelf, zoals ✓, of schrijf het in woorden. Een kader begint met > [!TIP].",
        patterns: &[any("(/)"), word("(!) ω"), any("(off)"), any("(*)"), any("(y)"), any("(like)"), any("(heart)")],
    },
    Construct { code: CODE, from: "Confluence en Jira", effect: "", remedy: TABLE, patterns: &[start("||…||")] },
    Construct {
        code: CODE,
        from: "Confluence en Jira",
        effect: "",
        remedy: LINK,
        patterns: &[
            any("[¶|#…]"),
            start("[ω|ω]"),
            any("[¶|http…]"),
            any("[mailto:…]"),
            any("[~ω]"),
            any("[~ω:…]"),
            any("[~ω.ω]"),
            any("[¶|ω:…]"),
            any("[¶|/…]"),
            any("[https://◦]"),
            any("[http://◦]"),
            any("[ω#ω|¶]"),
            any("[^ω.ω]"),
            any("\":http…"),
        ],
    },
    Construct {
        code: CODE,
        from: "Confluence, Jira en Textile",
        effect: "",
        remedy: FILE,
        patterns: &[word("!ω.ω!"), word("!ω.ω|…!"), word("!http…!")],
    },
    Construct {
        code: CODE,
        from: "Obsidian en Logseq",
        effect: "",
        remedy: "Haal dit weg, of zet het als gegeven bovenaan de pagina onder [extra]. Naar een alinea verwijst u met een kopje erboven.",
        patterns: &[
            any("[ω:: …]"),
            any("(ω:: …)"),
            any("((ω-ω-…))"),
            start("id:: …"),
            word("^ω⏎"),
            start("collapsed:: ω"),
        ],
    },
    Construct {
        code: CODE,
        from: "Obsidian",
        effect: "",
        remedy: "Kolommen naast elkaar zijn er niet. Haal de regel weg, of maak er een tabel van: | Naam | Taak | en daaronder |---|---|.",
        patterns: &[
            start("--- start-ω…"),
            start("--- end-ω…"),
            start("--- column-ω…"),
            start("=== start-ω…"),
            start("=== end-ω…"),
            start("=== column-ω…"),
        ],
    },
    Construct {
        code: CODE,
        from: "Obsidian, AsciiDoc en reStructuredText",
        effect: "",
        remedy: "Schrijf één dubbele punt, of maak er een zin van. De uitleg van een woord zet u op de regel eronder: een dubbele punt, een spatie en de uitleg.",
        patterns: &[behind(":: …"), behind("::⏎")],
    },
    Construct {
        code: CODE,
        from: "Obsidian",
        effect: "",
        remedy: "Een afgevinkte taak schrijft u als - [x], een open taak als - [ ].",
        patterns: &[
            start("[-] …"),
            start("[>] …"),
            start("[/] …"),
            start("[!] …"),
            start("[?] …"),
            start("[<] …"),
            start("[~] …"),
        ],
    },
    Construct {
        code: CODE,
        from: "Logseq, Roam en Org",
        effect: "",
        remedy: "Een taak schrijft u als - [ ] taak, en klaar als - [x] taak.",
        patterns: &[
            start("[ ] …"),
            start("[] …"),
            word("(x) ω"),
            word("( ) ω"),
            start("[ ]ω…"),
            start("[x]ω…"),
            start("[x] …"),
            start("{{[[todo]]}}…"),
            start("{{[[done]]}}…"),
            start("#+ω…"),
            start(":PROPERTIES:"),
            start("SCHEDULED: <…"),
            start("DEADLINE: <…"),
            any("<№-№-№ …>"),
            any("[№-№-№ …]"),
        ],
    },
];

/// What a wiki's link means when it is no id and no page.
pub fn link(name: &str) -> Option<&'static Construct> {
    let name = name.trim().trim_start_matches(':');
    let before = name.split_once(':').map(|(space, _)| space.to_lowercase());
    match before.as_deref() {
        Some("file" | "image" | "bestand" | "afbeelding" | "media") => Some(&FILE_LINK),
        Some("category" | "categorie") => Some(&CATEGORY),
        _ if name.contains("#^") => Some(&BLOCK),
        _ => super::contents::named(name),
    }
}

/// `![Kaart|300](kaart.png)`
pub fn sized(source: &str, range: &Range<usize>, target: &str) -> Option<&'static Construct> {
    let text = source.get(range.clone())?;
    let alt = text.strip_prefix("![")?.rsplit_once("](").map_or("", |(alt, _)| alt);
    // `![bg right](kaart.png)` fills a slide.
    if alt == "bg" || alt.starts_with("bg ") {
        return Some(&BACKGROUND);
    }
    let (_, size) = alt.rsplit_once('|')?;
    let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    let sized = digits(size) || size.split_once('x').is_some_and(|(a, b)| digits(a) && digits(b));
    (sized && !target.is_empty()).then_some(&SIZED)
}

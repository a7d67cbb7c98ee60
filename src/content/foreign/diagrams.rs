//! Drawings, formulas and other blocks that a program makes from text.

use super::Construct;
use super::pattern::{any, start, word};

const CODE: &str = "MD066";

const SHOWN: &str = "komt hier als tekst op de pagina";

const FORMULA_REMEDY: &str =
    "Formules zet Verbeeld niet. Schrijf de som in woorden of gewone tekens: 0,1 × 36 uur = 3,6 uur.";

static DRAWING: Construct = Construct {
    code: CODE,
    from: "Mermaid, PlantUML en dergelijke",
    effect: SHOWN,
    remedy: "Teken het met een blok ```infographic, uit de gegevens. Of bewaar de tekening als SVG of PNG naast de pagina: ![Wat er te zien is](tekening.svg).",
    patterns: &[],
};

static FORMULA: Construct =
    Construct { code: CODE, from: "LaTeX", effect: SHOWN, remedy: FORMULA_REMEDY, patterns: &[] };

/// A formula between brackets with a backslash.
pub static ESCAPED_FORMULA: Construct = Construct {
    code: CODE,
    from: "LaTeX",
    effect: "komt zonder de schuine strepen op de pagina te staan",
    remedy: FORMULA_REMEDY,
    patterns: &[],
};

static DIRECTIVE: Construct = Construct {
    code: CODE,
    from: "MyST, Quarto, Docusaurus en R Markdown",
    effect: SHOWN,
    remedy: "Een kader begint hier met een regel > [!TIP], en elke regel eronder met een >. Voor uitvoer van een programma: zet het resultaat in de tekst.",
    patterns: &[],
};

/// The whole text of a page in a block of code, as chat programs hand it over.
pub static WRAPPED: Construct = Construct {
    code: CODE,
    from: "een chatprogramma",
    effect: "komt als code op de pagina, met alle tekens erbij",
    remedy: "Is dit de tekst van de pagina? Haal deze regel weg, en de regel met ``` waarmee het blok eindigt. Laat u Markdown zien? Schrijf dan alleen ```.",
    patterns: &[],
};

static QUERY: Construct = Construct {
    code: CODE,
    from: "Obsidian en Notion",
    effect: SHOWN,
    remedy: "Een lijst uit de gegevens maakt u met een blok ```infographic, of met een link naar de lijst: [Overleggen](/gremia/).",
    patterns: &[],
};

pub const ALL: &[Construct] = &[
    Construct {
        code: CODE,
        from: "LaTeX",
        effect: "",
        remedy: FORMULA_REMEDY,
        patterns: &[
            any("$$§$$"),
            start("$$⏎"),
            any("\\end{…}"),
            any("\\frac{…}"),
            any("$\\…$"),
            word("$ω^…$"),
            word("$ω{…}$"),
            word("$ω$"),
            word("$ω = …$"),
            word("$ω=…$"),
        ],
    },
    Construct {
        code: CODE,
        from: "LaTeX",
        effect: "",
        remedy: "Haal het weg. Waar een blad eindigt, kiest de browser bij het afdrukken.",
        patterns: &[start("\\newpage"), start("\\pagebreak"), start("\\clearpage")],
    },
    Construct {
        code: CODE,
        from: "LaTeX",
        effect: "",
        remedy: "Een voetnoot schrijft u als [^1] in de tekst, en op een eigen regel: [^1]: de tekst van de voetnoot.",
        patterns: &[any("\\footnote{…}")],
    },
    Construct {
        code: CODE,
        from: "LaTeX",
        effect: "",
        remedy: "Een lijst begint met een streepje en een spatie, een genummerde lijst met 1. en een spatie.",
        patterns: &[any("\\begin{itemize}"), any("\\begin{enumerate}"), any("\\item ")],
    },
    Construct { code: CODE, from: "LaTeX", effect: "", remedy: FORMULA_REMEDY, patterns: &[any("\\begin{…}")] },
    Construct {
        code: CODE,
        from: "LaTeX",
        effect: "",
        remedy: "Vet schrijft u als **vet**, schuin als *schuin*, een kopje als ## Kopje.",
        patterns: &[
            any("\\textbf{…}"),
            any("\\textit{…}"),
            any("\\emph{…}"),
            start("\\section{…}"),
            start("\\subsection{…}"),
            any("\\href{…}{…}"),
            any("\\ref{…}"),
            any("\\cite{…}"),
            any("\\ω{…}"),
            any("{\\ω …}"),
            word("\\quad"),
            word("\\alpha"),
            word("\\beta"),
            word("\\times"),
            word("\\rightarrow"),
            word("\\approx"),
            word("\\infty"),
            any("\\LaTeX"),
            any("\\ldots"),
            any("\\dots"),
            any("\\euro"),
            start("\\maketitle"),
            start("\\noindent"),
            any("``¶''"),
            any(".~№"),
        ],
    },
    Construct {
        code: CODE,
        from: "LaTeX",
        effect: "",
        remedy: "Haal de regel weg. Hoe iets eruitziet, staat in het thema.",
        patterns: &[start("\\ω⏎")],
    },
    Construct {
        code: CODE,
        from: "PlantUML en Mermaid",
        effect: "",
        remedy: "Teken het met een blok ```infographic, uit de gegevens. Of bewaar de tekening als SVG of PNG naast de pagina: ![Wat er te zien is](tekening.svg).",
        patterns: &[
            start("@startω…"),
            start("@endω"),
            start("graph TD"),
            start("graph LR"),
            start("flowchart TD"),
            start("flowchart LR"),
            start("sequenceDiagram⏎"),
            start("digraph ω {…"),
        ],
    },
];

/// What the language of a code block means elsewhere.
pub fn fenced(info: &str) -> Option<&'static Construct> {
    let info = info.trim();
    if let Some(inner) = info.strip_prefix('{') {
        let name = inner.split(['}', ' ', ',']).next().unwrap_or_default();
        return match name.trim_start_matches(['.', ':']) {
            "mermaid" | "graphviz" | "dot" | "plantuml" => Some(&DRAWING),
            "math" => Some(&FORMULA),
            _ if name.starts_with('.') => None,
            _ => Some(&DIRECTIVE),
        };
    }
    let name = info.split([' ', '\t', ',', '{']).next().unwrap_or_default().to_lowercase();
    Some(match name.as_str() {
        "mermaid" | "plantuml" | "puml" | "uml" | "graphviz" | "dot" | "ditaa" | "nomnoml" | "wavedrom" | "d2"
        | "blockdiag" | "erd" | "c4plantuml" | "seqdiag" | "nwdiag" | "actdiag" | "vega" | "vega-lite" | "vegalite"
        | "chart" | "chartjs" | "echarts" | "flow" | "flowchart" | "sequence" | "gantt" | "markmap" | "mindmap"
        | "bpmn" | "goat" | "excalidraw" | "drawio" | "kroki" | "svgbob" | "pikchr" | "structurizr" | "tikz"
        | "geojson" | "topojson" | "stl" | "abc" | "timeline" | "smartart" => &DRAWING,
        "markdown" | "md" => &WRAPPED,
        "math" | "katex" | "latex-math" | "tex-math" | "asciimath" => &FORMULA,
        "dataview" | "dataviewjs" | "tasks" | "query" | "kanban" | "base" | "toc" | "table-of-contents" | "gallery"
        | "button" | "video" | "map" | "leaflet" | "ad-note" | "ad-tip" | "ad-warning" | "ad-info" | "embed"
        | "widget" | "tracker" | "cards" | "chat" => &QUERY,
        _ if ["ad-", "meta-bind", "dataview"].iter().any(|known| name.starts_with(known)) => &QUERY,
        "note" | "tip" | "warning" | "info" | "danger" | "caution" | "admonition" | "hint" | "important"
        | "attention" | "mdx-code-block" | "tabs" | "eval_rst" | "include" => &DIRECTIVE,
        _ => return None,
    })
}

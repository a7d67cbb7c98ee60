//! Files that are not published because a browser or a server would run what is in them (`BESTAND010` and on).

use crate::diag::{Diagnostic, Span};

/// What may not be in a drawing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InDrawing {
    /// It is no XML: why the reader stopped.
    Broken(String),
    /// The bytes are no UTF-8, or the file says that they are something else.
    Encoding,
    /// `<!DOCTYPE …>`, which may define anything.
    Doctype,
    /// `<?…?>`, such as a style sheet elsewhere.
    Instruction,
    /// The outer element is not `svg`.
    NoSvg(String),
    /// An element that runs, fetches, or is not known.
    Element(String),
    /// An attribute that runs something.
    Script(String),
    /// An attribute that is not known.
    Attribute(String),
    /// A link or picture that leads out of the file, or runs something.
    Reference(String),
    /// Parts in parts in parts, each many times.
    Endless,
    /// A style that fetches something, or that hides what it does.
    Style,
}

/// What a file is that a browser or a server would run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Active {
    /// A page in HTML.
    Page,
    /// A script or a program.
    Script,
    /// XML with something in it that a browser acts on.
    Xml,
    /// A drawing that cannot be looked into.
    Zipped,
    /// A page or drawing whose name says something else.
    Disguised,
}

/// `BESTAND010`: a file that a browser or a server would run.
pub fn active(place: Span, name: &str, what: Active) -> Diagnostic {
    let (is, way_out) = match what {
        Active::Page => (
            "een webpagina, en die kan opdrachten bevatten die de browser van uw bezoekers uitvoert",
            "Zet de tekst in een pagina van deze site (een bestand dat eindigt op .md), of bewaar het bestand als pdf en zet dat hier.",
        ),
        Active::Script => (
            "een programma of script, en dat kan een browser of server uitvoeren",
            "Haal het weg. Moet iemand het kunnen downloaden? Doe het dan in een zipbestand. Hoort het bij de vormgeving? Zet het in de map js.",
        ),
        Active::Xml => (
            "XML waar een browser meer mee doet dan tonen",
            "Haal er de verwijzing naar een stijlblad, de HTML of de tekening uit, of zet het bestand in een zipbestand.",
        ),
        Active::Zipped => (
            "een ingepakte tekening, en daarin kan Verbeeld niet kijken",
            "Pak het bestand uit, of sla de tekening op als gewone SVG.",
        ),
        Active::Disguised => (
            "van binnen een webpagina of tekening, al zegt de naam iets anders",
            "Geef het bestand de goede naam, of sla het op in de vorm die de naam belooft.",
        ),
    };
    Diagnostic::error("BESTAND010", place, format!("“{name}” wordt niet gepubliceerd: het is {is}")).remedy(way_out)
}

/// `BESTAND011`: something in a drawing that a browser runs or fetches; `more` others are not told.
pub fn drawing(place: Span, what: &InDrawing, more: usize) -> Diagnostic {
    const SAVE_PLAIN: &str = "Sla de tekening opnieuw op als gewone SVG: in Inkscape bij Opslaan als, Plain SVG; in Illustrator bij \
                              Exporteren, SVG. Of maak er een PNG van.";
    let short = |text: &str| text.chars().take(60).collect::<String>();
    let (says, label, remedy) = match what {
        InDrawing::Broken(_) => {
            ("Deze tekening kan niet worden gelezen: het is geen goede SVG".into(), "hier gaat het mis", "")
        }
        InDrawing::Encoding => ("Deze tekening is niet als UTF-8 opgeslagen".into(), "", ""),
        InDrawing::Doctype => (
            "In deze tekening staat een DOCTYPE, en die kan van alles ophalen of maken".into(),
            "niet nodig",
            "Haal deze regel weg. ",
        ),
        InDrawing::Instruction => (
            "In deze tekening staat een verwijzing voor programma's, zoals naar een stijlblad".into(),
            "niet nodig",
            "Haal deze regel weg. ",
        ),
        InDrawing::NoSvg(name) => {
            (format!("Dit is geen SVG-tekening: het buitenste element heet “{}”", short(name)), "dit element", "")
        }
        InDrawing::Element(name) if name == "script" => (
            "In deze tekening staat een script, en dat zou bij uw bezoekers worden uitgevoerd".into(),
            "dit script",
            "",
        ),
        InDrawing::Element(name) => (
            format!("“{}” hoort niet in een tekening: een browser kan er meer mee doen dan tekenen", short(name)),
            "dit element",
            "Haal dit element weg. ",
        ),
        InDrawing::Script(name) => (
            format!("“{}” laat een browser opdrachten uitvoeren", short(name)),
            "dit kenmerk",
            "Haal dit kenmerk weg. ",
        ),
        InDrawing::Attribute(name) => (
            format!("Het kenmerk “{}” hoort niet in een tekening", short(name)),
            "dit kenmerk",
            "Haal dit kenmerk weg. ",
        ),
        InDrawing::Reference(value) => (
            format!("Deze tekening verwijst naar “{}”, buiten de tekening zelf", short(value)),
            "deze verwijzing",
            "Neem op wat ermee bedoeld is, of haal de verwijzing weg. ",
        ),
        InDrawing::Endless => {
            ("Deze tekening herhaalt onderdelen zo vaak dat een browser erop vastloopt".into(), "deze tekening", "")
        }
        InDrawing::Style => (
            "Deze stijl haalt iets van buiten de tekening".into(),
            "deze stijl",
            "Gebruik geen url(…), behalve naar een deel van de tekening zelf, en geen @import. ",
        ),
    };
    let more = match more {
        0 => String::new(),
        n => format!(" In deze tekening staan nog {n} van zulke dingen."),
    };
    Diagnostic::error("BESTAND011", place, says).label(label).remedy(format!("{remedy}{SAVE_PLAIN}{more}"))
}

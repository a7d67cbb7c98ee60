//! Marks in a sentence: highlighted, raised, lowered, underlined, proposed.

use super::pattern::{any, start, word};
use super::{Construct, Found};
use std::ops::Range;

const CODE: &str = "MD063";

/// Signs around words that many programs share.
const SIGNS: &str = "MkDocs, Pandoc en Obsidian";

static LOWERED: Construct = Construct {
    code: CODE,
    from: "Pandoc",
    effect: "wordt hier doorgestreept",
    remedy: "Laag schrift schrijft u als <sub>2</sub>. Doorstrepen doet u met twee golfjes: ~~oud~~.",
    patterns: &[],
};

pub const ALL: &[Construct] = &[
    Construct {
        code: CODE,
        from: SIGNS,
        effect: "",
        remedy: "Gemarkeerde tekst schrijft u als <mark>tekst</mark>. Nadruk geeft u met **vet**.",
        patterns: &[
            word("==¶=="),
            word("==*…=="),
            word("==_…=="),
            word("==`…=="),
            word("==[…=="),
            word("==\"…=="),
            word("==€…=="),
            word("==(…=="),
        ],
    },
    Construct {
        code: CODE,
        from: SIGNS,
        effect: "",
        remedy: "Toetsen schrijft u als <kbd>Ctrl</kbd>. Nieuwe tekst schrijft u als <ins>tekst</ins>, nadruk als **vet**.",
        patterns: &[word("++¶++"), any("^^¶^^")],
    },
    Construct {
        code: CODE,
        from: SIGNS,
        effect: "",
        remedy: "Hoog schrift schrijft u als <sup>2</sup>.",
        patterns: &[any("^(¶)"), any("^{¶}"), any("^¶^")],
    },
    Construct {
        code: CODE,
        from: SIGNS,
        effect: "",
        remedy: "Laag schrift schrijft u als <sub>2</sub>.",
        patterns: &[any("~ω~"), any("~№~")],
    },
    Construct {
        code: CODE,
        from: "Pandoc",
        effect: "",
        remedy: "Een voetnoot schrijft u als [^1] in de tekst, en op een eigen regel: [^1]: de tekst van de voetnoot.",
        patterns: &[
            any("^[¶]"),
            any("[fn:…]"),
            start("[i] …"),
            start("[ii] …"),
            start("[iii] …"),
            start("[iv] …"),
            any("[^ №]"),
            any("[^№ ]"),
            any("[^ ω]"),
            any("[^ω ]"),
            start("[a]ω…"),
            start("[№] …"),
            start("[№]: …"),
            any("((¶))"),
            start("¹ ¶"),
            start("² ¶"),
        ],
    },
    Construct {
        code: CODE,
        from: "een tekst over code",
        effect: "",
        remedy: "Code zet u tussen twee regels met drie accenten grave: ```. Haal de regel anders weg.",
        patterns: &[
            start("'''ω⏎"),
            start("´´´⏎"),
            start("´´´ω⏎"),
            start("‘‘‘⏎"),
            start("‘‘‘ω⏎"),
            start("’’’⏎"),
            start("’’’ω⏎"),
        ],
    },
    Construct {
        code: CODE,
        from: "CriticMarkup",
        effect: "",
        remedy: "Haal de tekens weg, en ook de woorden die niet op de pagina horen.",
        patterns: &[
            any("{--…--}"),
            any("{~~…~~}"),
            any("{>>…<<}"),
            any("{==…==}"),
            any("{++…++}"),
            any("{+…+}"),
            any("[+ …+]"),
            any("[- …-]"),
        ],
    },
    Construct {
        code: CODE,
        from: "Obsidian",
        effect: "",
        remedy: "Een opmerking voor uzelf die lezers niet zien, schrijft u als <!-- opmerking -->.",
        patterns: &[word("%%…%%"), start("%% …"), start("%%⏎")],
    },
    Construct {
        code: CODE,
        from: "Slack en Teams",
        effect: "",
        remedy: "Haal het weg: een website roept niemand. Wie iets doet, schrijft u in woorden.",
        patterns: &[
            word("@channel"),
            word("@here"),
            word("@everyone"),
            any("<@⇧U№…>"),
            any("<#⇧C№|…>"),
            any("<#⇧C№…>"),
        ],
    },
    Construct {
        code: CODE,
        from: "Slack en forums",
        effect: "",
        remedy: "Vet schrijft u als **vet**, schuin als *schuin*, een link als [tekst](https://voorbeeld.nl).",
        patterns: &[
            any("[b]"),
            any("[tr]"),
            any("[td]"),
            any("[th]"),
            any("[li]"),
            any("[center]"),
            any("[code]"),
            any("[table]"),
            any("[left]"),
            any("[right]"),
            any("[justify]"),
            any("[font=…]"),
            any("[email]"),
            any("[email=…]"),
            any("[youtube]"),
            any("[media]"),
            any("[s]¶[/s]"),
            any("[h1]"),
            any("[h2]"),
            any("[ul]"),
            any("[ol]"),
            any("[indent]"),
            any("[attachment…]"),
            any("[spoiler=…]"),
            any("[/b]"),
            any("[i]¶[/i]"),
            any("[u]¶[/u]"),
            any("[url=…]"),
            any("[url]"),
            any("[img]"),
            any("[color=…]"),
            any("[size=…]"),
            any("[list]"),
            any("[*]"),
            any("[hr]"),
            any("<http…|…>"),
            any("<mailto:…|…>"),
        ],
    },
];

/// `H~2~O`: one wave on each side, which Markdown strikes through.
pub fn single_tilde(source: &str, range: &Range<usize>) -> Option<Found> {
    let text = source.get(range.clone())?;
    (text.starts_with('~') && !text.starts_with("~~")).then(|| Found { range: range.clone(), construct: &LOWERED })
}

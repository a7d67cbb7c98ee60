//! Inline Markdown in data.

use super::support::{Known, well_formed};
use verbeeld::content::inline;
use verbeeld::decode::Text;
use verbeeld::diag::{FileId, Span};

fn text(raw: &str, place: std::ops::Range<usize>) -> Text {
    Text { raw: raw.to_owned(), place: Span::new(FileId(4), place) }
}

fn html(raw: &str) -> (String, String) {
    let inline = inline(&text(raw, 0..raw.len()));
    assert!(inline.problems.is_empty(), "{:?}", inline.problems);
    let filled = inline.fill(&mut Known::default());
    (filled.html.into_string(), filled.plain)
}

#[test]
fn a_sentence_has_no_paragraph() {
    assert_eq!(
        html(" Het [[pho-vth]] \"doet\" *mee* met {{ inzet.fte_som }} & meer. "),
        (
            "Het <a href=\"gremia/pho-vth/\">PHO VTH &amp; co</a> “doet” <em>mee</em> met 0,1\u{a0}fte &amp; meer."
                .into(),
            "Het PHO VTH & co “doet” mee met 0,1\u{a0}fte & meer.".into()
        )
    );
    assert_eq!(html(""), (String::new(), String::new()));
    assert_eq!(html("a\nb").0, "a\nb");
}

#[test]
fn places_are_exact_when_the_source_has_the_text() {
    let source = "naam = \"  Zie [[pho-vth]].\"";
    let raw = "  Zie [[pho-vth]].";
    let mut known = Known::default();
    inline(&text(raw, 8..8 + raw.len())).fill(&mut known);
    assert_eq!(&source[known.asked[0].1.range()], "pho-vth");
    // With an escape in the source only the whole is certain.
    let mut known = Known::default();
    inline(&text(raw, 7..8 + raw.len() + 2)).fill(&mut known);
    assert_eq!(known.asked[0].1, Span::new(FileId(4), 7..8 + raw.len() + 2));
}

#[test]
fn blocks_are_told_and_flattened() {
    for raw in ["- a\n- b", "a\n\nb", "# a", "1. a", "> a", "    a\n\n    b\n\nc", "<div>a</div>", "a\n\n---\n\nb"] {
        let found = inline(&text(raw, 0..raw.len()));
        assert!(!found.problems.is_empty(), "{raw}");
        let html = found.fill(&mut Known::default()).html.into_string();
        well_formed(&html).unwrap();
        assert!(html.contains('a') && !html.contains("<p") && !html.contains("<li"), "{html}");
    }
    assert!(inline(&text("```infographic\na = 1\n```", 0..3)).body.segments.len() < 2);
}

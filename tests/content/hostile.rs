//! Whatever is written, the output is well-formed and the places are in the text.

use super::support::{Known, html_of, well_formed};
use proptest::prelude::*;
use verbeeld::content::{Segment, inline, parse};
use verbeeld::decode::Text;
use verbeeld::diag::{Diagnostic, FileId, Span};

fn check_place(text: &str, offset: usize, place: Span) {
    let range = place.range();
    assert!(range.start >= offset && range.end >= range.start, "{range:?}");
    assert!(text.get(range.start - offset..range.end - offset).is_some(), "{range:?} in {text:?}");
}

fn check_problems(text: &str, offset: usize, problems: &[Diagnostic]) {
    for problem in problems {
        check_place(text, offset, problem.place.expect("a place"));
        problem.related.iter().for_each(|(place, _)| check_place(text, offset, *place));
    }
}

fn check_segments(text: &str, offset: usize, segments: &[Segment]) {
    for segment in segments {
        match segment {
            Segment::Said(_) | Segment::Named { .. } => {}
            Segment::LinkOpen { place, .. }
            | Segment::Mention { place, .. }
            | Segment::Figure { place, .. }
            | Segment::Image { place, .. }
            | Segment::Suspect { place, .. }
            | Segment::Calculator { place, .. }
            | Segment::Infographic { place, .. } => check_place(text, offset, *place),
        }
        if let Segment::Infographic { toml, place } | Segment::Calculator { toml, place } = segment {
            assert_eq!(toml.len(), place.range().len());
        }
    }
}

fn check(text: &str) {
    for text in [text.to_owned(), format!("+++\n+++\n{text}")] {
        for offset in [0, 3] {
            let document = parse(&text, offset);
            check_problems(&text, offset, &document.problems);
            check_segments(&text, offset, &document.segments);
            let filled = document.fill(FileId(0), &mut Known::default());
            let html = html_of(&filled.body).replace("<infographic>", "");
            well_formed(&html).unwrap_or_else(|e| panic!("{e}\n{text:?}\n{html}"));
            let mut anchors: Vec<&str> = document.every_anchor().collect();
            anchors.sort_unstable();
            anchors.dedup();
            assert_eq!(anchors.len(), document.every_anchor().count(), "{text:?}");
            for id in &anchors {
                assert_eq!(html.matches(&format!(" id=\"{id}\"")).count(), 1, "{id} in {html}\n{text:?}");
            }
        }
    }
    let place = Span::new(FileId(0), 0..text.len());
    let sentence = inline(&Text { raw: text.to_owned(), place });
    check_problems(text, 0, &sentence.problems);
    check_segments(text, 0, &sentence.body.segments);
    well_formed(sentence.fill(&mut Known::default()).html.as_str()).unwrap_or_else(|e| panic!("{e}\n{text:?}"));
}

/// Pieces that mean something to Markdown, HTML or the site.
fn fragment() -> impl Strategy<Value = String> {
    const PIECES: &[&str] = &[
        "# ",
        "## ",
        "#### ",
        "- ",
        "1. ",
        "> ",
        "> [!TIP]\n",
        "> [!LET OP]\n",
        "    ",
        "  ",
        "\n",
        "\n\n",
        "\r\n",
        "***",
        "*",
        "**",
        "_",
        "~~",
        "`",
        "```",
        "```toml\n",
        "```infographic\n",
        "[[",
        "]]",
        "[[a|b]]",
        "[[pho-vth]]",
        "|",
        "\\|",
        "| a | b |\n|--|--|\n",
        "{{",
        "}}",
        "{{ inzet.fte_som }}",
        "[",
        "](",
        "](x)",
        "](x \"t\")",
        "](https://a.nl)",
        "](javascript:x)",
        "![",
        ")",
        "(",
        "[^1]",
        "[^1]: ",
        "[^b]: ",
        "[^b]",
        "\"",
        "'",
        "--",
        "...",
        "<",
        ">",
        "</",
        "<b>",
        "</b>",
        "<div>",
        "</div>",
        "<div id=\"a\">",
        "<a href=\"x\">",
        "</a>",
        "<ul>",
        "<li>",
        "</li>",
        "</ul>",
        "<details>",
        "<summary>",
        "</summary>",
        "</details>",
        "<script>",
        "</script>",
        "<!--",
        "-->",
        "<img src=x alt=y>",
        "<p onclick=\"x\">",
        "<br>",
        "<table><tr><td>",
        "</td></tr></table>",
        "<span\nclass=\"",
        "\">",
        "&amp;",
        "&eacute;",
        "&#0;",
        "&",
        "\\",
        "a",
        "é",
        "een woord",
        "\u{0}",
        "\u{1f600}",
        ": ",
        ":::",
        "- [ ] ",
        "- [x] ",
        "\t",
        "https://a.nl",
        "<https://a.nl>",
        "<a@b.nl>",
        "+++\n",
        "---\n",
        "===\n",
        "[x]: /y\n",
        "<?",
        "<!X>",
        "<kbd>",
        "</kbd>",
    ];
    prop_oneof![4 => prop::sample::select(PIECES).prop_map(str::to_owned), 1 => ".{0,6}"]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn fragments(pieces in prop::collection::vec(fragment(), 0..40)) {
        check(&pieces.concat());
    }

    #[test]
    fn any_text(text in "(?s).{0,200}") {
        check(&text);
    }
}

/// What the parser hands over is not always what was written: an entity and a NUL have another length.
#[test]
fn the_line_of_a_fence_in_other_signs() {
    for text in
        ["- ```&amp;ࠀ\0[^1]- ", "```&amp;ࠀ\nx\n```\n", "```infographic &amp;ࠀ\0é\n```\n", "~~~&lt;é\r\nx\r\n~~~\r\n"]
    {
        check(text);
    }
}

#[test]
fn long_rows_of_anything_are_no_trouble() {
    for piece in [
        "[",
        "[[",
        "[[a",
        "]]",
        "{{",
        "{{ a }} ",
        "\"",
        "'",
        "'s ",
        "*",
        "_a",
        "`",
        "<b>",
        "</b>",
        "<b></i>",
        "<div>\n\n",
        "</div>\n\n",
        "<a ",
        "<!--",
        "<",
        "&",
        "&amp",
        "![",
        "![a](",
        "[a](",
        "[^1]",
        "[^1]: a\n\n",
        "> ",
        "- ",
        "\\",
        "\\[",
        "|",
        "a|",
        ": a\n",
        "# a\n",
        "-",
        ".",
        "[[a|",
        "<script>",
        "(\"",
        "<b *",
        "a\n:::",
        "~~",
        "[[a]] ",
        "> [!X]\n\n",
        "<p>",
        "<p>*",
        "| [[a |\n",
    ] {
        check_light(&format!("x | y\n--|--\n{}", piece.repeat(500)));
        check_light(&piece.repeat(2_000));
    }
}

fn check_light(text: &str) {
    let document = parse(&format!("+++\n+++\n{text}"), 0);
    assert!(document.problems.len() <= 2000);
    well_formed(&html_of(&document.fill(FileId(0), &mut Known::default()).body)).unwrap_or_else(|e| panic!("{e}"));
}

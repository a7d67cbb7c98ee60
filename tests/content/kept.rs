//! No word is lost: what plain Markdown would show of a text, the page shows too, or a message stands at that place.

use super::support::{Known, html_of, page};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser};
use std::ops::Range;
use verbeeld::content;
use verbeeld::diag::FileId;

/// What the pages know too; all else is plain CommonMark.
const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_FOOTNOTES)
    .union(Options::ENABLE_TASKLISTS)
    .union(Options::ENABLE_DEFINITION_LIST);

/// The words of which a text is made; each stands in a text once.
fn nth(n: usize) -> String {
    format!("woord{n:03}x")
}

/// What a browser shows of HTML, and what it reads aloud of images.
fn shown(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        let hidden = [("<!--", "-->"), ("<script", "</script>"), ("<style", "</style>")];
        let hidden =
            hidden.iter().find(|(open, _)| rest.get(..open.len()).is_some_and(|r| r.eq_ignore_ascii_case(open)));
        let end = match hidden {
            Some((_, close)) => rest.find(close).map_or(rest.len(), |end| end + close.len()),
            None => rest.find('>').map_or(rest.len(), |end| end + 1),
        };
        let alt = rest[..end].split_once("alt=\"").and_then(|(_, alt)| alt.split_once('"'));
        text.push_str(alt.filter(|_| rest.starts_with("<img")).map_or("", |(alt, _)| alt));
        // What a tag ends, a word ends too; but `wo<b>ord</b>` is one.
        if ["<p", "</p", "<li", "<t", "<h", "<br", "<d", "<img", "</"].iter().any(|tag| rest.starts_with(tag)) {
            text.push(' ');
        }
        rest = &rest[end..];
    }
    text.push_str(rest);
    text
}

fn plain(text: &str) -> String {
    let mut html = String::new();
    pulldown_cmark::html::push_html(&mut html, Parser::new_ext(text, OPTIONS));
    shown(&html)
}

/// The blocks of a text that lie in no other.
fn blocks(text: &str) -> Vec<Range<usize>> {
    let mut deep = 0_usize;
    let mut found = Vec::new();
    for (event, range) in Parser::new_ext(text, OPTIONS).into_offset_iter() {
        match event {
            Event::Start(_) => {
                if deep == 0 {
                    found.push(range);
                }
                deep += 1;
            }
            Event::End(_) => deep -= 1,
            _ => {}
        }
    }
    found
}

/// The words that plain Markdown shows and the page doesn't, and whether something is told in their block.
fn lost(text: &str) -> Vec<(String, bool)> {
    let source = page(text);
    let front = source.len() - text.len();
    let document = content::parse(&source, 0);
    let mut known = Known::default();
    let html = html_of(&document.fill(FileId(7), &mut known).body);
    let (ours, theirs) = (shown(&html), plain(text));
    let places = document.problems.iter().filter_map(|p| p.place).chain(known.asked.iter().map(|(_, place)| *place));
    let told: Vec<Range<usize>> = places.map(|place| place.range()).collect();
    // An element that holds no text is told once, for all that stands in it, also some blocks further on.
    let all_of =
        document.problems.iter().filter(|p| p.code == "MD029").filter_map(|p| p.place).map(|p| p.range().start).min();
    let blocks = blocks(text);
    let missing = (0..1000).map(nth).take_while(|word| text.contains(word.as_str()));
    missing
        .filter(|word| theirs.contains(word.as_str()) && !ours.contains(word.as_str()))
        .map(|word| {
            let at = text.find(&word).unwrap_or_default();
            let block = blocks.iter().find(|block| block.contains(&at)).cloned().unwrap_or(0..text.len());
            let here = told.iter().any(|told| told.start < block.end + front && told.end >= block.start + front)
                || all_of.is_some_and(|start| start < at + front);
            (word, here)
        })
        .collect()
}

/// A text with a word at each `•`.
fn worded(form: &str) -> String {
    let mut text = String::new();
    for (n, part) in form.split('•').enumerate() {
        if n > 0 {
            text.push_str(&nth(n - 1));
        }
        text.push_str(part);
    }
    text
}

/// All that CommonMark has, what the pages add to it, and what is changed for the eye: each keeps its words, told or not.
const FORMS: &[&str] = &[
    "• *•* _•_ **•** __•__ ***•*** `•` ``• ` •``",
    "•*•*• en •**•**•",
    "~~•~~ en \\*•\\* en \\_•\\_",
    "\"•\" '•' \"*•*\" ('•') -- • --- • ... •…",
    "\\\"•\\\" en --• en \\--• en '• en ’•",
    "•  \n•\\\n•<br>•",
    "# •\n\n## • ##\n\n### *•* `•`\n\n###### •",
    "•\n===\n\n•\n---",
    "•\n•\n===",
    "> •\n> •\n\n> •\nlui •\n\n> > •",
    "- •\n- •\n  - •\n\n    •\n- •",
    "* •\n\n* •\n\n  > •\n\n      •",
    "+ •\n+ •\n\n1. •\n2. •\n\n7) •\n8) •",
    "1. •\n\n   •\n\n   ```\n   •\n   ```\n2. •",
    "- [ ] •\n- [x] •",
    "    •\n    •\n\n    •",
    "```\n•\n```\n\n~~~ toml\n• = 1\n~~~",
    "````\n```\n•\n```\n````",
    "<https://a.nl/•> en <•@a.nl> en https://a.nl/•",
    "[•](https://a.nl) [•](/over/ \"x\") [*•* `•`](<a b>) [•][a] [•][] [•]\n\n[a]: /x\n[•]: /y",
    "![•](kust.svg) en ![• *•*](kust.svg \"x\")",
    "[![•](kust.svg)](/over/)",
    "• &amp; • &eacute; • &#233; •&nbsp;•",
    "•<kbd>•</kbd> <mark>•</mark> <sub>•</sub><sup>•</sup> <abbr title=\"x\">•</abbr>",
    "<details>\n<summary>•</summary>\n\n• **•**\n\n</details>",
    "<div>\n•\n<p>•</p>\n</div>",
    "<!-- x --> •\n\n<!--\nx\n-->\n\n•",
    "•\n***\n•\n\n---\n\n•",
    "| • | • |\n|:--|--:|\n| • | *•* |\n| `•` | • \\| • |\n| • |",
    "•|•\n--|--\n•|•",
    "•[^1] en •[^b]\n\n[^1]: • *•*\n[^b]: •\n\n    •\n\n    - •",
    "•\n: •\n: •\n\n  •",
    "> [!TIP]\n> • **•**\n>\n> •",
    "> [!LET OP]\n> - •\n> - •",
    "• {{ inzet.fte_som }} • [[pho-vth]] • [[pho-vth|•]] [[pho-vth#x|• •]]",
    "`{{ • }}` en `[[•]]` en `\"•\"` en \\{{ • }} en \\[[•]]",
    "## • {#naam}\n\n### • {#nog-een}",
    "•\t•\u{a0}•\u{ad}\u{200b} • 1.000 • 5 % •",
    "•\r\n•\r\n\r\n- •\r\n- •\r\n",
    "\u{feff}•",
    "•(•)[•]{•}<•",
    "# •\n• \n## •\n- •\n> •\n1. •\n\n•",
    // What is refused keeps its words; only the tag goes.
    "<font color=\"red\">•</font> <center>•</center> <h2>•</h2>",
    "<h3>•</h3>\n\n<center>\n•\n</center>",
    "[•](javascript:x) en [•]() en [• [•](/x)](/y)",
    "==•== ++•++ H~•~O •^•^ :•: {•}",
    "!!! note \"•\"\n    •\n\n??? •\n    •",
    ":::note •\n\n•\n\n:::",
    "{% • %} {{< • >}} <% • %>",
    "= • =\n\n'''•''' //•//\n\nh1. •\n\n{info}•{info}",
    "> [!info]- •\n> •",
    "> [!faq] •\n> •",
    "•\t•\n•\t•",
    "• • •\n• •",
];

#[test]
fn every_form_keeps_its_words() {
    for form in FORMS {
        assert!(plain(&worded(form)).contains(&nth(0)), "plain Markdown shows nothing of {form:?}");
    }
    let all: Vec<_> =
        FORMS.iter().map(|form| (form, lost(&worded(form)))).filter(|(_, lost)| !lost.is_empty()).collect();
    assert!(all.is_empty(), "{all:#?}");
}

#[test]
fn what_is_left_out_is_told() {
    let mut left_out = 0;
    for form in [
        "| • | • |\n|--|--|\n| • | • | • |",
        "[^1]: •",
        "<script>•</script> •",
        "<table><tr><td>•</td>•</tr></table>",
        "<ul>•<li>•</li></ul>",
        "[[weg|•]] {{ • }} [[•]]",
        "```infographic\n•\n```",
        "<iframe src=\"x\">•</iframe>",
        "[>•]: •",
    ] {
        let lost = lost(&worded(form));
        left_out += lost.len();
        let silent: Vec<_> = lost.iter().filter(|(_, told)| !told).collect();
        assert!(silent.is_empty(), "{form}: {silent:?}");
    }
    assert!(left_out >= 4, "only {left_out} words were left out: then this holds nothing");
}

/// Signs and pieces of markup, whole and in part; `•` becomes a word.
fn piece() -> impl Strategy<Value = &'static str> {
    const PIECES: &[&str] = &[
        "•",
        "• ",
        " •",
        "• • ",
        "*",
        "**",
        "_",
        "~~",
        "`",
        "```\n",
        "    ",
        "\n",
        "\n\n",
        "\r\n",
        "  \n",
        "\\",
        "# ",
        "## ",
        "- ",
        "1. ",
        "- [ ] ",
        "- [x] ",
        "> ",
        "> [!TIP]\n",
        "> [!X] ",
        "| • | • |\n|--|--|\n",
        "|",
        "| • | • | • |\n",
        "\\|",
        "[",
        "]",
        "(",
        ")",
        "](x)",
        "](/x \"t\")",
        "](https://a.nl)",
        "](javascript:x)",
        "![•](x.svg)",
        "![",
        "[^1]",
        "[^1]: ",
        "[[pho-vth]]",
        "[[pho-vth|",
        "[[",
        "]]",
        "{{ inzet.fte_som }}",
        "{{",
        "}}",
        "{",
        "}",
        "\"",
        "'",
        "--",
        "---\n",
        "===\n",
        "...",
        "<b>",
        "</b>",
        "<div>",
        "</div>",
        "<p>",
        "</p>",
        "<details>",
        "<summary>",
        "</summary>",
        "</details>",
        "<a href=\"/x\">",
        "</a>",
        "<ul>",
        "<li>",
        "</li>",
        "</ul>",
        "<kbd>",
        "</kbd>",
        "<font>",
        "</font>",
        "<h2>",
        "</h2>",
        "<br>",
        "&amp;",
        "&eacute;",
        "<https://a.nl>",
        "https://a.nl/",
        "\t",
        ": ",
        ":::",
        "!!! ",
        "==",
        "<!-- ",
        " -->",
        "é",
        "{% ",
        " %}",
        "{#a}",
        "+++\n",
        "\u{a0}",
    ];
    prop::sample::select(PIECES)
}

#[test]
fn an_element_that_holds_no_text_is_told_for_all_in_it() {
    assert_eq!(lost("<ul><h2>\n\n</h2>woord000x"), [("woord000x".to_owned(), true)]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_word_goes_without_a_message(pieces in prop::collection::vec(piece(), 1..40)) {
        let text = worded(&pieces.concat());
        let silent: Vec<_> = lost(&text).into_iter().filter(|(_, told)| !told).collect();
        prop_assert!(silent.is_empty(), "{silent:?} of {text:?}");
    }
}

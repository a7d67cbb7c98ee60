//! Markdown in a block of raw HTML, where its marks are plain signs: what people write between `<details>` and `</details>`
//! without an empty line around it.

use super::pattern::{Pattern, any, start, word};
use super::{Construct, Found};
use pulldown_cmark::{Event, Tag, TagEnd};
use std::ops::Range;

static MARKED: Construct = Construct {
    code: "MD063",
    from: crate::diag::words::foreign::IN_HTML,
    effect: "komt zo op de pagina te staan",
    remedy: "Dit staat in een stuk HTML, en daarin tellen sterretjes, streepjes en haken niet mee. Laat een lege regel boven en onder \
             de tekst, en begin de regels zonder spaties.",
    patterns: &[],
};

/// How such text looks: bold, italic, code, a link; an item of a list, a heading.
const MARKS: &[Pattern] = &[
    word("**¶**"),
    word("__¶__"),
    word("*¶*"),
    word("`¶`"),
    any("[¶](http…)"),
    any("[¶](/…)"),
    any("[¶](#…)"),
    any("[¶](ω.ω)"),
    start("- ¶"),
    start("* ¶"),
    start("## ¶"),
    start("### ¶"),
    start("#### ¶"),
];

/// In these a sign is always just itself.
const VERBATIM: &[&str] = &["pre", "code", "kbd", "samp", "script", "style", "textarea"];

/// The first mark in a block of HTML that begins at this event; one says enough.
pub fn look(source: &str, events: &[(Event<'_>, Range<usize>)], i: usize) -> Option<Found> {
    let mut verbatim = 0_usize;
    let mut comment = false;
    for (event, range) in &events[i + 1..] {
        match event {
            Event::End(TagEnd::HtmlBlock) | Event::Start(Tag::HtmlBlock) => return None,
            Event::Html(_) => {}
            _ => continue,
        }
        let line = source.get(range.clone())?;
        let mut at = 0;
        while at < line.len() {
            let rest = &line[at..];
            if comment || rest.starts_with("<!--") {
                let end = rest.find("-->");
                comment = end.is_none();
                at += end.map_or(rest.len(), |end| end + 3);
            } else if let Some(tag) = rest.strip_prefix('<') {
                let name =
                    tag.trim_start_matches('/').split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
                if VERBATIM.iter().any(|known| known.eq_ignore_ascii_case(name)) {
                    verbatim = if tag.starts_with('/') { verbatim.saturating_sub(1) } else { verbatim + 1 };
                }
                at += rest.find('>').map_or(rest.len(), |end| end + 1);
            } else {
                let text = &rest[..rest.find('<').unwrap_or(rest.len())];
                if verbatim == 0
                    && let Some(found) = marked(text, line[..at].trim().is_empty())
                {
                    let from = range.start + at;
                    return Some(Found { range: from + found.start..from + found.end, construct: &MARKED });
                }
                at += text.len();
            }
        }
    }
    None
}

/// The first mark in a text without tags.
fn marked(text: &str, starts_line: bool) -> Option<Range<usize>> {
    let indent = text.len() - text.trim_start().len();
    let mut before = None;
    for (i, sign) in text.char_indices() {
        let found = MARKS.iter().find_map(|mark| mark.length(&text[i..], before, starts_line && i == indent));
        if let Some(length) = found {
            return Some(i..i + length);
        }
        before = Some(sign);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::marked;

    #[test]
    fn marks_are_found_and_signs_are_left_alone() {
        for text in
            ["Dit is **vet**", "  - een punt", "## Kop", "een [link](https://a.nl)", "`code` en", "*schuin* dus"]
        {
            assert!(marked(text, true).is_some(), "{text}");
        }
        for text in ["5 * 3 * 2", "een - twee", "#1 van 3", "C# en a_b_c", "[1] (zie onder)", "** let op"] {
            assert!(marked(text, true).is_none(), "{text}");
        }
        assert!(marked(" - een punt", false).is_none());
    }
}

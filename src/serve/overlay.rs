//! The problems of a failed build as HTML, for the overlay in the browser.

use super::words;
use crate::diag::{Diagnostic, Files, Span, Texts, groups, short};
use std::fmt::Write;

/// Lines before and after the one that is meant.
const AROUND: usize = 1;
/// Longer lines are cut around what is marked.
const WIDEST: usize = 160;

/// All problems as a list, each with its place, an excerpt and what to do, and a closing line if there is one. Everything is escaped: a file's text cannot
/// become markup.
pub fn problems(diagnostics: &[Diagnostic], closing: &str, files: &dyn Files) -> String {
    let texts = Texts::of(diagnostics, files);
    let items: String = groups(diagnostics)
        .iter()
        .map(|group| {
            let html = one(group.first, files, &texts);
            if group.others.is_empty() {
                return html;
            }
            let places: String =
                group.elsewhere(files, &texts).iter().map(|line| format!("<br>{}", escape(line))).collect();
            let more = format!("<p class=\"place\">Dit staat er nog {} keer:{places}</p></li>", group.others.len());
            html.trim_end_matches("</li>").to_owned() + &more
        })
        .collect();
    let closing = if closing.is_empty() { String::new() } else { format!("<p>{}</p>", escape(closing)) };
    format!("<ol>{items}</ol>{closing}")
}

/// One problem, as an item of the list.
pub fn problem(d: &Diagnostic, files: &dyn Files) -> String {
    one(d, files, &Texts::of([d], files))
}

fn one(d: &Diagnostic, files: &dyn Files, texts: &Texts<'_>) -> String {
    let kind = if d.is_error() { "error" } else { "warning" };
    let mut html = format!(
        "<li class=\"{kind}\"><h2><span class=\"code\">{} {}</span> {}</h2>",
        short::word(d.severity),
        escape(d.code),
        escape(&d.message)
    );
    if let Some(place) = d.place {
        html.push_str(&excerpt(place, &d.label, files, texts));
    }
    for (place, words) in &d.related {
        html.push_str(&excerpt(*place, words, files, texts));
    }
    if !d.remedy.is_empty() {
        // Writing to a string cannot fail.
        let _ = write!(html, "<p class=\"remedy\">{}</p>", escape(&d.remedy));
    }
    html + "</li>"
}

/// The place in words, and the line with its neighbours; what is meant is marked.
fn excerpt(span: Span, label: &str, files: &dyn Files, texts: &Texts<'_>) -> String {
    let Some(text) = texts.get(span.file) else { return String::new() };
    let at = texts.start(span);
    let place = escape(&words::place(files.path(span.file), at.line, at.column));
    let first = at.line.saturating_sub(AROUND).max(1);
    let mut lines = String::new();
    for (number, line) in (first..=at.line + AROUND).filter_map(|number| Some((number, text.line(number)?))) {
        let shown = match number == at.line {
            true => marked(line, at.column - 1, length(text.get(span.range()))),
            false => escape(&line.chars().take(WIDEST).collect::<String>()),
        };
        let _ = writeln!(lines, "<span class=\"number\">{number:>4} </span>{shown}");
    }
    let label = if label.is_empty() { String::new() } else { format!("<p class=\"label\">{}</p>", escape(label)) };
    format!("<p class=\"place\">{place}</p><pre tabindex=\"0\">{lines}</pre>{label}")
}

/// How many characters are meant; at least one, so that there is something to see.
fn length(meant: Option<&str>) -> usize {
    meant.map_or(1, |meant| meant.chars().count()).max(1)
}

fn marked(line: &str, column: usize, length: usize) -> String {
    let chars: Vec<char> = line.chars().collect();
    let start = column.min(chars.len());
    let end = (start + length).min(chars.len());
    let from = if chars.len() > WIDEST { start.saturating_sub(WIDEST / 3) } else { 0 };
    let to = (from + WIDEST).max(end.min(start + WIDEST)).min(chars.len());
    let text = |range: std::ops::Range<usize>| escape(&chars[range].iter().collect::<String>());
    let (before, after) = (if from > 0 { "…" } else { "" }, if to < chars.len() { "…" } else { "" });
    let end = end.min(to);
    // At the end of a line there is no character to mark.
    let meant = if start == end { " ".to_owned() } else { text(start..end) };
    format!("{before}{}<mark>{meant}</mark>{}{after}", text(from..start), text(end..to))
}

pub(super) fn escape(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut escaped, c| {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
        escaped
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::FileId;
    use std::borrow::Cow;

    struct One(&'static str);

    impl Files for One {
        fn path(&self, _: FileId) -> &str {
            "site/content/<x>.md"
        }
        fn text(&self, _: FileId) -> Cow<'_, str> {
            Cow::Borrowed(self.0)
        }
    }

    fn at(text: &'static str, range: std::ops::Range<usize>) -> String {
        let diagnostic = Diagnostic::error("LINK001", Span::new(FileId(0), range), "Link <b>werkt</b> niet")
            .label("hier")
            .remedy("Bedoelde u ‘y’?");
        problems(&[diagnostic], "", &One(text))
    }

    #[test]
    fn a_problem_is_told_whole_and_escaped() {
        let html = at("een\n<script>twee\ndrie\nvier", 4..12);
        for part in [
            "LINK001",
            "Link &lt;b&gt;werkt&lt;/b&gt; niet",
            "site/content/&lt;x&gt;.md, regel 2, kolom 1",
            "   1 </span>een\n",
            "   2 </span><mark>&lt;script&gt;</mark>twee\n",
            "   3 </span>drie\n",
            "hier",
            "Bedoelde u ‘y’?",
        ] {
            assert!(html.contains(part), "{part} not in {html}");
        }
        assert!(!html.contains("vier") && !html.contains("<script"));
    }

    #[test]
    fn no_place_can_make_it_fail() {
        for text in ["", "é", "\u{feff}é\n", "a\r\nb"] {
            for start in 0..6 {
                for end in start..8 {
                    assert!(at(text, start..end).contains("LINK001"));
                }
            }
        }
    }

    #[test]
    fn long_lines_are_cut_around_the_mark() {
        let long: &'static str = Box::leak(format!("{}kern{}", "a".repeat(500), "b".repeat(500)).into_boxed_str());
        let html = at(long, 500..504);
        assert!(html.contains("a<mark>kern</mark>b") && html.contains('…') && html.len() < 600, "{html}");
    }
}

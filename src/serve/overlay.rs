//! The problems of a failed build as HTML, for the overlay in the browser.

use super::words;
use crate::diag::{Diagnostic, Files, Span, Texts, groups, short};
use crate::html;
use crate::markup::Html;

/// Lines before and after the one that is meant.
const AROUND: usize = 1;
/// Longer lines are cut around what is marked.
const WIDEST: usize = 160;

/// All problems as a list, each with its place, an excerpt and what to do, and a closing line if there is one.
pub fn problems(diagnostics: &[Diagnostic], closing: &str, files: &dyn Files) -> Html {
    let texts = Texts::of(diagnostics, files);
    let mut list = Html::default();
    list.open("ol", &[]);
    for group in groups(diagnostics) {
        list.push(one(group.first, files, &texts));
        if !group.others.is_empty() && list.reopen("li") {
            let mut more = Html::text(&format!("Dit staat er nog {} keer:", group.others.len()));
            for line in group.elsewhere(files, &texts) {
                more.push(html![Html::empty("br", &[]), line]);
            }
            list.push(Html::element("p", &[("class", "place")], more));
            list.close("li");
        }
    }
    list.close("ol");
    if !closing.is_empty() {
        list.push(Html::element("p", &[], closing));
    }
    list
}

/// One problem, as an item of the list.
pub fn problem(d: &Diagnostic, files: &dyn Files) -> Html {
    one(d, files, &Texts::of([d], files))
}

fn one(d: &Diagnostic, files: &dyn Files, texts: &Texts<'_>) -> Html {
    let code = Html::element("span", &[("class", "code")], format!("{} {}", short::word(d.severity), d.code));
    let mut told = Html::element("h2", &[], html![code, " ", &d.message]);
    if let Some(place) = d.place {
        told.push(excerpt(place, &d.label, files, texts));
    }
    for (place, words) in &d.related {
        told.push(excerpt(*place, words, files, texts));
    }
    if !d.remedy.is_empty() {
        told.push(Html::element("p", &[("class", "remedy")], &d.remedy));
    }
    Html::element("li", &[("class", if d.is_error() { "error" } else { "warning" })], told)
}

/// The place in words, and the line with its neighbours; what is meant is marked.
fn excerpt(span: Span, label: &str, files: &dyn Files, texts: &Texts<'_>) -> Html {
    let Some(text) = texts.get(span.file) else { return Html::default() };
    let at = texts.start(span);
    let place = words::place(files.path(span.file), at.line, at.column);
    let first = at.line.saturating_sub(AROUND).max(1);
    let mut lines = Html::default();
    for (number, line) in (first..=at.line + AROUND).filter_map(|number| Some((number, text.line(number)?))) {
        lines.push(Html::element("span", &[("class", "number")], format!("{number:>4} ")));
        match number == at.line {
            true => lines.push(marked(line, at.column - 1, length(text.get(span.range())))),
            false => lines.push(line.chars().take(WIDEST).collect::<String>()),
        }
        lines.push("\n");
    }
    let mut told = Html::element("p", &[("class", "place")], place);
    told.push(Html::element("pre", &[("tabindex", "0")], lines));
    if !label.is_empty() {
        told.push(Html::element("p", &[("class", "label")], label));
    }
    told
}

/// How many characters are meant; at least one, so that there is something to see.
fn length(meant: Option<&str>) -> usize {
    meant.map_or(1, |meant| meant.chars().count()).max(1)
}

fn marked(line: &str, column: usize, length: usize) -> Html {
    let chars: Vec<char> = line.chars().collect();
    let start = column.min(chars.len());
    let end = (start + length).min(chars.len());
    let from = if chars.len() > WIDEST { start.saturating_sub(WIDEST / 3) } else { 0 };
    let to = (from + WIDEST).max(end.min(start + WIDEST)).min(chars.len());
    let text = |range: std::ops::Range<usize>| chars[range].iter().collect::<String>();
    let (before, after) = (if from > 0 { "…" } else { "" }, if to < chars.len() { "…" } else { "" });
    let end = end.min(to);
    // At the end of a line there is no character to mark.
    let meant = if start == end { " ".to_owned() } else { text(start..end) };
    html![before, text(from..start), Html::element("mark", &[], meant), text(end..to), after]
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
        problems(&[diagnostic], "", &One(text)).into_string()
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

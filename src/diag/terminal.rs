//! Diagnostics for a terminal: Dutch words, an excerpt of the source and a caret.

use super::{Diagnostic, FileId, Files, groups, short};
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet, renderer::DecorStyle};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// All diagnostics as text; `colour` only when the reader is a terminal that wants it.
pub fn render(diagnostics: &[Diagnostic], files: &dyn Files, colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Unicode).term_width(100);
    let places = diagnostics.iter().flat_map(|d| d.place.into_iter().chain(d.related.iter().map(|(place, _)| *place)));
    let shown: BTreeSet<FileId> = places.map(|place| place.file).collect();
    let texts: Texts<'_> = shown.into_iter().map(|file| (file, Lines::of(files.text(file)))).collect();
    let mut text = String::new();
    for group in groups(diagnostics) {
        text.push_str(&one(group.first, files, &texts, &renderer));
        text.push('\n');
        if !group.others.is_empty() {
            text.push_str(&format!("  dit staat er nog {} keer:\n", group.others.len()));
            group.elsewhere(files).iter().for_each(|line| text.push_str(&format!("    {line}\n")));
        }
        text.push('\n');
    }
    text
}

/// The texts of the files that problems stand in.
type Texts<'a> = BTreeMap<FileId, Lines<'a>>;

/// A text that knows where its lines start, so that a problem in a long file costs no more than in a short one.
struct Lines<'a> {
    text: Cow<'a, str>,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    fn of(text: Cow<'a, str>) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(i, _)| i + 1)).collect();
        Self { text, starts }
    }

    /// The lines that a range touches with one on either side, the number of the first, and the range within them.
    fn around(&self, range: Range<usize>) -> (&str, usize, Range<usize>) {
        let range = fit(&self.text, range);
        let line_of = |at: usize| self.starts.partition_point(|start| *start <= at).saturating_sub(1);
        let first = line_of(range.start).saturating_sub(1);
        let (from, after) = (self.starts[first], line_of(range.end) + 2);
        let to = self.starts.get(after).copied().unwrap_or(self.text.len());
        (&self.text[from..to], first + 1, range.start - from..range.end - from)
    }
}

fn one(d: &Diagnostic, files: &dyn Files, texts: &Texts<'_>, renderer: &Renderer) -> String {
    let level = if d.is_error() { Level::ERROR } else { Level::WARNING }.with_name(short::word(d.severity));
    let title = level.primary_title(&d.message).id(d.code);
    let mut places = vec![];
    if let Some(place) = d.place {
        places.push((place, d.label.as_str(), AnnotationKind::Primary));
    }
    places.extend(d.related.iter().map(|(span, words)| (*span, words.as_str(), AnnotationKind::Context)));
    let snippets: Vec<_> = places
        .iter()
        .filter_map(|&(place, words, kind)| {
            let (text, first, range) = texts.get(&place.file)?.around(place.range());
            let annotation = kind.span(range).label(words);
            Some(Snippet::source(text).line_start(first).path(files.path(place.file)).annotation(annotation))
        })
        .collect();
    let mut groups = vec![if snippets.is_empty() { Group::with_title(title) } else { title.elements(snippets) }];
    if !d.remedy.is_empty() {
        groups.push(Group::with_title(Level::HELP.with_name("oplossing").secondary_title(&d.remedy)));
    }
    renderer.render(&groups)
}

/// A range inside the text and on character boundaries, so that no span can make the renderer panic.
fn fit(text: &str, range: Range<usize>) -> Range<usize> {
    let floor = |mut i: usize| {
        i = i.min(text.len());
        while !text.is_char_boundary(i) {
            i -= 1;
        }
        i
    };
    let start = floor(range.start);
    start..floor(range.end).max(start)
}

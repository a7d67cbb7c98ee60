//! Diagnostics for a terminal: Dutch words, an excerpt of the source and a caret.

use super::{Diagnostic, Files, short};
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet, renderer::DecorStyle};

/// All diagnostics as text; `colour` only when the reader is a terminal that wants it.
pub fn render(diagnostics: &[Diagnostic], files: &dyn Files, colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Unicode).term_width(100);
    let mut text = String::new();
    for diagnostic in diagnostics {
        text.push_str(&one(diagnostic, files, &renderer));
        text.push_str("\n\n");
    }
    text
}

fn one(d: &Diagnostic, files: &dyn Files, renderer: &Renderer) -> String {
    let level = if d.is_error() { Level::ERROR } else { Level::WARNING }.with_name(short::word(d.severity));
    let title = level.primary_title(&d.message).id(d.code);
    let mut places = vec![];
    if let Some(place) = d.place {
        places.push((place, d.label.as_str(), AnnotationKind::Primary));
    }
    places.extend(d.related.iter().map(|(span, words)| (*span, words.as_str(), AnnotationKind::Context)));
    let snippets: Vec<_> = places
        .iter()
        .map(|&(place, words, kind)| {
            let text = files.text(place.file).into_owned();
            let range = fit(&text, place.range());
            let annotation = kind.span(range).label(words.to_owned());
            Snippet::source(text).path(files.path(place.file).to_owned()).annotation(annotation)
        })
        .collect();
    let mut groups = vec![if snippets.is_empty() { Group::with_title(title) } else { title.elements(snippets) }];
    if !d.remedy.is_empty() {
        groups.push(Group::with_title(Level::HELP.with_name("oplossing").secondary_title(&d.remedy)));
    }
    renderer.render(&groups)
}

/// A range inside the text and on character boundaries, so that no span can make the renderer panic.
fn fit(text: &str, range: std::ops::Range<usize>) -> std::ops::Range<usize> {
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

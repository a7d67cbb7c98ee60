//! Diagnostics for a terminal: Dutch words, an excerpt of the source and a caret.

use super::{Diagnostic, Files, Texts, groups, short};
use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet, renderer::DecorStyle};

/// All diagnostics as text; `colour` only when the reader is a terminal that wants it.
pub fn render(diagnostics: &[Diagnostic], files: &dyn Files, colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Unicode).term_width(100);
    let texts = Texts::of(diagnostics, files);
    let mut text = String::new();
    for group in groups(diagnostics) {
        text.push_str(&one(group.first, files, &texts, &renderer));
        text.push('\n');
        if !group.others.is_empty() {
            text.push_str(&format!("  dit staat er nog {} keer:\n", group.others.len()));
            group.elsewhere(files, &texts).iter().for_each(|line| text.push_str(&format!("    {line}\n")));
            for (about, other) in group.other_remedies() {
                text.push_str(&format!("  bij {about}: {}\n", other.remedy));
            }
        }
        text.push('\n');
    }
    text
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
            let (text, first, range) = texts.get(place.file)?.around(place.range());
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

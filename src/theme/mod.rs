//! The theme: layered lookup of templates, words, style and script.
//!
//! Layers are, from near to far: the site's own `templates/`, `css/`, `js/` and `text/`, the chosen theme, and the themes
//! that one extends. The nearest file of a name wins; the theme's own version of an overridden template can be extended as
//! `thema/<naam>`. An organisation's own look (`brand`) replaces design tokens, nothing else.

mod assets;
mod brand;
mod colour;
mod palette;
mod prints;
mod problems;
mod settings;
mod shrink;
mod unasked;

pub use assets::{Assets, Bundle, bundle};
pub use colour::Colour;
pub use palette::{Palette, Scheme};
pub use prints::{Places, Prints};
pub use problems::template_problem;
pub use settings::{Contrast, Settings};
pub use unasked::unasked;

use crate::diag::{Diagnostic, FileId, Span, words};
use crate::source::Sources;
use std::collections::BTreeMap;
use tera::Tera;

/// Compiled templates, and the file that each comes from.
#[derive(Debug)]
pub struct Templates {
    /// The engine.
    pub tera: Tera,
    /// Template name → source file.
    pub files: BTreeMap<String, FileId>,
    /// Could they not be compiled?
    broken: bool,
}

impl Templates {
    /// Compiles the templates of all layers. A template that cannot be read is told and left out.
    pub fn compile(sources: &Sources, problems: &mut Vec<Diagnostic>) -> Self {
        let mut named: BTreeMap<String, (FileId, &str)> = BTreeMap::new();
        for (id, layer, file) in sources.theme() {
            let Some(name) = file.name.strip_prefix("templates/") else { continue };
            let text = match file.text() {
                Ok((text, _)) => text,
                Err(at) => {
                    problems.push(words::data::not_utf8(Span::new(id, at..at + 1)));
                    continue;
                }
            };
            // Only an overridden template gets its second name: components are known by name in all templates together.
            if !named.contains_key(name) {
                named.insert(name.to_owned(), (id, text));
            } else if layer > 0 {
                named.entry(format!("thema/{name}")).or_insert((id, text));
            }
        }
        let files: BTreeMap<String, FileId> = named.iter().map(|(name, (id, _))| (name.clone(), *id)).collect();
        let mut tera = Tera::new();
        let all: Vec<(String, &str)> = named.iter().map(|(name, (_, text))| (name.clone(), *text)).collect();
        let Err(error) = tera.add_raw_templates(all) else { return Self { tera, files, broken: false } };

        // One bad template must not hide the mistakes in the others: try each alone to find what is wrong with it.
        let mut told = Vec::new();
        for (name, (id, text)) in &named {
            if name.starts_with("thema/") {
                continue;
            }
            let mut alone = Tera::new();
            if let Err(error) = alone.add_raw_template(name, text)
                && matches!(error.kind(), tera::ErrorKind::SyntaxError(_))
            {
                told.push(template_problem(&error, Some(*id), &files, sources));
            }
        }
        if told.is_empty() {
            told = problems::unknown_parts(&error, &files, sources);
        }
        if told.is_empty() {
            told.push(template_problem(&error, None, &files, sources));
        }
        problems.extend(told);
        // The names stay known: a menu that leads to a page of theirs is right.
        Self { tera: Tera::new(), files, broken: true }
    }

    /// Does the theme have this template?
    pub fn has(&self, name: &str) -> bool {
        self.files.contains_key(name)
    }

    /// Could no template be compiled?
    pub fn is_broken(&self) -> bool {
        self.broken || self.files.is_empty()
    }
}

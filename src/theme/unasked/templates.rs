//! Templates of the site that replace nothing and that nothing asks for (`SJABLOON007`).

use super::asked::{Texts, components, quoted};
use super::own;
use crate::diag::{Diagnostic, Span, words};
use crate::site::Site;
use crate::source::{Role, Sources};
use crate::theme::problems::nearest_template;
use std::collections::BTreeSet;

pub fn tell(site: &Site, sources: &Sources, texts: &Texts, problems: &mut Vec<Diagnostic>) {
    let theirs: BTreeSet<&str> = sources
        .theme()
        .filter(|(_, layer, _)| *layer > 0)
        .filter_map(|(_, _, file)| file.name.strip_prefix("templates/"))
        .collect();
    // Without the theme nothing is known of what it asks for.
    if theirs.is_empty() {
        return;
    }
    let asked = |name: &str| {
        site.documents.iter().filter_map(|page| page.front.as_ref()?.sjabloon.as_ref()).any(|s| s.value == name)
            || texts.all().any(|(other, text)| other != name && quoted(text).any(|quoted| quoted == name))
            // Of drafts only the text is at hand.
            || sources.of(Role::Page).any(|(_, page)| page.text().is_ok_and(|(text, _)| text.contains(name)))
    };
    let called = |text: &str| {
        let called = |part: &str| texts.all().any(|(_, text)| text.contains(&format!("<{part}")));
        components(text).any(called)
    };
    for (id, name, _) in own(sources, "templates/") {
        if theirs.contains(name) || asked(name) || texts.get(name).is_some_and(called) {
            continue;
        }
        let near = nearest_template(name, theirs.iter().copied());
        problems.push(words::theme::idle_template(Span::top(id), name, near));
    }
}

//! Templates of the site that replace nothing and that nothing asks for (`SJABLOON007`).

use super::asked::{Texts, components, quoted};
use crate::diag::{Diagnostic, FileId, Span, words};
use crate::site::Site;
use crate::source::{DEFAULT_THEME, Role, Sources, embedded_themes};
use crate::theme::problems::nearest_template;

pub fn tell(site: &Site, sources: &Sources, texts: &Texts, problems: &mut Vec<Diagnostic>) {
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
    let known: Vec<(u8, &str)> =
        sources.theme().filter_map(|(_, layer, file)| Some((layer, file.name.strip_prefix("templates/")?))).collect();
    for (id, layer, name) in own(sources) {
        let theirs = || known.iter().filter(|(below, _)| *below > layer).map(|(_, name)| *name);
        // Without the theme below it nothing is known of what that asks for.
        if theirs().next().is_none()
            || theirs().any(|other| other == name)
            || embedded_themes().get_file(format!("{DEFAULT_THEME}/templates/{name}")).is_some()
            || asked(name)
            || texts.get(name).is_some_and(called)
        {
            continue;
        }
        problems.push(words::theme::idle_template(Span::top(id), name, nearest_template(name, theirs())));
    }
}

/// The templates that lie on disk, with their layer.
fn own(sources: &Sources) -> impl Iterator<Item = (FileId, u8, &str)> {
    let own = sources.theme().filter(|(_, layer, file)| *layer == 0 || file.disk.is_some());
    own.filter_map(|(id, layer, file)| Some((id, layer, file.name.strip_prefix("templates/")?)))
}

//! Words under `[eigen]` that no template asks for, and tables of a language that the site does not speak (`WOORD009`).

use super::asked::{Asked, Texts, ask};
use super::{own, place};
use crate::diag::{Diagnostic, Span, nearest, words};
use crate::site::Site;
use crate::source::Sources;
use toml::de::DeTable;

pub fn tell(site: &Site, sources: &Sources, texts: &Texts, problems: &mut Vec<Diagnostic>) {
    let spoken = site.portal.taal.as_deref().unwrap_or("nl").split('-').next().unwrap_or_default().to_lowercase();
    for (id, name, file) in own(sources, "text/") {
        let Some((language, Ok((text, _)))) = name.strip_suffix(".toml").map(|language| (language, file.text())) else {
            continue;
        };
        // That the site's own language has no words is told by itself.
        let table = format!("text/{spoken}.toml");
        if language != spoken && !sources.theme().any(|(_, _, file)| file.name == table) {
            continue;
        }
        if language != spoken {
            problems.push(words::phrases::other_language(Span::top(id), name, &spoken));
            continue;
        }
        let (table, _) = DeTable::parse_recoverable(text);
        let Some(own) = table.get_ref().get("eigen").and_then(|own| own.get_ref().as_table()) else { continue };
        let mut asked = Asked::default();
        texts.all().for_each(|(_, text)| ask(text, "eigen", &mut asked));
        let idle = own.iter().filter(|(key, _)| !asked.all && !asked.names.contains(key.get_ref().as_ref()));
        problems.extend(idle.map(|(key, _)| {
            let near = nearest(key.get_ref(), asked.names.iter().map(String::as_str));
            words::phrases::idle_word(place(id, file, key.span()), key.get_ref(), near)
        }));
    }
}

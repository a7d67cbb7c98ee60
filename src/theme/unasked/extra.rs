//! Keys under `[extra]` that the page's template does not use (`SJABLOON008`).

use super::Made;
use super::asked::{Asked, Texts, ask, word};
use crate::content::FrontMatter;
use crate::decode::Record;
use crate::diag::{Diagnostic, nearest, words};
use crate::site::Site;
use std::collections::{BTreeMap, BTreeSet};

/// What one template asks for under `[extra]`.
struct Known {
    extra: Asked,
    /// Every name behind a dot or in quotes: keys within keys are asked for in many ways.
    inner: BTreeSet<String>,
}

pub fn tell(site: &Site, made: Made<'_>, texts: &Texts, problems: &mut Vec<Diagnostic>) {
    let mut known: BTreeMap<&str, Known> = BTreeMap::new();
    for (page, front) in site.documents.iter().filter_map(|page| Some((page, page.front.as_ref()?))) {
        if front.extra.keys.is_empty() {
            continue;
        }
        // A template that is not there is told by itself.
        let Some(template) = made(&page.url).filter(|name| texts.get(name).is_some()) else { continue };
        let known = known.entry(template).or_insert_with(|| Known::of(&texts.with_parts(template)));
        if known.extra.all {
            continue;
        }
        let mut idle: Vec<&str> = Vec::new();
        for key in &front.extra.keys {
            let path = key.value.as_str();
            let unknown = match path.rsplit_once('.') {
                None => !known.extra.names.contains(path),
                Some((within, name)) => {
                    let top = within.split('.').next().unwrap_or(within);
                    known.extra.names.contains(top) && !known.inner.contains(name)
                }
            };
            if !unknown || idle.contains(&path) {
                continue;
            }
            idle.push(path);
            let place = key.place;
            if FrontMatter::keys().iter().any(|known| known.name == path) {
                problems.push(words::theme::under_extra(place, path));
                continue;
            }
            let elsewhere = || texts.all().find(|(_, text)| behind(text, path)).map(|(name, _)| name);
            let near = match path.rsplit_once('.') {
                None => nearest(path, known.extra.names.iter().map(String::as_str)),
                Some((_, name)) => nearest(name, known.inner.iter().map(String::as_str)),
            };
            problems.push(words::theme::idle_extra(place, path, template, near, near.map_or_else(elsewhere, |_| None)));
        }
    }
}

/// Does a template ask for this key of `[extra]`?
fn behind(text: &str, key: &str) -> bool {
    let mut asked = Asked::default();
    ask(text, "extra", &mut asked);
    asked.names.contains(key)
}

impl Known {
    fn of(texts: &[&str]) -> Self {
        let mut extra = Asked::default();
        let mut inner = BTreeSet::new();
        for text in texts {
            ask(text, "extra", &mut extra);
            let parts = text.split(['.', '"', '\'']).skip(1);
            inner.extend(parts.map(word).filter(|name| !name.is_empty()).map(str::to_owned));
        }
        Self { extra, inner }
    }
}

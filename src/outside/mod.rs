//! Links to other sites: found in the sources, asked one by one, and told when they lead nowhere. Only `check --extern` comes here:
//! a build asks nothing of other hosts.

mod answers;
mod ask;

pub use answers::Answers;
pub use ask::{Answer, Pace, ask, can_ask};

use crate::diag::words::outside as words;
use crate::diag::{Diagnostic, Span};
use crate::site::Site;
use crate::source::{Role, Sources};
use std::collections::BTreeMap;
use std::ops::Range;
use toml::de::{DeTable, DeValue};

/// The addresses of other sites that the pages and the data lead to, each with its places in order.
pub fn addresses(sources: &Sources, site: &Site) -> BTreeMap<String, Vec<Span>> {
    let mut found: BTreeMap<String, Vec<Span>> = BTreeMap::new();
    for page in &site.documents {
        for (address, place) in &page.document.outside {
            found.entry(address.clone()).or_default().push(place.in_file(page.file));
        }
    }
    let own = site.portal.basis_url.value.as_str();
    for (id, file) in sources.of(Role::Data).chain(sources.of(Role::Config)) {
        let Ok((text, mark)) = file.text() else { continue };
        let (table, _) = DeTable::parse_recoverable(text);
        texts(table.get_ref(), &mut |range| {
            for at in written(text.get(range.clone()).unwrap_or_default()) {
                let address = text[range.start + at.start..range.start + at.end].to_owned();
                let place = Span::new(id, mark + range.start + at.start..mark + range.start + at.end);
                found.entry(address).or_default().push(place);
            }
        });
    }
    // The site's own address says where it will come to stand.
    found.retain(|address, _| own.is_empty() || !address.starts_with(own.trim_end_matches('/')));
    found
}

/// Every text of a table, as it is written.
fn texts(table: &DeTable<'_>, take: &mut dyn FnMut(Range<usize>)) {
    fn look(value: &toml::Spanned<DeValue<'_>>, take: &mut dyn FnMut(Range<usize>)) {
        match value.get_ref() {
            DeValue::String(_) => take(value.span()),
            DeValue::Array(items) => items.iter().for_each(|item| look(item, take)),
            DeValue::Table(table) => texts(table, take),
            _ => {}
        }
    }
    table.values().for_each(|value| look(value, take));
}

/// Where addresses stand in a text.
fn written(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = text[from..].find("http").map(|i| from + i) {
        let rest = &text[at..];
        from = at + "http".len();
        if !(rest.starts_with("https://") || rest.starts_with("http://")) {
            continue;
        }
        let stops = |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '<' | '>' | '\\' | ']' | '|' | '“' | '”');
        let mut address = &rest[..rest.find(stops).unwrap_or(rest.len())];
        // The bracket that closes a link, and the point that ends a sentence.
        while let Some(shorter) = address.strip_suffix(['.', ',', ';', ':', '!', '?', '*']).or_else(|| {
            address.strip_suffix(')').filter(|inner| inner.matches('(').count() <= inner.matches(')').count())
        }) {
            address = shorter;
        }
        if address.contains('.') || address.contains("localhost") {
            found.push(at..at + address.len());
        }
        from = at + address.len().max("http".len());
    }
    found
}

/// What is to be told of the answers, at every place that leads there.
pub fn problems(addresses: &BTreeMap<String, Vec<Span>>, answers: &BTreeMap<String, Answer>) -> Vec<Diagnostic> {
    let mut told = Vec::new();
    for (address, places) in addresses {
        for place in places {
            told.extend(match answers.get(address) {
                Some(Answer::Gone(status)) => Some(words::gone(*place, address, *status)),
                Some(Answer::NoSite) => Some(words::no_site(*place, address)),
                Some(Answer::Moved(to)) => Some(words::moved(*place, address, to)),
                _ => None,
            });
        }
    }
    told
}

#[cfg(test)]
mod tests {
    use super::written;

    #[test]
    fn addresses_are_found_as_they_are_meant() {
        for (text, wanted) in [
            ("\"https://a.nl/b\"", &["https://a.nl/b"][..]),
            ("Zie [het plan](https://a.nl/b_(c)) en http://b.nl.", &["https://a.nl/b_(c)", "http://b.nl"]),
            ("https://a.nl/, https://b.nl/?c=d&e", &["https://a.nl/", "https://b.nl/?c=d&e"]),
            ("http en https:// en httpd", &[]),
        ] {
            let found: Vec<&str> = written(text).into_iter().map(|at| &text[at]).collect();
            assert_eq!(found, wanted, "{text}");
        }
    }
}

//! The Atom feed: what was published or changed last.

use super::xml;
use crate::decode::Moment;
use crate::pages::{Page, Plan};
use std::fmt::Write;

/// How many pages the feed holds.
const ENTRIES: usize = 20;

/// The feed. Dates are days of the content, at the start of the day; the feed is as old as its newest entry.
pub fn feed(plan: &Plan) -> String {
    let mut pages: Vec<(&Page, Moment)> = plan
        .pages
        .iter()
        .filter(|p| p.listed)
        .filter_map(|p| p.changed.or(p.published).map(|date| (p, date)))
        .collect();
    pages.sort_by(|(a, x), (b, y)| y.first_day().cmp(&x.first_day()).then_with(|| a.view.url.cmp(&b.view.url)));
    pages.truncate(ENTRIES);

    let site = &plan.site;
    let base = xml(&site.base_url);
    let updated = pages.first().map_or_else(|| "1970-01-01".to_owned(), |(_, d)| d.first_day().to_string());
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    let _ = writeln!(out, "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">", xml(&site.language));
    let _ = writeln!(out, "<title>{}</title>", xml(&site.name));
    let _ = writeln!(out, "<id>{base}</id>\n<updated>{updated}T00:00:00Z</updated>");
    let _ = writeln!(
        out,
        "<link href=\"{base}\"/>\n<link rel=\"self\" type=\"application/atom+xml\" href=\"{base}atom.xml\"/>"
    );
    let author = if site.owner.is_empty() { &site.name } else { &site.owner };
    let _ = writeln!(out, "<author><name>{}</name></author>", xml(author));
    for (page, date) in pages {
        let url = xml(&page.view.canonical);
        let _ = writeln!(out, "<entry>\n<title>{}</title>\n<id>{url}</id>", xml(&page.view.title));
        let _ = writeln!(out, "<link href=\"{url}\"/>\n<updated>{}T00:00:00Z</updated>", date.first_day());
        if !page.view.description.is_empty() {
            let _ = writeln!(out, "<summary>{}</summary>", xml(&page.view.description));
        }
        out.push_str("</entry>\n");
    }
    out.push_str("</feed>\n");
    out
}

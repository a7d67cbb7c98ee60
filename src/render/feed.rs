//! The Atom feed: what was published or changed last, and what was decided or happened last.

use super::xml;
use crate::decode::Moment;
use crate::pages::Plan;
use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt::Write;

/// How many pages the feed holds, and how many decisions beside them: on a day on which all pages are looked after, a decision
/// would be lost among them.
const EACH: usize = 20;

/// What the feed tells.
struct Entry<'p> {
    title: &'p str,
    url: Cow<'p, str>,
    when: Moment,
    summary: &'p str,
}

/// The feed. Dates are days of the content, at the start of the day; the feed is as old as its newest entry.
pub fn feed(plan: &Plan) -> String {
    let site = &plan.site;
    let listed = plan.pages.iter().filter(|page| page.listed);
    let told = listed.filter_map(|page| {
        let view = &page.view;
        let when = page.changed.or(page.published)?;
        Some(Entry { title: &view.title, url: (&view.canonical).into(), when, summary: &view.description })
    });
    let mut pages: Vec<Entry<'_>> = Vec::with_capacity(2 * EACH);
    for entry in told {
        pages.push(entry);
        if pages.len() == 2 * EACH {
            keep_newest(&mut pages);
        }
    }
    keep_newest(&mut pages);
    // Without a page that shows them there is nothing to lead to.
    let shown = |url: &str| url.split('#').next().is_some_and(|page| plan.pages.iter().any(|p| p.view.url == page));
    let events = plan.events.iter().filter(|event| shown(&event.url)).take(EACH);
    pages.extend(events.map(|event| Entry {
        title: &event.title,
        url: format!("{}{}", site.base_url, event.url).into(),
        // A reader of feeds is told on the day on which it was recorded.
        when: event.recorded.unwrap_or(event.when),
        summary: &event.text,
    }));
    pages.sort_by(newest_first);

    let base = xml(&site.base_url);
    let updated = pages.first().map_or_else(|| "1970-01-01".to_owned(), |newest| newest.when.first_day().to_string());
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
    for entry in pages {
        let url = xml(&entry.url);
        let _ = writeln!(out, "<entry>\n<title>{}</title>\n<id>{url}</id>", xml(entry.title));
        let _ = writeln!(out, "<link href=\"{url}\"/>\n<updated>{}T00:00:00Z</updated>", entry.when.first_day());
        if !entry.summary.is_empty() {
            let _ = writeln!(out, "<summary>{}</summary>", xml(entry.summary));
        }
        out.push_str("</entry>\n");
    }
    out.push_str("</feed>\n");
    out
}

/// Lets go of all but as many as the feed holds.
fn keep_newest(pages: &mut Vec<Entry<'_>>) {
    if pages.len() > EACH {
        pages.select_nth_unstable_by(EACH, newest_first);
        pages.truncate(EACH);
    }
}

/// Newest first; what is of one day by its address.
fn newest_first(a: &Entry<'_>, b: &Entry<'_>) -> Ordering {
    b.when.first_day().cmp(&a.when.first_day()).then_with(|| a.url.cmp(&b.url))
}

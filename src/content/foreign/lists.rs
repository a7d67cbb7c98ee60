//! A numbered list that falls apart: what belongs under an item is not indented far enough.

use super::{Construct, Found};
use pulldown_cmark::{Event, Tag, TagEnd};
use std::ops::Range;

static APART: Construct = Construct {
    code: "MD070",
    from: "",
    effect: "",
    remedy: "Zet voor wat bij een punt hoort drie spaties (bij een nummer van twee cijfers vier), zodat het onder de tekst van dat punt begint.",
    patterns: &[],
};

/// Is the list that starts at event `i` the second half of a numbered list before it, with one or two blocks between them?
pub fn fallen_apart(source: &str, events: &[(Event<'_>, Range<usize>)], i: usize) -> Option<Found> {
    const BETWEEN: usize = 2;
    let (Event::Start(Tag::List(Some(number))), range) = &events[i] else { return None };
    let mut at = i;
    for _ in 0..=BETWEEN {
        let (event, before) = events.get(at.checked_sub(1)?)?;
        if let Event::End(TagEnd::List(true)) = event {
            let first = opening(events, at - 1)?;
            if at == i {
                return None;
            }
            let Event::Start(Tag::List(Some(start))) = &events[first].0 else { return None };
            let items = items(&events[first..at]);
            let goes_on = *number == start + items;
            // `1.` before every item: only what adjoins was surely meant as one list.
            let adjoins = !source.get(before.end.saturating_sub(1)..range.start)?.contains("\n\n");
            let end = range.start + source[range.start..].lines().next().unwrap_or_default().len();
            let found = Found { range: range.start..end, construct: &APART };
            return (goes_on && *number > 1 || adjoins && *number == 1).then_some(found);
        }
        at = match event {
            Event::End(TagEnd::List(false) | TagEnd::CodeBlock | TagEnd::Table | TagEnd::BlockQuote(_)) => {
                opening(events, at - 1)?
            }
            _ => return None,
        };
    }
    None
}

/// The event that opens what ends at `end`.
fn opening(events: &[(Event<'_>, Range<usize>)], end: usize) -> Option<usize> {
    let mut depth = 0_usize;
    (0..=end).rev().find(|&i| {
        match events[i].0 {
            Event::End(_) => depth += 1,
            Event::Start(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0
    })
}

/// The items directly in the list whose events these are.
fn items(events: &[(Event<'_>, Range<usize>)]) -> u64 {
    let mut depth = 0_usize;
    let mut items = 0;
    for (event, _) in events {
        match event {
            Event::Start(tag) => {
                items += u64::from(depth == 1 && matches!(tag, Tag::Item));
                depth += 1;
            }
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    items
}

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

static COUNTED: Construct = Construct {
    code: "MD070",
    from: "Markdown",
    effect: "krijgt hier een ander nummer: de site telt zelf door vanaf het eerste punt",
    remedy: "Zet de punten in de goede volgorde, of geef ze nummers die doorlopen. Moet een nummer er precies zo staan? Zet dan een schuine streep naar links voor de punt: 3\\.",
    patterns: &[],
};

/// A list with numbers that are not those that the page shows: `1.`, `3.`, `2.`. The same number before each is a habit of programmers.
pub fn out_of_order(source: &str, events: &[(Event<'_>, Range<usize>)], i: usize) -> Option<Found> {
    let (Event::Start(Tag::List(Some(first))), _) = &events[i] else { return None };
    let mut depth = 0_usize;
    let mut written: Vec<(u64, &Range<usize>)> = Vec::new();
    for (event, range) in &events[i..] {
        match event {
            Event::Start(tag) => {
                if depth == 1 && matches!(tag, Tag::Item) {
                    let line = source.get(range.start..)?;
                    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
                    written.push((line[..digits].parse().ok()?, range));
                }
                depth += 1;
            }
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    if written.iter().all(|(number, _)| number == first) {
        return None;
    }
    let (_, wrong) = written.iter().zip(*first..).find(|((number, _), counted)| number != counted)?.0;
    let line = source[wrong.start..].lines().next().unwrap_or_default().trim_end();
    Some(Found { range: wrong.start..wrong.start + line.len(), construct: &COUNTED })
}

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

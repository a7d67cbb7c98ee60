//! Addresses that stand in a text as they are: `https://…`, `www.…`, `info@…`. What is meant is plain, so they become links.

use super::Writer;
use super::text::{LONGEST_ADDRESS, Run};
use crate::markup::Attributes;
use std::ops::Range;

/// An address in a text, and where it leads.
#[derive(Debug, PartialEq, Eq)]
struct Bare {
    range: Range<usize>,
    target: String,
}

impl Writer<'_, '_> {
    /// Writes text, with links for the addresses in it.
    pub(super) fn text(&mut self, run: Run<'_>) {
        let mut done = 0;
        if self.verbatim == 0 && self.images.is_empty() && !self.in_link() && may_have(run.text.as_bytes()) {
            while let Some(found) = next(run.text, done) {
                self.text_part(part(run, done..found.range.start));
                let place = run.at.map_or(0..0, |at| at + found.range.start..at + found.range.end);
                self.check_turned_start(&place);
                let close = self.open_link(&found.target, Attributes::default(), &place);
                self.out.text(&run.text[found.range.clone()]);
                self.close(close);
                done = found.range.end;
            }
        }
        // Nearly every text is without.
        self.text_part(if done == 0 { run } else { part(run, done..run.text.len()) });
    }

    /// `http:\\www.voorbeeld.nl`, of which only what stands behind the strokes is an address.
    fn check_turned_start(&mut self, range: &Range<usize>) {
        let before = self.source.get(..range.start).unwrap_or_default();
        let Some(start) = ["http:\\\\", "https:\\\\"].into_iter().find(|start| before.ends_with(start)) else { return };
        let range = range.start - start.len()..range.end;
        let written = &self.source[range.clone()];
        if let Some(right) = crate::content::address::turned_start(written) {
            let place = self.place(&range);
            self.problem(crate::diag::words::slips::backslashes(place, written, &right));
        }
    }
}

/// A part of a stretch of text.
fn part(run: Run<'_>, range: Range<usize>) -> Run<'_> {
    Run {
        text: &run.text[range.clone()],
        at: run.at.map(|at| at + range.start),
        escaped: run.escaped && range.start == 0,
        raw: run.raw,
    }
}

/// May there be an address in a text? All its bytes are asked, without a way out half-way: so the processor asks many at once.
fn may_have(text: &[u8]) -> bool {
    let pairs = text.iter().zip(text.get(1..).unwrap_or_default());
    pairs.fold(false, |found, (&a, &b)| found | (a == b':') | (a == b'@') | ((a == b'w') & (b == b'w')))
}

/// The first address at or after `from`. It goes no further than that one: a text of nothing but addresses is gone through once.
fn next(text: &str, from: usize) -> Option<Bare> {
    let bytes = text.as_bytes();
    memchr::memchr3_iter(b':', b'.', b'@', &bytes[from..]).map(|at| from + at).find_map(|at| match bytes[at] {
        b':' if bytes[at..].starts_with(b"://") => web(text, at),
        b'.' if bytes[from..at].ends_with(b"www") => www(text, at - 3),
        b'@' => mail(text, at, from),
        _ => None,
    })
}

/// `https://…` with its colon at `colon`.
fn web(text: &str, colon: usize) -> Option<Bare> {
    let start = ["https", "http"].iter().find_map(|scheme| {
        let start = colon.checked_sub(scheme.len())?;
        text.get(start..colon).filter(|s| s.eq_ignore_ascii_case(scheme)).map(|_| start)
    })?;
    let end = end(text, start);
    let host = text.get(colon + 3..end)?;
    let whole = starts_word(text, start) && host.starts_with(char::is_alphanumeric) && host.contains('.');
    whole.then(|| Bare { range: start..end, target: text[start..end].to_owned() })
}

fn www(text: &str, start: usize) -> Option<Bare> {
    let end = end(text, start);
    let host = text[start..end].split('/').next().unwrap_or_default();
    let whole = starts_word(text, start) && host.matches('.').count() > 1 && !host.contains("..");
    whole.then(|| Bare { range: start..end, target: format!("https://{}", &text[start..end]) })
}

/// `naam@voorbeeld.nl` with its `@` at `at`.
fn mail(text: &str, at: usize, from: usize) -> Option<Bare> {
    let part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '+');
    let from = from.max(text.floor_char_boundary(at.saturating_sub(LONGEST_ADDRESS)));
    let before = &text[from..at];
    let start = from + before.trim_end_matches(part).len();
    let start = start + text[start..at].len() - text[start..at].trim_start_matches(['.', '-', '+']).len();
    // `mailto: info@voorbeeld.nl` as the address of a link that failed is told as that.
    let before = text[..start].trim_end();
    if before.ends_with("](mailto:") || before.ends_with("](<mailto:") {
        return None;
    }
    let after = &text[at + 1..];
    let after = &after[..after.floor_char_boundary(LONGEST_ADDRESS)];
    let length = after.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '-'))).unwrap_or(after.len());
    let host = after[..length].trim_end_matches(['.', '-']);
    let end_of_name = host.rsplit_once('.').map_or("", |(_, end)| end);
    let whole = start < at
        && starts_word(text, start)
        && end_of_name.len() > 1
        && end_of_name.bytes().all(|b| b.is_ascii_alphabetic())
        && !host.contains("..")
        && !after[length..].starts_with(['@', '_']);
    let end = at + 1 + host.len();
    whole.then(|| Bare { range: start..end, target: format!("mailto:{}", &text[start..end]) })
}

/// Where the address that starts here ends: not with the sign that closes the sentence around it.
fn end(text: &str, start: usize) -> usize {
    let stops = |c: char| {
        c.is_whitespace()
            || matches!(c, '<' | '>' | '"' | '“' | '”' | '‘' | '’' | '|' | '[' | ']' | '{' | '}' | '\\' | '`')
    };
    let rest = &text[start..];
    let rest = &rest[..rest.floor_char_boundary(LONGEST_ADDRESS)];
    let mut found = &rest[..rest.find(stops).unwrap_or(rest.len())];
    loop {
        let shorter = found.trim_end_matches(['.', ',', ':', ';', '!', '?', '\'', '*', '_', '~', '…']);
        let open = shorter.matches('(').count();
        let shorter = match shorter.strip_suffix(')') {
            Some(inner) if shorter.matches(')').count() > open => inner,
            _ => shorter,
        };
        if shorter.len() == found.len() {
            return start + found.len();
        }
        found = shorter;
    }
}

fn starts_word(text: &str, at: usize) -> bool {
    let before = &text[..at];
    // A link that is not one for a slip, which is told: `[woorden] (https://…)`.
    let slip = before.strip_suffix('<').unwrap_or(before);
    let slip = slip.strip_suffix('(').is_some_and(|before| before.trim_end_matches(' ').ends_with(']'));
    !slip && !before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '@' | '.' | '_' | '-' | '='))
}

#[cfg(test)]
mod tests {
    use super::{may_have, next};

    #[test]
    fn addresses_are_found_as_they_are_meant() {
        for (text, found) in [
            ("Zie https://a.nl/b.", Some(("https://a.nl/b", "https://a.nl/b"))),
            (
                "(https://nl.wikipedia.org/wiki/A_(b))",
                Some(("https://nl.wikipedia.org/wiki/A_(b)", "https://nl.wikipedia.org/wiki/A_(b)")),
            ),
            ("www.a.nl, en", Some(("www.a.nl", "https://www.a.nl"))),
            ("Mail info@a-b.nl.", Some(("info@a-b.nl", "mailto:info@a-b.nl"))),
            ("<https://a.nl>", Some(("https://a.nl", "https://a.nl"))),
            ("HTTP://A.NL/x?y=1&z", Some(("HTTP://A.NL/x?y=1&z", "HTTP://A.NL/x?y=1&z"))),
            ("ftp://a.nl en https:// en www. en @naam en a@b", None),
            ("een www.nl en x@y.1", None),
            ("www.a.nl@b.nl", Some(("www.a.nl@b.nl", "https://www.a.nl@b.nl"))),
            ("aww@a.nl of www.b.nl", Some(("aww@a.nl", "mailto:aww@a.nl"))),
            ("x@y, www en w://z: https://a.nl", Some(("https://a.nl", "https://a.nl"))),
            ("wwww.a.nl en xwww.a.nl, of www.b.nl", Some(("www.b.nl", "https://www.b.nl"))),
            ("www.www.a.nl", Some(("www.www.a.nl", "https://www.www.a.nl"))),
        ] {
            let bare = next(text, 0);
            assert!(bare.is_none() || may_have(text.as_bytes()), "{text}");
            let shown = bare.as_ref().map(|b| (&text[b.range.clone()], b.target.as_str()));
            assert_eq!(shown, found, "{text}");
        }
    }
}

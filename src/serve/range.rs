//! Conditional and partial requests: `If-None-Match`, `If-Range`, `Range`.

use std::ops::Range;

/// Which part of a file is asked for.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// All of it.
    Whole,
    /// These bytes.
    Bytes(Range<usize>),
    /// A part that it does not have.
    Beyond,
}

/// Does `If-None-Match` hold this tag? Weak and strong tags are alike here.
pub(super) fn has_tag(if_none_match: &str, tag: &str) -> bool {
    let same = |given: &str| given.strip_prefix("W/").unwrap_or(given) == tag;
    if_none_match.trim() == "*" || if_none_match.split(',').any(|given| same(given.trim()))
}

/// Reads a `Range` header for a file of `length` bytes. Several ranges at once, or another unit, give the whole: a server
/// may always answer so.
pub(super) fn part(range: Option<&str>, length: usize) -> Part {
    let Some(spec) = range.and_then(|r| r.trim().strip_prefix("bytes=")) else { return Part::Whole };
    let Some((first, last)) = spec.trim().split_once('-') else { return Part::Whole };
    let number =
        |text: &str| text.chars().all(|c| c.is_ascii_digit()).then(|| text.parse::<usize>().unwrap_or(usize::MAX));
    match (first.is_empty(), last.is_empty(), number(first), number(last)) {
        (true, false, _, Some(0)) => Part::Beyond,
        (true, false, _, Some(_)) if length == 0 => Part::Beyond,
        (true, false, _, Some(count)) => Part::Bytes(length.saturating_sub(count)..length),
        (false, _, Some(from), Some(_)) if from >= length => Part::Beyond,
        (false, true, Some(from), _) => Part::Bytes(from..length),
        (false, false, Some(from), Some(to)) if from <= to => Part::Bytes(from..to.saturating_add(1).min(length)),
        _ => Part::Whole,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges() {
        let of = |range| part(Some(range), 10);
        assert_eq!(of("bytes=0-3"), Part::Bytes(0..4));
        assert_eq!(of("bytes=4-"), Part::Bytes(4..10));
        assert_eq!(of("bytes=-3"), Part::Bytes(7..10));
        assert_eq!(of("bytes=-99"), Part::Bytes(0..10));
        assert_eq!(of("bytes=9-99999999999999999999999"), Part::Bytes(9..10));
        assert_eq!(of("bytes=10-"), Part::Beyond);
        assert_eq!(of("bytes=10-20"), Part::Beyond);
        assert_eq!(of("bytes=-0"), Part::Beyond);
        for whole in ["bytes=5-2", "bytes=0-1,3-4", "bytes=a-b", "regels=0-3", "bytes=", "bytes=-", "0-3", "bytes=+1-2"]
        {
            assert_eq!(of(whole), Part::Whole, "{whole}");
        }
        assert_eq!(part(None, 10), Part::Whole);
        assert_eq!(part(Some("bytes=0-"), 0), Part::Beyond);
    }

    #[test]
    fn tags() {
        assert!(has_tag("\"a\"", "\"a\"") && has_tag("W/\"a\"", "\"a\"") && has_tag("\"b\", \"a\"", "\"a\""));
        assert!(has_tag("*", "\"a\"") && !has_tag("\"ab\"", "\"a\"") && !has_tag("", "\"a\""));
    }
}

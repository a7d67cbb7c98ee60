//! Remarks for oneself, `<!-- nog nakijken -->`, that do not end as they should: then readers see them, or miss what stands below.

use super::Writer;
use crate::diag::words::nearly::{self as words, CLOSES, OPENS, Remark};
use memchr::memmem::Finder;
use std::ops::Range;
use std::sync::LazyLock;

/// What every remark begins with.
static BEGINS: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("<!"));

/// How the end of a remark is written by mistake; Word makes one dash of two.
const ENDS: &[&str] = &["-- >", "- ->", "- >", "—>", "–>", "->"];

/// May a text have remarks?
pub(super) fn may_have(text: &str) -> bool {
    BEGINS.find(text.as_bytes()).is_some()
}

impl Writer<'_, '_> {
    /// Running text at a place in the source: what begins a remark there has no end.
    pub(super) fn check_remarks(&mut self, text: &str, at: usize) {
        for i in BEGINS.find_iter(text.as_bytes()) {
            if self.source[..at + i].ends_with('\\') {
                continue;
            }
            if let Some(begin) = begin(&text[i..]) {
                self.tell_remark(at + i, begin, Remark::IsShown);
            }
        }
    }

    /// A remark in HTML: does another begin within it? Then its own end is not there.
    pub(super) fn check_remark(&mut self, text: &str, range: &Range<usize>, start: usize) {
        let remark = &text[range.clone()];
        // `<!--[if !mso]><!-->` comes from Word.
        if !remark.starts_with("<!--[if") && remark.match_indices(OPENS).nth(1).is_some() {
            self.tell_remark(start, OPENS, Remark::Swallows);
        }
    }

    /// HTML that does not end: is it a remark?
    pub(super) fn is_open_remark(&mut self, text: &str, start: usize) -> bool {
        if text.starts_with(OPENS) {
            self.tell_remark(start, OPENS, Remark::Swallows);
        }
        text.starts_with(OPENS)
    }

    fn tell_remark(&mut self, start: usize, begin: &str, becomes: Remark) {
        let inner = start + begin.len();
        let line = self.source.get(inner..).and_then(|rest| rest.lines().next()).unwrap_or_default();
        let line = line.split(OPENS).next().unwrap_or_default();
        let wrong =
            || ENDS.iter().filter_map(|end| Some((line.find(end)?, *end))).min_by_key(|(at, end)| (*at, end.len()));
        let found = line.find(CLOSES).map(|at| (at, CLOSES)).or_else(wrong);
        let place = self.place(&(start..inner));
        let mut problem = words::unclosed_remark(place, becomes, begin, found.map(|(_, end)| end));
        if let Some((at, end)) = found {
            problem = problem.mend(place, OPENS);
            problem = problem.mend(self.place(&(inner + at..inner + at + end.len())), CLOSES);
        }
        self.problem(problem);
    }
}

/// The signs with which a remark begins, right or wrong.
fn begin(text: &str) -> Option<&str> {
    ["<!--", "<!-", "<!–", "<!—"].into_iter().find(|begin| text.starts_with(begin)).map(|begin| &text[..begin.len()])
}

#[cfg(test)]
mod tests {
    use super::begin;

    #[test]
    fn how_remarks_begin() {
        for (text, found) in [("<!-- x", Some("<!--")), ("<!- x", Some("<!-")), ("<!– x", Some("<!–")), ("<! x", None)]
        {
            assert_eq!(begin(text), found, "{text}");
        }
    }
}

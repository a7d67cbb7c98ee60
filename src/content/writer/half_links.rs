//! Links and images of which a bracket or the address is not there.

use super::Writer;
use super::text::{Run, is_escaped};
use crate::content::address::{is_address, is_file_name};
use crate::diag::words::slips as words;

/// No paragraph is gone through any further.
const FAR: usize = 1000;

impl Writer<'_, '_> {
    /// `[de kaart`, and `![kaart]` with nothing behind it.
    pub(super) fn check_open_bracket(&mut self, run: Run<'_>, i: usize) {
        let Some(at) = run.at.filter(|_| !run.raw && self.verbatim == 0) else { return };
        let inside = paragraph_from(self.source, at + i + 1);
        if !inside.starts_with(char::is_alphabetic) {
            return;
        }
        let before = &run.text[..i];
        let image = before.strip_suffix('!').filter(|before| !before.ends_with(|c: char| !c.is_whitespace())).is_some();
        let start = at + i - usize::from(image);
        match closing(inside) {
            None => {
                let line = inside.lines().next().unwrap_or_default().trim_end();
                let place = self.place(&(start..at + i + 1 + line.len()));
                self.problem(words::open_bracket(place, image));
            }
            Some(end)
                if image && inside.get(end + 1..).is_some_and(|then| !then.starts_with(['(', '[', ':', ' ', '{'])) =>
            {
                let place = self.place(&(start..at + i + 1 + end + 1));
                self.problem(words::image_without_file(place, &inside[..end]));
            }
            Some(_) => {}
        }
    }

    /// `[de kaart]( voor meer`: no address, and no bracket that closes it.
    pub(super) fn check_half_link(&mut self, run: Run<'_>, bracket: usize, i: usize) {
        let Some(at) = run.at else { return };
        let image = self.source[..at + bracket].ends_with('!');
        let place = self.place(&(at + bracket - usize::from(image)..at + i + 2));
        self.problem(words::half_link(place, image, &run.text[bracket + 1..i]));
    }

    /// `de kaart](https://a.nl)`, with no bracket before the words.
    pub(super) fn check_unopened_link(&mut self, at: usize, address: &str) {
        // `\[tekst](/a/)`: the bracket is there, and is to be seen.
        let before = &self.source[..at];
        let before = &before[before.ceil_char_boundary(at.saturating_sub(FAR))..];
        let opened = before.rfind(['[', ']', '\n']).map(|i| at - before.len() + i);
        let meant = opened.is_some_and(|i| self.source[i..].starts_with('[') && is_escaped(self.source, i));
        if !meant && (is_address(address) || is_file_name(address)) {
            let place = self.place(&(at..at + 2 + address.len() + 1));
            self.problem(words::unopened_link(place, address));
        }
    }

    /// Is a bracket open before `at`, within its paragraph?
    pub(super) fn is_bracket_open(&self, at: usize) -> bool {
        let before = &self.source[..at];
        let before = &before[before.ceil_char_boundary(at.saturating_sub(FAR))..];
        let start = before.rfind("\n\n").map_or(0, |end| end + 2);
        let from = at - before.len();
        let mut open = 0_usize;
        for (i, byte) in before.bytes().enumerate().skip(start) {
            match byte {
                b'[' if !is_escaped(self.source, from + i) => open += 1,
                b']' if !is_escaped(self.source, from + i) => open = open.saturating_sub(1),
                _ => {}
            }
        }
        open > 0
    }
}

fn paragraph_from(source: &str, at: usize) -> &str {
    let rest = &source[at..];
    let rest = &rest[..rest.floor_char_boundary(FAR)];
    &rest[..rest.find("\n\n").unwrap_or(rest.len())]
}

/// Where the bracket is that closes the one before this text. A text that goes on further than is looked may have one.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (i, byte) in text.bytes().enumerate() {
        match byte {
            b'[' if !is_escaped(text, i) => depth += 1,
            b']' if !is_escaped(text, i) => match depth.checked_sub(1) {
                Some(less) => depth = less,
                None => return Some(i),
            },
            _ => {}
        }
    }
    (text.len() + 4 > FAR).then_some(text.len())
}

//! Signs that have no place in a text: no browser shows them, and XML (the feed, drawings) cannot hold them. And signs that a text can
//! hold, but that nobody sees: they part a word, or turn the letters behind them around.

use super::{Decoder, Value, own_path};
use crate::diag::{Diagnostic, Severity, words};
use crate::letters::has_any;
use std::cell::LazyCell;
use std::ops::Range;
use toml::de::{DeTable, DeValue};

/// A control character, or one of the numbers that Unicode keeps free.
pub fn is_unprintable(c: char) -> bool {
    let free = matches!(u32::from(c), 0xfdd0..=0xfdef) || u32::from(c) & 0xfffe == 0xfffe;
    free || (c.is_control() && !matches!(c, '\t' | '\n' | '\r'))
}

/// May such a sign begin with this byte? Nearly no byte of a text does, and every byte of a site is looked at.
fn is_suspect(byte: u8) -> bool {
    matches!(byte, b'&' | 0..=8 | 11 | 12 | 14..=31 | 0x7f | 0xc2 | 0xef..)
}

/// The same of some more: asked of many bytes together, this takes half as long.
fn may_be_suspect(byte: u8) -> bool {
    // From the first of the last bytes on, round to the last before the space.
    let at_an_end = byte.wrapping_sub(0xef) < b' '.wrapping_sub(0xef);
    at_an_end & (byte != b'\n') | (byte == b'&') | (byte == 0x7f) | (byte == 0xc2)
}

/// So many bytes are passed over together when nothing among them is suspect.
const PIECE: usize = 128;

/// The first such sign in a text, also when it is written as a number: `&#11;`. And how many more there are.
pub fn unprintable(text: &str) -> Option<(Range<usize>, char, usize)> {
    let pieces = text.as_bytes().chunks(PIECE).enumerate().filter(|(_, piece)| has_any(piece, may_be_suspect));
    let suspects = pieces.flat_map(|(i, piece)| {
        let found = piece.iter().enumerate().filter(|(_, byte)| is_suspect(**byte));
        found.map(move |(at, _)| i * PIECE + at)
    });
    let mut all = suspects.filter_map(|at| match text[at..].chars().next()? {
        '&' => {
            let (length, meant) = numbered(&text[at..])?;
            is_unprintable(meant).then_some((at..at + length, meant))
        }
        c => is_unprintable(c).then(|| (at..at + c.len_utf8(), c)),
    });
    let (at, c) = all.next()?;
    Some((at, c, all.count()))
}

/// The sign that an opening such as `&#x1F;` stands for, and how many bytes that takes.
fn numbered(text: &str) -> Option<(usize, char)> {
    let body = text.strip_prefix("&#")?;
    let end = body.bytes().take(9).position(|b| !b.is_ascii_alphanumeric())?;
    // Without its semicolon it is plain text.
    let digits = body.get(..end).filter(|_| body.as_bytes()[end] == b';')?;
    let number = match digits.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16),
        None => digits.parse(),
    };
    Some((end + 3, char::from_u32(number.ok()?)?))
}

/// A sign without any width: a browser shows nothing of it, or only what it does to the letters beside it. A soft hyphen and spaces are none.
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
}

/// The invisible signs of a text with their places, but for those that belong there: what joins the parts of an emoji or of a word in
/// another script, and what tells in which direction text in such a script runs.
pub fn invisible(text: &str) -> impl Iterator<Item = (usize, char)> {
    let bytes = text.as_bytes();
    // Dashes and quotation marks begin with the same byte as most of these.
    let places = memchr::memchr3_iter(0xe2, 0xef, 0xf3, bytes)
        .filter(|at| bytes[*at] != 0xe2 || matches!(bytes.get(at + 1), Some(0x80 | 0x81)));
    let leftward = LazyCell::new(|| text.chars().any(is_leftward));
    places.filter_map(move |at| {
        let sign = text.get(at..)?.chars().next().filter(|c| is_invisible(*c))?;
        let (before, behind) = (text[..at].chars().next_back(), text[at + sign.len_utf8()..].chars().next());
        let other_script = |c: Option<char>| c.is_some_and(|c| c > '\u{2ff}' && !matches!(c, '\u{2000}'..='\u{206f}'));
        let fits = match sign {
            '\u{200b}'..='\u{200d}' => other_script(before) && other_script(behind),
            '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202c}' | '\u{2066}'..='\u{2069}' => *leftward,
            // The flag of a part of a country.
            '\u{e0020}'..='\u{e007f}' => before.is_some_and(|c| matches!(c, '\u{1f3f4}' | '\u{e0020}'..='\u{e007e}')),
            _ => false,
        };
        (!fits).then_some((at, sign))
    })
}

/// A letter of a script that runs from right to left.
fn is_leftward(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}')
}

/// So many are mended in one run: a text with more of them is another matter.
const MOST_MENDED: usize = 200;

/// What is told of the invisible signs of a text as it was typed; `span` gives a place in the file.
pub fn tell_invisible(text: &str, span: &dyn Fn(Range<usize>) -> crate::diag::Span) -> Option<Diagnostic> {
    let (first, sign) = invisible(text).next()?;
    let end = first + sign.len_utf8();
    // The word around it is what a reader can find.
    let edge = |c: char| c.is_whitespace() || matches!(c, '"' | '\u{2028}' | '\u{2029}');
    let start = text[..first].rfind(edge).map_or(0, |i| i + text[i..].chars().next().map_or(1, char::len_utf8));
    let stop = text[end..].find(edge).map_or(text.len(), |i| end + i);
    let (mut all, mut more) = (Vec::new(), 0);
    for (at, sign) in invisible(text) {
        more += usize::from(at > first);
        // What was turned around may be meant otherwise, and an end of a line is more than nothing.
        if !matches!(sign, '\u{2028}' | '\u{2029}' | '\u{202d}' | '\u{202e}') && all.len() < MOST_MENDED {
            all.push(span(at..at + sign.len_utf8()));
        }
    }
    let problem = words::files::invisible(span(start..stop), sign, more);
    Some(all.into_iter().fold(problem, |problem, at| problem.mend(at, "")))
}

impl Decoder<'_> {
    /// Tells of signs that no text can hold, or that nobody sees. Here, where all texts come by, so that nothing that writes one needs
    /// to ask.
    pub(super) fn unprintable_in(&mut self, table: &DeTable<'_>) {
        for (key, value) in table {
            self.tell_unprintable(key.get_ref(), key.span());
            self.unprintable_value(value);
        }
    }

    fn unprintable_value(&mut self, value: &Value<'_>) {
        match value.get_ref() {
            DeValue::String(text) => {
                let at = value.span();
                // Nearly no text holds one of the signs that a backslash makes.
                let path =
                    text.contains(|c: char| c.is_control()).then(|| own_path::own_path(self.text.get(at.clone())?));
                match path.flatten() {
                    Some(path) => self.tell_path(at.start + path.start..at.start + path.end),
                    None => self.tell_unprintable(text, at),
                }
            }
            DeValue::Array(items) => items.iter().for_each(|item| self.unprintable_value(item)),
            DeValue::Table(inner) => self.unprintable_in(inner),
            _ => {}
        }
    }

    pub(super) fn tell_path(&mut self, at: Range<usize>) {
        let line = &self.text[self.line_at(at.start).start..at.start];
        let key = line.trim_end_matches(['"', ' ', '=']);
        // A place to bring the site to may be a folder of one's own.
        let folder =
            key.strip_suffix("map").is_some_and(|before| !before.ends_with(|c: char| c.is_alphanumeric() || c == '_'));
        let says = if folder { words::meant::folder_in_settings } else { words::slips::path_in_data };
        let problem = says(self.span(at.clone()), &self.text[at]);
        if !self.problems.contains(&problem) {
            self.problems.push(problem);
        }
    }

    fn tell_unprintable(&mut self, text: &str, at: Range<usize>) {
        if let Some((_, sign, more)) = unprintable(text) {
            self.problems.push(words::files::unprintable(self.span(at), sign, more));
        } else if invisible(text).next().is_some() {
            let raw = self.text.get(at.clone()).unwrap_or_default();
            let typed = tell_invisible(raw, &|found| self.span(at.start + found.start..at.start + found.end));
            // Written as a number it is not in the file itself.
            let numbered =
                || tell_invisible(text, &|_| self.span(at.clone())).map(|p| Diagnostic { mend: Vec::new(), ..p });
            self.problems.extend(typed.or_else(numbered));
        }
    }

    /// One slip, one message: where a value is wrong for a sign that nobody sees, that is told, and of an id how it should be.
    pub(super) fn invisible_once(problems: &mut Vec<Diagnostic>) {
        let is_ours = |p: &Diagnostic| p.code == words::files::UNPRINTABLE;
        let within = |inner: &Diagnostic, outer: &Diagnostic| {
            inner.place.zip(outer.place).is_some_and(|(a, b)| b.start <= a.start && a.end <= b.end)
        };
        let of_value = |p: &Diagnostic| ["DATA004", "DATA005", "DATA022"].contains(&p.code);
        for at in 0..problems.len() {
            if is_ours(&problems[at]) && problems.iter().any(|p| of_value(p) && within(&problems[at], p)) {
                problems[at].severity = Severity::Error;
            }
        }
        let ours: Vec<Diagnostic> = problems.iter().filter(|p| is_ours(p)).cloned().collect();
        let ids: Vec<Diagnostic> = problems.iter().filter(|p| p.code == words::data::BAD_ID).cloned().collect();
        problems.retain(|p| match is_ours(p) {
            true => !ids.iter().any(|id| within(p, id)),
            false => !(of_value(p) && ours.iter().any(|sign| within(sign, p))),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_in_a_text_is_found() {
        for bad in
            ["a\u{b}", "\u{1}", "\u{7f}", "\u{9b}", "\u{fffe}", "\u{1ffff}", "&#11;", "x &#x1F; y", "&#xFFFE;", "\0"]
        {
            assert!(unprintable(bad).is_some(), "{bad:?}");
        }
        for good in ["één\tregel\r\n", "&#233; &amp; &#; &#x; & &#99999999;", "👩‍👩‍👧 \u{202f}", "&#1", "&#0¡", "&#0 x"]
        {
            assert_eq!(unprintable(good), None, "{good:?}");
        }
        assert_eq!(unprintable("ab\u{1}c\u{2}"), Some((2..3, '\u{1}', 1)));
    }

    #[test]
    fn what_nobody_sees_is_found_and_what_belongs_there_is_not() {
        for (text, found) in [
            ("gast\u{200b}heer", &[4][..]),
            ("\u{202e}wet\u{202c}", &[0, 6]),
            ("a\u{feff}b\u{2060} \u{2028}", &[1, 5, 9]),
            ("x\u{200d}y en ‘z’\u{200e}", &[1, 16]),
            ("\u{e0041}", &[0]),
            ("“een” – twee… ge\u{ad}meente 1\u{a0}000 a\u{2009}b", &[]),
            ("👩\u{200d}👩\u{200d}👧 ❤\u{fe0f}\u{200d}🔥 🏴\u{e0067}\u{e0062}\u{e007f}", &[]),
            ("می\u{200c}شود \u{200f}(a)", &[]),
        ] {
            let all: Vec<usize> = invisible(text).map(|(at, _)| at).collect();
            assert_eq!(all, found, "{text:?}");
        }
        let all = ('\0'..=char::MAX).filter(|c| is_invisible(*c)).map(|c| format!("a{c}b"));
        assert!(all.into_iter().all(|text| invisible(&text).count() == 1));
    }

    #[test]
    fn every_such_sign_is_looked_at() {
        let signs = ('\0'..=char::MAX).filter(|c| is_unprintable(*c));
        assert!(signs.map(|c| c.to_string()).all(|text| is_suspect(text.as_bytes()[0])));
        assert!((0..=u8::MAX).all(|byte| !is_suspect(byte) || may_be_suspect(byte)));
    }
}

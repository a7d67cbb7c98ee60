//! How a construct looks: a small language of patterns, read from left to right without looking back more than one step.
//!
//! `…` stands for anything on the line, also nothing; `¶` for words that begin with a letter or digit and end without a space;
//! `ω` for one word; `№` for a number; `⏎` for the end of the line; `§` for anything, over several lines; `Ⓐ` for one capital; `◦`
//! for signs of an address: no space, no bracket. All else stands for itself, in small letters or in capitals; behind `⇧` only as it is written.

use crate::content::begins::SMALL;
use memchr::memchr;

/// Nothing that is looked for is longer.
const LONGEST: usize = 1000;

/// The signs with a meaning, and those of them that stand for a text of any length.
const SIGNS: [char; 9] = ['…', '¶', '§', 'ω', '№', '⏎', 'Ⓐ', '⇧', '◦'];
const GAPS: [char; 3] = ['…', '¶', '§'];

/// Where a pattern may begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// At the start of a line.
    Start,
    /// Anywhere but directly behind a letter or digit.
    Word,
    /// Directly behind a letter or digit.
    Behind,
    /// Anywhere.
    Any,
}

/// A pattern and where it may begin.
#[derive(Debug, PartialEq, Eq)]
pub struct Pattern {
    place: Place,
    looks: &'static str,
    /// So many bytes stand before its first sign with a meaning.
    literal: usize,
}

/// At the start of a line.
pub const fn start(looks: &'static str) -> Pattern {
    Pattern { place: Place::Start, looks, literal: literal(looks) }
}

/// As a word of its own.
pub const fn word(looks: &'static str) -> Pattern {
    Pattern { place: Place::Word, looks, literal: literal(looks) }
}

/// Directly behind a letter or digit.
pub const fn behind(looks: &'static str) -> Pattern {
    Pattern { place: Place::Behind, looks, literal: literal(looks) }
}

/// Anywhere.
pub const fn any(looks: &'static str) -> Pattern {
    Pattern { place: Place::Any, looks, literal: literal(looks) }
}

/// How many bytes stand before the first of the [`SIGNS`].
const fn literal(looks: &str) -> usize {
    let bytes = looks.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let mut sign = 0;
        while sign < SIGNS.len() {
            let mut buffer = [0; 4];
            let encoded = SIGNS[sign].encode_utf8(&mut buffer).as_bytes();
            let mut same = 0;
            while same < encoded.len() && at + same < bytes.len() && encoded[same] == bytes[at + same] {
                same += 1;
            }
            if same == encoded.len() {
                return at;
            }
            sign += 1;
        }
        at += 1;
    }
    at
}

impl Pattern {
    #[cfg(test)]
    pub const fn place(&self) -> Place {
        self.place
    }

    #[cfg(test)]
    pub const fn looks(&self) -> &'static str {
        self.looks
    }

    /// A text that fits.
    #[cfg(test)]
    pub fn example(&self) -> String {
        let text = self.looks.replace("Ⓐω", "Naam").replace("ⒶⒶ", "AB").replace('Ⓐ', "A").replace('№', "12");
        let text = text.replace('¶', "een woord").replace('ω', "woord");
        text.replace(['…', '§'], "x y").replace('◦', "a.nl/b").replace(['⏎', '⇧'], "")
    }

    /// Does it stand at the start of a line only?
    pub const fn is_for_start(&self) -> bool {
        matches!(self.place, Place::Start)
    }

    /// The byte that it begins with: never that of a sign with a meaning.
    pub const fn first(&self) -> u8 {
        self.looks.as_bytes()[0]
    }

    /// What stands before its first sign with a meaning, byte for byte.
    pub const fn known(&self) -> &[u8] {
        self.looks.as_bytes().split_at(self.literal).0
    }

    /// The bytes that it begins with, at most four, as one number to compare with a [`window`], and which bits of that count.
    pub const fn head(&self) -> (u32, u32) {
        let looks = self.looks.as_bytes();
        let (mut head, mut mask, mut i) = (0, 0, 0);
        while i < self.literal && i < 4 {
            head |= ((looks[i] | SMALL) as u32) << (8 * i);
            mask |= 0xff << (8 * i);
            i += 1;
        }
        (head, mask)
    }

    /// The length of what is found at the beginning of a text.
    pub fn length(&self, text: &str, before: Option<char>, starts_line: bool) -> Option<usize> {
        if text.as_bytes().first() != Some(&self.first()) {
            return None;
        }
        match self.place {
            Place::Start if !starts_line => return None,
            Place::Behind if !before.is_some_and(char::is_alphanumeric) => return None,
            Place::Word if before.is_some_and(char::is_alphanumeric) => return None,
            // The inner one of two: `{{ cijfer.naam }}` is ours.
            _ if before == Some('{') && self.first() == b'{' && !self.looks.starts_with("{{") => return None,
            _ => {}
        }
        // Nearly everything ends here: what follows looks for the end of a line.
        if !self.begins(text) {
            return None;
        }
        let text = text.get(..text.floor_char_boundary(LONGEST)).unwrap_or(text);
        // Only what goes over several lines is looked for beyond the first.
        let line = memchr(b'\n', text.as_bytes()).unwrap_or(text.len());
        let text = if self.looks.contains('§') { text } else { &text[..line] };
        let line = line - usize::from(text[..line].ends_with('\r'));
        // Braces do not go on beyond the pair that closes them.
        let braces = if self.looks.starts_with("{{") { text.find("}}") } else { None };
        let text = match braces {
            Some(end) => &text[..end + text[end..].bytes().take_while(|&b| b == b'}').count()],
            None => text,
        };
        // What a pattern with a gap ends with must be there at all: else every gap would be tried in vain.
        let end = self.looks.rsplit(SIGNS).next().unwrap_or_default();
        if end.len() < self.looks.len() && !end.bytes().any(|b| b.is_ascii_alphabetic()) && !text.contains(end) {
            return None;
        }
        fits(self.looks, text, line.min(text.len()))
    }

    /// Does a text begin with what the pattern begins with, up to its first sign with a meaning?
    fn begins(&self, text: &str) -> bool {
        let itself = &self.looks.as_bytes()[..self.literal];
        text.as_bytes().get(..itself.len()).is_some_and(|text| text.eq_ignore_ascii_case(itself))
    }
}

/// The length of the text that fits, where the line ends at `line`.
fn fits(looks: &str, text: &str, line: usize) -> Option<usize> {
    let mut at = 0;
    let mut exact = false;
    let mut rest = looks.chars();
    while let Some(sign) = rest.next() {
        let here = &text[at..];
        match sign {
            '…' | '¶' | '§' => {
                let end = if sign == '§' { text.len() } else { line };
                return gap(sign, rest.as_str(), text, at, end);
            }
            'ω' => {
                let word = here.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '-')).unwrap_or(here.len());
                if !here.starts_with(char::is_alphabetic) {
                    return None;
                }
                at += word;
            }
            '№' => {
                let digits = here.bytes().take_while(u8::is_ascii_digit).count();
                if digits == 0 {
                    return None;
                }
                at += digits;
            }
            '◦' => {
                let close = |c: char| c.is_whitespace() || matches!(c, '[' | ']' | '(' | ')' | '<' | '>');
                at += here.find(close).filter(|length| *length > 0)?;
            }
            '⏎' => {
                if at > line || !text[at..line].trim().is_empty() {
                    return None;
                }
            }
            '⇧' => exact = true,
            'Ⓐ' => at += here.chars().next().filter(|c| c.is_uppercase())?.len_utf8(),
            _ => {
                let next = here.chars().next()?;
                if !next.eq_ignore_ascii_case(&sign) || (exact && next != sign) {
                    return None;
                }
                at += next.len_utf8();
            }
        }
    }
    Some(at)
}

/// A gap that ends where the rest of the pattern first fits.
fn gap(sign: char, rest: &str, text: &str, from: usize, end: usize) -> Option<usize> {
    if sign == '¶' && !text[from..].starts_with(char::is_alphanumeric) {
        return None;
    }
    let line = text[from..].find('\n').map_or(text.len(), |i| from + i);
    // Words do not go on beyond a mention: `[[#Een]] en [[#Twee]]`.
    let mention = if sign == '¶' { text[from..].find("]]").map(|i| from + i) } else { None };
    let end = mention.map_or(end, |mention| end.min(mention));
    if rest.is_empty() {
        return Some(end.min(line.max(from)));
    }
    let (next, after) = rest.split_at(rest.find(GAPS).unwrap_or(rest.len()));
    let first = next.chars().next().filter(char::is_ascii);
    let mut at = from + if sign == '¶' { text[from..].chars().next().map_or(1, char::len_utf8) } else { 0 };
    while at <= end {
        // Straight to the sign that must come next.
        if let Some(c) = first {
            at += text.get(at..)?.find([c, c.to_ascii_uppercase()])?;
        }
        let line_end = if sign == '§' { text[at..].find('\n').map_or(text.len(), |i| at + i) } else { end };
        let fitting = at <= end && !(sign == '¶' && text[..at].ends_with(char::is_whitespace));
        if let Some(length) = fitting.then(|| fits(next, &text[at..], line_end.saturating_sub(at))).flatten() {
            let found = at + length;
            if after.is_empty() {
                return Some(found);
            }
            let whole = fits(after, &text[found..], line_end.saturating_sub(found)).map(|length| found + length);
            // A gap of anything that doesn't fit here doesn't fit further on either.
            if whole.is_some() || !after.starts_with('¶') {
                return whole;
            }
        }
        at += text[at..].chars().next().map_or(1, char::len_utf8);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{any, start, word};

    #[test]
    fn patterns_are_read() {
        let length = |p: &super::Pattern, text: &str| p.length(text, None, true);
        assert_eq!(length(&any("==¶=="), "==mooi== x"), Some(8));
        assert_eq!(length(&any("==¶=="), "== b == c"), None);
        assert_eq!(length(&any("==¶=="), "==é=="), Some(6));
        assert_eq!(length(&start("!!! ω…"), "!!! note \"Let op\"\nx"), Some(17));
        assert_eq!(length(&start("[toc]⏎"), "[TOC]  \nx"), Some(5));
        assert_eq!(length(&start("[toc]⏎"), "[TOC] x"), None);
        assert_eq!(length(&any("{{<…>}}"), "{{< a >}} b >}}"), Some(9));
        assert_eq!(length(&any("{%§%}"), "{% a\n b %}"), Some(10));
        assert_eq!(length(&start("h№. "), "h2. Kop"), Some(4));
        assert_eq!(length(&any("{{ …|…}}"), "{{ a | b }}"), Some(11));
        assert_eq!(length(&any("{{ …|…}}"), "{{ a b }}"), None);
        assert_eq!(length(&start("[ω ω=\"…]"), "[video a=\"b\"] x"), Some(13));
        assert_eq!(length(&any("[i]¶[/i]"), "[i]een [/i] twee[/i]"), Some(20));
        assert_eq!(length(&any("[ⒶⒶ№]"), "[EK12] x"), Some(6));
        assert_eq!(length(&any("[ⒶⒶ№]"), "[ek12] x"), None);
        assert_eq!(length(&start("NO⇧TE: …"), "NOTE: x"), Some(7));
        assert_eq!(length(&start("NO⇧TE: …"), "Note: x"), None);
        assert_eq!(word(":ω:").length(":zon:", Some('2'), false), None);
        assert_eq!(any("$$…").length("$$", None, false), Some(2));
    }
}

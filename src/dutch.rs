//! Numbers and names in Dutch form, for every room.

use jiff::civil::Date;
use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;

/// `1234.5` → `1.234,5`.
pub fn dutch_number(value: f64, decimals: usize) -> String {
    separated(value, decimals, ".", ",")
}

/// A number with a sign between every three digits and one before the decimals.
pub fn separated(value: f64, decimals: usize, group: &str, decimal: &str) -> String {
    let fixed = format!("{:.decimals$}", value.abs());
    let (whole, fraction) = fixed.split_once('.').unwrap_or((&fixed, ""));
    let mut out = String::new();
    if value < 0.0 && fixed.bytes().any(|b| (b'1'..=b'9').contains(&b)) {
        out.push('-');
    }
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            out.push_str(group);
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push_str(decimal);
        out.push_str(fraction);
    }
    out
}

/// A number at the end stays on the line of the word before it: `opgave 4`, `afdeling 13.2`.
pub fn held(name: &str) -> String {
    match name.rsplit_once(' ') {
        Some((before, last)) if last.starts_with(|c: char| c.is_ascii_digit()) => format!("{before}\u{a0}{last}"),
        _ => name.to_owned(),
    }
}

/// A name as it stands in an address: lower case, letters without marks, hyphens for the rest; a dot stays.
pub fn slug(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    // One system writes “é” as one sign, another as two.
    for c in composed(name).chars().flat_map(char::to_lowercase) {
        match c {
            'a'..='z' | '0'..='9' | '_' | '.' => out.push(c),
            'à' | 'á' | 'â' | 'ä' | 'ã' | 'å' => out.push('a'),
            'è' | 'é' | 'ê' | 'ë' => out.push('e'),
            'ì' | 'í' | 'î' | 'ï' => out.push('i'),
            'ò' | 'ó' | 'ô' | 'ö' | 'õ' => out.push('o'),
            'ù' | 'ú' | 'û' | 'ü' => out.push('u'),
            'ç' => out.push('c'),
            'ñ' => out.push('n'),
            '\'' | '’' => {}
            _ if out.ends_with('-') || out.is_empty() => {}
            _ => out.push('-'),
        }
    }
    out.truncate(out.trim_end_matches('-').len());
    out
}

/// A space or mark that looks like an ordinary space, or like nothing at all; pasted from a word processor or a website.
pub fn is_hidden(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{ad}' | '\u{2000}'..='\u{200f}' | '\u{2028}'..='\u{202f}' | '\u{2060}' | '\u{3000}' | '\u{feff}')
}

/// `a`, `a of b`, `a, b of c`.
pub fn either(words: &[&str]) -> String {
    match words {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [head @ .., last] => format!("{} of {last}", head.join(", ")),
    }
}

/// A text in which every letter with a mark is one sign, as names of files are kept: some systems write two.
pub fn composed(text: &str) -> Cow<'_, str> {
    if text.is_ascii() { Cow::Borrowed(text) } else { Cow::Owned(text.nfc().collect()) }
}

/// What texts call something of this name, in small letters without marks: the whole name, without what stands in it between brackets
/// or an abbreviation behind it, and those of its other names that are a part of it.
pub fn spoken_names<'n>(name: &'n str, others: impl IntoIterator<Item = &'n str>) -> Vec<String> {
    // A first part as short as this says too little by itself: `PHO VTH`, `AB ODT`.
    const SHORT: usize = 6;
    let mut names = vec![name];
    names.extend(name.split_once(" (").map(|(before, _)| before));
    let abbreviation = |word: &str| word.len() > 1 && word.chars().all(char::is_uppercase);
    let last = name.rsplit_once(' ').filter(|(before, last)| before.len() >= SHORT && abbreviation(last));
    names.extend(last.map(|(before, _)| before));
    let whole = fold(name);
    names.extend(others.into_iter().filter(|other| !other.is_empty() && whole.contains(&*fold(other))));
    let mut all: Vec<String> = Vec::new();
    for name in names.into_iter().map(|name| fold(name).into_owned()).filter(|name| !name.is_empty()) {
        if !all.contains(&name) {
            all.push(name);
        }
    }
    all
}

/// Do these words stand in a text, not as a part of longer ones?
pub fn has_words(text: &str, words: &str) -> bool {
    let letter = |c: char| c.is_alphanumeric();
    !words.is_empty()
        && text
            .match_indices(words)
            .any(|(i, _)| !text[..i].ends_with(letter) && !text[i + words.len()..].starts_with(letter))
}

/// Small letters without marks: `Coördinerend` → `coordinerend`.
pub fn fold(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|b| b.is_ascii() && !b.is_ascii_uppercase()) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        push_folded(&mut out, letter);
    }
    Cow::Owned(out)
}

/// Adds a letter as a small one without marks.
pub fn push_folded(out: &mut String, letter: char) {
    if letter.is_ascii() {
        out.push(letter.to_ascii_lowercase());
        return;
    }
    for small in letter.to_lowercase() {
        match small {
            'à'..='å' => out.push('a'),
            'ç' => out.push('c'),
            'è'..='ë' => out.push('e'),
            'ì'..='ï' => out.push('i'),
            'ñ' => out.push('n'),
            'ò'..='ö' => out.push('o'),
            'ù'..='ü' => out.push('u'),
            'ý' | 'ÿ' => out.push('y'),
            _ => out.push(small),
        }
    }
}

/// The months.
pub const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];

/// A date as it stands in a text, whether there is such a day or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WrittenDate {
    /// So many bytes it takes.
    pub length: usize,
    day: i8,
    month: i8,
    year: Option<i16>,
}

impl WrittenDate {
    /// Is there such a day? Without a year: in any year.
    pub fn exists(&self) -> bool {
        const LEAP: i16 = 2024;
        Date::new(self.year.unwrap_or(LEAP), self.month, self.day).is_ok()
    }

    /// On which day of the week it falls; of a date without a year nobody can say.
    pub fn weekday(&self) -> Option<&'static str> {
        const DAYS: [&str; 7] = ["zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag"];
        let date = Date::new(self.year?, self.month, self.day).ok()?;
        DAYS.get(date.weekday().to_sunday_zero_offset() as usize).copied()
    }
}

/// The date that a text begins with: `1 maart`, `1 maart 2027`, `01-03-2027`; in digits with a year only, as `1/3` may be anything.
pub fn date_at(text: &str) -> Option<WrittenDate> {
    let number = |at: usize| {
        let length = text[at..].bytes().take_while(u8::is_ascii_digit).count();
        text[at..at + length].parse::<i16>().ok().map(|number| (number, length))
    };
    let (day, length) = number(0).filter(|(_, length)| *length < 3)?;
    let day = i8::try_from(day).ok()?;
    let sign = text[length..].chars().next()?;
    let at = length + sign.len_utf8();
    match sign {
        ' ' | '\u{a0}' => {
            let is = |name: &&str| text[at..].get(..name.len()).is_some_and(|word| word.eq_ignore_ascii_case(name));
            let month = MONTHS.iter().position(is)?;
            let end = at + MONTHS[month].len();
            if text[end..].starts_with(char::is_alphanumeric) {
                return None;
            }
            let year = text[end..].strip_prefix([' ', '\u{a0}']).and_then(|rest| {
                let start = text.len() - rest.len();
                number(start).filter(|(_, length)| *length == 4).map(|(year, length)| (year, start + length))
            });
            let length = year.map_or(end, |(_, end)| end);
            Some(WrittenDate { length, day, month: month as i8 + 1, year: year.map(|(year, _)| year) })
        }
        '-' | '/' | '.' => {
            let (month, length) = number(at).filter(|(month, _)| (1..=12).contains(month))?;
            let start = at + length;
            let (year, length) = text[start..].starts_with(sign).then(|| number(start + 1))??;
            let month = i8::try_from(month).ok()?;
            (length == 4).then_some(WrittenDate { length: start + 1 + length, day, month, year: Some(year) })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{dutch_number, held};

    #[test]
    fn a_number_at_the_end_is_held() {
        assert_eq!(held("opgave 4"), "opgave\u{a0}4");
        assert_eq!(held("afdeling 13.2"), "afdeling\u{a0}13.2");
        assert_eq!(held("voorbereidingen in 2023"), "voorbereidingen in\u{a0}2023");
        assert_eq!(held("samenvatting"), "samenvatting");
    }

    #[test]
    fn dutch_numbers() {
        assert_eq!(dutch_number(10000.0, 0), "10.000");
        assert_eq!(dutch_number(0.1, 1), "0,1");
        assert_eq!(dutch_number(1234567.891, 2), "1.234.567,89");
        assert_eq!(dutch_number(-0.001, 1), "0,0");
        assert_eq!(dutch_number(999.0, 0), "999");
    }
}

//! Items of a list of which the space behind the sign is absent: `-punt`, alone, or below a line that ends with a colon or an item that
//! has its space.

use super::Writer;
use crate::diag::words::nearly as words;
use crate::letters::is_one_line;
use pulldown_cmark::{Event, Tag, TagEnd};
use std::ops::Range;

/// More of them are mended, but not named.
const MOST_NAMED: usize = 20;

/// An item: where its sign stands, the sign, and its words.
type Item<'t> = (usize, &'t str, &'t str);

impl Writer<'_, '_> {
    /// Lines of a paragraph. The first decides, a line that ends with a colon above one, or there are more of them.
    pub(super) fn check_unspaced(&mut self, text: &str, start: usize) {
        let first = text.starts_with('-');
        if !first && !has_dash_below(text) {
            return;
        }
        let dashed = |(_, line): &(usize, &str)| sign_of(line) == Some("-");
        let lines: Vec<(usize, &str)> = lines(text, start).collect();
        let announced = lines.windows(2).any(|pair| pair[0].1.ends_with(':') && dashed(&pair[1]));
        let items: Vec<Item<'_>> =
            lines.iter().filter(|line| dashed(line)).map(|(at, line)| item(*at, line, "-")).collect();
        if lines.first().is_some_and(dashed) || items.len() > 1 || announced {
            self.tell_unspaced(&items, false);
        }
    }

    /// Lines below the first of an item that starts at this range.
    pub(super) fn check_below_item(&mut self, range: &Range<usize>) {
        let source = self.source;
        // Nearly every item is one line.
        let Some(text) = source.get(range.clone()).map(str::trim_end).filter(|text| !is_one_line(text)) else { return };
        let Some(own) = own_sign(text) else { return };
        let Some((_, last)) = self.events[self.at..].iter().take_while(|(event, _)| is_of_words(event)).last() else {
            return;
        };
        let mut next = own.trim_end_matches(['.', ')']).parse::<u32>().ok();
        let mut items = Vec::new();
        for (at, line) in lines(source.get(range.start..last.end).unwrap_or_default(), range.start).skip(1) {
            let Some(sign) = sign_of(line) else { continue };
            let fits = match next {
                Some(number) => sign == format!("{}{}", number + 1, &own[own.len() - 1..]),
                None => sign == own,
            };
            if fits || sign == "-" {
                next = next.map(|number| number + u32::from(fits));
                items.push(item(at, line, sign));
            }
        }
        self.tell_unspaced(&items, true);
    }

    fn tell_unspaced(&mut self, items: &[Item<'_>], below: bool) {
        let Some(((at, sign, words_of), others)) = items.split_first() else { return };
        let mut problem = words::item_without_space(self.place(&(*at..at + sign.len())), sign, words_of, below);
        for (at, sign, _) in others.iter().take(MOST_NAMED) {
            problem = problem.related(self.place(&(*at..at + sign.len())), "ook hier");
        }
        for (at, sign, _) in items {
            problem = problem.mend(self.place(&(*at..at + sign.len())), format!("{sign} "));
        }
        self.problem(problem);
    }
}

fn item<'t>(at: usize, line: &'t str, sign: &'t str) -> Item<'t> {
    (at, sign, &line[sign.len()..])
}

/// The lines of a text without spaces and signs of a quotation before them.
fn lines(text: &str, start: usize) -> impl Iterator<Item = (usize, &str)> {
    let mut at = start;
    text.split_inclusive('\n').map(move |line| {
        let inner = line.trim_start_matches(['>', ' ', '\t']);
        at += line.len();
        (at - inner.len(), inner.trim_end())
    })
}

/// Begins a line below the first with a dash?
fn has_dash_below(text: &str) -> bool {
    memchr::memchr_iter(b'\n', text.as_bytes())
        .any(|end| text[end + 1..].trim_start_matches(['>', ' ']).starts_with('-'))
}

/// Does it belong to the words with which an item begins?
fn is_of_words(event: &Event<'_>) -> bool {
    match event {
        Event::Start(tag) => matches!(
            tag,
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. } | Tag::Paragraph
        ),
        Event::End(tag) => !matches!(tag, TagEnd::Item | TagEnd::Paragraph),
        Event::Rule | Event::Html(_) => false,
        _ => true,
    }
}

/// The sign of an item that has its space.
fn own_sign(text: &str) -> Option<&str> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    text.get(..digits + 1).filter(|sign| sign.ends_with(if digits > 0 { ['.', ')', ')'] } else { ['-', '*', '+'] }))
}

/// The sign with which a line begins as an item, when a word stands directly behind it. `-5 graden` is a number, `*schuin* woord` is
/// emphasis, and of `-als het kan- graag` two dashes stand around words.
fn sign_of(line: &str) -> Option<&str> {
    let sign = own_sign(line).filter(|sign| sign.len() < 4)?;
    let words = &line[sign.len()..];
    let opens =
        words.starts_with(char::is_alphabetic) || sign == "-" && ["**", "["].iter().any(|it| words.starts_with(it));
    let closed = match sign {
        "-" => words.match_indices('-').any(|(i, _)| {
            let (before, behind) = (&words[..i], &words[i + 1..]);
            let joins = [" en ", " of ", ", "].iter().any(|word| behind.starts_with(word));
            before.ends_with(char::is_alphanumeric) && !behind.starts_with(char::is_alphanumeric) && !joins
        }),
        "*" | "+" => words.contains(sign),
        _ => false,
    };
    (opens && !closed).then_some(sign)
}

#[cfg(test)]
mod tests {
    use super::{own_sign, sign_of};

    #[test]
    fn signs_without_their_space() {
        for (line, sign) in [
            ("-punt een", "-"),
            ("-[[stuurgroep]]", "-"),
            ("-beleids- en uitvoering", "-"),
            ("2.twee", "2."),
            ("*twee", "*"),
            ("+twee", "+"),
        ] {
            assert_eq!(sign_of(line), Some(sign), "{line}");
        }
        for line in
            ["-5 graden", "- punt", "--formaat", "*schuin* woord", "-als het kan- graag", "12.30 uur", "2026.plan"]
        {
            assert_eq!(sign_of(line), None, "{line}");
        }
        assert_eq!((own_sign("10) x"), own_sign("* x"), own_sign("x")), (Some("10)"), Some("*"), None));
    }
}

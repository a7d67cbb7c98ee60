//! Markdown pages: front matter, Markdown, directives, headings, links.
//!
//! [`parse`] looks at one file only, so its result can be kept as long as the file does not change. What depends on the rest
//! of the site (links, figures, infographics) is left as a [`Segment`], and [`Document::fill`] fills it in when the page is
//! planned. Everything else is finished, safe and well-formed HTML: raw HTML passes only through a list of what is allowed.

mod address;
mod begins;
mod calculator;
mod checks;
mod code;
mod days;
mod document;
mod fill;
mod foreign;
mod front;
mod headings;
mod html;
mod ids;
mod matter;
mod needles;
mod out;
mod persons;
mod proposed;
mod said;
mod typography;
mod unfinished;
mod words;
mod writer;

pub use address::is_file_name;
pub use calculator::{Bar, Calculator, Case, Choice, Member, Question};
pub use code::load_languages;
pub use document::{Body, Document, Inline, Segment, Suspected, Target};
pub use fill::{Filled, FilledDocument, FilledHeading, FilledInline, ImageFile, Resolve};
pub use front::{FrontMatter, Uitzondering};
pub use headings::{Heading, HeadingAt, Headings};
pub use said::Said;
pub use words::Words;

use crate::decode::{Decoder, Record, Text};
use crate::diag::words::content as problems;
use crate::diag::words::meant as words_of_meant;
use crate::diag::words::slips as words_of_slips;
use crate::diag::{Diagnostic, FileId, Span};
use crate::markup::Html;
use matter::Matter;
use std::collections::HashSet;
use writer::Places;

/// The number that stands for the file itself.
const THIS: FileId = FileId(0);

/// Parses a page. `offset` is the number of bytes before `text` in the file: those of a byte order mark.
pub fn parse(text: &str, offset: usize) -> Document {
    let mut document = Document::default();
    document.problems.extend(crate::source::garbled(text, THIS, offset));
    let at = |range: std::ops::Range<usize>| Span::new(THIS, range.start + offset..range.end + offset);
    let start = text.trim_start();
    if ["<!doctype html", "<html"].iter().any(|tag| start.get(..tag.len()).is_some_and(|s| s.eq_ignore_ascii_case(tag)))
    {
        let from = text.len() - start.len();
        let line = start.lines().next().unwrap_or_default().trim_end();
        document.problems.push(words_of_meant::saved_web_page(at(from..from + line.len())));
        return document;
    }
    let matter = matter::find(text);
    if let Matter::Below { above, fence, keys, body } = &matter {
        let ready =
            text[fence.clone()].starts_with('-').then(|| proposed::between_dashes(&text[keys.clone()])).flatten();
        let whole = at(above.start..keys.end + text[keys.end..*body].trim_end().len());
        let first = text[above.clone()].lines().next().map_or(above.end, |line| above.start + line.trim_end().len());
        let ready = ready.map(|ready| (whole, ready));
        let fenced = text[above.clone()].starts_with("```");
        document.problems.push(words_of_slips::above_front_matter(
            at(above.start..first),
            at(fence.clone()),
            ready,
            fenced,
        ));
    }
    let in_a_fence = matches!(&matter, Matter::Below { above, .. } if text[above.clone()].starts_with("```"));
    let body = match matter {
        // What other programs have is told as a whole.
        Matter::Below { fence, body, .. } if text[fence.clone()].starts_with('-') => body,
        Matter::Toml { toml, body } | Matter::Below { keys: toml, body, .. } => {
            let mut decoder = Decoder::new(THIS, &text[toml.clone()], toml.start + offset);
            let mut table = decoder.parse();
            // What follows from a syntax error would only hide it.
            if decoder.problems.is_empty() {
                decoder.lift::<FrontMatter>(&mut table);
                let place = decoder.span(table.span());
                document.front = decoder.record(table.get_ref(), place).map(Box::new);
                if let Some(front) = document.front.as_mut().filter(|front| front.titel.is_none()) {
                    front.titel = decoder.meant(table.get_ref(), "titel", FrontMatter::keys());
                }
            }
            document.problems.extend(decoder.told());
            body
        }
        Matter::Unclosed(fence, nearly) => {
            // Nobody knows where the text begins, so nothing more is said about it.
            document.problems.push(problems::unclosed_front_matter(at(fence), nearly.map(at)));
            return document;
        }
        Matter::Unopened { first, body } => {
            document.problems.push(problems::unopened_front_matter(at(first)));
            body
        }
        Matter::Yaml { fence, body } => {
            let keys = text[fence.end..body].trim_end();
            let ready = keys.strip_suffix("---").and_then(proposed::between_dashes);
            let whole = at(fence.start..fence.end + keys.len());
            document.problems.push(problems::yaml_front_matter(at(fence), ready.map(|ready| (whole, ready))));
            body
        }
        Matter::Absent => {
            let nearly = matter::nearly_opening(text);
            let found = proposed::at_the_top(text).filter(|_| nearly.is_none());
            // What is to become front matter is no text.
            let body = found.as_ref().map_or(0, |found| found.range.end);
            let ready = found.map(|found| (at(found.range), found.matter));
            document.problems.push(problems::no_front_matter(at(0..0), nearly, ready));
            body
        }
    };
    // The end of a block of code that began above was told with its beginning.
    let (body, end) = match in_a_fence {
        true => without_end(text, body),
        false => (body, text.len()),
    };
    document.front_hash =
        *blake3::Hasher::new().update(&offset.to_le_bytes()).update(&text.as_bytes()[..body]).finalize().as_bytes();
    if let Some((range, sign, more)) = crate::decode::unprintable(&text[body..]) {
        let range = body + range.start..body + range.end;
        document.problems.push(crate::diag::words::files::unprintable(at(range), sign, more));
    }
    let unseen = crate::decode::tell_invisible(&text[body..], &|range| at(body + range.start..body + range.end));
    let written = writer::page(&text[body..end], Places { file: THIS, offset: offset + body, whole: None });
    document.set_body(written.body);
    document.headings = written.headings.into();
    let of_heading: HashSet<&str> = document.headings.iter().map(|heading| heading.id).collect();
    document.anchors = written.anchors.into_iter().filter(|id| !of_heading.contains(id.as_str())).collect();
    document.plain = written.plain.opening();
    document.outside = written.outside;
    // Of an address, and of the sign of a heading or item, it is told better.
    let elsewhere = |unseen: &Diagnostic| {
        let sign = unseen.mend.first().map_or(unseen.place, |(sign, _)| Some(*sign));
        let around = |other: &Diagnostic| {
            sign.zip(other.place).is_some_and(|(sign, at)| at.start <= sign.start && sign.end <= at.end)
        };
        written.problems.iter().any(|other| matches!(other.code, "MD049" | "MD051") && around(other))
    };
    document.problems.extend(unseen.filter(|p| !elsewhere(p)));
    document.problems.extend(written.problems);
    // A document is kept as long as the site is made.
    document.anchors.shrink_to_fit();
    if let Some(title) = document.front.as_ref().and_then(|front| front.titel.as_ref())
        && let Some(heading) = title_again(&text[body..], title)
    {
        let place = at(body + heading.start..body + heading.end);
        document.problems.push(crate::diag::words::checks::title_again(place, title.trim()));
    }
    document
}

/// A text without the line that ends a block of code around it, or around what stands above it.
fn without_end(text: &str, body: usize) -> (usize, usize) {
    let rest = &text[body..];
    let first = rest.trim_start();
    if let Some(behind) = first.strip_prefix("```").filter(|behind| behind.trim_start_matches(' ').starts_with('\n')) {
        return (text.len() - behind.len(), text.len());
    }
    let last = rest.trim_end();
    let whole = last.strip_suffix("```").filter(|inner| inner.ends_with('\n') && inner.matches("```").count() % 2 == 0);
    (body, whole.map_or(text.len(), |inner| body + inner.len()))
}

/// The first line of a text, when it is a heading that says the title of the page once more.
fn title_again(text: &str, title: &str) -> Option<std::ops::Range<usize>> {
    let start = text.len() - text.trim_start().len();
    let mut lines = text[start..].lines();
    let line = lines.next()?.trim_end();
    let words = line.trim_start_matches('#');
    let lined = lines.next().is_some_and(|next| {
        let next = next.trim_end();
        !next.is_empty() && next.bytes().all(|b| matches!(b, b'=' | b'-'))
    });
    let heading = words.starts_with(' ') && words.len() < line.len() || lined;
    (heading && words.trim().eq_ignore_ascii_case(title.trim())).then(|| start..start + line.len())
}

/// The persons that plain words name, all at the place of these.
pub fn persons_in(words: &str, place: Span) -> Vec<Diagnostic> {
    let mut found = checks::plain(words, &|_| place);
    found.retain(|problem| matches!(problem.code, "TEKST003" | "TEKST004" | "TEKST005"));
    found
}

/// Parses inline Markdown from a data file.
pub fn inline(text: &Text) -> Inline {
    if is_plain(&text.raw) {
        // Most texts of data are plain sentences, and there are many: no Markdown to look for.
        let mut plain = Words::default();
        plain.push_str(&text.raw);
        let start = text.place.range().start;
        let exact = text.place.range().len() == text.raw.len();
        let at = |range: &std::ops::Range<usize>| {
            if exact { Span::new(text.place.file, start + range.start..start + range.end) } else { text.place }
        };
        let body = Body::from(Html::text(&text.raw));
        let problems = checks::plain(&text.raw, &at).into_iter().map(crate::diag::words::checks::in_data).collect();
        return Inline { body, plain, problems };
    }
    let raw = text.raw.trim_start();
    let exact = text.place.range().len() == text.raw.len();
    let places = Places {
        file: text.place.file,
        offset: text.place.range().start + text.raw.len() - raw.len(),
        whole: (!exact).then_some(text.place),
    };
    let written = writer::sentence(raw.trim_end(), places);
    let problems = written.problems.into_iter().map(crate::diag::words::checks::in_data).collect();
    Inline { body: written.body, plain: written.plain, problems }
}

/// Is this a sentence in which neither Markdown nor typography finds anything to do?
fn is_plain(raw: &str) -> bool {
    let letter = |c: char| c.is_alphabetic() || matches!(c, ' ' | ',' | ';' | '?' | '(' | ')');
    let starts_plain = raw.starts_with(char::is_alphabetic) && !raw.ends_with(' ') && !raw.contains("  ");
    let dots = raw.as_bytes().windows(2).all(|pair| pair != b"..");
    // A letter, a point and a space could be a list; a point elsewhere ends a sentence.
    let list = raw.as_bytes().get(1).is_some_and(|b| matches!(b, b'.' | b')'));
    // An address becomes a link.
    let address = raw.contains("www.");
    starts_plain && dots && !list && !address && raw.chars().all(|c| letter(c) || c.is_ascii_digit() || c == '.')
}

#[cfg(test)]
mod tests {
    use super::{Html, Words, is_plain, writer};
    use crate::content::writer::Places;
    use crate::diag::FileId;

    #[test]
    fn plain_sentences_come_out_the_same_without_looking() {
        let sentences =
            ["Het overleg stemt af.", "Wie zit erin?", "Drie jaar (daarna wisselen); 36 dagen, één per maand."];
        for raw in sentences {
            assert!(is_plain(raw), "{raw}");
            let written = writer::sentence(raw, Places { file: FileId(0), offset: 0, whole: None });
            assert_eq!(written.body, Html::from(raw).into());
            let mut plain = Words::default();
            plain.push_str(raw);
            assert_eq!(written.plain.text(), plain.text());
        }
        for raw in ["a. b", "*nadruk*", "'s avonds", "een ... twee", "- punt", "x <b>", "zie [[a]]", "1. een", "foto_s"]
        {
            assert!(!is_plain(raw), "{raw}");
        }
    }
}

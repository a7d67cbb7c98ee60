//! Markup of other programs: what is meant as markup there and would be plain text here.
//!
//! A construct is a line in a table, one file per family of programs or purposes. Its patterns are read by [`pattern`]: one pass
//! over the text of a page, and only where a byte stands with which some pattern begins. Code, raw HTML and what has a backslash
//! before it are passed over.

mod addresses;
mod attributes;
mod boxes;
mod contents;
mod diagrams;
mod in_html;
mod languages;
mod lines;
mod lists;
mod looks;
mod macros;
mod mail;
mod marks;
mod maths;
mod office;
mod pairs;
mod paper;
mod pattern;
mod programs;
mod seams;
mod shapes;
mod signs;
mod templates;
mod wiki;

use pattern::Pattern;
use pulldown_cmark::{CodeBlockKind, Event, LinkType, Tag, TagEnd};
use std::ops::Range;

pub use looks::split_heading_id;
pub use macros::is_braced;
pub use seams::unused;

/// Something that other programs give a meaning.
#[derive(Debug, PartialEq, Eq)]
pub struct Construct {
    /// The code of its family.
    pub code: &'static str,
    /// Where it comes from, to stand between brackets.
    pub from: &'static str,
    /// What becomes of it; empty when it stands on the page as it is.
    pub effect: &'static str,
    /// How it is done here.
    pub remedy: &'static str,
    /// How it looks.
    pub patterns: &'static [Pattern],
}

impl Construct {
    /// Is there something to tell of it? Not of a part of what is told as a whole.
    pub fn is_told(&self) -> bool {
        !self.code.is_empty()
    }

    /// Does it come from a mail, of which all is to go?
    pub fn is_mail(&self) -> bool {
        self.from == office::MAIL
    }
}

/// A construct that was found.
#[derive(Debug)]
pub struct Found {
    /// Where, in the text.
    pub range: Range<usize>,
    /// What.
    pub construct: &'static Construct,
}

/// All families.
const FAMILIES: &[&[Construct]] = &[
    attributes::ALL,
    boxes::ALL,
    contents::ALL,
    marks::ALL,
    diagrams::ALL,
    wiki::ALL,
    templates::ALL,
    office::ALL,
    programs::ALL,
    languages::ALL,
    signs::ALL,
    addresses::ALL,
    macros::ALL,
];

/// The patterns by the byte that they begin with: those of byte `b` stand from `HEADS[b]` to `HEADS[b + 1]`, in the order of the
/// tables. Each is a family, a construct in it and a pattern of that.
const HEADS: [usize; 257] = heads();
const BY_FIRST: [(u8, u8, u8); HEADS[256]] = by_first();

/// How many patterns begin with each byte, added up.
const fn heads() -> [usize; 257] {
    let mut heads = [0; 257];
    let mut family = 0;
    while family < FAMILIES.len() {
        let mut construct = 0;
        while construct < FAMILIES[family].len() {
            let patterns = FAMILIES[family][construct].patterns;
            let mut i = 0;
            while i < patterns.len() {
                heads[patterns[i].first() as usize + 1] += 1;
                i += 1;
            }
            construct += 1;
        }
        family += 1;
    }
    let mut byte = 0;
    while byte < 256 {
        heads[byte + 1] += heads[byte];
        byte += 1;
    }
    heads
}

const fn by_first() -> [(u8, u8, u8); HEADS[256]] {
    let mut all = [(0, 0, 0); HEADS[256]];
    let mut next = HEADS;
    let mut family = 0;
    while family < FAMILIES.len() {
        let mut construct = 0;
        while construct < FAMILIES[family].len() {
            let patterns = FAMILIES[family][construct].patterns;
            let mut i = 0;
            while i < patterns.len() {
                let first = patterns[i].first() as usize;
                all[next[first]] = (family as u8, construct as u8, i as u8);
                next[first] += 1;
                i += 1;
            }
            construct += 1;
        }
        family += 1;
    }
    all
}

/// Which bytes may stand second where the first is `b`: a bit for each. Nearly every letter begins some pattern, so without this
/// every word would be held against a dozen of them. Most of those stand only at the start of a line, so the rest of a line has a
/// table of its own.
static SECONDS_AT_START: [[u64; 4]; 256] = seconds(true);
static SECONDS: [[u64; 4]; 256] = seconds(false);

const fn seconds(at_start: bool) -> [[u64; 4]; 256] {
    let mut all = [[0; 4]; 256];
    let mut i = 0;
    while i < BY_FIRST.len() {
        let (family, construct, pattern) = BY_FIRST[i];
        let pattern = &FAMILIES[family as usize][construct as usize].patterns[pattern as usize];
        i += 1;
        if !at_start && pattern.is_for_start() {
            continue;
        }
        let bits = &mut all[pattern.first() as usize];
        match pattern.second() {
            Some(byte) => {
                let (small, capital) = (byte.to_ascii_lowercase() as usize, byte.to_ascii_uppercase() as usize);
                bits[small / 64] |= 1 << (small % 64);
                bits[capital / 64] |= 1 << (capital % 64);
            }
            None => *bits = [u64::MAX; 4],
        }
    }
    all
}

/// Letters and digits.
static OF_WORD: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = (byte as u8).is_ascii_alphanumeric();
        byte += 1;
    }
    table
};

/// May a pattern begin with these two bytes, at the start of a line or further on?
fn may_begin(first: u8, second: Option<u8>, starts_line: bool) -> bool {
    let second = second.unwrap_or_default();
    let table = if starts_line { &SECONDS_AT_START } else { &SECONDS };
    table[usize::from(first)][usize::from(second / 64)] >> (second % 64) & 1 == 1
}

/// The text of a page with everything blanked that is no running text.
struct Prose<'a> {
    source: &'a str,
    text: Vec<u8>,
}

/// All constructs of other programs in a text, in order; none lies within another.
pub fn look(source: &str, events: &[(Event<'_>, Range<usize>)]) -> Vec<Found> {
    let mut found = Vec::new();
    let mut prose = Prose { source, text: vec![0; source.len()] };
    let mut verbatim = 0_usize;
    let mut paragraph: Option<&Range<usize>> = None;
    for (i, (event, range)) in events.iter().enumerate() {
        found.extend(shapes::look(source, events, i));
        match event {
            Event::Text(text) if verbatim == 0 => {
                if matches!(text.as_ref(), "&" | ">") {
                    found.extend(signs::entity(source, range));
                }
                if text.starts_with(['(', '[']) {
                    found.extend(maths::look(source, range.start));
                }
                prose.take(text, range);
            }
            Event::Start(Tag::CodeBlock(kind)) => {
                verbatim += 1;
                if matches!(kind, CodeBlockKind::Indented) {
                    found.extend(lines::indented(source, range));
                }
                found.extend(fence(source, kind, range));
            }
            Event::End(TagEnd::Heading(_)) => prose.blank_id(range),
            Event::End(TagEnd::CodeBlock) => verbatim = verbatim.saturating_sub(1),
            Event::Start(Tag::HtmlBlock) => found.extend(in_html::look(source, events, i)),
            Event::Start(Tag::Strikethrough) => found.extend(marks::single_tilde(source, range)),
            Event::Start(Tag::Strong) => found.extend(contents::in_bold(source, range)),
            Event::Start(Tag::Link { link_type: LinkType::WikiLink { .. }, dest_url, .. }) => {
                found.extend(seams::mention(source, range));
                found.extend(wiki::link(dest_url).map(|construct| Found { range: range.clone(), construct }));
            }
            Event::Start(Tag::Link { title, .. }) => {
                found.extend(seams::link(source, event, range));
                found.extend(templates::ordered(title).map(|construct| Found { range: range.clone(), construct }));
            }
            Event::Start(Tag::Image { link_type, dest_url, .. }) => {
                let embed = matches!(link_type, LinkType::WikiLink { .. });
                let construct = if embed { Some(&wiki::EMBED) } else { wiki::sized(source, range, dest_url) };
                found.extend(construct.map(|construct| Found { range: range.clone(), construct }));
            }
            Event::Html(html) | Event::InlineHtml(html) if html.starts_with("<!--") => {
                found.extend(contents::comment(html).map(|construct| Found { range: range.clone(), construct }));
            }
            Event::Code(_) => found.extend(seams::code(source, range)),
            Event::Start(Tag::DefinitionListDefinition) => {
                found.extend(seams::definition(source, range));
                found.extend(seams::below_sentence(source, range));
            }
            Event::Start(Tag::Paragraph) => {
                found.extend(lines::look(source, range));
                if let Some(before) = paragraph.replace(range) {
                    found.extend(lines::goes_on(source, before, range));
                }
            }
            Event::Start(Tag::Item) => {
                found.extend(lines::contents(source, range));
                if let Some(words) = lines::of_item(source, events, i) {
                    found.extend(lines::look(source, &words));
                }
            }
            Event::Start(Tag::List(_)) => {
                found.extend(lists::fallen_apart(source, events, i));
                found.extend(lines::one_item(source, events, i));
            }
            _ => {}
        }
    }
    prose.look(&mut found);
    found.sort_by_key(|f| (f.range.start, std::cmp::Reverse(f.range.end)));
    let mut end = 0;
    found.retain(|f| {
        let outer = f.range.start >= end;
        if outer {
            end = f.range.end;
        }
        outer
    });
    pairs::fold(source, &mut found);
    found
}

/// A code block whose language is that of a drawing, a box or a program.
fn fence(source: &str, kind: &CodeBlockKind<'_>, range: &Range<usize>) -> Option<Found> {
    let CodeBlockKind::Fenced(info) = kind else { return None };
    let construct = diagrams::fenced(info)?;
    let line = source.get(range.clone())?.lines().next().unwrap_or_default();
    Some(Found { range: range.start..range.start + line.trim_end().len(), construct })
}

impl Prose<'_> {
    /// Takes in running text; what has a backslash before it means nothing.
    fn take(&mut self, text: &str, range: &Range<usize>) {
        if self.source.get(range.clone()) != Some(text) {
            return;
        }
        let escaped = self.source.as_bytes()[..range.start].ends_with(b"\\");
        let start = range.start + usize::from(escaped && text.starts_with(|c: char| c.is_ascii_punctuation()));
        if start < range.end && self.source.is_char_boundary(start) {
            self.text[start..range.end].copy_from_slice(&self.source.as_bytes()[start..range.end]);
        }
    }

    /// The id behind a heading is ours.
    fn blank_id(&mut self, range: &Range<usize>) {
        let Some(line) = self.source.get(range.clone()).and_then(|text| text.lines().next()) else { return };
        if let Some((words, _)) = split_heading_id(line) {
            self.text[range.start + words.len()..range.start + line.len()].fill(0);
        }
    }

    fn look(&self, found: &mut Vec<Found>) {
        let source = self.source.as_bytes();
        // Only signs of quotations, lists and headings so far on this line?
        let mut starts_line = true;
        let mut i = 0;
        while i < source.len() {
            let byte = self.text[i];
            if byte != 0
                && may_begin(byte, source.get(i + 1).copied(), starts_line)
                && let Some((construct, length)) = self.at(i, starts_line)
            {
                found.push(Found { range: i..i + length, construct });
                i += length.max(1);
                starts_line = source[i - 1] == b'\n';
                continue;
            }
            starts_line = source[i] == b'\n' || (starts_line && byte == 0 && looks::is_mark(source[i]));
            i += 1;
            // Nothing begins within a word, and nearly all of a text is the rest of one.
            if OF_WORD[usize::from(byte)] {
                i += self.text[i..].iter().take_while(|byte| OF_WORD[usize::from(**byte)]).count();
            }
        }
    }

    fn at(&self, i: usize, starts_line: bool) -> Option<(&'static Construct, usize)> {
        let rest = self.source.get(i..)?;
        let before = self.source[..i].chars().next_back();
        let first = usize::from(self.text[i]);
        if let Some(length) = Some(rest).filter(|_| first == 0xef).and_then(office::sign_of_word) {
            return Some((&office::SIGN, length));
        }
        let next = rest.as_bytes().get(1).copied();
        BY_FIRST[HEADS[first]..HEADS[first + 1]].iter().find_map(|&(family, construct, pattern)| {
            let construct = &FAMILIES[usize::from(family)][usize::from(construct)];
            let pattern = &construct.patterns[usize::from(pattern)];
            let length = pattern.may_stand(next, starts_line).then(|| pattern.length(rest, before, starts_line))??;
            Some((construct, length))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::pattern::Place;
    use super::{FAMILIES, look};
    use pulldown_cmark::{Options, Parser};

    /// A pattern that Markdown never leaves as running text would be a promise that nobody keeps.
    #[test]
    fn every_pattern_can_be_found() {
        let options = Options::ENABLE_TABLES | Options::ENABLE_GFM | Options::ENABLE_DEFINITION_LIST;
        let options = options | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_WIKILINKS;
        let mut dead = Vec::new();
        for pattern in FAMILIES.iter().copied().flatten().flat_map(|construct| construct.patterns) {
            let before = match pattern.place() {
                Place::Start => "",
                Place::Behind => "Een zin",
                Place::Word | Place::Any => "Een zin ",
            };
            let fill = |text: &str| {
                let text = text.replace("Ⓐω", "Naam").replace("ⒶⒶ", "AB").replace('Ⓐ', "A").replace('№', "12");
                let text = text
                    .replace('¶', "een woord")
                    .replace('ω', "woord")
                    .replace(['…', '§'], "x y")
                    .replace('◦', "a.nl/b");
                text.replace(['⏎', '⇧'], "")
            };
            let text = format!("Vooraf.\n\n{before}{}\n\nDaarna.\n", fill(pattern.looks()));
            let events: Vec<_> = Parser::new_ext(&text, options).into_offset_iter().collect();
            // An explanation with nothing above it stands as text only under what is no paragraph.
            if look(&text, &events).is_empty() && pattern.looks() != ": …" {
                dead.push(text.lines().nth(2).unwrap_or_default().to_owned());
            }
        }
        assert!(dead.is_empty(), "{} dead patterns:\n{}", dead.len(), dead.join("\n"));
    }

    #[test]
    fn every_construct_says_what_to_do() {
        for construct in FAMILIES.iter().copied().flatten() {
            assert!(construct.remedy.ends_with(['.', '`', '?', '…', ']', '>']), "{}", construct.remedy);
            assert!(!construct.from.is_empty());
        }
    }
}

//! Checks of what a page says: links that do not tell where they lead, texts that were to be replaced, persons on a site of
//! functions. One pass over the text; what is found is looked at more closely.

use crate::diag::{Diagnostic, Span, words::checks as words};
use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use pulldown_cmark::{Event, LinkType, Tag, TagEnd};
use std::ops::Range;
use std::sync::LazyLock;

/// Words of a link that say nothing of where it leads.
const VAGUE: &[&str] = &[
    "hier",
    "klik hier",
    "klik",
    "kijk hier",
    "lees hier",
    "lees hier meer",
    "lees meer",
    "lees verder",
    "meer",
    "meer info",
    "meer informatie",
    "meer lezen",
    "verder lezen",
    "verder",
    "link",
    "deze link",
    "via deze link",
    "de link",
    "website",
    "de website",
    "deze website",
    "site",
    "deze site",
    "pagina",
    "deze pagina",
    "document",
    "dit document",
    "het document",
    "bestand",
    "dit bestand",
    "download",
    "download hier",
    "downloaden",
    "pdf",
    "bijlage",
    "ga naar",
    "bekijk",
    "bekijk hier",
    "bekijk meer",
    "zie hier",
    "dit",
    "deze",
    "details",
    "info",
    "daar",
    "formulier",
    "dit artikel",
    "artikel",
    "here",
    "click here",
    "read more",
];

/// What stands in a text that was to be replaced.
const UNFINISHED: &[&str] = &[
    "lorem ipsum",
    "dolor sit amet",
    "schrijf hier in een of twee zinnen",
    "schrijf hier",
    "vul hier in",
    "vul hier",
    "[invullen]",
    "[naam]",
    "[datum]",
    "[titel]",
    "[tekst]",
    "<naam>",
    "[opmerking",
    "klopt dit?",
    "nog checken",
    "nog navragen",
    "nog nakijken",
    "nog aanvullen",
    "nog uitwerken",
    "nog schrijven",
    "tekst volgt",
    "volgt nog",
    "todo",
    "to do",
    "to-do",
    "tbd",
    "t.b.d.",
    "fixme",
    "xxx",
    "hier komt tekst",
    "hier komt de tekst",
    "placeholder",
    "voorbeeldtekst",
    "titel hier",
    "asdf",
    "blabla",
    "bla bla",
];

/// Titles that stand before a person's name.
const TITLES: &[&str] = &[
    "dhr.", "dhr ", "mw.", "mevr.", "mevrouw ", "meneer ", "de heer ", "mr. ", "drs. ", "ing. ", "ir. ", "prof. ",
    "dr. ",
];

/// First names that many people in the Netherlands have, and that are no common words.
const FIRST_NAMES: &[&str] = &[
    "Anne",
    "Annemarie",
    "Annemiek",
    "Arjan",
    "Astrid",
    "Bart",
    "Bas",
    "Berend",
    "Bert",
    "Bianca",
    "Carla",
    "Carolien",
    "Chantal",
    "Chris",
    "Christa",
    "Daan",
    "Daniëlle",
    "Dennis",
    "Diana",
    "Dick",
    "Edwin",
    "Ellen",
    "Els",
    "Eric",
    "Erik",
    "Esther",
    "Eva",
    "Fatima",
    "Femke",
    "Floor",
    "Frank",
    "Fred",
    "Gerard",
    "Gerrit",
    "Gert",
    "Hanneke",
    "Hans",
    "Harry",
    "Heleen",
    "Henk",
    "Herman",
    "Ineke",
    "Inge",
    "Ingrid",
    "Jaap",
    "Jan",
    "Janneke",
    "Jasper",
    "Jeroen",
    "Joost",
    "Joke",
    "Johan",
    "Judith",
    "Karel",
    "Karin",
    "Kees",
    "Klaas",
    "Koen",
    "Lars",
    "Laura",
    "Linda",
    "Lisa",
    "Loes",
    "Maaike",
    "Maarten",
    "Marc",
    "Marcel",
    "Margriet",
    "Marieke",
    "Marijke",
    "Marjan",
    "Marjolein",
    "Mark",
    "Marleen",
    "Martijn",
    "Martin",
    "Mieke",
    "Miranda",
    "Mohammed",
    "Monique",
    "Nicole",
    "Niels",
    "Patrick",
    "Paul",
    "Peter",
    "Petra",
    "Piet",
    "Pieter",
    "René",
    "Rianne",
    "Richard",
    "Rob",
    "Robert",
    "Roel",
    "Ronald",
    "Ruud",
    "Sander",
    "Sandra",
    "Saskia",
    "Simone",
    "Sjoerd",
    "Stefan",
    "Stephan",
    "Suzanne",
    "Sven",
    "Tessa",
    "Theo",
    "Thijs",
    "Tim",
    "Tom",
    "Ton",
    "Wendy",
    "Wilma",
    "Wim",
    "Wouter",
    "Yvonne",
];

/// Addresses that people have at home.
const HOME_MAIL: &[&str] = &[
    "@gmail.",
    "@hotmail.",
    "@outlook.",
    "@live.",
    "@ziggo.",
    "@kpnmail.",
    "@xs4all.",
    "@icloud.",
    "@yahoo.",
    "@home.nl",
    "@planet.nl",
];

/// Where numbers of telephones in a pocket begin.
const MOBILE: &[&str] =
    &["06-", "06 ", "061", "062", "063", "064", "065", "068", "+31 6", "+316", "+31(0)6", "0031 6", "00316"];

const SERVICE_NUMBER: &[&str] = &["bsn", "burgerservicenummer", "sofinummer"];

/// No heading has more signs.
const LONGEST_HEADING: usize = 70;

/// What a needle is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    Unfinished,
    Title,
    FirstName,
    HomeMail,
    Mobile,
    ServiceNumber,
}

const NEEDLES: &[(Sort, &[&str])] = &[
    (Sort::Unfinished, UNFINISHED),
    (Sort::Title, TITLES),
    (Sort::FirstName, FIRST_NAMES),
    (Sort::HomeMail, HOME_MAIL),
    (Sort::Mobile, MOBILE),
    (Sort::ServiceNumber, SERVICE_NUMBER),
];

/// All needles in one. A constant in all but name.
static ALL: LazyLock<Option<(AhoCorasick, Vec<Sort>)>> = LazyLock::new(|| {
    let needles = NEEDLES.iter().flat_map(|(_, words)| words.iter());
    let sorts = NEEDLES.iter().flat_map(|(sort, words)| words.iter().map(|_| *sort)).collect();
    let automaton = AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .match_kind(MatchKind::LeftmostLongest)
        .kind(Some(AhoCorasickKind::DFA))
        .build(needles)
        .ok()?;
    Some((automaton, sorts))
});

/// What is found in a text with its events; `place` gives a place in the file.
pub fn look(
    source: &str,
    events: &[(Event<'_>, Range<usize>)],
    place: &dyn Fn(&Range<usize>) -> Span,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut verbatim = 0_usize;
    let mut link: Option<(usize, String)> = None;
    // Pieces of text that adjoin are one.
    let mut piece: Option<Range<usize>> = None;
    // How many lists, quotations and tables are open: a bold line in one is no heading.
    let mut within = 0_usize;
    for (i, (event, range)) in events.iter().enumerate() {
        let adjoins = matches!(event, Event::Text(_)) && piece.as_ref().is_some_and(|p| p.end == range.start);
        if !adjoins && let Some(done) = piece.take() {
            text(source, &done, place, &mut found);
        }
        match event {
            Event::Start(Tag::CodeBlock(_)) => verbatim += 1,
            Event::End(TagEnd::CodeBlock) => verbatim = verbatim.saturating_sub(1),
            Event::Start(tag) if is_holder(tag) => within += 1,
            Event::End(
                TagEnd::List(_)
                | TagEnd::BlockQuote(_)
                | TagEnd::FootnoteDefinition
                | TagEnd::DefinitionList
                | TagEnd::Table,
            ) => within = within.saturating_sub(1),
            Event::Start(Tag::Paragraph) if within == 0 => {
                if let Some(words) = bold_heading(source, &events[i..]) {
                    let line = range.start..range.start + source[range.clone()].trim_end().len();
                    found.push(words::bold_heading(place(&line), words));
                }
            }
            Event::Start(Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. }) => {}
            Event::Start(Tag::Link { .. }) => link = Some((range.start, String::new())),
            Event::End(TagEnd::Link) => {
                if let Some((_, words)) = link.take().filter(|(_, words)| is_vague(words)) {
                    found.push(words::vague_link(place(range), words.trim()));
                }
            }
            Event::Code(code) => {
                if let Some((_, words)) = &mut link {
                    words.push_str(code);
                }
            }
            Event::Text(words) if verbatim == 0 => {
                if let Some((_, link)) = &mut link {
                    link.push_str(words);
                }
                if source.get(range.clone()) == Some(words) {
                    piece = Some(piece.map_or(range.start, |p| p.start)..range.end);
                }
            }
            _ => {}
        }
    }
    if let Some(done) = piece {
        text(source, &done, place, &mut found);
    }
    found
}

/// What is found in a sentence without Markdown.
pub fn plain(sentence: &str, place: &dyn Fn(&Range<usize>) -> Span) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    text(sentence, &(0..sentence.len()), place, &mut found);
    found
}

fn is_holder(tag: &Tag<'_>) -> bool {
    matches!(tag, Tag::List(_) | Tag::BlockQuote(_) | Tag::FootnoteDefinition(_) | Tag::DefinitionList | Tag::Table(_))
}

/// The words of a paragraph that is one short line in bold with text below it, as a heading in a word processor is.
fn bold_heading<'s>(source: &'s str, events: &[(Event<'_>, Range<usize>)]) -> Option<&'s str> {
    let [(_, paragraph), (Event::Start(Tag::Strong), bold), ..] = events else { return None };
    let line = source.get(paragraph.clone())?.trim();
    if source.get(bold.clone()) != Some(line) {
        return None;
    }
    let words = line.trim_matches(['*', '_']).trim();
    let long = words.chars().count() > LONGEST_HEADING || words.contains('\n');
    let sentence = words.ends_with(['.', '!', ':', ';', ',', '…', ')', ']', '”', '"']);
    let titled = words.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let end = events.iter().position(|(event, _)| matches!(event, Event::End(TagEnd::Paragraph)))?;
    // With nothing below it, it is no heading above a text.
    let text = matches!(events.get(end + 1), Some((Event::Start(Tag::Paragraph | Tag::List(_) | Tag::Table(_)), _)));
    (text && titled && !long && !sentence).then_some(words)
}

fn is_vague(link: &str) -> bool {
    let words = link.trim().trim_end_matches(['.', '!', '>', '»', '…', ':', ' ', '→']).trim().to_lowercase();
    VAGUE.contains(&words.as_str())
}

fn text(source: &str, range: &Range<usize>, place: &dyn Fn(&Range<usize>) -> Span, found: &mut Vec<Diagnostic>) {
    let Some(text) = source.get(range.clone()) else { return };
    let Some((automaton, sorts)) = ALL.as_ref() else { return };
    let mut from = 0;
    for hit in automaton.find_iter(text) {
        // Part of what was told already.
        if hit.start() < from {
            continue;
        }
        let (at, end) = (hit.start(), hit.end());
        let told = match sorts[hit.pattern().as_usize()] {
            Sort::Unfinished => {
                is_whole(text, at, end).then_some((end, words::unfinished as fn(Span, &str) -> Diagnostic))
            }
            Sort::Title => titled(text, at, end).map(|end| (end, words::person as fn(Span, &str) -> Diagnostic)),
            Sort::FirstName => named(text, at, end).map(|end| (end, words::person as fn(Span, &str) -> Diagnostic)),
            Sort::HomeMail => Some((word_end(text, end), words::private_mail as fn(Span, &str) -> Diagnostic)),
            Sort::Mobile => mobile(text, at).map(|end| (end, words::mobile as fn(Span, &str) -> Diagnostic)),
            Sort::ServiceNumber => {
                service_number(text, at, end).map(|end| (end, words::service_number as fn(Span, &str) -> Diagnostic))
            }
        };
        let Some((end, says)) = told else { continue };
        let start = if text[at..].starts_with('@') { word_start(text, at) } else { at };
        found.push(says(place(&(range.start + start..range.start + end)), &text[start..end]));
        from = end;
    }
}

/// Not a part of a longer word.
fn is_whole(text: &str, at: usize, end: usize) -> bool {
    let inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    // `[titel](…)` is a link.
    if text[at..].starts_with('[') && text[end..].starts_with(['(', '[']) {
        return false;
    }
    let ends_in_letter = inside(text[..end].chars().next_back());
    let goes_on = ends_in_letter && inside(text[end..].chars().next());
    !(inside(text[..at].chars().next_back()) || goes_on)
}

fn word_start(text: &str, at: usize) -> usize {
    text[..at]
        .rfind(|c: char| c.is_whitespace() || matches!(c, '(' | '<' | ':'))
        .map_or(0, |i| i + text[i..].chars().next().map_or(1, char::len_utf8))
}

fn word_end(text: &str, at: usize) -> usize {
    let end =
        text[at..].find(|c: char| !(c.is_alphanumeric() || matches!(c, '.' | '-'))).map_or(text.len(), |i| at + i);
    at + text[at..end].trim_end_matches('.').len()
}

/// Where a name with a capital that starts here ends.
fn capital(text: &str, at: usize) -> Option<usize> {
    let rest = &text[at..];
    let length = rest.find(|c: char| !(c.is_alphabetic() || matches!(c, '-' | '’' | '\''))).unwrap_or(rest.len());
    let name = &rest[..length];
    let small = name.chars().skip(1).any(char::is_lowercase);
    (name.starts_with(char::is_uppercase) && small).then_some(at + length)
}

/// A surname, with what may stand before it: `van der Berg`.
fn surname(text: &str, at: usize) -> Option<usize> {
    const SMALL: &[&str] =
        &["van ", "de ", "der ", "den ", "ten ", "ter ", "het ", "'t ", "’t ", "te ", "op ", "el ", "Van ", "De "];
    let mut at = at + usize::from(text[at..].starts_with(' '));
    while let Some(small) = SMALL.iter().find(|small| text[at..].starts_with(**small)) {
        at += small.len();
    }
    capital(text, at)
}

/// `mevrouw J. de Vries`; not `de heer en mevrouw`.
fn titled(text: &str, at: usize, end: usize) -> Option<usize> {
    if text[..at].ends_with(char::is_alphanumeric) {
        return None;
    }
    let mut next = end + text[end..].len() - text[end..].trim_start_matches(' ').len();
    // Initials.
    while text[next..].starts_with(char::is_uppercase) && text[next..].chars().nth(1) == Some('.') {
        let letter = text[next..].chars().next().map_or(1, char::len_utf8);
        next += letter + 1;
        next += usize::from(text[next..].starts_with(' '));
    }
    surname(text, next)
}

/// `Els de Vries`.
fn named(text: &str, at: usize, end: usize) -> Option<usize> {
    let capital = text[at..end].starts_with(char::is_uppercase);
    let whole = is_whole(text, at, end) && text[end..].starts_with(' ');
    // Only a first name as it is written, not `hans` or `MARK`.
    let small = text[at..end].chars().skip(1).all(char::is_lowercase);
    if !(capital && small && whole) {
        return None;
    }
    surname(text, end)
}

/// Ten digits that begin as those of a mobile telephone.
fn mobile(text: &str, at: usize) -> Option<usize> {
    if text[..at].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | '/' | '-')) {
        return None;
    }
    let mark = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '-' | '(' | ')' | '+' | '.');
    let end = text[at..].find(|c| !mark(c)).map_or(text.len(), |i| at + i);
    let number = text[at..end].trim_end_matches(|c: char| !c.is_ascii_digit());
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let local = digits
        .strip_prefix("0031")
        .or_else(|| digits.strip_prefix("31").filter(|_| number.starts_with('+')))
        .map(|d| d.trim_start_matches('0'));
    let right = match local {
        Some(local) => local.len() == 9 && local.starts_with('6'),
        None => digits.len() == 10 && digits.starts_with("06"),
    };
    right.then_some(at + number.len())
}

/// `BSN 123456782`: nine digits after the word.
fn service_number(text: &str, at: usize, end: usize) -> Option<usize> {
    if !is_whole(text, at, end) {
        return None;
    }
    let digit = text[end..].char_indices().take(16).find(|(_, c)| c.is_ascii_digit()).map(|(i, _)| end + i)?;
    let stop =
        text[digit..].find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ' '))).map_or(text.len(), |i| digit + i);
    let number = text[digit..stop].trim_end_matches(['.', ' ']);
    (number.bytes().filter(u8::is_ascii_digit).count() == 9).then_some(digit + number.len())
}

#[cfg(test)]
mod tests {
    use super::{is_vague, plain};
    use crate::diag::{FileId, Span};

    fn told(text: &str) -> Vec<String> {
        let place = |range: &std::ops::Range<usize>| Span::new(FileId(0), range.clone());
        plain(text, &place).iter().map(|d| format!("{} {}", d.code, &text[d.place.unwrap().range()])).collect()
    }

    #[test]
    fn what_was_to_be_replaced_and_who_is_named() {
        for (text, wanted) in [
            ("Todo: dit nog doen", &["TEKST003 Todo"][..]),
            ("Lorem ipsum dolor sit amet.", &["TEKST003 Lorem ipsum", "TEKST003 dolor sit amet"]),
            (
                "Schrijf hier in een of twee zinnen waar het over gaat.",
                &["TEKST003 Schrijf hier in een of twee zinnen"],
            ),
            ("De methode en de todos.", &[]),
            ("Bel 06-12345678 of +31 6 1234 5678.", &["TEKST004 06-12345678", "TEKST004 +31 6 1234 5678"]),
            ("Op 06-12-2026 en 0612, artikel 6.06 en 061", &[]),
            ("Mail els.jansen@gmail.com.", &["TEKST004 els.jansen@gmail.com"]),
            ("BSN 123456782", &["TEKST004 BSN 123456782"]),
            ("Het BSN is negen cijfers.", &[]),
            ("Vraag het Els de Vries of mevrouw J. Bakker.", &["TEKST005 Els de Vries", "TEKST005 mevrouw J. Bakker"]),
            ("De heer Van den Berg", &["TEKST005 De heer Van den Berg"]),
            ("De heer of mevrouw die belt, krijgt Tim aan de lijn.", &[]),
            ("De wethouder Ruimte, de hans en Mark.", &[]),
        ] {
            assert_eq!(told(text), wanted, "{text}");
        }
        assert!(is_vague(" Klik hier! ") && is_vague("Lees meer…") && !is_vague("Lees het plan"));
    }
}

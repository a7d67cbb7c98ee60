//! Lines that stand below one another in the source, and that Markdown puts behind one another: items with a sign that begins no
//! list here, cells between semicolons, a table of contents from a word processor; and lines of signs alone.

use super::sheets::{dots_to_page, is_chapter, page_behind_tab, tab_to_page};
use super::{Construct, Found, cells, mail, paper, pictures};
use crate::letters::{first_line, is_one_line};
use pulldown_cmark::{Event, Tag, TagEnd};
use std::ops::Range;

pub static ITEMS: Construct = Construct {
    code: "MD070",
    from: "Word",
    effect: "wordt hier geen lijst: de regels komen achter elkaar te staan",
    remedy: "Begin elk punt op een nieuwe regel met een streepje en een spatie, of met een nummer, een punt en een spatie: 1. eerste punt.",
    patterns: &[],
};

static APART: Construct = Construct {
    code: "MD070",
    from: "Word",
    effect: "wordt hier geen lijst",
    remedy: "Begin elk punt met een streepje en een spatie, of met een nummer, een punt en een spatie: 1. eerste punt.",
    patterns: &[],
};

static BELOW: Construct = Construct {
    code: "MD070",
    from: "Word",
    effect: "komt op één regel te staan met de regel eronder",
    remedy: "Zet achter elke regel die moet eindigen <br>, of maak er een lijst van: begin elke regel met een streepje en een spatie.",
    patterns: &[],
};

static NUMBERED: Construct = Construct {
    code: "MD070",
    from: "Word",
    effect: "wordt hier geen kopje",
    remedy: "Een kopje begint met hekjes en een spatie. Schrijf: ## ¤.",
    patterns: &[],
};

static TABBED: Construct = Construct {
    code: "MD070",
    from: "Word",
    effect: "heeft een tab, en die wordt hier een gewone spatie",
    remedy: "Is dit een kopje? Begin de regel met ## en een spatie. Een punt van een lijst? Begin hem met een streepje en een spatie, of met 1. en een spatie. Haal anders de tab weg.",
    patterns: &[],
};

/// `1. Inleiding`, alone: the list that it becomes is not what was meant.
static ONE_ITEM: Construct = Construct {
    code: "MD070",
    from: "Word",
    effect: "wordt hier een lijst van één punt",
    remedy: "Is dit een kopje? Schrijf: ## ¤. Horen de punten van een lijst bij elkaar? Zet dan voor de tekst ertussen drie spaties.",
    patterns: &[],
};

static CONTENTS: Construct = Construct {
    code: "MD062",
    from: "Word",
    effect: "",
    remedy: "Haal de geplakte inhoudsopgave weg. De inhoudsopgave maakt de site zelf, uit de kopjes van de pagina.",
    patterns: &[],
};

/// A paragraph that is there for its white alone.
static BLANK: Construct = Construct {
    code: "MD070",
    from: "Word",
    effect: "maakt een lege regel",
    remedy: "Haal het weg. Hoeveel wit er tussen twee alinea's staat, kiest de site.",
    patterns: &[],
};

static SIGNS: Construct = Construct {
    code: "MD068",
    from: "AsciiDoc, reStructuredText en dergelijke",
    effect: "",
    remedy: "Een kopje schrijft u als ## Mijn kopje, een tabel met | en daaronder |---|---|, een streep over de pagina als ---. Anders haalt u de regel weg.",
    patterns: &[],
};

/// `| regel`, line below line.
static KEPT: Construct = Construct {
    code: "MD070",
    from: "Pandoc en reStructuredText",
    effect: "wordt hier geen regel en geen tabel",
    remedy: "Zet achter elke regel die moet eindigen <br>. Een tabel schrijft u met strepen: | Naam | Taak | en daaronder |---|---|.",
    patterns: &[],
};

/// `.Titel` above a block.
static TITLE: Construct = Construct {
    code: "MD068",
    from: "AsciiDoc",
    effect: "",
    remedy: "Haal de punt weg. Een kopje schrijft u zo: ## Mijn kopje.",
    patterns: &[],
};

/// `+++` in the text: a second set of what stands at the top.
static FENCE: Construct = Construct {
    code: "MD068",
    from: "een pagina die eronder is geplakt",
    effect: "",
    remedy: "Een pagina heeft maar één keer gegevens, helemaal bovenaan. Haal dit stuk weg, van +++ tot en met +++. Is het een andere pagina? Zet die in een eigen bestand.",
    patterns: &[],
};

static TAGS: Construct = Construct {
    code: "MD068",
    from: "Obsidian",
    effect: "",
    remedy: "Waarop een pagina te vinden moet zijn, zet u bovenaan bij trefwoorden.",
    patterns: &[],
};

/// No more of an item is looked through.
const LONGEST_ITEM: usize = 500;

/// A line of an address or a heading is no longer.
const LONGEST_LINE: usize = 60;

/// The words of an item without paragraphs, when they are several lines.
pub fn of_item(source: &str, events: &[(Event<'_>, Range<usize>)], i: usize) -> Option<Range<usize>> {
    let start = events.get(i + 1).filter(|(event, _)| matches!(event, Event::Text(_)))?.1.start;
    let item = source.get(start..events[i].1.end)?;
    // Of items within items each would be gone through again and again.
    if is_one_line(item[..item.floor_char_boundary(LONGEST_ITEM)].trim_end()) {
        return None;
    }
    let inner = events[i + 1..].iter();
    let ends = |event: &Event<'_>| {
        matches!(event, Event::End(TagEnd::Item) | Event::Start(Tag::List(_) | Tag::Paragraph | Tag::CodeBlock(_)))
            || matches!(event, Event::Start(Tag::BlockQuote(_) | Tag::HtmlBlock | Tag::Heading { .. } | Tag::Table(_)))
    };
    let words = inner.take_while(|(event, _)| !ends(event)).last()?;
    (start < words.1.end && source[start..words.1.end].contains('\n')).then_some(start..words.1.end)
}

/// What is found in a paragraph: at most one of each kind.
pub fn look(source: &str, range: &Range<usize>) -> Vec<Found> {
    if source.get(range.clone()).is_some_and(is_prose) {
        return Vec::new();
    }
    let lines = lines(source, range);
    let pairs = |fit: fn(&str, &str) -> bool| {
        lines.windows(2).position(|pair| !pair[0].broken && fit(pair[0].text, pair[1].text))
    };
    let line = |fits: fn(&str) -> bool| lines.iter().position(|line| fits(line.text));
    let found = [
        pairs(|one, next| follows(one, next) || (is_numbered(one) && is_numbered(next))).map(|i| (i, &ITEMS)),
        pairs(pictures::are_items).map(|i| (i, &pictures::ITEMS)),
        first_alone(source, range, &lines).map(|i| (i, &ITEMS)),
        cells::first_of_many(source, range).then_some((0, &cells::LOOSE)),
        pairs(stand_below).map(|i| (i, &BELOW)),
        (lines.len() == 1).then(|| line(is_numbered)).flatten().map(|i| (i, &NUMBERED)),
        line(paper::is_division).map(|i| (i, &NUMBERED)),
        (lines.len() == 1)
            .then(|| line(paper::is_page))
            .flatten()
            .filter(|_| !cells::is_among(source, range))
            .map(|i| (i, &paper::PAGE)),
        (lines.len() == 1).then(|| line(is_blank)).flatten().map(|i| (i, &BLANK)),
        pairs(|one, next| paper::are_notes(one, next) && !page_behind_tab(one)).map(|i| (i, &paper::NOTES)),
        pairs(paper::is_cut).map(|i| (i, &paper::CUT)),
        (lines.len() > 1).then(|| line(|line| line == "....")).flatten().map(|i| (i, &SIGNS)),
        contents_of_pages(source, &lines).map(|i| (i, &CONTENTS)),
        line(is_signs).filter(|i| !told_elsewhere(source, &lines, *i)).map(|i| {
            (
                i,
                if lines[i].text == "+++"
                    && lines.get(i + 1).is_some_and(|next| next.text.contains(" = ") || next.text.contains("=\""))
                {
                    &FENCE
                } else {
                    &SIGNS
                },
            )
        }),
        pairs(kept_below).map(|i| (i, &KEPT)),
        line(is_title).map(|i| (i, &TITLE)),
        line(is_tags).map(|i| (i, &TAGS)),
        (lines.iter().filter(|line| line.text.contains('\t')).count() == 1)
            .then(|| line(is_tabbed))
            .flatten()
            .map(|i| (i, &TABBED)),
    ];
    let whole = |i: usize| lines[i].start..lines[i].start + lines[i].text.len();
    let found = found.map(|found| found.map(|(i, construct)| Found { range: whole(i), construct }));
    let mail = mail::head(lines.iter().map(|line| line.text))
        .map(|(first, last)| Found { range: whole(first).start..whole(last).end, construct: &mail::HEAD });
    let mut chat = lines.iter().enumerate().filter(|(_, line)| paper::is_chat(line.text)).map(|(i, _)| i);
    let chat = chat.next().map(|first| whole(first).start..whole(chat.next_back().unwrap_or(first)).end);
    let chat = chat.map(|range| Found { range, construct: &paper::CHAT });
    found.into_iter().flatten().chain(mail).chain(chat).collect()
}

/// `a) een` with lines below it that have no sign, or with a list of another kind.
fn first_alone(source: &str, range: &Range<usize>, lines: &[Line<'_>]) -> Option<usize> {
    let first = lines.first()?.text;
    let opens = matches!(item(first), Some((form, 1)) if form.len() > 1 && form.ends_with(['a', 'A']));
    let short = |line: &Line<'_>| line.text.chars().count() <= LONGEST_LINE && !line.broken;
    let below = lines.len() > 2 && lines.iter().all(short) && lines[1..].iter().all(|line| item(line.text).is_none());
    let behind = source[range.end..].trim_start_matches(['\r', '\n']);
    let listed = lines.len() == 1 && (behind.starts_with("- ") || behind.starts_with("* "));
    (opens && (below || listed)).then_some(0)
}

/// Is this one line that begins and ends as prose does? Of most paragraphs that is all there is to know: what is told of a line
/// alone is short, begins with a digit or a sign, ends with the number of a page or has a tab.
fn is_prose(paragraph: &str) -> bool {
    let line = paragraph.trim_end().as_bytes();
    line.len() > LONGEST_LINE
        && line
            .first()
            .is_some_and(|b| b.is_ascii_alphabetic() || *b == b'*' || *b == b'[' && !line[1].is_ascii_digit())
        && line.last().is_some_and(|b| !b.is_ascii_digit())
        && memchr::memchr2(b'\n', b'\t', line).is_none()
}

/// Is this line of signs a part of what is told as a whole: the end of an infographic between quotes, the opening of a page with
/// a sign too many?
fn told_elsewhere(source: &str, lines: &[Line<'_>], i: usize) -> bool {
    let first = lines.first().map_or("", |line| line.text);
    // The end of a box that began above, which was told.
    let colons = |line: &Line<'_>| line.text.bytes().all(|b| b == b':');
    if colons(&lines[i]) && source[..lines[i].start].contains(":::") {
        return true;
    }
    first.trim_start_matches(['\'', '’', '‘']).len() < first.len() && first.ends_with(char::is_alphabetic)
        || lines[i].start == 0 && lines.get(i + 1).is_some_and(|next| next.text.contains(" = "))
}

/// The first line of a table of contents: with dots before the number of the page, or, below a word that says so, with a tab.
fn contents_of_pages(source: &str, lines: &[Line<'_>]) -> Option<usize> {
    let tabbed = lines.iter().position(|line| page_behind_tab(line.text));
    if let Some(dotted) = lines.iter().position(|line| dots_to_page(line.text)) {
        return Some(tabbed.map_or(dotted, |first| first.min(dotted)));
    }
    let first = tabbed?;
    let lines = &lines[first..];
    if !lines.iter().all(|line| page_behind_tab(line.text)) {
        return None;
    }
    let above = source[..lines[0].start].trim_end().rsplit('\n').next().unwrap_or_default();
    let above = above.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let said = ["inhoud", "inhoudsopgave", "inhoudstafel"].contains(&above.as_str());
    // `1 Inleiding` and `2.1 Doel`, each with a page. Rows of a spreadsheet look the same, but for their words and their numbers.
    let numbered = lines.iter().all(|line| line.text.starts_with(|c: char| c.is_ascii_digit()));
    let page = |line: &Line<'_>| line.text.rsplit('\t').next().and_then(|page| page.parse::<u32>().ok());
    let rising = lines.windows(2).all(|pair| page(&pair[0]) <= page(&pair[1]));
    (said || (numbered && rising && lines.iter().any(|line| is_chapter(line.text)))).then_some(first)
}

/// A paragraph of one line that is the next item of a list whose last one is the paragraph before it: `b) twee` after `a) een`.
pub fn goes_on(source: &str, before: &Range<usize>, range: &Range<usize>) -> Option<Found> {
    let line = |range: &Range<usize>| {
        let text = source.get(range.clone())?;
        // Nearly no paragraph begins as an item: that is asked first.
        may_be_item(text).then(|| text.trim_end()).filter(|text| is_one_line(text))
    };
    let (next, one) = (line(range)?, line(before)?);
    follows(one, next).then(|| Found { range: before.start..before.start + one.len(), construct: &APART })
}

/// A numbered list of one item that looks like a heading, with a paragraph behind it.
pub fn one_item(source: &str, events: &[(Event<'_>, Range<usize>)], i: usize) -> Option<Found> {
    let (Event::Start(Tag::List(Some(_))), range) = &events[i] else { return None };
    let text = source.get(range.clone())?.trim_end();
    let words = text.trim_start_matches(|c: char| c.is_ascii_digit()).get(1..)?.trim_start();
    let short = words.chars().count() <= LONGEST_LINE && !words.ends_with(['.', ',', ';', ':', '!', '?']);
    if text.contains('\n') || !short || !words.starts_with(char::is_uppercase) || words.contains("](") {
        return None;
    }
    let end = events[i..].iter().position(|(event, _)| matches!(event, Event::End(TagEnd::List(_))))?;
    let then = events.get(i + end + 1).map(|(event, _)| event);
    matches!(then, Some(Event::Start(Tag::Paragraph)))
        .then(|| Found { range: range.start..range.start + text.len(), construct: &ONE_ITEM })
}

/// An item of a list that is a line of a table of contents.
pub fn contents(source: &str, range: &Range<usize>) -> Option<Found> {
    let line = first_line(source.get(range.clone())?).trim_end();
    (dots_to_page(line) || tab_to_page(line))
        .then(|| Found { range: range.start..range.start + line.len(), construct: &CONTENTS })
}

/// A line without the marks of a quotation.
struct Line<'s> {
    start: usize,
    text: &'s str,
    /// It ends with what keeps the next one below it.
    broken: bool,
}

fn lines<'s>(source: &'s str, range: &Range<usize>) -> Vec<Line<'s>> {
    let mut at = range.start;
    let text = source.get(range.clone()).unwrap_or_default();
    text.split_inclusive('\n')
        .map(|line| {
            let inner = line.trim_start_matches(['>', ' ']);
            let start = at + line.len() - inner.len();
            at += line.len();
            let bare = inner.trim_end_matches(['\r', '\n']);
            let broken = ["  ", "\\", "<br>", "<br/>"].iter().any(|end| bare.ends_with(end));
            Line { start, text: bare.trim_end(), broken }
        })
        .collect()
}

/// Might a line that begins like this be an item? Words of prose are longer than a count.
fn may_be_item(line: &str) -> bool {
    let word = line.bytes().take(7).take_while(|b| !matches!(b, b' ' | b'\t')).count();
    word < 7 && (word < 4 || line[..line.floor_char_boundary(word)].contains([')', '.', ':']))
        || line.starts_with(['*', '+', '('])
        || line.starts_with(|c: char| c.is_ascii_digit())
}

/// The sign of an item: its form with the count taken out, and the count.
fn item(line: &str) -> Option<(String, u32)> {
    let word = line.split([' ', '\t']).next()?;
    // A count has a sign behind it.
    if word != "o" && word.bytes().all(|b| b.is_ascii_alphabetic()) {
        return None;
    }
    let behind = &line[word.len()..];
    // `1 - een`
    let digits = word.len() < 3 && !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit());
    if digits && behind.strip_prefix(" - ").is_some_and(|words| words.starts_with(char::is_alphabetic)) {
        return Some(("1 -".to_owned(), word.parse().ok()?));
    }
    let spaced = !behind.trim().is_empty();
    // `o`, `§`, `ü`, `Ø`, `—`, `✓`: signs that Word's own letters become.
    if spaced
        && behind.starts_with(' ')
        && ["o", "§", "ü", "Ø", "—", "✓", "✔", "→", "►", "*)", "-)", "»", "›", "~", "=>"].contains(&word)
    {
        return Some((word.to_owned(), 0));
    }
    let inner = word.strip_prefix('(').unwrap_or(word);
    let open = word.len() - inner.len();
    let digits = inner.bytes().take_while(u8::is_ascii_digit).count();
    let letters = inner.bytes().take_while(u8::is_ascii_lowercase).count();
    let capitals = inner.bytes().take_while(u8::is_ascii_uppercase).count();
    let (count, length) = match (digits, letters, capitals) {
        (1..=3, ..) => (inner[..digits].parse().ok()?, digits),
        (0, 1..=4, _) => (roman_or_letter(&inner[..letters])?, letters),
        (0, _, 1..=4) => (roman_or_letter(&inner[..capitals].to_ascii_lowercase())?, capitals),
        _ => return None,
    };
    let tail = &inner[length..];
    let closes = tail.starts_with([')', '.', ':']) && (open == 0 || tail.starts_with(')'));
    // `1.a` and `1)a` too, but `1.5` and `12.30` are numbers.
    let close = tail.chars().next().filter(|_| closes)?;
    let rest = &tail[1..];
    let separate = rest.is_empty() && spaced;
    let joined = digits > 0 && rest.starts_with(char::is_alphabetic);
    (separate || joined).then(|| {
        (
            format!(
                "{}{close}{}",
                &word[..open],
                if digits > 0 {
                    "1"
                } else if letters > 0 {
                    "a"
                } else {
                    "A"
                }
            ),
            count,
        )
    })
}

/// `a` is 1 and so is `i`, where it stands alone; `ii` is 2.
fn roman_or_letter(word: &str) -> Option<u32> {
    const ROMAN: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
    if word.len() == 1 && word != "i" {
        return word.bytes().next().map(|b| u32::from(b - b'a') + 1);
    }
    ROMAN.iter().position(|known| *known == word).and_then(|i| u32::try_from(i + 1).ok())
}

/// Are these an item and the next one of a list that is none here?
pub fn follows(one: &str, next: &str) -> bool {
    let step = steps(one).and_then(|one| Some((one, steps(next)?)));
    if step.is_some_and(|((word, n), (next, m))| word == next && m == n + 1) {
        return true;
    }
    let Some(((form, count), (next_form, next_count))) = item(one).and_then(|one| Some((one, item(next)?))) else {
        return unspaced(one).is_some_and(|sign| unspaced(next) == Some(sign));
    };
    let goes_on = next_count == count + 1 || (count == 0 && next_count == 0);
    form == next_form && goes_on
}

/// `Stap 1: kies` and `1e. kies`: a word and a number before what is to be done.
fn steps(line: &str) -> Option<(&str, u32)> {
    let (word, rest) = line.split_once(' ')?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let counted = word.starts_with(char::is_uppercase) && word.chars().all(char::is_alphabetic) && digits < 3;
    let closed = rest[digits..].starts_with([':', '.', ')']) && rest[digits + 1..].starts_with(' ');
    if counted && closed { Some((word, rest[..digits].parse().ok()?)) } else { None }
}

/// `*punt` and `+punt`: the space behind the sign is absent.
fn unspaced(line: &str) -> Option<char> {
    let sign = line.chars().next().filter(|c| matches!(c, '*' | '+'))?;
    (line[1..].starts_with(char::is_alphabetic) && !line[1..].contains(sign)).then_some(sign)
}

/// Have both lines the same number of cells, more than two, between semicolons, or between commas with no space behind them?
pub fn same_cells(one: &str, next: &str) -> bool {
    let semicolons = |line: &str| line.matches(';').count();
    let commas = |line: &str| {
        let tight = line.match_indices(',').all(|(i, _)| !line[i + 1..].starts_with([' ', '\t']));
        if tight { line.matches(',').count() } else { 0 }
    };
    let same = |count: &dyn Fn(&str) -> usize, least: usize| count(one) >= least && count(one) == count(next);
    let sentence = |line: &str| line.ends_with(['.', '!', '?', ':', ';']) || line.contains("; ");
    // `Almelo;12`: nobody writes a semicolon like that in a sentence.
    let tight = |line: &str| line.contains(';') && !line.contains("; ") && !line.contains('&') && !line.ends_with(';');
    (same(&semicolons, 1) && tight(one) && tight(next))
        || (same(&semicolons, 2) && !sentence(one) && !sentence(next))
        || same(&commas, 2)
}

/// A tab between words. Signs of a list have a message of their own.
fn is_tabbed(line: &str) -> bool {
    let first = line.chars().next().unwrap_or_default();
    // `G:\temp` in the data, which was told as a path.
    let path = line.split_once('\t').is_some_and(|(before, _)| before.ends_with(':') && before.len() > 1);
    let inside = line.trim().contains('\t') && !path;
    inside && (first.is_alphanumeric() || "(§✓✔→►*".contains(first)) && !line.starts_with("o\t")
}

/// Lines of an address or of an invitation: `Postbus 1` and `1234 AB Almelo`, `Datum: 3 mei` and `Plaats: Almelo`.
fn stand_below(one: &str, next: &str) -> bool {
    let postcode = |line: &str| {
        let (digits, rest) = line.split_at(line.bytes().take_while(u8::is_ascii_digit).count());
        let rest = rest.strip_prefix([' ', '\u{a0}']).unwrap_or(rest);
        let letters = rest.bytes().take_while(u8::is_ascii_uppercase).count();
        digits.len() == 4 && letters == 2 && rest[letters..].starts_with([' ', '\u{a0}'])
    };
    let labelled = |line: &str| {
        let words = line.split_once(": ").map(|(label, words)| (label, words.trim()));
        // The head of a mail is told as that.
        words.filter(|(label, _)| !mail::is_label(label)).is_some_and(|(label, words)| {
            let short = (3..=20).contains(&label.chars().count()) && label.split(' ').count() < 3;
            short
                && label.starts_with(char::is_uppercase)
                && label.chars().all(|c| c.is_alphabetic() || c == ' ')
                && !words.is_empty()
        })
    };
    let short = |line: &str| line.chars().count() <= LONGEST_LINE && !line.ends_with(['.', ',', ';', ':', '!', '?']);
    short(one) && short(next) && (postcode(next) || (labelled(one) && labelled(next)))
}

/// `1.1 Doel`, `2.3.1 Wie doet wat`, `1.Doel`
fn is_numbered(line: &str) -> bool {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let words = line[digits..].strip_prefix(['.', ')']).unwrap_or_default();
    if (1..=2).contains(&digits) && words.starts_with(char::is_uppercase) {
        return words.chars().count() <= LONGEST_LINE && !words.ends_with(['.', ',', ';', '!']);
    }
    let Some((number, words)) = line.split_once([' ', '\t']) else { return false };
    let parts: Vec<&str> = number.trim_end_matches('.').split('.').collect();
    let numeric = parts.len() > 1
        && parts.iter().all(|part| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit()));
    let words = words.trim();
    numeric
        && words.starts_with(char::is_uppercase)
        && words.chars().count() <= LONGEST_LINE
        && !words.ends_with(['.', ',', ';', '!'])
}

/// `| een` and `| twee`
fn kept_below(one: &str, next: &str) -> bool {
    [one, next].iter().all(|line| line.starts_with("| ") && line.matches('|').count() == 1)
}

/// `.De titel`, but not `.NET` and no sentence.
fn is_title(line: &str) -> bool {
    let mut signs = line.chars();
    let opens = signs.next() == Some('.')
        && signs.next().is_some_and(char::is_uppercase)
        && signs.next().is_some_and(char::is_lowercase);
    opens && line.chars().count() <= LONGEST_LINE && !line.ends_with(['.', ',', ';', '!', '?'])
}

/// `#overleg #vth`; with a capital it is a heading that lacks its space.
fn is_tags(line: &str) -> bool {
    let tag = |word: &str| word.strip_prefix('#').is_some_and(|name| name.starts_with(char::is_lowercase));
    !line.is_empty() && line.split(' ').all(tag)
}

/// `&nbsp;`, `.` or a backslash, alone in a paragraph.
fn is_blank(line: &str) -> bool {
    matches!(line.replace("&nbsp;", "").trim(), "" | "." | "\\" | "¶")
}

/// Only signs, and one of them three times or more in a row.
fn is_signs(line: &str) -> bool {
    let sign = |b: u8| {
        matches!(b, b'=' | b'^' | b'"' | b'~' | b'+' | b'.' | b'-' | b'|' | b'\'' | b'/' | b';' | b':' | b'#' | b'_')
    };
    let bytes = line.as_bytes();
    if !bytes.iter().all(|b| sign(*b) || *b == b' ') {
        return false;
    }
    let row = bytes.windows(3).any(|three| three[0] != b' ' && three.iter().all(|b| *b == three[0]))
        || bytes.iter().filter(|b| **b == b'=').count() > 2;
    // Three dots alone are a pause, and so are four.
    // The line of dashes of a table that fails has a message of its own.
    let dashes = line.contains('|') && line.contains('-') && !line.contains('+');
    let pause = bytes.len() < 5 && bytes.iter().all(|b| *b == b'.');
    // So is one of other signs.
    let other = line.contains("=|=") || line.contains("= | =");
    row && !dashes && !pause && !other && !line.starts_with("|===")
}

#[cfg(test)]
mod tests {
    use super::{follows, is_numbered, is_signs, is_tabbed, same_cells, stand_below};

    #[test]
    fn lines_that_were_meant_below_one_another() {
        for (one, next) in [
            ("a) x", "b) y"),
            ("(1) x", "(2) y"),
            ("i. x", "ii. y"),
            ("1.een", "2.twee"),
            ("o punt", "o punt"),
            ("*een", "*twee"),
            ("Stap 1: kies", "Stap 2: doe"),
            ("» een", "» twee"),
        ] {
            assert!(follows(one, next), "{one} {next}");
        }
        for (one, next) in [
            ("a. x", "c. y"),
            ("1.5 uur", "2.5 uur"),
            ("*een*", "*twee*"),
            ("de", "het"),
            ("o ja", "en"),
            ("Stap 1: a", "Stap 3: b"),
        ] {
            assert!(!follows(one, next), "{one} {next}");
        }
        assert!(same_cells("naam;taak;uur", "els;x;4") && same_cells("a,b,c", "d,e,f"));
        assert!(!same_cells("een, twee, drie,", "vier, vijf, zes,") && !same_cells("dit; dat; en", "zo; zus; en"));
        assert!(stand_below("Postbus 1", "1234 AB Almelo") && stand_below("Datum: 3 mei", "Plaats: Almelo"));
        assert!(!stand_below("De kust is", "1234 meter lang") && !stand_below("Dit is zo.", "Let op: dat niet"));
        assert!(
            is_tabbed("a.\tDoel") && is_tabbed("Artikel 1\tDoel") && !is_tabbed("o\tDoel") && !is_tabbed("•\tDoel")
        );
        assert!(same_cells("Naam;Bedrag", "Almelo;12") && !same_cells("Dit; dat", "zo; zus"));
        assert!(is_numbered("1.Doel") && !is_numbered("1.Doel is dit.") && !is_numbered("12.30 uur"));
        assert!(is_numbered("1.1\tDoel") && is_numbered("2.3.1. Wie doet wat?"));
        assert!(!is_numbered("1. Doel") && !is_numbered("1.5 miljoen euro") && !is_numbered("1.1 Dit is een zin."));
        assert!(is_signs("+---+---+") && is_signs("====") && is_signs("===== ====="));
        assert!(!is_signs("...") && !is_signs("--") && !is_signs("- - -"));
    }
}

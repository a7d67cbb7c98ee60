//! What Markdown takes for a quotation, a line across, a heading, an empty item or struck out words, and what another program
//! means by it.

use super::{Construct, Found};
use pulldown_cmark::{Event, Tag, TagEnd};
use std::ops::Range;

static BOX: Construct = Construct {
    code: "MD061",
    from: "GitHub van vroeger",
    effect: "wordt hier een gewoon citaat, geen kader",
    remedy: "Maak er een kader van: zet in plaats van deze woorden op een eigen regel > [!OPMERKING], > [!TIP], > [!BELANGRIJK], > [!WAARSCHUWING] of > [!LET OP].",
    patterns: &[],
};

static THRICE: Construct = Construct {
    code: "MD064",
    from: "GitLab en Python",
    effect: "wordt hier een citaat in een citaat in een citaat",
    remedy: "Zet voor elke regel van een citaat één teken >. Code zet u tussen regels met drie accenten grave: ```.",
    patterns: &[],
};

static SIDEBAR: Construct = Construct {
    code: "MD068",
    from: "AsciiDoc",
    effect: "wordt hier een streep over de pagina",
    remedy: "Maak een kader zo: begin een regel met > [!TIP] en zet voor iedere regel van de tekst een >. Bedoelt u een streep? Laat er een lege regel onder.",
    patterns: &[],
};

static COLUMNS: Construct = Construct {
    code: "MD068",
    from: "Pandoc en reStructuredText",
    effect: "wordt hier een streep over de pagina, geen tabel",
    remedy: "Een tabel schrijft u met strepen: | Naam | Taak | en daaronder |---|---|, en dan de rijen.",
    patterns: &[],
};

static NUMBERED: Construct = Construct {
    code: "MD064",
    from: "MediaWiki en Textile",
    effect: "wordt hier een kopje, geen punt van een lijst",
    remedy: "Een genummerde lijst schrijft u zo: 1. eerste punt, en op de volgende regel 2. tweede punt.",
    patterns: &[],
};

static UNDERLINED: Construct = Construct {
    code: "MD070",
    from: "een e-mail of een lijst",
    effect: "maakt van de tekst erboven een kopje",
    remedy: "Laat er een lege regel boven, of haal het weg. Een kopje schrijft u zo: ## Mijn kopje.",
    patterns: &[],
};

static JOINED: Construct = Construct {
    code: "MD064",
    from: "AsciiDoc",
    effect: "wordt hier een leeg punt van een lijst",
    remedy: "Haal het weg. Zet voor wat nog bij het punt erboven hoort twee of drie spaties.",
    patterns: &[],
};

static ORDER: Construct = Construct {
    code: "MD064",
    from: "DokuWiki",
    effect: "wordt hier doorgestreept",
    remedy: "Haal de regel weg.",
    patterns: &[],
};

static BROKEN: Construct = Construct {
    code: "MD064",
    from: "DokuWiki en Confluence",
    effect: "begint hier geen nieuwe regel",
    remedy: "Een nieuwe regel schrijft u als <br>, of met twee spaties aan het eind van de regel.",
    patterns: &[],
};

/// A heading is no longer than this.
const LONGEST_HEADING: usize = 80;

/// What opens a box in a quotation: the words that GitHub took for one, and those that people write in their place.
const OPENINGS: &[&str] = &[
    "note",
    "warning",
    "tip",
    "important",
    "caution",
    "info",
    "danger",
    "opmerking",
    "noot",
    "waarschuwing",
    "let op",
    "belangrijk",
    "pas op",
    "informatie",
];

/// Orders to DokuWiki between waves.
const ORDERS: &[&str] = &["NOTOC", "NOCACHE", "DISCUSSION", "NOFOOTER", "NOHEADER", "SLIDESHOW", "CLOSETOC", "TOC"];

/// What is found where this event stands.
pub fn look(source: &str, events: &[(Event<'_>, Range<usize>)], i: usize) -> Option<Found> {
    let (event, range) = &events[i];
    match event {
        Event::Start(Tag::BlockQuote(None)) => quotation(source, range),
        Event::Rule => rule(source, range),
        Event::Start(Tag::Heading { .. }) => heading(source, events, i),
        Event::Start(Tag::Item) => {
            let text = source.get(range.clone())?.trim();
            (text == "+").then(|| Found { range: range.start..range.start + 1, construct: &JOINED })
        }
        Event::Start(Tag::Strikethrough) => {
            let inner = source.get(range.clone())?.trim_matches('~');
            let name = inner.split(':').next().unwrap_or_default();
            ORDERS.contains(&name).then(|| Found { range: range.clone(), construct: &ORDER })
        }
        Event::Text(text) if text.starts_with('\\') => broken(source, range.start..range.start + 1),
        _ => None,
    }
}

/// `> **Note**`, `> **Let op:** tekst`, `>>>`.
fn quotation(source: &str, range: &Range<usize>) -> Option<Found> {
    let line = source.get(range.clone())?.lines().next()?.trim_end();
    if line.starts_with(">>>") {
        return Some(Found { range: range.start..range.start + line.len(), construct: &THRICE });
    }
    let words = line.trim_start_matches('>').trim_start_matches(|c: char| !c.is_alphanumeric() && c != '*' && c != '_');
    let sign = ["**", "__"].into_iter().find(|sign| words.starts_with(sign))?;
    let (bold, behind) = words[2..].split_once(sign)?;
    let (name, behind) = (bold.trim_end_matches([':', '!']), behind.trim_start_matches(':').trim());
    let opens = OPENINGS.iter().any(|known| name.eq_ignore_ascii_case(known));
    let ends = name.len() < bold.len() || behind.is_empty() || words[bold.len() + 4..].starts_with(':');
    let start = range.start + line.len() - words.len();
    (opens && ends).then(|| Found { range: start..start + bold.len() + 4, construct: &BOX })
}

/// `****` around a text, and the dashes under the head of a table of columns.
fn rule(source: &str, range: &Range<usize>) -> Option<Found> {
    let mut lines = source.get(range.start..)?.lines();
    let line = lines.next()?.trim();
    let adjoins = lines.next().is_some_and(|next| !next.trim().is_empty());
    let groups = line.split_whitespace().all(|group| group.len() > 1 && group.bytes().all(|b| b == b'-'));
    let construct = if line.contains(' ') && groups {
        &COLUMNS
    } else if line == "****" && adjoins {
        &SIDEBAR
    } else {
        return None;
    };
    Some(Found { range: range.start..range.start + line.len(), construct })
}

/// `# een` directly above `# twee`; and a heading that a sign or two under a line made.
fn heading(source: &str, events: &[(Event<'_>, Range<usize>)], i: usize) -> Option<Found> {
    let range = &events[i].1;
    let text = source.get(range.clone())?.trim_end();
    if text.starts_with("# ") {
        let (before, place) = events.get(i.checked_sub(1)?)?;
        let adjoins = matches!(before, Event::End(TagEnd::Heading(_)))
            && source.get(place.clone())?.starts_with("# ")
            && source.get(place.end..range.start)?.trim_matches(['\n', '\r']).is_empty()
            && !source.get(place.end.saturating_sub(1)..range.start)?.contains("\n\n");
        return adjoins.then(|| Found { range: range.start..range.start + text.len(), construct: &NUMBERED });
    }
    let line = text.lines().next_back()?;
    let signs = line.trim();
    let short = matches!(signs, "-" | "--" | "=" | "==") && text.len() > line.len();
    // A paragraph with a line across directly under it.
    let above = text[..text.len() - line.len()].trim_end();
    let whole = !signs.is_empty()
        && signs.bytes().all(|b| matches!(b, b'-' | b'='))
        && above.ends_with(['.', '!', '?'])
        && (above.contains('\n') || above.chars().count() > LONGEST_HEADING || is_sentence(above));
    let end = range.start + text.len();
    (short || whole).then(|| Found { range: end - signs.len()..end, construct: &UNDERLINED })
}

/// `Het college besluit.`: no heading ends with a full stop, and an abbreviation is no sentence.
fn is_sentence(line: &str) -> bool {
    let last = line.rsplit(' ').next().unwrap_or_default();
    line.ends_with('.') && line.split(' ').count() > 2 && last.len() > 4 && !last[..last.len() - 1].contains('.')
}

/// `een\\twee`: two of them, of which Markdown shows one.
fn broken(source: &str, range: Range<usize>) -> Option<Found> {
    let before = source.get(..range.start)?.strip_suffix('\\')?.chars().next_back()?;
    let after = source.get(range.end..)?.chars().next();
    let between = after.is_none_or(|c| c.is_whitespace() || c.is_alphanumeric());
    let wordy = before.is_alphanumeric() || matches!(before, '.' | ',' | '?' | '!' | ')' | '”' | '"' | ' ');
    let alone = before == ' ' && after.is_some_and(char::is_alphanumeric);
    (between && wordy && !alone).then(|| Found { range: range.start - 1..range.end, construct: &BROKEN })
}

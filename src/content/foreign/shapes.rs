//! What Markdown takes for a quotation, a line across, a heading, an empty item or struck out words, and what another program
//! means by it.

use super::{Construct, Found};
use crate::letters::{first_line, is_one_line};
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

pub static UNDERLINED: Construct = Construct {
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

static UNEVEN: Construct = Construct {
    code: "MD041",
    from: "Markdown",
    effect: "heeft vooraan en achteraan niet evenveel tekens",
    remedy: "Vet schrijft u met twee sterretjes aan beide kanten, **vet**, en schuin met één: *schuin*.",
    patterns: &[],
};

static TASK: Construct = Construct {
    code: "MD064",
    from: "Obsidian",
    effect: "",
    remedy: "Een afgevinkte taak schrijft u als - [x], een open taak als - [ ].",
    patterns: &[],
};

static DEEPER: Construct = Construct {
    code: "MD064",
    from: "Confluence en Jira",
    effect: "komt achter het punt erboven te staan",
    remedy: "Een punt onder een ander punt begint met twee spaties, een streepje en een spatie.",
    patterns: &[],
};

static QUOTED: Construct = Construct {
    code: "MD068",
    from: "AsciiDoc",
    effect: "wordt hier een streep over de pagina",
    remedy: "Een citaat begint met een > en een spatie: > Wat iemand zei. Bedoelt u een streep? Laat er een lege regel onder.",
    patterns: &[],
};

static LISTING: Construct = Construct {
    code: "MD068",
    from: "AsciiDoc",
    effect: "wordt hier een streep over de pagina, en de regels eronder een kopje",
    remedy: "Code zet u tussen twee regels met drie accenten grave: ```. Bedoelt u een streep? Laat er een lege regel onder.",
    patterns: &[],
};

static FRAMED: Construct = Construct {
    code: "MD068",
    from: "reStructuredText",
    effect: "komt in het kopje te staan",
    remedy: "Haal deze regel weg, en die onder het kopje. Een kopje schrijft u zo: ## Mijn kopje.",
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

static ACCENT: Construct = Construct {
    code: "MD069",
    from: "LaTeX",
    effect: "",
    remedy: "Schrijf de letter zelf, met haar accent: é, è, ê, ë of ñ.",
    patterns: &[],
};

/// Items of a list in a cell of a table.
static IN_CELL: Construct = Construct {
    code: "MD070",
    from: "Word",
    effect: "valt buiten de tabel: een rij staat op één regel",
    remedy: "Zet de punten in de cel achter elkaar, met <br> ertussen: | Raad | besluit<br>kiest |",
    patterns: &[],
};

/// No path is longer, and no more of an item is looked through.
const LONGEST_PATH: usize = 300;

/// A heading is no longer than this.
const LONGEST_HEADING: usize = 80;
/// A heading with a line of three dashes below it has no more words: what is longer was to have a line across below it.
const LONGEST_TITLE: usize = 3;

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

/// What is found where this event stands, when it is no text.
#[inline]
pub fn look(source: &str, events: &[(Event<'_>, Range<usize>)], i: usize) -> Option<Found> {
    let (event, range) = &events[i];
    match event {
        Event::Start(Tag::BlockQuote(None)) => quotation(source, range),
        Event::Rule => rule(source, events, i),
        Event::Start(Tag::Heading { .. }) => heading(source, events, i),
        Event::Start(Tag::Item) => item(source, range),
        Event::Start(Tag::Strikethrough) => {
            let inner = source.get(range.clone())?.trim_matches('~');
            let name = inner.split(':').next().unwrap_or_default();
            ORDERS.contains(&name).then(|| Found { range: range.clone(), construct: &ORDER })
        }
        Event::Start(Tag::Emphasis | Tag::Strong) | Event::End(TagEnd::Emphasis) => uneven(source, events, i),
        _ => None,
    }
}

/// What is found where this text begins.
#[inline]
pub fn at_text(source: &str, text: &str, range: &Range<usize>) -> Option<Found> {
    match text.as_bytes().first()? {
        b'\\' => broken(source, range.start..range.start + 1).or_else(|| share(source, range.start)),
        b'\'' | b'"' | b'`' | b'^' | b'~' => accent(source, range.start),
        _ => None,
    }
}

/// `> **Note**`, `> **Let op:** tekst`, `>>>`.
fn quotation(source: &str, range: &Range<usize>) -> Option<Found> {
    let line = first_line(source.get(range.clone())?).trim_end();
    if line.starts_with(">>>") {
        return Some(Found { range: range.start..range.start + line.len(), construct: &THRICE });
    }
    let own = line.trim_start_matches(['>', ' ']);
    // `> TIP: tekst` and `> !TIP`
    let bare = own.strip_prefix('!').unwrap_or(own);
    let capitals = bare.len() - bare.trim_start_matches(|c: char| c.is_uppercase() || c == ' ').len();
    let name = bare[..capitals].trim();
    let marked = bare.len() < own.len() && bare.len() == capitals || bare[capitals..].starts_with(':');
    if marked && OPENINGS.iter().any(|known| name.eq_ignore_ascii_case(known)) {
        let start = range.start + line.len() - own.len();
        let end = range.start + line.len() - bare.len() + capitals;
        return Some(Found { range: start..end, construct: &BOX });
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

/// An item that is no item elsewhere: `+` alone, `- [!] let op`, `- 3 -`; and `-- dieper`, which goes on with the item above.
fn item(source: &str, range: &Range<usize>) -> Option<Found> {
    let text = source.get(range.clone())?;
    let line = first_line(text).trim_end();
    let words = line.get(1..)?.trim_start();
    let found = |from: usize, length: usize, construct| Some(Found { range: from..from + length, construct });
    if text.trim() == "+" {
        return found(range.start, 1, &JOINED);
    }
    let mut signs = words.chars();
    if let (Some('['), Some(mark), Some(']'), Some(' ')) = (signs.next(), signs.next(), signs.next(), signs.next())
        && !matches!(mark, ' ' | 'x' | 'X')
        && !mark.is_ascii_digit()
    {
        return found(range.start + line.len() - words.len(), words.len(), &TASK);
    }
    let number = words.strip_suffix(" -").is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()));
    if number && line.starts_with('-') {
        return found(range.start, line.len(), &super::paper::PAGE);
    }
    // `| Raad | - een` and below it `- twee |`
    if line.ends_with(" |") {
        let above = source[..range.start].trim_end_matches(' ').strip_suffix('\n');
        let above = above.map_or("", |above| above.rsplit('\n').next().unwrap_or_default());
        if above.starts_with('|') {
            return found(range.start, line.len(), &IN_CELL);
        }
    }
    let text = &text[..text.floor_char_boundary(LONGEST_PATH)];
    let deeper = memchr::memchr_iter(b'\n', text.as_bytes()).map(|i| i + 1).find(|&i| {
        let below = text[i..].trim_start_matches([' ', '\t']);
        below.strip_prefix("-- ").is_some_and(|words| words.starts_with(char::is_alphanumeric))
    })?;
    let below = text[deeper..].lines().next().unwrap_or_default();
    found(range.start + deeper, below.trim_end().len(), &DEEPER)
}

/// `****` around a text, code between `----`, and the dashes under the head of a table of columns.
fn rule(source: &str, events: &[(Event<'_>, Range<usize>)], i: usize) -> Option<Found> {
    let range = &events[i].1;
    let mut lines = source.get(range.start..)?.lines();
    let line = lines.next()?.trim();
    let adjoins = lines.next().is_some_and(|next| !next.trim().is_empty());
    let groups = line.split_whitespace().all(|group| group.len() > 1 && group.bytes().all(|b| b == b'-'));
    let construct = if line.contains(' ') && groups {
        &COLUMNS
    } else if line == "****" && adjoins {
        &SIDEBAR
    } else if line == "____" && adjoins {
        &QUOTED
    } else if line == "----" && adjoins && closes(source, events, i) {
        &LISTING
    } else {
        return None;
    };
    Some(Found { range: range.start..range.start + line.len(), construct })
}

/// `**vet*`, `*vet**`, and `**een* en *twee**`, of which Markdown makes italics within italics: not as many signs before as behind.
fn uneven(source: &str, events: &[(Event<'_>, Range<usize>)], i: usize) -> Option<Found> {
    let (event, range) = &events[i];
    let sign = *source.as_bytes().get(range.start)?;
    let found = |range: Range<usize>| Some(Found { range, construct: &UNEVEN });
    let is_sign = |at: usize| source.as_bytes().get(at) == Some(&sign);
    if let Event::End(_) = event {
        let (next, place) = events.get(i + 1)?;
        let behind = matches!(next, Event::Text(_)) && place.start == range.end && is_sign(range.end);
        return if behind { found(range.start..range.end + 1) } else { None };
    }
    let italic = matches!(event, Event::Start(Tag::Emphasis));
    if let Some((Event::Start(Tag::Emphasis), inner)) = events.get(i + 1).filter(|_| italic) {
        return found(range.start..inner.end);
    }
    let (before, place) = events.get(i.checked_sub(1)?)?;
    let at = range.start.checked_sub(1).filter(|&at| matches!(before, Event::Text(_)) && place.end == at + 1)?;
    // Only before a sign is this the edge of a character.
    if is_sign(at) && !source[..at].ends_with(['\\', char::from(sign)]) { found(at..range.end) } else { None }
}

/// Is what comes after this line of dashes a heading, by another such line under it?
fn closes(source: &str, events: &[(Event<'_>, Range<usize>)], i: usize) -> bool {
    let Some((Event::Start(Tag::Heading { .. }), range)) = events.get(i + 1) else { return false };
    source.get(range.clone()).is_some_and(|text| text.trim_end().ends_with("\n----"))
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
    let line = if is_one_line(text) { text } else { text.lines().next_back()? };
    let signs = line.trim();
    // `=====` above the words as well as below them.
    let first = first_line(text).trim_end();
    let framed = first.len() > 2 && text.len() > first.len() && first.bytes().all(|b| b"=-~^*+#\"'`_:.".contains(&b));
    if framed && first.bytes().all(|b| b == first.as_bytes()[0]) {
        return Some(Found { range: range.start..range.start + first.len(), construct: &FRAMED });
    }
    let short = matches!(signs, "-" | "--" | "=" | "==") && text.len() > line.len();
    // A paragraph with a line across directly under it.
    let above = text[..text.len() - line.len()].trim_end();
    let underline = !signs.is_empty() && signs.bytes().all(|b| matches!(b, b'-' | b'='));
    // `---` is how a line across is written here.
    let across =
        signs == "---" && (above.split_whitespace().count() > LONGEST_TITLE || !above.starts_with(char::is_uppercase));
    let ends =
        above.ends_with([',', ';', ':']) || above.ends_with(['.', '!', '?']) && above.chars().count() > LONGEST_HEADING;
    let whole = underline && (above.contains('\n') || across || ends || is_sentence(above));
    let end = range.start + text.len();
    (short || whole).then(|| Found { range: end - signs.len()..end, construct: &UNDERLINED })
}

/// `Het college besluit.`: no heading ends with a full stop, and an abbreviation is no sentence.
fn is_sentence(line: &str) -> bool {
    const SHORT: &[&str] =
        &["enz", "etc", "jl", "nr", "bv", "resp", "ca", "dr", "mr", "drs", "ing", "min", "max", "afd"];
    let last = line.rsplit(' ').next().unwrap_or_default().trim_end_matches('.');
    line.ends_with('.') && line.split(' ').count() > 2 && !last.contains('.') && !SHORT.contains(&last)
}

/// `\\server\map\plan.docx`, of which Markdown shows one backslash at the start.
fn share(source: &str, second: usize) -> Option<Found> {
    let start = second.checked_sub(1).filter(|&at| source.as_bytes()[at] == b'\\')?;
    let path = &source[second + 1..source.floor_char_boundary(second + LONGEST_PATH)];
    let path = &path[..path.find(|c: char| c.is_whitespace() || "<>()[]\"".contains(c)).unwrap_or(path.len())];
    let (server, share) = path.split_once('\\')?;
    let name = |name: &str| name.starts_with(|c: char| c.is_alphanumeric());
    let outside = !source[..start].ends_with(|c: char| c.is_alphanumeric() || c == '\\');
    (name(server) && name(share) && outside)
        .then(|| Found { range: start..second + 1 + path.len(), construct: &super::office::ON_DISK })
}

/// `caf\'e` and `ge\"evalueerd`: a letter with an accent, within a word. `zo\'n` and `\"een` are signs that are to stay straight.
fn accent(source: &str, sign: usize) -> Option<Found> {
    let before = source.get(..sign)?.strip_suffix('\\')?;
    let after = source[sign + 1..].chars().next()?;
    let accented = match source.as_bytes()[sign] {
        b'~' => matches!(after, 'n' | 'a' | 'o'),
        _ => matches!(after, 'a' | 'e' | 'i' | 'o' | 'u'),
    };
    let in_word = before.ends_with(char::is_alphabetic);
    (accented && in_word).then(|| Found { range: sign - 1..sign + 2, construct: &ACCENT })
}

/// `een\\twee`: two of them, of which Markdown shows one.
fn broken(source: &str, range: Range<usize>) -> Option<Found> {
    let before = source.get(..range.start)?.strip_suffix('\\')?.chars().next_back().unwrap_or('\n');
    let after = source.get(range.end..)?.chars().next();
    let between = after.is_none_or(|c| c.is_whitespace() || c.is_alphanumeric());
    let wordy = before.is_alphanumeric() || matches!(before, '.' | ',' | '?' | '!' | ')' | '”' | '"' | ' ');
    let alone = before == ' ' && after.is_some_and(char::is_alphanumeric);
    let (wordy, between) = match (before, after) {
        ('\n', Some(' ')) => (true, true),
        ('\n', Some('[')) => (true, source[range.end + 1..].starts_with(|c: char| c.is_ascii_digit())),
        _ => (wordy, between),
    };
    (between && wordy && !alone).then(|| Found { range: range.start - 1..range.end, construct: &BROKEN })
}

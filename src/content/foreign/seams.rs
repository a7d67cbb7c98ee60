//! What only shows where code or a link meets the text beside it: roles and links of other languages, formulas, accents that were
//! meant as apostrophes, and addresses that a mail program wrote twice.

use super::{Construct, Found};
use pulldown_cmark::{Event, LinkType, Tag};
use std::collections::HashSet;
use std::ops::Range;

static ROLE: Construct = Construct {
    code: "MD068",
    from: "reStructuredText en MyST",
    effect: "",
    remedy: "Een link schrijft u als [tekst](https://voorbeeld.nl), en binnen de site als [[id]]. Wat er niet bij hoort, haalt u weg.",
    patterns: &[],
};

static FORMULA: Construct = Construct {
    code: "MD066",
    from: "GitLab",
    effect: "",
    remedy: "Formules zet Verbeeld niet. Schrijf de som in woorden of gewone tekens: 0,1 × 36 uur = 3,6 uur.",
    patterns: &[],
};

static QUERY: Construct = Construct {
    code: "MD066",
    from: "Obsidian",
    effect: "komt hier als tekst op de pagina",
    remedy: "Zet hier zelf wat er moet staan. Een getal uit de gegevens schrijft u als {{ cijfer.naam }}.",
    patterns: &[],
};

static COMPUTED: Construct = Construct {
    code: "MD066",
    from: "R Markdown en Quarto",
    effect: "komt hier als tekst op de pagina",
    remedy: "Een site rekent niets uit. Zet hier de uitkomst, of een getal uit de gegevens: {{ cijfer.naam }}.",
    patterns: &[],
};

static ACCENT: Construct = Construct {
    code: "MD063",
    from: "een accent als apostrof",
    effect: "maakt hier code van de woorden ertussen",
    remedy: "Schrijf een rechte apostrof: foto's en video's. Code zet u tussen twee accenten grave, met een spatie ervoor en erachter.",
    patterns: &[],
};

static LANGUAGE: Construct = Construct {
    code: "MD068",
    from: "MkDocs",
    effect: "komt met de naam van de taal op de pagina",
    remedy: "Haal de tekens vooraan en de naam van de taal weg. In een zin krijgt code geen kleuren.",
    patterns: &[],
};

static LITERAL: Construct = Construct {
    code: "MD068",
    from: "AsciiDoc",
    effect: "komt met de plustekens op de pagina",
    remedy: "Haal de plustekens weg. Tussen accenten grave staat alles er al letterlijk.",
    patterns: &[],
};

static TWICE: Construct = Construct {
    code: "MD067",
    from: "Outlook",
    effect: "zet hetzelfde adres twee keer achter elkaar",
    remedy: "Haal het deel tussen < en > weg, met die tekens.",
    patterns: &[],
};

static SAFE_LINK: Construct = Construct {
    code: "MD067",
    from: "Outlook",
    effect: "leidt over een omweg van Microsoft",
    remedy: "Open de link, en zet het adres dat u dan in de adresbalk ziet op deze plek.",
    patterns: &[],
};

static NAMED: Construct = Construct {
    code: "MD067",
    from: "Slack",
    effect: "zet de tekst bij het adres",
    remedy: "Een link schrijft u als [tekst](https://voorbeeld.nl).",
    patterns: &[],
};

static NOTE: Construct = Construct {
    code: "MD067",
    from: "Word",
    effect: "wordt hier geen voetnoot",
    remedy: "Een voetnoot schrijft u als [^1] in de tekst, en op een eigen regel: [^1]: de tekst van de voetnoot.",
    patterns: &[],
};

/// How Word names its footnotes, endnotes and remarks.
const WORD_NOTES: &[&str] = &["#_ftn", "#_edn", "#_msocom"];

static UNUSED: Construct = Construct {
    code: "MD068",
    from: "MultiMarkdown en PHP Markdown Extra",
    effect: "komt niet op de pagina",
    remedy: "Leg een afkorting uit in de gegevens, als [[begrip]] met afkorting. Is het gewone tekst? Zet dan een schuine streep naar links (\\) voor de eerste haak.",
    patterns: &[],
};

static NO_LINK: Construct = Construct {
    code: "MD068",
    from: "een lijst met adressen",
    effect: "komt niet op de pagina: geen link gebruikt dit adres",
    remedy: "Zet het adres bij de woorden waar het bij hoort: [tekst](https://voorbeeld.nl). Of haal de regel weg.",
    patterns: &[],
};

static OF_SENTENCE: Construct = Construct {
    code: "MD064",
    from: "MediaWiki, reStructuredText en dergelijke",
    effect: "wordt hier de uitleg van de zin erboven",
    remedy: "Begin de regel met gewone tekst. Een uitleg hoort bij een woord, niet bij een zin.",
    patterns: &[],
};

static INDENT: Construct = Construct {
    code: "MD064",
    from: "MediaWiki, reStructuredText en dergelijke",
    effect: "wordt hier de uitleg van het woord erboven",
    remedy: "Begin de regel met gewone tekst. Een uitleg bij een woord schrijft u met een spatie achter de dubbele punt: : uitleg.",
    patterns: &[],
};

/// `[>VTH]: Vergunningen`: the address of links that are not there, and no address either. Markdown shows none of it.
pub fn unused<'d>(
    defined: impl Iterator<Item = (&'d str, &'d str, Range<usize>)>,
    events: &[(Event<'_>, Range<usize>)],
) -> Vec<Found> {
    let mut defined = defined.peekable();
    if defined.peek().is_none() {
        return Vec::new();
    }
    let used: HashSet<String> = events
        .iter()
        .filter_map(|(event, _)| match event {
            Event::Start(Tag::Link { id, .. } | Tag::Image { id, .. }) => Some(id.to_lowercase()),
            _ => None,
        })
        .collect();
    defined
        .filter(|(label, ..)| !used.contains(&label.to_lowercase()))
        .map(|(_, address, range)| {
            let construct = if address.contains(['/', '.', '#', '@']) { &NO_LINK } else { &UNUSED };
            Found { range, construct }
        })
        .collect()
}

/// Code in a sentence, and what stands directly before and behind it.
pub fn code(source: &str, range: &Range<usize>) -> Option<Found> {
    let code = source.get(range.clone())?;
    let (before, after) = (&source[..range.start], &source[range.end..]);
    let letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    let construct = if before.ends_with('$') && after.starts_with('$') {
        &FORMULA
    } else if role(before) > 0 || after.starts_with('_') {
        &ROLE
    } else if code.starts_with("`#!") || code.starts_with("`:::") {
        &LANGUAGE
    } else if code.len() > 4 && code.starts_with("`+") && code.ends_with("+`") && !code[2..].starts_with('+') {
        &LITERAL
    } else if code.starts_with("`r ") || code.starts_with("`{") && code.contains("} ") {
        &COMPUTED
    } else if code.starts_with("`= ") || code.starts_with("`$= ") || code.starts_with("`$=") {
        &QUERY
    } else if letter(before.chars().next_back()) && letter(after.chars().next()) {
        &ACCENT
    } else {
        return None;
    };
    // A role is told with its name.
    let name = if *construct == ROLE { role(before) } else { 0 };
    Some(Found { range: range.start - name..range.end, construct })
}

/// The length of `:ref:`, `:py:func:` or `{ref}` at the end of this text; 0 when there is none.
fn role(before: &str) -> usize {
    let part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':' | '+');
    if let Some(inner) = before.strip_suffix('}') {
        let name = inner.trim_end_matches(part);
        let is_role = name.len() < inner.len() && name.ends_with('{');
        return if is_role { before.len() + 1 - name.len() } else { 0 };
    }
    let Some(inner) = before.strip_suffix(':') else { return 0 };
    let name = inner.len() - inner.trim_end_matches(part).len();
    if inner[inner.len() - name..].starts_with(':') && name > 1 { name + 1 } else { 0 }
}

/// A link that a mail program made.
pub fn link(source: &str, event: &Event<'_>, range: &Range<usize>) -> Option<Found> {
    let Event::Start(Tag::Link { link_type, dest_url, .. }) = event else { return None };
    // Most addresses lead within the site, and have none of these signs.
    let whence = memchr::memchr3(b'.', b'=', b'?', dest_url.as_bytes()).and_then(|_| made_by(dest_url));
    if let Some(construct) = whence {
        return Some(Found { range: range.clone(), construct });
    }
    if WORD_NOTES.iter().any(|note| dest_url.starts_with(note)) {
        return Some(Found { range: range.clone(), construct: &NOTE });
    }
    let written = matches!(link_type, LinkType::Autolink | LinkType::Email);
    // `<https://a.nl|tekst>`
    if written && dest_url.contains('|') {
        return Some(Found { range: range.clone(), construct: &NAMED });
    }
    let before = source[..range.start].chars().next_back();
    let twice = written && before.is_some_and(|c| c.is_alphanumeric() || c == '/');
    twice.then(|| Found { range: range.clone(), construct: &TWICE })
}

/// What an address with a full stop, `=` or `?` in it shows of the program that it was copied from.
fn made_by(address: &str) -> Option<&'static Construct> {
    if address.contains(".safelinks.protection.outlook.com/") || address.contains("://urldefense.") {
        return Some(&SAFE_LINK);
    }
    let program = ["chatgpt", "openai", "copilot", "perplexity", "gemini", "claude"];
    let asked = address.split_once("utm_source=").map(|(_, behind)| behind);
    if asked.is_some_and(|behind| program.iter().any(|name| behind.starts_with(name))) {
        return Some(&super::assistants::TRACED);
    }
    super::assistants::counts(address).then_some(&super::assistants::COUNTED)
}

/// `[[1]](#_ftn1)`, which begins as a mention.
pub fn mention(source: &str, range: &Range<usize>) -> Option<Found> {
    let inside = source.get(range.end..)?.strip_prefix('(')?;
    WORD_NOTES.iter().find(|note| inside.starts_with(**note))?;
    let end = range.end + 1 + inside.find(')')? + 1;
    Some(Found { range: range.start..end, construct: &NOTE })
}

/// `: tekst` below a whole sentence with an empty line between: an indent elsewhere, and here what explains that sentence.
pub fn below_sentence(source: &str, range: &Range<usize>) -> Option<Found> {
    let text = source.get(range.clone())?.strip_prefix(": ")?;
    let above = source[..range.start].trim_end_matches([' ', '\t']);
    let sentence = above.trim_end();
    let apart = above[sentence.len()..].matches('\n').count() > 1;
    let line = sentence.rsplit('\n').next().unwrap_or_default();
    let whole = line.ends_with(['.', '!', '?']) && line.split(' ').count() > 3 && !line.starts_with(':');
    let length = 2 + text.lines().next().unwrap_or_default().trim_end().len();
    (apart && whole).then(|| Found { range: range.start..range.start + length, construct: &OF_SENTENCE })
}

/// A colon at the start of a line with no space behind it, which Markdown takes for an explanation.
pub fn definition(source: &str, range: &Range<usize>) -> Option<Found> {
    let text = source.get(range.clone())?.strip_prefix(':')?;
    let line = text.lines().next().unwrap_or_default().trim_end();
    // `:material-check: klaar`
    let name = line.split_once(':').map(|(name, _)| name);
    let picture = name.is_some_and(|name| {
        name.len() > 1 && name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'))
    });
    let directive = line.strip_prefix(':').is_some_and(|line| {
        let name = line.trim_start_matches(|c: char| c.is_alphanumeric() || c == '-');
        name.len() < line.len() && name.starts_with(['[', '{'])
    });
    let construct = match (picture, directive) {
        (true, _) => &super::signs::SMALL_PICTURE,
        (_, true) => &super::templates::DIRECTIVE,
        _ => &INDENT,
    };
    let found = Found { range: range.start..range.start + 1 + line.len(), construct };
    (!text.starts_with([' ', '\t']) && !text.starts_with("::")).then_some(found)
}

//! What spaces or a tab before a line make code of: a paragraph, items, a heading.

use super::lines::follows;
use super::{Construct, Found};
use std::ops::Range;

/// The first line of a block of code that names its language.
static LANGUAGE: Construct = Construct {
    code: "MD068",
    from: "MkDocs",
    effect: "komt als code op de pagina",
    remedy: "Zet de naam van de taal achter de drie accenten grave boven de code: ```python. Haal deze regel weg.",
    patterns: &[],
};

/// Items that became code.
static CODE_ITEMS: Construct = Construct {
    code: "MD070",
    from: "Word",
    effect: "wordt hier code: de regel begint met een tab of met vier spaties",
    remedy: "Begin elk punt vooraan op de regel, met een streepje en een spatie, of met een nummer, een punt en een spatie: 1. eerste punt.",
    patterns: &[],
};

static INDENTED: Construct = Construct {
    code: "MD070",
    from: "Word",
    effect: "wordt hier code: de regel begint met een tab of met vier spaties",
    remedy: "Haal de tab of de spaties aan het begin van de regels weg. Hoort de tekst bij een punt van een lijst? Zet er dan twee of drie spaties voor.",
    patterns: &[],
};

/// A paragraph with a tab or spaces before it, which Markdown takes for code. What stands under a box of MkDocs is told with that.
pub fn indented(source: &str, range: &Range<usize>) -> Option<Found> {
    let above = &source[..range.start];
    let line = source.get(range.clone())?.lines().next()?.trim_end();
    let words = line.split_whitespace().count();
    let plain = |c: &char| c.is_alphabetic() || c.is_whitespace() || matches!(c, ',' | '.' | '\'' | '’');
    let prose = words > 3
        && line.trim_start().starts_with(char::is_uppercase)
        && !line.contains(['{', '}', ';', '=', '<', '>', '$', '|', '`', '/', '\\'])
        && line.chars().filter(plain).count() * 10 > line.chars().count() * 9;
    // `    a) een` and `    b) twee`
    let mut each = source[range.clone()].lines().map(str::trim);
    let items = match (each.next(), each.next()) {
        (Some(one), Some(next)) => follows(one, next) || [one, next].iter().all(|line| is_item_of_words(line)),
        _ => false,
    };
    let boxed = above.lines().any(|l| ["!!!", "???", "===", ":::"].iter().any(|sign| l.trim_start().starts_with(sign)));
    let start = range.start + line.len() - line.trim_start().len();
    let named = line.trim_start();
    let table = named.starts_with('|')
        && source[range.clone()]
            .lines()
            .nth(1)
            .is_some_and(|l| l.contains("--") && l.trim().bytes().all(|b| b"|-: ".contains(&b)));
    let hashes = named.bytes().take_while(|b| *b == b'#').count();
    let heading = (2..7).contains(&hashes)
        && named[hashes..].strip_prefix(' ').is_some_and(|words| words.starts_with(char::is_uppercase))
        && source[range.clone()].trim_end().lines().count() == 1;
    let language =
        named.starts_with("#!") || named.strip_prefix(":::").is_some_and(|n| n.starts_with(char::is_alphabetic));
    let construct = match (prose, items) {
        _ if boxed => return None,
        _ if language => &LANGUAGE,
        _ if heading || table => &INDENTED,
        (true, false) => &INDENTED,
        (_, true) => &CODE_ITEMS,
        _ => return None,
    };
    Some(Found { range: start..range.start + line.len(), construct })
}

/// `- de raad`, and no line of a program.
fn is_item_of_words(line: &str) -> bool {
    let words = line.strip_prefix("- ").filter(|words| words.starts_with(char::is_alphabetic));
    words.is_some_and(|words| words.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | ',' | '.' | '’' | '\'')))
}

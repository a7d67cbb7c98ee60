//! Quotes as a word processor makes them, and brackets of another sort or number than the value asks.

use super::line_slip::{LISTS, LineSlip, is_read, quoted};
use super::unclosed::{is_bare, is_key};

/// Quotes that come along from a text or are typed by habit, those of one kind together.
const DOUBLE: [char; 6] = ['"', '“', '”', '„', '«', '»'];
const SINGLE: [char; 3] = ['\'', '‘', '’'];

/// What a line should be of which the quotes are not straight, or the brackets not those of a list. Only where that is plain.
pub fn whole_line(line: &str) -> Option<LineSlip> {
    let line = line.trim_end();
    let (from, rest) = match line.split_once('=') {
        Some((key, value)) if is_key(line) => (key.len() + 1, value),
        // One of the lines of a list.
        None => (0, line.strip_suffix(',').unwrap_or(line)),
        _ => return None,
    };
    let value = rest.trim();
    if value.is_empty() || is_read(&format!("a = {value}")) {
        return None;
    }
    let (says, fix) = crooked(value).or_else(|| if from > 0 { brackets(line, value) } else { None })?;
    let start = from + rest.len() - rest.trim_start().len();
    Some(LineSlip { says, range: start..start + value.len(), fix })
}

/// `“een”`, `"een”`, `[“een”, ‘twee’]`, `“een”, “twee”`.
fn crooked(value: &str) -> Option<(&'static str, String)> {
    let inside = value.strip_prefix('[').and_then(|inside| inside.strip_suffix(']'));
    let items = items(inside.unwrap_or(value))?;
    // Straight ones that do not fit are another matter.
    if !value.contains(|c| c != '"' && DOUBLE.contains(&c) || c != '\'' && SINGLE.contains(&c)) {
        return None;
    }
    let fix = match (&items[..], inside) {
        // `“Wij” en “zij”`: a text that begins and ends with words in quotes.
        ([only], None) if has_own(value, only) => quoted(value)?,
        ([only], None) => quoted(only)?,
        _ if items.iter().any(|item| has_own(value, item)) => return None,
        _ => format!("[{}]", items.iter().map(|item| quoted(item)).collect::<Option<Vec<_>>>()?.join(", ")),
    };
    is_read(&format!("a = {fix}")).then_some(("dit zijn geen rechte aanhalingstekens", fix))
}

/// Has a text in it quotes of the kind that stands around all of it?
fn has_own(value: &str, text: &str) -> bool {
    value.trim_start_matches('[').starts_with(DOUBLE) && text.contains(DOUBLE)
}

/// The texts between quotes of whatever sort, with commas between them; `None` where anything else stands.
fn items(text: &str) -> Option<Vec<&str>> {
    let mut rest = text.trim();
    let mut all = Vec::new();
    while !rest.is_empty() {
        let open = rest.chars().next()?;
        let kind: &[char] = if DOUBLE.contains(&open) { &DOUBLE } else { &SINGLE };
        let inner = &rest[open.len_utf8()..];
        let ends = |(at, sign): &(usize, &str)| {
            let behind = inner[at + sign.len()..].trim_start();
            behind.is_empty() || behind.starts_with(',')
        };
        let (end, sign) = inner.match_indices(kind).find(ends).filter(|_| kind.contains(&open))?;
        all.push(inner[..end].trim());
        rest = inner[end + sign.len()..].trim_start();
        rest = rest.strip_prefix(',').unwrap_or(rest).trim_start();
    }
    (!all.is_empty()).then_some(all)
}

/// `("een")`, `{"een", "twee"}`, `["een"]]`, `"een"]`, `["een]`: a list with other brackets, or with one too many.
fn brackets(line: &str, value: &str) -> Option<(&'static str, String)> {
    let list = |inside: &str| Some(format!("[{}]", inside.trim())).filter(|list| is_read(&format!("a = {list}")));
    for (open, close) in [('(', ')'), ('{', '}')] {
        if let Some(inside) = value.strip_prefix(open).and_then(|value| value.strip_suffix(close))
            && inside.trim_start().starts_with(['"', '\''])
            && !inside.contains('=')
        {
            return Some(("een lijst staat tussen blokhaken", list(inside)?));
        }
    }
    let bare = value.strip_suffix([']', '}', ')'])?.trim_end();
    if bare.starts_with('[') && bare.matches('"').count() == 1 && !bare.contains([',', '\'']) {
        return Some(("er ontbreekt een aanhalingsteken", list(&format!("{}\"", &bare[1..]))?));
    }
    if !is_read(&format!("a = {bare}")) {
        return None;
    }
    let key = line.split('=').next().unwrap_or_default().trim();
    if value.ends_with(']') && LISTS.contains(&key) && bare.starts_with(['"', '\'']) {
        return Some(("het haakje [ ontbreekt", list(bare)?));
    }
    Some(("hier staat een haakje te veel", bare.to_owned()))
}

/// What is wrong with the heading of a block.
pub struct Heading {
    /// To follow "Dit kan niet worden gelezen:".
    pub says: &'static str,
    /// What to do.
    pub remedy: String,
}

/// `[gremium]]`, `[[gremium`, `[[gremium lid]]`.
pub fn heading(line: &str) -> Option<Heading> {
    let line = line.split('#').next().unwrap_or_default().trim();
    let name = line.strip_prefix('[')?.trim_matches(['[', ']', ' ']);
    let opens = line.len() - line.trim_start_matches('[').len();
    let closes = line.len() - line.trim_end_matches(']').len();
    let double = opens > 1 || closes > 1;
    let whole = |name: &str| if double { format!("[[{name}]]") } else { format!("[{name}]") };
    if is_bare(name) && (opens != closes || opens > 2) {
        let says = match (opens, closes) {
            (opens, closes) if opens > 2 || closes > 2 => "hier staat een haakje te veel",
            (opens, closes) if opens < closes => "het blokhaakje [ ontbreekt",
            _ => "het blokhaakje ] ontbreekt",
        };
        return Some(Heading { says, remedy: format!("Schrijf: {}", whole(name)) });
    }
    let (of, part) = name.split_once(' ').map(|(of, part)| (of, part.trim()))?;
    (is_bare(of) && is_bare(part) && opens > 0 && closes > 0).then(|| Heading {
        says: "een naam tussen blokhaken is één woord",
        remedy: format!(
            "Hoort “{part}” bij het blok “{of}” erboven? Schrijf dan een punt ertussen: {}. Schrijf anders alleen de naam van de soort.",
            whole(&format!("{of}.{part}"))
        ),
    })
}

#[cfg(test)]
mod tests {
    use super::{heading, whole_line};

    #[test]
    fn quotes_of_a_word_processor() {
        for (line, wanted) in [
            ("naam = “Stuurgroep”", Some("\"Stuurgroep\"")),
            ("naam = \"Kernteam Beekdal”", Some("\"Kernteam Beekdal\"")),
            ("naam = “Kernteam\"", Some("\"Kernteam\"")),
            ("naam = „Kernteam”", Some("\"Kernteam\"")),
            ("naam = ‘De kust’", Some("\"De kust\"")),
            ("naam = “De ‘kust’”", Some("\"De ‘kust’\"")),
            ("naam = “Wij” en “zij”", Some("\"“Wij” en “zij”\"")),
            (
                "taken = [“Oevers opmeten.”, “Praten, en luisteren.”]",
                Some("[\"Oevers opmeten.\", \"Praten, en luisteren.\"]"),
            ),
            ("trefwoorden = [‘bodem’, ‘thema’s’]", Some("[\"bodem\", \"thema’s\"]")),
            ("trefwoorden = “bodem”, “water”", Some("[\"bodem\", \"water\"]")),
            ("ook = [\"een”, \"twee\"]", Some("[\"een\", \"twee\"]")),
            ("  “een”,", Some("\"een\"")),
            ("  “een”", Some("\"een\"")),
            ("naam = \"“Wij” en “zij”\"", None),
            ("naam = ’s Avonds", None),
            ("ook = [“een”, twee]", None),
            ("naam = \"a\" b", None),
        ] {
            assert_eq!(whole_line(line).map(|slip| slip.fix).as_deref(), wanted, "{line}");
        }
        let slip = whole_line("  “een”,").unwrap();
        assert_eq!(&"  “een”,"[slip.range], "“een”");
    }

    #[test]
    fn brackets_of_a_list() {
        for (line, wanted) in [
            ("taken = (\"Oevers opmeten.\")", Some("[\"Oevers opmeten.\"]")),
            ("taken = {\"a\", \"b\"}", Some("[\"a\", \"b\"]")),
            ("bron = [\"plan\"]]", Some("[\"plan\"]")),
            ("bron = \"plan\"]", Some("[\"plan\"]")),
            ("naam = \"Kust\"]", Some("\"Kust\"")),
            ("bron = [\"plan/overleg]", Some("[\"plan/overleg\"]")),
            ("bron = [\"plan, \"werk\"]", None),
            ("tegel = { rij = 1, kolom = 2 }", None),
            ("taken = [\"a\"", None),
        ] {
            assert_eq!(whole_line(line).map(|slip| slip.fix).as_deref(), wanted, "{line}");
        }
    }

    #[test]
    fn headings_of_blocks() {
        for (line, wanted) in [
            ("[gremium]]", "Schrijf: [[gremium]]"),
            ("[[gremium]", "Schrijf: [[gremium]]"),
            ("[[gremium", "Schrijf: [[gremium]]"),
            ("[[[gremium]]]", "Schrijf: [[gremium]]"),
            ("[extra", "Schrijf: [extra]"),
        ] {
            assert_eq!(heading(line).unwrap().remedy, wanted, "{line}");
        }
        assert!(heading("[[gremium lid]] # zo").unwrap().remedy.contains("[[gremium.lid]]"));
        for line in ["[[gremium]]", "[extra]", "[[gremium.lid]] # zo", "[\"a\"]]", "[1, 2]]", "naam = 1"] {
            assert!(heading(line).is_none(), "{line}");
        }
    }
}

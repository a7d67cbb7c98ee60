//! Lines of `key = value` as people write them: with a colon, without quotes or with curly ones, `ja` for `true`.

use super::cell::between;
use std::ops::Range;

/// What is wrong with a line, and what to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineSlip {
    /// What is wrong, to follow "Dit kan niet worden gelezen:".
    pub says: &'static str,
    /// What is to be replaced, within the line.
    pub range: Range<usize>,
    /// By what.
    pub fix: String,
}

/// Keys that hold a list of words.
pub const LISTS: [&str; 4] = ["trefwoorden", "aliassen", "bron", "ook"];

const CURLY: [char; 7] = ['“', '”', '„', '‘', '’', '«', '»'];

/// Those with which only a text in quotes begins.
const OPENING: [char; 4] = ['“', '”', '„', '«'];

/// Looks at a line that cannot be read. Nothing is guessed of values that hold straight quotes or brackets.
pub fn line_slip(line: &str) -> Option<LineSlip> {
    let line = line.trim_end();
    if let Some(slip) = remark(line) {
        return Some(slip);
    }
    if let Some(slip) = sentence(line) {
        return Some(slip);
    }
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '_' | '-');
    if let Some(slip) = no_is_sign(line, plain) {
        return Some(slip);
    }
    let at = line.find(['=', ':'])?;
    let written_key = line[..at].trim();
    // `titel := "Over"`
    let value = line[at + 1..].trim();
    let value = if line[at..].starts_with(":=") { value[1..].trim_start() } else { value };
    // `title: Over ons`, `Titel = Over ons`: a key of another program, or with a capital.
    let here = super::elsewhere::of_page(written_key).filter(|here| *here != written_key);
    let key = here.unwrap_or(written_key);
    if key.is_empty() || !key.chars().all(plain) {
        return None;
    }
    if let Some(key) = here.filter(|_| line[at..].starts_with('=') && !is_read(line)) {
        let fix = format!("{key} = {}", written(key, value)?);
        let says = "deze sleutel heet hier anders, en de tekst heeft geen aanhalingstekens";
        return Some(LineSlip { says, range: line.len() - line.trim_start().len()..line.len(), fix });
    }
    let start = line.len() - value.len();
    if line[at..].starts_with(':') {
        // `https://…` is no key.
        if value.is_empty() || line[at + 1..].starts_with('/') {
            return None;
        }
        let key_at = line.len() - line.trim_start().len();
        let fix = format!("{key} = {}", written(key, value)?);
        return Some(LineSlip { says: "achter de sleutel hoort een is-teken", range: key_at..line.len(), fix });
    }
    // `= =`, and a comma as between the keys of a list.
    let bare = value.trim_start_matches(['=', ' ']);
    if bare.len() < value.len() && is_toml(bare) {
        return Some(LineSlip {
            says: "achter de sleutel hoort één is-teken",
            range: line.len() - line.trim_start().len()..line.len(),
            fix: format!("{key} = {bare}"),
        });
    }
    if let Some(bare) = value.strip_suffix([',', ';', '.']).map(str::trim_end)
        && (is_read(&format!("a = {bare}")) && !bare.ends_with(|c: char| c.is_ascii_digit() || c == '.'))
    {
        let says = "achter een waarde hoort aan het eind van de regel niets meer";
        return Some(LineSlip { says, range: start..line.len(), fix: bare.to_owned() });
    }
    let (says, fix) = if value.starts_with(CURLY) {
        // `“Stuurgroep`, but not `‘s Avonds`.
        let text = value.strip_prefix(OPENING).unwrap_or(value);
        ("dit zijn geen rechte aanhalingstekens", quoted(text)?)
    } else if let Some(word) = yes_or_no(value) {
        ("ja en nee schrijft u hier als true en false", word.to_owned())
    } else if let Some(list) = unquoted_list(value) {
        ("de teksten in deze lijst hebben geen aanhalingstekens", list)
    } else if let Some(fix) = half_quoted(value) {
        ("er ontbreekt een aanhalingsteken", fix)
    } else if is_bare_list(value) {
        ("meer dan één waarde hoort tussen blokhaken", format!("[{value}]"))
    } else if value.starts_with(char::is_alphanumeric) && value.contains(char::is_alphabetic) {
        ("deze tekst heeft geen aanhalingstekens", written(key, value)?)
    } else {
        return None;
    };
    Some(LineSlip { says, range: start..line.len(), fix })
}

/// `naam = "Zee";`, `];` and `[[gremium]];`: where the semicolon stands that other programs end a line with.
pub fn semicolon_behind(line: &str) -> Option<usize> {
    let bare = line.trim_end();
    let line = match bare.strip_suffix(';') {
        Some(line) => line,
        // A remark behind it.
        None => bare.split_once(" #").map(|(line, _)| line.trim_end()).and_then(|line| line.strip_suffix(';'))?,
    };
    let whole = line.trim();
    let read = whole.contains('=') && is_read(whole);
    (read || whole == "]" || super::is_heading(whole)).then_some(line.len())
}

/// `naam = Borne"` and `naam = "Borne`: the text with the quote that it lacks.
fn half_quoted(value: &str) -> Option<String> {
    let inside = value.strip_suffix(['"', '”', '»']).filter(|inside| inside.starts_with(char::is_alphanumeric));
    let inside = inside.filter(|inside| !inside.contains(OPENING));
    let inside = inside.or_else(|| value.strip_prefix('"'))?;
    // `"a, "b"` and `true"` may be something else.
    let sure = !inside.contains(['=', '\'']) && !matches!(inside, "true" | "false");
    quoted(inside.trim()).filter(|_| sure)
}

/// `Nog navragen bij de secretaris`: a note to oneself.
fn sentence(line: &str) -> Option<LineSlip> {
    let own = line.trim_start();
    let words = own.split(' ').count() > 2 && own.starts_with(char::is_uppercase);
    let sure = words && !own.contains(['=', '"', '[', ']', '{', '}', ':', '#']);
    sure.then(|| LineSlip {
        says: "dit is gewone tekst en geen gegeven; een aantekening begint met een hekje",
        range: line.len() - own.len()..line.len(),
        fix: format!("# {own}"),
    })
}

/// `naam "Kust"`, `naam -> "Kust"`.
fn no_is_sign(line: &str, plain: impl Fn(char) -> bool) -> Option<LineSlip> {
    let own = line.trim_start();
    let key = own.split_whitespace().next().filter(|key| key.chars().all(plain))?;
    let value = own[key.len()..].trim_start().trim_start_matches(['-', '>']).trim_start();
    let range = line.len() - own.len()..line.len();
    let fix = format!("{key} = {value}");
    (value.starts_with('"') && is_read(&fix)).then_some(LineSlip {
        says: "achter de sleutel ontbreekt het is-teken",
        range,
        fix,
    })
}

/// `[plan/opgave-1, plan/inleiding]` with the quotes that it lacks.
fn unquoted_list(value: &str) -> Option<String> {
    let inside = value.strip_prefix('[')?.strip_suffix(']')?.trim().trim_end_matches(',');
    // The apostrophe of `thema's` is no quote.
    let plain = |c: char| !matches!(c, '"' | '[' | ']' | '{' | '}' | '=' | '#');
    let words = inside.chars().all(plain) && inside.contains(char::is_alphabetic);
    let item = |item: &str| quoted(item.trim()).filter(|item| !item.starts_with("\"'"));
    let items: Option<Vec<_>> = inside.split(',').map(item).collect();
    let items = items.filter(|items| words && items.iter().all(|item| item.len() > 2))?;
    Some(format!("[{}]", items.join(", ")))
}

/// A value as it stands behind an is-sign; of a key that holds a list, a list.
fn written(key: &str, value: &str) -> Option<String> {
    if is_toml(value) && (value.starts_with('[') || !LISTS.contains(&key)) {
        return Some(value.to_owned());
    }
    if !LISTS.contains(&key) {
        return quoted(value);
    }
    let items: Option<Vec<_>> =
        value.split(between(value)).map(|item| quoted(item.trim().trim_matches(['"', '\'']))).collect();
    Some(format!("[{}]", items?.join(", ")))
}

/// `// nog vragen`, alone or behind a value.
fn remark(line: &str) -> Option<LineSlip> {
    // A row of signs for the eye, of which the number sign was lost.
    let bare = line.trim_start();
    if ["---", "===", "***", "- - "].iter().any(|row| bare.starts_with(row)) && !bare.contains(['"', '\'']) {
        let at = line.len() - bare.len();
        return Some(LineSlip {
            says: "een opmerking begint hier met een hekje",
            range: at..line.len(),
            fix: format!("# {bare}"),
        });
    }
    let alone = line.trim_start().starts_with("//").then(|| line.len() - line.trim_start().len());
    let behind = || line.rfind(" // ").map(|at| at + 1).filter(|at| line.contains('=') && is_read(&line[..*at]));
    let at = alone.or_else(behind)?;
    let fix = format!("# {}", line[at..].trim_start_matches('/').trim());
    Some(LineSlip { says: "een opmerking begint hier met een hekje", range: at..line.len(), fix })
}

/// `"Het "nieuwe" plan"`, alone or in a list: told only where the line that is advised can be read.
pub fn quotes_within(line: &str) -> Option<LineSlip> {
    let line = line.trim_end();
    let value = line.split_once('=')?.1.trim();
    let fix = match value.strip_prefix('[').and_then(|inner| inner.trim().strip_suffix(']')) {
        Some(items) => {
            let inner = items.trim().strip_prefix('"')?.strip_suffix('"')?;
            let items: Option<Vec<_>> = inner.replace("\",\"", "\", \"").split("\", \"").map(in_quotes).collect();
            format!("[{}]", items?.join(", "))
        }
        None => in_quotes(value.strip_prefix('"')?.strip_suffix('"')?)?,
    };
    let found = fix != value && is_read(&format!("a = {fix}"));
    let says = "er staan aanhalingstekens binnen een tekst, en die eindigt daar";
    found.then(|| LineSlip { says, range: line.len() - value.len()..line.len(), fix })
}

/// A text in quotes that its own quotes do not end; `None` where these may be something else: the first one must open a word.
fn in_quotes(text: &str) -> Option<String> {
    let Some(first) = text.find('"') else { return Some(format!("\"{text}\"")) };
    let opens = text[..first].ends_with([' ', '(']) && text[first + 1..].starts_with(char::is_alphanumeric);
    let even = text.matches('"').count().is_multiple_of(2);
    if !opens || !even || text.contains(['\\', '=']) {
        return None;
    }
    if !text.contains('\'') {
        return Some(format!("'{text}'"));
    }
    let mut open = false;
    let curly: String = text
        .chars()
        .map(|c| {
            open ^= c == '"';
            match (c, open) {
                ('"', true) => '“',
                ('"', false) => '”',
                _ => c,
            }
        })
        .collect();
    Some(format!("\"{curly}\""))
}

/// Can this be read as it is?
pub fn is_read(line: &str) -> bool {
    toml::de::DeTable::parse(line).is_ok()
}

fn yes_or_no(value: &str) -> Option<&'static str> {
    match value.to_lowercase().as_str() {
        "ja" | "waar" | "aan" | "yes" | "on" | "true" => Some("true"),
        "nee" | "onwaar" | "uit" | "no" | "off" | "false" => Some("false"),
        _ => None,
    }
}

/// Can this stand behind an is-sign as it is?
fn is_toml(value: &str) -> bool {
    let quoted = value.len() > 1 && ['"', '\''].iter().any(|&q| value.starts_with(q) && value.ends_with(q));
    let number = value.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-')) && !value.starts_with('0');
    quoted || number || matches!(value, "true" | "false") || (value.starts_with('[') && value.ends_with(']'))
}

/// `"een", "twee"`: a list without its brackets.
fn is_bare_list(value: &str) -> bool {
    let listed = || toml::de::DeTable::parse(&format!("a = [{value}]")).is_ok();
    // `14,5` is a number.
    let items = value.starts_with(['"', '\'']) && value.contains(',') || value.contains(", ");
    items && value.starts_with(|c: char| matches!(c, '"' | '\'') || c.is_ascii_digit()) && listed()
}

/// A text in straight quotes; `None` when it holds signs of which the meaning is not sure, or a remark.
pub fn quoted(value: &str) -> Option<String> {
    let sure = !value.contains(['"', '\\', '#', '[', ']', '{', '}']) && !value.is_empty();
    sure.then(|| format!("\"{value}\""))
}

#[cfg(test)]
mod tests {
    use super::{line_slip, quotes_within, semicolon_behind};

    #[test]
    fn the_line_as_it_should_be() {
        for (line, wanted) in [
            ("titel: Over ons", Some("titel = \"Over ons\"")),
            ("titel : \"Over\"", Some("titel = \"Over\"")),
            ("concept: true", Some("concept = true")),
            ("naam = Stuurgroep Kust", Some("\"Stuurgroep Kust\"")),
            ("naam = “Stuurgroep", Some("\"Stuurgroep\"")),
            ("naam = ‘s Avonds", Some("\"‘s Avonds\"")),
            ("besluit = Ja", Some("true")),
            ("jaren = 2025, 2026", Some("[2025, 2026]")),
            ("vergadert = 3e dinsdag", Some("\"3e dinsdag\"")),
            ("trefwoorden: geld, beleid", Some("trefwoorden = [\"geld\", \"beleid\"]")),
            ("trefwoorden: [\"geld\"]", Some("trefwoorden = [\"geld\"]")),
            ("aliassen: \"oud\"", Some("aliassen = [\"oud\"]")),
            ("bron = jaarplan", Some("[\"jaarplan\"]")),
            ("taken = \"een\", \"twee\"", Some("[\"een\", \"twee\"]")),
            ("// nog vragen", Some("# nog vragen")),
            ("naam = \"a\" // nog vragen", Some("# nog vragen")),
            ("wanneer = 2027-03-01 // nog vragen", Some("# nog vragen")),
            ("naam \"Kust\"", Some("naam = \"Kust\"")),
            ("naam -> \"Kust\"", Some("naam = \"Kust\"")),
            ("titel := \"Over\"", Some("titel = \"Over\"")),
            ("id == \"kust\"", Some("id = \"kust\"")),
            ("id = = \"kust\"", Some("id = \"kust\"")),
            ("naam = \"Zee\",", Some("\"Zee\"")),
            ("naam = \"Zee\".", Some("\"Zee\"")),
            ("besluit = True", Some("true")),
            ("deelkaarten = aan", Some("true")),
            ("Nog navragen bij de secretaris", Some("# Nog navragen bij de secretaris")),
            ("title: Contact", Some("titel = \"Contact\"")),
            ("Titel: Contact", Some("titel = \"Contact\"")),
            ("Omschrijving = Wie wij zijn", Some("omschrijving = \"Wie wij zijn\"")),
            ("tags: geld, beleid", Some("trefwoorden = [\"geld\", \"beleid\"]")),
            ("naam = Borne\"", Some("\"Borne\"")),
            ("naam = \"Hof van Twente", Some("\"Hof van Twente\"")),
            ("https://a.nl", None),
            ("Zie ook: dit", None),
            ("naam = \"a\" b", None),
            ("naam = Een # twee", None),
            ("naam =", None),
            ("naam = 14,5", None),
        ] {
            assert_eq!(line_slip(line).map(|slip| slip.fix).as_deref(), wanted, "{line}");
        }
        let slip = line_slip("  naam = Kust  ").unwrap();
        assert_eq!(&"  naam = Kust  "[slip.range], "Kust");
    }

    #[test]
    fn semicolons_behind_a_line() {
        for (line, at) in [
            ("naam = \"Zee\";", Some(12)),
            ("waarde = 14; # zo", Some(11)),
            ("bron = [\"a\"];", Some(12)),
            ("];", Some(1)),
            ("[[gremium]];", Some(11)),
            ("  \"een\";", None),
            ("naam = \"a;\"", None),
        ] {
            assert_eq!(semicolon_behind(line), at, "{line}");
        }
    }

    #[test]
    fn quotes_within_a_text_get_a_line_to_copy() {
        for (line, fix) in [
            ("titel = \"Het \"nieuwe\" plan\"", Some("'Het \"nieuwe\" plan'")),
            ("titel = \"Zo'n \"nieuw\" plan\"", Some("\"Zo'n “nieuw” plan\"")),
            ("taken = [\"Het \"plan\" maken.\", \"Geld\"]", Some("['Het \"plan\" maken.', \"Geld\"]")),
            ("titel = \"Jan\" en \"Piet\"", None),
            ("titel = \"a\" naam = \"b\"", None),
        ] {
            assert_eq!(quotes_within(line).map(|slip| slip.fix).as_deref(), fix, "{line}");
        }
    }
}

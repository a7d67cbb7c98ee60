//! The TOML parser's findings in Dutch.

use crate::diag::{Diagnostic, Span, words};
use toml::de::DeValue;

/// Keys that a block cannot go without.
const NEEDED: &[&str] = &[
    "id",
    "naam",
    "titel",
    "status",
    "antwoord",
    "vraag",
    "basis_url",
    "betekenis",
    "code",
    "eenheid",
    "reden",
    "waarde",
    "wanneer",
    "nummer",
    "lat",
    "lon",
    "lus",
    "kop",
    "kolom",
    "rij",
    "onderwerp",
    "meldpunt",
    "verloopt",
    "naar",
    "soort",
];

/// `naam =`
fn no_value(line: &str, place: Span) -> Diagnostic {
    let key = line.trim().trim_end_matches('=').trim_end();
    let remedy = match key {
        "id" | "basis_url" | "titel" => format!("Schrijf achter het is-teken een waarde, zoals: {key} = \"{}\".", example(key)),
        "bron" => "Schrijf achter het is-teken een waarde tussen blokhaken. Is die nog niet bekend? Schrijf dan: bron = [\"…\"].".to_owned(),
        _ if NEEDED.contains(&key) => format!(
            "Schrijf achter het is-teken een waarde. Is die nog niet bekend? Schrijf dan: {key} = \"…\". Dit gegeven komt pas op de site als u de waarde invult."
        ),
        _ => "Schrijf achter het is-teken een waarde. Kan het zonder deze sleutel? Haal de regel dan weg.".to_owned(),
    };
    words::data::syntax(place, "achter deze sleutel staat geen waarde", &remedy)
}

fn example(key: &str) -> &'static str {
    match key {
        "id" => "mijn-overleg",
        "titel" => "Over ons",
        _ => "https://voorbeeld.nl/",
    }
}

/// The item of a list, on the line above what the parser stumbles over, that has no comma behind it.
pub fn comma_above(message: &str, text: &str, at: usize) -> Option<std::ops::Range<usize>> {
    let before = text.get(..at).filter(|_| message.starts_with("missing comma between array elements"))?;
    let end = before.trim_end().len();
    let start = before[..end].rfind('\n').map_or(0, |line| line + 1);
    let line = &before[start..end];
    let item = line.trim_start();
    // A remark behind it may be of any form.
    let sure = before[end..].contains('\n') && !line.contains('#') && item.ends_with(['"', '\'', '}', ']']);
    sure.then(|| end - item.len()..end)
}

/// The same key on a line above it in the block.
pub fn key_above(text: &str, key: &std::ops::Range<usize>) -> Option<std::ops::Range<usize>> {
    let word = text.get(key.clone())?;
    let mut end = text[..key.start].rfind('\n').map_or(0, |at| at + 1);
    while end > 0 {
        let start = text[..end - 1].rfind('\n').map_or(0, |at| at + 1);
        let own = text[start..end].trim_start();
        if own.starts_with('[') {
            return None;
        }
        if own.strip_prefix(word).is_some_and(|rest| rest.trim_start().starts_with('=')) {
            return Some(end - own.len()..end - own.len() + word.len());
        }
        end = start;
    }
    None
}

/// A syntax error in Dutch: what the parser says is matched on its stable words, `found` is what stands there.
/// `line` is the line up to there.
pub fn syntax(message: &str, line: &str, found: &str, place: Span) -> Diagnostic {
    if let Some(slip) = super::date_slip(found) {
        let hint = slip.fix.map(|fix| format!("Schrijf: {fix}. ")).unwrap_or_default();
        return words::data::syntax(place, &slip.says, &format!("{hint}{}", words::data::DATES));
    }
    let head = message.split(", expected").next().unwrap_or(message);
    if let Some(name) = line.trim_start().strip_prefix('[').filter(|_| head.starts_with("unclosed")) {
        let name = name.trim_matches(['[', ']', ' ']);
        let whole = if line.trim_start().starts_with("[[") { format!("[[{name}]]") } else { format!("[{name}]") };
        return words::data::syntax(place, "het blokhaakje ] ontbreekt", &format!("Schrijf: {whole}"));
    }
    if let Some(number) = comma_in_number(head, line) {
        // With a comma as with a point it is as long, and it ends where the parser stumbles, or a space before that.
        let end = place.range().start - (line.len() - line.trim_end().len());
        let whole = Span::new(place.file, end - number.len()..end);
        let remedy = format!("Schrijf: {number}. De site toont een komma.");
        return words::data::syntax(whole, "in een getal staat hier een punt, geen komma", &remedy).mend(whole, number);
    }
    let (says, remedy) = match head {
        "duplicate key" if line.trim_start().starts_with("[[") => (
            "deze sleutel heeft al een waarde in het blok erboven",
            "Kies één manier: alles in de lijst, zoals lid = [{ … }], of elk onderdeel in een eigen blok, zoals [[gremium.lid]].",
        ),
        "string values must be quoted" if found.is_empty() => {
            return no_value(line, place);
        }
        "string values must be quoted" if found.starts_with(['“', '”', '„', '‘', '’', '\u{ab}']) => (
            "dit zijn geen rechte aanhalingstekens",
            "Gebruik rechte aanhalingstekens: \"…\". Een tekstverwerker maakt er vaak kromme van.",
        ),
        "duplicate key" => (
            "deze sleutel staat er twee keer",
            "Haal een van de twee weg; iedere sleutel mag in een blok maar één keer voorkomen.",
        ),
        // Whatever the parser makes of it: it takes "nee" for the beginning of "nan".
        _ if is_yes_or_no(found) => (
            "ja en nee schrijft u hier als true en false",
            "Schrijf true (ja) of false (nee), zonder aanhalingstekens.",
        ),
        "string values must be quoted" => {
            ("deze tekst heeft geen aanhalingstekens", "Zet de tekst tussen aanhalingstekens: naam = \"…\".")
        }
        "key with no value" => (
            "achter deze sleutel ontbreekt het is-teken",
            "Schrijf de regel als: sleutel = \"waarde\". Een sleutel is één woord. Is het een aantekening? Zet er dan een # voor.",
        ),
        "missing value for key" | "missing value" => {
            return no_value(line, place);
        }
        "missing assignment between key-value pairs" => (
            "hier wordt een sleutel met een is-teken verwacht",
            "Schrijf de regel als: sleutel = \"waarde\". Tekst hoort tussen aanhalingstekens.",
        ),
        "unexpected key or value" => (
            "hier begint iets nieuws op dezelfde regel",
            "Zet iedere sleutel op een eigen regel, met tekst tussen aanhalingstekens.",
        ),
        "missing comma between array elements" | "missing comma between key-value pairs" => {
            ("hier ontbreekt een komma", "Zet tussen de onderdelen een komma.")
        }
        "extra comma in array" | "extra comma in inline table" => {
            ("hier staat een komma te veel", "Haal de komma weg.")
        }
        "unclosed array" | "unclosed array table" | "unclosed table" => {
            ("het blokhaakje ] ontbreekt", "Sluit af wat met [ begint.")
        }
        "unclosed inline table" => ("de accolade } ontbreekt", "Sluit af wat met { begint."),
        "invalid unquoted key" | "unquoted keys cannot be empty" => (
            "dit is geen goede sleutel",
            "Gebruik in een sleutel alleen kleine letters, cijfers en het liggend streepje _.",
        ),
        "missing opening quote" | "missing closing quote" | "invalid basic string" | "unclosed string" => {
            ("er ontbreekt een aanhalingsteken", "Zet voor en achter de tekst een aanhalingsteken: \"…\".")
        }
        "unexpected leading zero" => (
            "een getal begint niet met een nul",
            "Haal de nul vooraan weg: 7 in plaats van 07. Een datum schrijft u als 2024-01-31.",
        ),
        "unexpected content" | "unexpected content between comment and newline" => {
            ("hier staat iets dat er niet hoort", "Zet iedere sleutel op een eigen regel.")
        }
        "missing escaped value" | "too few unicode value digits" => (
            "achter de schuine streep naar links (\\) hoort een ander teken",
            "Schrijf een losse streep dubbel: \\\\. Is het een pad op uw computer? Zet dan alleen de naam van het bestand neer.",
        ),
        _ if head.starts_with("cannot extend") => {
            ("deze sleutel heeft al een gewone waarde", "Geef het blok een andere naam, of haal de waarde erboven weg.")
        }
        _ if head.contains("quote") || head.contains("string") => {
            ("er klopt iets niet met de aanhalingstekens", "Zet voor en achter de tekst een aanhalingsteken: \"…\".")
        }
        _ => (
            "deze regel is niet goed te lezen",
            "Schrijf iedere regel als: sleutel = \"waarde\". Een lijst staat tussen [ en ], met komma's ertussen.",
        ),
    };
    words::data::syntax(place, says, remedy)
}

/// `lon = 6,66` within braces, where a comma ends the value: the number as it is written here. `line` ends where the parser stumbles.
fn comma_in_number(head: &str, line: &str) -> Option<String> {
    let line = line.trim_end();
    let whole = line.trim_end_matches(|c: char| c.is_ascii_digit() || c == ',');
    let number = &line[whole.len()..];
    // What the parser makes of the last value in the braces are quotes that lack.
    let within = head.contains("inline table") || head.starts_with("key") || whole.contains('{');
    let (before, after) = number.split_once(',').filter(|_| within)?;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    (digits(before) && digits(after) && whole.trim_end().ends_with('=')).then(|| format!("{before}.{after}"))
}

/// A word that stands for yes or no in Dutch or in other programs.
fn is_yes_or_no(word: &str) -> bool {
    ["ja", "nee", "waar", "onwaar", "aan", "uit", "yes", "no", "on", "off"].contains(&word.to_lowercase().as_str())
}

/// What stands there, in Dutch, to fit in "er staat …".
pub fn kind_of(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "een tekst",
        DeValue::Integer(_) => "een geheel getal",
        DeValue::Float(_) => "een getal",
        DeValue::Boolean(_) => "true of false",
        DeValue::Datetime(moment) if moment.date.is_none() => "een tijd",
        DeValue::Datetime(_) => "een datum",
        DeValue::Array(_) => "een lijst",
        DeValue::Table(_) => "een blok met sleutels",
    }
}

//! Values as people write them: a number with a comma or a unit, a date in words, without the quotes that these lack.

/// What is wrong with a value, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValueSlip {
    /// What is wrong, to follow "Dit kan niet worden gelezen:".
    pub says: String,
    /// What to do.
    pub remedy: String,
    /// The value as it should be, when that is sure.
    pub fix: Option<String>,
}

/// A number as people write it, and as it is written here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// As TOML has it.
    pub number: String,
    /// Does it have a comma for its decimals?
    pub comma: bool,
    /// Are its thousands marked?
    pub thousands: bool,
    /// What stands before or behind it: `€`, `%`, `gemeenten`.
    pub unit: String,
}

/// What to do with a number that is not known exactly.
pub const ABOUT_KEY: &str = "Is het een [[cijfer]] of een [[bijdrage]]? Zet dan op een eigen regel: ongeveer = true";

impl Written {
    /// Does it say of itself that it isn't exact?
    pub fn is_about(&self) -> bool {
        let first = self.unit.split(' ').next().unwrap_or_default();
        ["ca", "ca.", "circa", "ongeveer", "±", "~", "plm.", "rond"].contains(&first)
    }
}

/// Days without their date.
const TODAY: &[&str] = &["vandaag", "heden", "nu", "gisteren", "morgen", "today", "now"];

/// Looks at a value without quotes that cannot be read.
pub fn value_slip(value: &str) -> Option<ValueSlip> {
    let value = value.trim().trim_end_matches(',').trim();
    if let Some(slip) = from_spreadsheet(value).or_else(|| two_years(value)).or_else(|| unknown(value)) {
        return Some(slip);
    }
    let value = value.split('#').next().unwrap_or_default().trim();
    if value.is_empty() || value.starts_with(['"', '\'', '[', '{']) || value.len() > 60 {
        return None;
    }
    if TODAY.contains(&value.to_lowercase().as_str()) {
        return Some(ValueSlip {
            says: "een dag schrijft u hier als datum".to_owned(),
            remedy: format!("Schrijf de datum zelf. {}", crate::diag::words::data::DATES),
            fix: None,
        });
    }
    if let Some(slip) = super::date_slip(value) {
        let hint = slip.fix.as_ref().map(|fix| format!("Schrijf: {fix}. ")).unwrap_or_default();
        let remedy = format!("{hint}{}", crate::diag::words::data::DATES);
        // More than one way to write it is a choice for the editor.
        let sure = |fix: &String| super::Moment::parse(fix.trim_matches('"')).is_some();
        return Some(ValueSlip { says: slip.says, remedy, fix: slip.fix.filter(sure) });
    }
    if let Some((first, second)) = two_numbers(value) {
        return Some(ValueSlip {
            says: "hier staan twee getallen".to_owned(),
            remedy: format!(
                "Hoort hier een getal? Schrijf er één: {first} of {second}. Hoort hier een tekst? Schrijf dan: \"{value}\"."
            ),
            fix: None,
        });
    }
    if let Some(number) = super::number_words::in_letters(value) {
        return Some(ValueSlip {
            says: "een getal schrijft u hier in cijfers, en tekst tussen aanhalingstekens".to_owned(),
            remedy: format!("Schrijf: {number}. Is het geen getal maar tekst? Schrijf dan: \"{value}\"."),
            fix: None,
        });
    }
    let found = number(value)?;
    let (says, why) = match (&found.unit, found.comma, found.thousands) {
        (unit, ..) if !unit.is_empty() => {
            (format!("bij een getal hoort hier niet “{unit}”"), "Zet alleen het getal neer".to_owned())
        }
        _ if value.contains(['/', '½', '¼', '¾']) => {
            ("een deel van één schrijft u hier als getal met een punt".to_owned(), "De site toont een komma".to_owned())
        }
        _ if value.starts_with('.') => {
            ("een getal begint hier met een cijfer".to_owned(), "Zet er een nul voor".to_owned())
        }
        (_, true, _) => {
            ("in een getal staat hier een punt, geen komma".to_owned(), "De site toont een komma".to_owned())
        }
        (_, _, true) => (
            "een getal schrijft u hier zonder punt of spatie voor de duizendtallen".to_owned(),
            "De site zet die er zelf bij".to_owned(),
        ),
        _ => ("een getal schrijft u hier voluit, in cijfers".to_owned(), "Zet alleen het getal neer".to_owned()),
    };
    let why = if found.is_about() { format!("{why}. {ABOUT_KEY}") } else { why };
    Some(ValueSlip {
        says,
        remedy: format!(
            "Schrijf: {}. {why}. Is het geen getal maar tekst? Zet die dan tussen aanhalingstekens.",
            found.number
        ),
        // With a unit the whole may have been meant as a text.
        fix: found.unit.is_empty().then_some(found.number),
    })
}

/// Words where a number belongs: `veel`. `true` and the like are something else.
pub fn no_number(value: &str) -> Option<ValueSlip> {
    let word = !matches!(value.to_lowercase().as_str(), "true" | "false" | "inf" | "nan");
    word.then(|| ValueSlip {
        says: "hier hoort een getal, in cijfers".to_owned(),
        remedy: format!("Maak van “{value}” een getal, zoals: 14.5. Weet u het nog niet? Schrijf dan: \"…\"."),
        fix: None,
    })
}

/// `1,23E+05`: a number as a spreadsheet shows it in a narrow column, written out.
fn shortened(value: &str) -> Option<String> {
    let (digits, power) = value.split_once("E+")?;
    let (whole, rest) = digits.split_once([',', '.']).unwrap_or((digits, ""));
    let power: usize = power.parse().ok().filter(|power| (rest.len()..16).contains(power))?;
    let plain = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let good = !whole.is_empty() && plain(whole) && plain(rest);
    good.then(|| format!("{whole}{rest}{}", "0".repeat(power - rest.len())))
}

/// `=SOM(B2:B5)`, `#VERW!`, `#####`: what a spreadsheet shows in a cell.
pub fn from_spreadsheet(value: &str) -> Option<ValueSlip> {
    let formula =
        value.strip_prefix('=').is_some_and(|rest| rest.starts_with(|c: char| c.is_alphanumeric() || c == '('));
    let error = value.strip_prefix('#').and_then(|rest| rest.split_whitespace().next()).is_some_and(|word| {
        let capitals = word.bytes().all(|b| b.is_ascii_uppercase() || matches!(b, b'/' | b'0' | b'!' | b'?'));
        (capitals && (word.ends_with(['!', '?']) || word.starts_with("N/")))
            || (word.len() > 2 && word.bytes().all(|b| b == b'#'))
    });
    if let Some(whole) = shortened(value) {
        return Some(ValueSlip {
            says: "zo kort een rekenblad een lang getal af".to_owned(),
            remedy: format!("Schrijf: {whole}. Kijk in het rekenblad na of dat het hele getal is."),
            fix: Some(whole),
        });
    }
    let says = match (formula, error) {
        (true, _) => "dit is een formule uit een rekenblad, en die rekent Verbeeld niet uit",
        (_, true) => "dit is een foutmelding uit een rekenblad",
        _ => return None,
    };
    Some(ValueSlip { says: says.to_owned(), remedy: "Zet hier de waarde zelf, zoals: 14.5.".to_owned(), fix: None })
}

/// `nvt`, `onbekend`, `?`, `-`: there is no value, or nobody knows it.
fn unknown(value: &str) -> Option<ValueSlip> {
    is_unknown(value.split('#').next().unwrap_or_default()).then(|| ValueSlip {
        says: "hier staat geen waarde".to_owned(),
        remedy: "Is de waarde er niet, of nog niet bekend? Haal dan de hele regel weg, of schrijf \"…\" als de sleutel verplicht is. Hoort hier \
                 een tekst? Zet die tussen aanhalingstekens."
            .to_owned(),
        fix: None,
    })
}

/// Words and signs that people put where they have no value.
pub fn is_unknown(value: &str) -> bool {
    const WORDS: &[&str] = &[
        "nvt",
        "nnb",
        "ntb",
        "nb",
        "onbekend",
        "nader te bepalen",
        "nog te bepalen",
        "nog onbekend",
        "nog niet bekend",
        "volgt",
        "geen",
        "leeg",
        "tbd",
        "na",
        "null",
        "none",
        "nan",
        "pm",
    ];
    let bare: String = value.trim().to_lowercase().chars().filter(|c| !matches!(c, '.' | '/' | '"' | '\'')).collect();
    let signs = !value.trim().is_empty() && value.trim().chars().all(|c| matches!(c, '?' | '-' | '–' | '—'));
    signs || WORDS.contains(&bare.trim())
}

/// `2025/2026`, `2025-2026`.
fn two_years(value: &str) -> Option<ValueSlip> {
    let year = |text: &str| text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
    let (first, second) = value.split_once(['/', '-', '–']).map(|(a, b)| (a.trim(), b.trim()))?;
    (year(first) && year(second)).then(|| ValueSlip {
        says: "hier staan twee jaren".to_owned(),
        remedy: format!(
            "Hoort hier een datum? Schrijf dan één jaar: {first}. Hoort hier een tekst? Schrijf dan: \"{value}\"."
        ),
        fix: None,
    })
}

/// `14,5`, `1.300`, `€ 10.000,50`, `14 gemeenten`, `5%`; `None` for what is no number, or one as it should be.
pub fn number(text: &str) -> Option<Written> {
    let text = text.trim();
    if let Some(number) = part_of_one(text) {
        return Some(Written { number, comma: true, thousands: false, unit: String::new() });
    }
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let (before, rest) = text.split_at(start);
    let before = before.trim();
    let negative = before.ends_with(['-', '−']);
    let before = before.trim_end_matches(['-', '−']).trim();
    let word = before.trim_end_matches('.').to_lowercase();
    if before.chars().filter(|c| c.is_alphabetic()).count() > 3 && !ABOUT.contains(&word.as_str()) {
        return None;
    }
    let mark = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | ' ' | '\u{a0}' | '\u{202f}' | '\'' | '_');
    let end = rest.find(|c| !mark(c)).unwrap_or(rest.len());
    let (digits, unit) = rest.split_at(end);
    let digits = digits.trim_matches(|c: char| !c.is_ascii_digit());
    let unit = unit.trim();
    if unit.contains(|c: char| c.is_ascii_digit()) || unit.split(' ').count() > 3 {
        return None;
    }
    let (whole, decimals) = match digits.rsplit_once(',') {
        Some((whole, decimals)) => (whole, Some(decimals)),
        None => (digits, None),
    };
    let parts: Vec<&str> = whole.split(['.', ' ', '\u{a0}', '\u{202f}', '\'', '_']).collect();
    let grouped = parts.len() > 1
        && (1..=3).contains(&parts[0].len())
        && parts[1..].iter().all(|p| p.len() == 3)
        && parts[0] != "0";
    // `14.5`: a point for the decimals, as it should be.
    let pointed = !grouped && decimals.is_none() && parts.len() == 2 && whole.contains('.');
    let plain = parts.len() == 1;
    let numeric = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    if !(grouped || pointed || plain) || !parts.iter().all(|p| numeric(p)) || decimals.is_some_and(|d| !numeric(d)) {
        return None;
    }
    let mut number = String::from(if negative { "-" } else { "" });
    number.push_str(&if pointed { whole.to_owned() } else { parts.concat() });
    let trimmed = number.trim_start_matches('0').to_owned();
    if plain && trimmed.len() < number.len() && !negative {
        number = if trimmed.is_empty() { "0".to_owned() } else { trimmed };
    }
    if let Some(decimals) = decimals {
        number.push('.');
        number.push_str(decimals);
    }
    let alone = number.clone();
    let (number, unit) = multiplied(number, unit);
    let times = number != alone;
    let unit = [before, unit].iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" ");
    let written = Written { number, comma: decimals.is_some(), thousands: grouped, unit };
    // `8.` and `−5`: right but for one sign.
    let nearly = rest[..end].trim_end().ends_with('.') || text.starts_with('−');
    (written.comma || written.thousands || nearly || times || !written.unit.is_empty()).then_some(written)
}

/// What people write before a number that they do not know exactly, or of which they tell the bound.
const ABOUT: &[&str] = &[
    "ongeveer",
    "circa",
    "plusminus",
    "rond",
    "zo'n",
    "ruim",
    "bijna",
    "minimaal",
    "maximaal",
    "minstens",
    "hooguit",
    "tenminste",
    "meer dan",
    "minder dan",
    "totaal",
    "samen",
    "gemiddeld",
    "geschat",
    "euro",
];

/// `2 à 3`, `3-5 uur`, `tussen 3 en 5`: two numbers where one can stand.
pub fn two_numbers(text: &str) -> Option<(String, String)> {
    const BETWEEN: &[&str] = &["-", "–", "—", "à", "a", "tot", "t/m", "tm", "tot en met", "of", "en", "..."];
    let lower = text.trim().to_lowercase();
    let bare = ["tussen ", "van ", "ongeveer ", "circa ", "ca. "]
        .iter()
        .find_map(|start| lower.strip_prefix(start))
        .unwrap_or(&lower);
    let digit = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.');
    let first = bare.get(..bare.find(|c| !digit(c))?)?;
    let rest = &bare[first.len()..];
    let start = rest.find(|c: char| c.is_ascii_digit())?;
    let (between, rest) = rest.split_at(start);
    let second = &rest[..rest.find(|c| !digit(c)).unwrap_or(rest.len())];
    let unit = &rest[second.len()..];
    let plain = |digits: &str| {
        let digits = digits.replace(',', ".");
        digits.parse::<f64>().is_ok().then_some(digits)
    };
    let fits = BETWEEN.contains(&between.trim()) && !unit.contains(|c: char| c.is_ascii_digit());
    Some((plain(first)?, plain(second)?)).filter(|_| fits)
}

/// `.8`, `½`, `,5`, `1/2`.
fn part_of_one(text: &str) -> Option<String> {
    const PARTS: [(&str, &str); 3] = [("½", "0.5"), ("¼", "0.25"), ("¾", "0.75")];
    if let Some((_, number)) = PARTS.iter().find(|(sign, _)| *sign == text) {
        return Some((*number).to_owned());
    }
    if let Some((above, below)) = text.split_once('/') {
        let (above, below): (f64, f64) =
            (above.trim().parse::<u8>().ok()?.into(), below.trim().parse::<u8>().ok()?.into());
        let round = (above / below * 1000.0).round() / 1000.0;
        return (above < below && below <= 20.0).then(|| round.to_string());
    }
    let digits = text.strip_prefix(['.', ','])?;
    (!digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())).then(|| format!("0.{digits}"))
}

/// `1.2` and `mln` as `1200000`, and what is left of the unit: half the number would be a thousandth of what was meant.
fn multiplied(number: String, unit: &str) -> (String, &str) {
    const TIMES: [(&str, usize); 12] = [
        ("miljoen", 6),
        ("mln.", 6),
        ("mln", 6),
        ("mio", 6),
        ("M", 6),
        ("miljard", 9),
        ("mld.", 9),
        ("mld", 9),
        ("duizend", 3),
        ("dzd", 3),
        ("k", 3),
        ("K", 3),
    ];
    let first = unit.split(' ').next().unwrap_or_default();
    let Some((word, zeros)) = TIMES.iter().find(|(word, _)| *word == first) else { return (number, unit) };
    let (whole, decimals) = number.split_once('.').unwrap_or((&number, ""));
    let moved: String = decimals.chars().chain(std::iter::repeat('0')).take(*zeros).collect();
    let more =
        decimals.get(*zeros..).filter(|more| !more.is_empty()).map(|more| format!(".{more}")).unwrap_or_default();
    let whole = format!("{}{moved}", if whole == "0" { "" } else { whole });
    let trimmed = whole.trim_start_matches('0');
    (format!("{}{more}", if trimmed.is_empty() { "0" } else { trimmed }), unit[word.len()..].trim_start())
}

/// `1.300` that was read as 1,3: the number that was probably meant.
pub fn thousands(text: &str) -> Option<String> {
    let bare = text.trim_start_matches(['-', '+']);
    number(bare).filter(|found| found.thousands && !found.comma && found.unit.is_empty()).map(|found| found.number)
}

#[cfg(test)]
mod tests {
    use super::{number, thousands, two_numbers, value_slip};

    #[test]
    fn numbers_that_are_not_exact() {
        let written = |text: &str| number(text).map(|found| found.number);
        for (text, right) in [
            ("ongeveer 20", "20"),
            ("circa 3", "3"),
            ("minimaal 5 uur", "5"),
            ("1/2", "0.5"),
            ("2/3", "0.667"),
            ("ruim 10.000", "10000"),
        ] {
            assert_eq!(written(text).as_deref(), Some(right), "{text}");
        }
        for text in ["2 à 3", "2-3", "2 tot 3 uur", "tussen 2 en 3", "2 of 3"] {
            assert_eq!(two_numbers(text), Some(("2".to_owned(), "3".to_owned())), "{text}");
        }
        for text in ["2", "2 uur", "artikel 2 lid 3", "2 x 3", "1-2-2027", "3 maart 2027"] {
            assert_eq!(two_numbers(text), None, "{text}");
        }
    }

    #[test]
    fn numbers_as_people_write_them() {
        for (text, wanted) in [
            ("14,5", Some("14.5")),
            ("1.300", Some("1300")),
            ("1.300.000,25", Some("1300000.25")),
            ("€ 10.000", Some("10000")),
            ("€10.000,-", Some("10000")),
            ("10 000", Some("10000")),
            ("14 gemeenten", Some("14")),
            ("5%", Some("5")),
            ("0,1 fte", Some("0.1")),
            ("36 uur per week", Some("36")),
            ("1,2 mln", Some("1200000")),
            ("€ 1,25 miljoen euro", Some("1250000")),
            ("0,5 miljoen", Some("500000")),
            ("12k", Some("12000")),
            ("3 miljard", Some("3000000000")),
            (".8", Some("0.8")),
            ("8.", Some("8")),
            ("−5", Some("-5")),
            ("½", Some("0.5")),
            ("14", None),
            ("14.5", None),
            ("0.125", None),
            ("1.2.3", None),
            ("ja", None),
            ("artikel 3", None),
        ] {
            assert_eq!(number(text).map(|found| found.number).as_deref(), wanted, "{text}");
        }
        assert_eq!(thousands("1.300").as_deref(), Some("1300"));
        for other in ["1.3", "0.125", "12.34", "1300.000", "1.3000"] {
            assert_eq!(thousands(other), None, "{other}");
        }
    }

    #[test]
    fn slips_say_what_to_write() {
        assert!(value_slip("14,5").unwrap().remedy.starts_with("Schrijf: 14.5. De site toont een komma."));
        assert!(value_slip("1 maart 2027").unwrap().remedy.starts_with("Schrijf: 2027-03-01."));
        assert_eq!(value_slip("1 maart 2027").unwrap().fix.as_deref(), Some("2027-03-01"));
        for choice in ["maart 2027", "eind 2027"] {
            assert_eq!(value_slip(choice).unwrap().fix, None, "{choice}");
        }
        assert_eq!(value_slip(".2").unwrap().says, "een getal begint hier met een cijfer");
        assert_eq!(value_slip("\"14,5\""), None);
        assert_eq!(value_slip("iets anders"), None);
        assert!(value_slip("14,5 # geteld").unwrap().remedy.starts_with("Schrijf: 14.5."));
        for cell in ["=SOM(B2:B5)", "=B2+B3", "#VERW!", "#N/B", "#DEEL/0! # kapot", "######"] {
            assert!(value_slip(cell).unwrap().says.contains("rekenblad"), "{cell}");
        }
        for other in ["= \"x\"", "# opmerking", "#nog doen", ""] {
            assert_eq!(value_slip(other), None, "{other}");
        }
        for (text, fix) in [("8.", "8"), ("−5", "-5"), ("12k", "12000")] {
            assert_eq!(value_slip(text).unwrap().fix.as_deref(), Some(fix), "{text}");
        }
        for nothing in ["nvt", "n.v.t.", "?", "-", "n.n.b.", "onbekend", "nog te bepalen"] {
            assert!(value_slip(nothing).unwrap().remedy.contains("Haal dan de hele regel weg"), "{nothing}");
        }
        assert!(value_slip("2025/2026").unwrap().remedy.contains("\"2025/2026\""));
    }
}

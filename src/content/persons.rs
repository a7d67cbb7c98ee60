//! How persons are named, and what is theirs: names, addresses, numbers.

/// Titles that stand before a person's name.
pub(super) const TITLES: &[&str] = &[
    "dhr.", "dhr ", "mw.", "mevr.", "mevrouw ", "meneer ", "de heer ", "mr. ", "drs. ", "ing. ", "ir. ", "prof. ",
    "dr. ",
];

/// First names that many people in the Netherlands have, and that are no common words.
pub(super) const FIRST_NAMES: &str = "\
    Ahmed Aisha Albert Alexander Ali Angela Anita Anja Anke Anne Anneke Annelies Annemarie Annemiek Annet Annette \
    Anouk Arie Arjan Arjen Arnoud Astrid Bart Bas Berend Bernard Bert Bianca Brigitte Carla Carolien Chantal Chris \
    Christa Christiaan Christine Claudia Coen Daan Daniëlle Danny David Debby Dennis Diana Dick Dirk Dorien Edwin \
    Eline Elisabeth Ellen Elly Els Eric Erik Esther Eva Evelien Evert Fatima Femke Floor Frank Fred Freek Geert \
    George Gerard Gerben Gerda Gerrit Gert Gijs Hanneke Hans Harm Harmen Harry Hassan Hein Heleen Helma Hendrik \
    Henk Henny Herman Hilde Hugo Ilse Ineke Inge Ingrid Irene Iris Jaap Jacob Jacqueline Jan Janneke Jasper \
    Jeannette Jelle Jeroen Jessica Johan Joke Jolanda Joop Joost Jorien Jos José Judith Karel Karin Karlijn Kees \
    Khadija Kim Klaas Koen Koos Lars Laura Leo Leonie Lianne Lieke Liesbeth Linda Lisa Loes Lotte Luuk Maaike \
    Maarten Manon Marc Marcel Marga Margriet Marian Marianne Marieke Marijke Marja Marjan Marjolein Mark Marleen \
    Marlies Marloes Martijn Martin Mathijs Matthijs Mehmet Menno Michael Michel Michiel Mieke Miranda Mirjam \
    Mohamed Mohammed Monique Mustafa Nanda Natasja Nelleke Nico Nicole Niels Nienke Omar Onno Pascal Patrick Paul \
    Peter Petra Piet Pieter Pim Reinier Remco Renate René Rianne Richard Rik Rita Rob Robert Robin Roel Roelof \
    Ronald Ruud Sabine Samira Sander Sandra Sara Saskia Sebastiaan Sietske Silvia Simone Sjoerd Sofie Sonja Stefan \
    Stephan Steven Stijn Suzanne Sven Sylvia Tamara Tessa Thea Theo Thijs Thomas Tim Tineke Tjeerd Tom Ton Truus \
    Vincent Walter Wendy Willeke Wilma Wim Wouter Youssef Yvonne";

/// Addresses that people have at home.
pub(super) const HOME_MAIL: &[&str] = &[
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
pub(super) const MOBILE: &[&str] =
    &["06-", "06 ", "061", "062", "063", "064", "065", "068", "+31 6", "+316", "+31(0)6", "0031 6", "00316"];

/// So many signs behind what it is called a number still is that.
const FAR: usize = 60;

pub(super) const SERVICE_NUMBER: &[&str] = &["bsn", "burgerservicenummer", "sofinummer"];

/// Banks as they stand in the numbers of accounts.
pub(super) const BANKS: &[&str] =
    &["ABNA", "INGB", "RABO", "TRIO", "SNSB", "ASNB", "RBRB", "KNAB", "BUNQ", "BNGH", "NWAB", "FVLB", "REVO"];

/// No address or number that people write is longer, so no further is looked.
const LONGEST: usize = 100;

/// So much of a text at most.
fn near(text: &str) -> &str {
    &text[..text.floor_char_boundary(LONGEST)]
}

pub(super) fn word_start(text: &str, at: usize) -> usize {
    let from = text.ceil_char_boundary(at.saturating_sub(LONGEST));
    text[from..at]
        .rfind(|c: char| c.is_whitespace() || matches!(c, '(' | '<' | ':'))
        .map_or(from, |i| from + i + text[from + i..].chars().next().map_or(1, char::len_utf8))
}

pub(super) fn word_end(text: &str, at: usize) -> usize {
    let rest = near(&text[at..]);
    let end = at + rest.find(|c: char| !(c.is_alphanumeric() || matches!(c, '.' | '-'))).unwrap_or(rest.len());
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
    const SMALL: &[&str] = &[
        "van ", "de ", "der ", "den ", "ten ", "ter ", "het ", "'t ", "’t ", "te ", "op ", "el ", "Van ", "De ", "El ",
        "Al ", "Ben ", "Ter ", "Ten ", "Den ",
    ];
    let mut at = at + usize::from(text[at..].starts_with(' '));
    while let Some(small) = SMALL.iter().find(|small| text[at..].starts_with(**small)) {
        at += small.len();
    }
    capital(text, at)
}

/// `mevrouw J. de Vries`; not `de heer en mevrouw`.
pub(super) fn titled(text: &str, at: usize, end: usize) -> Option<usize> {
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
pub(super) fn named(text: &str, at: usize, end: usize) -> Option<usize> {
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
pub(super) fn mobile(text: &str, at: usize) -> Option<usize> {
    if text[..at].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | '/' | '-')) {
        return None;
    }
    let mark = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '-' | '(' | ')' | '+' | '.');
    let rest = near(&text[at..]);
    let end = at + rest.find(|c| !mark(c)).unwrap_or(rest.len());
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
pub(super) fn service_number(text: &str, at: usize, end: usize) -> Option<usize> {
    if !is_whole(text, at, end) {
        return None;
    }
    // `Het BSN van de aanvrager is 123456782`, within one sentence.
    let rest = near(&text[end..]);
    let sentence = end + rest.find(". ").unwrap_or(rest.len());
    let digit = text[end..sentence].char_indices().take(FAR).find(|(_, c)| c.is_ascii_digit()).map(|(i, _)| end + i)?;
    let rest = near(&text[digit..]);
    let stop = digit + rest.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ' '))).unwrap_or(rest.len());
    let number = text[digit..stop].trim_end_matches(['.', ' ']);
    (number.bytes().filter(u8::is_ascii_digit).count() == 9).then_some(digit + number.len())
}

/// Where the `NL91` before the name of a bank begins.
pub(super) fn account_start(text: &str, at: usize) -> Option<usize> {
    let before = text[..at].trim_end_matches(' ');
    let start = before.len().checked_sub(4)?;
    let country = before.get(start..)?;
    let right = country.get(..2)?.eq_ignore_ascii_case("NL") && country.bytes().skip(2).all(|b| b.is_ascii_digit());
    (right && !before[..start].ends_with(char::is_alphanumeric)).then_some(start)
}

/// `NL91 ABNA 0417 1643 00`: where a number of an account ends whose check digits are right.
pub(super) fn account(text: &str, at: usize, end: usize) -> Option<usize> {
    let start = account_start(text, at)?;
    let rest = near(&text[end..]);
    let stop = end + rest.find(|c: char| !(c.is_ascii_digit() || c == ' ')).unwrap_or(rest.len());
    let stop = end + text[end..stop].trim_end().len();
    let signs: Vec<u8> = text[start..stop].bytes().filter(|b| *b != b' ').map(|b| b.to_ascii_uppercase()).collect();
    let (front, back) = signs.split_at_checked(4)?;
    let rest = back.iter().chain(front).fold(0_u32, |rest, sign| match sign {
        b'0'..=b'9' => (rest * 10 + u32::from(sign - b'0')) % 97,
        _ => (rest * 100 + u32::from(sign - b'A') + 10) % 97,
    });
    (signs.len() == 18 && rest == 1).then_some(stop)
}

/// Is what stands before an at sign a name: an initial or a first name, a full stop and a surname?
pub(super) fn of_person(local: &str) -> bool {
    let Some((first, rest)) = local.split_once('.') else { return false };
    let surname = rest.chars().filter(|c| c.is_alphabetic()).count() > 2
        && rest.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '_'));
    let initial = first.chars().count() == 1 && first.chars().all(char::is_alphabetic);
    surname && (initial || FIRST_NAMES.split_whitespace().any(|name| name.eq_ignore_ascii_case(first)))
}

/// Not a part of a longer word.
pub(super) fn is_whole(text: &str, at: usize, end: usize) -> bool {
    let inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    // `[titel](…)` is a link.
    if text[at..].starts_with('[') && text[end..].starts_with(['(', '[']) {
        return false;
    }
    let ends_in_letter = inside(text[..end].chars().next_back());
    let goes_on = ends_in_letter && inside(text[end..].chars().next());
    !(inside(text[..at].chars().next_back()) || goes_on)
}

//! Whole numbers in Dutch words: `twaalf`, `vijfentwintig`, `vijf duizend`.

const SMALL: [&str; 20] = [
    "nul",
    "een",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
    "dertien",
    "veertien",
    "vijftien",
    "zestien",
    "zeventien",
    "achttien",
    "negentien",
];
const TENS: [&str; 8] = ["twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"];

/// The number that these words are.
pub fn in_letters(text: &str) -> Option<String> {
    let lower = text.trim().to_lowercase().replace(['é', 'ë'], "e");
    let bare: String = lower.split_whitespace().collect();
    below(&bare, &[("miljoen", 1_000_000), ("duizend", 1000), ("honderd", 100)]).map(|number| number.to_string())
}

/// What stands before a multiple is how many of it there are, what stands behind is added.
fn below(text: &str, multiples: &[(&str, u64)]) -> Option<u64> {
    let Some(((word, times), smaller)) = multiples.split_first() else { return below_hundred(text) };
    let Some((before, behind)) = text.split_once(word) else { return below(text, smaller) };
    let count = if before.is_empty() { 1 } else { below(before, smaller).filter(|count| *count > 0)? };
    let behind = behind.strip_prefix("en").filter(|rest| !rest.is_empty()).unwrap_or(behind);
    let rest = if behind.is_empty() { 0 } else { below(behind, smaller)? };
    (rest < *times).then_some(count * times + rest)
}

fn below_hundred(text: &str) -> Option<u64> {
    let small = |text: &str| SMALL.iter().position(|word| *word == text);
    let found = small(text).or_else(|| {
        let (ten, word) = TENS.iter().enumerate().find(|(_, word)| text.ends_with(**word))?;
        let one = text[..text.len() - word.len()].strip_suffix("en");
        match one {
            Some(one) => small(one).filter(|one| (1..10).contains(one)).map(|one| (ten + 2) * 10 + one),
            None => (text == *word).then_some((ten + 2) * 10),
        }
    })?;
    u64::try_from(found).ok()
}

#[cfg(test)]
mod tests {
    use super::in_letters;

    #[test]
    fn numbers_in_words() {
        for (text, number) in [
            ("Twaalf", Some("12")),
            ("één", Some("1")),
            ("vijfentwintig", Some("25")),
            ("tweeëntwintig", Some("22")),
            ("tweehonderdvijftig", Some("250")),
            ("vijfduizend", Some("5000")),
            ("vijf duizend", Some("5000")),
            ("honderd en tien", Some("110")),
            ("twaalfhonderd", Some("1200")),
            ("duizend", Some("1000")),
            ("een miljoen", Some("1000000")),
            ("driehonderdtwintigduizend vierhonderd", Some("320400")),
            ("veel", None),
            ("duizenden", None),
            ("een paar", None),
            ("eenheid", None),
            ("nulhonderd", None),
        ] {
            assert_eq!(in_letters(text).as_deref(), number, "{text}");
        }
    }
}

//! Small pictures at the start of lines, as chat programs and posts on social media have them for the items of a list.

use super::{Construct, Found};
use crate::letters::first_line;
use std::ops::Range;

pub static ITEMS: Construct = Construct {
    code: "MD070",
    from: "een bericht of chat",
    effect: "wordt hier geen lijst: de regels komen achter elkaar te staan",
    remedy: "Begin elk punt op een nieuwe regel met een streepje en een spatie: - eerste punt. Het plaatje ervoor kan weg.",
    patterns: &[],
};

static BEFORE_HEADING: Construct = Construct {
    code: "MD069",
    from: "een chatprogramma",
    effect: "wordt voorgelezen voordat het kopje zelf begint",
    remedy: "Haal het plaatje weg: het kopje zegt zelf waar het over gaat.",
    patterns: &[],
};

/// A picture before the words of a heading: `## 🚀 Aan de slag`.
pub fn before_heading(source: &str, range: &Range<usize>) -> Option<Found> {
    let line = first_line(source.get(range.clone())?);
    let words = line.trim_start_matches(['#', ' ']);
    if words.is_ascii() || !begins(words) {
        return None;
    }
    let start = range.start + line.len() - words.len();
    let end = start + words.find([' ', '\u{a0}'])?;
    Some(Found { range: start..end, construct: &BEFORE_HEADING })
}

/// Do both lines begin with a picture: `✅ Klaar` and `👉 Verder`, `1️⃣ Een` and `2️⃣ Twee`?
pub fn are_items(one: &str, next: &str) -> bool {
    begins(one) && begins(next)
}

fn begins(line: &str) -> bool {
    let Some((first, words)) = line.split_once([' ', '\u{a0}']) else { return false };
    let number = first.ends_with('\u{20e3}');
    (number || first.chars().next().is_some_and(is_picture))
        && first.chars().count() < 6
        && words.contains(char::is_alphanumeric)
}

/// Pictures, arrows and ticks. Word's own signs for a list, and the signs of a sentence, are told elsewhere.
fn is_picture(c: char) -> bool {
    matches!(u32::from(c), 0x2190..=0x21ff | 0x2300..=0x23ff | 0x2460..=0x24ff | 0x25a0..=0x27bf | 0x2900..=0x297f | 0x2b00..=0x2bff | 0x1f000..=0x1faff)
        && !matches!(c, '✓' | '✔' | '→' | '►' | '●' | '○' | '■' | '□' | '▪')
}

#[cfg(test)]
mod tests {
    use super::are_items;

    #[test]
    fn pictures_before_items() {
        for (one, next) in [("✅ Een", "👉 Twee"), ("1️⃣ Een", "2️⃣ Twee"), ("➡️ Een", "➡️ Twee"), ("🔹 Een", "🔹 Twee")]
        {
            assert!(are_items(one, next), "{one} {next}");
        }
        assert!(!are_items("✅ Een", "Twee") && !are_items("Een ✅", "Twee ✅") && !are_items("✅", "✅"));
    }
}

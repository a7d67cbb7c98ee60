//! A sentence with markup in it, of which the words are said elsewhere.

use super::Html;

/// Stands before the number of a part in a sentence. No text holds it: the decoder refuses what Unicode keeps free.
const SLOT: char = '\u{fdd0}';
/// The first of the signs that number the parts.
const SLOT_NUMBERS: char = '\u{e000}';

impl Html {
    /// A sentence around parts: who says it is given a mark for each part, and puts that where the part belongs.
    pub fn sentence<const N: usize>(parts: [Self; N], say: impl FnOnce([&str; N]) -> String) -> Self {
        Self::sentence_of(&parts, |marks| say(std::array::from_fn(|number| marks[number].as_str())))
    }

    /// The same with any number of parts.
    pub fn sentence_of(parts: &[Self], say: impl FnOnce(&[String]) -> String) -> Self {
        let marks: Vec<String> = (SLOT_NUMBERS..).take(parts.len()).map(|number| format!("{SLOT}{number}")).collect();
        let mut html = Self::default();
        for (index, words) in say(&marks).split(SLOT).enumerate() {
            let number = words.chars().next().filter(|_| index > 0);
            if let Some(part) = number.and_then(|number| parts.get(number as usize - SLOT_NUMBERS as usize)) {
                html.append(part);
            }
            html.push_text(&words[number.map_or(0, char::len_utf8)..]);
        }
        html
    }
}

//! A memory for words as they stand in a text.

use ahash::AHashMap;

/// A word → what is known of it. Most words are short: those are kept as numbers, which are hashed and compared in a few instructions.
#[derive(Debug, Default)]
pub struct Known<T> {
    short: AHashMap<u128, T>,
    long: AHashMap<Box<str>, T>,
}

impl<T> Known<T> {
    /// What is known of a word.
    pub fn get(&self, word: &str) -> Option<&T> {
        match number(word.as_bytes()) {
            Some(number) => self.short.get(&number),
            None => self.long.get(word),
        }
    }

    /// Takes in what is known of a word.
    pub fn insert(&mut self, word: &str, known: T) {
        match number(word.as_bytes()) {
            Some(number) => self.short.insert(number, known),
            None => self.long.insert(word.into(), known),
        };
    }
}

/// The bytes of a short word as a number. `None` of one that is longer than sixteen bytes, or that ends in a zero, which another word
/// without it would be as well.
fn number(word: &[u8]) -> Option<u128> {
    let eight = |at: usize| word.get(at..)?.first_chunk().map(|eight| u64::from_le_bytes(*eight));
    let four = |at: usize| word.get(at..)?.first_chunk().map(|four| u64::from(u32::from_le_bytes(*four)));
    let bits = 8 * word.len() as u32;
    let number = match word.len() {
        0..4 => u128::from(word.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte))),
        // The last ones reach back over the first: what was there already falls out.
        4..8 => u128::from(four(0)? | (four(word.len() - 4)? >> (64 - bits)) << 32),
        8..=16 => u128::from(eight(0)?) | u128::from(eight(word.len() - 8)?) << (bits - 64),
        _ => return None,
    };
    (word.last() != Some(&0)).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::{Known, number};

    #[test]
    fn a_word_is_a_number_of_its_own() {
        let text = "abcdefghijklmnopqrstuvwxyz";
        for (from, to) in (0..=18).flat_map(|from| (from..=18).map(move |to| (from, to))) {
            let word = &text.as_bytes()[from..to];
            let expected = word.iter().rev().fold(0, |number, byte| number << 8 | u128::from(*byte));
            assert_eq!(number(word), (word.len() < 17).then_some(expected), "{}", &text[from..to]);
        }
        assert_eq!(number("ééééé".as_bytes()).map(u128::to_le_bytes).map(|b| b[..10].to_vec()), Some("ééééé".into()));
        assert!(number(b"a\0").is_none() && number(b"\0").is_none());
    }

    #[test]
    fn short_and_long_words_are_known() {
        let mut known = Known::default();
        let words = ["", "de", "raad", "overleg", "gemeente", "gemeenteraad", "vergunningverlening", "a\0", "a"];
        for (number, word) in words.iter().enumerate() {
            assert_eq!(known.get(word), None, "{word}");
            known.insert(word, number);
            assert_eq!(known.get(word), Some(&number), "{word}");
        }
        assert_eq!(known.get("de"), Some(&1));
    }
}

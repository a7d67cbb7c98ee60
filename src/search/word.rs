//! A word as it is looked up, and what is known of words.

use ahash::AHashMap;

/// A word of small letters and digits. Most are short: those are numbers, which are hashed and compared in a few instructions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Word<'w> {
    /// The bytes of a word of at most sixteen, the first of them lowest, with nothing behind them.
    Short(u128),
    /// Any other.
    Long(&'w str),
}

impl<'w> From<&'w str> for Word<'w> {
    fn from(text: &'w str) -> Self {
        let mut bytes = [0; 16];
        match bytes.get_mut(..text.len()) {
            // No word that was read is empty or has a zero in it, which could not be told from the nothing behind it.
            Some(first) if !text.is_empty() && !text.contains('\0') => {
                first.copy_from_slice(text.as_bytes());
                Self::Short(u128::from_le_bytes(bytes))
            }
            _ => Self::Long(text),
        }
    }
}

impl Word<'_> {
    /// What is made of it as text.
    pub fn with_text<T>(self, make: impl FnOnce(&str) -> T) -> T {
        match self {
            Self::Short(number) => {
                let bytes = &number.to_le_bytes()[..16 - number.leading_zeros() as usize / 8];
                make(std::str::from_utf8(bytes).unwrap_or_default())
            }
            Self::Long(text) => make(text),
        }
    }
}

/// A word → what is known of it.
#[derive(Debug)]
pub struct Known<T> {
    /// Those that are short, each at the first free place from where its [`hash`] points to; zeros stand at each that is free.
    /// As many places as a power of two, and at least a quarter of them free.
    short: Vec<(u64, u64, T)>,
    /// How many these are.
    count: usize,
    long: AHashMap<Box<str>, T>,
}

impl<T> Default for Known<T> {
    fn default() -> Self {
        Self { short: Vec::new(), count: 0, long: AHashMap::default() }
    }
}

/// The halves of a short word.
fn halves(word: u128) -> (u64, u64) {
    (word as u64, (word >> 64) as u64)
}

/// Spreads what differs in any bit over all of them.
fn hash((low, high): (u64, u64)) -> usize {
    let (low, high) = (low ^ 0x9e37_79b9_7f4a_7c15, high ^ 0xbf58_476d_1ce4_e5b9);
    let (low, high) = halves(u128::from(low) * u128::from(high));
    (low ^ high) as usize
}

impl<T: Copy + Default> Known<T> {
    /// What is known of a word.
    #[inline]
    pub fn get(&self, word: Word<'_>) -> Option<T> {
        let word = match word {
            Word::Short(word) => halves(word),
            Word::Long(word) => return self.long(word),
        };
        let last = self.short.len().wrapping_sub(1);
        let mut at = hash(word);
        loop {
            let (low, high, known) = *self.short.get(at & last)?;
            if (low, high) == word {
                return Some(known);
            }
            if low == 0 {
                return None;
            }
            at += 1;
        }
    }

    /// Of how many words something is known.
    pub fn len(&self) -> usize {
        self.count + self.long.len()
    }

    #[inline(never)]
    fn long(&self, word: &str) -> Option<T> {
        self.long.get(word).copied()
    }

    /// Takes in what is known of a word of which nothing was.
    pub fn insert(&mut self, word: Word<'_>, known: T) {
        match word {
            Word::Short(word) => {
                self.count += 1;
                if 4 * self.count > 3 * self.short.len() {
                    let places = (2 * self.short.len()).max(1024);
                    let before = std::mem::replace(&mut self.short, vec![Default::default(); places]);
                    before.into_iter().filter(|(low, ..)| *low != 0).for_each(|(low, high, known)| {
                        self.put((low, high), known);
                    });
                }
                self.put(halves(word), known);
            }
            Word::Long(word) => {
                self.long.insert(word.into(), known);
            }
        }
    }

    fn put(&mut self, word: (u64, u64), known: T) {
        let last = self.short.len() - 1;
        let mut at = hash(word) & last;
        while self.short[at].0 != 0 {
            at = (at + 1) & last;
        }
        self.short[at] = (word.0, word.1, known);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_a_number_or_a_text() {
        let text = "abcdefghijklmnopqrstuvwxyz";
        for (from, to) in (0..=18).flat_map(|from| (from..=18).map(move |to| (from, to))) {
            let word = Word::from(&text[from..to]);
            assert_eq!(matches!(word, Word::Short(_)), (1..=16).contains(&to.saturating_sub(from)));
            word.with_text(|word| assert_eq!(word, &text[from..to]));
        }
        assert_eq!(Word::from("ba"), Word::Short(0x6162));
        Word::from("ééßéé").with_text(|word| assert_eq!(word, "ééßéé"));
        assert!(["", "a\0", "\0a"].iter().all(|text| Word::from(*text) == Word::Long(text)));
    }

    #[test]
    fn short_and_long_words_are_known() {
        let mut known = Known::default();
        let words = ["de", "raad", "overleg", "gemeente", "gemeenteraad", "vergunningverlening", "a", "", "\0a"]
            .map(str::to_owned);
        let words: Vec<String> = words.into_iter().chain((0..3000).map(|number| format!("nummer{number}"))).collect();
        for (number, word) in words.iter().enumerate() {
            let word = Word::from(word.as_str());
            assert_eq!(known.get(word), None);
            known.insert(word, number);
            assert_eq!(known.get(word), Some(number));
            assert_eq!(known.len(), number + 1);
        }
        for (number, word) in words.iter().enumerate() {
            assert_eq!(known.get(word.as_str().into()), Some(number), "{word}");
        }
    }
}

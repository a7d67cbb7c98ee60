//! What is kept in mind of words while pages are read: each is brought back to its stem once.

use super::held::Stems;
use super::stem::stem;
use super::word::{Known, Word};

/// With so many words what is kept takes two megabytes. It is more than most sites have.
const MOST_WORDS: usize = 1 << 14;
/// The same for a site of many pages, of which all that was read takes room too.
const MOST_WORDS_OF_MANY: usize = 1 << 12;

/// What a word is.
#[derive(Debug, Clone, Copy, Default)]
pub struct Meaning {
    /// The number of its stem.
    pub stem: u32,
    /// Does it say nothing about a subject?
    pub stops: bool,
}

/// The words that were met.
#[derive(Debug, Default)]
pub struct Memory {
    words: Known<Meaning>,
    /// The numbers of stems.
    numbers: Known<u32>,
    stems: Stems,
}

impl Memory {
    /// Of words that say nothing about a subject.
    pub fn of(stop: &[String]) -> Self {
        let mut memory = Self::default();
        for word in stop {
            memory.learn(word.as_str().into(), true);
        }
        memory
    }

    /// What a word is.
    #[inline]
    pub fn meaning(&mut self, word: Word<'_>) -> Meaning {
        match self.words.get(word) {
            Some(known) => known,
            // Taken apart for a word that is new, so that no other is put together to be handed on.
            None => match word {
                Word::Short(number) => self.learn_short(number),
                Word::Long(text) => self.learn_long(text),
            },
        }
    }

    #[cold]
    fn learn_short(&mut self, number: u128) -> Meaning {
        self.learn(Word::Short(number), false)
    }

    #[cold]
    fn learn_long(&mut self, text: &str) -> Meaning {
        self.learn(Word::Long(text), false)
    }

    fn learn(&mut self, word: Word<'_>, stops: bool) -> Meaning {
        let stem = word.with_text(stem);
        let as_word = Word::from(stem.as_str());
        let number = self.numbers.get(as_word).unwrap_or_else(|| {
            let number = self.stems.push(&stem);
            self.numbers.insert(as_word, number);
            number
        });
        let meaning = Meaning { stem: number, stops };
        self.words.insert(word, meaning);
        meaning
    }

    /// Is there room for the words of more pages? Figures and codes make new ones without end.
    pub fn has_room(&self, many_pages: bool) -> bool {
        self.words.len() < if many_pages { MOST_WORDS_OF_MANY } else { MOST_WORDS }
    }

    /// The stems of all words that were met, by number.
    pub fn stems(&self) -> &Stems {
        &self.stems
    }

    /// The same, of which nothing else is kept.
    pub fn into_stems(self) -> Stems {
        self.stems
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_brought_back_to_its_stem_once() {
        let mut memory = Memory::of(&["de".to_owned(), "gemeente".to_owned(), "de".to_owned()]);
        let mut of = |word: &str| {
            let meaning = memory.meaning(word.into());
            (memory.stems().get(meaning.stem as usize).to_owned(), meaning.stops)
        };
        for _ in 0..2 {
            assert_eq!(of("de"), ("de".to_owned(), true));
            assert_eq!(of("gemeente"), (stem("gemeente"), true));
            assert_eq!(of("gemeenten"), (stem("gemeente"), false));
            assert_eq!(of("samenwerkingsovereenkomsten"), (stem("samenwerkingsovereenkomst"), false));
        }
        assert_eq!(memory.stems().len(), 3);
        assert!(memory.has_room(false));
    }

    #[test]
    fn there_is_no_room_for_words_without_end() {
        let mut memory = Memory::of(&[]);
        let words = (0..).map(|number| number.to_string()).take_while(|word| {
            memory.meaning(word.as_str().into());
            memory.has_room(false)
        });
        assert_eq!(words.count() + 1, MOST_WORDS);
        assert!(!memory.has_room(true));
    }
}

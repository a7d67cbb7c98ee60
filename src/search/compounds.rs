//! Dutch writes words as one: `stuurgroep`. With the site's own words they are taken apart, so that `groep` finds it.

use super::stem::stem;
use std::collections::BTreeSet;

/// Shorter parts are found by chance.
const SHORTEST_PART: usize = 4;

/// The words in which compounds are looked for: every stem of the site that may be a part.
#[derive(Debug)]
pub struct Parts<'a>(BTreeSet<&'a str>);

impl<'a> Parts<'a> {
    /// From all stems of the site.
    pub fn of(stems: impl Iterator<Item = &'a str>) -> Self {
        Self(stems.filter(|s| s.len() >= SHORTEST_PART && s.bytes().all(|b| b.is_ascii_lowercase())).collect())
    }

    /// The stems of the parts of a compound: its last part when that is a word of the site, and its first part too when that
    /// is one; none when it is no compound.
    pub fn within(&self, word: &str) -> Vec<&'a str> {
        if word.len() < 2 * SHORTEST_PART || !word.bytes().all(|b| b.is_ascii_lowercase()) {
            return Vec::new();
        }
        // The longest last part is the best guess: `beleidscyclus` ends in `cyclus`.
        for cut in SHORTEST_PART - 1..=word.len() - SHORTEST_PART {
            let (first, last) = word.split_at(cut);
            let Some(last) = self.0.get(stem(last).as_str()) else { continue };
            let joint = [first, first.strip_suffix('s').unwrap_or(first), first.strip_suffix("en").unwrap_or(first)];
            let first = joint.iter().find_map(|part| self.0.get(stem(part).as_str()));
            let has_vowel = |part: &str| part.bytes().any(|b| b"aeiouy".contains(&b));
            match first {
                Some(first) => return vec![*first, *last],
                None if last.len() > SHORTEST_PART && has_vowel(&word[..cut]) => return vec![*last],
                None => {}
            }
        }
        Vec::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compounds_come_apart() {
        let words = ["groep", "beleid", "cyclus", "opdracht", "bestuur", "overleg"].map(stem);
        let parts = Parts::of(words.iter().map(String::as_str));
        assert_eq!(parts.within("stuurgroep"), [stem("groep")]);
        assert_eq!(parts.within("beleidscyclus"), [stem("beleid"), stem("cyclus")]);
        assert_eq!(parts.within("bestuursopdrachten"), [stem("bestuur"), stem("opdracht")]);
        assert!(parts.within("groep").is_empty() && parts.within("vergadering").is_empty());
    }
}

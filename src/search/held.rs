//! What was read of pages, as small as it can wait: on a large site it waits for all of them.

/// Words one behind the other.
#[derive(Debug, Default)]
pub struct Stems {
    text: String,
    ends: Vec<u32>,
}

impl Stems {
    /// Adds one; gives its number.
    pub fn push(&mut self, stem: &str) -> u32 {
        self.text.push_str(stem);
        self.ends.push(self.text.len() as u32);
        self.ends.len() as u32 - 1
    }

    /// Lets go of the room that was kept for more: nothing is added any more.
    pub fn tighten(&mut self) {
        self.text.shrink_to_fit();
        self.ends.shrink_to_fit();
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// The one with this number.
    pub fn get(&self, number: usize) -> &str {
        let start = if number == 0 { 0 } else { self.ends[number - 1] };
        &self.text[start as usize..self.ends[number] as usize]
    }

    /// All of them, by number.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        let starts = [0].into_iter().chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, end)| &self.text[start as usize..*end as usize])
    }
}

/// Per entry the numbers of stems, each with a weight.
#[derive(Debug, Default)]
pub struct Weights {
    /// Of each stem its number in the lower half, and its weight in the upper. A number that is too large stands behind it.
    items: Vec<u32>,
    /// Where each entry ends.
    ends: Vec<usize>,
}

/// What one is as a weight in half an item; none is over 4.
const ONE: f32 = 16_384.0;
/// Stands for a number that stands behind it.
const BEHIND: u32 = 0xffff;

impl Weights {
    /// Adds an entry.
    pub fn push(&mut self, entry: impl Iterator<Item = (u32, f32)>) {
        for (stem, weight) in entry {
            // The nearest: no weight is below zero.
            let weight = u32::from((weight * ONE + 0.5) as u16) << 16;
            self.items.push(stem.min(BEHIND) | weight);
            if stem >= BEHIND {
                self.items.push(stem);
            }
        }
        self.ends.push(self.items.len());
    }

    /// Lets go of the room that was kept for more: nothing is added any more.
    pub fn tighten(&mut self) {
        self.items.shrink_to_fit();
        self.ends.shrink_to_fit();
    }

    /// The stems of each entry, in the order in which they were added.
    pub fn entries(&self) -> impl Iterator<Item = Entry<'_>> {
        let starts = [0].into_iter().chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, end)| Entry(&self.items[start..*end]))
    }
}

/// What is left of an entry.
#[derive(Debug, Clone)]
pub struct Entry<'a>(&'a [u32]);

impl Iterator for Entry<'_> {
    type Item = (usize, f32);

    fn next(&mut self) -> Option<(usize, f32)> {
        let item = self.0.split_off_first()?;
        let stem = match item & BEHIND {
            BEHIND => *self.0.split_off_first()?,
            stem => stem,
        };
        Some((stem as usize, (item >> 16) as f32 / ONE))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_held_comes_back() {
        let mut stems = Stems::default();
        for (number, stem) in ["vergunn", "", "één"].into_iter().enumerate() {
            assert_eq!(stems.push(stem) as usize, number);
        }
        assert_eq!([0, 1, 2].map(|number| stems.get(number)), ["vergunn", "", "één"]);
        assert_eq!(stems.iter().collect::<Vec<_>>(), ["vergunn", "", "één"]);

        let entries = [
            vec![(0, 0.0), (127, 0.5), (128, 1.0)],
            vec![],
            vec![(65_534, 0.25), (65_535, 2.0), (65_536, 0.0), (u32::MAX, 3.5)],
        ];
        let mut weights = Weights::default();
        entries.iter().for_each(|entry| weights.push(entry.iter().copied()));
        let held: Vec<Vec<(u32, f32)>> =
            weights.entries().map(|entry| entry.map(|(stem, weight)| (stem as u32, weight)).collect()).collect();
        assert_eq!(held, entries);
    }
}

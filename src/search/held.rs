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
    /// Of each stem its number, seven bits a byte with the lowest first, and its weight in two bytes.
    bytes: Vec<u8>,
    /// Where each entry ends.
    ends: Vec<usize>,
}

/// What one is as a weight in two bytes; none is over 4.
const ONE: f32 = 16_384.0;
/// The bit of a byte of a number that tells that another follows.
const MORE: u8 = 0x80;

impl Weights {
    /// Adds an entry.
    pub fn push(&mut self, entry: impl Iterator<Item = (u32, f32)>) {
        for (mut stem, weight) in entry {
            while stem >= u32::from(MORE) {
                self.bytes.push(stem as u8 | MORE);
                stem >>= 7;
            }
            self.bytes.push(stem as u8);
            // The nearest: no weight is below zero.
            self.bytes.extend(((weight * ONE + 0.5) as u16).to_le_bytes());
        }
        self.ends.push(self.bytes.len());
    }

    /// Lets go of the room that was kept for more: nothing is added any more.
    pub fn tighten(&mut self) {
        self.bytes.shrink_to_fit();
        self.ends.shrink_to_fit();
    }

    /// The stems of each entry, in the order in which they were added.
    pub fn entries(&self) -> impl Iterator<Item = Entry<'_>> {
        let starts = [0].into_iter().chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, end)| Entry(&self.bytes[start..*end]))
    }
}

/// What is left of an entry.
#[derive(Debug, Clone)]
pub struct Entry<'a>(&'a [u8]);

impl Iterator for Entry<'_> {
    type Item = (usize, f32);

    fn next(&mut self) -> Option<(usize, f32)> {
        let (mut stem, mut shift) = (0, 0);
        loop {
            let byte = *self.0.split_off_first()?;
            stem |= usize::from(byte & !MORE) << shift;
            shift += 7;
            if byte & MORE == 0 {
                break;
            }
        }
        let (weight, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some((stem, f32::from(u16::from_le_bytes(*weight)) / ONE))
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

        let entries =
            [vec![(0, 0.0), (127, 0.5), (128, 1.0)], vec![], vec![(16_383, 0.25), (16_384, 2.0), (u32::MAX, 3.5)]];
        let mut weights = Weights::default();
        entries.iter().for_each(|entry| weights.push(entry.iter().copied()));
        let held: Vec<Vec<(u32, f32)>> =
            weights.entries().map(|entry| entry.map(|(stem, weight)| (stem as u32, weight)).collect()).collect();
        assert_eq!(held, entries);
    }
}

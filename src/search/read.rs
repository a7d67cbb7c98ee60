//! What is read of entries: which stems are in them, and how strongly.

use super::asked::Ways;
use super::entries::{Entry, Place};
use super::held::{Stems, Weights};
use super::memory::Memory;
use super::words::of_text;

/// A text of this many words is neither long nor short.
const USUAL_LENGTH: f32 = 150.0;

/// Some entries, read: what the index needs of them, so that their pages need not be kept.
#[derive(Debug)]
pub struct Read {
    /// The number of the desk at which they were read.
    pub desk: usize,
    /// Which stems of that desk are in which entry, and how strongly: 0 to about 1.
    pub weights: Weights,
    /// Per entry.
    pub rows: Vec<Row>,
}

/// An entry as it is written down.
#[derive(Debug)]
pub struct Row {
    /// What it is, for readers.
    pub kind: &'static str,
    /// Its address.
    pub url: String,
    /// What is shown of it.
    pub shown: Box<str>,
}

/// What entries are read with, some after others. Its tables are large, and every stem has one number in all that is read at it.
#[derive(Debug)]
pub struct Desk {
    number: usize,
    memory: Memory,
    tally: Tally,
    /// In how many entries each stem is.
    counts: Vec<u32>,
}

/// What is left of a desk: all stems by number, and in how many entries each is.
pub type Cleared = (Stems, Vec<u32>);

impl Desk {
    /// With words that say nothing about a subject.
    pub fn of(number: usize, stop: &[String]) -> Self {
        Self { number, memory: Memory::of(stop), tally: Tally::default(), counts: Vec::new() }
    }

    /// Is there room for the words of more entries?
    pub fn has_room(&self, many_pages: bool) -> bool {
        self.memory.has_room(many_pages)
    }

    /// Lets go of all but what stands in what was read at it.
    pub fn clear(self) -> (usize, Cleared) {
        let (mut stems, mut counts) = (self.memory.into_stems(), self.counts);
        counts.resize(stems.len(), 0);
        stems.tighten();
        (self.number, (stems, counts))
    }
}

impl Read {
    /// Reads entries.
    pub fn of<'e>(entries: impl Iterator<Item = Entry<'e>>, desk: &mut Desk, ways: &Ways) -> Self {
        let Desk { number, memory, tally, counts } = desk;
        let mut read = Self { desk: *number, weights: Weights::default(), rows: Vec::new() };
        for entry in entries {
            let length = tally.count(&entry, memory);
            counts.resize(memory.stems().len(), 0);
            let weights = tally.weights(length as f32, entry.factor);
            read.weights.push(weights.inspect(|(stem, _)| counts[*stem as usize] += 1));
            read.rows.push(Row { kind: entry.kind, shown: entry.row(ways).into(), url: entry.url });
        }
        read.weights.tighten();
        read
    }
}

/// What was seen of the words of one entry.
#[derive(Debug, Default)]
struct Tally {
    /// Of each stem in memory; nothing is left of an entry before.
    seen: Vec<Seen>,
    /// The stems that were seen.
    found: Vec<u32>,
}

/// What was seen of one stem.
#[derive(Debug, Clone, Copy, Default)]
struct Seen {
    /// Was anything?
    any: bool,
    /// How much it says as a name.
    name: f32,
    /// How often it was seen in each place.
    times: [u32; Place::ALL],
}

impl Tally {
    /// Looks at all words of an entry; gives how many these are.
    fn count(&mut self, entry: &Entry<'_>, memory: &mut Memory) -> usize {
        let mut length = 0;
        let mut name = Vec::new();
        for (number, text) in entry.called().enumerate() {
            name.clear();
            of_text(text, (), &mut |word, ()| name.push(memory.meaning(word)));
            length += name.len();
            // “Wat moet er nog gebeuren?” is a name of small words only: they are all that leads to it.
            if name.iter().any(|word| !word.stops) {
                name.retain(|word| !word.stops);
            }
            // A word that is the whole name says more than one of many; the title more than another name.
            let full = if number == 0 { 9.0 } else { 8.0 };
            let says = full / (name.len() as f32).sqrt();
            for word in &name {
                let seen = self.seen(word.stem);
                seen.name = seen.name.max(says);
            }
        }
        entry.words(&mut |word, place| {
            length += 1;
            let word = memory.meaning(word);
            if !word.stops {
                self.seen(word.stem).times[place as usize] += 1;
            }
        });
        length
    }

    /// Where to tell what is seen of a stem.
    #[inline]
    fn seen(&mut self, stem: u32) -> &mut Seen {
        let number = stem as usize;
        if number >= self.seen.len() {
            self.seen.resize(2 * number + 1, Seen::default());
        }
        let seen = &mut self.seen[number];
        if !seen.any {
            seen.any = true;
            self.found.push(stem);
        }
        seen
    }

    /// The weights of the stems that were seen, all of which are forgotten: where a word stands counts most, how often counts less and
    /// less.
    fn weights(&mut self, length: f32, factor: f32) -> impl Iterator<Item = (u32, f32)> {
        let Self { seen: all, found } = self;
        let norm = 0.4 + 0.6 * length / USUAL_LENGTH;
        found.drain(..).map(move |stem| {
            let seen = std::mem::take(&mut all[stem as usize]);
            let times = |place: Place| seen.times[place as usize];
            let once = |place, weight| if times(place) > 0 { weight } else { 0.0 };
            let text = times(Place::Text) as f32;
            let text = 1.5 * text / (text + norm);
            let sum = seen.name + once(Place::Keyword, 4.0) + once(Place::Heading, 1.6) + once(Place::Lead, 1.2) + text;
            (stem, sum / (sum + 4.0) * factor / 1.3)
        })
    }
}

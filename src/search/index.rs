//! Which words lead to which entries, and how strongly: weights are worked out here, so that the browser only adds.

use super::asked::Ways;
use super::compounds::Parts;
use super::entries::{Entry, Place};
use super::held::{Stems, Weights};
use super::known::Known;
use super::stem::stem;
use ahash::{AHashMap, AHashSet};
use rayon::prelude::*;

/// The highest weight.
pub const MOST: f32 = 99.0;
/// A part of a compound counts for less than the word itself.
const AS_PART: f32 = 0.45;
/// A text of this many words is neither long nor short.
const USUAL_LENGTH: f32 = 150.0;
/// More entries than this are not kept for one word: nobody pages through them.
const MOST_ENTRIES: usize = 1500;

/// The index is gathered in at most so many parts: each goes through all that was read.
const MOST_PARTS: usize = 8;

/// Entries with their weight, by number.
pub type Postings = Vec<(u32, u8)>;

/// Stems with their entries, in order. `numbers` has the number of each entry, in the order in which they were read.
pub fn index(read: Vec<Read>, numbers_of: &[u32]) -> Vec<(String, Postings)> {
    let (stems, weights): (Vec<_>, Vec<_>) = read.into_iter().map(|read| (read.stems, read.weights)).unzip();
    let parts = rayon::current_num_threads().min(MOST_PARTS);
    let of_part = |part| gathered(&stems, &weights, numbers_of, |stem| part_of(stem, parts) == part);
    let mut found: Vec<_> = (0..parts).into_par_iter().flat_map_iter(of_part).collect();
    drop(weights);
    found.sort_unstable_by_key(|(stem, _)| *stem);
    with_parts(&mut found);
    found.into_par_iter().map(|(stem, list)| (stem.to_owned(), postings(list))).collect()
}

/// In which of so many parts a stem is gathered; what comes of it is the same in each.
fn part_of(stem: &str, parts: usize) -> usize {
    stem.bytes().map(usize::from).sum::<usize>() % parts
}

/// The stems for which `is_own`, each with its entries in the order in which these were read.
fn gathered<'s>(
    stems: &'s [Stems],
    weights: &[Weights],
    numbers_of: &[u32],
    is_own: impl Fn(&str) -> bool,
) -> Vec<(&'s str, Vec<(u32, f32)>)> {
    let mut numbers: AHashMap<&str, usize> = AHashMap::new();
    let mut found: Vec<(&str, Vec<(u32, f32)>)> = Vec::new();
    // How many entries have each stem, so that each list is made as long as it will be.
    let mut counts: Vec<usize> = Vec::new();
    let mut own: Vec<Vec<Option<usize>>> = Vec::with_capacity(stems.len());
    for (stems, weights) in stems.iter().zip(weights) {
        let mut number = |stem| {
            *numbers.entry(stem).or_insert_with(|| {
                found.push((stem, Vec::new()));
                counts.push(0);
                found.len() - 1
            })
        };
        let numbers: Vec<_> = stems.iter().map(|stem| is_own(stem).then(|| number(stem))).collect();
        let of_entries = weights.entries().flatten().filter_map(|(stem, _)| numbers[stem]);
        of_entries.for_each(|number| counts[number] += 1);
        own.push(numbers);
    }
    for ((_, list), count) in found.iter_mut().zip(counts) {
        list.reserve_exact(count);
    }
    let entries = own.iter().zip(weights).flat_map(|(own, weights)| weights.entries().map(move |stems| (own, stems)));
    for (number, (own, stems)) in numbers_of.iter().zip(entries) {
        for (stem, weight) in stems {
            if let Some(stem) = own[stem] {
                found[stem].1.push((*number, weight));
            }
        }
    }
    found
}

/// Adds the entries of each compound to those of its parts.
fn with_parts(found: &mut [(&str, Vec<(u32, f32)>)]) {
    let parts = Parts::of(found.iter().map(|(stem, _)| *stem));
    let of: Vec<Vec<usize>> = found
        .par_iter()
        .map(|(stem, _)| {
            let within = parts.within(stem).into_iter().filter(|part| part != stem);
            within.filter_map(|part| found.binary_search_by(|(other, _)| (*other).cmp(part)).ok()).collect()
        })
        .collect();
    // A compound's own entries only, so that what was added to it as a part goes no further.
    let lengths: Vec<usize> = found.iter().map(|(_, list)| list.len()).collect();
    for (compound, parts) in of.into_iter().enumerate() {
        for part in parts {
            let more: Vec<_> = found[compound].1[..lengths[compound]].iter().map(|(e, w)| (*e, w * AS_PART)).collect();
            found[part].1.extend(more);
        }
    }
}

/// Sums into whole numbers, the strongest only, in order of entry.
fn postings(mut list: Vec<(u32, f32)>) -> Postings {
    list.sort_by(|a, b| a.0.cmp(&b.0).then(b.1.total_cmp(&a.1)));
    // The word itself and a compound with it in one entry: the stronger counts.
    list.dedup_by_key(|(entry, _)| *entry);
    if list.len() > MOST_ENTRIES {
        list.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        list.truncate(MOST_ENTRIES);
        list.sort_by_key(|(entry, _)| *entry);
    }
    list.into_iter().map(|(entry, weight)| (entry, (weight * MOST).clamp(1.0, MOST) as u8)).collect()
}

/// Some entries, read: what the index needs of them, so that their pages need not be kept.
#[derive(Debug, Default)]
pub struct Read {
    /// The stems in them, in order of first use.
    stems: Stems,
    /// Which of them are in which entry, and how strongly: 0 to about 1.
    weights: Weights,
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

/// What was seen of one stem in one entry.
#[derive(Clone, Copy, Default)]
struct Seen {
    /// Was anything?
    any: bool,
    name: f32,
    keyword: f32,
    heading: f32,
    lead: f32,
    text: f32,
}

impl Read {
    /// Reads entries with one memory for words.
    pub fn of(entries: &[Entry<'_>], stop: &AHashSet<&str>, ways: &Ways) -> Self {
        let mut read = Self::default();
        // The number of its stem; `None` for a stop word.
        let mut words: Known<Option<u32>> = Known::default();
        let mut stems: AHashMap<String, u32> = AHashMap::new();
        let mut occurrences: Vec<(u32, Place)> = Vec::new();
        let mut small: Vec<(String, u16)> = Vec::new();
        let mut seen: Vec<Seen> = Vec::new();
        let number_of = |word: &str, stems: &mut AHashMap<String, u32>, read: &mut Self| {
            *stems.entry(stem(word)).or_insert_with_key(|stem| read.stems.push(stem))
        };
        for entry in entries {
            occurrences.clear();
            small.clear();
            let mut length = 0;
            entry.words(&mut |word, place| {
                length += 1;
                if let Place::Name(name) = place
                    && stop.contains(word)
                {
                    small.push((word.to_owned(), name));
                }
                let number = match words.get(word) {
                    Some(known) => *known,
                    None => {
                        let number = (!stop.contains(word)).then(|| number_of(word, &mut stems, &mut read));
                        words.insert(word, number);
                        number
                    }
                };
                if let Some(number) = number {
                    occurrences.push((number, place));
                }
            });
            // “Wat moet er nog gebeuren?” is a name of small words only: they are all that leads to it.
            let telling: AHashSet<u16> = occurrences
                .iter()
                .filter_map(|(_, place)| match place {
                    Place::Name(name) => Some(*name),
                    _ => None,
                })
                .collect();
            for (word, name) in small.drain(..).filter(|(_, name)| !telling.contains(name)) {
                occurrences.push((number_of(&word, &mut stems, &mut read), Place::Name(name)));
            }
            seen.resize(read.stems.len(), Seen::default());
            read.weights.push(weigh(&occurrences, length as f32, entry.factor, &mut seen));
            read.rows.push(Row { kind: entry.kind, url: entry.url.clone(), shown: entry.row(ways).into() });
        }
        read.stems.tighten();
        read.weights.tighten();
        read
    }
}

/// The weights of one entry's words: where a word stands counts most, how often counts less and less. `seen` has a place for every
/// stem, and is left as it was found: empty.
fn weigh(
    occurrences: &[(u32, Place)],
    length: f32,
    factor: f32,
    seen: &mut [Seen],
) -> impl Iterator<Item = (u32, f32)> {
    let mut name_lengths: Vec<f32> = Vec::new();
    for (_, place) in occurrences {
        if let Place::Name(i) = place {
            let i = usize::from(*i);
            name_lengths.resize(name_lengths.len().max(i + 1), 0.0);
            name_lengths[i] += 1.0;
        }
    }
    let mut found: Vec<u32> = Vec::new();
    for (word, place) in occurrences {
        let seen = &mut seen[*word as usize];
        if !std::mem::replace(&mut seen.any, true) {
            found.push(*word);
        }
        match place {
            // A word that is the whole name says more than one of many; the title more than another name.
            Place::Name(i) => {
                let full = if *i == 0 { 9.0 } else { 8.0 };
                seen.name = seen.name.max(full / name_lengths[usize::from(*i)].sqrt());
            }
            Place::Keyword => seen.keyword = 4.0,
            Place::Heading => seen.heading = 1.6,
            Place::Lead => seen.lead = 1.2,
            Place::Text => seen.text += 1.0,
        }
    }
    let norm = 0.4 + 0.6 * length / USUAL_LENGTH;
    let weight = move |word: u32| {
        let seen = std::mem::take(&mut seen[word as usize]);
        let text = 1.5 * seen.text / (seen.text + norm);
        let sum = seen.name + seen.keyword + seen.heading + seen.lead + text;
        (word, sum / (sum + 4.0) * factor / 1.3)
    };
    found.into_iter().map(weight)
}

//! Which words lead to which entries, and how strongly: weights are worked out here, so that the browser only adds.

use super::compounds::Parts;
use super::read::{Cleared, Read};
use super::word::Known;
use rayon::prelude::*;

/// The highest weight.
pub const MOST: f32 = 99.0;
/// A part of a compound counts for less than the word itself.
const AS_PART: f32 = 0.45;
/// More entries than this are not kept for one word: nobody pages through them.
const MOST_ENTRIES: usize = 1500;

/// The index is gathered in at most so many parts: each goes through all that was read.
const MOST_PARTS: usize = 8;

/// At most so many stems are dealt with by one thread while another has none: a few are in most entries.
const AT_ONCE: usize = 32;

/// Entries with their weight, by number.
pub type Postings = Vec<(u32, u8)>;

/// The number of a stem that is gathered in another part.
const NOT_OWN: u32 = u32::MAX;

/// A stem with its entries.
type Found<'s> = (&'s str, Vec<(u32, f32)>);

/// Stems with their entries, in order. `desks` are those at which was `read`, by number; `order` has of each number the entry, by its
/// place among all that were read.
pub fn index(read: Vec<Read>, desks: &[Cleared], order: &[usize]) -> Vec<(String, Postings)> {
    let parts = rayon::current_num_threads().min(MOST_PARTS);
    let of_part = |part| gathered(&read, desks, order, |stem| part_of(stem, parts) == part);
    let mut found: Vec<_> = (0..parts).into_par_iter().flat_map_iter(of_part).collect();
    drop(read);
    found.par_sort_by_cached_key(|(stem, _)| (start_of(stem), *stem));
    with_parts(&mut found);
    found.into_par_iter().with_max_len(AT_ONCE).map(|(stem, list)| (stem.to_owned(), postings(list))).collect()
}

/// In which of so many parts a stem is gathered; what comes of it is the same in each.
fn part_of(stem: &str, parts: usize) -> usize {
    stem.bytes().map(usize::from).sum::<usize>() % parts
}

/// The first bytes of a stem, which tell most of them apart in one comparison.
fn start_of(stem: &str) -> u64 {
    let mut start = [0; 8];
    start.iter_mut().zip(stem.bytes()).for_each(|(at, byte)| *at = byte);
    u64::from_be_bytes(start)
}

/// The stems for which `is_own`, each with its entries in order of number.
fn gathered<'s>(read: &[Read], desks: &'s [Cleared], order: &[usize], is_own: impl Fn(&str) -> bool) -> Vec<Found<'s>> {
    let mut numbers: Known<u32> = Known::default();
    let mut found: Vec<Found<'s>> = Vec::new();
    // How many entries have each stem, so that each list is made as long as it will be.
    let mut all_counts: Vec<usize> = Vec::new();
    let mut number = |stem: &'s str, count: u32| {
        // A desk knows stems that are in no entry: of words that say nothing.
        if count == 0 || !is_own(stem) {
            return NOT_OWN;
        }
        let number = numbers.get(stem.into()).unwrap_or_else(|| {
            found.push((stem, Vec::new()));
            all_counts.push(0);
            let number = found.len() as u32 - 1;
            numbers.insert(stem.into(), number);
            number
        });
        all_counts[number as usize] += count as usize;
        number
    };
    let own: Vec<Vec<u32>> = desks
        .iter()
        .map(|(stems, counts)| stems.iter().zip(counts).map(|(stem, count)| number(stem, *count)).collect())
        .collect();
    for ((_, list), count) in found.iter_mut().zip(all_counts) {
        list.reserve_exact(count);
    }
    let entries: Vec<_> =
        read.iter().flat_map(|read| read.weights.entries().map(|stems| (&own[read.desk], stems))).collect();
    for (number, (own, stems)) in order.iter().map(|entry| entries[*entry].clone()).enumerate() {
        for (stem, weight) in stems {
            // Beyond the last is none.
            if let Some((_, list)) = found.get_mut(own[stem] as usize) {
                list.push((number as u32, weight));
            }
        }
    }
    found
}

/// Adds the entries of each compound to those of its parts.
fn with_parts(found: &mut [Found<'_>]) {
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

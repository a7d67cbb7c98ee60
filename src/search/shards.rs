//! The index as files: small enough that one question asks for few of them.
//!
//! `index.json` tells where words and entries are; its name never changes, so browsers ask whether it is still good. All other
//! files are named after what is in them.

use super::asked::Ways;
use super::entries::{PICTURES, kind_of_places};
use super::index::Postings;
use super::read::Row;
use super::spoken::Spoken;
use super::stem::stem;
use super::words::each;
use crate::model::Model;
use crate::site::Zoekwoord;
use rayon::prelude::*;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Where the index stands in the site.
pub const FOLDER: &str = "bestanden/zoek/";
/// Size of a file with words or entries, before compression to about a third: a question asks for some of them, so on a small site
/// they are small; a large one would have too many.
const SIZES: (usize, usize) = (2_300, 10_000);
/// A site has about so many files of each sort, when their sizes allow it.
const USUAL_FILES: usize = 100;
/// Entries with one address stand together, so a question that finds one of them needs few others: twice as many files, half as large.
const USUAL_FILES_OF_ENTRIES: usize = 2 * USUAL_FILES;

/// The word for a drawing among the kinds that a word asks for.
const DRAWING: &str = "infographic";

/// Files by path.
pub type Files = BTreeMap<String, Arc<[u8]>>;

#[derive(Serialize)]
struct Contents<'a> {
    /// Stop words.
    stop: &'a [String],
    /// Stems of the words of the site's name: they are on every page.
    common: &'a [String],
    /// Words that say little.
    faint: &'a str,
    /// Stems of what questions are about: the names of bodies, organisations and the like.
    subjects: String,
    /// The kinds of entries.
    kinds: Vec<&'a str>,
    /// The number of the kind of places: who names a place and an organisation means their page.
    places: Option<usize>,
    /// Words of a question that ask for one kind: its number.
    asks: BTreeMap<&'a str, Vec<usize>>,
    /// Small words that a question does without, those that say the same, and what asks for whom something is.
    fillers: &'a str,
    alikes: &'a str,
    aimed: &'a str,
    /// Ways of asking: the words that tell each.
    ways: &'a [String],
    /// What is asked of records, by number: the wordings, with a star for the name.
    asking: Vec<&'a str>,
    /// What an empty answer says.
    not_told: &'a str,
    /// The question what sets two records apart, with a star for each.
    apart: &'a str,
    /// Stems of words that readers use, and the site's words for them: many for many.
    also: Vec<(String, String)>,
    /// Number of the kind of each entry: one letter each, from `A`.
    kind: String,
    /// Files with words: the first word in it and the file's name.
    words: Vec<(String, String)>,
    /// The file with all words, and nothing of where they are: what a slip of the pen may have meant is looked for in it.
    stems: String,
    /// Files with entries: the number of the first entry in it and the file's name.
    entries: Vec<(usize, String)>,
}

/// Lays the index out in files.
pub fn files(
    entries: &[Row],
    index: Vec<(String, Postings)>,
    everyday: &[Zoekwoord],
    spoken: &Spoken,
    asking: &Ways,
    subjects: &BTreeSet<String>,
) -> Files {
    let mut files = Files::new();
    let mut kinds: Vec<&'static str> = Vec::new();
    let mut kind = String::with_capacity(entries.len());
    for row in entries {
        let at = kinds.iter().position(|k| *k == row.kind).unwrap_or_else(|| {
            kinds.push(row.kind);
            kinds.len() - 1
        });
        kind.push(u8::try_from(at).map_or('A', |at| char::from(b'A' + at)));
    }

    // What a row was written from is let go of with it: on a large site all of it is much.
    let written = index.into_par_iter().map(|(stem, postings)| {
        let row = row_of_word(&stem, &postings);
        (stem, row)
    });
    let (stems, written): (Vec<String>, Vec<Vec<u8>>) = written.unzip();
    let words = shards(&mut files, written, USUAL_FILES, *b"{}");
    let words = words.into_iter().map(|(first, name)| (stems[first].clone(), name)).collect();
    let stems = stems.join(" ");
    let (stems, bytes) = named([b"\"", stems.as_bytes(), b"\""].concat());
    files.insert(format!("{FOLDER}{stems}"), bytes);
    let shown: Vec<&[u8]> = entries.iter().map(|row| row.shown.as_bytes()).collect();
    let listed = shards(&mut files, shown, USUAL_FILES_OF_ENTRIES, *b"[]");

    let number = |kind: &str| {
        let label = if kind == DRAWING { PICTURES } else { Model::kind(kind)?.label_plural };
        kinds.iter().position(|k| *k == label)
    };
    let asks = spoken.asks.iter();
    let asks =
        asks.map(|(word, kinds)| (word.as_str(), kinds.iter().filter_map(|kind| number(kind)).collect())).collect();
    let also = everyday.iter().map(|word| {
        // Plurals and other forms share a stem.
        let readers: BTreeSet<String> = word.lezers.iter().map(|own| stem(&folded(own))).collect();
        (Vec::from_iter(readers).join(" "), word.site.join(" "))
    });
    let contents = Contents {
        stop: &spoken.stop,
        common: &spoken.common,
        faint: &spoken.faint,
        subjects: subjects.iter().map(String::as_str).collect::<Vec<_>>().join(" "),
        kinds: kinds.iter().map(|kind| spoken.label(kind)).collect(),
        places: kinds.iter().position(|kind| *kind == kind_of_places()),
        asks,
        fillers: &spoken.fillers,
        alikes: &spoken.alikes,
        aimed: &spoken.aimed,
        ways: &spoken.ways,
        asking: asking.wordings(),
        not_told: asking.not_told(),
        apart: asking.apart(),
        also: also.collect(),
        kind,
        words,
        stems,
        entries: listed,
    };
    let json = serde_json::to_vec(&contents).unwrap_or_default();
    files.insert(format!("{FOLDER}index.json"), json.into());
    files
}

fn size_of_files(rows: impl Iterator<Item = usize>, files: usize) -> usize {
    let (least, most) = SIZES;
    (rows.sum::<usize>() / files).clamp(least, most)
}

/// A word and where it is found. Numbers of entries as steps from the one before: short, and they compress well.
fn row_of_word(stem: &str, postings: &Postings) -> Vec<u8> {
    let mut row = serde_json::to_vec(stem).unwrap_or_default();
    row.reserve(6 * postings.len() + 3);
    row.extend_from_slice(b":[");
    let mut before = 0;
    for (entry, weight) in postings {
        push_number(&mut row, entry - before);
        row.push(b',');
        push_number(&mut row, (*weight).into());
        row.push(b',');
        before = *entry;
    }
    if !postings.is_empty() {
        row.pop();
    }
    row.push(b']');
    row
}

/// Adds a number in digits. Most have one or two, and there are a hundred thousands of them.
fn push_number(row: &mut Vec<u8>, number: u32) {
    match number {
        0..10 => row.push(b'0' + number as u8),
        10..100 => row.extend([b'0' + (number / 10) as u8, b'0' + (number % 10) as u8]),
        _ => row.extend_from_slice(itoa::Buffer::new().format(number).as_bytes()),
    }
}

/// Puts rows together in files, in order; gives of each file the number of its first row, and its name.
fn shards<R: AsRef<[u8]> + Send>(
    files: &mut Files,
    rows: Vec<R>,
    usual_files: usize,
    [open, close]: [u8; 2],
) -> Vec<(usize, String)> {
    let lengths: Vec<usize> = rows.iter().map(|row| row.as_ref().len()).collect();
    let size = size_of_files(lengths.iter().copied(), usual_files);
    let (mut starts, mut filled) = (Vec::new(), 0);
    for (at, length) in lengths.iter().enumerate() {
        if at == 0 || filled > size {
            starts.push(at);
            filled = *length;
        } else {
            filled += length + 1;
        }
    }
    let ends = starts.iter().skip(1).copied().chain([lengths.len()]);
    let mut rows = rows.into_iter();
    let groups = starts.iter().zip(ends).map(|(start, end)| (*start, rows.by_ref().take(end - start).collect()));
    let groups: Vec<(usize, Vec<R>)> = groups.collect();
    let made = groups.into_par_iter().map(|(start, rows)| {
        let length: usize = rows.iter().map(|row| row.as_ref().len() + 1).sum();
        let mut bytes = Vec::with_capacity(length + 1);
        bytes.push(open);
        for (at, row) in rows.iter().enumerate() {
            if at > 0 {
                bytes.push(b',');
            }
            bytes.extend_from_slice(row.as_ref());
        }
        bytes.push(close);
        (start, named(bytes))
    });
    let made: Vec<_> = made.collect();
    let kept = made.into_iter().map(|(start, (name, bytes))| {
        files.insert(format!("{FOLDER}{name}"), bytes);
        (start, name)
    });
    kept.collect()
}

/// A file under a name that tells it from every other.
fn named(bytes: Vec<u8>) -> (String, Arc<[u8]>) {
    (format!("{}.json", &blake3::hash(&bytes).to_hex()[..10]), bytes.into())
}

/// A word as questions are read: small letters without marks.
fn folded(word: &str) -> String {
    let mut folded = String::new();
    each(word, &mut |part| folded.push_str(part));
    folded
}

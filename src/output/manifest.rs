//! The marker file `.verbeeld`: makes the folder ours, and tells what every file in it should be.
//!
//! It holds no times and no machine's names, so the same output gives the same bytes here too. A file in the folder whose path
//! does not stand in it is somebody else's.

use super::Output;
use std::collections::BTreeMap;
use std::fmt::Write;

const HEADER: &str = "verbeeld 1";
const NOTE: &str = "# Deze map wordt door Verbeeld gemaakt. Wat u hier zelf wijzigt, verdwijnt bij de volgende build.";

/// blake3 of a file's bytes, with its length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Print {
    pub hash: blake3::Hash,
    pub length: u64,
}

/// What every file should be: path → print.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Manifest(pub BTreeMap<String, Print>);

impl Manifest {
    /// The manifest of an output.
    pub(super) fn of(output: &Output) -> Self {
        use rayon::prelude::*;
        let files: Vec<_> = output.iter().collect();
        let print = |(path, bytes): (&str, &std::sync::Arc<[u8]>)| {
            (path.to_owned(), Print { hash: blake3::hash(bytes), length: bytes.len() as u64 })
        };
        Self(files.into_par_iter().map(print).collect::<Vec<_>>().into_iter().collect())
    }

    /// The text of the marker file.
    pub(super) fn text(&self) -> String {
        let mut text = format!("{HEADER}\n{NOTE}\n");
        for (path, print) in &self.0 {
            // Writing to a string cannot fail.
            let _ = writeln!(text, "{} {} {path}", print.hash.to_hex(), print.length);
        }
        text
    }

    /// Is this one of our files?
    pub(super) fn has(&self, path: &str) -> bool {
        self.0.contains_key(path)
    }

    /// The files of both; where both have one, as this tells it.
    pub(super) fn and(&self, other: &Self) -> Self {
        let mut all = other.clone();
        all.0.extend(self.0.iter().map(|(path, print)| (path.clone(), *print)));
        all
    }

    /// Is this the text of a marker? An empty file, or one of something else, makes no folder ours.
    pub(super) fn is_one(text: &str) -> bool {
        text.lines().next() == Some(HEADER)
    }

    /// Reads a marker file. What cannot be understood is left out: those files are then not ours.
    pub(super) fn parse(text: &str) -> Self {
        let mut lines = text.lines();
        if lines.next() != Some(HEADER) {
            return Self::default();
        }
        let line = |line: &str| {
            let (hash, rest) = line.split_once(' ')?;
            let (length, path) = rest.split_once(' ')?;
            let print = Print { hash: blake3::Hash::from_hex(hash).ok()?, length: length.parse().ok()? };
            Some((path.to_owned(), print))
        };
        Self(lines.filter_map(line).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        let mut output = Output::default();
        output.add("a b/ü.html".into(), b"x".as_slice().into()).unwrap();
        output.add("z".into(), b"".as_slice().into()).unwrap();
        let manifest = Manifest::of(&output);
        assert_eq!(Manifest::parse(&manifest.text()), manifest);
    }

    #[test]
    fn a_damaged_marker_trusts_nothing() {
        assert_eq!(Manifest::parse(""), Manifest::default());
        assert_eq!(Manifest::parse("iets anders\nx 1 a"), Manifest::default());
        assert_eq!(Manifest::parse("verbeeld 1\nkort 1 a\n\0\0\0"), Manifest::default());
    }
}

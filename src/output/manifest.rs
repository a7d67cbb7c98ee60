//! The marker file `.verbeeld`: makes the folder ours, and tells what every file in it should be.
//!
//! It holds no times and no machine's names, so the same output gives the same bytes here too. A file in the folder whose path
//! does not stand in it is somebody else's.

use super::finished::Finished;
use super::paths::is_safe;
use super::print::Print;
use std::borrow::Cow;
use std::collections::BTreeMap;

const HEADER: &str = "verbeeld 1";
const NOTE: &str = "# Deze map wordt door Verbeeld gemaakt. Wat u hier zelf wijzigt, verdwijnt bij de volgende build.";

/// What every file should be: path → print.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Manifest(pub BTreeMap<String, Print>);

impl Manifest {
    /// The manifest of a site.
    pub(super) fn of(site: &Finished) -> Self {
        site.prints().into_iter().collect()
    }

    /// The text of the marker file.
    pub(super) fn text(&self) -> String {
        let mut text = String::with_capacity(self.0.len() * 128);
        text.extend([HEADER, "\n", NOTE, "\n"]);
        for (path, print) in &self.0 {
            let (hash, mut length) = (print.hash.to_hex(), itoa::Buffer::new());
            text.extend([hash.as_str(), " ", length.format(print.length), " ", path, "\n"]);
        }
        text
    }

    /// Is this one of our files?
    pub(super) fn has(&self, path: &str) -> bool {
        self.0.contains_key(path)
    }

    /// The files of both; where both have one, as this tells it.
    pub(super) fn and(&self, other: &Self) -> Cow<'_, Self> {
        if other.0.is_empty() {
            return Cow::Borrowed(self);
        }
        let mut all = other.clone();
        all.0.extend(self.0.iter().map(|(path, print)| (path.clone(), *print)));
        Cow::Owned(all)
    }

    /// Is this the text of a marker? An empty file, or one of something else, makes no folder ours.
    pub(super) fn is_one(text: &str) -> bool {
        text.lines().next() == Some(HEADER)
    }

    /// Reads a marker file. What cannot be understood is left out: those files are then not ours. So is what lies elsewhere: a marker
    /// may come along with somebody else's project, and what stands in it is removed.
    pub(super) fn parse(text: &str) -> Self {
        read_lines(text).flatten().collect()
    }

    /// The same, but `None` when there is anything in it that cannot be understood.
    pub(super) fn parse_whole(text: &str) -> Option<Self> {
        read_lines(text).collect::<Option<_>>().filter(|_| Self::is_one(text))
    }
}

impl FromIterator<(String, Print)> for Manifest {
    fn from_iter<I: IntoIterator<Item = (String, Print)>>(files: I) -> Self {
        Self(files.into_iter().collect())
    }
}

/// What each line of a marker file tells; nothing of a file that is none.
fn read_lines(text: &str) -> impl Iterator<Item = Option<(String, Print)>> {
    let is_one = Manifest::is_one(text);
    let lines = text.lines().skip(1).filter(|line| !line.starts_with('#'));
    lines.filter(move |_| is_one).map(|line| {
        let (hash, rest) = line.split_once(' ')?;
        let (length, path) = rest.split_once(' ').filter(|(_, path)| is_safe(path))?;
        let print = Print { hash: blake3::Hash::from_hex(hash).ok()?, length: length.parse().ok()? };
        Some((path.to_owned(), print))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_back() {
        let mut output = crate::output::Output::default();
        output.add("a b/ü.html".into(), b"x".as_slice().into()).unwrap();
        output.add("z".into(), b"".as_slice().into()).unwrap();
        let manifest = Manifest::of(&Finished::ready(&output));
        assert_eq!(Manifest::parse(&manifest.text()), manifest);
        assert_eq!(Manifest::parse_whole(&manifest.text()), Some(manifest));
    }

    #[test]
    fn a_marker_speaks_of_its_own_folder_only() {
        let hash = blake3::hash(b"x").to_hex();
        for path in ["../x", "a/../../x", "/etc/x", "a//x", "./x", "..", "", "..\\x", "C:/x", "a/"] {
            let text = format!("verbeeld 1\n{hash} 1 {path}\n");
            assert_eq!(Manifest::parse(&text), Manifest::default(), "{path}");
            assert_eq!(Manifest::parse_whole(&text), None, "{path}");
        }
    }

    #[test]
    fn a_damaged_marker_trusts_nothing() {
        assert_eq!(Manifest::parse(""), Manifest::default());
        assert_eq!(Manifest::parse("iets anders\nx 1 a"), Manifest::default());
        assert_eq!(Manifest::parse("verbeeld 1\nkort 1 a\n\0\0\0"), Manifest::default());
    }
}

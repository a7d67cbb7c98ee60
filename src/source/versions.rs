//! Two versions of a text in one file, as Git leaves them when two people changed the same lines. The first version is read and all
//! else is blanked, so that one slip gives one message and everything keeps its place.

use super::{Role, SourceFile};
use memchr::memmem;
use std::ops::Range;
use std::sync::Arc;

/// The lines that Git leaves.
const OPENS: &[u8] = b"<<<<<<< ";
const BASE: &[u8] = b"||||||| ";
const MIDDLE: &[u8] = b"=======";
const CLOSES: &[u8] = b">>>>>>> ";

/// Endings of texts that are copied as they are.
const TEXTS: &[&str] = &[
    ".csv",
    ".txt",
    ".svg",
    ".json",
    ".geojson",
    ".html",
    ".css",
    ".js",
    ".xml",
    ".ics",
    ".md",
    ".toml",
    ".yml",
    ".yaml",
    ".webmanifest",
];

/// A file with two versions of a text.
#[derive(Debug, Clone)]
pub struct Versions {
    /// The bytes as they were saved.
    pub saved: Arc<[u8]>,
    /// The lines that Git left, of each pair of versions.
    pub marks: Vec<Marks>,
}

/// The lines that Git left around one pair: where they are all there, three of them.
pub type Marks = Vec<Range<usize>>;

/// The bytes with only the first version of everything, and what was found; `None` when nothing was.
pub fn first_version(file: &SourceFile) -> Option<(Arc<[u8]>, Versions)> {
    let text = match file.role {
        Role::Config | Role::Page | Role::Data => true,
        Role::Theme(_) => file.disk.is_some(),
        Role::Companion | Role::Static => TEXTS.iter().any(|end| file.name.to_lowercase().ends_with(end)),
        Role::Misnamed | Role::Refused => false,
    };
    let bytes = &*file.bytes;
    if !text || (memmem::find(bytes, OPENS).is_none() && memmem::find(bytes, CLOSES).is_none()) {
        return None;
    }
    let (marks, blanked) = marks(bytes, file.role == Role::Page);
    if marks.is_empty() {
        return None;
    }
    let mut read = bytes.to_vec();
    for range in blanked {
        read[range].iter_mut().filter(|b| !matches!(b, b'\n' | b'\r')).for_each(|b| *b = b' ');
    }
    Some((read.into(), Versions { saved: file.bytes.clone(), marks }))
}

/// All lines that Git left, and what is blanked for them. A page may show such lines as code.
fn marks(bytes: &[u8], is_page: bool) -> (Vec<Marks>, Vec<Range<usize>>) {
    let (mut all, mut blanked): (Vec<Marks>, Vec<Range<usize>>) = Default::default();
    let mut open: Option<Marks> = None;
    let mut second = false;
    let mut code = false;
    let mut start = 0;
    for line in bytes.split_inclusive(|b| *b == b'\n') {
        let range = start..start + line.trim_ascii_end().len();
        start += line.len();
        if is_page && open.is_none() && line.starts_with(b"```") {
            code = !code && !line.starts_with(b"```infographic");
        } else if code {
        } else if line.starts_with(OPENS) {
            // One that never ended: the next one has begun.
            all.extend(open.replace(vec![range.clone()]));
            second = false;
            blanked.push(range);
        } else if line.starts_with(CLOSES) {
            let mut found = open.take().unwrap_or_default();
            found.push(range.clone());
            all.push(found);
            second = false;
            blanked.push(range);
        } else if let Some(found) = &mut open {
            if line.starts_with(BASE) {
                second = true;
            } else if line.trim_ascii_end() == MIDDLE {
                second = true;
                found.push(range.clone());
            }
            if second {
                blanked.push(range);
            }
        }
    }
    if let Some(found) = open {
        // Without an end nothing tells how far the second version goes: then all that stands there is read.
        blanked.retain(|range| range.start <= found[0].start || found.contains(range));
        all.push(found);
    }
    (all, blanked)
}

#[cfg(test)]
mod tests {
    use super::marks;

    fn read(text: &str) -> (String, Vec<usize>) {
        let (marks, blanked) = marks(text.as_bytes(), true);
        let mut bytes = text.as_bytes().to_vec();
        blanked.into_iter().for_each(|range| bytes[range].fill(b'.'));
        (String::from_utf8(bytes).unwrap(), marks.iter().map(Vec::len).collect())
    }

    #[test]
    fn the_first_version_is_read() {
        let text = "a\n<<<<<<< HEAD\neen\n=======\ntwee\n>>>>>>> els\nb\n";
        assert_eq!(read(text), ("a\n............\neen\n.......\n....\n...........\nb\n".to_owned(), vec![3]));
        let base = "<<<<<<< HEAD\r\neen\r\n||||||| oud\r\nnul\r\n=======\r\ntwee\r\n>>>>>>> els\r\n";
        assert!(read(base).0.contains("een") && !read(base).0.contains("nul") && !read(base).0.contains("twee"));
    }

    #[test]
    fn halves_are_told_and_nothing_is_lost_for_them() {
        assert_eq!(read("een\n>>>>>>> els\n"), ("een\n...........\n".to_owned(), vec![1]));
        assert_eq!(
            read("<<<<<<< HEAD\neen\n=======\ntwee\n"),
            ("............\neen\n.......\ntwee\n".to_owned(), vec![2])
        );
    }

    #[test]
    fn a_page_may_show_them() {
        let text = "```\n<<<<<<< HEAD\n=======\n>>>>>>> els\n```\n\nKop\n=======\n";
        assert_eq!(read(text), (text.to_owned(), vec![]));
    }
}

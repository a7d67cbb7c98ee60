//! What a rule may look at.

use crate::decode::{Citation, Moment, Shown};
use crate::diag::{FileId, Span};
use crate::model::{Model, Status, visits};
use jiff::civil::Date;
use std::collections::BTreeSet;
use std::ops::Range;

/// The data, the pages that go with them, and the day that counts as today.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The data.
    pub model: &'a Model,
    /// The pages; `None` when only the data are looked at: then rules that must know the pages are silent.
    pub pages: Option<&'a [Prose<'a>]>,
    /// What is overdue is overdue on this day; `None` leaves it untold, so that a build does not depend on the clock.
    pub today: Option<Date>,
    /// The day as of which the content holds, as the portal says: what begins later is still to come.
    pub stand: Option<Date>,
    /// Could all data be read?
    pub whole: bool,
}

/// A Markdown page as the rules see it.
#[derive(Debug, Clone, Copy)]
pub struct Prose<'a> {
    /// The file.
    pub file: FileId,
    /// All its text, front matter included, as it stands in the file: see [`Prose::text`].
    pub bytes: &'a [u8],
    /// Where abbreviations stand in the text, when that is known.
    pub abbreviations: Option<&'a [Range<usize>]>,
    /// Where the names between `[[ ]]` stand in it, when that is known.
    pub names: Option<&'a [Range<usize>]>,
    /// What the page rests on.
    pub sources: &'a [Citation],
    /// When someone must look whether it still holds, and where that stands in the file.
    pub review: Option<(Moment, Span)>,
    /// When it was made and last changed, likewise.
    pub dates: [Option<(Moment, Span)>; 2],
}

impl<'a> Prose<'a> {
    /// Its text, without a byte order mark. To see that it is one takes a look at all of it, and most rules can do without.
    pub fn text(&self) -> &'a str {
        std::str::from_utf8(&self.bytes[self.offset()..]).unwrap_or_default()
    }

    /// Where the text starts in the file: after a byte order mark.
    pub fn offset(&self) -> usize {
        if self.bytes.starts_with(MARK) { MARK.len() } else { 0 }
    }

    /// The names between `[[ ]]` in it.
    fn names(&self) -> Vec<&'a str> {
        match self.names {
            Some([]) => Vec::new(),
            Some(known) => {
                let text = self.text();
                known.iter().filter_map(|at| text.get(at.clone())).collect()
            }
            None => names_in(self.text()).collect(),
        }
    }
}

impl<'a> Context<'a> {
    /// Only the data.
    pub fn of(model: &'a Model) -> Self {
        Self { model, pages: None, today: None, stand: None, whole: true }
    }

    /// The ids that records refer to or that texts of data and pages mention.
    pub fn used(&self) -> BTreeSet<&'a str> {
        let mut used = BTreeSet::new();
        for entity in self.model.all() {
            Shown::Table(entity.values()).walk(&mut |value| match value {
                Shown::Reference { id, .. } => {
                    used.insert(*id);
                }
                Shown::Citation(citation) => {
                    used.insert(citation.source.as_str());
                }
                Shown::Markdown(text) => used.extend(names_in(&text.raw)),
                _ => {}
            });
        }
        for page in self.pages.unwrap_or_default() {
            used.extend(page.names());
            used.extend(page.sources.iter().map(|c| c.source.as_str()));
        }
        used
    }

    /// Everything in the data that says how sure it is, apart from the records themselves.
    pub fn statements(&self) -> Vec<Statement<'a>> {
        let mut found = Vec::new();
        for relation in &self.model.relaties {
            found.extend(relation.niveau.iter().map(|s| Statement {
                place: s.place,
                status: Some(*s.status),
                sources: &s.bron,
                explained: s.toelichting.is_some(),
            }));
            found.extend(relation.ambitie.iter().map(|a| Statement {
                place: a.place,
                status: Some(*a.status),
                sources: &a.bron,
                explained: a.toelichting.is_some(),
            }));
        }
        for body in &self.model.gremia {
            found.extend(body.lid.iter().map(|m| Statement {
                place: m.place,
                status: m.status.as_ref().map(|s| s.value),
                sources: &m.bron,
                explained: m.toelichting.is_some(),
            }));
        }
        for product in &self.model.producten {
            found.extend(product.fase.iter().map(|f| Statement {
                place: f.place,
                status: Some(*f.status),
                sources: &f.bron,
                explained: f.toelichting.is_some() || f.rol.is_some(),
            }));
        }
        found
    }
}

/// A part of a record with a status of its own.
#[derive(Debug, Clone, Copy)]
pub struct Statement<'a> {
    /// Where it stands.
    pub place: Span,
    /// How sure it is.
    pub status: Option<Status>,
    /// What it rests on.
    pub sources: &'a [Citation],
    /// Are there words with it?
    pub explained: bool,
}

/// The byte order mark.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// Of a name, with its own words.
const LONGEST: usize = 1000;

/// Where the names between `[[ ]]` stand in a text.
pub fn places_of_names(text: &str) -> Vec<Range<usize>> {
    let place = |name: &str| {
        let start = name.as_ptr() as usize - text.as_ptr() as usize;
        start..start + name.len()
    };
    names_in(text).map(place).collect()
}

/// The names between `[[ ]]` in raw text, without their own words or anchor.
pub fn names_in(raw: &str) -> impl Iterator<Item = &str> {
    let mut rest = raw;
    // Looking for one character is much faster than for two, and all texts of the site are gone through.
    std::iter::from_fn(move || {
        loop {
            rest = &rest[memchr::memchr(b'[', rest.as_bytes())? + 1..];
            let Some(inside) = rest.strip_prefix('[') else { continue };
            rest = inside;
            // No name is longer; without a limit brackets that close nowhere would each look to the end of the text.
            let near = inside.get(..inside.floor_char_boundary(LONGEST)).unwrap_or(inside);
            let line = near.lines().next().unwrap_or_default();
            visits::note(line.len());
            let name = line
                .split_once("]]")
                .and_then(|(inner, _)| inner.split(['|', '#', '\\']).next())
                .unwrap_or_default()
                .trim();
            if !name.is_empty() {
                return Some(name);
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::{names_in, places_of_names, visits};

    #[test]
    fn names_between_brackets() {
        let names = |text| names_in(text).collect::<Vec<_>>();
        assert_eq!(names("[[a]] en [[b|B]] [c] [[ d#e ]]"), ["a", "b", "d"]);
        assert_eq!(names("[[a\n]] [[]] [[b"), [""; 0]);
        let text = "é [[a]] en [[ d#e ]]";
        assert_eq!(places_of_names(text).into_iter().map(|at| &text[at]).collect::<Vec<_>>(), ["a", "d"]);
    }

    #[test]
    fn brackets_that_close_nowhere_cost_no_more_than_their_number() {
        for open in ["[", "[[a "] {
            let [once, twice] = [8_000, 16_000].map(|n| {
                visits::take();
                names_in(&open.repeat(n)).for_each(drop);
                visits::take() as f64
            });
            assert!(once > 0.0 && twice <= once * 2.1, "{open}: {once} and {twice}");
        }
    }
}

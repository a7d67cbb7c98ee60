//! The headings of a page.

use super::Words;
use std::ops::Range;

/// A heading in the body, as it is written.
#[derive(Debug, Clone, PartialEq)]
pub struct Heading {
    /// 2 to 6.
    pub level: u8,
    /// Unique on the page.
    pub id: String,
    /// Plain text.
    pub text: Words,
}

/// All headings of a page, in order. Their ids are one text and their words another, with places in it: as many small texts, each with
/// room of its own, would be several times as large.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Headings {
    ids: String,
    words: Words,
    ends: Vec<Ends>,
}

/// Where a heading ends; it begins where the one before it does.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Ends {
    level: u8,
    id: u32,
    text: u32,
    gaps: u32,
}

/// One of the headings of a page.
#[derive(Debug, Clone)]
pub struct HeadingAt<'h> {
    /// 2 to 6.
    pub level: u8,
    /// Unique on the page.
    pub id: &'h str,
    words: &'h Words,
    text: Range<usize>,
    gaps: Range<usize>,
}

impl Headings {
    /// Each of them.
    pub fn iter(&self) -> impl Iterator<Item = HeadingAt<'_>> {
        let mut start = Ends::default();
        self.ends.iter().map(move |&end| {
            let from = std::mem::replace(&mut start, end);
            HeadingAt {
                level: end.level,
                id: &self.ids[from.id as usize..end.id as usize],
                words: &self.words,
                text: from.text as usize..end.text as usize,
                gaps: from.gaps as usize..end.gaps as usize,
            }
        })
    }
}

impl HeadingAt<'_> {
    /// Its words, with nothing in their gaps.
    pub fn text(&self) -> &str {
        &self.words.text()[self.text.clone()]
    }

    /// Its words with their gaps filled: `name` gets the number of a segment.
    pub fn filled<'n>(&self, name: impl FnMut(usize) -> &'n str) -> String {
        self.words.filled_part(self.text.clone(), self.gaps.clone(), name)
    }
}

impl From<Vec<Heading>> for Headings {
    fn from(list: Vec<Heading>) -> Self {
        let mut all = Self { ends: Vec::with_capacity(list.len()), ..Self::default() };
        all.ids.reserve_exact(list.iter().map(|heading| heading.id.len()).sum());
        all.words.reserve_exact(list.iter().map(|heading| heading.text.size().0).sum());
        for Heading { level, id, text } in list {
            all.ids.push_str(&id);
            all.words.append(&text, 0);
            let (text, gaps) = all.words.size();
            // No file is as large as this can count.
            all.ends.push(Ends { level, id: all.ids.len() as u32, text: text as u32, gaps: gaps as u32 });
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::{Heading, Headings};
    use crate::content::Words;

    fn heading(level: u8, id: &str, before: &str, gap: Option<usize>, after: &str) -> Heading {
        let mut text = Words::default();
        text.push_str(before);
        gap.into_iter().for_each(|gap| text.push_gap(gap));
        text.push_str(after);
        Heading { level, id: id.to_owned(), text }
    }

    /// A gap at the end of one stands where one at the start of the next does.
    #[test]
    fn each_keeps_its_own_gaps() {
        let all = Headings::from(vec![
            heading(2, "a", "Wie: ", Some(0), ""),
            heading(3, "b", "", Some(1), ""),
            heading(2, "ç", "", None, ""),
            heading(6, "d", "", Some(2), " is één"),
        ]);
        let told: Vec<_> = all.iter().map(|h| (h.level, h.id.to_owned(), h.filled(|n| ["x", "y", "z"][n]))).collect();
        let told: Vec<_> = told.iter().map(|(level, id, text)| (*level, id.as_str(), text.as_str())).collect();
        assert_eq!(told, [(2, "a", "Wie: x"), (3, "b", "y"), (2, "ç", ""), (6, "d", "z is één")]);
        assert_eq!(all.iter().map(|h| h.text().to_owned()).collect::<String>(), "Wie:  is één");
        assert_eq!(Headings::default().iter().count(), 0);
    }
}

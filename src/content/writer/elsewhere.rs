//! Markup of other programs: told once for what it is, and not again for what it looks like here.

use super::Writer;
use crate::content::foreign::Found;
use crate::diag::words::foreign as words;
use std::ops::Range;

/// What may also be said of a piece of another program's markup, and then says less of it.
const OVERLAPPING: &[&str] = &[
    "MD001", "MD003", "MD004", "MD014", "MD018", "MD019", "MD020", "MD022", "MD024", "MD025", "MD026", "MD027",
    "MD034", "MD036", "MD037", "MD038", "MD039", "MD041", "MD044", "MD045", "MD074", "MD075", "TEKST003", "TEKST010",
];

/// What is told of persons: with the head of a mail they go as well.
const PERSONS: &[&str] = &["TEKST004", "TEKST005"];

/// An address with a space in it.
const SPACED: &str = "MD034";

/// A path of one's own computer in a link, a sign of Word that begins an item, an infographic between quotes: these say more than the
/// path or the signs alone.
const SAYS_MORE: &[&str] = &["MD009", "MD035", "MD047"];

impl Writer<'_, '_> {
    /// Does this stand in markup of another program?
    pub(super) fn is_foreign(&self, range: &Range<usize>) -> bool {
        let next = self.foreign.partition_point(|found| found.range.end <= range.start);
        self.foreign.get(next).is_some_and(|found| found.range.start <= range.start)
    }

    /// Tells of all of it, and takes back what was said besides.
    pub(super) fn tell_foreign(&mut self) {
        if self.foreign.is_empty() {
            return;
        }
        let mut foreign = std::mem::take(&mut self.foreign);
        foreign.retain(|found| !found.construct.is_items() || !self.is_told("MD037", &found.range));
        self.keep_one_of_address(&mut foreign);
        let places: Vec<_> = foreign.iter().map(|found| self.place(&found.range)).collect();
        self.problems.retain(|problem| {
            let inside = |place: &crate::diag::Span| {
                problem.place.is_some_and(|p| place.start <= p.start && p.start < place.end)
            };
            let mail = PERSONS.contains(&problem.code)
                && foreign.iter().zip(&places).any(|(found, place)| found.construct.is_mail() && inside(place));
            !mail && (!OVERLAPPING.contains(&problem.code) || !places.iter().any(inside))
        });
        let mut more: Vec<u32> =
            self.problems.iter().filter(|p| SAYS_MORE.contains(&p.code)).filter_map(|p| Some(p.place?.start)).collect();
        more.sort_unstable();
        for (found, place) in foreign.iter().zip(places).filter(|(found, _)| found.construct.is_told()) {
            let next = more.partition_point(|start| *start < place.start);
            if more.get(next).is_some_and(|start| *start < place.end) {
                continue;
            }
            let text = self.source.get(found.range.clone()).unwrap_or_default();
            let problem = words::markup(
                place,
                found.construct.code,
                text,
                found.construct.from,
                found.construct.effect,
                found.construct.remedy,
            );
            self.problem(problem);
        }
    }

    /// Was this told of something in a range?
    fn is_told(&self, code: &str, range: &Range<usize>) -> bool {
        let place = self.place(range);
        let inside = |told: crate::diag::Span| place.start <= told.start && told.start < place.end;
        self.problems.iter().any(|problem| problem.code == code && problem.place.is_some_and(inside))
    }

    /// `![kaart](kaart.png =300x200)`: what stands in an address with a space is told, not the space; of a mail address it is the space.
    fn keep_one_of_address(&mut self, foreign: &mut Vec<Found>) {
        let source = self.source;
        let base = self.place(&(0..0)).start;
        self.problems.retain(|problem| {
            let Some(place) = problem.place.filter(|_| problem.code == SPACED) else { return true };
            let start = (place.end - base) as usize;
            let Some(rest) = source.get(start..) else { return true };
            let end = start + rest.find([')', '\n']).unwrap_or(rest.len());
            let inside = |found: &Found| found.range.start + 2 >= start && found.range.start < end;
            if rest.starts_with("mailto:") {
                foreign.retain(|found| !inside(found));
            }
            !foreign.iter().any(inside)
        });
    }
}

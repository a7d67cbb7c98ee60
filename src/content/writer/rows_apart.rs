//! Rows of a table with empty lines between them: Markdown ends the table at the first.

use super::Writer;
use super::slips::{cells, is_dashes};
use crate::diag::words::slips as words;

/// A line of the source and where it starts.
type Line<'s> = (usize, &'s str);

impl Writer<'_, '_> {
    /// A paragraph of rows, at byte `start`: with an empty line above it or below it the rest of its table stands there. All of it is
    /// told once, where it falls apart. Was it told?
    pub(super) fn check_rows_apart(&mut self, text: &str, start: usize) -> bool {
        if start < self.rows_until {
            return true;
        }
        let source = self.source;
        let Some(own) = text.lines().next().map(str::trim).filter(|line| is_row(line)) else { return false };
        let columns = cells(own);
        let fits = |line: &str| is_row(line) && cells(line) == columns;
        let begins = |at: usize| source[at..].lines().nth(1).is_some_and(|line| is_dashes(line.trim()));
        if begins(start) {
            return false;
        }
        let above = above(source, start).filter(|(_, line)| fits(line.trim()));
        // The lines of the table from here on, and the gaps between them.
        let mut gaps: Vec<(usize, usize)> = Vec::new();
        let mut end = above.map_or(start, |(at, line)| at + line.len());
        let mut dashes = above.is_some();
        let mut at = start;
        for line in source[start..].split_inclusive('\n') {
            let bare = line.trim();
            if !bare.is_empty() {
                // Behind a gap, a row with dashes below it begins another table.
                if !fits(bare) || (end < at && begins(at)) {
                    break;
                }
                if end < at {
                    gaps.push((end, at));
                }
                dashes |= is_dashes(bare);
                end = at + line.len();
            }
            at += line.len();
        }
        let Some(first) = gaps.first() else { return false };
        let told = if above.is_some() { start } else { first.1 };
        let line = source[told..].lines().next().unwrap_or_default().trim_end();
        let place = self.place(&(told..told + line.len()));
        let lacking = (!dashes).then(|| words::dashes(columns));
        let mut problem = words::rows_apart(place, lacking.as_deref());
        if dashes {
            for (from, to) in gaps {
                problem = problem.mend(self.place(&(from..to)), "");
            }
        }
        self.rows_until = end;
        self.problem(problem);
        true
    }
}

/// The last line above `at`, when only empty lines stand between.
fn above(source: &str, at: usize) -> Option<Line<'_>> {
    let before = source[..at].trim_end();
    let gap = source[before.len()..at].matches('\n').count();
    let from = before.rfind('\n').map_or(0, |end| end + 1);
    let line = &source[from..];
    let line = &line[..line.find('\n').map_or(line.len(), |end| end + 1)];
    (gap > 1 && !before.is_empty()).then_some((from, line))
}

fn is_row(line: &str) -> bool {
    line.len() > 2 && line.starts_with('|') && line.ends_with('|')
}

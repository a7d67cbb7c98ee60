//! Tables: in a box that can scroll, with headings that say what they head.

use super::Writer;
use crate::content::html::Holds;
use crate::content::out::escape;
use crate::content::typography::Quotes;
use pulldown_cmark::{Alignment, Event, TagEnd};
use std::fmt::Write;
use std::ops::Range;

/// The table that is being written; tables do not nest.
#[derive(Debug, Default)]
pub(super) struct Table {
    alignments: Vec<Alignment>,
    column: usize,
    in_head: bool,
    has_rows: bool,
    /// Within a cell, where a bar has a meaning.
    pub in_cell: bool,
    /// Tables so far.
    count: usize,
}

/// A name of this length is read aloud in one breath.
const LONGEST_NAME: usize = 80;

impl Writer<'_, '_> {
    pub(super) fn table(&mut self, alignments: &[Alignment], range: &Range<usize>) {
        self.block(range);
        let count = self.table.count + 1;
        self.table = Table { alignments: alignments.to_vec(), count, ..Table::default() };
        let name = self.column_names();
        // A box that scrolls must be reachable with the keyboard, and what is reachable must have a name.
        let _ = write!(self.out.html, "<div class=\"tabel-houder\" role=\"region\" aria-label=\"Tabel {count}");
        if !name.is_empty() {
            self.out.html.push_str(": ");
            escape(&name, &mut self.out.html);
        }
        self.out.html.push_str("\" tabindex=\"0\"><table>\n");
        self.enter(Holds::Flow, "</table></div>\n");
    }

    /// The headings of the columns that come next, as a name for the table.
    fn column_names(&self) -> String {
        let mut name = String::new();
        for (event, _) in &self.events[self.at..] {
            match event {
                Event::Text(text) | Event::Code(text) => name.push_str(text),
                Event::End(TagEnd::TableCell) => name.push_str(", "),
                Event::End(TagEnd::TableHead) => break,
                _ => {}
            }
            if name.len() > LONGEST_NAME {
                let cut = name.floor_char_boundary(LONGEST_NAME);
                let end = name[..cut].rfind(", ").unwrap_or(cut);
                name.truncate(end);
                break;
            }
        }
        name.trim_matches([',', ' ']).to_owned()
    }

    pub(super) fn table_head(&mut self) {
        self.table.in_head = true;
        self.table.column = 0;
        self.out.html.push_str("<thead><tr>");
        self.enter(Holds::Flow, "</tr></thead>\n");
    }

    pub(super) fn table_row(&mut self, range: &Range<usize>) {
        self.check_row(range, self.table.alignments.len());
        if !self.table.has_rows {
            self.out.html.push_str("<tbody>\n");
        }
        self.table.has_rows = true;
        self.table.in_head = false;
        self.table.column = 0;
        self.out.html.push_str("<tr>");
        self.enter(Holds::Flow, "</tr>\n");
    }

    pub(super) fn table_cell(&mut self) {
        self.quotes = Quotes::default();
        // A heading without words heads nothing.
        let empty = matches!(self.events.get(self.at), Some((Event::End(TagEnd::TableCell), _)));
        let head = self.table.in_head && !empty;
        let class = match self.table.alignments.get(self.table.column) {
            Some(Alignment::Right) => " class=\"rechts\"",
            Some(Alignment::Center) => " class=\"midden\"",
            Some(Alignment::Left) => " class=\"links\"",
            _ => "",
        };
        let _ = write!(self.out.html, "{}{class}>", if head { "<th scope=\"col\"" } else { "<td" });
        self.table.column += 1;
        self.table.in_cell = true;
        self.enter(Holds::Phrasing, if head { "</th>" } else { "</td>" });
    }

    pub(super) fn end_table_body(&mut self) {
        if std::mem::take(&mut self.table.has_rows) {
            self.out.html.push_str("</tbody>");
        }
    }
}

//! Tables: in a box that can scroll, with headings that say what they head.

use super::{Close, Writer};
use crate::content::html::Holds;
use crate::content::typography::Quotes;
use crate::diag::words::slips as words;
use pulldown_cmark::{Alignment, Event, LinkType, Tag, TagEnd};
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
    /// What the columns are called, where the rows fold to blocks on a telephone; empty where they do not.
    names: Vec<String>,
}

/// A name of this length is read aloud in one breath.
const LONGEST_NAME: usize = 80;

impl Writer<'_, '_> {
    pub(super) fn table(&mut self, alignments: &[Alignment], range: &Range<usize>) {
        self.block(range);
        let count = self.table.count + 1;
        // Two columns fit a telephone; of more it would hide what is asked.
        let names = if alignments.len() > 2 { self.names_of_columns() } else { Vec::new() };
        let class = if names.is_empty() { "tabel-houder" } else { "tabel-houder tabel-vouwt" };
        self.table = Table { alignments: alignments.to_vec(), count, names, ..Table::default() };
        let name = self.column_names();
        if name.is_empty() {
            self.check_empty_head(range);
        }
        // A box that scrolls must be reachable with the keyboard, and what is reachable must have a name.
        let label = if name.is_empty() { format!("Tabel {count}") } else { format!("Tabel {count}: {name}") };
        let named = [("class", class), ("role", "region"), ("aria-label", &label), ("tabindex", "0")];
        self.out.html.open("div", &named);
        self.out.html.open("table", &[]);
        self.out.html.line();
        self.enter(Holds::Flow, Close::Block(&["table", "div"]));
    }

    /// The headings of the columns that come next, one by one; none when one of them is only known once the whole site is read.
    fn names_of_columns(&self) -> Vec<String> {
        let mut names = vec![String::new()];
        for (event, _) in &self.events[self.at..] {
            match (event, names.last_mut()) {
                (Event::Start(Tag::Link { link_type: LinkType::WikiLink { has_pothole: false }, .. }), _) => {
                    return Vec::new();
                }
                (Event::Text(text), _) if text.contains("{{") => return Vec::new(),
                (Event::Text(text) | Event::Code(text), Some(name)) => name.push_str(text),
                (Event::End(TagEnd::TableCell), _) => names.push(String::new()),
                (Event::End(TagEnd::TableHead), _) => break,
                _ => {}
            }
        }
        names
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

    /// A first line of cells in which nothing stands, with a row that may be the names of the columns.
    fn check_empty_head(&mut self, range: &Range<usize>) {
        let head =
            self.events[self.at..].iter().take_while(|(event, _)| !matches!(event, Event::End(TagEnd::TableHead)));
        let bare = |event: &Event<'_>| {
            matches!(event, Event::Start(Tag::TableHead | Tag::TableCell) | Event::End(TagEnd::TableCell))
        };
        let lines: Vec<&str> = self.source.get(range.clone()).unwrap_or_default().lines().take(3).collect();
        if let [first, _, row] = lines[..]
            && head.into_iter().all(|(event, _)| bare(event))
        {
            let place = self.place(&(range.start..range.start + first.trim_end().len()));
            self.problem(words::empty_head(place, row.trim()));
        }
    }

    pub(super) fn table_head(&mut self) {
        self.table.in_head = true;
        self.table.column = 0;
        self.out.html.open("thead", &[]);
        self.out.html.open("tr", &[]);
        self.enter(Holds::Flow, Close::Block(&["tr", "thead"]));
    }

    pub(super) fn table_row(&mut self, range: &Range<usize>) {
        self.check_row(range, self.table.alignments.len());
        if !self.table.has_rows {
            self.out.html.open("tbody", &[]);
            self.out.html.line();
        }
        self.table.has_rows = true;
        self.table.in_head = false;
        self.table.column = 0;
        self.out.html.open("tr", &[]);
        self.enter(Holds::Flow, Close::Block(&["tr"]));
    }

    pub(super) fn table_cell(&mut self) {
        self.quotes = Quotes::default();
        // A heading without words heads nothing.
        let empty = matches!(self.events.get(self.at), Some((Event::End(TagEnd::TableCell), _)));
        let head = self.table.in_head && !empty;
        let class = match self.table.alignments.get(self.table.column) {
            Some(Alignment::Right) => "rechts",
            Some(Alignment::Center) => "midden",
            Some(Alignment::Left) => "links",
            _ => "",
        };
        let name = if head { "th" } else { "td" };
        // The first cell of a row is what it is about: that needs no name.
        let column = match self.table.column {
            0 => "",
            column => self.table.names.get(column).filter(|_| !self.table.in_head).map_or("", String::as_str),
        };
        let attributes = [("scope", if head { "col" } else { "" }), ("class", class), ("data-kop", column)];
        let given: Vec<(&str, &str)> = attributes.into_iter().filter(|(_, value)| !value.is_empty()).collect();
        self.out.html.open(name, &given);
        self.table.column += 1;
        self.table.in_cell = true;
        self.enter(Holds::Phrasing, Close::Inline(name));
    }

    pub(super) fn end_table_body(&mut self) {
        if std::mem::take(&mut self.table.has_rows) {
            self.out.html.close("tbody");
        }
    }
}

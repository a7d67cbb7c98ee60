//! The texts of a page, for who reads them: glossary, reading level, mentions. Nobody looks for them in what a template wrote.

use super::view::{Block, PageView};
use crate::markup::Html;

/// Where a text stands on its page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stand {
    /// Under the title.
    Lead,
    /// One of the short answers, or a fact where there are no such answers.
    Answer,
    /// A fact beside the short answers.
    Detail,
    /// Running text.
    Prose,
    /// The first cell of a row, which names it.
    RowHead,
    /// Another cell.
    Cell,
    /// A card that leads to a page of its own.
    Card,
    /// An item that has no page of its own.
    Entry,
}

/// Goes past all texts, in the order in which a reader meets them; once for who reads and once for who changes them.
macro_rules! walk {
    ($view:expr, $visit:expr, $iter:ident $(, $mut:tt)?) => {{
        let (view, visit) = ($view, $visit);
        let fact = if view.answers.is_empty() { Stand::Answer } else { Stand::Detail };
        visit(&$($mut)? view.lead, Stand::Lead);
        if let Some(place) = &$($mut)? view.place {
            visit(&$($mut)? place.head, Stand::Lead);
            visit(&$($mut)? place.note, Stand::Prose);
            place.tasks.$iter().for_each(|task| visit(task, Stand::Prose));
        }
        for answer in view.answers.$iter() {
            visit(&$($mut)? answer.value, Stand::Answer);
        }
        if let Some(record) = &$($mut)? view.entity {
            for one in record.facts.$iter() {
                visit(&$($mut)? one.value, fact);
            }
            for block in record.blocks.$iter() {
                match block {
                    Block::Text { html, .. } => visit(html, Stand::Prose),
                    Block::List { items, .. } => items.$iter().for_each(|item| visit(item, Stand::Prose)),
                    Block::Table { table, .. } => cells!(table, visit, $iter),
                    Block::Cards { items, .. } => cards!(items, visit, $iter $(, $mut)?),
                    Block::Infographic { .. } => {}
                }
            }
        }
        for part in view.body.$iter() {
            visit(&$($mut)? part.html, Stand::Prose);
            if let Some(made) = &$($mut)? part.calculator {
                made.questions.$iter().for_each(|question| visit(&$($mut)? question.legend, Stand::Prose));
                for case in made.cases.$iter() {
                    visit(&$($mut)? case.who, Stand::RowHead);
                    case.cells.$iter().for_each(|cell| visit(cell, Stand::Detail));
                }
                visit(&$($mut)? made.source, Stand::Prose);
            }
            for titled in part.tables.$iter() {
                cells!(titled.table, visit, $iter);
            }
        }
        if let Some(record) = &$($mut)? view.entity {
            visit(&$($mut)? record.note, Stand::Prose);
        }
        for group in view.groups.$iter() {
            visit(&$($mut)? group.text, Stand::Prose);
            cards!(group.items, visit, $iter $(, $mut)?);
        }
        cards!(view.items, visit, $iter $(, $mut)?);
        if let Some(titled) = &$($mut)? view.compare {
            cells!(titled.table, visit, $iter);
        }
    }};
}

macro_rules! cells {
    ($table:expr, $visit:ident, $iter:ident) => {
        for row in $table.rows.$iter() {
            for (column, cell) in row.$iter().enumerate() {
                $visit(cell, if column == 0 { Stand::RowHead } else { Stand::Cell });
            }
        }
    };
}

macro_rules! cards {
    ($cards:expr, $visit:ident, $iter:ident $(, $mut:tt)?) => {
        for card in $cards.$iter() {
            let stand = if card.url.is_empty() { Stand::Entry } else { Stand::Card };
            $visit(&$($mut)? card.text, stand);
            for fact in card.facts.$iter() {
                $visit(&$($mut)? fact.value, stand);
            }
        }
    };
}

impl PageView {
    /// Visits the texts of the page in the order in which a reader meets them.
    pub fn texts<'v>(&'v self, visit: &mut dyn FnMut(&'v Html, Stand)) {
        walk!(self, visit, iter);
    }

    /// Those that are read as sentences.
    pub fn sentences(&self) -> Vec<&Html> {
        let mut found = Vec::new();
        self.texts(&mut |text, stand| {
            if !matches!(stand, Stand::Detail | Stand::RowHead) {
                found.push(text);
            }
        });
        found
    }

    /// The same as [`Self::texts`], for who changes them.
    pub fn texts_mut(&mut self, visit: &mut dyn FnMut(&mut Html, Stand)) {
        walk!(self, visit, iter_mut, mut);
    }
}

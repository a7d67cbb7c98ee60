//! The parts from which kinds tell: facts, lists, tables, cards, drawings.

use crate::html;
use crate::infographic::{Infographic, Table};
use crate::markup::Html;
use crate::model::{Colour, Status};
use crate::pages::rows;
use crate::pages::view::{Block, Card, Fact};
use crate::pages::writing::{Writer, status_label};
use crate::site::Words;

/// A list of sentences, when there are any.
pub fn list(id: &str, title: &str, items: Vec<Html>) -> Option<Block> {
    (!items.is_empty()).then(|| Block::List { id: id.into(), title: title.into(), ordered: false, items })
}

/// A table, when it has rows. The caption is the title; a column in which nothing stands is left out.
pub fn table(id: &str, title: &str, head: &[&str], rows: Vec<Vec<Html>>) -> Option<Block> {
    let table = filled(title, head, rows);
    (!table.rows.is_empty()).then(|| Block::Table { id: id.into(), title: title.into(), table })
}

/// A table without the columns that nobody fills.
pub fn filled(title: &str, head: &[&str], rows: Vec<Vec<Html>>) -> Table<Html> {
    let filled: Vec<bool> =
        (0..head.len()).map(|i| rows.iter().any(|row| row.get(i).is_some_and(|cell| !cell.is_empty()))).collect();
    let kept = |i: &usize| filled.get(*i).copied().unwrap_or_default();
    let rows = rows.into_iter().map(|row| (0..).zip(row).filter(|(i, _)| kept(i)).map(|(_, cell)| cell).collect());
    let head = (0..).zip(head).filter(|(i, _)| kept(i)).map(|(_, h)| (*h).to_owned());
    Table { caption: title.to_owned(), head: head.collect(), rows: rows.collect() }
}

/// Cards, when there are any.
pub fn cards(id: &str, title: &str, items: Vec<Card>) -> Option<Block> {
    (!items.is_empty()).then(|| Block::Cards { id: id.into(), title: title.into(), items })
}

/// A fact, when it has a value.
pub fn fact(label: &str, value: impl Into<Html>) -> Option<Fact> {
    let value = value.into();
    (!value.is_empty()).then(|| Fact { label: label.into(), value })
}

/// The dye of the layer to which a body or organisation belongs.
pub fn layer_colour(writer: &Writer<'_>, id: &str) -> String {
    let layer = rows::layer_of(writer, id).and_then(|layer| writer.model().lagen.get(layer));
    dye(layer.and_then(|layer| layer.kleur))
}

/// A dye as the theme calls it.
pub fn dye(colour: Option<Colour>) -> String {
    colour.map(|colour| colour.word().to_owned()).unwrap_or_default()
}

/// The relations of a body or organisation as a drawing.
pub fn relations(writer: &mut Writer<'_>, id: &str) -> Option<Block> {
    let infographic = rows::relation_map(writer, Some(id), None, None)?;
    Some(drawing(infographic))
}

/// A drawing as a part of the page.
pub fn drawing(infographic: Infographic) -> Block {
    Block::Infographic { id: infographic.id.clone(), infographic: Box::new(infographic) }
}

/// A status word after a value, but for plain facts.
pub fn with_status(value: Html, status: Option<Status>, words: &Words) -> Html {
    match status {
        Some(status) if status != Status::Feit => html![value, " ", status_label(status, words)],
        _ => value,
    }
}

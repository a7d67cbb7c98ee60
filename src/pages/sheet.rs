//! The sheet of a participant: all that a board member needs to know of it, on one side of paper.

use super::entity;
use super::view::{Block, EntityView, PageView};
use super::writer::{Writer, escape, plain_of, status_label};
use crate::model::kinds::Organisatie;
use crate::model::{AnyEntity, Participation, Status};

/// The template of a sheet.
pub const TEMPLATE: &str = "kaart.html";

/// Is there a sheet for this organisation? For those that take part, or are asked to.
pub fn has_sheet(e: &Organisatie) -> bool {
    matches!(e.deelname, Some(Participation::Deelnemer | Participation::BeoogdDeelnemer))
}

/// The address of the sheet.
pub fn address(id: &str) -> String {
    format!("organisaties/{id}/kaart/")
}

/// Fills the view of the sheet.
pub fn fill(writer: &mut Writer<'_>, id: &str, view: &mut PageView) {
    let Some(e) = writer.model().organisaties.get(id) else { return };
    view.lead = writer.maybe(e.omschrijving.as_ref());
    view.description = plain_of(&view.lead);
    view.answers = entity::organisation_answers(writer, e, true);
    view.sources = writer.sources(e.common().sources);
    let items = entity::organisation_routes(writer, e);
    let title = "Met welke vraag naar wie?".to_owned();
    let questions = Block::List { id: "vragen".into(), title, ordered: false, items };
    view.entity = Some(EntityView {
        kind: "kaart".into(),
        kind_label: "Bestuurderskaart".into(),
        id: id.to_owned(),
        colour: String::new(),
        tag: String::new(),
        aliases: Vec::new(),
        facts: Vec::new(),
        blocks: vec![questions, labels(writer)],
        note: String::new(),
        backlinks: Vec::new(),
    });
    if let Some(moment) = writer.site().portal.stand {
        (view.updated, view.updated_iso) = (moment.in_dutch(), moment.to_string());
    }
}

/// What the labels mean: on paper nobody can follow a link to it.
fn labels(writer: &Writer<'_>) -> Block {
    let words = writer.words();
    let shown = [Status::Voorstel, Status::Duiding, Status::Open, Status::Tegenstrijdig];
    let items = shown.map(|s| format!("{} {}", status_label(s, words), escape(words.meaning(s)))).to_vec();
    Block::List { id: "labels".into(), title: "Wat betekenen de labels?".into(), ordered: false, items }
}

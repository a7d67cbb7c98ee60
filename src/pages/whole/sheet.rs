//! The sheet of a participant: all that a board member needs to know of it, on one side of paper.

use crate::model::{AnyEntity, Status};
use crate::pages::kinds;
use crate::pages::view::{Block, EntityView, PageView};
use crate::pages::writing::{Writer, escape, plain_of, status_label};

/// Fills the view of the sheet.
pub fn fill(writer: &mut Writer<'_>, id: &str, view: &mut PageView) {
    let Some(e) = writer.model().organisaties.get(id) else { return };
    view.lead = writer.maybe(e.omschrijving.as_ref());
    view.description = plain_of(&view.lead);
    view.answers = kinds::organisation_answers(writer, e, true);
    view.sources = writer.sources(e.common().sources);
    let items = kinds::organisation_routes(writer, e);
    let title = writer.phrases().record().routes().to_owned();
    let questions = Block::List { id: "vragen".into(), title, ordered: false, items };
    view.entity = Some(EntityView {
        kind: "kaart".into(),
        kind_label: writer.phrases().pages().sheet().into(),
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
        (view.updated, view.updated_iso) = (writer.phrases().moment(&moment), moment.to_string());
    }
}

/// What the labels mean: on paper nobody can follow a link to it.
fn labels(writer: &Writer<'_>) -> Block {
    let words = writer.words();
    let shown = [Status::Voorstel, Status::Duiding, Status::Open, Status::Tegenstrijdig];
    let items = shown.map(|s| format!("{} {}", status_label(s, words), escape(words.meaning(s)))).to_vec();
    Block::List { id: "labels".into(), title: words.phrases.pages().sheet_labels().into(), ordered: false, items }
}

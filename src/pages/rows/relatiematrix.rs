//! The matrix of ties from the data: everyone who is drawn on the relation map, or those of one layer.

use super::block::InfographicBlock;
use super::shared::{before, current, head, href_of, layer_colour, layer_of, level_of, short_name};
use super::sureness;
use crate::infographic::Infographic;
use crate::infographic::relatiematrix::{Party, Relatiematrix, Tie};
use crate::model::kinds::{Laag, Relatie};
use crate::pages::writing::Writer;

/// How close a tie was and is meant to become, in words.
fn course(writer: &Writer<'_>, tie: &Relatie) -> String {
    let say = writer.phrases().running();
    let name = |id: &str| writer.model().name_of(id);
    let was = before(writer, tie).map(|step| say.then(&name(&step.niveau.id)));
    let wish = tie.ambitie.as_ref().map(|wish| say.wanted(&name(&wish.niveau.id)));
    was.into_iter().chain(wish).collect::<Vec<_>>().join("; ")
}

/// The matrix that a block asks for.
pub fn from_block(writer: &mut Writer<'_>, block: &InfographicBlock) -> Option<Infographic> {
    let say = writer.phrases().relatiematrix();
    let model = writer.model();
    let mut layers: Vec<&Laag> = model.lagen.iter().collect();
    layers.sort_by_key(|layer| layer.volgorde);
    layers.retain(|layer| block.laag.as_ref().is_none_or(|only| only.id == layer.id.value));
    let mut ids: Vec<&str> = Vec::new();
    let mut parties = Vec::new();
    for layer in layers {
        let bodies = model.gremia.iter().filter(|g| g.op_kaart != Some(false)).map(|g| g.id.as_str());
        let organisations = model.organisaties.iter().map(|o| o.id.as_str());
        for id in bodies.chain(organisations).filter(|id| layer_of(writer, id) == Some(layer.id.as_str())) {
            ids.push(id);
            parties.push(Party {
                name: short_name(writer, id),
                href: href_of(writer, id),
                layer: layer.naam.clone(),
                colour: layer_colour(Some(layer)),
            });
        }
    }
    let at = |id: &str| ids.iter().position(|other| *other == id);
    let mut ties: Vec<Tie> = Vec::new();
    let mut sources = Vec::new();
    let mut shown = Vec::new();
    for tie in &model.relaties {
        let (Some(from), Some(to)) = (at(&tie.van.id), at(&tie.naar.id)) else { continue };
        let same = |known: &Tie| (known.from, known.to) == (from, to) || (known.from, known.to) == (to, from);
        if ties.iter().any(same) {
            continue;
        }
        let level = current(writer, tie).and_then(|step| model.niveaus.get(&step.niveau.id));
        let (level, course) = (level_of(writer, level), course(writer, tie));
        ties.push(Tie { from, to, level, course, href: href_of(writer, &tie.id) });
        sources.extend(tie.bron.clone());
        shown.push(tie);
    }
    if parties.is_empty() {
        return None;
    }
    let sources = writer.source_line(&sources);
    let names = head(writer, block, "relatiematrix", say.title(), say.reading(), sources);
    let sure = sureness::of_levels(writer, shown);
    Some(Relatiematrix { head: names, parties, ties }.draw().with_caveat(sure))
}

//! The Big 8 from the steps and products of the data.

use super::block::InfographicBlock;
use super::shared::{named, plain_head};
use super::sureness;
use crate::infographic::Infographic;
use crate::infographic::big8::{Big8, Loop, LoopWords, Product, Step};
use crate::infographic::figure::Head;
use crate::model::{self, Colour};
use crate::pages::writing::Writer;

/// The figure eight that a block asks for.
pub fn from_block(writer: &mut Writer<'_>, block: &InfographicBlock) -> Option<Infographic> {
    let say = writer.phrases().big8();
    let model = writer.model();
    let mut steps: Vec<_> = model.stappen.iter().collect();
    steps.sort_by_key(|s| s.volgorde);
    if steps.is_empty() {
        return None;
    }
    let of_step = |id: &str| {
        let products = model.producten.iter().filter(move |p| p.stap.as_ref().is_some_and(|s| s.id == id));
        let product = |p: &model::kinds::Product| Product {
            name: named(writer, &p.id.value),
            lead: p.in_de_lead.as_ref().map(|lead| named(writer, &lead.id)),
        };
        products.map(product).collect()
    };
    let rows = steps.iter().map(|s| Step {
        name: named(writer, &s.id.value),
        place: match s.lus {
            model::Loop::Strategisch => Loop::First,
            model::Loop::Operationeel => Loop::Second,
            model::Loop::Beide => Loop::Both,
        },
        who: s.wie.iter().map(|w| named(writer, &w.id)).collect(),
        products: of_step(&s.id.value),
    });
    let rows: Vec<Step> = rows.collect();
    let mut sources: Vec<_> = steps.iter().flat_map(|s| s.bron.iter().cloned()).collect();
    sources.extend(model.producten.iter().flat_map(|p| p.bron.iter().cloned()));
    let words = |name: &str, note: &str, colour: Colour| LoopWords {
        name: name.to_owned(),
        note: note.to_owned(),
        colour: colour.word().to_owned(),
    };
    let map = Big8 {
        head: Head {
            id: writer.unique_id("big8"),
            title: block.titel.clone().unwrap_or_else(|| say.title().to_owned()),
            reading: block.onderschrift.clone().unwrap_or_else(|| say.reading().to_owned()),
            source: writer.source_line(&sources),
            ..plain_head(writer)
        },
        loops: [
            words(say.first_loop(), say.first_note(), Colour::Indigo),
            words(say.second_loop(), say.second_note(), Colour::Weide),
        ],
        steps: rows,
    };
    let of_steps = steps.iter().map(|s| s.status.as_ref().map(|s| s.value));
    let sure = sureness::of(
        writer.phrases(),
        of_steps.chain(model.producten.iter().map(|p| p.status.as_ref().map(|s| s.value))),
    );
    Some(map.draw().with_caveat(sure))
}

//! The tree from the main lines, their tasks and what those yield.

use super::{InfographicBlock, named, opgaven, spoor_dye, sporen};
use crate::infographic::Infographic;
use crate::infographic::boom::{Boom, Branch, Limb};
use crate::pages::writer::Writer;

/// The tree that a block asks for.
pub fn from_block(writer: &mut Writer<'_>, block: &InfographicBlock) -> Option<Infographic> {
    let mut limbs = Vec::new();
    let mut sources = Vec::new();
    for spoor in sporen(writer, block.only()) {
        sources.extend(spoor.bron.iter().cloned());
        let mut branches = Vec::new();
        for opgave in opgaven(writer, spoor) {
            sources.extend(opgave.bron.iter().cloned());
            branches.push(Branch {
                tag: format!("Opgave {}", opgave.nummer),
                name: named(writer, &opgave.id.value),
                results: opgave.resultaat.iter().map(|r| writer.plain(r)).collect(),
            });
        }
        limbs.push(Limb {
            tag: format!("Spoor {}", spoor.nummer),
            name: named(writer, &spoor.id.value),
            colour: spoor_dye(spoor),
            branches,
        });
    }
    if limbs.is_empty() {
        return None;
    }
    let tree = Boom {
        id: writer.unique_id("boom"),
        title: block.titel.clone().unwrap_or_else(|| "Hoe hangen de opgaven samen?".to_owned()),
        reading: block.onderschrift.clone().unwrap_or_else(|| {
            "Lees van links naar rechts: elk spoor splitst zich in opgaven, en elke opgave levert iets op.".to_owned()
        }),
        limbs,
        source: writer.source_line(&sources),
    };
    Some(tree.draw())
}

//! The tree from the main lines, their tasks and what those yield.

use super::block::InfographicBlock;
use super::shared::{named, opgaven, plain_head, plan_words, spoor_dye, sporen};
use super::sureness;
use crate::infographic::Infographic;
use crate::infographic::boom::{Boom, Branch, Limb};
use crate::infographic::figure::Head;
use crate::pages::writing::{Writer, lower_first};

/// The tree that a block asks for.
pub fn from_block(writer: &mut Writer<'_>, block: &InfographicBlock) -> Option<Infographic> {
    let say = writer.phrases().boom();
    let plan = plan_words(writer);
    let (lines, tasks) = (lower_first(&plan.lines), lower_first(&plan.tasks));
    let mut limbs = Vec::new();
    let mut sources = Vec::new();
    let mut statuses = Vec::new();
    for spoor in sporen(writer, block.only()) {
        sources.extend(spoor.bron.iter().cloned());
        statuses.push(spoor.status.as_ref().map(|s| s.value));
        let mut branches = Vec::new();
        for opgave in opgaven(writer, spoor) {
            sources.extend(opgave.bron.iter().cloned());
            statuses.push(opgave.status.as_ref().map(|s| s.value));
            branches.push(Branch {
                tag: format!("{} {}", plan.task, opgave.nummer),
                name: named(writer, &opgave.id.value),
                results: opgave.resultaat.iter().map(|r| writer.plain(r)).collect(),
            });
        }
        limbs.push(Limb {
            tag: format!("{} {}", plan.line, spoor.nummer),
            name: named(writer, &spoor.id.value),
            colour: spoor_dye(spoor),
            branches,
        });
    }
    if limbs.is_empty() {
        return None;
    }
    let tree = Boom {
        head: Head {
            id: writer.unique_id("boom"),
            title: block.titel.clone().unwrap_or_else(|| say.title(&tasks)),
            reading: block.onderschrift.clone().unwrap_or_else(|| say.reading(&lines, &tasks)),
            source: writer.source_line(&sources),
            ..plain_head(writer)
        },
        limbs,
        words: plan,
    };
    Some(tree.draw().with_caveat(sureness::of(writer.phrases(), statuses)))
}

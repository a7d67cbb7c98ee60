//! The route of a decision from the steps of the data.

use super::block::InfographicBlock;
use super::shared::{named, plain_head};
use super::sureness;
use super::wegwijzer::layer_of_party;
use crate::infographic::Infographic;
use crate::infographic::besluitroute::{Besluitroute, Lane, Step};
use crate::infographic::figure::Head;
use crate::model::{Colour, Status};
use crate::pages::writing::Writer;

/// The route that a block asks for.
pub fn from_block(writer: &mut Writer<'_>, block: &InfographicBlock) -> Option<Infographic> {
    let say = writer.phrases().besluitroute();
    let model = writer.model();
    let mut steps: Vec<_> = model.besluitstappen.iter().collect();
    if steps.is_empty() {
        return None;
    }
    steps.sort_by_key(|s| s.volgorde);
    let lane_id = |wie: &[crate::decode::Ref<crate::model::kinds::Uitvoerder>]| {
        wie.iter().find_map(|w| layer_of_party(writer, &w.id))
    };
    let mut layers: Vec<_> =
        model.lagen.iter().filter(|l| steps.iter().any(|s| lane_id(&s.wie) == Some(l.id.value.as_str()))).collect();
    layers.sort_by_key(|l| l.volgorde);
    let lanes_of: Vec<usize> = steps
        .iter()
        .map(|s| lane_id(&s.wie).and_then(|l| layers.iter().position(|x| x.id.value == l)).unwrap_or(0))
        .collect();
    let mut rows = Vec::new();
    for (step, lane) in steps.iter().zip(lanes_of) {
        let mut name = named(writer, &step.id.value);
        name.name.clone_from(&step.naam);
        rows.push(Step {
            name,
            who: step.wie.iter().map(|w| named(writer, &w.id)).collect(),
            what: writer.plain(&step.omschrijving),
            lane,
            decides: step.besluit == Some(true),
            settled: step.status.as_ref().is_none_or(|s| matches!(s.value, Status::Besloten | Status::Feit)),
            status: step.status.as_ref().map(|s| writer.words().name(s.value).to_owned()).unwrap_or_default(),
        });
    }
    let sources: Vec<_> = steps.iter().flat_map(|s| s.bron.iter().cloned()).collect();
    let lane = |l: &&crate::model::kinds::Laag| Lane {
        name: l.naam.clone(),
        colour: l.kleur.unwrap_or(Colour::InktZacht).word().to_owned(),
    };
    let route = Besluitroute {
        head: Head {
            id: writer.unique_id("besluitroute"),
            title: block.titel.clone().unwrap_or_else(|| say.title().to_owned()),
            reading: block.onderschrift.clone().unwrap_or_else(|| say.reading().to_owned()),
            source: writer.source_line(&sources),
            ..plain_head(writer)
        },
        lanes: layers.iter().map(lane).collect(),
        steps: rows,
    };
    let sure = sureness::of(writer.phrases(), steps.iter().map(|s| s.status.as_ref().map(|s| s.value)));
    let ours = steps.iter().any(|step| step.volgorde_van_ons == Some(true));
    Some(route.draw().with_caveat(sureness::with_order(writer.phrases(), sure, ours)))
}

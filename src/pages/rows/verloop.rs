//! How a tie grew, from the data: for a block, or for the page of a tie.

use super::block::InfographicBlock;
use super::levels;
use super::shared::{href_of, level_of, plain_head, short_name};
use super::sureness;
use crate::diag::words;
use crate::infographic::Infographic;
use crate::infographic::figure::Head;
use crate::infographic::verloop::{Step, Verloop};
use crate::infographic::weave::Form;
use crate::model::Status;
use crate::model::kinds::{NiveauStap, Relatie};
use crate::pages::writing::Writer;

/// The drawing that a block asks for.
pub fn from_block(writer: &mut Writer<'_>, block: &InfographicBlock) -> Option<Infographic> {
    let model = writer.model();
    let Some(tie) = block.relatie.as_ref().and_then(|id| model.relaties.get(&id.id)) else {
        writer.problems.push(words::pages::key_needed(block.place, block.soort.word(), "relatie"));
        return None;
    };
    draw(writer, tie, block.titel.clone(), block.onderschrift.clone())
}

/// How this tie grew; `None` when the data say no more of it than that its level is not known.
pub fn of_relation(writer: &mut Writer<'_>, tie: &Relatie) -> Option<Infographic> {
    let model = writer.model();
    let known = |step: &NiveauStap| level_of(writer, model.niveaus.get(&step.niveau.id)).form != Form::Onbepaald;
    if tie.ambitie.is_none() && !tie.niveau.iter().any(known) {
        return None;
    }
    draw(writer, tie, None, None)
}

fn draw(writer: &mut Writer<'_>, tie: &Relatie, title: Option<String>, reading: Option<String>) -> Option<Infographic> {
    let say = writer.phrases().verloop();
    if tie.niveau.is_empty() && tie.ambitie.is_none() {
        return None;
    }
    let model = writer.model();
    let ladder = levels::ladder(writer.model());
    let rank = |id: &str| ladder.iter().position(|level| level.id.value == id);
    let day = writer.site().portal.day();
    let mut drawn = Vec::new();
    for step in &tie.niveau {
        drawn.push(Step {
            level: level_of(writer, model.niveaus.get(&step.niveau.id)),
            href: href_of(writer, &step.niveau.id),
            rank: rank(&step.niveau.id),
            since: step.vanaf.as_ref().map(|since| writer.phrases().moment(since)).unwrap_or_default(),
            status: writer.words().name(*step.status).to_owned(),
            by: step.besluit_van.as_ref().map(|body| short_name(writer, &body.id)).unwrap_or_default(),
            to_come: step.is_to_come(day),
            proposed: *step.status == Status::Voorstel,
        });
    }
    let ambition = tie.ambitie.as_ref().map(|wish| Step {
        level: level_of(writer, model.niveaus.get(&wish.niveau.id)),
        href: href_of(writer, &wish.niveau.id),
        rank: rank(&wish.niveau.id),
        since: String::new(),
        status: writer.words().name(*wish.status).to_owned(),
        by: String::new(),
        to_come: true,
        proposed: *wish.status == Status::Voorstel,
    });
    let mut sources: Vec<_> = tie.niveau.iter().flat_map(|step| step.bron.clone()).collect();
    sources.extend(tie.ambitie.iter().flat_map(|wish| wish.bron.clone()));
    let between = (short_name(writer, &tie.van.id), short_name(writer, &tie.naar.id));
    let later = ambition.is_some() || drawn.iter().any(|step| step.to_come);
    let head = Head {
        id: writer.unique_id("verloop-beeld"),
        title: title.unwrap_or_else(|| {
            if later { say.title(&between.0, &between.1) } else { say.title_now(&between.0, &between.1) }
        }),
        reading: reading.unwrap_or_else(|| {
            let words = match (later, drawn.len()) {
                (true, _) => say.reading(),
                (false, 1) => say.reading_now(),
                (false, _) => say.reading_past(),
            };
            words.to_owned()
        }),
        source: writer.source_line(&sources),
        ..plain_head(writer)
    };
    let ladder = ladder.into_iter().map(|level| level_of(writer, Some(level))).collect();
    let sure = sureness::of_levels(writer, [tie]);
    Some(Verloop { head, between, ladder, steps: drawn, ambition }.draw().with_caveat(sure))
}

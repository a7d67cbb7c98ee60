//! The ladder from the data: all ties, or those of one body or organisation.

use super::block::InfographicBlock;
use super::levels::ladder;
use super::shared::{before, current, head, href_of, level_of, short_name, to_come};
use super::sureness;
use crate::diag::words;
use crate::infographic::Infographic;
use crate::infographic::ladder::{Ladder, Row};
use crate::infographic::legend::Level;
use crate::infographic::weave::Form;
use crate::model::Status;
use crate::model::kinds::Relatie;
use crate::pages::writing::Writer;

/// The ladder that a block asks for.
pub fn from_block(writer: &mut Writer<'_>, block: &InfographicBlock) -> Option<Infographic> {
    let say = writer.phrases().ladder();
    let model = writer.model();
    let around = block.rond.as_ref();
    let ties: Vec<&Relatie> =
        model.relaties.iter().filter(|r| around.is_none_or(|id| r.van.id == id.id || r.naar.id == id.id)).collect();
    if let (Some(id), true) = (around, ties.is_empty()) {
        writer.problems.push(words::pages::not_on_map(id.place, &id.id));
        return None;
    }
    let steps = ladder(writer.model());
    let step_of = |id: &str| steps.iter().position(|level| level.id.value == id);
    let mut rows = Vec::new();
    for tie in &ties {
        let now = current(writer, tie);
        let level = now.and_then(|step| model.niveaus.get(&step.niveau.id));
        rows.push(Row {
            from: short_name(writer, &tie.van.id),
            to: short_name(writer, &tie.naar.id),
            href: href_of(writer, &tie.id),
            now: level_of(writer, level),
            now_step: now.and_then(|step| step_of(&step.niveau.id)),
            now_status: writer.words().name(now.map_or(Status::Open, |step| *step.status)).to_owned(),
            before: before(writer, tie).and_then(|step| {
                let was = model.niveaus.get(&step.niveau.id)?;
                Some((level_of(writer, Some(was)), step_of(&step.niveau.id)))
            }),
            ambition: goal(writer, tie, &step_of),
            beside: beside(writer, tie, &step_of),
        });
    }
    let sources: Vec<_> = ties.iter().flat_map(|tie| tie.niveau.iter().flat_map(|step| step.bron.clone())).collect();
    let sources = writer.source_line(&sources);
    let sure = sureness::of_levels(writer, ties.iter().copied());
    let names = head(writer, block, "ladder", say.title(), say.reading(), sources);
    let steps = steps.into_iter().map(|level| level_of(writer, Some(level))).collect();
    (!rows.is_empty()).then(|| Ladder { head: names, steps, rows }.draw().with_caveat(sure))
}

/// The closest step that a tie is to reach, and how sure that is: its ambition, or what was settled for later.
fn goal(writer: &Writer<'_>, tie: &Relatie, step_of: &dyn Fn(&str) -> Option<usize>) -> Option<(usize, String)> {
    let word = |status: Status| writer.words().name(status).to_owned();
    let wish = tie.ambitie.iter().filter_map(|wish| Some((step_of(&wish.niveau.id)?, word(*wish.status))));
    let settled = to_come(writer, tie).filter_map(|step| {
        let from = writer.phrases().moment(step.vanaf.as_ref()?);
        Some((step_of(&step.niveau.id)?, writer.phrases().ladder().status_from(&word(*step.status), &from)))
    });
    wish.chain(settled).max_by_key(|(step, _)| *step)
}

/// The level that a tie is to have when that is no step of the ladder, such as apart from each other, and how sure that is.
fn beside(writer: &mut Writer<'_>, tie: &Relatie, step_of: &dyn Fn(&str) -> Option<usize>) -> Option<(Level, String)> {
    let wish = tie.ambitie.as_ref().filter(|wish| step_of(&wish.niveau.id).is_none())?;
    let level = writer.model().niveaus.get(&wish.niveau.id)?;
    let level = level_of(writer, Some(level));
    // A level that says that none is known is nothing to wish for.
    (level.form != Form::Onbepaald).then(|| (level, writer.words().name(*wish.status).to_owned()))
}

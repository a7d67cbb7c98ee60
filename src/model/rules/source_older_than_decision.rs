//! A source proves a decision only when it is no older. Silent when one of the sources has no date.

use super::Context;
use crate::decode::{Citation, Moment};
use crate::diag::{Diagnostic, Span, words};
use crate::model::kinds::Mijlpaal;
use crate::model::{MilestoneKind, Model, Status};
use jiff::ToSpan;
use jiff::civil::Date;

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    let model = context.model;
    for (tie, step) in model.relaties.iter().flat_map(|tie| tie.niveau.iter().map(move |step| (tie, step))) {
        // Where it is told when it was decided, that day counts.
        let told = |m: &Mijlpaal| matches!(&m.raakt[..], [about, level] if about.id == tie.id.value && level.id == step.niveau.id);
        if model.naming(&model.mijlpalen, &tie.id.value).any(|m| m.soort == MilestoneKind::Besluit && told(m)) {
            continue;
        }
        let decided = *step.status == Status::Besloten || step.besluit_van.is_some();
        let Some(from) = step.vanaf.as_ref().filter(|_| decided) else { continue };
        // A level may begin some time after it was decided, and it was decided before the content was last looked at.
        let begin = context.stand.map_or(from.first_day(), |stand| stand.min(from.first_day()));
        let earliest = begin.checked_sub(1.year()).unwrap_or(begin);
        if let Some((place, name, dated)) = all_older(model, &step.bron, earliest) {
            let begins = format!("het niveau geldt vanaf {}", from.as_noun());
            problems.push(words::rules::source_older_than_decision(place, name, &dated.as_noun(), &begins));
        }
    }
    let decided = |status: Status| matches!(status, Status::Besloten | Status::Feit);
    for milestone in model.mijlpalen.iter().filter(|m| m.soort == MilestoneKind::Besluit) {
        if !milestone.status.as_ref().is_some_and(|s| decided(s.value)) {
            continue;
        }
        if let Some((place, name, dated)) = all_older(model, &milestone.bron, milestone.wanneer.first_day()) {
            let taken = format!("het besluit viel {}", milestone.wanneer.when());
            problems.push(words::rules::source_older_than_decision(place, name, &dated.as_noun(), &taken));
        }
    }
    for decision in &model.besluiten {
        if let Some((place, name, dated)) = all_older(model, &decision.bron, decision.datum.first_day()) {
            let taken = format!("het besluit viel {}", decision.datum.when());
            problems.push(words::rules::source_older_than_decision(place, name, &dated.as_noun(), &taken));
        }
    }
}

/// The newest of the sources when all of them ended before this day: where it is cited, its name and its date.
fn all_older<'m>(model: &'m Model, citations: &[Citation], day: Date) -> Option<(Span, &'m str, Moment)> {
    let mut newest: Option<(Span, &str, Moment)> = None;
    for citation in citations {
        let source = model.bronnen.get(&citation.source)?;
        let dated = source.datum?;
        if dated.last_day() >= day {
            return None;
        }
        if newest.is_none_or(|(_, _, known)| dated.last_day() > known.last_day()) {
            newest = Some((citation.place, source.kort.as_deref().unwrap_or(&source.naam), dated));
        }
    }
    newest
}

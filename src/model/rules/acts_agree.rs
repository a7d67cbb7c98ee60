//! A choice, the record of the decision on it, the seats that waited for it, the level of a tie and a planned date say the same. A
//! command writes them together; who corrects one of them by hand hears which of the others still say what was.

use super::Context;
use crate::decode::{Moment, Shown, date_slip};
use crate::diag::{Diagnostic, Span, words};
use crate::model::kinds::{Besluit, Bron, Gremium, Keuze, Lid, Mijlpaal};
use crate::model::{AnyEntity, Model, Status, sitter};

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    let model = context.model;
    for choice in &model.keuzes {
        match &choice.uitkomst {
            Some(_) if choice.is_made() => decided(model, choice, problems),
            Some(_) => {}
            None => open(model, choice, problems),
        }
    }
    for milestone in model.mijlpalen.iter().filter(|milestone| milestone.vastgelegd.is_some()) {
        level(model, milestone, problems);
        seat(model, milestone, problems);
        moved(model, milestone, problems);
    }
    for source in &model.bronnen {
        dated(model, source, problems);
    }
}

/// Of a choice that is open nothing says that it was made.
fn open(model: &Model, choice: &Keuze, problems: &mut Vec<Diagnostic>) {
    let id = choice.id.value.as_str();
    let mut tell = |at: Span, what: &str| problems.push(words::rules::open_but_told(at, id, what, choice.place));
    for milestone in milestones(model, id) {
        tell(milestone.place, "deze mijlpaal");
    }
    for (body, seat) in seats(model, id) {
        if let Some(status) = seat.status.as_ref().filter(|s| is_sure(s.value) && !own_act(model, body, seat, None)) {
            tell(status.place, "deze plek in een overleg");
        }
    }
    for record in model.all_naming(id).filter(|record| record.kind().answers) {
        let only = crate::model::choices_of(model, record).iter().eq([id]);
        if let Some(status) = record.common().status.filter(|status| only && status.value == Status::Besloten) {
            tell(status.place, "dit antwoord");
        }
    }
}

/// Of a choice that was made it is told when and by whom, and all say the same outcome.
fn decided(model: &Model, choice: &Keuze, problems: &mut Vec<Diagnostic>) {
    let id = choice.id.value.as_str();
    let Some(outcome) = &choice.uitkomst else { return };
    let decisions: Vec<&Besluit> =
        model.naming(&model.besluiten, id).filter(|d| d.keuze.as_ref().is_some_and(|k| k.id == id)).collect();
    let milestones: Vec<&Mijlpaal> = milestones(model, id).collect();
    let touched = model.naming(&model.mijlpalen, id).any(|m| m.raakt.iter().any(|about| about.id == id));
    if decisions.is_empty() && !touched {
        problems.push(words::rules::decided_without_record(outcome.place, id));
    }
    // Only what surely means one thing can differ: a name, or one of the options.
    let sure = |text: &str| {
        let text = text.trim();
        let option = choice.opties.iter().any(|option| option.raw == text);
        link(text).or(option.then_some(text)).map(str::to_owned)
    };
    let Some(meant) = sure(&outcome.raw) else { return };
    let told = decisions.iter().map(|d| &d.omschrijving);
    for text in told.chain(milestones.iter().filter_map(|m| m.omschrijving.as_ref())) {
        if sure(&text.raw).is_some_and(|told| told != meant) {
            problems.push(words::rules::other_outcome(text.place, id, &outcome.raw, outcome.place));
        }
    }
    // Who corrects the outcome in its own words forgets what it says for the list of changes, and whom it names beside.
    for text in decisions.iter().filter_map(|decision| decision.werd.as_ref()) {
        let Some(told) = sure(&text.raw).filter(|told| *told != meant) else { continue };
        problems.push(words::rules::other_outcome(text.place, id, &outcome.raw, outcome.place));
        let named = decisions.iter().flat_map(|decision| &decision.raakt).find(|about| told == about.id);
        if let Some(named) = named {
            problems.push(words::rules::other_outcome(named.place, id, &outcome.raw, outcome.place));
        }
    }
    let when = model.decided(choice).map(|decided| decided.when);
    for (body, seat) in seats(model, id) {
        // Of an outcome in words nobody can tell whether it is who sits there.
        let named = sitter(seat).filter(|_| link(outcome.raw.trim()).is_some());
        let sits = named.map(str::to_owned).or_else(|| seat.groep.as_ref().and_then(|group| sure(&group.raw)));
        // Who came on a later day took the seat of whom was chosen.
        if sits.is_some_and(|sits| sits != meant) && !own_act(model, body, seat, when) {
            problems.push(words::rules::other_outcome(seat.place, id, &outcome.raw, outcome.place));
        }
    }
}

/// A milestone that a level came about: the tie has had it since then.
fn level(model: &Model, milestone: &Mijlpaal, problems: &mut Vec<Diagnostic>) {
    let [tie, level] = &milestone.raakt[..] else { return };
    let (Some(tie), Some(level)) = (model.relaties.get(&tie.id), model.niveaus.get(&level.id)) else { return };
    let has = tie.niveau.iter().any(|step| step.niveau.id == level.id.value && step.vanaf.is_some());
    if !has {
        let says = format!("de band “{}” het niveau “{}” kreeg, met een begin bij vanaf", tie.id.value, level.id.value);
        problems.push(words::rules::told_but_not_so(milestone.place, &says, tie.place));
    }
}

/// A milestone that somebody took a seat: they sit there.
fn seat(model: &Model, milestone: &Mijlpaal, problems: &mut Vec<Diagnostic>) {
    let Some((body, who)) = takes_seat(milestone) else { return };
    let Some(body) = model.gremia.get(body) else { return };
    if !body.lid.iter().any(|seat| sitter(seat) == Some(who)) && !followed(model, &body.id.value, who) {
        let says = format!("“{who}” in “{}” kwam", body.id.value);
        problems.push(words::rules::told_but_not_so(milestone.place, &says, body.place));
    }
}

/// Did somebody else take the seat from them later, as the milestone of that act tells?
fn followed(model: &Model, body: &str, who: &str) -> bool {
    let from = as_link(who);
    let of = |m: &Mijlpaal| {
        takes_seat(m).is_some_and(|(at, other)| at == body && other != who)
            && m.was.as_ref().is_some_and(|was| was.raw.contains(&from))
    };
    model.naming(&model.mijlpalen, body).any(of)
}

/// The last milestone that a date moved: it stands where it was moved to.
fn moved(model: &Model, milestone: &Mijlpaal, problems: &mut Vec<Diagnostic>) {
    let ([about], Some(now)) = (&milestone.raakt[..], &milestone.werd) else { return };
    let Some(record) = model.get(&about.id).filter(|_| milestone.id.value.starts_with("verplaatst-")) else { return };
    let later = |other: &Mijlpaal| {
        other.id.value.starts_with("verplaatst-")
            && matches!(&other.raakt[..], [also] if also.id == about.id)
            && other.place.start > milestone.place.start
    };
    if model.naming(&model.mijlpalen, &about.id).any(later) {
        return;
    }
    let Some(now) = moment(&now.raw) else { return };
    let planned: Vec<Moment> = dates(record);
    if !planned.is_empty() && !planned.contains(&now) {
        let says = format!("de datum van “{}” naar {} ging", about.id, now.as_noun());
        problems.push(words::rules::told_but_not_so(milestone.place, &says, record.common().place));
    }
}

/// A source that is called after the day of a decision keeps that day when the decision gets another.
fn dated(model: &Model, source: &Bron, problems: &mut Vec<Diagnostic>) {
    let Some(day) = source.datum.filter(|day| source.naam.starts_with(&format!("Besluit van {}", day.in_dutch())))
    else {
        return;
    };
    let cites = |record: &dyn AnyEntity| record.common().sources.iter().any(|c| c.source == source.id.value);
    let mut days: Vec<(Moment, Span)> = Vec::new();
    for decision in model.naming(&model.besluiten, &source.id).filter(|d| cites(*d)) {
        days.push((decision.datum.value, decision.datum.place));
    }
    for milestone in model.naming(&model.mijlpalen, &source.id).filter(|m| m.vastgelegd.is_some() && cites(*m)) {
        days.push((milestone.wanneer.value, milestone.wanneer.place));
    }
    if let Some((other, place)) = days.first().filter(|_| days.iter().all(|(other, _)| *other != day)) {
        problems.push(words::rules::source_of_other_day(
            *place,
            &other.in_dutch(),
            &source.naam,
            source.place_of("naam"),
        ));
    }
}

/// The milestones that a decision on this choice was recorded with.
fn milestones<'m>(model: &'m Model, choice: &str) -> impl Iterator<Item = &'m Mijlpaal> {
    // One with what was and what is tells of a date that moved.
    let of = move |m: &&Mijlpaal| {
        m.vastgelegd.is_some() && m.was.is_none() && m.raakt.first().is_some_and(|about| about.id == choice)
    };
    let found: Vec<&Mijlpaal> = model.naming(&model.mijlpalen, choice).filter(of).collect();
    found.into_iter()
}

/// Did who sits there take the seat by an act of its own, after this moment?
fn own_act(model: &Model, body: &Gremium, seat: &Lid, after: Option<Moment>) -> bool {
    let of = |m: &Mijlpaal| {
        let later = after.is_none_or(|moment| m.wanneer.first_day() > moment.last_day());
        later && takes_seat(m).is_some_and(|(at, who)| at == body.id.value && sitter(seat) == Some(who))
    };
    model.naming(&model.mijlpalen, &body.id).any(of)
}

/// The body and who took a seat in it, as the milestone of that act tells.
fn takes_seat(milestone: &Mijlpaal) -> Option<(&str, &str)> {
    match &milestone.raakt[..] {
        [body, who] if milestone.id.value.starts_with("zetel-") => Some((&body.id, &who.id)),
        _ => None,
    }
}

/// The seats that wait, or waited, for a choice, with their bodies.
fn seats<'m>(model: &'m Model, choice: &str) -> Vec<(&'m Gremium, &'m Lid)> {
    let of = |seat: &Lid| seat.keuze.as_ref().is_some_and(|k| k.id == choice);
    let bodies = model.naming(&model.gremia, choice);
    bodies.flat_map(|body| body.lid.iter().filter(|seat| of(seat)).map(move |seat| (body, seat))).collect()
}

/// A link to a record as a command writes it.
fn as_link(id: &str) -> String {
    format!("[[{id}]]")
}

/// The one id of which a text consists: `[[een-id]]`.
fn link(text: &str) -> Option<&str> {
    let id = text.strip_prefix("[[")?.strip_suffix("]]")?;
    (!id.contains(['[', '|', '#'])).then_some(id)
}

/// The dates of a record.
fn dates(record: &dyn AnyEntity) -> Vec<Moment> {
    let moments = record.values().into_iter().filter_map(|(_, shown)| match shown {
        Shown::Moment(moment) => Some(*moment),
        _ => None,
    });
    moments.collect()
}

/// A moment as a milestone tells it in Dutch; what is told in another language is not judged.
fn moment(words: &str) -> Option<Moment> {
    let written = date_slip(words).and_then(|slip| slip.fix);
    Moment::parse(written.as_deref().unwrap_or(words).trim_matches('"'))
}

fn is_sure(status: Status) -> bool {
    matches!(status, Status::Besloten | Status::Feit)
}

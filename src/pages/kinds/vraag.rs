//! What a visitor asks: the answer, and of when it is.

use super::face::Face;
use super::parts::fact;
use crate::model::AnyEntity;
use crate::model::kinds::{Route, Vraag};
use crate::pages::view::Card;
use crate::pages::writing::{Outcomes, Writer, status_view};

impl Face for Vraag {
    fn card(&self, writer: &mut Writer<'_>, card: &mut Card) {
        answer(writer, self, card);
    }
}

impl Face for Route {
    fn card(&self, writer: &mut Writer<'_>, card: &mut Card) {
        answer(writer, self, card);
    }
}

fn answer(writer: &mut Writer<'_>, record: &dyn AnyEntity, card: &mut Card) {
    let outcomes = Outcomes::of_record(writer, record);
    // Who asks the way must know whether it is there still: how sure, and of when, also where it is a plain fact.
    card.status = status_view(record.common().status, writer.words());
    let dates = record.common().sources.iter().filter_map(|c| writer.model().bronnen.get(&c.source)?.datum);
    let say = writer.phrases().record();
    let of_when = dates.min().map(|day| writer.phrases().moment(&day)).map(|when| match outcomes.is_empty() {
        true => when,
        false => say.of_when_outcome(&when, &outcomes.days(writer)),
    });
    card.facts.extend(of_when.and_then(|when| fact(say.of_when(), when)));
    outcomes.explain(writer, card.status.as_mut());
    // The words that people search by are for the search, not for readers.
    let keywords = writer.label("trefwoorden");
    card.facts.retain(|fact| fact.label != keywords);
}

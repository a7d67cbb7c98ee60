//! What a page or an item tells of choices that were made after its sources: of when they are, and where they are written. Without that
//! a reader takes the outcome for a part of the plan.

use super::Writer;
use crate::content::{Document, Segment};
use crate::decode::{Citation, Moment};
use crate::model::kinds::Keuze;
use crate::model::{AnyEntity, Status, choice_of_key, made, outcomes_told};
use crate::pages::view::{SourceView, StatusView};

/// The choices whose outcome is told, and how.
pub struct Outcomes {
    days: Vec<Moment>,
    sources: Vec<Citation>,
}

impl Outcomes {
    /// Of an item: what the texts of its record give.
    pub fn of_record(writer: &Writer<'_>, record: &dyn AnyEntity) -> Self {
        Self::of(writer, &outcomes_told(writer.model(), record))
    }

    /// Of a page: what its own text gives, and its record when it has one.
    pub fn of_page(writer: &Writer<'_>, document: Option<&Document>, record: Option<&dyn AnyEntity>) -> Self {
        let model = writer.model();
        let keys = document.into_iter().flat_map(|document| &document.segments).filter_map(|segment| match segment {
            Segment::Figure { key, .. } => choice_of_key(key),
            _ => None,
        });
        let mut all = made(model, keys);
        all.extend(record.map(|record| outcomes_told(model, record)).unwrap_or_default());
        Self::of(writer, &all)
    }

    fn of(writer: &Writer<'_>, choices: &[&Keuze]) -> Self {
        let model = writer.model();
        let decided: Vec<_> = choices.iter().filter_map(|choice| model.decided(choice)).collect();
        let mut days: Vec<Moment> = decided.iter().map(|decided| decided.when).collect();
        days.sort_by_key(|day| (day.first_day(), day.last_day()));
        days.dedup();
        let sources = decided.iter().filter_map(|decided| model.get(decided.record));
        Self { days, sources: sources.flat_map(|record| record.common().sources.iter().cloned()).collect() }
    }

    /// Is none told?
    pub fn is_empty(&self) -> bool {
        self.days.is_empty()
    }

    /// The days on which they were made, in words.
    pub fn days(&self, writer: &Writer<'_>) -> String {
        let days: Vec<String> = self.days.iter().map(|day| writer.phrases().moment(day)).collect();
        writer.phrases().list(&days)
    }

    /// Adds where they are written to what is cited.
    pub fn cite(&self, writer: &Writer<'_>, sources: &mut Vec<SourceView>) {
        for source in writer.sources(&self.sources) {
            if !sources.contains(&source) {
                sources.push(source);
            }
        }
    }

    /// Says beside the status of a whole, which is that of its sources, that an outcome is known.
    pub fn explain(&self, writer: &Writer<'_>, status: Option<&mut StatusView>) {
        let sure = [Status::Besloten, Status::Feit].map(Status::word);
        if let Some(status) = status.filter(|status| !self.is_empty() && !sure.contains(&status.word.as_str())) {
            let say = writer.phrases().sureness();
            status.name = say.outcome_known(&status.name);
            status.meaning = say.with(&status.meaning, &say.outcome_of(&self.days(writer)));
        }
    }
}

//! What is known of how a choice was made.

use super::kinds::{Keuze, Lid};
use super::{MilestoneKind, Model, Status};
use crate::decode::Moment;

/// How a choice was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decided<'m> {
    /// The record that tells it.
    pub record: &'m str,
    /// When.
    pub when: Moment,
    /// By whom, when that is known.
    pub by: Option<&'m str>,
}

impl Model {
    /// The record of how a choice was made: a decision on it, or else the milestone of one, or of what happened to it.
    pub fn decided(&self, choice: &Keuze) -> Option<Decided<'_>> {
        let id = choice.id.value.as_str();
        choice.uitkomst.as_ref()?;
        let decision = self.naming(&self.besluiten, id).find(|d| d.keuze.as_ref().is_some_and(|k| k.id == id));
        if let Some(decision) = decision {
            return Some(Decided {
                record: &decision.id.value,
                when: decision.datum.value,
                by: Some(decision.door.id.as_str()),
            });
        }
        let of = |sort: MilestoneKind| {
            let mut about = self.naming(&self.mijlpalen, id).filter(|m| m.soort == sort);
            about.find(|m| m.raakt.first().is_some_and(|about| about.id == id))
        };
        let milestone = of(MilestoneKind::Besluit).or_else(|| of(MilestoneKind::Voorval))?;
        let by = milestone.door.as_ref().map(|by| by.id.as_str());
        Some(Decided { record: &milestone.id.value, when: milestone.wanneer.value, by })
    }

    /// Is it known who has this seat, because the choice on it was made?
    pub fn is_filled(&self, seat: &Lid) -> bool {
        let choice = seat.keuze.as_ref().and_then(|choice| self.keuzes.get(&choice.id));
        choice.is_some_and(|choice| choice.uitkomst.is_some())
    }
}

/// The id of who sits there, when it is a record.
pub fn sitter(seat: &Lid) -> Option<&str> {
    let organisation = seat.organisatie.as_ref().map(|r| r.id.as_str());
    organisation.or(seat.gremium.as_ref().map(|r| r.id.as_str())).or(seat.rol.as_ref().map(|r| r.id.as_str()))
}

/// Does somebody sit there for sure?
pub fn is_taken(seat: &Lid) -> bool {
    let sure = seat.status.as_ref().is_some_and(|status| matches!(status.value, Status::Besloten | Status::Feit));
    sure && sitter(seat).is_some()
}

//! An action: its keys tell all, but a year of which no quarter is named is one moment.

use super::face::Face;
use crate::model::kinds::Actie;
use crate::pages::view::{Card, Fact};
use crate::pages::writing::{Writer, in_year, planned};

impl Face for Actie {
    fn card(&self, writer: &mut Writer<'_>, card: &mut Card) {
        if in_year(self).is_none() {
            return;
        }
        let [from, to] = ["van", "tot"].map(|key| writer.label(key));
        card.facts.retain(|fact| fact.label != from);
        if let Some(fact) = card.facts.iter_mut().find(|fact| fact.label == to) {
            *fact = Fact { label: writer.label("wanneer"), value: planned(writer.phrases(), self).into() };
        }
    }
}

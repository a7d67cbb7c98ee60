use super::{Eigenaar, Opgave};
use crate::decode::{Moment, Ref, Text};
use crate::entity;
use crate::model::Arranged;

entity! {
    /// Een keuze die nog gemaakt moet worden, of is gemaakt.
    kind "keuze" / "keuzes", "Keuze" / "Keuzes", page: false, sourced: true,
        arranged: Arranged::Under("opgave");
    pub struct Keuze {
        /// De vraag.
        vraag: Text,
        /// De opgave waar de keuze bij hoort.
        opgave: Ref<Opgave>,
        /// De mogelijkheden die de bron noemt.
        opties: Vec<Text>,
        /// Wat het is geworden.
        uitkomst: Option<Text>,
        /// Wie de keuze maakt.
        wie: Option<Ref<Eigenaar>>,
        /// Voor wanneer.
        voor: Option<Moment>,
    }
    name(e, model) { model.in_words(&e.vraag) }
}

impl Keuze {
    /// Was it made? Not when its own status says that it was not, whatever its outcome: that is told, and what follows from it is not known.
    pub fn is_made(&self) -> bool {
        self.uitkomst.is_some() && !self.status.as_ref().is_some_and(|status| status.is_no_outcome())
    }
}

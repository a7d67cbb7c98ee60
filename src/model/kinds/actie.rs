use super::{Opgave, Uitvoerder};
use crate::decode::{At, Moment, Ref, Text};
use crate::entity;
use crate::model::Arranged;

entity! {
    /// Een stap in de planning.
    kind "actie" / "acties", "Actie" / "Planning", page: false, sourced: true,
        arranged: Arranged::Under("opgave"), telling_name: true;
    pub struct Actie {
        /// Wat er gebeurt.
        naam: Text,
        /// De opgave waar de actie bij hoort.
        opgave: Ref<Opgave>,
        /// Wanneer het begint.
        van: Option<At<Moment>>,
        /// Wanneer het klaar moet zijn.
        tot: Option<At<Moment>>,
        /// Wie het doet.
        wie: Vec<Ref<Uitvoerder>>,
        /// Acties die eerst klaar moeten zijn.
        na: Vec<Ref<Actie>>,
        /// Wanneer het klaar was.
        gerealiseerd: Option<At<Moment>>,
    }
    name(e, model) { model.in_words(&e.naam) }
}

use super::Partij;
use crate::decode::{At, Kinds, Moment, Ref, Text};
use crate::entity;
use crate::model::{Arranged, MilestoneKind};

/// Anything in the data.
#[derive(Debug, Clone, PartialEq)]
pub struct Alles;

impl Kinds for Alles {
    const KINDS: &'static [&'static str] = &[];
}

entity! {
    /// Een besluit, een mijlpaal of iets wat is gebeurd.
    kind "mijlpaal" / "mijlpalen", "Mijlpaal" / "Besluiten en mijlpalen", page: false, sourced: true,
        arranged: Arranged::Timeline, happened: true, telling_name: true;
    pub struct Mijlpaal {
        /// Wat er is besloten of gebeurd. Een verwijzing naar een gegeven mag erin.
        naam: Text,
        /// Wanneer.
        wanneer: At<Moment>,
        /// Besluit, mijlpaal of voorval.
        soort: MilestoneKind,
        /// Wie het besloot of deed.
        door: Option<Ref<Partij>>,
        /// Wat het inhoudt.
        omschrijving: Option<Text>,
        /// Wat er eerst gold, als er iets veranderde.
        was: Option<Text>,
        /// Wat er sindsdien geldt.
        werd: Option<Text>,
        /// De dag waarop het hier is vastgelegd.
        vastgelegd: Option<At<Moment>>,
        /// Waar het over gaat.
        raakt: Vec<Ref<Alles>>,
    }
    name(e, model) { model.in_words(&e.naam) }
}

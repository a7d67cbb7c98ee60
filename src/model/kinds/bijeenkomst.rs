use super::Gremium;
use crate::decode::{At, Moment, Ref, Text, TimeOfDay};
use crate::entity;
use crate::model::Arranged;

entity! {
    /// Een bijeenkomst van een overleg: geweest of gepland.
    kind "bijeenkomst" / "bijeenkomsten", "Bijeenkomst" / "Bijeenkomsten", page: true, sourced: true,
        arranged: Arranged::Meetings, planned: &["datum"];
    pub struct Bijeenkomst {
        /// De naam, bijvoorbeeld "Havenraad van maart".
        naam: String,
        /// Het overleg dat bij elkaar komt.
        gremium: Ref<Gremium>,
        /// De dag. Een kwartaal of jaar mag ook; in een agenda komt alleen een dag.
        datum: At<Moment>,
        /// Hoe laat het begint: "14:00".
        begint: Option<At<TimeOfDay>>,
        /// Hoe laat het eindigt: "16:00".
        eindigt: Option<At<TimeOfDay>>,
        /// Waar het is.
        plaats: Option<Text>,
        /// Wat er op de agenda staat, in volgorde.
        agenda: Vec<Text>,
        /// De stukken, elk als link: "[Verslag](https://…)".
        document: Vec<Text>,
        /// true: de bijeenkomst gaat niet door.
        vervallen: Option<bool>,
    }
    name(e, _model) { e.naam.clone() }
}

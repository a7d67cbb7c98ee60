use super::{Alles, Bijeenkomst, Keuze, Partij};
use crate::decode::{At, Moment, Ref, Text};
use crate::entity;
use crate::model::Arranged;

entity! {
    /// Een besluit dat is genomen, met het stuk waarin het staat.
    kind "besluit" / "besluiten", "Besluit" / "Besluiten", page: true, sourced: true,
        arranged: Arranged::Decisions, happened: true;
    pub struct Besluit {
        /// Wat er is besloten, in een paar woorden. Een verwijzing naar een gegeven mag erin.
        naam: Text,
        /// De dag waarop het is besloten.
        datum: At<Moment>,
        /// Wie het besloot: een overleg of organisatie.
        door: Ref<Partij>,
        /// Wat het besluit inhoudt, in een of twee zinnen.
        omschrijving: Text,
        /// De stukken waarin het staat, elk als link: "[Besluit van 3 maart](https://…)".
        document: Vec<Text>,
        /// De bijeenkomst waarin het is besloten.
        bijeenkomst: Option<Ref<Bijeenkomst>>,
        /// De keuze die ermee is gemaakt.
        keuze: Option<Ref<Keuze>>,
        /// Vanaf wanneer het geldt, als dat een andere dag is.
        vanaf: Option<At<Moment>>,
        /// Tot en met wanneer het geldt, als het een einde heeft.
        tot: Option<At<Moment>>,
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

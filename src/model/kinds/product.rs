use super::{Partij, Stap};
use crate::decode::{At, Ref, Text};
use crate::model::{Citation, Loop, Phase, Status};
use crate::{entity, record};

record! {
    /// Een fase van een product: wie is aan zet?
    pub struct Fase {
        /// De fase.
        fase: Phase,
        /// Wie aan zet is.
        wie: Option<Ref<Partij>>,
        /// In welke rol.
        rol: Option<Text>,
        /// Hoe vast staat dit?
        status: At<Status>,
        /// Waar het vandaan komt.
        bron: Vec<Citation>,
        /// Wat erbij hoort te worden gezegd.
        toelichting: Option<Text>,
    }
}

entity! {
    /// Een product van de beleidscyclus.
    kind "product" / "producten", "Product" / "Producten van de beleidscyclus", page: true, sourced: true,
        telling_name: true, weight: 110;
    pub struct Product {
        /// De naam zoals die op de site staat.
        naam: String,
        /// De lus waar het product bij hoort.
        lus: Loop,
        /// Wat is het?
        omschrijving: Text,
        /// Wie de leiding heeft.
        in_de_lead: Option<Ref<Partij>>,
        /// De stap in de cyclus.
        stap: Option<Ref<Stap>>,
        /// Wie in welke fase aan zet is.
        fase: Vec<Fase>,
    }
    name(e, _model) { e.naam.clone() }
}

use super::Gremium;
use crate::decode::{Ref, Text};
use crate::entity;

entity! {
    /// Een functie in de samenwerking; nooit een persoon.
    kind "rol" / "rollen", "Functie" / "Functies", page: false, sourced: true,
        weight: 110;
    pub struct Rol {
        /// De naam van de functie.
        naam: String,
        /// Wat doet deze functie?
        omschrijving: Option<Text>,
        /// De taken.
        taken: Vec<Text>,
        /// Het overleg waar de functie bij hoort.
        gremium: Option<Ref<Gremium>>,
        /// Omvang in fte.
        fte: Option<f64>,
    }
    name(e, _model) { e.naam.clone() }
}

use super::Alles;
use crate::decode::{Ref, Text};
use crate::entity;
use crate::model::Arranged;

entity! {
    /// Een vraag van een lezer, met het antwoord in een of twee zinnen.
    kind "vraag" / "vragen", "Vraag" / "Vragen en antwoorden", page: false, sourced: true,
        arranged: Arranged::ByGoal, answers: true, weight: 105;
    pub struct Vraag {
        /// De vraag, zoals een lezer die stelt.
        vraag: String,
        /// Dezelfde vraag in andere woorden: voor het zoeken.
        ook: Vec<String>,
        /// Het antwoord in een of twee zinnen.
        antwoord: Text,
        /// Waar meer staat: het id van een gegeven.
        naar: Option<Ref<Alles>>,
    }
    name(e, _model) { e.vraag.clone() }
}

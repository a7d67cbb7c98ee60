use super::Uitvoerder;
use crate::decode::{Ref, Text};
use crate::entity;
use crate::model::Arranged;

entity! {
    /// Met welke vraag naar wie.
    kind "route" / "routes", "Route" / "Met welke vraag naar wie?", page: false, sourced: true,
        arranged: Arranged::ByGoal, answers: true, weight: 105;
    pub struct Route {
        /// De vraag, zoals iemand die zou stellen.
        vraag: String,
        /// Dezelfde vraag in andere woorden: voor het zoeken.
        ook: Vec<String>,
        /// Bij wie u moet zijn.
        naar: Ref<Uitvoerder>,
        /// Het antwoord in een of twee zinnen.
        antwoord: Text,
        /// Plaats in de lijst.
        volgorde: Option<i64>,
        /// Woorden waarop iemand zoekt.
        trefwoorden: Vec<String>,
    }
    name(e, _model) { e.vraag.clone() }
}

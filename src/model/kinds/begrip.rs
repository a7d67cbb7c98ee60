use super::Alles;
use crate::decode::{Ref, Text};
use crate::entity;
use crate::model::Arranged;

entity! {
    /// Een woord of afkorting die uitleg nodig heeft.
    kind "begrip" / "begrippen", "Begrip" / "Begrippen", page: false, sourced: false,
        arranged: Arranged::Alphabet, terms: true, weight: 105;
    pub struct Begrip {
        /// Het begrip, voluit.
        naam: String,
        /// De afkorting.
        afkorting: Option<String>,
        /// Wat het betekent, in gewone woorden.
        betekenis: Text,
        /// Andere woorden voor hetzelfde.
        synoniemen: Vec<String>,
        /// Het begrip dat nu wordt gebruikt, als dit verouderd is.
        vervangen_door: Option<Ref<Begrip>>,
        /// Wat ermee te maken heeft.
        zie: Vec<Ref<Alles>>,
    }
    name(e, _model) {
        match &e.afkorting {
            Some(short) => format!("{} ({short})", e.naam),
            None => e.naam.clone(),
        }
    }
}

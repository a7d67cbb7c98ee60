use crate::decode::Text;
use crate::entity;
use crate::model::Colour;

entity! {
    /// Een hoofdlijn van het plan.
    kind "spoor" / "sporen", "Spoor" / "Sporen", page: true, sourced: true,
        weight: 110;
    pub struct Spoor {
        /// De naam zoals die op de site staat.
        naam: String,
        /// Het nummer.
        nummer: i64,
        /// De kleur.
        kleur: Option<Colour>,
        /// Waar gaat dit spoor over?
        omschrijving: Text,
    }
    name(e, _model) { e.naam.clone() }
}

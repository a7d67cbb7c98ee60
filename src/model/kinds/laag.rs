use crate::decode::Text;
use crate::entity;
use crate::model::Colour;

entity! {
    /// Een laag waarin overleggen en organisaties staan, zoals bestuurlijk of ambtelijk.
    kind "laag" / "lagen", "Laag" / "Lagen", page: false, sourced: false;
    pub struct Laag {
        /// De naam zoals die op de site staat.
        naam: String,
        /// Wat gebeurt er in deze laag?
        omschrijving: Option<Text>,
        /// De kleur van deze laag.
        kleur: Option<Colour>,
        /// Plaats van boven naar beneden; een lager getal staat hoger.
        volgorde: i64,
    }
    name(e, _model) { e.naam.clone() }
}

use crate::decode::Text;
use crate::entity;
use crate::model::{Colour, Form};

entity! {
    /// Hoe hecht een band is.
    kind "niveau" / "niveaus", "Niveau" / "Niveaus van samenwerking", page: true, sourced: true;
    pub struct Niveau {
        /// De naam zoals die op de site staat.
        naam: String,
        /// Wat dit niveau betekent, in een paar woorden.
        betekenis: Text,
        /// De vorm van de lijn waarmee dit niveau wordt getekend.
        vorm: Form,
        /// De kleur, die de vorm herhaalt.
        kleur: Option<Colour>,
        /// Plaats op de ladder: 1 is het lichtst. Niet invullen voor wat geen trede is.
        rang: Option<i64>,
        /// Waaraan u dit niveau herkent.
        kenmerken: Vec<Text>,
    }
    name(e, _model) { e.naam.clone() }
}

use crate::decode::Text;
use crate::entity;
use crate::model::{Colour, Form};

entity! {
    /// Hoe hecht een band is.
    kind "niveau" / "niveaus", "Niveau" / "Niveaus van samenwerking", page: true, sourced: true,
        terms: true, weight: 130;
    pub struct Niveau {
        /// De naam zoals die op de site staat.
        naam: String,
        /// Wat dit niveau betekent, in een paar woorden.
        betekenis: Text,
        /// De vorm van de lijn waarmee dit niveau wordt getekend. Zonder vorm: hoe hoger de rang, hoe dichter geweven.
        vorm: Option<Form>,
        /// Een eigen teken: een pad van SVG in een vak van 20 bij 20. Zonder teken staan er balkjes tot en met de trede.
        teken: Option<String>,
        /// Wordt niet getekend. Alle niveaus hebben één inkt; kleuren zijn er voor de lagen.
        kleur: Option<Colour>,
        /// Plaats op de ladder: 1 is het lichtst. Niet invullen voor wat geen trede is.
        rang: Option<i64>,
        /// Waaraan u dit niveau herkent.
        kenmerken: Vec<Text>,
    }
    name(e, _model) { e.naam.clone() }
}

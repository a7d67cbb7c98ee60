use crate::decode::Text;
use crate::entity;

entity! {
    /// Een getal dat op één plek staat en overal wordt gebruikt.
    kind "cijfer" / "cijfers", "Cijfer" / "Kerncijfers", page: false, sourced: true;
    pub struct Cijfer {
        /// Waar het getal voor staat.
        naam: String,
        /// Het getal, met een punt voor de decimalen.
        waarde: f64,
        /// De eenheid: fte, euro, uur, dagen, jaar, procent, of een ander woord.
        eenheid: String,
        /// Aantal cijfers achter de komma.
        decimalen: Option<i64>,
        /// true: het is een ongeveer-getal ("circa").
        ongeveer: Option<bool>,
        /// Hoe het is berekend.
        berekening: Option<Text>,
        /// true: tonen op de voorpagina.
        kern: Option<bool>,
    }
    name(e, _model) { e.naam.clone() }
}

use crate::decode::Text;
use crate::entity;
use crate::model::ContributionKind;

entity! {
    /// Wat deelnemers bijdragen.
    kind "bijdrage" / "bijdragen", "Bijdrage" / "Bijdragen", page: false, sourced: true;
    pub struct Bijdrage {
        /// De naam zoals die op de site staat.
        naam: String,
        /// Geld of eigen inzet.
        soort: ContributionKind,
        /// Wat is het en waar is het voor?
        omschrijving: Text,
        /// Per deelnemer, in fte.
        fte: Option<f64>,
        /// Per deelnemer, in uren per jaar.
        uren: Option<f64>,
        /// Per deelnemer, in euro per jaar.
        euro: Option<f64>,
        /// true: het bedrag in euro is een indicatie ("circa").
        ongeveer: Option<bool>,
        /// Over hoeveel bijdragen het wordt verdeeld.
        eenheden: Option<i64>,
        /// Voor hoe lang.
        periode: Option<String>,
        /// Hoe het is berekend.
        berekening: Vec<Text>,
    }
    name(e, _model) { e.naam.clone() }
}

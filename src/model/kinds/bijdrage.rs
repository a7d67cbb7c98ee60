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

impl Bijdrage {
    /// More shares nobody can tell apart in a drawing.
    pub const MOST_SHARES: i64 = 1_000;

    /// Over how many it is shared, when that can be.
    pub fn shares(&self) -> Option<usize> {
        let shares = self.eenheden.filter(|shares| (1..=Self::MOST_SHARES).contains(shares))?;
        usize::try_from(shares).ok()
    }
}

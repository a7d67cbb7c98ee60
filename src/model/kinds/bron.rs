use crate::decode::{At, Moment, Text};
use crate::{entity, record};

record! {
    /// Een deel van een bron waarnaar kan worden verwezen.
    pub struct Sectie {
        /// Korte naam voor verwijzingen, uniek binnen de bron.
        id: At<String>,
        /// De naam van het deel.
        naam: String,
    }
}

entity! {
    /// Een document of register waarop de gegevens rusten.
    kind "bron" / "bronnen", "Bron" / "Bronnen", page: true, sourced: false,
        weight: 70;
    pub struct Bron {
        /// De naam zoals die op de site staat.
        naam: String,
        /// Een korte naam voor in bronregels.
        kort: Option<String>,
        /// Wat voor bron: plan, wet, register, website.
        soort: Option<String>,
        /// De datum van de bron.
        datum: Option<Moment>,
        /// Wat staat erin?
        omschrijving: Option<Text>,
        /// Het webadres.
        url: Option<String>,
        /// Wie de bron heeft gemaakt.
        uitgever: Option<String>,
        /// De delen waarnaar kan worden verwezen.
        sectie: Vec<Sectie>,
    }
    name(e, _model) { e.naam.clone() }
}

use super::Spoor;
use crate::decode::{Kinds, Ref, Text, When};
use crate::entity;
use crate::model::Arranged;

/// Who can do something: a body, a function or an organisation.
#[derive(Debug, Clone, PartialEq)]
pub struct Uitvoerder;

impl Kinds for Uitvoerder {
    const KINDS: &'static [&'static str] = &["gremium", "rol", "organisatie"];
}

/// Who can own something: a body or a function.
#[derive(Debug, Clone, PartialEq)]
pub struct Eigenaar;

impl Kinds for Eigenaar {
    const KINDS: &'static [&'static str] = &["gremium", "rol"];
}

entity! {
    /// Een opgave van het plan.
    kind "opgave" / "opgaven", "Opgave" / "Opgaven", page: true, sourced: true,
        arranged: Arranged::Under("spoor"), weight: 110;
    pub struct Opgave {
        /// De naam zoals die op de site staat.
        naam: String,
        /// Het nummer.
        nummer: i64,
        /// Het spoor waar de opgave bij hoort.
        spoor: Ref<Spoor>,
        /// Wat moet ermee worden bereikt?
        doel: Text,
        /// Wat ligt er als het klaar is.
        resultaat: Vec<Text>,
        /// Waaruit de opgave bestaat.
        onderdelen: Vec<Text>,
        /// Wie ervoor zorgt.
        eigenaar: Option<Ref<Eigenaar>>,
        /// Wie eraan meewerkt.
        betrokken: Vec<Ref<Uitvoerder>>,
        /// Wanneer het klaar moet zijn.
        oplevering: Option<When>,
    }
    name(e, _model) { e.naam.clone() }
}

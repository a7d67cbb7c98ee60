use crate::decode::{At, Decoder, Field, Ref, Shape, Shown, Text, Value};
use crate::entity;
use crate::model::Ids;

/// What a figure is worked out from: another figure, or a plain number.
#[derive(Debug, Clone, PartialEq)]
pub enum Term {
    /// Another figure.
    Figure(Ref<Cijfer>),
    /// A number that stands nowhere else.
    Number(f64),
}

impl Field for Term {
    fn decode(value: &Value<'_>, decoder: &mut Decoder<'_>) -> Option<Self> {
        match value.get_ref().as_str() {
            Some(_) => Ref::decode(value, decoder).map(Self::Figure),
            None => f64::decode(value, decoder).map(Self::Number),
        }
    }
    fn shape() -> Shape {
        Shape::Either(vec![Ref::<Cijfer>::shape(), Shape::Number])
    }
    fn shown(&self) -> Shown<'_> {
        match self {
            Self::Figure(id) => id.shown(),
            Self::Number(number) => Shown::Number(*number),
        }
    }
}

entity! {
    /// Een getal dat op één plek staat en overal wordt gebruikt.
    kind "cijfer" / "cijfers", "Cijfer" / "Kerncijfers", page: false, sourced: true,
        ids: Ids::Dotted, weight: 70;
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
        /// De cijfers en getallen die samen dit cijfer zijn; het wordt nagerekend.
        som_van: Vec<Term>,
        /// De cijfers en getallen die vermenigvuldigd dit cijfer zijn; het wordt nagerekend.
        product_van: Vec<Term>,
        /// Waardoor de som of het product wordt gedeeld.
        gedeeld_door: Option<Term>,
        /// Op hoeveel cijfers achter de komma de uitkomst is afgerond.
        afgerond_op: Option<At<i64>>,
        /// Wat dit cijfer telt in de gegevens: "gremia", of "organisaties." met een soort erachter. Het wordt nageteld.
        telt: Option<At<String>>,
        /// true: tonen op de voorpagina.
        kern: Option<bool>,
    }
    name(e, _model) { e.naam.clone() }
}

use super::{Gremium, Niveau};
use crate::decode::{At, Kinds, Moment, Ref, Text};
use crate::model::{Arranged, Citation, Direction, Ids, RelationKind, Status};
use crate::{entity, record};
use jiff::civil::Date;

/// What a relation can connect.
#[derive(Debug, Clone, PartialEq)]
pub struct Partij;

impl Kinds for Partij {
    const KINDS: &'static [&'static str] = &["gremium", "organisatie"];
}

record! {
    /// Hoe hecht de band is vanaf een moment. Meer blokken vormen de geschiedenis.
    pub struct NiveauStap {
        /// Het niveau.
        niveau: Ref<Niveau>,
        /// Vanaf wanneer.
        vanaf: Option<At<Moment>>,
        /// Het overleg of bestuur dat het niveau heeft bepaald.
        besluit_van: Option<Ref<Gremium>>,
        /// Hoe vast staat dit?
        status: At<Status>,
        /// Waar het vandaan komt.
        bron: Vec<Citation>,
        /// Waarop het niveau rust.
        toelichting: Option<Text>,
    }
}

impl NiveauStap {
    /// Does it begin after this day? Without a day nothing lies ahead.
    pub fn is_to_come(&self, day: Option<Date>) -> bool {
        day.zip(self.vanaf.as_ref()).is_some_and(|(day, from)| from.first_day() > day)
    }
}

record! {
    /// Het niveau waar de band naartoe moet groeien.
    pub struct Ambitie {
        /// Het niveau.
        niveau: Ref<Niveau>,
        /// Hoe vast staat dit?
        status: At<Status>,
        /// Waar het vandaan komt.
        bron: Vec<Citation>,
        /// Waarop de ambitie rust.
        toelichting: Option<Text>,
    }
}

entity! {
    /// Een band tussen twee overleggen of organisaties.
    kind "relatie" / "relaties", "Band" / "Banden", page: true, sourced: true,
        ids: Ids::Ends, arranged: Arranged::ByLevel, expected: &["niveau"], telling_name: true;
    pub struct Relatie {
        /// Waar de band begint: een overleg of organisatie.
        van: Ref<Partij>,
        /// Waar de band heen gaat.
        naar: Ref<Partij>,
        /// Wat voor band het is.
        soort: RelationKind,
        /// Van wie iets voorlegt, opdraagt of geeft, naar wie het krijgt. Daarheen wijst de pijl; zonder richting is er geen pijl.
        richting: Option<Direction>,
        /// Waar de band over gaat, kort.
        onderwerp: Text,
        /// Wat is afgesproken, of wat de bron voorstelt.
        afspraken: Vec<Text>,
        /// Hoe hecht de band is, met zijn geschiedenis.
        niveau: Vec<NiveauStap>,
        /// Waar de band naartoe moet groeien.
        ambitie: Option<Ambitie>,
    }
    name(e, model) { format!("{} – {}", model.name_of(&e.van.id), model.name_of(&e.naar.id)) }
}

impl Relatie {
    /// From whom to whom it goes, when it has a direction.
    pub fn directed(&self) -> Option<[&Ref<Partij>; 2]> {
        match self.richting? {
            Direction::Heen => Some([&self.van, &self.naar]),
            Direction::Terug => Some([&self.naar, &self.van]),
        }
    }

    /// The level that holds on a day: the last step that has begun by then.
    pub fn level_on(&self, day: Option<Date>) -> Option<&NiveauStap> {
        self.niveau.iter().rfind(|step| !step.is_to_come(day))
    }
}

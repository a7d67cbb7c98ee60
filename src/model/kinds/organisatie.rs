use super::Laag;
use crate::decode::{At, Ref, Text};
use crate::model::{Arranged, Participation};
use crate::{entity, record};

record! {
    /// Plaats op de schematische tegelkaart.
    pub struct Tegel {
        /// De rij, van boven naar beneden.
        rij: f64,
        /// De plaats in de rij, van links naar rechts; halve stappen mogen.
        kolom: f64,
    }
}

impl Tegel {
    /// More rows or columns make a map that nobody sees whole.
    pub const MOST: f64 = 50.0;

    /// Does it lie on a map?
    pub fn fits(&self) -> bool {
        [self.rij, self.kolom].iter().all(|at| (0.0..=Self::MOST).contains(at))
    }
}

record! {
    /// Plaats op aarde.
    pub struct Ligging {
        /// Lengtegraad.
        lon: f64,
        /// Breedtegraad.
        lat: f64,
    }
}

entity! {
    /// Een organisatie die meedoet of meewerkt.
    kind "organisatie" / "organisaties", "Partner" / "Partners", page: true, sourced: true,
        arranged: Arranged::ByParticipation, sort: Some("soort"), weight: 145;
    pub struct Organisatie {
        /// De naam zoals die op de site staat.
        naam: String,
        /// Een korte naam voor in tekeningen.
        kort: Option<String>,
        /// Wat voor organisatie, in een of twee woorden
        soort: At<String>,
        /// Andere namen en afkortingen.
        aliassen: Vec<String>,
        /// Wat is het en waarom doet het mee?
        omschrijving: Option<Text>,
        /// Het adres in het register van overheidsorganisaties (TOOI).
        tooi: Option<String>,
        /// Het adres van de eigen website.
        website: Option<String>,
        /// De laag waarin de organisatie op de relatiekaart staat.
        laag: Option<Ref<Laag>>,
        /// Hoe de organisatie meedoet.
        deelname: Option<Participation>,
        /// Plaats op de tegelkaart.
        tegel: Option<Tegel>,
        /// Plaats op aarde van het naamlabel.
        ligging: Option<Ligging>,
        /// Organisaties waaraan deze grenst.
        buren: Vec<Ref<Organisatie>>,
        /// De ambtelijke organisatie, als die wordt gedeeld.
        ambtelijke_organisatie: Option<Ref<Organisatie>>,
    }
    name(e, _model) { e.naam.clone() }
}

use super::{Keuze, Laag, Organisatie, Rol};
use crate::decode::{At, Ref, Text};
use crate::model::{Arranged, Citation, Status};
use crate::{entity, record};

record! {
    /// Wie in een overleg zit: vul één van organisatie, rol, gremium of groep in.
    pub struct Lid {
        /// De organisatie die erin zit.
        organisatie: Option<Ref<Organisatie>>,
        /// De functie die erin zit.
        rol: Option<Ref<Rol>>,
        /// Het overleg dat vertegenwoordigd is.
        gremium: Option<Ref<Gremium>>,
        /// Een groep in woorden, zoals "alle deelnemers".
        groep: Option<Text>,
        /// Bij een groep: de soort organisaties die er allemaal in zitten: het woord dat bij hen bij soort staat.
        soort: Option<At<String>>,
        /// In welke functie: voorzitter, secretaris, lid.
        functie: Option<String>,
        /// Voor hoe lang.
        periode: Option<String>,
        /// De keuze die bepaalt wie dit is.
        keuze: Option<Ref<Keuze>>,
        /// Hoe vast staat dit?
        status: Option<At<Status>>,
        /// Waar het vandaan komt.
        bron: Vec<Citation>,
        /// Wat erbij hoort te worden gezegd.
        toelichting: Option<Text>,
    }
}

impl Lid {
    /// Does this membership hold for the organisation: by name, alone or in a group, or because all of its sort are in it?
    pub fn includes(&self, organisation: &Organisatie) -> bool {
        let id = organisation.id.value.as_str();
        self.organisatie.as_ref().is_some_and(|o| o.id == id)
            || self.groep.as_ref().is_some_and(|group| group.names(id))
            || self.soort.as_ref().is_some_and(|s| s.value == organisation.soort.value)
    }
}

entity! {
    /// Een overleg of groep waarin partijen samenwerken.
    kind "gremium" / "gremia", "Overleg" / "Overleggen", page: true, sourced: true,
        arranged: Arranged::Under("laag"), expected: &["lid"], weight: 130;
    pub struct Gremium {
        /// De naam zoals die op de site staat.
        naam: String,
        /// Een korte naam voor in tekeningen.
        kort: Option<String>,
        /// Andere namen en afkortingen.
        aliassen: Vec<String>,
        /// De laag waarin het overleg staat.
        laag: Ref<Laag>,
        /// Wat is het? Een of twee zinnen.
        omschrijving: Text,
        /// true: dit overleg neemt zelf besluiten.
        besluit: bool,
        /// Hoe het met besluiten zit, in een zin.
        besluit_toelichting: Option<Text>,
        /// Hoe vast dat staat, als het anders is dan bij het overleg zelf.
        besluit_status: Option<At<Status>>,
        /// Wat het overleg doet.
        taken: Vec<Text>,
        /// Wie erin zit.
        lid: Vec<Lid>,
        /// Hoe vaak het bij elkaar komt.
        vergadert: Option<Text>,
        /// false: niet tekenen op de relatiekaart.
        op_kaart: Option<bool>,
    }
    name(e, _model) { e.naam.clone() }
}

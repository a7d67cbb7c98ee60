use super::{Gremium, Keuze, Mijlpaal, Rol, Route};
use crate::decode::{At, Ref, Text};
use crate::entity;
use crate::model::Participation;

entity! {
    /// Een plek in de samenwerking, zoals bestuurder: wat iemand daar moet weten, per organisatie op één pagina.
    kind "plek" / "mijn-plek", "Plek" / "Mijn plek", page: true, sourced: true;
    pub struct Plek {
        /// De naam, in één woord.
        naam: String,
        /// Wat iemand op deze plek doet, in een of twee korte zinnen: de titel van de pagina. `{organisatie}` wordt de naam van de organisatie.
        kop: Text,
        /// Wat hoort bij deze plek? Een of twee zinnen.
        omschrijving: Option<Text>,
        /// Hoe de organisaties meedoen waar deze plek is.
        deelname: Vec<Participation>,
        /// Alleen organisaties van deze soort: het woord dat bij hen bij soort staat.
        soort: Option<At<String>>,
        /// De overleggen waar iemand op deze plek mee te maken heeft.
        gremia: Vec<Ref<Gremium>>,
        /// De functies die iemand op deze plek kan hebben.
        rollen: Vec<Ref<Rol>>,
        /// Wat er van iemand op deze plek wordt gevraagd.
        taken: Vec<Text>,
        /// De besluiten en mijlpalen die deze plek raken.
        mijlpalen: Vec<Ref<Mijlpaal>>,
        /// De vragen die iemand op deze plek heeft.
        routes: Vec<Ref<Route>>,
        /// De keuzes die deze plek raken.
        keuzes: Vec<Ref<Keuze>>,
        /// Plaats in de lijst.
        volgorde: Option<i64>,
    }
    name(e, _model) { e.naam.clone() }
}

//! What a fenced block asks for: the kind of infographic, and the keys that kinds have.

use crate::decode::{At, Moment, Ref, Shown, Text};
use crate::model::check_reference;
use crate::model::kinds::{Bijdrage, Cijfer, Gremium, Laag, Organisatie, Partij, Relatie, Spoor};
use crate::pages::writing::Writer;
use crate::{choice, record};

choice! {
    /// De soorten infographics.
    pub enum InfographicKind {
        /// Wie werkt met wie samen, en hoe hecht?
        Relatiekaart = "relatiekaart",
        /// Waar staan we, waar willen we heen?
        Ladder = "ladder",
        /// Wie werkt met wie samen, als draden met banden ertussen?
        Weefsel = "weefsel",
        /// Wie zit waar?
        Organogram = "organogram",
        /// Wat dragen we bij, en waaraan?
        Bijdrage = "bijdrage",
        /// Waar, en met wie?
        Tegelkaart = "tegelkaart",
        /// Welke verbanden zijn er, welke ontbreken?
        Relatiematrix = "relatiematrix",
        /// Wat zijn de kerncijfers?
        Kerncijfers = "kerncijfers",
        /// Wat is het verschil tussen deze twee?
        Tegenover = "tegenover",
        /// Hoe groeide een band?
        Niveauverloop = "niveauverloop",
        /// Wie doet wat in de beleidscyclus?
        Big8 = "big8",
        /// Wat gebeurt er wanneer?
        Planning = "planning",
        /// Hoe hangen de opgaven samen?
        Boom = "boom",
        /// Wie is aan zet, per product en per fase?
        Rollenmatrix = "rollenmatrix",
        /// Hoe wordt een voorstel een besluit?
        Besluitroute = "besluitroute",
        /// Met welke vraag naar wie?
        Wegwijzer = "wegwijzer",
        /// Wat moet nog worden besloten?
        Keuzebord = "keuzebord",
    }
}

choice! {
    /// Waarnaar de tegels van een tegelkaart worden gegroepeerd.
    pub enum TileGroup {
        /// Wie de ambtelijke organisatie met een ander deelt.
        AmbtelijkeOrganisatie = "ambtelijke organisatie",
        /// Hoe de organisatie meedoet.
        Deelname = "deelname",
        /// Wat voor organisatie het is.
        Soort = "soort",
    }
}

record! {
    /// Een staaf in een tekening van bijdragen.
    pub struct Bar {
        /// De naam van de staaf.
        naam: String,
        /// De cijfers waaruit de staaf bestaat.
        delen: Vec<Ref<Cijfer>>,
    }
}

record! {
    /// Een waarde op een tegel.
    pub struct TileValue {
        /// De organisatie.
        organisatie: Ref<Organisatie>,
        /// De waarde in woorden: tegels met dezelfde waarde krijgen dezelfde kleur.
        waarde: String,
    }
}

record! {
    /// Een infographic in een pagina.
    pub struct InfographicBlock {
        /// De soort infographic.
        soort: InfographicKind,
        /// De titel: een vraag of een bevinding.
        titel: Option<String>,
        /// Wat de tekening laat zien, in één zin. Die wordt de titel; de vraag staat er klein boven.
        bevinding: Option<Text>,
        /// Alleen de banden van dit overleg of deze organisatie.
        rond: Option<Ref<Partij>>,
        /// Een zin die zegt hoe u de tekening leest.
        onderschrift: Option<String>,
        /// Alleen deze laag.
        laag: Option<Ref<Laag>>,
        /// De bijdrage waar het om gaat.
        bijdrage: Option<Ref<Bijdrage>>,
        /// De cijfers waaraan de bijdragen worden besteed.
        delen: Vec<Ref<Cijfer>>,
        /// Staven, elk met een naam en de cijfers waaruit zij bestaan.
        staaf: Vec<Bar>,
        /// Het cijfer waarmee de staven worden vergeleken.
        vergelijk: Option<Ref<Cijfer>>,
        /// Waarnaar de tegels worden gegroepeerd.
        groep: Option<TileGroup>,
        /// Alleen wie in dit overleg zit, krijgt kleur.
        leden_van: Option<Ref<Gremium>>,
        /// De waarde van elke tegel.
        tegel: Vec<TileValue>,
        /// De cijfers die u wilt tonen.
        cijfers: Vec<Ref<Cijfer>>,
        /// Het overleg of de organisatie aan de linkerkant.
        links: Option<Ref<Partij>>,
        /// Het overleg of de organisatie aan de rechterkant.
        rechts: Option<Ref<Partij>>,
        /// De band waar het om gaat.
        relatie: Option<Ref<Relatie>>,
        /// Alleen dit spoor.
        spoor: Option<Ref<Spoor>>,
        /// Het eerste kwartaal of jaar dat te zien is.
        van: Option<At<Moment>>,
        /// Het laatste kwartaal of jaar dat te zien is.
        tot: Option<At<Moment>>,
        /// Een streep op deze dag.
        vandaag: Option<At<Moment>>,
    }
}

impl InfographicKind {
    /// The question that kinds share, for the page that shows them all.
    pub fn theme(self) -> Theme {
        match self {
            Self::Relatiekaart
            | Self::Weefsel
            | Self::Relatiematrix
            | Self::Ladder
            | Self::Niveauverloop
            | Self::Tegelkaart => Theme::Ties,
            Self::Organogram | Self::Big8 | Self::Rollenmatrix | Self::Tegenover => Theme::Roles,
            Self::Besluitroute | Self::Wegwijzer | Self::Keuzebord => Theme::Choices,
            Self::Planning | Self::Boom => Theme::Work,
            Self::Bijdrage | Self::Kerncijfers => Theme::Amounts,
        }
    }
}

/// What infographics tell about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Theme {
    /// Who works with whom.
    Ties,
    /// Who does what.
    Roles,
    /// What happens when.
    Work,
    /// How choices are made.
    Choices,
    /// What it takes.
    Amounts,
}

impl InfographicBlock {
    /// The main line that it asks for.
    pub(super) fn only(&self) -> Option<&str> {
        self.spoor.as_ref().map(|spoor| spoor.id.as_str())
    }
}

/// Tells of every reference in a value that leads nowhere, or to a record of another kind.
pub fn check_references(writer: &mut Writer<'_>, shown: &Shown<'_>) {
    match shown {
        Shown::Reference { id, place, kinds } => {
            check_reference(writer.model(), id, *place, kinds, &mut writer.problems);
        }
        Shown::List(items) => items.iter().for_each(|item| check_references(writer, item)),
        Shown::Table(fields) => fields.iter().for_each(|(_, item)| check_references(writer, item)),
        _ => {}
    }
}

//! What a fenced block asks for: the kind of infographic, and the keys that kinds have.

use crate::decode::{At, Moment, Ref, Shown, Text};
use crate::model::check_reference;
use crate::model::kinds::{Bijdrage, Cijfer, Gremium, Laag, Organisatie, Partij, Relatie, Spoor};
use crate::pages::writing::Writer;
use crate::{choice, record};

/// The kinds of infographic, in the order in which the gallery shows them. **A new kind is one entry here** (and two files): the
/// question that it answers, its word, its theme, what makes it, the keys that it uses besides the common ones, and what the data
/// must hold for it. Whoever needs all kinds hands a macro to this list.
macro_rules! all_infographics {
    ($with:ident) => {
        $with! {
            /// Wie werkt met wie samen, en hoe hecht?
            Relatiekaart = "relatiekaart", Ties, relatiekaart::from_block, ["rond"],
                needs "een [[gremium]] dat op de kaart staat, of een [[relatie]]";
            /// Waar staan we, waar willen we heen?
            Ladder = "ladder", Ties, ladder::from_block, ["rond"],
                needs "een [[relatie]] tussen twee overleggen of organisaties";
            /// Wie werkt met wie samen, als draden met banden ertussen?
            Weefsel = "weefsel", Ties, relatiekaart::weave_from_block, ["rond"],
                needs "een [[gremium]] dat op de kaart staat, of een [[relatie]]";
            /// Wie zit waar?
            Organogram = "organogram", Roles, organogram::from_block, ["laag"],
                needs "een [[gremium]] of [[organisatie]] in deze laag";
            /// Wat dragen we bij, en waaraan?
            Bijdrage = "bijdrage", Amounts, bijdrage::from_block, ["bijdrage", "delen", "staaf", "vergelijk"],
                needs "een [[bijdrage]] met cijfers";
            /// Waar, en met wie?
            Tegelkaart = "tegelkaart", Ties, tegelkaart::from_block, ["groep", "leden_van", "tegel"],
                needs "een [[organisatie]] met een plaats bij de sleutel tegel";
            /// Welke verbanden zijn er, welke ontbreken?
            Relatiematrix = "relatiematrix", Ties, relatiematrix::from_block, ["laag"],
                needs "een [[gremium]] of [[organisatie]] in een laag";
            /// Wat zijn de kerncijfers?
            Kerncijfers = "kerncijfers", Amounts, kerncijfers::from_block, ["cijfers"],
                needs "een [[cijfer]] met kern = true, of cijfers bij de sleutel cijfers";
            /// Wat is het verschil tussen deze twee?
            Tegenover = "tegenover", Roles, tegenover::from_block, ["links", "rechts"],
                needs "twee overleggen of organisaties";
            /// Hoe groeide een band?
            Niveauverloop = "niveauverloop", Ties, verloop::from_block, ["relatie"],
                needs "een [[relatie.niveau]] of [relatie.ambitie] bij deze band";
            /// Wie doet wat in de beleidscyclus?
            Big8 = "big8", Roles, big8::from_block, [],
                needs "een [[stap]]";
            /// Wat gebeurt er wanneer?
            Planning = "planning", Work, planning::from_block, ["spoor", "van", "tot", "vandaag"],
                needs "een [[actie]] of [[mijlpaal]] met een datum in deze jaren";
            /// Hoe hangen de opgaven samen?
            Boom = "boom", Work, boom::from_block, ["spoor"],
                needs "een [[spoor]]";
            /// Wie is aan zet, per product en per fase?
            Rollenmatrix = "rollenmatrix", Roles, rollenmatrix::from_block, [],
                needs "een [[product]] met een [[product.fase]]";
            /// Hoe wordt een voorstel een besluit?
            Besluitroute = "besluitroute", Choices, besluitroute::from_block, [],
                needs "een [[besluitstap]]";
            /// Met welke vraag naar wie?
            Wegwijzer = "wegwijzer", Choices, wegwijzer::from_block, [],
                needs "een [[route]]";
            /// Wat moet nog worden besloten?
            Keuzebord = "keuzebord", Choices, keuzebord::from_block, ["spoor"],
                needs "een [[keuze]] bij een opgave";
        }
    };
}
pub(super) use all_infographics;

/// What a page may ask for.
macro_rules! asked {
    ($( $(#[doc = $help:literal])+ $kind:ident = $word:literal, $theme:ident, $file:ident::$make:ident, $keys:tt, needs $needs:literal; )+) => {
        choice! {
            /// De soorten infographics.
            pub enum InfographicKind { $( $(#[doc = $help])+ $kind = $word, )+ }
        }

        impl InfographicKind {
            /// The question that kinds share, for the page that shows them all.
            pub fn theme(self) -> Theme {
                match self { $( Self::$kind => Theme::$theme, )+ }
            }

            /// What the data must hold for it, in Dutch.
            pub(super) fn needs(self) -> &'static str {
                match self { $( Self::$kind => $needs, )+ }
            }
        }
    };
}
all_infographics!(asked);

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

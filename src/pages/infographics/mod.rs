//! Makes infographics from the data: from a fenced block in a page, or for a record's own page. One file per kind turns records
//! into the rows that [`crate::infographic`] draws.

mod besluitroute;
mod big8;
mod bijdrage;
mod boom;
mod kerncijfers;
mod keuzebord;
mod ladder;
mod organogram;
mod planning;
mod relatiekaart;
mod relatiematrix;
mod rollenmatrix;
mod tegelkaart;
mod tegenover;
mod verloop;
mod wegwijzer;

pub use planning::planning_of;
pub use relatiekaart::relation_map;
pub use verloop::of_relation;

use super::writer::{Writer, lower_first};
use crate::decode::{At, Decoder, Moment, Record, Ref, Shown};
use crate::diag::{Span, words};
use crate::infographic::Infographic;
use crate::infographic::figure::Head;
use crate::infographic::legend::Level;
use crate::infographic::weave::Form;
use crate::infographic::words::{Named, PlanWords};
use crate::model::kinds::{
    Bijdrage, Cijfer, Gremium, Laag, Niveau, NiveauStap, Opgave, Organisatie, Partij, Relatie, Spoor,
};
use crate::model::{self, Colour, check_reference};
use crate::{choice, record};

choice! {
    /// De soorten infographics.
    pub enum InfographicKind {
        /// Wie werkt met wie samen, en hoe hecht?
        Relatiekaart = "relatiekaart",
        /// Waar staan we, waar willen we heen?
        Ladder = "ladder",
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
            Self::Relatiekaart | Self::Relatiematrix | Self::Ladder | Self::Niveauverloop | Self::Tegelkaart => {
                Theme::Ties
            }
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

/// Keys that every kind uses.
const COMMON: &[&str] = &["soort", "titel", "onderschrift"];

/// Makes an infographic of one kind; `None` when it cannot be made, which has been told, or when there is nothing to draw, which is told then.
type Make = fn(&mut Writer<'_>, &InfographicBlock) -> Option<Infographic>;

/// A kind: its word, what makes it, and the keys that it uses besides the common ones.
struct KindOf {
    kind: InfographicKind,
    make: Make,
    keys: &'static [&'static str],
}

const fn kind(kind: InfographicKind, make: Make, keys: &'static [&'static str]) -> KindOf {
    KindOf { kind, make, keys }
}

/// **A new kind is one line here**, one word in [`InfographicKind`], one file beside this one, and what it is drawn from in
/// [`words::pages`].
const KINDS: &[KindOf] = &[
    kind(InfographicKind::Relatiekaart, relatiekaart::from_block, &["rond"]),
    kind(InfographicKind::Ladder, ladder::from_block, &["rond"]),
    kind(InfographicKind::Organogram, organogram::from_block, &["laag"]),
    kind(InfographicKind::Bijdrage, bijdrage::from_block, &["bijdrage", "delen", "staaf", "vergelijk"]),
    kind(InfographicKind::Tegelkaart, tegelkaart::from_block, &["groep", "leden_van", "tegel"]),
    kind(InfographicKind::Relatiematrix, relatiematrix::from_block, &["laag"]),
    kind(InfographicKind::Kerncijfers, kerncijfers::from_block, &["cijfers"]),
    kind(InfographicKind::Tegenover, tegenover::from_block, &["links", "rechts"]),
    kind(InfographicKind::Niveauverloop, verloop::from_block, &["relatie"]),
    kind(InfographicKind::Big8, big8::from_block, &[]),
    kind(InfographicKind::Planning, planning::from_block, &["spoor", "van", "tot", "vandaag"]),
    kind(InfographicKind::Boom, boom::from_block, &["spoor"]),
    kind(InfographicKind::Rollenmatrix, rollenmatrix::from_block, &[]),
    kind(InfographicKind::Besluitroute, besluitroute::from_block, &[]),
    kind(InfographicKind::Wegwijzer, wegwijzer::from_block, &[]),
    kind(InfographicKind::Keuzebord, keuzebord::from_block, &["spoor"]),
];

/// The infographic of a fenced block: `toml` stands at `place`.
pub fn from_block(writer: &mut Writer<'_>, toml: &str, place: Span) -> Option<Infographic> {
    let mut decoder = Decoder::new(place.file, toml, place.start as usize);
    let table = decoder.parse();
    // Of which kind it is says which keys it may have; without a kind all are possible.
    let kind = table.get_ref().get("soort").and_then(|value| value.get_ref().as_str());
    let of = KINDS.iter().find(|of| Some(of.kind.word()) == kind);
    let keys = InfographicBlock::keys();
    let possible: Vec<&str> = keys.iter().map(|key| key.name).collect();
    let possible = of.map_or(possible, |of| COMMON.iter().chain(of.keys).copied().collect());
    decoder.unknown_keys(table.get_ref(), &possible, &keys);
    let block = InfographicBlock::decode(table.get_ref(), place, &mut decoder);
    writer.problems.extend(decoder.told());
    let (block, of) = (block?, of?);
    let before = writer.problems.len();
    for (key, _) in table.get_ref() {
        let name: &str = key.get_ref();
        if keys.iter().any(|known| known.name == name) && !possible.contains(&name) {
            let start = place.start as usize;
            let at = Span::new(place.file, start + key.span().start..start + key.span().end);
            writer.problems.push(words::pages::unused_key(at, name, of.kind.word(), &possible));
        }
    }
    for (_, shown) in block.values() {
        check_references(writer, &shown);
    }
    if writer.problems.len() > before {
        return None;
    }
    let made = (of.make)(writer, &block).map(|made| made.with_names_said_once().with_pieces());
    if !writer.site().whole {
        // What could not be read is not there to be drawn: that has been told where it stands.
        writer.problems.retain(|problem| problem.code != words::pages::NOT_ON_MAP);
    } else if made.is_none() && writer.problems.len() == before {
        writer.problems.push(words::pages::nothing_to_draw(place, of.kind.word()));
    }
    made
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

/// The names of an infographic: those of the block, or else these.
fn head(
    writer: &mut Writer<'_>,
    block: &InfographicBlock,
    id: &str,
    title: &str,
    reading: &str,
    source: String,
) -> Head {
    Head {
        id: writer.unique_id(id),
        title: block.titel.clone().unwrap_or_else(|| title.to_owned()),
        reading: block.onderschrift.clone().unwrap_or_else(|| reading.to_owned()),
        source,
    }
}

/// How a level is drawn, and its meaning in small letters.
fn level_of(writer: &mut Writer<'_>, level: Option<&Niveau>) -> Level {
    let (form, colour, name) = look(level);
    let meaning = level.map(|level| lower_first(writer.plain(&level.betekenis).trim_end_matches('.')));
    Level { form, colour, name, meaning: meaning.unwrap_or_else(|| "nog niet vastgelegd".to_owned()) }
}

/// The address of a record on this page; empty when there is no such record.
fn href_of(writer: &Writer<'_>, id: &str) -> String {
    writer.model().get(id).map(|record| writer.href(&writer.book.of_record(record))).unwrap_or_default()
}

/// The dye of a layer.
fn layer_colour(layer: Option<&Laag>) -> String {
    layer.and_then(|layer| layer.kleur).unwrap_or(Colour::InktZacht).word().to_owned()
}

/// The level that holds on the day as of which the portal's content holds.
pub fn current<'r>(writer: &Writer<'_>, relation: &'r Relatie) -> Option<&'r NiveauStap> {
    relation.level_on(writer.site().portal.day())
}

/// The levels that are to hold later than that day.
pub fn to_come<'r>(writer: &Writer<'_>, relation: &'r Relatie) -> impl Iterator<Item = &'r NiveauStap> {
    let day = writer.site().portal.day();
    relation.niveau.iter().filter(move |step| step.is_to_come(day))
}

/// Levels: the steps of the ladder first, in order, then the others in order of the data.
pub fn levels_in_order<'a>(writer: &Writer<'a>) -> Vec<&'a Niveau> {
    let mut levels: Vec<&Niveau> = writer.model().niveaus.iter().collect();
    levels.sort_by_key(|l| l.rang.unwrap_or(i64::MAX));
    levels
}

/// How a level is drawn, and its name.
pub fn look(level: Option<&Niveau>) -> (Form, String, String) {
    match level {
        Some(level) => {
            let colour = level.kleur.unwrap_or(Colour::InktZacht).word().to_owned();
            (form(level.vorm), colour, lower_first(&level.naam))
        }
        None => (Form::Onbepaald, Colour::InktZacht.word().to_owned(), "nog niet bepaald".to_owned()),
    }
}

/// The weave of a level's form.
fn form(form: model::Form) -> Form {
    match form {
        model::Form::Draad => Form::Draad,
        model::Form::Strengen => Form::Strengen,
        model::Form::Vlecht => Form::Vlecht,
        model::Form::Koord => Form::Koord,
        model::Form::Gescheiden => Form::Gescheiden,
        model::Form::Onbepaald => Form::Onbepaald,
    }
}

/// The layer of a body or organisation.
pub fn layer_of<'a>(writer: &Writer<'a>, id: &str) -> Option<&'a str> {
    let model = writer.model();
    let of_body = model.gremia.get(id).map(|g| g.laag.id.as_str());
    of_body.or_else(|| model.organisaties.get(id).and_then(|o| o.laag.as_ref()).map(|l| l.id.as_str()))
}

/// The short name of a body or organisation, for drawings.
pub fn short_name(writer: &Writer<'_>, id: &str) -> String {
    let model = writer.model();
    let short = model.gremia.get(id).and_then(|g| g.kort.clone());
    let short = short.or_else(|| model.organisaties.get(id).and_then(|o| o.kort.clone()));
    short.unwrap_or_else(|| model.name_of(id))
}

impl InfographicBlock {
    /// The main line that it asks for.
    fn only(&self) -> Option<&str> {
        self.spoor.as_ref().map(|spoor| spoor.id.as_str())
    }
}

/// A record's short name and its address on this page.
pub fn named(writer: &Writer<'_>, id: &str) -> Named {
    let href = writer.model().get(id).map(|record| writer.href(&writer.book.of_record(record))).unwrap_or_default();
    Named { name: short_name(writer, id), href }
}

/// What this portal calls the main lines and tasks of its plan.
pub fn plan_words(writer: &Writer<'_>) -> PlanWords {
    let words = writer.words();
    let (line, task) = (words.kind_named("spoor"), words.kind_named("opgave"));
    PlanWords {
        line: line.one.to_owned(),
        lines: line.many.to_owned(),
        task: task.one.to_owned(),
        tasks: task.many.to_owned(),
    }
}

/// The main lines of the plan in order, or the one that a block asks for.
pub fn sporen<'a>(writer: &Writer<'a>, only: Option<&str>) -> Vec<&'a Spoor> {
    let mut sporen: Vec<&Spoor> =
        writer.model().sporen.iter().filter(|s| only.is_none_or(|id| id == s.id.value)).collect();
    sporen.sort_by_key(|s| s.nummer);
    sporen
}

/// The tasks of a main line in order.
pub fn opgaven<'a>(writer: &Writer<'a>, spoor: &Spoor) -> Vec<&'a Opgave> {
    let mut opgaven: Vec<&Opgave> = writer.model().opgaven.iter().filter(|o| o.spoor.id == spoor.id.value).collect();
    opgaven.sort_by_key(|o| o.nummer);
    opgaven
}

/// The dye of a main line.
pub fn spoor_dye(spoor: &Spoor) -> String {
    spoor.kleur.unwrap_or(Colour::InktZacht).word().to_owned()
}

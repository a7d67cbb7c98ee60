//! Makes infographics from the data: from a fenced block in a page, or for a record's own page. One file per kind turns records
//! into the rows that [`crate::infographic`] draws.

mod besluitroute;
mod big8;
mod boom;
mod keuzebord;
mod planning;
mod relatiekaart;
mod rollenmatrix;
mod wegwijzer;

pub use planning::planning_of;
pub use relatiekaart::relation_map;

use super::writer::{Writer, lower_first};
use crate::decode::{At, Decoder, Moment, Ref};
use crate::diag::{Span, words};
use crate::infographic::Infographic;
use crate::infographic::weave::Form;
use crate::infographic::words::Named;
use crate::model::kinds::{Niveau, NiveauStap, Opgave, Partij, Relatie, Spoor};
use crate::model::{self, Colour, Kinds, check_reference};
use crate::{choice, record};

choice! {
    /// De soorten infographics.
    pub enum InfographicKind {
        /// Wie werkt met wie samen, en hoe hecht?
        Relatiekaart = "relatiekaart",
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

/// Makes an infographic of one kind; `None` when it cannot be made, which has been told, or when there is nothing to draw.
type Make = fn(&mut Writer<'_>, &InfographicBlock) -> Option<Infographic>;

/// Keys that every kind understands.
const COMMON_KEYS: &[&str] = &["soort", "titel", "onderschrift"];

/// **A new kind is one line here**, with the keys that it understands beside the common ones, one word in
/// [`InfographicKind`] and one file beside this one.
const KINDS: &[(InfographicKind, &[&str], Make)] = &[
    (InfographicKind::Relatiekaart, &["rond"], relatiekaart::from_block),
    (InfographicKind::Big8, &[], big8::from_block),
    (InfographicKind::Planning, &["spoor", "van", "tot", "vandaag"], planning::from_block),
    (InfographicKind::Boom, &["spoor"], boom::from_block),
    (InfographicKind::Rollenmatrix, &[], rollenmatrix::from_block),
    (InfographicKind::Besluitroute, &[], besluitroute::from_block),
    (InfographicKind::Wegwijzer, &[], wegwijzer::from_block),
    (InfographicKind::Keuzebord, &["spoor"], keuzebord::from_block),
];

/// The infographic of a fenced block: `toml` stands at `place`.
pub fn from_block(writer: &mut Writer<'_>, toml: &str, place: Span) -> Option<Infographic> {
    let mut decoder = Decoder::new(place.file, toml, place.start as usize);
    let table = decoder.parse();
    let block = decoder.record::<InfographicBlock>(table.get_ref(), place);
    writer.problems.append(&mut decoder.problems);
    let block = block?;
    let (_, keys, make) = KINDS.iter().find(|(kind, ..)| *kind == block.soort)?;
    let before = writer.problems.len();
    for key in table.get_ref().keys() {
        let name: &str = key.get_ref();
        if !COMMON_KEYS.contains(&name) && !keys.contains(&name) {
            let possible: Vec<&str> = COMMON_KEYS.iter().chain(*keys).copied().collect();
            let place = decoder.span(key.span());
            writer.problems.push(words::pages::unused_key(place, name, block.soort.word(), &possible));
        }
    }
    if let Some(around) = &block.rond {
        check_reference(writer.model(), &around.id, around.place, Partij::KINDS, &mut writer.problems);
    }
    if let Some(spoor) = &block.spoor {
        check_reference(writer.model(), &spoor.id, spoor.place, Spoor::KINDS, &mut writer.problems);
    }
    if writer.problems.len() > before {
        return None;
    }
    make(writer, &block)
}

/// The level that holds now: the last step.
pub fn current(relation: &Relatie) -> Option<&NiveauStap> {
    relation.niveau.last()
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

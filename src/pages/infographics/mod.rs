//! Makes infographics from the data: from a fenced block in a page, or for a record's own page. One file per kind turns records
//! into the rows that [`crate::infographic`] draws.

mod relatiekaart;

pub use relatiekaart::relation_map;

use super::writer::{Writer, lower_first};
use crate::decode::{Decoder, Ref};
use crate::diag::Span;
use crate::infographic::Infographic;
use crate::infographic::weave::Form;
use crate::model::kinds::{Niveau, NiveauStap, Partij, Relatie};
use crate::model::{self, Colour, Kinds, check_reference};
use crate::{choice, record};

choice! {
    /// De soorten infographics.
    pub enum InfographicKind {
        /// Wie werkt met wie samen, en hoe hecht?
        Relatiekaart = "relatiekaart",
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
    }
}

/// Makes an infographic of one kind; `None` when it cannot be made, which has been told, or when there is nothing to draw.
type Make = fn(&mut Writer<'_>, &InfographicBlock) -> Option<Infographic>;

/// **A new kind is one line here**, one word in [`InfographicKind`] and one file beside this one.
const KINDS: &[(InfographicKind, Make)] = &[(InfographicKind::Relatiekaart, relatiekaart::from_block)];

/// The infographic of a fenced block: `toml` stands at `place`.
pub fn from_block(writer: &mut Writer<'_>, toml: &str, place: Span) -> Option<Infographic> {
    let mut decoder = Decoder::new(place.file, toml, place.start as usize);
    let table = decoder.parse();
    let block = decoder.record::<InfographicBlock>(table.get_ref(), place);
    writer.problems.append(&mut decoder.problems);
    let block = block?;
    let before = writer.problems.len();
    if let Some(around) = &block.rond {
        check_reference(writer.model(), &around.id, around.place, Partij::KINDS, &mut writer.problems);
    }
    if writer.problems.len() > before {
        return None;
    }
    let (_, make) = KINDS.iter().find(|(kind, _)| *kind == block.soort)?;
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

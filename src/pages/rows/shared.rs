//! What several kinds of infographic show alike: names and addresses, how levels and layers look, the plan in order.

use super::block::InfographicBlock;
use super::levels::look;
use crate::decode::Text;
use crate::infographic::figure::Head;
use crate::infographic::legend::Level;
use crate::infographic::words::{Named, PlanWords};
use crate::markup::Html;
use crate::model::Colour;
use crate::model::kinds::{Laag, Mijlpaal, Niveau, NiveauStap, Opgave, Relatie, Spoor};
use crate::pages::writing::{Writer, lower_first};

/// The names of an infographic: those of the block, or else these.
pub fn head(
    writer: &mut Writer<'_>,
    block: &InfographicBlock,
    id: &str,
    title: &str,
    reading: &str,
    source: Html,
) -> Head {
    Head {
        id: writer.unique_id(id),
        title: block.titel.clone().unwrap_or_else(|| title.to_owned()),
        reading: block.onderschrift.clone().unwrap_or_else(|| reading.to_owned()),
        source,
        ..plain_head(writer)
    }
}

/// A head without names: what every infographic of a site shares.
pub fn plain_head(writer: &Writer<'_>) -> Head {
    Head { phrases: writer.phrases().clone(), unseen: writer.book.unseen, ..Head::default() }
}

/// How a level is drawn, and its meaning in small letters.
pub fn level_of(writer: &mut Writer<'_>, level: Option<&Niveau>) -> Level {
    let meaning = level.map(|level| lower_first(writer.plain(&level.betekenis).trim_end_matches('.')));
    let meaning = meaning.unwrap_or_else(|| writer.phrases().levels().not_recorded().to_owned());
    Level { meaning, ..look(writer, level) }
}

/// The address of a record on this page; empty when there is no such record.
pub fn href_of(writer: &Writer<'_>, id: &str) -> String {
    writer.model().get(id).map(|record| writer.href(&writer.book.of_record(record))).unwrap_or_default()
}

/// The dye of a layer.
pub fn layer_colour(layer: Option<&Laag>) -> String {
    layer.and_then(|layer| layer.kleur).unwrap_or(Colour::InktZacht).word().to_owned()
}

/// The level that holds on the day as of which the portal's content holds.
pub fn current<'r>(writer: &Writer<'_>, relation: &'r Relatie) -> Option<&'r NiveauStap> {
    relation.level_on(writer.site().portal.day())
}

/// The level before the one that holds now.
pub fn before<'r>(writer: &Writer<'_>, relation: &'r Relatie) -> Option<&'r NiveauStap> {
    let now = current(writer, relation)?;
    let at = relation.niveau.iter().position(|step| step.place == now.place)?;
    relation.niveau.get(at.checked_sub(1)?)
}

/// When a record was planned at first, in words, if that was changed since; of what has a beginning and an end, which of the two.
pub fn first_planned<'m>(writer: &Writer<'m>, id: &str) -> Option<(&'m Text, Side)> {
    let model = writer.model();
    let recorded = |m: &Mijlpaal| m.vastgelegd.as_ref().map_or(m.wanneer.value, |day| day.value).first_day();
    let about = model.naming(&model.mijlpalen, id).filter(|m| m.raakt.iter().any(|r| r.id == id));
    let moved = about.filter_map(|m| Some(((recorded(m), m.wanneer.first_day()), m.was.as_ref()?, m)));
    let (_, was, first) = moved.min_by_key(|(when, ..)| *when)?;
    Some((was, side_of(writer, id, first)))
}

/// Which of the dates of what is planned moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// The beginning.
    Begin,
    /// The end.
    End,
    /// The only one, or nobody knows.
    Only,
}

/// The command that moved it says so in words.
fn side_of(writer: &Writer<'_>, id: &str, act: &Mijlpaal) -> Side {
    if writer.model().acties.get(id).is_none_or(|action| action.van.is_none() || action.tot.is_none()) {
        return Side::Only;
    }
    let (acts, text) = (writer.phrases().acts(), act.omschrijving.as_ref().map(|text| text.raw.as_str()));
    let begins = |sentence: &str| {
        let start = sentence.split("\u{0}").next().unwrap_or_default();
        !start.is_empty() && text.is_some_and(|text| text.starts_with(start))
    };
    if begins(&acts.begin_was_planned("\u{0}", "")) {
        Side::Begin
    } else if begins(&acts.end_was_planned("\u{0}", "")) {
        Side::End
    } else {
        Side::Only
    }
}

/// When it was planned at first, as it is told behind the period.
pub fn planned_first(writer: &Writer<'_>, end: Side, was: &str) -> String {
    let say = writer.phrases().running();
    match end {
        Side::Begin => say.begin_planned_first(was),
        Side::End => say.end_planned_first(was),
        Side::Only => say.planned_first(was),
    }
}

/// The same as a drawing tells it: empty when nothing moved.
pub fn moved(writer: &mut Writer<'_>, id: &str) -> String {
    let Some((was, end)) = first_planned(writer, id) else { return String::new() };
    let was = writer.plain(was);
    if was.is_empty() { was } else { planned_first(writer, end, &was) }
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
    let all = &writer.model().sporen;
    let mut sporen: Vec<&Spoor> = match only {
        Some(id) => all.get(id).into_iter().collect(),
        None => all.iter().collect(),
    };
    sporen.sort_by_key(|s| s.nummer);
    sporen
}

/// The tasks of a main line in order.
pub fn opgaven<'a>(writer: &Writer<'a>, spoor: &Spoor) -> Vec<&'a Opgave> {
    let model = writer.model();
    let mut opgaven: Vec<&Opgave> =
        model.naming(&model.opgaven, &spoor.id).filter(|o| o.spoor.id == spoor.id.value).collect();
    opgaven.sort_by_key(|o| o.nummer);
    opgaven
}

/// The dye of a main line.
pub fn spoor_dye(spoor: &Spoor) -> String {
    spoor.kleur.unwrap_or(Colour::InktZacht).word().to_owned()
}

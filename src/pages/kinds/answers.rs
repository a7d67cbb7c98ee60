//! Short answers for the first screen: who sits in it, with whom is it tied, what is still open.

use super::course;
use super::parts::with_status;
use crate::decode::Shown;
use crate::html;
use crate::infographic::legend::line_sample;
use crate::markup::Html;
use crate::model::kinds::{Keuze, Lid, Relatie};
use crate::model::{AnyEntity, Status};
use crate::pages::book::names_in;
use crate::pages::rows::{current, look};
use crate::pages::writing::{Writer, label_of};
use crate::phrases::Phrases;
use std::collections::BTreeSet;

/// More than this is for the part of the page that tells all.
pub const MOST: usize = 5;

/// A list for a first screen: the first items, and a link to the part of the page with the others.
pub fn short_list(phrases: &Phrases, items: &[Html], anchor: &str) -> Html {
    if items.is_empty() {
        return Html::default();
    }
    let more = match items.len().saturating_sub(MOST) {
        0 => None,
        1 => Some(phrases.record().one_more().to_owned()),
        rest => Some(phrases.record().more(rest)),
    };
    let more = more.map(|words| Html::link(&format!("#{anchor}"), words));
    Html::list("", items.iter().take(MOST).cloned().chain(more))
}

/// The whole list, for paper.
pub fn whole_list(items: &[Html]) -> Html {
    if items.is_empty() { Html::default() } else { Html::list("", items.iter().cloned()) }
}

/// Who a member is: a link, or a group in words.
pub fn who(writer: &mut Writer<'_>, member: &Lid) -> Html {
    match (&member.organisatie, &member.rol, &member.gremium, &member.groep) {
        (Some(r), ..) => writer.link(&r.id),
        (_, Some(r), ..) => writer.link(&r.id),
        (_, _, Some(r), _) => writer.link(&r.id),
        (_, _, _, Some(group)) => writer.text(group),
        _ => Html::default(),
    }
}

/// Members in a few words each.
pub fn members(writer: &mut Writer<'_>, members: &[Lid]) -> Vec<Html> {
    let mut items = Vec::new();
    for member in members {
        let name = who(writer, member);
        let function = member.functie.as_deref().filter(|f| *f != "lid").map(|f| format!(" ({})", writer.function(f)));
        let words = html![name, function.unwrap_or_default()];
        items.push(with_status(words, member.status.as_ref().map(|s| s.value), writer.words()));
    }
    items
}

/// The ties of a body or organisation, the closest level first, each group with its weave and how sure it is.
pub fn ties(writer: &mut Writer<'_>, id: &str) -> Html {
    let relations = of(writer, id);
    let mut groups: Vec<(_, Vec<Html>)> = Vec::new();
    for relation in relations {
        let step = current(writer, relation);
        let group = (step.map(|step| &step.niveau.id), step.map(|step| *step.status));
        let link = html![tie_link(writer, relation, id), course::aside(writer, relation)];
        match groups.iter_mut().find(|(known, _)| *known == group) {
            Some((_, links)) => links.push(link),
            None => groups.push((group, vec![link])),
        }
    }
    if groups.is_empty() {
        return Html::default();
    }
    let lines = groups.iter().map(|((level, status), links)| {
        let level = look(writer, level.and_then(|id| writer.model().niveaus.get(id)));
        let name = html![line_sample(level.form, &level.colour), Html::element("strong", &[], label_of(&level.name))];
        let head = with_status(name, *status, writer.words());
        html![Html::element("p", &[], head), Html::element("p", &[], Html::join(links, ", "))]
    });
    Html::list("tie-list", lines)
}

/// The relations of a body or organisation, the closest level first.
pub fn of<'a>(writer: &Writer<'a>, id: &str) -> Vec<&'a Relatie> {
    let model = writer.model();
    let mut relations: Vec<&Relatie> =
        model.naming(&model.relaties, id).filter(|r| r.van.id == id || r.naar.id == id).collect();
    relations.sort_by_cached_key(|r| closeness(writer, r));
    relations
}

/// Orders relations: steps of the ladder from close to loose, then the levels beside the ladder in order of the data.
pub fn closeness(writer: &Writer<'_>, relation: &Relatie) -> (i64, usize) {
    let id = current(writer, relation).map(|s| s.niveau.id.as_str()).unwrap_or_default();
    let levels = &writer.model().niveaus;
    let rank = levels.get(id).and_then(|l| l.rang);
    let place = levels.place(id).unwrap_or(usize::MAX);
    (rank.map_or(i64::MAX, |r| -r), place)
}

/// The other side of a tie, as a link to what is told of the tie.
pub fn tie_link(writer: &Writer<'_>, relation: &Relatie, id: &str) -> Html {
    let other = if relation.van.id == id { &relation.naar.id } else { &relation.van.id };
    let name = crate::pages::rows::short_name(writer, other);
    Html::link(&writer.href(&writer.book.of_record(relation)), name)
}

/// The open choices that a record has to make, or that are about it: its own texts name them, or theirs name it.
pub fn open_choices<'a>(writer: &Writer<'a>, record: &dyn AnyEntity) -> Vec<&'a Keuze> {
    let named = names(record);
    let id = record.id();
    let choices = &writer.model().keuzes;
    let naming = writer.model().naming(choices, id);
    let about =
        naming.filter(|c| c.wie.as_ref().is_some_and(|w| w.id == id) || names(*c).iter().any(|name| name == id));
    let told = about.map(|choice| choice.id.value.as_str()).chain(named.iter().map(String::as_str));
    let places: BTreeSet<usize> = told.filter_map(|id| choices.place(id)).collect();
    places.into_iter().filter_map(|at| choices.at(at)).filter(|c| c.uitkomst.is_none()).collect()
}

/// A choice in one line: the question, and where to read more.
pub fn choice_line(writer: &mut Writer<'_>, choice: &Keuze) -> Html {
    let question = writer.plain(&choice.vraag);
    let url = writer.href(&writer.book.of_record(choice));
    let words = Html::link(&url, question);
    let status = choice.status.as_ref().map(|s| s.value).filter(|s| *s != Status::Open);
    with_status(words, status, writer.words())
}

/// The ids between `[[ ]]` in the texts of a record.
fn names(record: &dyn AnyEntity) -> Vec<String> {
    let mut found = Vec::new();
    Shown::Table(record.values()).walk(&mut |value| {
        if let Shown::Markdown(text) = value {
            found.extend(names_in(&text.raw).map(str::to_owned));
        }
    });
    found
}

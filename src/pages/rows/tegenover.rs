//! Two bodies or organisations over against each other, from the data.

use super::block::InfographicBlock;
use super::organogram::members;
use super::shared::{current, head, href_of, layer_colour, layer_of, level_of, short_name};
use super::sureness;
use crate::diag::words;
use crate::infographic::Infographic;
use crate::infographic::organogram::{Member, folded};
use crate::infographic::tegenover::{Aspect, Side, Tegenover};
use crate::model::Status;
use crate::pages::writing::Writer;

/// The comparison that a block asks for.
pub fn from_block(writer: &mut Writer<'_>, block: &InfographicBlock) -> Option<Infographic> {
    let say = writer.phrases().tegenover();
    let (Some(left), Some(right)) = (&block.links, &block.rechts) else {
        writer.problems.push(words::pages::key_needed(block.place, block.soort.word(), "links en rechts"));
        return None;
    };
    let model = writer.model();
    let between = |van: &str, naar: &str| model.relaties.iter().find(|r| r.van.id == van && r.naar.id == naar);
    let found = between(&left.id, &right.id).or_else(|| between(&right.id, &left.id));
    let mut sources: Vec<_> = found.map(|tie| tie.bron.clone()).unwrap_or_default();
    // Where nobody knows what is, what is proposed stands between them, as a proposal.
    let standing = found.and_then(|tie| {
        let step = current(writer, tie).map(|step| (&step.niveau.id, *step.status));
        let wish = tie.ambitie.as_ref().map(|wish| (&wish.niveau.id, *wish.status));
        let wish = wish.filter(|(_, status)| *status == Status::Voorstel);
        let known = step.filter(|(_, status)| *status != Status::Open);
        known.or(wish).or(step)
    });
    let tie = found.map(|tie| {
        let level = level_of(writer, standing.and_then(|(id, _)| model.niveaus.get(id)));
        let status = writer.words().name(standing.map_or(Status::Open, |(_, status)| status)).to_owned();
        (level, href_of(writer, &tie.id), status)
    });
    for id in [left, right] {
        sources.extend(model.get(&id.id).map(|record| record.common().sources.to_vec()).unwrap_or_default());
    }
    let one = answers(writer, &left.id);
    let other = answers(writer, &right.id);
    let drawn = [left, right].map(|id| seated(writer, &id.id, folded));
    let open = [left, right].map(|id| seats_are_open(writer, &id.id)).contains(&true);
    let aspects = one.into_iter().zip(other).map(|((question, left), (_, right))| {
        let seats = question == say.members();
        let unknown = open && seats || left.is_empty() || right.is_empty();
        let drawn = seats.then(|| drawn.clone());
        Aspect { question, left, right, drawn, known: !unknown }
    });
    // What neither can answer is no comparison.
    let aspects = aspects.filter(|aspect| !aspect.left.is_empty() || !aspect.right.is_empty()).collect();
    let sources = writer.source_line(&sources);
    let title = say.title(&short_name(writer, &left.id), &short_name(writer, &right.id));
    let names = head(writer, block, "tegenover", &title, say.reading(), sources);
    let sure = sureness::of(
        writer.phrases(),
        statuses(writer, &left.id, &right.id).chain(standing.map(|(_, status)| Some(status))),
    );
    let (left, mut right) = (side(writer, &left.id), side(writer, &right.id));
    if left.colour == right.colour {
        // Two of one layer still differ.
        right.colour = if left.colour == "weide" { "wouw" } else { "weide" }.to_owned();
    }
    Some(Tegenover { head: names, left, right, tie, aspects }.draw().with_caveat(sure))
}

/// How sure it is what both are and who sits in them.
fn statuses(writer: &Writer<'_>, left: &str, right: &str) -> impl Iterator<Item = Option<Status>> {
    let model = writer.model();
    let bodies = [left, right].map(|id| model.gremia.get(id));
    let organisations = [left, right].map(|id| model.organisaties.get(id));
    let of_seats = bodies.into_iter().flatten().flat_map(|body| &body.lid).map(|seat| seat.status.as_ref());
    let of_bodies = bodies.into_iter().flatten().map(|body| body.status.as_ref());
    let of_organisations = organisations.into_iter().flatten().map(|o| o.status.as_ref());
    let all: Vec<Option<Status>> =
        of_seats.chain(of_bodies).chain(of_organisations).map(|status| status.map(|s| s.value)).collect();
    all.into_iter()
}

/// Do the data say no more of who sits in a body than that it is open?
fn seats_are_open(writer: &Writer<'_>, id: &str) -> bool {
    let seats = writer.model().gremia.get(id).map(|body| body.lid.as_slice()).unwrap_or_default();
    seats.iter().all(|seat| seat.status.as_ref().is_some_and(|status| status.value == Status::Open))
}

fn side(writer: &Writer<'_>, id: &str) -> Side {
    let layer = layer_of(writer, id).and_then(|layer| writer.model().lagen.get(layer));
    Side {
        name: short_name(writer, id),
        full: writer.model().name_of(id),
        href: href_of(writer, id),
        colour: layer_colour(layer),
    }
}

/// Who sits in a body, each with what it is there and how sure that is.
fn seated(writer: &mut Writer<'_>, id: &str, together: impl Fn(&[Member]) -> Vec<Member>) -> Vec<String> {
    let Some(body) = writer.model().gremia.get(id) else { return Vec::new() };
    let told = |member: Member| {
        let notes = [member.function.as_str(), member.status.as_str()];
        let notes: Vec<&str> = notes.into_iter().filter(|note| !note.is_empty()).collect();
        if notes.is_empty() { member.name } else { format!("{} ({})", member.name, notes.join(", ")) }
    };
    together(&members(writer, body)).into_iter().map(told).collect()
}

/// The same questions for everyone; an empty answer where the data say nothing.
fn answers(writer: &mut Writer<'_>, id: &str) -> Vec<(String, Vec<String>)> {
    let say = writer.phrases().tegenover();
    let model = writer.model();
    let layer = layer_of(writer, id).and_then(|layer| model.lagen.get(layer)).map(|layer| layer.naam.clone());
    let body = model.gremia.get(id);
    let organisation = model.organisaties.get(id);
    let what = body.map(|body| &body.omschrijving).or_else(|| organisation.and_then(|o| o.omschrijving.as_ref()));
    let what: Vec<String> = what.map(|text| writer.plain(text)).into_iter().collect();
    let decides = body.map(|body| {
        let word = if body.besluit { say.yes() } else { say.no() };
        let why = body.besluit_toelichting.as_ref().map(|text| writer.plain(text)).unwrap_or_default();
        format!("{word} {why}").trim().to_owned()
    });
    let tasks = body.map(|body| body.taken.iter().map(|task| writer.plain(task)).collect()).unwrap_or_default();
    let question = |words: &str| words.to_owned();
    vec![
        (question(say.what()), what),
        (question(say.which_layer()), layer.into_iter().collect()),
        (question(say.decides()), decides.into_iter().collect()),
        (question(say.does()), tasks),
        (question(say.members()), seated(writer, id, <[Member]>::to_vec)),
    ]
}

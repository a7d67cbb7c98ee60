//! A tie: between whom, about what, how close, and how it grew.

use super::answers::short_list;
use super::course;
use super::face::Face;
use super::parts::{drawing, fact, list, table, with_status};
use super::told::Told;
use crate::html;
use crate::markup::Html;
use crate::model::Status;
use crate::model::kinds::Relatie;
use crate::pages::rows::{current, look, of_relation, to_come};
use crate::pages::view::Card;
use crate::pages::writing::{Writer, label_of, status_label, status_view};

impl Face for Relatie {
    fn tell(&self, writer: &mut Writer<'_>) -> Option<Told> {
        Some(tell(writer, self))
    }

    fn card(&self, writer: &mut Writer<'_>, card: &mut Card) {
        let level = current(writer, self).and_then(|s| writer.model().niveaus.get(&s.niveau.id));
        let look = look(writer, level);
        card.colour = look.colour;
        card.tag = look.name;
        // The list tells how close the tie is, so it tells how sure that is.
        card.status = status_view(current(writer, self).map(|s| &s.status), writer.words());
        card.facts = course::facts(writer, self);
    }
}

fn tell(writer: &mut Writer<'_>, e: &Relatie) -> Told {
    let all = writer.phrases().common();
    let say = writer.phrases().record();
    let model = writer.model();
    let now = current(writer, e);
    let level = now.and_then(|s| model.niveaus.get(&s.niveau.id));
    let look = look(writer, level);
    let (colour, level_name) = (look.colour, look.name);
    let now_html = match now {
        Some(step) => with_status(writer.link(&step.niveau.id), Some(*step.status), writer.words()),
        None => status_label(Status::Open, writer.words()),
    };
    let later: Vec<Html> = to_come(writer, e)
        .map(|step| {
            let level = with_status(writer.link(&step.niveau.id), Some(*step.status), writer.words());
            let from = step.vanaf.as_ref().map(|from| say.from_day(&writer.phrases().moment(from))).unwrap_or_default();
            html![level, from]
        })
        .collect();
    let ambition = e
        .ambitie
        .as_ref()
        .map(|a| with_status(writer.link(&a.niveau.id), Some(*a.status), writer.words()))
        .unwrap_or_default();
    let mut history = Vec::new();
    for step in &e.niveau {
        let note = writer.maybe(step.toelichting.as_ref());
        let by = step.besluit_van.as_ref();
        let by = by.map(|b| Html::sentence([writer.link(&b.id)], |[body]| say.decided_by(body))).unwrap_or_default();
        let notes: Vec<Html> = [by, note].into_iter().filter(|n| !n.is_empty()).collect();
        history.push(vec![
            with_status(writer.link(&step.niveau.id), Some(*step.status), writer.words()),
            step.vanaf
                .as_ref()
                .map_or_else(|| writer.phrases().amounts().not_named().into(), |v| writer.phrases().moment(v).into()),
            Html::join(&notes, ". "),
            writer.source_line(&step.bron),
        ]);
    }
    if let Some(a) = &e.ambitie {
        let note = writer.maybe(a.toelichting.as_ref());
        let name = Html::sentence([writer.link(&a.niveau.id)], |[level]| say.ambition_is(level));
        history.push(vec![
            with_status(name, Some(*a.status), writer.words()),
            writer.phrases().amounts().not_named().into(),
            note,
            writer.source_line(&a.bron),
        ]);
    }
    let told_as = agreements_are(writer, e);
    let agreements: Vec<Html> = e.afspraken.iter().map(|a| writer.text(a)).collect();
    let why = now.map(|s| writer.maybe(s.toelichting.as_ref())).unwrap_or_default();
    let why_ambition = e.ambitie.as_ref().map(|a| writer.maybe(a.toelichting.as_ref())).unwrap_or_default();
    let paragraph = |words: Html| Html::element("p", &[], words);
    let sentence =
        |words: Html, why: Html| if why.is_empty() { words } else { html![paragraph(words), paragraph(why)] };
    let subject = writer.text(&e.onderwerp);
    let course = of_relation(writer, e).map(drawing);
    Told {
        lead: subject,
        colour,
        tag: label_of(&level_name),
        aliases: Vec::new(),
        facts: Vec::new(),
        answers: [
            fact(
                say.between(),
                Html::sentence([writer.link(&e.van.id), writer.link(&e.naar.id)], |[from, to]| {
                    writer.phrases().lists().and(from, to)
                }),
            ),
            fact(say.how_close_then(), course::then(writer, e)),
            fact(say.how_close_now(), sentence(now_html, why)),
            fact(say.later(), Html::join(&later, "; ")),
            fact(told_as, short_list(writer.phrases(), &agreements, "afspraken")),
            fact(say.heading_for(), if ambition.is_empty() { ambition } else { sentence(ambition, why_ambition) }),
            fact(
                say.sort_of_tie(),
                html![
                    label_of(writer.words().name(e.soort)),
                    ". ",
                    Html::element("small", &[], writer.words().meaning(e.soort)),
                ],
            ),
        ]
        .into_iter()
        .flatten()
        .collect(),
        blocks: [
            course,
            list("afspraken", told_as, agreements),
            table("verloop", say.rests_on(), &[all.level(), say.since(), say.why(), all.source()], history),
        ]
        .into_iter()
        .flatten()
        .collect(),
    }
}

/// What stands above the agreements: a source that proposes them does not say that they were made.
fn agreements_are<'w>(writer: &Writer<'w>, e: &Relatie) -> &'w str {
    let say = writer.phrases().record();
    match e.status.as_ref().map(|status| status.value) {
        None | Some(Status::Feit | Status::Besloten) => say.agreed(),
        Some(Status::Voorstel) => say.proposed(),
        Some(Status::Duiding | Status::Open | Status::Tegenstrijdig) => say.written(),
    }
}

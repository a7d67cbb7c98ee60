//! A tie: between whom, about what, how close, and how it grew.

use super::answers::short_list;
use super::face::Face;
use super::parts::{drawing, fact, list, table, with_status};
use super::told::Told;
use crate::model::kinds::Relatie;
use crate::pages::rows::{current, look, of_relation, to_come};
use crate::pages::writing::{Writer, escape, label_of, status_label};

impl Face for Relatie {
    fn tell(&self, writer: &mut Writer<'_>) -> Option<Told> {
        Some(tell(writer, self))
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
        None => status_label(crate::model::Status::Open, writer.words()),
    };
    let later: Vec<String> = to_come(writer, e)
        .map(|step| {
            let level = with_status(writer.link(&step.niveau.id), Some(*step.status), writer.words());
            let from = step.vanaf.as_ref().map(|from| say.from_day(&writer.phrases().moment(from))).unwrap_or_default();
            format!("{level}{from}")
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
        let by = step.besluit_van.as_ref().map(|b| say.decided_by(&writer.link(&b.id))).unwrap_or_default();
        let notes: Vec<String> = [by, note].into_iter().filter(|n| !n.is_empty()).collect();
        history.push(vec![
            with_status(writer.link(&step.niveau.id), Some(*step.status), writer.words()),
            step.vanaf
                .as_ref()
                .map_or_else(|| writer.phrases().amounts().not_named().into(), |v| writer.phrases().moment(v)),
            notes.join(". "),
            writer.source_line(&step.bron),
        ]);
    }
    if let Some(a) = &e.ambitie {
        let note = writer.maybe(a.toelichting.as_ref());
        let name = say.ambition_is(&writer.link(&a.niveau.id));
        history.push(vec![
            with_status(name, Some(*a.status), writer.words()),
            say.not_yet().into(),
            note,
            writer.source_line(&a.bron),
        ]);
    }
    let agreements: Vec<String> = e.afspraken.iter().map(|a| writer.text(a)).collect();
    let why = now.map(|s| writer.maybe(s.toelichting.as_ref())).unwrap_or_default();
    let why_ambition = e.ambitie.as_ref().map(|a| writer.maybe(a.toelichting.as_ref())).unwrap_or_default();
    let sentence = |html: String, why: String| if why.is_empty() { html } else { format!("<p>{html}</p><p>{why}</p>") };
    let subject = writer.text(&e.onderwerp);
    let course = of_relation(writer, e).map(drawing);
    Told {
        lead: subject,
        colour,
        tag: label_of(&level_name),
        aliases: Vec::new(),
        facts: Vec::new(),
        answers: [
            fact(say.between(), writer.phrases().lists().and(&writer.link(&e.van.id), &writer.link(&e.naar.id))),
            fact(say.how_close_now(), sentence(now_html, why)),
            fact(say.later(), later.join("; ")),
            fact(say.agreed(), short_list(writer.phrases(), &agreements, "afspraken")),
            fact(say.heading_for(), if ambition.is_empty() { ambition } else { sentence(ambition, why_ambition) }),
            fact(
                say.sort_of_tie(),
                format!(
                    "{}. <small>{}</small>",
                    escape(&label_of(writer.words().name(e.soort))),
                    escape(writer.words().meaning(e.soort))
                ),
            ),
        ]
        .into_iter()
        .flatten()
        .collect(),
        blocks: [
            course,
            list("afspraken", say.agreed(), agreements),
            table("verloop", say.rests_on(), &[all.level(), say.since(), say.why(), all.source()], history),
        ]
        .into_iter()
        .flatten()
        .collect(),
    }
}

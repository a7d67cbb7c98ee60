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
    let model = writer.model();
    let now = current(writer, e);
    let level = now.and_then(|s| model.niveaus.get(&s.niveau.id));
    let look = look(model, level);
    let (colour, level_name) = (look.colour, look.name);
    let now_html = match now {
        Some(step) => with_status(writer.link(&step.niveau.id), Some(*step.status), writer.words()),
        None => status_label(crate::model::Status::Open, writer.words()),
    };
    let later: Vec<String> = to_come(writer, e)
        .map(|step| {
            let level = with_status(writer.link(&step.niveau.id), Some(*step.status), writer.words());
            let from = step.vanaf.as_ref().map(|from| format!(", vanaf {}", from.in_dutch())).unwrap_or_default();
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
        let by = step.besluit_van.as_ref().map(|b| format!("besloten door {}", writer.link(&b.id))).unwrap_or_default();
        let notes: Vec<String> = [by, note].into_iter().filter(|n| !n.is_empty()).collect();
        history.push(vec![
            with_status(writer.link(&step.niveau.id), Some(*step.status), writer.words()),
            step.vanaf.as_ref().map_or("niet genoemd".into(), |v| v.in_dutch()),
            notes.join(". "),
            writer.source_line(&step.bron),
        ]);
    }
    if let Some(a) = &e.ambitie {
        let note = writer.maybe(a.toelichting.as_ref());
        let name = format!("Ambitie: {}", writer.link(&a.niveau.id));
        history.push(vec![
            with_status(name, Some(*a.status), writer.words()),
            "nog niet".into(),
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
            fact("Tussen wie?", format!("{} en {}", writer.link(&e.van.id), writer.link(&e.naar.id))),
            fact("Hoe hecht nu?", sentence(now_html, why)),
            fact("Wat verandert er later?", later.join("; ")),
            fact("Wat is afgesproken?", short_list(&agreements, "afspraken")),
            fact("Waar willen we heen?", if ambition.is_empty() { ambition } else { sentence(ambition, why_ambition) }),
            fact(
                "Wat voor band?",
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
            list("afspraken", "Wat is afgesproken?", agreements),
            table("verloop", "Waar rust het niveau op?", &["Niveau", "Vanaf", "Waarom", "Bron"], history),
        ]
        .into_iter()
        .flatten()
        .collect(),
    }
}

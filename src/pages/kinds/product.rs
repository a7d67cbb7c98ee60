//! A product of the policy cycle: who leads, and who is on in each phase.

use super::answers::short_list;
use super::face::Face;
use super::parts::{fact, table, with_status};
use super::told::Told;
use crate::html;
use crate::markup::Html;
use crate::model::Loop;
use crate::model::kinds::Product;
use crate::pages::writing::{Writer, label_of};

impl Face for Product {
    fn tell(&self, writer: &mut Writer<'_>) -> Option<Told> {
        Some(tell(writer, self))
    }
}

/// The loop with its noun, or as the portal calls it.
fn loop_name(writer: &Writer<'_>, lus: Loop) -> String {
    let say = writer.phrases().record();
    match lus {
        _ if writer.words().is_own(lus) => label_of(writer.words().name(lus)),
        Loop::Strategisch => say.loop_strategic().to_owned(),
        Loop::Operationeel => say.loop_operational().to_owned(),
        Loop::Beide => say.loop_both().to_owned(),
    }
}

fn tell(writer: &mut Writer<'_>, e: &Product) -> Told {
    let say = writer.phrases().record();
    let mut phases = Vec::new();
    for phase in &e.fase {
        let who = phase.wie.as_ref().map_or_else(|| say.not_filled().into(), |w| writer.link(&w.id));
        phases.push(vec![
            label_of(writer.words().name(phase.fase)).into(),
            with_status(who, Some(*phase.status), writer.words()),
            writer.maybe(phase.rol.as_ref()),
            writer.maybe(phase.toelichting.as_ref()),
        ]);
    }
    let leads = e.in_de_lead.as_ref().map(|w| writer.link(&w.id)).unwrap_or_default();
    let leads = with_status(leads, e.status.as_ref().map(|s| s.value), writer.words());
    let on: Vec<Html> = phases.iter().map(|row| html![&row[0], ": ", &row[1]]).collect();
    Told {
        lead: writer.text(&e.omschrijving),
        tag: loop_name(writer, e.lus),
        answers: [
            fact(say.leads(), if e.in_de_lead.is_some() { leads } else { Html::default() }),
            fact(say.turn_per_phase(), short_list(writer.phrases(), &on, "fasen")),
            fact(say.at_step(), e.stap.as_ref().map(|s| writer.link(&s.id)).unwrap_or_default()),
        ]
        .into_iter()
        .flatten()
        .collect(),
        blocks: table(
            "fasen",
            say.phases(),
            &[say.phase(), writer.phrases().common().who(), say.phase_role(), say.note()],
            phases,
        )
        .into_iter()
        .collect(),
        ..Told::default()
    }
}

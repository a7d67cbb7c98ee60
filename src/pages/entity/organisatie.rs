//! A partner: where does it sit, with whom is it tied, what does it contribute?

use super::{Told, fact, open_and_planned, relations, table, with_status};
use crate::model::kinds::{Gremium, Lid, Organisatie};
use crate::pages::infographics::layer_of;
use crate::pages::writer::{Writer, escape, label_of};

pub fn tell(writer: &mut Writer<'_>, e: &Organisatie) -> Told {
    let model = writer.model();
    let layer = layer_of(writer, &e.id).and_then(|l| model.lagen.get(l));
    let mut seats = Vec::new();
    for body in &model.gremia {
        for member in body.lid.iter().filter(|m| m.includes(e)) {
            seats.push(seat(writer, body, member));
        }
    }
    let mut blocks = vec![
        table("zetels", "In welke overleggen?", &["Overleg", "In welke rol", "Toelichting"], seats),
        relations(writer, &e.id),
    ];
    blocks.extend(open_and_planned(writer, &e.id));
    let neighbours: Vec<String> = e.buren.iter().map(|b| writer.link(&b.id)).collect();
    let site =
        e.website.as_deref().map(|u| format!("<a class=\"extern\" rel=\"noopener\" href=\"{0}\">{0}</a>", escape(u)));
    let tooi =
        e.tooi.as_deref().map(|u| format!("<a class=\"extern\" rel=\"noopener\" href=\"{0}\">{0}</a>", escape(u)));
    let shared = e.ambtelijke_organisatie.as_ref().map(|o| writer.link(&o.id)).unwrap_or_default();
    Told {
        lead: writer.maybe(e.omschrijving.as_ref()),
        colour: layer.and_then(|l| l.kleur).map(|c| c.word().to_owned()).unwrap_or_default(),
        tag: label_of(&e.soort),
        aliases: e.aliassen.clone(),
        facts: [
            fact("Doet mee als", e.deelname.map(|d| escape(&label_of(writer.words().name(d)))).unwrap_or_default()),
            fact("Ambtelijke organisatie", shared),
            fact("Grenst aan", neighbours.join(", ")),
            fact("Website", site.unwrap_or_default()),
            fact("Officieel kenmerk (TOOI)", tooi.unwrap_or_default()),
        ]
        .into_iter()
        .flatten()
        .collect(),
        blocks: blocks.into_iter().flatten().collect(),
    }
}

fn seat(writer: &mut Writer<'_>, body: &Gremium, member: &Lid) -> Vec<String> {
    let name = with_status(writer.link(&body.id), member.status.as_ref().map(|s| s.value), writer.words());
    let function = member.functie.as_deref().map(label_of).unwrap_or_default();
    vec![name, escape(&function), writer.maybe(member.toelichting.as_ref())]
}

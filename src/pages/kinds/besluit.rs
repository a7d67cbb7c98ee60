//! A decision: what was decided, when, by whom, where it is written, and what it changed.

use super::face::Face;
use super::parts::{fact, list};
use super::running::was_is;
use super::told::Told;
use crate::markup::Html;
use crate::model::kinds::Besluit;
use crate::pages::view::Card;
use crate::pages::writing::Writer;

impl Face for Besluit {
    fn tell(&self, writer: &mut Writer<'_>) -> Option<Told> {
        Some(tell(writer, self))
    }

    fn card(&self, writer: &mut Writer<'_>, card: &mut Card) {
        let by = writer.model().name_of(&self.door.id);
        card.tag = format!("{} · {by}", writer.phrases().moment(&self.datum));
    }
}

fn tell(writer: &mut Writer<'_>, e: &Besluit) -> Told {
    let say = writer.phrases().running();
    let day = |moment: &crate::decode::Moment| writer.phrases().moment(moment);
    let when = day(&e.datum);
    let holds = match (e.vanaf.as_ref(), e.tot.as_ref()) {
        (Some(from), Some(to)) => say.holds_both(&day(from), &day(to)),
        (Some(from), None) => say.holds_from(&day(from)),
        (None, Some(to)) => say.holds_until(&day(to)),
        (None, None) => String::new(),
    };
    let recorded = e.vastgelegd.as_ref().map(|d| day(d)).unwrap_or_default();
    let changed = was_is(writer, e.was.as_ref(), e.werd.as_ref());
    let about: Vec<_> = e.raakt.iter().map(|id| writer.link(&id.id)).collect();
    let papers = papers(writer, e);
    Told {
        lead: writer.text(&e.omschrijving),
        answers: [
            fact(say.when_decided(), when),
            fact(say.who_decided(), writer.link(&e.door.id)),
            fact(say.in_meeting(), e.bijeenkomst.as_ref().map(|m| writer.link(&m.id)).unwrap_or_default()),
            fact(say.on_choice(), e.keuze.as_ref().map(|k| writer.link(&k.id)).unwrap_or_default()),
            fact(say.changed(), changed),
            fact(say.holds(), holds),
        ]
        .into_iter()
        .flatten()
        .collect(),
        facts: fact(say.recorded(), recorded).into_iter().collect(),
        blocks: [list("stukken", say.documents(), papers), list("over", say.about(), about)]
            .into_iter()
            .flatten()
            .collect(),
        ..Told::default()
    }
}

/// The documents as an editor linked them, and those of its sources: by the name and the address that they have there.
fn papers(writer: &mut Writer<'_>, e: &Besluit) -> Vec<Html> {
    let mut all: Vec<Html> = e.document.iter().map(|text| writer.text(text)).collect();
    let mut seen: Vec<&str> = Vec::new();
    for source in e.bron.iter().filter_map(|cited| writer.model().bronnen.get(&cited.source)) {
        let Some(url) = source.url.as_deref() else { continue };
        let linked = seen.contains(&url) || e.document.iter().any(|text| text.raw.contains(url));
        if !linked {
            seen.push(url);
            let to = [("class", "extern"), ("rel", "noopener"), ("href", url)];
            all.push(Html::element("a", &to, source.naam.as_str()));
        }
    }
    all
}

//! What changed on the site, by the day on which it was recorded: the newest first.

use crate::markup::Html;
use crate::pages::kinds::{Change, changes};
use crate::pages::view::{Card, Group, PageView, TocItem};
use crate::pages::writing::{Writer, title};

/// Fills the view of the page that tells what changed.
pub fn fill(writer: &mut Writer<'_>, view: &mut PageView) {
    let say = writer.phrases().running();
    let mut groups: Vec<Group> = Vec::new();
    for change in changes(writer) {
        let Some(day) = change.recorded else { continue };
        let card = card(writer, &change);
        let id = format!("dag-{day}");
        match groups.last_mut().filter(|group| group.id == id) {
            Some(group) => group.items.push(card),
            None => groups.push(Group {
                title: say.recorded_on(&writer.phrases().moment(&day)),
                id,
                text: Html::default(),
                colour: String::new(),
                items: vec![card],
            }),
        }
    }
    if view.lead.is_empty() {
        view.lead = say.changes_lead().into();
    }
    view.toc.extend(groups.iter().map(|g| TocItem { id: g.id.clone(), title: g.title.clone(), level: 2 }));
    view.groups = groups;
}

fn card(writer: &mut Writer<'_>, change: &Change<'_>) -> Card {
    Card {
        title: title(writer, change.record),
        url: writer.book.of_record(change.record),
        anchor: String::new(),
        former: Vec::new(),
        text: writer.maybe(change.text),
        tag: String::new(),
        colour: String::new(),
        status: None,
        facts: change.facts(writer),
        sources: writer.sources(change.sources),
    }
}

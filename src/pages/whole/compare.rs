//! All bodies beside each other, on the page that lists them: a reader chooses two and sees where they differ.

use crate::html;
use crate::markup::Html;
use crate::model::Entity;
use crate::model::kinds::{Gremium, Laag};
use crate::pages::book::COMPARED;
use crate::pages::kinds::{filled, members, ties};
use crate::pages::view::TitledTable;
use crate::pages::writing::{Writer, lower_first};

/// A row for each body; `None` where there is nothing to compare.
pub fn bodies(writer: &mut Writer<'_>) -> Option<TitledTable> {
    let bodies: Vec<&Gremium> = writer.model().gremia.iter().collect();
    if bodies.len() < 2 {
        return None;
    }
    let rows: Vec<Vec<Html>> = bodies.iter().map(|body| row(writer, body)).collect();
    let kind = writer.words().kind(Gremium::KIND);
    let layer = writer.words().kind(Laag::KIND).one;
    let say = writer.phrases().record();
    let title = say.side_by_side(&lower_first(kind.many));
    let head = [kind.one, layer, say.what_it_is(), say.decides(), say.meets(), say.who_sits(), say.ties_with()];
    Some(TitledTable { id: COMPARED.to_owned(), table: filled(&title, &head, rows), title })
}

fn row(writer: &mut Writer<'_>, body: &Gremium) -> Vec<Html> {
    let say = writer.phrases().record();
    let layer = writer.model().lagen.get(&body.laag.id).map(|layer| layer.naam.clone()).unwrap_or_default();
    let meets = writer.maybe(body.vergadert.as_ref());
    // A gap in a comparison would be read as “never”.
    let meets = if meets.is_empty() { Html::from(say.not_told()) } else { meets };
    let inside = members(writer, &body.lid);
    vec![
        writer.link(&body.id),
        layer.into(),
        writer.text(&body.omschrijving),
        html![if body.besluit { say.yes() } else { say.no() }],
        meets,
        if inside.is_empty() { Html::default() } else { Html::list("", inside) },
        ties(writer, &body.id),
    ]
}

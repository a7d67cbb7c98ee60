//! How close a tie was, is and is meant to become: the same three wherever a level is shown.

use super::parts::{fact, with_status};
use crate::html;
use crate::markup::Html;
use crate::model::Status;
use crate::model::kinds::{NiveauStap, Relatie};
use crate::pages::rows::{before, current};
use crate::pages::view::Fact;
use crate::pages::writing::{Writer, status_label};

/// The level of a step, with its day and how sure it is.
fn step(writer: &Writer<'_>, step: &NiveauStap) -> Html {
    let phrases = writer.phrases();
    let since = step.vanaf.as_ref().map(|day| format!(" ({})", phrases.period().from(&phrases.moment(day))));
    with_status(html![writer.link(&step.niveau.id), since.unwrap_or_default()], Some(*step.status), writer.words())
}

/// How close it was before; empty when the data know of no other level.
pub fn then(writer: &Writer<'_>, tie: &Relatie) -> Html {
    before(writer, tie).map(|found| step(writer, found)).unwrap_or_default()
}

/// How close it is.
pub fn now(writer: &Writer<'_>, tie: &Relatie) -> Html {
    current(writer, tie).map_or_else(|| status_label(Status::Open, writer.words()), |found| step(writer, found))
}

/// How close it is meant to become.
pub fn ambition(writer: &Writer<'_>, tie: &Relatie) -> Html {
    let wish = tie.ambitie.as_ref();
    wish.map(|a| with_status(writer.link(&a.niveau.id), Some(*a.status), writer.words())).unwrap_or_default()
}

/// Behind a tie of which the level stands above it: what it was, and what it is meant to become.
pub fn aside(writer: &Writer<'_>, tie: &Relatie) -> Html {
    let say = writer.phrases().running();
    let was = before(writer, tie).map(|step| Html::sentence([writer.link(&step.niveau.id)], |[level]| say.then(level)));
    let wish =
        tie.ambitie.as_ref().map(|wish| Html::sentence([writer.link(&wish.niveau.id)], |[level]| say.wanted(level)));
    let told: Vec<Html> = was.into_iter().chain(wish).collect();
    if told.is_empty() {
        return Html::default();
    }
    html![" ", Html::element("small", &[], html!["(", Html::join(&told, "; "), ")"])]
}

/// Then, now and ambition; nothing when only one level is known, which the list tells already.
pub fn facts(writer: &Writer<'_>, tie: &Relatie) -> Vec<Fact> {
    let all = writer.phrases().common();
    let (was, wish) = (then(writer, tie), ambition(writer, tie));
    if was.is_empty() && wish.is_empty() {
        return Vec::new();
    }
    let told = [fact(all.then(), was), fact(all.now(), now(writer, tie)), fact(all.ambition(), wish)];
    told.into_iter().flatten().collect()
}

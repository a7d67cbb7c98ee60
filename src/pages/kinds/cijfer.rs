//! A figure: its number stands beside its name, and how it was worked out is one line.

use super::face::Face;
use crate::html;
use crate::markup::Html;
use crate::model::kinds::{Cijfer, Term};
use crate::pages::view::{Card, Fact};
use crate::pages::writing::Writer;
use crate::site::figure_in_words;

/// What the program reckons with. Readers see the sum that it makes.
const PARTS: [&str; 4] = ["som_van", "product_van", "gedeeld_door", "afgerond_op"];

impl Face for Cijfer {
    fn card(&self, writer: &mut Writer<'_>, card: &mut Card) {
        card.tag = figure_in_words(writer.phrases(), self);
        let parts = PARTS.map(|key| writer.label(key));
        card.facts.retain(|fact| !parts.contains(&fact.label));
        let reckoned = reckoned(writer, self);
        if self.berekening.is_none() && !reckoned.is_empty() {
            card.facts.insert(0, Fact { label: writer.label("berekening"), value: reckoned });
        }
    }
}

/// `130 uur : 0,1 fte = 1.300 uur`, each number leading to where it stands; empty for what was not worked out.
fn reckoned(writer: &Writer<'_>, e: &Cijfer) -> Html {
    let (terms, sign) = if e.som_van.is_empty() { (&e.product_van, " × ") } else { (&e.som_van, " + ") };
    if terms.is_empty() {
        return Html::default();
    }
    let parts: Vec<Html> = terms.iter().map(|part| term(writer, part)).collect();
    let mut left = Html::join(&parts, sign);
    if let Some(by) = &e.gedeeld_door {
        let bare = parts.len() == 1 || e.som_van.is_empty();
        left = if bare { html![left, " : ", term(writer, by)] } else { html!["(", left, ") : ", term(writer, by)] };
    }
    let outcome = figure_in_words(writer.phrases(), e);
    let outcome = if e.afgerond_op.is_some() { writer.phrases().amounts().rounded(&outcome) } else { outcome };
    // What is only rounded is no sum.
    if parts.len() == 1 && e.gedeeld_door.is_none() { html![left, ", ", outcome] } else { html![left, " = ", outcome] }
}

fn term(writer: &Writer<'_>, term: &Term) -> Html {
    match term {
        Term::Number(number) => writer.phrases().short_number(*number).into(),
        Term::Figure(id) => match writer.model().cijfers.get(&id.id) {
            Some(figure) => {
                Html::link(&writer.href(&writer.book.of_record(figure)), figure_in_words(writer.phrases(), figure))
            }
            None => id.id.as_str().into(),
        },
    }
}

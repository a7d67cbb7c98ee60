//! A figure: its keys tell all, its number stands beside its name.

use super::face::Face;
use crate::model::kinds::Cijfer;
use crate::pages::view::Card;
use crate::pages::writing::Writer;

impl Face for Cijfer {
    fn card(&self, writer: &mut Writer<'_>, card: &mut Card) {
        card.tag = crate::site::figure_in_words(writer.phrases(), self);
    }
}

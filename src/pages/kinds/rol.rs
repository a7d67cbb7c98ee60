//! A function: its keys tell what it does, and how it can be reached.

use super::answers::whole_list;
use super::face::Face;
use super::parts::fact;
use super::running::contacts;
use crate::model::kinds::Rol;
use crate::pages::view::Card;
use crate::pages::writing::Writer;

impl Face for Rol {
    fn card(&self, writer: &mut Writer<'_>, card: &mut Card) {
        let reach = contacts(writer, &self.id);
        card.facts.extend(fact(writer.phrases().running().reach(), whole_list(&reach)));
    }
}

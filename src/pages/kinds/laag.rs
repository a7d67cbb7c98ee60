//! A layer: its keys tell all.

use super::face::Face;
use super::parts::dye;
use crate::model::kinds::Laag;
use crate::pages::view::Group;
use crate::pages::writing::Writer;

impl Face for Laag {
    fn group(&self, _writer: &mut Writer<'_>, group: &mut Group) {
        group.colour = dye(self.kleur);
    }
}

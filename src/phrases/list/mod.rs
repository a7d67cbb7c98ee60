//! Every phrase that there is, with what it is given: **a new phrase is one line here and one in each table.**

#[macro_use]
mod macros;
mod data;
pub mod drawings;
mod page;
pub mod texts;

use super::message::Place;

/// A group of phrases as declared.
#[derive(Debug, Clone, Copy)]
pub struct Group {
    /// The table that its phrases stand in; empty for those at the top, which only templates use.
    pub name: &'static str,
    /// Its phrases, in the order of declaration.
    pub phrases: &'static [Declared],
}

/// A phrase as declared.
#[derive(Debug)]
pub struct Declared {
    /// Its key in the table.
    pub key: &'static str,
    /// What it is given.
    pub places: &'static [Place],
}

impl Declared {
    /// Its key with that of its group: `ladder.caption`.
    pub fn path(&self, group: &Group) -> String {
        if group.name.is_empty() { self.key.to_owned() } else { format!("{}.{}", group.name, self.key) }
    }
}

/// All groups: those of the data first, then the texts', then the drawings'.
pub const GROUPS: &[Group] = &all();

const COUNT: usize = data::GROUPS.len() + texts::GROUPS.len() + drawings::GROUPS.len();

const fn all() -> [Group; COUNT] {
    let mut all = [Group { name: "", phrases: &[] }; COUNT];
    let parts = [data::GROUPS, texts::GROUPS, drawings::GROUPS];
    let (mut part, mut within, mut at) = (0, 0, 0);
    while at < COUNT {
        if within == parts[part].len() {
            (part, within) = (part + 1, 0);
        } else {
            all[at] = parts[part][within];
            (within, at) = (within + 1, at + 1);
        }
    }
    all
}

//! What the data hold but could not be used: what refers to it is no mistake of its own.

use super::headings::{headings, kind_headed};
use crate::diag::Span;
use std::collections::BTreeSet;

/// Records that could not be read, as far as they are known. The reason was told.
#[derive(Debug, Clone, Default)]
pub struct Lost {
    /// Ids that are written in what could not be used.
    pub ids: BTreeSet<String>,
    /// Kinds of which a record was lost whose id is not known.
    pub nameless: BTreeSet<&'static str>,
    /// Kinds of which some record could not be read at all.
    pub kinds: BTreeSet<&'static str>,
    /// Lists with something in them of which nothing could be read, by their places.
    pub lists: Vec<Span>,
    /// A whole file of which nothing is known.
    pub file: bool,
    /// Was anything lost?
    pub some: bool,
}

impl Lost {
    /// Takes note of a text that cannot be read: its headings, and its ids.
    pub fn text(&mut self, text: &str) {
        let ids: Vec<&str> = ids_written(text).collect();
        let kinds: Vec<&'static str> = headings(text).filter_map(|(_, line)| kind_headed(line)).collect();
        if ids.is_empty() {
            self.nameless.extend(&kinds);
            self.file |= kinds.is_empty();
        }
        self.ids.extend(ids.into_iter().map(str::to_owned));
        self.kinds.extend(kinds);
        self.some = true;
    }

    /// May an unknown id be one of a record that was lost? Without kinds it may be of any.
    pub fn may_be(&self, id: &str, kinds: &[&str]) -> bool {
        self.file
            || self.ids.contains(id)
            || if kinds.is_empty() {
                !self.nameless.is_empty()
            } else {
                kinds.iter().any(|k| self.nameless.contains(k))
            }
    }
}

/// The ids in a text that cannot be read whole: `id = "…"` at the start of a line.
fn ids_written(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter_map(|line| {
        let rest = line.trim_start().strip_prefix("id")?.trim_start().strip_prefix('=')?;
        rest.split(['"', '\'']).map(str::trim).find(|id| !id.is_empty())
    })
}

//! Data that are not there at all: one mistake, not one for each that refers to them.

use super::{Kind, Model};
use crate::diag::{Diagnostic, Span, words};
use std::collections::BTreeMap;

/// So many references to a kind without a single record are one mistake. Fewer are told one by one, each with its own remedy.
const MANY: usize = 3;

impl Model {
    /// Does any record refer to one that is not there?
    pub fn misses_some(&self) -> bool {
        let record = |id: &str| !self.ids.contains_key(id);
        self.references.iter().any(|reference| !reference.kinds.is_empty() && record(&reference.id))
            || self.citations.iter().any(|citation| record(&citation.source))
    }

    /// Tells of each kind that is referred to time and again while there is not a single record of it: a file was lost, or is not
    /// there yet. What refers to it is no mistake of its own after that.
    pub fn tell_absent(&mut self, problems: &mut Vec<Diagnostic>) {
        let mut missing: BTreeMap<&str, (Kind, Span, usize)> = BTreeMap::new();
        for reference in &self.references {
            let mut kinds = reference.kinds.iter().filter_map(|name| Self::kind(name)).peekable();
            let known = kinds.peek().is_none() || self.ids.contains_key(&reference.id);
            if known || self.lost.may_be(&reference.id, reference.kinds) {
                continue;
            }
            for kind in kinds.filter(|kind| !self.ids.values().any(|(of, _)| of.name == kind.name)) {
                missing.entry(kind.name).or_insert((kind, reference.place, 0)).2 += 1;
            }
        }
        let unknown = |source: &str| !self.ids.contains_key(source) && !self.lost.may_be(source, &["bron"]);
        let cited = self.citations.iter().filter(|citation| unknown(&citation.source));
        if let Some(bron) = Self::kind("bron").filter(|bron| !self.ids.values().any(|(of, _)| of.name == bron.name)) {
            for citation in cited {
                missing.entry(bron.name).or_insert((bron, citation.place, 0)).2 += 1;
            }
        }
        for (kind, first, number) in missing.into_values().filter(|(.., number)| *number >= MANY) {
            problems.push(words::data::absent_kind(first, kind.name, kind.plural, number));
            self.lost.nameless.insert(kind.name);
            self.lost.kinds.insert(kind.name);
            self.lost.some = true;
        }
    }
}

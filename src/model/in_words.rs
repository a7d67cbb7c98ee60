//! Texts of the data as plain words, with the names that records have now.

use super::{AnyEntity, Model};
use crate::decode::{Shown, Text};

/// Names may hold names in turn; deeper than this none is looked up, or one that holds itself would have no end.
const DEEPEST: usize = 2;

impl Model {
    /// A name with the names of others for its `[[links]]`, and without marks of bold and code.
    pub fn in_words(&self, text: &Text) -> String {
        self.named_in(&text.raw, 0).replace("**", "").replace('`', "")
    }

    fn named_in(&self, raw: &str, depth: usize) -> String {
        let (mut out, mut rest) = (String::new(), raw);
        while let Some((before, after)) = rest.split_once("[[") {
            let Some((link, behind)) = after.split_once("]]") else { break };
            let (id, words) = link.split_once('|').map_or((link, None), |(id, words)| (id, Some(words)));
            out.push_str(before);
            out.push_str(&words.map_or_else(
                || self.name_at(id.split('#').next().unwrap_or_default().trim(), depth),
                |words| words.trim().to_owned(),
            ));
            rest = behind;
        }
        out + rest
    }

    fn name_at(&self, id: &str, depth: usize) -> String {
        let Some(record) = self.get(id) else { return id.to_owned() };
        match own_text(record) {
            Some(_) if depth == DEEPEST => id.to_owned(),
            Some(text) => self.named_in(&text.raw, depth + 1),
            None => record.name(self),
        }
    }
}

/// The name of a record that is a text, in which others may be named.
fn own_text(record: &dyn AnyEntity) -> Option<&Text> {
    record.values().into_iter().find_map(|(key, shown)| match shown {
        Shown::Markdown(text) if ["naam", "vraag"].contains(&key) => Some(text),
        _ => None,
    })
}

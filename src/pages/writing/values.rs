//! The values of the data as a page shows them.

use super::resolve::{Blocks, PageResolver};
use super::writer::{Writer, label_of};
use crate::content::{self, FilledInline};
use crate::decode::{Shape, Shown, Text};
use crate::html;
use crate::markup::Html;
use crate::model::{AnyEntity, Model};
use crate::pages::view::Fact;
use crate::phrases::Phrases;

impl Writer<'_> {
    /// Inline text of the data as safe HTML, without a paragraph around it.
    pub fn text(&mut self, text: &Text) -> Html {
        self.inline(text).html
    }

    /// Inline text, or nothing.
    pub fn maybe(&mut self, text: Option<&Text>) -> Html {
        text.map(|t| self.text(t)).unwrap_or_default()
    }

    /// Inline text of the data as plain words.
    pub fn plain(&mut self, text: &Text) -> String {
        self.inline(text).plain
    }

    fn inline(&mut self, text: &Text) -> FilledInline {
        let inline = content::inline(text);
        self.problems.extend(inline.problems.iter().cloned());
        inline.fill(&mut PageResolver::new(self, "", &Blocks::NONE))
    }

    /// A value of the data as safe HTML; empty when there is nothing.
    pub fn value(&mut self, shown: &Shown<'_>) -> Html {
        match shown {
            Shown::Nothing => Html::default(),
            Shown::Plain(text) if text.starts_with("https://") || text.starts_with("http://") => {
                let to = [("class", "extern adres"), ("rel", "noopener"), ("href", *text)];
                Html::element("a", &to, *text)
            }
            Shown::Plain(text) => (*text).into(),
            Shown::Markdown(text) => self.text(text),
            Shown::Bool(yes) => if *yes { self.phrases().common().yes() } else { self.phrases().common().no() }.into(),
            Shown::Integer(number) => number.to_string().into(),
            Shown::Number(value) => self.phrases().short_number(*value).into(),
            Shown::Moment(moment) => self.phrases().moment(moment).into(),
            Shown::Reference { id, .. } => self.link(id),
            Shown::Citation(citation) => self.source_line(std::slice::from_ref(*citation)),
            Shown::List(items)
                if items
                    .iter()
                    .all(|i| matches!(i, Shown::Reference { .. } | Shown::Plain(_) | Shown::Citation(_))) =>
            {
                let parts: Vec<Html> = items.iter().map(|i| self.value(i)).collect();
                Html::join(&parts, ", ")
            }
            Shown::List(items) => Html::list("", items.iter().map(|i| self.value(i))),
            Shown::Table(fields) => {
                let phrases = self.phrases();
                let parts: Vec<Html> = fields
                    .iter()
                    .map(|(key, value)| (key, self.value(value)))
                    .filter(|(_, value)| !value.is_empty())
                    .map(|(key, value)| html![key_name(phrases, key).to_lowercase(), ": ", value])
                    .collect();
                Html::join(&parts, "; ")
            }
        }
    }

    /// What a key is called. One that names a kind has that kind's word on this portal.
    pub fn label(&self, key: &str) -> String {
        match Model::kind(key) {
            Some(kind) => self.words().kind(kind).one.to_owned(),
            None => key_name(self.phrases(), key),
        }
    }

    /// Facts from the keys of a record, but for those already shown elsewhere.
    pub fn facts(&mut self, record: &dyn AnyEntity, skip: &[&str]) -> Vec<Fact> {
        let common = ["id", "naam", "vraag", "status", "bron", "toelichting", "herzien_voor", "voorheen"];
        let mut facts = Vec::new();
        for (key, shown) in record.values() {
            if common.contains(&key) || skip.contains(&key) {
                continue;
            }
            let value = match &shown {
                // A fixed word may have a name of its own; a text that happens to be the same has not.
                Shown::Plain(word) if is_choice(record, key) => self.words().name_of(word).into(),
                _ => self.value(&shown),
            };
            if !value.is_empty() {
                facts.push(Fact { label: self.label(key), value });
            }
        }
        facts
    }
}

/// The name of a record as lists show it; a name that may hold Markdown as plain words.
pub fn title(writer: &mut Writer<'_>, record: &dyn AnyEntity) -> String {
    let named = record.values().into_iter().find(|(key, _)| *key == "naam" || *key == "vraag");
    match named {
        Some((_, Shown::Markdown(text))) => writer.plain(text),
        _ => record.name(writer.model()),
    }
}

/// What the language calls a key.
fn key_name(phrases: &Phrases, key: &str) -> String {
    phrases.named("keys", key).map_or_else(|| label_of(key), str::to_owned)
}

/// Does this key of the record hold one of a few fixed words?
fn is_choice(record: &dyn AnyEntity, key: &str) -> bool {
    let keys = Model::keys_of(record.kind().name);
    keys.iter().any(|k| k.name == key && matches!(k.shape, Shape::Choice(_)))
}

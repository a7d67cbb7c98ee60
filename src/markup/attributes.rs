//! Attributes that are gathered before their element is known.

use super::escape::attribute;
use std::borrow::Cow;

/// A text that mostly stands in the program itself.
type Text = Cow<'static, str>;

/// Names with their values, in order; a name without a value stands alone (`open`).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Attributes(Vec<(Text, Option<Text>)>);

impl Attributes {
    /// Adds one.
    pub fn add(&mut self, name: impl Into<Text>, value: impl Into<Text>) {
        self.0.push((name.into(), Some(value.into())));
    }

    /// Adds a name without a value.
    pub fn flag(&mut self, name: impl Into<Text>) {
        self.0.push((name.into(), None));
    }

    /// Gives one that is there another value.
    pub fn set(&mut self, name: &str, value: impl Into<Text>) {
        let value = value.into();
        self.0.iter_mut().filter(|(known, _)| known == name).for_each(|(_, old)| *old = Some(value.clone()));
    }

    /// Adds all of another.
    pub fn extend(&mut self, other: &Self) {
        self.0.extend(other.0.iter().cloned());
    }

    /// Is there one with this name?
    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(known, _)| known == name)
    }

    /// Adds a class of our own before those that stand there, or alone in front.
    pub fn class_first(&mut self, class: &str) {
        match self.0.iter_mut().find(|(name, _)| name == "class") {
            Some((_, value)) => *value = Some(format!("{class} {}", value.as_deref().unwrap_or_default()).into()),
            None => self.0.insert(0, ("class".into(), Some(class.to_owned().into()))),
        }
    }

    pub(super) fn write(&self, out: &mut String) {
        for (name, value) in &self.0 {
            match value {
                Some(value) => attribute(out, name, value),
                None => {
                    out.push(' ');
                    out.push_str(name);
                }
            }
        }
    }
}

//! What a style sheet sets on `:root`: what a theme's tokens are worth, in light and in dark.

use super::colour::Colour;
use super::shrink::without_comments;
use memchr::memchr3;
use std::collections::BTreeMap;

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// Dark letters on a light ground.
    Light,
    /// Light letters on a dark ground.
    Dark,
}

impl Scheme {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Light, Self::Dark];
}

/// Property of `:root` → its value as written where it is set last.
#[derive(Debug, Clone, Default)]
pub struct Palette(BTreeMap<String, String>);

impl Palette {
    /// Reads what is set on `:root`.
    pub fn of(css: &str) -> Self {
        Self::default().with(css)
    }

    /// The same with what another style sheet sets after it. What holds under a condition (`@media print`) does not count.
    #[must_use]
    pub fn with(mut self, css: &str) -> Self {
        let css = without_comments(css);
        let mut open: Vec<&str> = Vec::new();
        let mut rest = css.as_str();
        while let Some(at) = memchr3(b'{', b'}', b';', rest.as_bytes()) {
            let before = rest[..at].trim();
            match rest.as_bytes()[at] {
                b'{' => open.push(before),
                sign => {
                    self.set(&open, before);
                    if sign == b'}' {
                        open.pop();
                    }
                }
            }
            rest = &rest[at + 1..];
        }
        self
    }

    /// Takes in a declaration that stands within these rules.
    fn set(&mut self, within: &[&str], declaration: &str) {
        let Some((&":root", layers)) = within.split_last() else { return };
        if let Some((name, value)) =
            declaration.split_once(':').filter(|_| layers.iter().all(|l| l.starts_with("@layer")))
        {
            self.0.insert(name.trim().to_owned(), value.trim().to_owned());
        }
    }

    /// The names of all custom properties.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str).filter(|name| name.starts_with("--"))
    }

    /// What a property is worth: `var()` is followed and `light-dark()` chosen from.
    pub fn value(&self, name: &str, scheme: Scheme) -> Option<&str> {
        let mut value = self.0.get(name)?.as_str();
        // A property that refers to itself is worth nothing.
        for _ in 0..self.0.len() {
            match value.strip_prefix("var(").and_then(|rest| rest.strip_suffix(')')) {
                Some(other) => value = self.0.get(other.trim())?,
                None => {
                    let pair = value.strip_prefix("light-dark(").and_then(|rest| rest.strip_suffix(')'));
                    let Some((light, dark)) = pair.and_then(|p| p.split_once(',')) else { return Some(value) };
                    return Some(if scheme == Scheme::Light { light.trim() } else { dark.trim() });
                }
            }
        }
        None
    }

    /// The colour that a property is.
    pub fn colour(&self, name: &str, scheme: Scheme) -> Option<Colour> {
        self.value(name, scheme).and_then(Colour::hex)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_followed_and_chosen_from() {
        let palette = Palette::of(
            "@layer a { :root { --a: light-dark(#111111, #eee); /* --b: no; */ --b: var(--a) } .x { --a: #222 } }\n:root{--c:1rem;--d:var(--d)}@media print{:root{--c:2rem}}",
        );
        assert_eq!(palette.value("--b", Scheme::Light), Some("#111111"));
        assert_eq!(palette.colour("--b", Scheme::Dark), Colour::hex("#eeeeee"));
        assert_eq!(palette.value("--c", Scheme::Dark), Some("1rem"));
        assert_eq!(palette.value("--d", Scheme::Light), None);
        assert_eq!(palette.names().count(), 4);
    }
}

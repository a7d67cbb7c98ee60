//! Names, links and small Dutch phrases that several kinds share.

use crate::markup::Html;

/// Something that has a name and a page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Named {
    /// What it is called.
    pub name: String,
    /// Where it leads; empty when it has no page.
    pub href: String,
}

impl Named {
    /// As a link in HTML, or as its bare name.
    pub fn link(&self) -> Html {
        link(&self.href, &self.name)
    }

    /// The same, on one line.
    pub fn link_unbroken(&self) -> Html {
        link(&self.href, &unbroken(&self.name))
    }
}

/// What a portal calls the main lines and tasks of its plan, each with a capital.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanWords {
    /// A main line.
    pub line: String,
    /// More of them.
    pub lines: String,
    /// A task.
    pub task: String,
    /// More of them.
    pub tasks: String,
}

impl Default for PlanWords {
    fn default() -> Self {
        let [line, lines, task, tasks] = ["Spoor", "Sporen", "Opgave", "Opgaven"].map(str::to_owned);
        Self { line, lines, task, tasks }
    }
}

/// A link in HTML; the bare words when there is nowhere to go.
pub fn link(href: &str, words: &str) -> Html {
    if href.is_empty() { Html::text(words) } else { Html::link(href, words) }
}

/// Words that stay on one line, such as `Opgave 4`.
pub fn unbroken(words: &str) -> String {
    words.replace(' ', "\u{a0}")
}

/// Links with commas between them.
pub fn links(all: &[Named]) -> Html {
    joined(all.iter().map(Named::link))
}

/// A cell of a table with commas between what stands in it; a dash when that is nothing.
pub fn joined_or_dash(all: impl IntoIterator<Item = Html>) -> Html {
    let all = joined(all);
    if all.is_empty() { dash() } else { all }
}

fn joined(all: impl IntoIterator<Item = Html>) -> Html {
    Html::join(&all.into_iter().collect::<Vec<_>>(), ", ")
}

/// What stands in a cell that has nothing to say.
pub fn dash() -> Html {
    Html::text("–")
}

/// The words of a cell; a dash when there are none.
pub fn or_dash(words: &str) -> Html {
    if words.is_empty() { dash() } else { Html::text(words) }
}

/// Names with commas between them, in plain text.
pub fn names(all: &[Named]) -> String {
    all.iter().map(|named| named.name.as_str()).collect::<Vec<_>>().join(", ")
}

/// The first letter as a capital.
pub fn capital(text: &str) -> String {
    if let Some(rest) = text.strip_prefix("één") {
        return format!("Eén{rest}");
    }
    let mut letters = text.chars();
    letters.next().map(|c| c.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// The first letter small, unless it begins an abbreviation.
pub fn lower(text: &str) -> String {
    if let Some(rest) = text.strip_prefix("Eén") {
        // A capital of this word has no accent.
        return format!("één{rest}");
    }
    let mut letters = text.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), second) if !second.is_some_and(|c| c.is_uppercase() || c.is_ascii_digit()) => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => text.to_owned(),
    }
}

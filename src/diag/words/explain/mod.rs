//! What each code means, for `verbeeld check --uitleg CODE` and the manual.

mod data;
mod examples;
mod pages;
mod rules;
mod texts;

pub use examples::{examples, exemplified};

/// The meaning of one code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Explanation {
    /// The code, or the letters that a family of codes begins with.
    pub code: &'static str,
    /// What it is about, in a few words.
    pub title: &'static str,
    /// Why it is a problem.
    pub text: &'static str,
}

/// All explanations, by subject.
pub const EXPLAINED: &[&[Explanation]] = &[data::ALL, rules::ALL, pages::ALL, texts::ALL];

/// The explanation of a code: its own, or else that of its family.
pub fn explanation(code: &str) -> Option<Explanation> {
    let all = || EXPLAINED.iter().copied().flatten();
    let family = code.trim_end_matches(|c: char| c.is_ascii_digit());
    all().find(|e| e.code == code).or_else(|| all().find(|e| e.code == family && code != family)).copied()
}

/// All codes and families that have an explanation.
pub fn codes() -> impl Iterator<Item = &'static str> {
    EXPLAINED.iter().copied().flatten().map(|e| e.code)
}

/// Shortens the tables.
const fn of(code: &'static str, title: &'static str, text: &'static str) -> Explanation {
    Explanation { code, title, text }
}

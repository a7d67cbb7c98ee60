//! Markup as a type: what has been escaped is an [`Html`], what has not is a `str`, and the one never passes for the other.
//!
//! Nobody can make an [`Html`] but by escaping text or by opening and closing elements. While it is written it remembers what
//! each stretch of it is, so whoever wants its words, links or blocks walks through them ([`Html::pieces`]) and never has to
//! take apart what this program wrote itself.

mod attributes;
mod escape;
mod html;
mod mark;
mod packed;
mod page;
mod sentence;
mod svg;

pub use attributes::Attributes;
pub use escape::{attribute, escape, push_escaped};
pub use html::{Html, Piece};
pub use packed::Packed;
pub use svg::Svg;

/// Joins texts, which are escaped, and markup: `html!["zie ", link, "."]`.
#[macro_export]
macro_rules! html {
    ($($part:expr),* $(,)?) => {{
        let mut all = $crate::markup::Html::default();
        $(all.push($part);)*
        all
    }};
}

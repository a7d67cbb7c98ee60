//! Markdown pages: front matter, Markdown, directives, headings, links.
//!
//! [`parse`] looks at one file only, so its result can be kept as long as the file does not change. What depends on the rest
//! of the site (links, figures, infographics) is left as a [`Segment`] to be filled in when the page is planned.

mod document;
mod front;
mod stub;
pub use stub::*;

pub use document::{Document, Heading, Segment, Target};
pub use front::FrontMatter;

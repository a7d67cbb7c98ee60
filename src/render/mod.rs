//! Views → HTML, feed, sitemap; the data → files for others.

mod feed;
mod glossary;
mod html;
mod memo;
mod open_data;
mod security;
mod sitemap;

pub use feed::feed;
pub use html::{Ready, Renderer};
pub use memo::{KnownPage, PageMemo};
pub use open_data::{DataMemo, Made, open_data};
pub(crate) use open_data::{csv_line, guarded};
pub use security::{SECURITY_TXT, security_txt};
pub use sitemap::{robots, sitemap};

pub(crate) use crate::markup::escape as xml;

//! Infographics: one file per kind, on a few shared parts.
//!
//! A kind turns rows of data into an [`Infographic`]: a drawing, its table twin and one sentence of conclusion, all from
//! the same rows.

mod advances;
pub mod figure;
pub mod geometry;
pub mod glyph;
pub mod layout;
pub mod metrics;
pub mod relatiekaart;
pub mod svg;
pub mod weave;

pub use figure::{Infographic, LegendItem, Table};

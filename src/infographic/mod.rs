//! Infographics: one file per kind, on a few shared parts.
//!
//! A kind turns rows of data into an [`Infographic`]: a drawing, its table twin and one sentence of conclusion, all from
//! the same rows.

pub mod figure;
pub mod relatiekaart;
pub use relatiekaart::sample_stub as sample;

pub use figure::{Infographic, LegendItem, Table};

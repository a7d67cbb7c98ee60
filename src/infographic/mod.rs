//! Infographics: one file per kind, on a few shared parts.
//!
//! A kind turns rows of data into an [`Infographic`]: a drawing, its table twin and one sentence of conclusion, all from
//! the same rows. The shared parts, from the ground up: [`geometry`] and [`metrics`] (room), [`svg`] (writing it), [`weave`]
//! and [`glyph`] (the look of levels), [`lettering`] (texts in fixed styles), [`canvas`] (what a kind draws with), [`layout`]
//! (lanes and routes of the relation map), [`network`] (bodies and ties as rows), [`legend`], [`words`], and [`figure`] (what a kind delivers).

mod advances;
pub mod besluitroute;
pub mod big8;
pub mod bijdrage;
pub mod boom;
pub mod canvas;
pub mod figure;
pub mod geometry;
pub mod glyph;
pub mod kerncijfers;
pub mod keuzebord;
pub mod ladder;
pub mod layout;
pub mod legend;
pub mod lettering;
pub mod metrics;
pub mod network;
pub mod organogram;
mod pieces;
pub mod planning;
pub mod relatiekaart;
pub mod relatiematrix;
pub mod rollenmatrix;
pub mod stack;
pub mod svg;
pub mod tegelkaart;
pub mod tegenover;
pub mod upright;
pub mod verloop;
pub mod weave;
pub mod weefsel;
pub mod wegwijzer;
pub mod words;

pub use figure::{Infographic, LegendItem, Table};

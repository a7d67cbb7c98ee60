//! Verbeeld turns Markdown pages and structured data about a collaboration into an infographic-rich public website.
//!
//! ```text
//! Sources ──parse──▶ Site ──plan──▶ Vec<Page> ──render──▶ Output
//! ```

pub mod cli;
pub mod content;
pub mod decode;
pub mod diag;
pub mod difference;
pub mod dutch;
pub mod edit;
pub mod export;
pub mod hosts;
pub mod images;
pub mod infographic;
pub mod letters;
pub mod markup;
pub mod model;
pub mod output;
pub mod outside;
pub mod pages;
pub mod phrases;
pub mod pipeline;
pub mod reading;
pub mod render;
pub mod search;
pub mod serve;
pub mod site;
pub mod source;
pub mod theme;

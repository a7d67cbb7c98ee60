//! Verbeeld turns Markdown pages and structured data about a collaboration into an infographic-rich public website.
//!
//! ```text
//! Sources ──parse──▶ Site ──plan──▶ Vec<Page> ──render──▶ Output
//! ```

pub mod diag;
pub mod infographic;
pub mod output;
pub mod serve;
pub mod source;

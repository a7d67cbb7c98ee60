//! Writes safe HTML for one page: links, texts, values, sources.

mod outcomes;
mod period;
mod resolve;
mod values;
mod writer;

pub use outcomes::Outcomes;
pub use period::{in_year, period, planned};
pub use resolve::{Blocks, PageResolver};
pub use values::title;
pub use writer::{WantedAnchor, Writer, label_of, lower_first, status_label, status_view};

//! The data of the portal as files for others: which files there are, what stands in them, and the pages that tell of them.
//!
//! This says what exists; [`render`](crate::render) makes the bytes. So a page can link to a file, and a wrong link is
//! found, before any file is made.

mod downloads;
mod page;
mod sheets;

pub use downloads::{Download, Form, Listed, downloads, kinds};
pub use sheets::{Cell, Column, Origin, Sheet, rows, sheets};

pub(super) use page::{Section, columns, files};
pub use page::{column_anchor, file_anchor};

/// Where the files and the page that tells of them stand.
pub const FOLDER: &str = "data/";
/// The page that tells what each column means.
pub const COLUMNS: &str = "data/kolommen/";

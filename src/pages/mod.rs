//! Which pages exist, and what each template sees.
//!
//! The rooms, from the ground up, each using only those before it: [`view`], `texts` and `page` (what a template sees), `book` (addresses,
//! names), `writing` (safe HTML for one page), `rows` (records as the rows of drawings), `kinds` (what each kind of record tells),
//! `whole` (pages of many records), `plan` (all pages).

mod book;
mod kinds;
mod page;
mod plan;
mod rows;
mod texts;
pub mod view;
mod whole;
mod writing;

pub use writing::{label_of, lower_first};

pub(crate) use kinds::{SCHEMA, term_set, thing};
pub(crate) use plan::link as portal_link;
pub(crate) use rows::current as current_level;
pub(crate) use writing::{Writer, title as record_title};

pub use book::{AddressList, Addresses, Names, Slot, What, has_gallery, names_of_records};
pub use page::{CARD, Page};
pub use plan::{Plan, PlanMemo, Planned, Planning, Shared, Studio};
pub use rows::{InfographicKind, block_references};
pub use texts::Stand;

/// Where everything that has a name stands, by letter.
pub const ALPHABET: &str = book::ALPHABET.url;

/// The data of the portal as files for others: which files there are, what stands in them, and the pages that tell of them.
///
/// This says what exists; [`render`](crate::render) makes the bytes. So a page can link to a file, and a wrong link is
/// found, before any file is made.
pub mod open_data {
    pub use super::book::{Column, Download, Form, Listed, Origin, Sheet, kinds, sheets};
    pub use super::whole::cells::{Cell, rows};
    pub use super::whole::open_data::{column_anchor, file_anchor};

    /// Where the files and the page that tells of them stand.
    pub const FOLDER: &str = super::book::OPEN_DATA.url;
    /// The page that tells what each column means.
    pub const COLUMNS: &str = super::book::COLUMNS.url;
}

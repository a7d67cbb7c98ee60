//! Which pages exist, and what each template sees.

mod addresses;
mod alphabet;
mod by_level;
mod by_participation;
mod calculator;
mod contribution;
mod entity;
mod gallery;
mod infographics;
mod linked;
mod list;
mod memo;
mod mentions;
mod names;
pub mod open_data;
mod plan;
mod resolve;
mod sheet;
mod site_view;
mod special;
mod studio;
mod timeline;
pub mod view;
mod writer;

pub use writer::{escape, label_of, plain_of};

pub(crate) use entity::title as record_title;
pub(crate) use infographics::current as current_level;
pub(crate) use linked::{SCHEMA, term_set, thing};
pub(crate) use site_view::link as portal_link;
pub(crate) use writer::Writer;

pub use addresses::{Addresses, What};
pub use alphabet::URL as ALPHABET;
pub use memo::PlanMemo;
pub use names::{Names, of_records as names_of_records};
pub use plan::{CARD, Page, Plan, plan};
pub use studio::Studio;

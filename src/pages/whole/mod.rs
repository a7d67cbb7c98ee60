//! The pages that show many records at once: lists, the timeline, the gallery, all names, sheets, open data.

pub mod alphabet;
mod by_level;
mod by_participation;
pub mod cells;
pub mod changes;
pub mod compare;
pub mod gallery;
pub mod list;
pub mod open_data;
pub mod place;
pub mod timeline;

//! The address book: which pages and files exist, what they are called, and what each name, id or link leads to.

mod addresses;
mod downloads;
mod mentions;
mod names;
mod sheets;
mod special;

pub use addresses::{AddressList, Addresses, Slot, What, address, ancestors, has_gallery};
pub use downloads::{Download, Form, Listed, calendar_path, kinds};
pub use mentions::{Mentions, mentions, names_in, of as mentions_of, shown};
pub use names::{Names, of_records as names_of_records};
pub use sheets::{Column, Origin, Sheet, sheets};
pub use special::{
    ALPHABET, CHANGES, COLUMNS, COMPARED, GALLERY, OPEN_DATA, PLACE_TEMPLATE, former_sheet, has_place, place_address,
};

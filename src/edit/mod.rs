//! Changes to the sources that a command makes for an editor: splices on exact places, so that every byte elsewhere stays as it is.
//!
//! A [`Change`] is collected, applied in memory and looked at as a whole site before anything is written. Libraries that write TOML
//! back keep comments, but not line endings, a byte order mark or a missing last line end, so none is used here.

mod act;
mod alongside;
mod blocks;
mod called;
mod change;
mod decide;
mod level;
mod look;
mod meant;
mod mend;
mod named;
mod pieces;
mod postpone;
mod remove;
mod rename;
mod seat;
mod written;

pub use act::Act;
pub use blocks::{Blocks, Record, literal};
pub use change::{Change, Refused, Tried};
pub use decide::{Decision, choice_meant, decided};
pub use level::{Raised, level_meant, may_raise, raised, tie_meant};
pub use meant::{Outcome, Source, decider, deciding, has_been, outcome, source};
pub use mend::{Mended, mended};
pub use postpone::{Postponed, date_meant, is_new_date, postponed};
pub use remove::removed;
pub use rename::{mentions_of, renamed};
pub use seat::{Seat, SeatMeant, seated};
pub use written::{Place, places_of};

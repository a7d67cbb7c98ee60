//! The collaboration: who takes part, in which bodies, how they relate and how closely.

mod common;

pub use common::{Citation, Status};

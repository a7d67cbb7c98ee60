//! What tests of drawings share.

pub mod area;
pub mod doek;
pub mod kijk;
pub mod meetkunde;
pub mod netjes;
pub mod proef;
pub mod snapshot;
pub mod voorbeeld;

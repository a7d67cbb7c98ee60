//! What several test programs share.
#![allow(dead_code, reason = "each test program uses its own part")]

pub mod case;
pub mod desk;
pub mod diff;
pub mod html;
pub mod project;

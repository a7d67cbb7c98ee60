//! The dev server over real sockets: what a browser gets, what an attacker does not, what an open page is told.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "tests"
)]

mod crowd;
mod ending;
mod files;
mod refusing;
mod saving;
mod server;
mod telling;

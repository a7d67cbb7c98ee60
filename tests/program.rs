//! Publishing under fire and the dev server: tests in which time and processes play a part.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "tests"
)]

mod publish;
mod serve;

//! The open data: they give the model back, they tell what the pages show, and standard readers take them.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "tests"
)]

mod formats;
mod pages;
mod round_trip;
mod support;
mod timeline;

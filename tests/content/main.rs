//! Pages: what an editor writes, and what comes out.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "tests"
)]

mod front;
mod hostile;
mod html;
mod inline;
mod markdown;
mod problems;
mod support;

//! Pages: what an editor writes, and what comes out.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

mod front;
mod hostile;
mod html;
mod inline;
mod markdown;
mod problems;
mod support;

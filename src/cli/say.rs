//! What the program prints. Who listens may leave (`verbeeld check --leesniveau | head`); that is no mistake, so the rest is
//! not said and the command ends as it would have.

use std::fmt::Display;
use std::io::{Write, stderr, stdout};

/// On standard output: what was asked for.
pub fn out(text: impl Display) {
    let _ = write!(stdout().lock(), "{text}").and_then(|()| stdout().flush());
}

/// On standard error, with a line end: what there is to say about it.
pub fn line(text: impl Display) {
    err(format_args!("{text}\n"));
}

/// On standard error, as it is.
pub fn err(text: impl Display) {
    let _ = write!(stderr().lock(), "{text}");
}

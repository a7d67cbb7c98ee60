//! Every Dutch sentence that tells of a problem, one file per subject, each sentence once, with its code.

pub mod checks;
pub mod content;
pub mod data;
pub mod deploy;
pub mod explain;
pub mod files;
pub mod foreign;
pub mod html;
pub mod meant;
pub mod nearly;
pub mod output;
pub mod outside;
pub mod pages;
pub mod pasted;
pub mod phrases;
pub mod portal;
pub mod rules;
pub mod slips;
pub mod theme;
pub mod untrusted;
pub mod written;

/// The beginning of what is too long to quote.
fn cut(text: &str, most: usize) -> String {
    let mut shown: String = text.chars().take(most).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    shown
}

//! The commands that change an editor's files: every byte elsewhere stays, and the site stays right.

mod afterwards;
mod alongside;
mod answers;
#[cfg(target_os = "linux")]
mod asking;
mod broken_off;
mod deciders;
pub(crate) mod deciding;
mod followed;
mod listing;
mod meaning;
mod naming;
mod places;
mod renaming;
mod splices;
mod taking_back;
mod together;
mod told;

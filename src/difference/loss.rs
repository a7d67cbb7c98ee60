//! What an editor would lose, and what is known of both sites to find it.

use super::pages::Pages;
use super::records::Records;

/// Something that is lost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loss {
    /// What happened.
    pub what: String,
    /// What to do when that was not meant.
    pub remedy: String,
}

/// Both sites: what was published, and what will be.
pub struct Both<'d> {
    /// The pages that were there.
    pub old: &'d Pages,
    /// The pages that will be.
    pub new: &'d Pages,
    /// The records that were there.
    pub before: &'d Records,
    /// The records that will be.
    pub now: &'d Records,
    /// The other files that were there and will not be.
    pub files: &'d [String],
}

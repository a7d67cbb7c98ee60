//! The folders of a site.

use super::Role;

/// The folders of a site, and what their files are for.
pub(super) const FOLDERS: [(&str, Role); 7] = [
    ("content", Role::Page),
    ("data", Role::Data),
    ("static", Role::Static),
    ("templates", Role::Theme(0)),
    ("css", Role::Theme(0)),
    ("js", Role::Theme(0)),
    ("text", Role::Theme(0)),
];

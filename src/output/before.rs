//! The site as it was published last, for who wants to compare.

use super::inspect::look;
use super::{PublishError, target};
use std::collections::BTreeMap;
use std::path::Path;

/// The files that are as the last publication left them, with the bytes of those that are wanted; `None` when nothing was published there.
pub fn published(folder: &Path, wanted: fn(&str) -> bool) -> Result<Option<BTreeMap<String, Vec<u8>>>, PublishError> {
    let folder = target::resolve(folder)?;
    let present = look(&folder)?;
    if present.marker.is_none() {
        return Ok(None);
    }
    let read = |path: &String| match wanted(path) {
        true => Some((path.clone(), present.trusted(&folder, path)?.to_vec())),
        false => Some((path.clone(), Vec::new())),
    };
    Ok(Some(present.known.0.keys().filter_map(read).collect()))
}

//! The site as it was published last, for who wants to compare or to show it.

use super::inspect::{look, on_disk};
use super::manifest::Manifest;
use super::paths::MARKER;
use super::{Bytes, Output, PublishError, target};
use crate::hosts::PACKED;
use std::collections::BTreeMap;
use std::fs;
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

/// The site that stands in a folder, by its marker; `None` when none stands there. Its files are read when they are asked for. The
/// packed forms beside them are left out: they are for hosts.
pub fn standing(folder: &Path) -> Option<Output> {
    let folder = target::resolve(folder).ok()?;
    let files = Manifest::parse_whole(&fs::read_to_string(folder.join(MARKER)).ok()?)?;
    let mut output = Output::default();
    for (path, print) in &files.0 {
        if !path.strip_suffix(PACKED).is_some_and(|plain| files.has(plain)) {
            output.add_held(path.clone(), Bytes::on_disk(&on_disk(&folder, path), *print)).ok()?;
        }
    }
    Some(output)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::finished::Finished;

    #[test]
    fn what_stands_is_read_when_it_is_asked_for() {
        let mut site = Output::default();
        for (path, text) in
            [("index.html", "begin"), ("index.html.gz", "gepakt"), ("a/index.html", "a"), ("los.gz", "los")]
        {
            site.add(path.into(), text.as_bytes().into()).unwrap();
        }
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(standing(folder.path()), None);
        for (path, bytes) in site.iter() {
            let place = on_disk(folder.path(), path);
            fs::create_dir_all(place.parent().unwrap()).unwrap();
            fs::write(place, bytes).unwrap();
        }
        fs::write(folder.path().join(MARKER), Manifest::of(&Finished::ready(&site)).text()).unwrap();

        let found = standing(folder.path()).unwrap();
        assert_eq!(found.held().map(|(path, _)| path).collect::<Vec<_>>(), ["a/index.html", "index.html", "los.gz"]);
        // Read only now: another file by then gives nothing, and one that was asked for stays.
        assert_eq!(&found.get("index.html").unwrap()[..], b"begin");
        for (path, _) in found.held() {
            fs::write(on_disk(folder.path(), path), "anders").unwrap();
        }
        assert_eq!(&found.get("index.html").unwrap()[..], b"begin");
        assert_eq!(&found.get("a/index.html").unwrap()[..], b"");
    }
}

//! The journal of publishing in place: what makes a kill in the midst of it end in the new site, not in a mix.
//!
//! It is written when all of the new site lies ready in the work folder, before the first file in the folder changes. From then on
//! the change can be finished from what is on the disk alone, whatever has been done of it. Before that the old site
//! stands untouched.

use super::PublishError;
use super::manifest::Manifest;
use super::ours::{is_real_file, is_real_folder, write_over};
use super::paths::MARKER;
use super::patient;
use super::work::Work;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

const HEADER: &str = "verbeeld dagboek 1";

/// A change that was begun and can be finished.
pub(super) struct Journal {
    /// The site that is to stand there.
    pub wanted: Manifest,
    /// The paths of what still has to be put in place, the marker not among them.
    pub waiting: Vec<String>,
}

/// From here on the change is finished, whatever happens.
pub(super) fn begin(work: &Work, wanted: &Manifest) -> Result<(), PublishError> {
    let text = format!("{HEADER}\n{}", wanted.text());
    let path = work.journal();
    write_over(&path, &path.with_extension("tmp"), text.as_bytes()).map_err(PublishError::io(path))
}

/// The change is done, or was taken back.
pub(super) fn end(work: &Work) -> Result<(), PublishError> {
    match patient::remove_file(&work.journal()) {
        Err(e) if e.kind() != ErrorKind::NotFound => Err(PublishError::io(work.journal())(e)),
        _ => Ok(()),
    }
}

/// Is there a change that was begun?
pub(super) fn is_open(work_folder: &Path) -> bool {
    is_real_folder(work_folder) && is_real_file(&work_folder.join(super::work::JOURNAL))
}

/// What was begun; `None` when it is no journal of ours. What does not match it is another's, and stops the build.
pub(super) fn read(work: &Work) -> Result<Option<Journal>, PublishError> {
    let path = work.journal();
    let text = fs::read(&path).map_err(PublishError::io(&path))?;
    let text = String::from_utf8_lossy(&text);
    let Some(wanted) = text.strip_prefix(HEADER).and_then(|rest| rest.strip_prefix('\n')) else { return Ok(None) };
    // A line that is passed over would be a file that goes.
    let Some(wanted) = Manifest::parse_whole(wanted) else { return Ok(None) };
    let staged = work.new_site();
    let foreign = |path: &str| PublishError::Foreign { folder: staged.clone(), found: path.to_owned() };
    let mut waiting = Vec::new();
    for (path, print) in &wanted.0 {
        let disk = super::inspect::on_disk(&staged, path);
        if disk.symlink_metadata().is_err() {
            continue;
        }
        // A link in it would have us move what lies elsewhere.
        let folders = disk.ancestors().skip(1).take_while(|folder| folder.starts_with(&staged));
        let own = is_real_file(&disk) && folders.into_iter().all(is_real_folder);
        if !own || blake3::hash(&fs::read(&disk).map_err(PublishError::io(&disk))?) != print.hash {
            return Err(foreign(path));
        }
        waiting.push(path.clone());
    }
    let marker = staged.join(MARKER);
    if marker.symlink_metadata().is_ok() && !is_real_file(&marker) {
        return Err(foreign(MARKER));
    }
    in_order(&mut waiting);
    Ok(Some(Journal { wanted, waiting }))
}

/// Pages last: what they need is there when they are.
pub(super) fn in_order(paths: &mut [String]) {
    paths.sort_by(|a, b| (a.ends_with(".html"), a).cmp(&(b.ends_with(".html"), b)));
}

//! Files beside the sources that a command makes and may make again.

use super::kept::keep_text;
use super::new_file::NewFileError;
use super::ours::{self, beside};
use super::target;
use crate::diag::words::output::io_cause;
use crate::source::{Project, kept_folder, made_file, made_hashes};
use std::io::ErrorKind;
use std::path::Path;

/// Writes the file that someone asked for by name, whole or not at all. What stands there already is replaced only when a command
/// of this project made it and nobody changed it since; nothing is written among the sources of the site or in the site itself. A
/// link with that name may have come along with a project of somebody else, and nothing is written where it leads.
pub fn make_named(project: &Project, path: &Path, bytes: &[u8]) -> Result<(), NewFileError> {
    let told = |cause: String| NewFileError { path: path.to_path_buf(), cause };
    ours::no_other(path).map_err(|e| told(io_cause(&e)))?;
    let whole = std::path::absolute(path).map_err(|e| told(io_cause(&e)))?;
    if whole.parent().is_some_and(|folder| is_taken(project, folder)) {
        return Err(told(TAKEN.to_owned()));
    }
    let hash = |bytes: &[u8]| blake3::hash(bytes).to_hex().to_string();
    let (made, new) = (made_hashes(project), hash(bytes));
    match std::fs::read(path) {
        Ok(old) if old != bytes && !made.lines().any(|line| line == hash(&old)) => return Err(told(OTHERS.to_owned())),
        Err(e) if e.kind() != ErrorKind::NotFound => return Err(told(io_cause(&e))),
        _ => {}
    }
    ours::write_over(path, &beside(path), bytes).map_err(|e| told(io_cause(&e)))?;
    // What is not remembered is not replaced another time.
    let old: Vec<&str> = made.lines().filter(|line| *line != new).collect();
    let lines = old[old.len().saturating_sub(MOST)..].iter().copied().chain([new.as_str()]);
    let _ = keep_text(&made_file(project), &lines.map(|line| format!("{line}\n")).collect::<String>());
    Ok(())
}

/// So many files that were made are remembered, and one.
const MOST: usize = 500;

const OTHERS: &str = "er staat al een ander bestand met die naam. Verbeeld heeft het niet gemaakt, of iemand heeft het daarna veranderd. Kies een \
                      andere naam, of haal dat bestand eerst weg";

const TAKEN: &str =
    "daar staan de bronnen van uw site, of de site zelf. Kies een andere map: de map boven site mag wel";

/// Is this a folder of the sources or of the site, or one in it?
pub fn is_taken(project: &Project, folder: &Path) -> bool {
    let Ok(whole) = std::path::absolute(folder) else { return false };
    // What is not there yet is made in the first folder above it that is.
    let real =
        |path: &Path| path.ancestors().find_map(|a| Some(a.canonicalize().ok()?.join(path.strip_prefix(a).ok()?)));
    let Some(whole) = real(&whole) else { return false };
    let mut taken = target::sources(project);
    taken.extend(
        [&project.public, &project.root.join("public"), &kept_folder(project)].map(|own| own.canonicalize().ok()),
    );
    taken.iter().flatten().any(|own| whole.starts_with(own))
}

/// Writes a file in `root`; one that exists is replaced only when it holds `mark`, the sign that an earlier run made it.
pub fn write_own(root: &Path, path: &Path, text: &str, mark: &str) -> Result<(), NewFileError> {
    let told = |cause: String| NewFileError { path: path.to_path_buf(), cause };
    ours::stay_inside(root, path).map_err(|e| told(io_cause(&e)))?;
    match std::fs::read_to_string(path) {
        Ok(old) if !old.contains(mark) => {
            return Err(told("er staat al een ander bestand met die naam".to_owned()));
        }
        Err(e) if e.kind() != ErrorKind::NotFound => return Err(told(io_cause(&e))),
        _ => {}
    }
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(|e| told(io_cause(&e)))?;
    }
    ours::write_over(path, &beside(path), text.as_bytes()).map_err(|e| told(io_cause(&e)))
}

/// The same, when there is something else in it: a file that is written anew is news to whoever watches it.
pub fn write_when_other(root: &Path, path: &Path, text: &str, mark: &str) -> Result<(), NewFileError> {
    ours::stay_inside(root, path).map_err(|e| NewFileError { path: path.to_path_buf(), cause: io_cause(&e) })?;
    match std::fs::read_to_string(path) {
        Ok(old) if old == text => Ok(()),
        _ => write_own(root, path, text, mark),
    }
}

//! What may be removed or written over: only what can be shown to be Verbeeld's own, and never through a link.

use super::PublishError;
use super::manifest::Manifest;
use super::paths::{BOTH, GITIGNORE, MARKER};
use super::patient;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// What file managers leave in a folder that is only looked at: nobody misses it.
pub(super) const LITTER: [&str; 3] = [".DS_Store", "Thumbs.db", "desktop.ini"];

/// Is it a folder itself, not a link to one?
pub(super) fn is_real_folder(path: &Path) -> bool {
    path.symlink_metadata().is_ok_and(|meta| meta.is_dir())
}

/// Is it a file itself, not a link to one?
pub(super) fn is_real_file(path: &Path) -> bool {
    path.symlink_metadata().is_ok_and(|meta| meta.is_file())
}

/// Makes a folder that is there already or whose parent is: no link, and no file.
pub(super) fn make_folder(path: &Path) -> io::Result<()> {
    match fs::create_dir(path) {
        Err(e) if e.kind() == io::ErrorKind::AlreadyExists && is_real_folder(path) => Ok(()),
        done => done,
    }
}

/// Writes a file that must not exist: what stands there is never written through, a link least of all.
pub(super) fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    written_new(path, bytes).map(drop)
}

/// The same, of which more is asked while it is open.
pub(super) fn written_new(path: &Path, bytes: &[u8]) -> io::Result<File> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    // A full disk must leave no half of it.
    file.write_all(bytes).inspect_err(|_| drop(fs::remove_file(path)))?;
    Ok(file)
}

/// What a file is called while it is written, beside the place that it takes then.
pub(super) fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.verbeeld-nieuw"))
}

/// Writes a file of ours, whole or not at all; `beside` is the name for the time being. A link in its place is left alone.
pub(super) fn write_over(path: &Path, beside: &Path, bytes: &[u8]) -> io::Result<()> {
    if is_real_file(beside) {
        fs::remove_file(beside)?;
    }
    if path.symlink_metadata().is_ok() && !is_real_file(path) {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    write_new(beside, bytes)?;
    patient::rename(beside, path).inspect_err(|_| drop(fs::remove_file(beside)))
}

/// Puts a file in a place where nothing may stand: what somebody put there in the last moment stays. A disk that knows no links
/// does it in two steps.
pub(super) fn take_free_place(beside: &Path, place: &Path) -> io::Result<()> {
    match fs::hard_link(beside, place) {
        Ok(()) => patient::remove_file(beside),
        Err(e) if e.kind() == io::ErrorKind::AlreadyExists || place.symlink_metadata().is_ok() => {
            Err(io::ErrorKind::AlreadyExists.into())
        }
        Err(_) => patient::rename(beside, place),
    }
}

/// Is what stands at `path`, if anything, an ordinary file?
pub(super) fn no_other(path: &Path) -> io::Result<()> {
    match path.symlink_metadata() {
        Ok(meta) if !meta.is_file() => {
            Err(io::Error::other("er staat een koppeling of iets anders dat geen gewoon bestand is"))
        }
        _ => Ok(()),
    }
}

/// Does what is to stand at `path` come to stand in `root`? A folder on the way may be a link that leads elsewhere, a link in the
/// file's own place leads where it likes, and who reads from a pipe waits for ever.
pub(super) fn stay_inside(root: &Path, path: &Path) -> io::Result<()> {
    no_other(path)?;
    // What is not there yet is made in the first folder above it that is. Of a project that is yet to be made nothing is.
    let path = std::path::absolute(path)?;
    let there = path.ancestors().skip(1).find(|above| above.symlink_metadata().is_ok());
    match (there.map(Path::canonicalize), root.canonicalize()) {
        (Some(Ok(there)), Ok(root)) if there.starts_with(&root) => Ok(()),
        (Some(Ok(_)), Err(_)) => Ok(()),
        _ => Err(io::Error::other("de map leidt via een koppeling uit het project")),
    }
}

/// Is another disk, or another part of one, to be seen here (a mount)? What is on it is not ours, whatever it is called.
#[cfg(target_os = "linux")]
pub(super) fn is_mount(path: &Path) -> bool {
    use rustix::fs::{AtFlags, CWD, StatxAttributes, StatxFlags, statx};
    statx(CWD, path, AtFlags::SYMLINK_NOFOLLOW, StatxFlags::empty())
        .is_ok_and(|found| found.stx_attributes.contains(StatxAttributes::MOUNT_ROOT))
}

#[cfg(not(target_os = "linux"))]
pub(super) fn is_mount(path: &Path) -> bool {
    path.parent().is_some_and(|parent| on_different_disks(parent, path))
}

/// Do two folders lie on different disks, so that no rename can go from one to the other?
#[cfg(unix)]
pub(super) fn on_different_disks(a: &Path, b: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    matches!((a.metadata(), b.metadata()), (Ok(a), Ok(b)) if a.dev() != b.dev())
}

#[cfg(not(unix))]
pub(super) fn on_different_disks(_a: &Path, _b: &Path) -> bool {
    false
}

/// Removes a folder with everything in it, when all of it is ours: ordinary files whose paths stand in `known`, or in the
/// folder's own marker. Otherwise nothing is removed, and the first thing that is another's is told. An absent folder is fine.
pub(super) fn remove_tree(tree: &Path, known: &Manifest) -> Result<(), PublishError> {
    if tree.symlink_metadata().is_err() {
        return Ok(());
    }
    let marker = tree.join(MARKER);
    let own = if is_real_file(&marker) { fs::read(&marker).ok() } else { None };
    let own = own.map(|bytes| Manifest::parse(&String::from_utf8_lossy(&bytes))).unwrap_or_default();
    let is_ours = |path: &str| {
        // What gave way to a new file stands under the number of its step (`oud/7/gremia/index.html`). A folder of the site may
        // be a number as well.
        let moved = path.split_once('/').filter(|(step, _)| is_number(step)).map_or(path, |(_, own)| own);
        let name = path.rsplit('/').next().unwrap_or(path);
        let is_known = |path: &str| [MARKER, BOTH, GITIGNORE].contains(&path) || known.has(path) || own.has(path);
        LITTER.contains(&name) || is_known(path) || is_known(moved)
    };
    let mut found = Found::default();
    found.look(tree, "", &is_ours).map_err(|foreign| foreign.told(tree))?;
    // The marker last: should we be killed, it still tells whose the rest is.
    found.files.sort_by_key(|path| *path == marker);
    found.remove().map_err(PublishError::io(tree))
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// What lies in a folder: files, and folders from the outside in.
#[derive(Default)]
struct Found {
    files: Vec<PathBuf>,
    folders: Vec<PathBuf>,
}

/// Why a folder is not removed.
enum Kept {
    Foreign(String),
    Io(PathBuf, io::Error),
}

impl Kept {
    fn told(self, tree: &Path) -> PublishError {
        match self {
            Self::Foreign(found) => PublishError::Foreign { folder: tree.to_path_buf(), found },
            Self::Io(path, cause) => PublishError::Io { path, cause },
        }
    }
}

impl Found {
    fn look(&mut self, folder: &Path, name: &str, is_ours: &dyn Fn(&str) -> bool) -> Result<(), Kept> {
        if !is_real_folder(folder) || is_mount(folder) {
            return Err(Kept::Foreign(name.to_owned()));
        }
        self.folders.push(folder.to_path_buf());
        let told = |cause| Kept::Io(folder.to_path_buf(), cause);
        let entries = match fs::read_dir(folder) {
            Err(e) if e.kind() == io::ErrorKind::PermissionDenied => {
                allow_writing(folder);
                fs::read_dir(folder)
            }
            read => read,
        };
        for entry in entries.map_err(told)? {
            let entry = entry.map_err(told)?;
            let own = entry.file_name();
            let path = match (name, own.to_string_lossy()) {
                ("", own) => own.into_owned(),
                (name, own) => format!("{name}/{own}"),
            };
            let kind = entry.file_type().map_err(told)?;
            if kind.is_dir() {
                self.look(&entry.path(), &path, is_ours)?;
            } else if kind.is_file() && is_ours(&path) && !is_mount(&entry.path()) {
                self.files.push(entry.path());
            } else {
                return Err(Kept::Foreign(path));
            }
        }
        Ok(())
    }

    fn remove(&self) -> io::Result<()> {
        for file in &self.files {
            match fs::remove_file(file) {
                Err(e) if is_kept(&e) => {
                    file.parent().into_iter().for_each(allow_writing);
                    // Elsewhere than on Unix a file's own rights keep it. There it may be a published file by another name.
                    #[cfg(not(unix))]
                    allow_writing(file);
                    patient::remove_file(file)?;
                }
                done => done?,
            }
        }
        for folder in self.folders.iter().rev() {
            match fs::remove_dir(folder) {
                Err(e) if is_kept(&e) => {
                    folder.parent().into_iter().for_each(allow_writing);
                    patient::remove_dir(folder)?;
                }
                done => done?,
            }
        }
        Ok(())
    }
}

/// Is it kept from being removed by its rights, or by a program that has it open?
fn is_kept(cause: &io::Error) -> bool {
    cause.kind() == io::ErrorKind::PermissionDenied || patient::is_held(cause)
}

/// A folder that someone made read-only keeps what is in it from being removed.
fn allow_writing(path: &Path) {
    let Ok(meta) = path.symlink_metadata() else { return };
    let mut rights = meta.permissions();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        rights.set_mode(rights.mode() | 0o700);
    }
    #[cfg(not(unix))]
    #[allow(clippy::permissions_set_readonly_false, reason = "not a Unix: there it only clears an attribute")]
    rights.set_readonly(false);
    let _ = fs::set_permissions(path, rights);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What it keeps for others stays as it was.
    #[cfg(unix)]
    #[test]
    fn a_folder_is_made_free_for_its_owner() {
        use std::os::unix::fs::PermissionsExt;
        let place = tempfile::tempdir().unwrap();
        for (before, after) in [(0o555, 0o755), (0o000, 0o700), (0o750, 0o750)] {
            fs::set_permissions(place.path(), fs::Permissions::from_mode(before)).unwrap();
            allow_writing(place.path());
            assert_eq!(fs::metadata(place.path()).unwrap().permissions().mode() & 0o777, after);
        }
    }

    #[test]
    fn a_folder_of_the_site_that_is_a_number_is_ours_too() {
        let mut output = crate::output::Output::default();
        output.add("2026/index.html".into(), b"x".as_slice().into()).unwrap();
        let known = Manifest::of(&crate::output::finished::Finished::ready(&output));
        for (path, ours) in [
            ("2026/index.html", true),
            ("7/2026/index.html", true),
            ("7/index.html", false),
            ("2026/mijn.txt", false),
            ("2026/2026/2026/index.html", false),
        ] {
            let place = tempfile::tempdir().unwrap();
            let tree = place.path().join("nieuw");
            let file = tree.join(path);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(&file, "x").unwrap();
            assert_eq!(remove_tree(&tree, &known).is_ok(), ours, "{path}");
            assert_eq!(tree.exists(), !ours, "{path}");
        }
    }
}

//! A folder as target, such as one of a network drive. What lies there may be anybody's: no link in it is written or removed through.

use super::plan::Batch;
use super::{DeployError, MARKER, PENDING, Place};
use crate::output::inspect::on_disk;
use crate::output::ours::{LITTER, is_mount, is_real_file, is_real_folder, make_folder};
use crate::output::patient;
use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

pub(super) struct Folder {
    site: PathBuf,
    folder: PathBuf,
}

impl Folder {
    pub(super) fn new(site: &Path, folder: &Path) -> Self {
        Self { site: site.to_path_buf(), folder: folder.to_path_buf() }
    }

    fn pending(&self) -> PathBuf {
        self.folder.join(PENDING)
    }

    /// Writes under another name first, so that a full disk or a lost drive leaves no half file where readers look.
    fn put(&self, from: Source<'_>, at: usize, target: &Path) -> Result<(), DeployError> {
        let part = self.pending().join(at.to_string());
        self.admit_file(&part)?;
        if is_real_file(&part) {
            patient::remove_file(&part).map_err(DeployError::io(&part))?;
        }
        let write = || -> io::Result<()> {
            let mut file = OpenOptions::new().write(true).create_new(true).open(&part)?;
            match from {
                Source::File(path) => io::copy(&mut fs::File::open(path)?, &mut file).map(drop),
                Source::Text(text) => io::Write::write_all(&mut file, text.as_bytes()),
            }
        };
        write().and_then(|()| patient::rename(&part, target)).map_err(DeployError::io(target))
    }

    /// Does nothing on the way to a path of the site lead elsewhere?
    fn admit_path(&self, path: &str) -> Result<(), DeployError> {
        let mut disk = self.folder.clone();
        for name in path.split('/') {
            disk.push(name);
            let stands = disk.symlink_metadata().is_ok();
            if stands && (!is_real_folder(&disk) && !is_real_file(&disk) || is_mount(&disk)) {
                return Err(DeployError::LeadsOut(disk));
            }
        }
        Ok(())
    }

    /// Is what stands there, if anything, a file itself?
    fn admit_file(&self, disk: &Path) -> Result<(), DeployError> {
        let other = disk.symlink_metadata().is_ok() && !is_real_file(disk);
        if other || is_mount(disk) { Err(DeployError::LeadsOut(disk.to_path_buf())) } else { Ok(()) }
    }
}

/// Names that files have while they are under way.
fn is_part(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_digit())
}

enum Source<'a> {
    File(PathBuf),
    Text(&'a str),
}

impl Place for Folder {
    fn marker(&mut self) -> Result<Option<String>, DeployError> {
        let marker = self.folder.join(MARKER);
        self.admit_file(&marker)?;
        match fs::read(&marker) {
            Ok(text) => Ok(Some(String::from_utf8_lossy(&text).into_owned())),
            Err(e) if e.kind() == ErrorKind::NotFound && is_real_folder(&self.folder) => Ok(None),
            Err(e) if e.kind() == ErrorKind::NotFound => Err(DeployError::NoFolder(self.folder.clone())),
            Err(e) => Err(DeployError::io(&marker)(e)),
        }
    }

    fn is_empty(&mut self) -> Result<bool, DeployError> {
        let told = DeployError::io(&self.folder);
        let mut names = Vec::new();
        match fs::read_dir(&self.folder) {
            Ok(entries) => {
                names.extend(entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()))
            }
            Err(e) => return Err(told(e)),
        }
        Ok(names.iter().all(|name| name == PENDING || LITTER.contains(&name.as_str())))
    }

    fn admit(&mut self, batch: &Batch) -> Result<(), DeployError> {
        self.admit_path(PENDING)?;
        let all = batch.folders.iter().chain(&batch.files).chain(&batch.gone).chain(&batch.empty);
        all.into_iter().try_for_each(|path| self.admit_path(path))
    }

    fn bring(&mut self, batch: &Batch) -> Result<(), DeployError> {
        self.admit(batch)?;
        let pending = self.pending();
        make_folder(&pending).map_err(DeployError::io(&pending))?;
        let marker = self.folder.join(MARKER);
        if let Some(text) = &batch.before {
            self.put(Source::Text(text), 0, &marker)?;
        }
        for name in &batch.folders {
            let path = on_disk(&self.folder, name);
            make_folder(&path).map_err(DeployError::io(&path))?;
        }
        for (at, path) in batch.files.iter().enumerate() {
            self.put(Source::File(on_disk(&self.site, path)), at + 1, &on_disk(&self.folder, path))?;
        }
        for path in &batch.gone {
            let path = on_disk(&self.folder, path);
            match patient::remove_file(&path) {
                Err(e) if e.kind() != ErrorKind::NotFound => return Err(DeployError::io(&path)(e)),
                _ => {}
            }
        }
        self.put(Source::Text(&batch.after), 0, &marker)?;
        for name in &batch.empty {
            // One that holds something of another stays.
            let _ = fs::remove_dir(on_disk(&self.folder, name));
        }
        // What a run that was broken off left there is of no use.
        for entry in fs::read_dir(&pending).into_iter().flatten().flatten() {
            if is_part(&entry.file_name().to_string_lossy()) && is_real_file(&entry.path()) {
                let _ = fs::remove_file(entry.path());
            }
        }
        let _ = fs::remove_dir(&pending);
        Ok(())
    }
}

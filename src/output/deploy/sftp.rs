//! A folder on a host as target, by the system's own `sftp`: it knows the user's keys, agent and known hosts, and asks for no
//! secret of ours.

use super::plan::{Batch, Plan, folders_of};
use super::script::Script;
use super::{DeployError, MARKER, PENDING, Place, plain};
use crate::output::inspect::on_disk;
use std::collections::BTreeSet;
use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const PROGRAM: &str = "sftp";

pub(super) struct Sftp {
    site: PathBuf,
    host: String,
    port: Option<u16>,
    folder: String,
    /// Does the folder for what is under way stand there?
    prepared: bool,
}

impl Sftp {
    pub(super) fn new(site: &Path, host: &str, port: Option<u16>, folder: &str) -> Self {
        let folder = folder.trim_end_matches('/').to_owned();
        Self { site: site.to_path_buf(), host: host.to_owned(), port, folder, prepared: false }
    }

    fn there(&self, path: &str) -> String {
        format!("{}/{path}", self.folder)
    }

    /// Runs a script; gives what `sftp` put out.
    fn run(&self, script: &Script) -> Result<String, DeployError> {
        let text = script.text()?.to_owned();
        let mut command = Command::new(PROGRAM);
        // Who is not known is not trusted, and nothing is asked: there may be nobody to answer.
        command.args(["-b", "-", "-o", "BatchMode=yes", "-o", "StrictHostKeyChecking=yes"]);
        if let Some(port) = self.port {
            command.args(["-P", &port.to_string()]);
        }
        command.arg("--").arg(&self.host).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().map_err(|e| match e.kind() {
            ErrorKind::NotFound => DeployError::NoProgram(PROGRAM),
            _ => DeployError::io(Path::new(PROGRAM))(e),
        })?;
        let input = child.stdin.take();
        // On a thread of its own: it may say more than fits before it has read all.
        let writer = std::thread::spawn(move || input.map(|mut input| input.write_all(text.as_bytes())));
        let done = child.wait_with_output().map_err(DeployError::io(Path::new(PROGRAM)))?;
        let _ = writer.join();
        if !done.status.success() {
            let said = String::from_utf8_lossy(&done.stderr).into_owned();
            return Err(DeployError::Failed { program: PROGRAM, said });
        }
        Ok(String::from_utf8_lossy(&done.stdout).into_owned())
    }

    /// At which of these paths something stands. What it is called there isn't read: that is another in every language.
    fn standing<'a>(&self, paths: impl Iterator<Item = &'a str>) -> Result<BTreeSet<&'a str>, DeployError> {
        let paths: Vec<&str> = paths.collect();
        if paths.is_empty() {
            return Ok(BTreeSet::new());
        }
        let mut script = Script::default();
        for path in &paths {
            script.may("ls -1a", &[&self.there(path)]);
        }
        let said = self.run(&script)?;
        // Every command is said back before what comes of it.
        let mut found = BTreeSet::new();
        let mut asked = paths.iter();
        let mut at = None;
        for line in said.lines() {
            if line.starts_with("sftp>") {
                at = asked.next();
            } else if !line.trim().is_empty() {
                found.extend(at);
            }
        }
        Ok(found)
    }
}

/// A path on this computer as `sftp` takes it.
fn local(path: &Path) -> Result<String, DeployError> {
    let path = plain(path)?;
    Ok(if cfg!(windows) { path.replace('\\', "/") } else { path })
}

impl Place for Sftp {
    fn marker(&mut self) -> Result<Option<String>, DeployError> {
        let own = tempfile::tempdir().map_err(DeployError::io(Path::new("tmp")))?;
        let to = own.path().join("marker");
        let mut script = Script::default();
        // That the folder is there must be so; that the marker is need not.
        script.must("cd", &[&self.folder]);
        script.may("get", &[&self.there(MARKER), &local(&to)?]);
        self.run(&script)?;
        match fs::read_to_string(&to) {
            Ok(text) => Ok(Some(text)),
            Err(e) if e.kind() == ErrorKind::NotFound => Ok(None),
            Err(e) => Err(DeployError::io(&to)(e)),
        }
    }

    fn is_empty(&mut self) -> Result<bool, DeployError> {
        let mut script = Script::default();
        script.must("cd", &[&self.folder]);
        script.must("ls", &["-1a"]);
        let listed = self.run(&script)?;
        let own = |line: &str| ["", ".", "..", PENDING].contains(&line) || line.starts_with("sftp>");
        Ok(listed.lines().all(|line| own(line.trim())))
    }

    /// What is of another is asked of the host: first of the folders that Verbeeld made none in, for most are not there at all.
    fn admit(&mut self, plan: &Plan, _: &[Batch]) -> Result<(), DeployError> {
        if !plan.marked {
            return Ok(());
        }
        let own: BTreeSet<String> = plan.known.0.keys().flat_map(|path| folders_of(path)).collect();
        let is_ours = |path: &str| own.contains(path) || plan.known.has(path);
        let outer = |path: &str| folders_of(path).into_iter().find(|folder| !own.contains(folder));
        let asked = plan.fresh().map(|path| (path, outer(path).map_or(path, |folder| &path[..folder.len()])));
        // Where one of our own stands, it goes first.
        let asked: Vec<(&str, &str)> = asked.filter(|(_, probe)| !is_ours(probe)).collect();
        let probes: BTreeSet<&str> = asked.iter().map(|(_, probe)| *probe).collect();
        let standing = self.standing(probes.into_iter())?;
        if let Some((path, _)) = asked.iter().find(|(path, probe)| path == probe && standing.contains(path)) {
            return Err(DeployError::Foreign((*path).to_owned()));
        }
        let inside: Vec<&str> =
            asked.iter().filter(|(_, probe)| standing.contains(probe)).map(|(path, _)| *path).collect();
        // Only a folder has itself in it.
        let folders: BTreeSet<String> =
            inside.iter().flat_map(|path| folders_of(path)).filter(|folder| !own.contains(folder)).collect();
        let selves: Vec<String> = folders.iter().map(|folder| format!("{folder}/.")).collect();
        let all = folders.iter().chain(&selves).map(String::as_str).chain(inside.iter().copied());
        let standing = self.standing(all)?;
        let is_file =
            |folder: &&String| standing.contains(folder.as_str()) && !standing.contains(format!("{folder}/.").as_str());
        let found = folders.iter().find(is_file).map(String::as_str);
        match found.or_else(|| inside.iter().copied().find(|path| standing.contains(path))) {
            Some(found) => Err(DeployError::Foreign(found.to_owned())),
            None => Ok(()),
        }
    }

    fn bring(&mut self, batch: &Batch) -> Result<(), DeployError> {
        let own = tempfile::tempdir().map_err(DeployError::io(Path::new("tmp")))?;
        let pending = self.there(PENDING);
        let mut script = Script::default();
        if !self.prepared {
            script.may("mkdir", &[&pending]);
            // What a run that was broken off left there.
            script.empty(&pending);
        }
        let marker = |script: &mut Script, name: &str, text: &str| -> Result<(), DeployError> {
            let file = own.path().join(name);
            fs::write(&file, text).map_err(DeployError::io(&file))?;
            let part = format!("{pending}/{name}");
            script.must("put", &[&local(&file)?, &part]);
            script.must("rename", &[&part, &self.there(MARKER)]);
            Ok(())
        };
        if let Some(text) = &batch.before {
            marker(&mut script, "voor", text)?;
        }
        for name in &batch.folders {
            script.may("mkdir", &[&self.there(name)]);
        }
        // All of the batch is there before the first of it is to be seen.
        for (at, path) in batch.files.iter().enumerate() {
            script.must("put", &[&local(&on_disk(&self.site, path))?, &format!("{pending}/{at}")]);
        }
        for (at, path) in batch.files.iter().enumerate() {
            script.must("rename", &[&format!("{pending}/{at}"), &self.there(path)]);
        }
        for path in &batch.gone {
            script.may("rm", &[&self.there(path)]);
        }
        marker(&mut script, "na", &batch.after)?;
        for name in &batch.empty {
            script.may("rmdir", &[&self.there(name)]);
        }
        if batch.last {
            script.may("rmdir", &[&pending]);
        }
        self.run(&script)?;
        self.prepared = true;
        Ok(())
    }
}

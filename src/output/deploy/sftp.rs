//! A folder on a host as target, by the system's own `sftp`: it knows the user's keys, agent and known hosts, and asks for no
//! secret of ours.

use super::plan::Batch;
use super::script::{Script, literal};
use super::{DeployError, MARKER, PENDING, Place};
use crate::diag::shown;
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
        let text = script.text().to_owned();
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
}

/// A path on this computer as `sftp` takes it.
fn local(path: &Path) -> String {
    let path = shown(path);
    literal(&if cfg!(windows) { path.replace('\\', "/") } else { path })
}

impl Place for Sftp {
    fn marker(&mut self) -> Result<Option<String>, DeployError> {
        let own = tempfile::tempdir().map_err(DeployError::io(Path::new("tmp")))?;
        let to = own.path().join("marker");
        let mut script = Script::default();
        // That the folder is there must be so; that the marker is need not.
        script.must("cd", &[&self.folder]);
        script.may("get", &[&literal(&self.there(MARKER)), &to.to_string_lossy().replace('\\', "/")]);
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

    fn bring(&mut self, batch: &Batch) -> Result<(), DeployError> {
        let own = tempfile::tempdir().map_err(DeployError::io(Path::new("tmp")))?;
        let pending = self.there(PENDING);
        let mut script = Script::default();
        if !self.prepared {
            script.may("mkdir", &[&pending]);
            // What a run that was broken off left there.
            script.may("rm", &[&format!("{}/*", literal(&pending))]);
        }
        let marker = |script: &mut Script, name: &str, text: &str| -> Result<(), DeployError> {
            let file = own.path().join(name);
            fs::write(&file, text).map_err(DeployError::io(&file))?;
            let part = format!("{pending}/{name}");
            script.must("put", &[&local(&file), &part]);
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
            script
                .must("put", &[&local(&crate::output::inspect::on_disk(&self.site, path)), &format!("{pending}/{at}")]);
        }
        for (at, path) in batch.files.iter().enumerate() {
            script.must("rename", &[&format!("{pending}/{at}"), &self.there(path)]);
        }
        for path in &batch.gone {
            script.may("rm", &[&literal(&self.there(path))]);
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

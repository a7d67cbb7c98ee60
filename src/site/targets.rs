//! Where a site is brought, as `portal.toml` tells it.

use super::{Plaats, Portal, percent_decode};
use crate::decode::At;
use crate::diag::{Diagnostic, hidden, words};
use std::path::PathBuf;

/// Where a site is brought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A folder, such as one of a network drive.
    Folder(PathBuf),
    /// A folder on a host, by the system's own `sftp`.
    Sftp {
        /// The name of the host, with `user@` before it when it isn't our own.
        host: String,
        /// The port, when `ssh` doesn't know it already.
        port: Option<u16>,
        /// The folder there.
        folder: String,
    },
    /// A branch of the project's own git repository, and where it is sent.
    Branch {
        /// The branch.
        branch: String,
        /// The remote, such as `origin`; none keeps it on this computer.
        remote: Option<String>,
    },
}

/// The targets of a portal by name; what is wrong with one is told, and it is left out.
pub fn targets(portal: &Portal, problems: &mut Vec<Diagnostic>) -> Vec<(String, Target)> {
    let mut found: Vec<(String, Target)> = Vec::new();
    for plaats in &portal.plaats {
        if found.iter().any(|(name, _)| *name == plaats.naam.value) {
            problems.push(words::deploy::same_name(plaats.naam.place, &plaats.naam));
            continue;
        }
        match target(plaats) {
            Ok(target) => found.push((plaats.naam.value.clone(), target)),
            Err(problem) => problems.push(*problem),
        }
    }
    found
}

fn target(plaats: &Plaats) -> Result<Target, Box<Diagnostic>> {
    // However it was meant: a password goes into no file.
    let mut written = [&plaats.map, &plaats.sftp, &plaats.tak, &plaats.opslagplaats].into_iter().flatten();
    if let Some(text) = written.find(|text| hidden(text.as_str().into()) != text.as_str()) {
        return Err(Box::new(words::deploy::secret(text.place)));
    }
    match (&plaats.map, &plaats.sftp, &plaats.tak) {
        (Some(folder), None, None) if !folder.trim().is_empty() => Ok(Target::Folder(PathBuf::from(&folder.value))),
        (None, Some(address), None) => sftp(address),
        (None, None, Some(branch)) => {
            let remote = plaats.opslagplaats.as_ref();
            match [Some(branch), remote].into_iter().flatten().find(|name| !is_git_name(name)) {
                Some(bad) => Err(Box::new(words::deploy::bad_branch(bad.place, bad))),
                None => Ok(Target::Branch { branch: branch.value.clone(), remote: remote.map(|r| r.value.clone()) }),
            }
        }
        _ => Err(Box::new(words::deploy::one_target(plaats.place, &plaats.naam))),
    }
}

/// A name that git takes for a name: no option, no address.
fn is_git_name(name: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./".contains(c);
    name.starts_with(|c: char| c.is_ascii_alphanumeric()) && name.chars().all(plain) && !name.contains("..")
}

fn sftp(address: &At<String>) -> Result<Target, Box<Diagnostic>> {
    let bad = || Box::new(words::deploy::bad_sftp(address.place, address));
    let rest = address.strip_prefix("sftp://").ok_or_else(bad)?;
    let (host, folder) = rest.split_once('/').ok_or_else(bad)?;
    let (user, host) = host.rsplit_once('@').map_or((None, host), |(user, host)| (Some(user), host));
    // An address of six comes between brackets.
    let (host, port) = match host.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((host, "")) => (host, None),
        Some((host, port)) => (host, Some(port.strip_prefix(':').ok_or_else(bad)?)),
        None => host.split_once(':').map_or((host, None), |(host, port)| (host, Some(port))),
    };
    let port = port.map(|port| port.parse().map_err(|_| bad())).transpose()?;
    let is_name = |name: &str, more: &str| {
        name.starts_with(|c: char| c.is_ascii_alphanumeric() || c == ':')
            && name.chars().all(|c| c.is_ascii_alphanumeric() || more.contains(c))
    };
    let folder = percent_decode(folder)
        .filter(|folder| !folder.trim_matches('/').is_empty() && !folder.contains(char::is_control));
    let folder = folder.ok_or_else(bad)?;
    if !is_name(host, "-_.:") || !user.is_none_or(|user| is_name(user, "-_.")) {
        return Err(bad());
    }
    let host = user.map_or_else(|| host.to_owned(), |user| format!("{user}@{host}"));
    // From the root of the host, as in every address; `/~/` is the home of who logs in.
    let folder = folder.strip_prefix("~/").map_or_else(|| format!("/{folder}"), str::to_owned);
    Ok(Target::Sftp { host, port, folder })
}

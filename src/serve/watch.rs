//! Watches the site's folders and tells when something in them was saved.
//!
//! Folders are watched, not files: editors save by writing beside a file and renaming. A folder that is not there yet,
//! or is removed and comes back, is noticed by looking every quarter of a second whether it is still the same one.

use super::words;
use notify::{Config, EventKindMask, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};
use std::path::{Component, Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant, SystemTime};

/// So long must it be quiet after the last event: editors cause several for one save.
const QUIET: Duration = Duration::from_millis(15);
/// But so long at most, when something writes without end.
const AT_MOST: Duration = Duration::from_millis(500);
/// How often folders are looked at.
const LOOK_EVERY: Duration = Duration::from_millis(250);
/// How often files are looked at where the system tells nothing.
const POLL_EVERY: Duration = Duration::from_millis(500);

type Heard = Result<notify::Event, notify::Error>;

/// The folders that are watched.
pub(super) struct Watch {
    watcher: Option<Box<dyn Watcher + Send>>,
    polling: bool,
    /// What the editor must know and was not told yet.
    untold: Option<String>,
    roots: Vec<Root>,
    sender: Sender<Heard>,
    events: Receiver<Heard>,
}

struct Root {
    path: PathBuf,
    /// Some systems tell of a folder by its real name only.
    real: Option<PathBuf>,
    /// Which folder is watched under this name; `None` while there is none.
    identity: Option<Identity>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Identity {
    created: Option<SystemTime>,
    number: u64,
    folder: bool,
}

impl Watch {
    /// Watches nothing yet.
    pub(super) fn new() -> Self {
        let (sender, events) = channel();
        Self { watcher: None, polling: false, untold: None, roots: Vec::new(), sender, events }
    }

    /// Watches these folders from now on; gives what the editor must know if that does not go as it should.
    pub(super) fn follow(&mut self, wanted: Vec<PathBuf>) -> Option<String> {
        let mut wanted: Vec<PathBuf> = wanted.iter().filter_map(|path| std::path::absolute(path).ok()).collect();
        wanted.sort();
        // In order a folder comes right before what lies in it.
        wanted.dedup_by(|inner, outer| inner.starts_with(&*outer));
        if self.watcher.is_some() && wanted.iter().eq(self.roots.iter().map(|root| &root.path)) {
            return self.untold.take();
        }
        for gone in self.roots.iter().filter(|root| !wanted.contains(&root.path)) {
            if let Some(watcher) = &mut self.watcher {
                let _ = watcher.unwatch(&gone.path);
            }
        }
        let mut old = std::mem::take(&mut self.roots);
        self.roots = wanted
            .into_iter()
            .map(|path| match old.iter().position(|root| root.path == path) {
                Some(known) => old.swap_remove(known),
                None => Root { path, real: None, identity: None },
            })
            .collect();
        self.attach();
        self.untold.take()
    }

    /// Begins to watch every folder that is there and not watched yet. Was there one, or is one gone?
    fn attach(&mut self) -> bool {
        if self.watcher.is_none() {
            self.begin();
        }
        let mut different = false;
        for index in 0..self.roots.len() {
            let path = self.roots[index].path.clone();
            let now = identity(&path);
            if now == self.roots[index].identity {
                continue;
            }
            different = true;
            if let Some(watcher) = &mut self.watcher {
                let _ = watcher.unwatch(&path);
                let watched = if now.is_some() { watcher.watch(&path, RecursiveMode::Recursive) } else { Ok(()) };
                match watched {
                    Ok(()) => {}
                    // Gone again already: the next look tells.
                    Err(_) if identity(&path) != now => continue,
                    Err(cause) if self.polling => self.untold = Some(words::not_watching(&cause.to_string())),
                    Err(cause) => {
                        self.poll_instead(&cause.to_string());
                        return true;
                    }
                }
            }
            self.roots[index].identity = now;
            self.roots[index].real = path.canonicalize().ok();
        }
        different
    }

    fn begin(&mut self) {
        match RecommendedWatcher::new(self.sender.clone(), config()) {
            Ok(watcher) => self.watcher = Some(Box::new(watcher)),
            Err(cause) => self.poll_instead(&cause.to_string()),
        }
    }

    /// Where the system cannot watch (a network disk, too many folders), files are looked at time and again.
    fn poll_instead(&mut self, cause: &str) {
        self.polling = true;
        match PollWatcher::new(self.sender.clone(), config().with_poll_interval(POLL_EVERY)) {
            Ok(watcher) => {
                self.watcher = Some(Box::new(watcher));
                self.untold = Some(words::watching_slowly(cause));
                self.roots.iter_mut().for_each(|root| root.identity = None);
                self.attach();
            }
            Err(worse) => self.untold = Some(words::not_watching(&worse.to_string())),
        }
    }

    /// Waits until something was saved and it is quiet again; `false` when `stop` says so first.
    pub(super) fn wait(&mut self, stop: &dyn Fn() -> bool) -> bool {
        loop {
            if stop() {
                return false;
            }
            let heard = match self.events.recv_timeout(LOOK_EVERY) {
                Ok(event) => self.matters(&event),
                Err(RecvTimeoutError::Timeout) => self.attach(),
                // Cannot be: the sender is kept here.
                Err(RecvTimeoutError::Disconnected) => return false,
            };
            if heard {
                self.until_quiet();
                return true;
            }
        }
    }

    fn until_quiet(&mut self) {
        let begun = Instant::now();
        let mut last = begun;
        while let Some(left) = QUIET.checked_sub(last.elapsed()).filter(|_| begun.elapsed() < AT_MOST) {
            match self.events.recv_timeout(left) {
                Ok(event) if self.matters(&event) => last = Instant::now(),
                _ => {}
            }
        }
    }

    fn matters(&mut self, heard: &Heard) -> bool {
        let Ok(event) = heard else { return true };
        // A watched folder itself was removed or renamed: what stands there now is watched anew.
        let mut lost = false;
        for root in self.roots.iter_mut().filter(|root| event.paths.contains(&root.path)) {
            if event.kind.is_remove()
                || matches!(event.kind, notify::EventKind::Modify(notify::event::ModifyKind::Name(_)))
            {
                root.identity = None;
                lost = true;
            }
        }
        if lost {
            self.attach();
        }
        event.need_rescan() || event.paths.is_empty() || event.paths.iter().any(|path| self.is_content(path))
    }

    /// Is it something an editor made, not a leftover of a program?
    fn is_content(&self, path: &Path) -> bool {
        let within = |root: &Root| {
            let real = root.real.as_deref().and_then(|real| path.strip_prefix(real).ok());
            path.strip_prefix(&root.path).ok().or(real).map(Path::to_path_buf)
        };
        let inner = self.roots.iter().find_map(within);
        let inner = inner.or_else(|| path.file_name().map(PathBuf::from)).unwrap_or_default();
        inner.components().all(|part| match part {
            Component::Normal(name) => !is_leftover(&name.to_string_lossy()),
            _ => true,
        })
    }
}

/// Without the events of reading: a build reads everything, and would cause the next one.
fn config() -> Config {
    Config::default().with_event_kinds(EventKindMask::CORE)
}

/// Hidden files, and what programs leave beside the file that they save.
fn is_leftover(name: &str) -> bool {
    name.starts_with(['.', '#'])
        || [".tmp", ".swp", ".swx", ".bak~", "~", "___jb_tmp___", "___jb_old___"].iter().any(|end| name.ends_with(end))
        // Vim tries with this name whether it may write in a folder.
        || name == "4913"
}

fn identity(path: &Path) -> Option<Identity> {
    let meta = path.metadata().ok()?;
    #[cfg(unix)]
    let number = std::os::unix::fs::MetadataExt::ino(&meta);
    #[cfg(not(unix))]
    let number = 0;
    Some(Identity { created: meta.created().ok(), number, folder: meta.is_dir() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leftovers() {
        for name in [".git", ".x.md.swp", "x.md~", "#x.md#", "4913", "x.tmp", "x.swp", "x.md___jb_tmp___"] {
            assert!(is_leftover(name), "{name}");
        }
        for name in ["x.md", "4913.md", "tmp", "a~b.md"] {
            assert!(!is_leftover(name), "{name}");
        }
    }

    #[test]
    fn only_what_lies_inside_counts_as_hidden() {
        let mut watch = Watch::new();
        let path = PathBuf::from("/home/x/.projecten/site");
        watch.roots.push(Root { path, real: Some("/echt/site".into()), identity: None });
        assert!(watch.is_content(Path::new("/home/x/.projecten/site/a.md")));
        assert!(watch.is_content(Path::new("/echt/site/b/a.md")));
        assert!(!watch.is_content(Path::new("/home/x/.projecten/site/.cache/a.md")));
        assert!(!watch.is_content(Path::new("/echt/site/a.md~")));
        assert!(watch.is_content(Path::new("/home/x/.projecten/site")));
    }
}

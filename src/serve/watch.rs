//! Watches where the site is, or should be, and tells when something there was saved.
//!
//! Folders are watched, not files: editors save by writing beside a file and renaming. What is asked for is watched for as
//! long as it is asked for, whether it is there or not: a folder that is removed and comes back, a link that leads elsewhere
//! and a file outside the folders are noticed by looking time and again whether it is still the same one.
//!
//! Some disks tell nothing (a network drive, a folder that a container shares), and say nothing of that either. So now and then all
//! files are looked at: what changed and was not told shows that the disk is silent, and from then on it is asked.

use super::words;
use crate::source::is_leftover;
use notify::{Config, EventKindMask, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Component, Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant, SystemTime};

/// So long must it be quiet after the last event: editors cause several for one save.
const QUIET: Duration = Duration::from_millis(15);
/// So long when that tells that the file is whole: it was closed, or brought to its place under its own name. Not every system tells it.
const QUIET_WHEN_WHOLE: Duration = Duration::from_millis(3);
/// But so long at most, when something writes without end.
const AT_MOST: Duration = Duration::from_millis(500);
/// How often folders are looked at.
const LOOK_EVERY: Duration = Duration::from_millis(200);
/// How often files are looked at where the system tells nothing.
const POLL_EVERY: Duration = Duration::from_millis(500);

/// How often it is looked whether something changed that was not told; longer where looking takes long.
const DOUBT_EVERY: Duration = Duration::from_secs(2);
/// At most this part of the time goes to that.
const DOUBT_PART: u32 = 50;

type Heard = Result<notify::Event, notify::Error>;

/// What is watched.
pub(super) struct Watch {
    watcher: Option<Box<dyn Watcher + Send>>,
    polling: bool,
    /// What the editor must know and was not told yet.
    untold: Option<String>,
    /// What was asked for, and what stood there when it was last looked at.
    wanted: BTreeMap<PathBuf, Option<Identity>>,
    /// The real folders that the system tells of; none lies in another.
    folders: BTreeMap<PathBuf, Identity>,
    looked: Instant,
    doubt: Doubt,
    /// What was heard since the last build.
    heard: Changed,
    sender: Sender<Heard>,
    events: Receiver<Heard>,
}

/// What is known of what changed.
#[derive(Debug)]
enum Changed {
    /// Nothing but what is in these files.
    Files(BTreeSet<PathBuf>),
    /// It may be anything.
    Anything,
}

impl Changed {
    const NOTHING: Self = Self::Files(BTreeSet::new());

    fn more(&mut self, files: Option<Vec<PathBuf>>) {
        match (&mut *self, files) {
            (Self::Files(known), Some(files)) => known.extend(files),
            _ => *self = Self::Anything,
        }
    }
}

/// Why waiting ended.
#[derive(Debug)]
pub(super) enum Waited {
    /// Something was saved: these files, as far as that is certain.
    Saved(Option<Vec<PathBuf>>),
    /// Nothing was saved for as long as was asked.
    Quiet,
    /// The server stops.
    Stopped,
}

/// Whether the system tells what changes.
struct Doubt {
    /// What could be seen of the files without opening them, when they were last looked at.
    files: BTreeMap<PathBuf, Looks>,
    /// When they are looked at again.
    next: Instant,
    /// Did the system tell anything since?
    told: bool,
    /// Something changed and nothing was told. It may be on its way still.
    missed: bool,
}

/// What changes of a file with what is in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Looks {
    written: SystemTime,
    length: u64,
    /// When anything of it changed, its date among that. The system tells nothing of that alone, so it is only asked where nothing is told.
    changed: Option<(i64, i64)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Identity {
    created: Option<SystemTime>,
    number: u64,
    /// When a file was written and how long it is; of a folder the watcher tells.
    written: Option<(SystemTime, u64)>,
}

impl Watch {
    /// Watches nothing yet. With `polling` the system is not asked to tell: files are looked at time and again.
    pub(super) fn new(polling: bool) -> Self {
        let (sender, events) = channel();
        Self {
            watcher: None,
            polling,
            untold: None,
            wanted: BTreeMap::new(),
            folders: BTreeMap::new(),
            looked: Instant::now(),
            doubt: Doubt { files: BTreeMap::new(), next: Instant::now(), told: false, missed: false },
            heard: Changed::NOTHING,
            sender,
            events,
        }
    }

    /// Watches these files and folders from now on; gives what the editor must know if that does not go as it should.
    pub(super) fn follow(&mut self, wanted: Vec<PathBuf>) -> Option<String> {
        let mut known = std::mem::take(&mut self.wanted);
        for path in wanted.iter().filter_map(|path| std::path::absolute(path).ok()) {
            let identity = known.remove(&path).unwrap_or_else(|| identity(&path));
            self.wanted.insert(path, identity);
        }
        self.attach();
        self.untold.take()
    }

    /// Looks what stands where something was asked for. Is that another thing than last time?
    fn look(&mut self) -> bool {
        self.looked = Instant::now();
        let mut different = false;
        for (path, known) in &mut self.wanted {
            let now = identity(path);
            different |= now != *known;
            *known = now;
        }
        self.attach() || different
    }

    /// Lets the system tell of every folder that is there, and of no other. Is one of them another one than it was?
    fn attach(&mut self) -> bool {
        if self.watcher.is_none() {
            self.begin();
        }
        let real = self.wanted.keys().filter_map(|path| path.canonicalize().ok()).filter(|path| path.is_dir());
        let mut real: Vec<PathBuf> = real.collect();
        real.sort();
        // In order a folder comes right before what lies in it.
        real.dedup_by(|inner, outer| inner.starts_with(&*outer));
        let there: BTreeMap<PathBuf, Identity> =
            real.into_iter().filter_map(|path| identity(&path).map(|identity| (path, identity))).collect();
        let Some(watcher) = &mut self.watcher else { return false };
        let mut different = false;
        self.folders.retain(|path, identity| {
            let stays = there.get(path) == Some(&*identity);
            if !stays {
                different = true;
                let _ = watcher.unwatch(path);
            }
            stays
        });
        for (path, now) in there {
            if self.folders.contains_key(&path) {
                continue;
            }
            different = true;
            match watcher.watch(&path, RecursiveMode::Recursive) {
                Ok(()) => drop(self.folders.insert(path, now)),
                // Gone again already: the next look tells.
                Err(_) if identity(&path) != Some(now) => {}
                Err(cause) if self.polling => {
                    self.untold = Some(words::not_watching(&cause.to_string()));
                    self.folders.insert(path, now);
                }
                Err(cause) => {
                    self.poll_instead(&cause.to_string());
                    return true;
                }
            }
        }
        different
    }

    fn begin(&mut self) {
        if self.polling {
            return self.poll();
        }
        match RecommendedWatcher::new(self.sender.clone(), config()) {
            Ok(watcher) => self.watcher = Some(Box::new(watcher)),
            Err(cause) => self.poll_instead(&cause.to_string()),
        }
    }

    /// Where the system cannot watch (a network disk, too many folders), files are looked at time and again.
    fn poll_instead(&mut self, cause: &str) {
        self.polling = true;
        self.untold = Some(words::watching_slowly(cause));
        self.poll();
        self.folders.clear();
        self.attach();
    }

    fn poll(&mut self) {
        match PollWatcher::new(self.sender.clone(), config().with_poll_interval(POLL_EVERY)) {
            Ok(watcher) => self.watcher = Some(Box::new(watcher)),
            Err(worse) => self.untold = Some(words::not_watching(&worse.to_string())),
        }
    }

    /// Did something change of which nothing was told? Then the system is silent, and files are looked at from now on. Who looks at them
    /// time and again takes a file for the same that is older than the one before it: a copy keeps its date.
    fn doubt(&mut self) -> bool {
        if Instant::now() < self.doubt.next {
            return false;
        }
        if self.doubt.missed && !self.doubt.told {
            if self.polling {
                self.doubt.missed = false;
            } else {
                self.poll_instead(words::SILENT_DISK);
            }
            return true;
        }
        let begun = Instant::now();
        let files = self.files();
        let known = std::mem::replace(&mut self.doubt.files, files);
        self.doubt.missed = !known.is_empty() && !self.doubt.told && known != self.doubt.files;
        self.doubt.told = false;
        let soon = if self.polling { POLL_EVERY + LOOK_EVERY } else { LOOK_EVERY };
        let wait = if self.doubt.missed { soon } else { DOUBT_EVERY.max(begun.elapsed() * DOUBT_PART) };
        self.doubt.next = Instant::now() + wait;
        false
    }

    /// The files in the folders.
    fn files(&self) -> BTreeMap<PathBuf, Looks> {
        let shown =
            |entry: &walkdir::DirEntry| entry.depth() == 0 || !is_leftover(&entry.file_name().to_string_lossy());
        let entries =
            self.folders.keys().flat_map(|folder| walkdir::WalkDir::new(folder).into_iter().filter_entry(shown));
        let files = entries.flatten().filter(|entry| entry.file_type().is_file()).filter_map(|entry| {
            let meta = entry.metadata().ok()?;
            #[cfg(unix)]
            let changed = {
                use std::os::unix::fs::MetadataExt;
                self.polling.then(|| (meta.ctime(), meta.ctime_nsec()))
            };
            #[cfg(not(unix))]
            let changed = None;
            Some((entry.into_path(), Looks { written: meta.modified().ok()?, length: meta.len(), changed }))
        });
        files.collect()
    }

    /// Waits until something was saved and it is quiet again, until `stop` says so, or for so long at most.
    pub(super) fn wait(&mut self, stop: &dyn Fn() -> bool, at_most: Option<Duration>) -> Waited {
        let begun = Instant::now();
        loop {
            if stop() {
                return Waited::Stopped;
            }
            if at_most.is_some_and(|most| begun.elapsed() >= most) {
                return Waited::Quiet;
            }
            let quiet = match self.events.recv_timeout(at_most.unwrap_or(LOOK_EVERY).min(LOOK_EVERY)) {
                // A file that is only closed did not change.
                Ok(event) => self.quiet_after(&event).filter(|_| !is_closing(&event)),
                Err(RecvTimeoutError::Timeout) => None,
                // Cannot be: the sender is kept here.
                Err(RecvTimeoutError::Disconnected) => return Waited::Stopped,
            };
            let mut heard = quiet.is_some();
            if self.looked.elapsed() >= LOOK_EVERY {
                let other = self.look();
                self.doubt.told |= other;
                let unheard = other || self.doubt();
                if unheard {
                    self.heard = Changed::Anything;
                }
                heard |= unheard;
            }
            if heard {
                self.until_quiet(quiet.unwrap_or(QUIET));
                // What is seen now is what will be built.
                if self.look() {
                    self.heard = Changed::Anything;
                }
                return Waited::Saved(match std::mem::replace(&mut self.heard, Changed::NOTHING) {
                    Changed::Files(files) => Some(files.into_iter().collect()),
                    Changed::Anything => None,
                });
            }
        }
    }

    fn until_quiet(&mut self, mut quiet: Duration) {
        let begun = Instant::now();
        let mut last = begun;
        while let Some(left) = quiet.checked_sub(last.elapsed()).filter(|_| begun.elapsed() < AT_MOST) {
            let event = self.events.recv_timeout(left);
            if let Some(after) = event.ok().and_then(|event| self.quiet_after(&event)) {
                (last, quiet) = (Instant::now(), after);
            }
        }
    }

    /// How long must it be quiet after this event? Not at all when it is of no matter here.
    fn quiet_after(&mut self, heard: &Heard) -> Option<Duration> {
        // That a file was closed tells of a change only behind one that was told.
        self.doubt.told |= !is_closing(heard);
        if let Ok(event) = heard
            && is_closing(heard)
        {
            return event.paths.iter().any(|path| self.is_content(path)).then_some(QUIET_WHEN_WHOLE);
        }
        if !self.matters(heard) {
            return None;
        }
        self.heard.more(self.files_of(heard));
        Some(if is_in_place(heard) { QUIET_WHEN_WHOLE } else { QUIET })
    }

    /// The files of which an event tells that what is in them changed; `None` when it may tell of more.
    fn files_of(&self, heard: &Heard) -> Option<Vec<PathBuf>> {
        use notify::event::{EventKind, ModifyKind, RenameMode};
        let event = heard.as_ref().ok().filter(|event| !event.need_rescan() && !event.paths.is_empty())?;
        let content = || event.paths.iter().filter(|path| self.is_content(path));
        // Brought to its place from where nothing of the site was.
        let in_place = match event.kind {
            EventKind::Modify(ModifyKind::Name(RenameMode::To)) => true,
            EventKind::Modify(ModifyKind::Name(RenameMode::Both)) => content().eq(event.paths.last()),
            EventKind::Modify(ModifyKind::Data(_) | ModifyKind::Any) => true,
            _ => false,
        };
        in_place.then(|| content().cloned().collect())
    }

    fn matters(&mut self, heard: &Heard) -> bool {
        let Ok(event) = heard else { return true };
        let moved = event.kind.is_remove()
            || matches!(event.kind, notify::EventKind::Modify(notify::event::ModifyKind::Name(_)));
        let lost = event.need_rescan();
        // A watched folder itself was removed or renamed, or events were lost: what stands there now is watched anew.
        if lost || (moved && event.paths.iter().any(|path| self.folders.contains_key(path))) {
            let again = |path: &PathBuf| lost || event.paths.contains(path);
            if let Some(watcher) = &mut self.watcher {
                self.folders.retain(|path, _| {
                    if again(path) {
                        let _ = watcher.unwatch(path);
                    }
                    !again(path)
                });
            }
            self.attach();
        }
        // Windows tells of a folder that it changed whenever something in it did, which is told as well.
        let vague = matches!(event.kind, notify::EventKind::Modify(notify::event::ModifyKind::Any));
        let counts = |path: &PathBuf| self.is_content(path) && !(vague && path.is_dir());
        lost || event.paths.is_empty() || event.paths.iter().any(counts)
    }

    /// Is it something an editor made, not a leftover of a program?
    fn is_content(&self, path: &Path) -> bool {
        let inner = self.folders.keys().find_map(|folder| path.strip_prefix(folder).ok());
        let inner = inner.or_else(|| path.file_name().map(Path::new)).unwrap_or(Path::new(""));
        inner.components().all(|part| match part {
            Component::Normal(name) => !is_leftover(&name.to_string_lossy()),
            _ => true,
        })
    }
}

/// Does this tell that a file was closed by who wrote in it?
fn is_closing(heard: &Heard) -> bool {
    heard.as_ref().is_ok_and(|event| event.kind.is_access())
}

/// Does this tell that a file has its own name now?
fn is_in_place(heard: &Heard) -> bool {
    use notify::event::{EventKind, ModifyKind, RenameMode};
    let kind = heard.as_ref().map(|event| event.kind);
    matches!(kind, Ok(EventKind::Modify(ModifyKind::Name(RenameMode::To | RenameMode::Both))))
}

/// Without the events of reading: a build reads everything, and would cause the next one. And not through links: those that
/// may be followed are asked for by name.
fn config() -> Config {
    let kinds = EventKindMask::CORE | EventKindMask::ACCESS_CLOSE;
    Config::default().with_event_kinds(kinds).with_follow_symlinks(false)
}

fn identity(path: &Path) -> Option<Identity> {
    let meta = path.metadata().ok()?;
    #[cfg(unix)]
    let number = std::os::unix::fs::MetadataExt::ino(&meta);
    #[cfg(not(unix))]
    let number = 0;
    let written = if meta.is_dir() { None } else { meta.modified().ok().map(|time| (time, meta.len())) };
    Some(Identity { created: meta.created().ok(), number, written })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_lies_inside_counts_as_hidden() {
        let mut watch = Watch::new(false);
        let identity = Identity { created: None, number: 0, written: None };
        watch.folders.insert("/home/x/.projecten/site".into(), identity);
        assert!(watch.is_content(Path::new("/home/x/.projecten/site/a.md")));
        assert!(!watch.is_content(Path::new("/home/x/.projecten/site/.cache/a.md")));
        assert!(!watch.is_content(Path::new("/home/x/.projecten/site/a.md~")));
        assert!(watch.is_content(Path::new("/home/x/.projecten/site")));
    }

    /// A disk that takes the question and never tells anything.
    #[derive(Debug)]
    struct Silent;

    impl Watcher for Silent {
        fn new<F: notify::EventHandler>(_: F, _: Config) -> notify::Result<Self> {
            Ok(Self)
        }
        fn watch(&mut self, _: &Path, _: RecursiveMode) -> notify::Result<()> {
            Ok(())
        }
        fn unwatch(&mut self, _: &Path) -> notify::Result<()> {
            Ok(())
        }
        fn kind() -> notify::WatcherKind {
            notify::WatcherKind::NullWatcher
        }
    }

    /// The next save in a folder is seen; a watcher that does not see it waits until the test runner gives up.
    fn sees_saves(mut watch: Watch) -> Watch {
        let folder = tempfile::tempdir().unwrap();
        let write = |text: &str| tests_only_write(&folder.path().join("a.md"), text);
        write("een");
        watch.follow(vec![folder.path().to_path_buf()]);
        for text in ["twee, en langer", "drie"] {
            let path = folder.path().join("a.md");
            let later = std::thread::spawn({
                let text = text.to_owned();
                move || {
                    // Once the files were looked at.
                    std::thread::sleep(LOOK_EVERY * 3);
                    tests_only_write(&path, &text);
                }
            });
            assert!(matches!(watch.wait(&|| false, None), Waited::Saved(_)), "{text}");
            later.join().unwrap();
        }
        watch
    }

    #[allow(clippy::disallowed_methods, reason = "tests")]
    fn tests_only_write(path: &Path, text: &str) {
        std::fs::write(path, text).unwrap();
    }

    #[test]
    fn a_disk_that_tells_nothing_is_looked_at() {
        let mut watch = Watch::new(false);
        watch.watcher = Some(Box::new(Silent));
        let watch = sees_saves(watch);
        assert!(watch.polling);
        assert_eq!(watch.untold, Some(words::watching_slowly(words::SILENT_DISK)));
    }

    #[test]
    fn who_asks_for_it_has_files_looked_at() {
        let watch = sees_saves(Watch::new(true));
        assert_eq!(watch.untold, None);
    }

    #[test]
    fn a_file_with_an_older_date_is_seen() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.md");
        tests_only_write(&path, "een");
        let mut watch = Watch::new(true);
        watch.follow(vec![folder.path().to_path_buf()]);
        let later = std::thread::spawn(move || {
            std::thread::sleep(LOOK_EVERY * 3);
            tests_only_write(&path, "twee");
            let old = SystemTime::UNIX_EPOCH + Duration::from_secs(1_000_000_000);
            std::fs::File::options().write(true).open(&path).unwrap().set_modified(old).unwrap();
        });
        assert!(matches!(watch.wait(&|| false, None), Waited::Saved(_)));
        later.join().unwrap();
    }

    #[test]
    fn a_disk_that_tells_is_not_doubted() {
        assert!(!sees_saves(Watch::new(false)).polling);
    }
}

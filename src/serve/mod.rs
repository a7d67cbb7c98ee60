//! The dev server: shows the site while it is being written.
//!
//! It knows nothing of how a site is built: a [`Builder`] is asked for it whenever something was saved. The site is
//! served from memory; the published folder is never written, and read only for what stood there before the first build is done. A
//! mistake does not take the site away: the last good one stays, and the browser shows over it what is wrong.

mod answer;
mod connection;
mod door;
mod front;
mod head;
mod host;
mod http;
mod live;
mod made;
mod overlay;
mod page;
mod port;
mod range;
mod refusal;
mod request;
mod resolve;
mod socket;
mod start;
mod stop;
mod watch;
mod words;

use crate::markup::Html;
use crate::output::Output;
use live::Live;
use std::fmt;
use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Sender, channel};
use std::thread;
use std::time::Duration;
use watch::Waited;

#[doc(hidden)]
pub use http::handed_on;
pub use overlay::{problem, problems};
pub use start::{Desk, Found, Opened, Whereto, start};
pub use stop::Stop;

/// What a build gave.
#[derive(Debug, Clone, Default)]
pub struct Served {
    /// The new site; `None` when there is none, because of a mistake or because nothing changed.
    pub site: Option<Arc<Output>>,
    /// What is wrong (see [`problems`]); `None` when all is well.
    pub problems_html: Option<Html>,
    /// What deserves a look though the site is good.
    pub warnings: Vec<Warning>,
    /// One Dutch line for the terminal.
    pub summary: String,
    /// Path of the site's base URL, such as `/portaal/`; empty is the root. The site is served at the root in any case; under
    /// this path it is found as well, for the absolute links of a 404 page.
    pub base_path: String,
}

/// A warning, for the list behind the button in the browser.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// The page it is about, as a path of the output (`over/index.html`), when it is about one.
    pub page: Option<String>,
    /// What is told: an item of a list (see [`problem`]).
    pub html: Html,
}

/// What makes the site.
pub trait Builder: Send {
    /// The site as it was made an earlier time, when it is proven that a build would give the same: shown until the first build is
    /// done. Asked once, at the start.
    fn before(&mut self) -> Option<Served> {
        None
    }
    /// Builds the site from what is on disk now. Called once at the start, and then after each save.
    fn build(&mut self) -> Served;
    /// The same when nothing is known to have changed but what is in these files, which were there already. What else changed may
    /// show later: see [`Builder::missed`].
    fn build_of(&mut self, changed: &[PathBuf]) -> Served {
        let _ = changed;
        self.build()
    }
    /// Did something change that the last [`Builder::build_of`] did not see? Asked once after each, when nothing is saved for a moment.
    fn missed(&mut self) -> bool {
        false
    }
    /// The folders to watch; asked after each build. They need not exist yet.
    fn watched(&self) -> Vec<PathBuf>;
}

/// Where the server listens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// By default only this machine.
    pub address: IpAddr,
    /// The wanted port; 0 lets the system choose.
    pub port: u16,
    /// Must it be this port, or may it be the next free one?
    pub port_fixed: bool,
    /// Are files looked at time and again, also where the system would tell of changes?
    pub polling: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { address: Ipv4Addr::LOCALHOST.into(), port: 4321, port_fixed: false, polling: false }
    }
}

/// What the server tells while it runs; shown with `Display`, in Dutch.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Event {
    /// The site can be viewed. Comes after the first build, also when that failed, or before it when there is a site of an earlier time.
    Started {
        /// Where.
        url: String,
        /// The port that was wanted, when it was taken.
        instead_of: Option<u16>,
        /// Can others in the network view it too?
        open: bool,
        /// Where they can, when that is known.
        for_others: Option<String>,
    },
    /// A build is done; the builder's summary.
    Built(String),
    /// Something that does not stop the server, in Dutch.
    Warning(String),
    /// The server has stopped.
    Stopped,
}

impl fmt::Display for Event {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Started { url, instead_of, open, for_others } => {
                f.write_str(&words::started(url, *instead_of))?;
                if *open { write!(f, "\n{}", words::open_to_others(for_others.as_deref())) } else { Ok(()) }
            }
            Self::Built(line) | Self::Warning(line) => f.write_str(line),
            Self::Stopped => f.write_str(words::STOPPED),
        }
    }
}

/// Why the server could not begin.
#[derive(Debug)]
#[non_exhaustive]
pub enum ServeError {
    /// The address cannot be listened on.
    Listen {
        /// Which.
        address: SocketAddr,
        /// Why.
        cause: io::Error,
    },
    /// The handling of Ctrl-C cannot be set up; why, in Dutch.
    Signals(String),
    /// Something else of the system.
    Io(io::Error),
}

impl fmt::Display for ServeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self {
            Self::Listen { address, cause } => port::told(*address, cause),
            Self::Signals(said) => said.clone(),
            Self::Io(cause) => words::no_server(cause),
        })
    }
}

impl std::error::Error for ServeError {}

/// What the other threads send to the one that called [`serve`].
#[derive(Debug)]
enum Note {
    Tell(Event),
    /// There is something to show.
    Ready,
    Stop,
}

/// Serves the site until Ctrl-C or the system's request to end, and returns `Ok` then.
pub fn serve(
    builder: impl Builder + 'static,
    options: Options,
    announce: &mut dyn FnMut(Event),
) -> Result<(), ServeError> {
    serve_until(builder, options, &Stop::on_signals()?, announce)
}

/// Serves the site until `stop` says so. Returns at once then: a build that is under way is left, it harms nothing.
pub fn serve_until(
    builder: impl Builder + 'static,
    options: Options,
    stop: &Stop,
    announce: &mut dyn FnMut(Event),
) -> Result<(), ServeError> {
    let (sender, notes) = channel();
    stop.ring(sender.clone());
    // The port first: nobody wants to hear after a long build that there is none.
    let mut listener = Some(port::listen(options.address, options.port, options.port_fixed)?);
    let live = Arc::new(Live::new());
    let building = Arc::clone(&live);
    let build = move || keep_building(builder, &building, &sender, options.polling);
    thread::Builder::new().name("build".into()).spawn(build).map_err(ServeError::Io)?;

    let mut front = None;
    for note in notes {
        match note {
            Note::Tell(event) => announce(event),
            Note::Ready => {
                let Some(listener) = listener.take() else { continue };
                let address = listener.local_addr().map_err(ServeError::Io)?;
                front = Some(front::Front::start(listener, Arc::clone(&live))?);
                announce(started(address, options));
            }
            Note::Stop => break,
        }
    }
    match front {
        Some(front) => front.stop(),
        None => live.close(),
    }
    // Long enough for open pages to hear that the server goes.
    thread::sleep(Duration::from_millis(30));
    announce(Event::Stopped);
    Ok(())
}

fn started(address: SocketAddr, options: Options) -> Event {
    Event::Started {
        url: format!("http://{}/", port::reachable(address)),
        instead_of: (options.port != 0 && options.port != address.port()).then_some(options.port),
        open: !address.ip().is_loopback(),
        for_others: port::for_others(address).map(|address| format!("http://{address}/")),
    }
}

/// When nothing is saved for so long there is time to look at all files.
const MOMENT: Duration = Duration::from_millis(400);
/// So long is waited for news of a change that was seen before it was told.
const SHORT_MOMENT: Duration = Duration::from_millis(50);

/// Builds, tells, waits for the next save; until the server stops.
fn keep_building(mut builder: impl Builder, live: &Live, notes: &Sender<Note>, polling: bool) {
    let mut watch = watch::Watch::new(polling);
    let tell = |event| notes.send(Note::Tell(event)).is_ok();
    // Watching begins before the first build, so that nothing saved during it is missed.
    let mut warning = watch.follow(builder.watched());
    let take_in = |served: Served| {
        let told = live::Told::of(served.problems_html, served.warnings);
        live.take_in(served.site, proper_base(&served.base_path), told);
    };
    let (mut shown, mut changed) = (false, None::<Vec<PathBuf>>);
    if let Some(served) = catch_unwind(AssertUnwindSafe(|| builder.before())).unwrap_or_default() {
        take_in(served);
        shown = true;
        if notes.send(Note::Ready).is_err() {
            return;
        }
    }
    loop {
        // A builder that panics is asked again at the next save; what it holds then is its own affair.
        let build = || match &changed {
            Some(files) => builder.build_of(files),
            None => builder.build(),
        };
        let mut served = catch_unwind(AssertUnwindSafe(build)).unwrap_or_else(|_| Served {
            problems_html: Some(Html::element("p", &[], words::BUILDER_BROKE)),
            summary: words::BUILDER_BROKE.into(),
            ..Served::default()
        });
        let summary = std::mem::take(&mut served.summary);
        take_in(served);
        warning = watch.follow(builder.watched()).or(warning);
        if !tell(Event::Built(summary)) || (!shown && notes.send(Note::Ready).is_err()) {
            return;
        }
        shown = true;
        if let Some(text) = warning.take() {
            tell(Event::Warning(text));
        }
        let closing = || live.is_closing();
        let mut waited = Waited::Quiet;
        if changed.is_some() {
            waited = watch.wait(&closing, Some(MOMENT));
            // The system named what changed; now that there is time it is seen whether that was all.
            if matches!(waited, Waited::Quiet) && catch_unwind(AssertUnwindSafe(|| builder.missed())).unwrap_or(true) {
                // It may be a file that is being written.
                waited = match watch.wait(&closing, Some(SHORT_MOMENT)) {
                    Waited::Stopped => Waited::Stopped,
                    _ => Waited::Saved(None),
                };
            }
        }
        if matches!(waited, Waited::Quiet) {
            waited = watch.wait(&closing, None);
        }
        match waited {
            Waited::Saved(files) => changed = files,
            Waited::Quiet | Waited::Stopped => return,
        }
    }
}

/// A base path with a slash at both ends.
fn proper_base(path: &str) -> String {
    match path.trim_matches('/') {
        "" => "/".into(),
        inner => format!("/{inner}/"),
    }
}

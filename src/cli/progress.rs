//! How far a command is, for what takes longer than a moment, and how long each step took.

use super::say;
use crate::output::HowFar;
use crate::pipeline::Step;
use clap::ArgMatches;
use std::io::IsTerminal;
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

/// From then on a person at a terminal sees how far it is.
const A_MOMENT: Duration = Duration::from_secs(1);
/// Where nobody looks on (a log), a line each so many seconds says enough.
const A_WHILE: Duration = Duration::from_secs(10);
/// How often the bar is drawn.
const DRAWN_EVERY: Duration = Duration::from_millis(150);
/// Takes the line away that was drawn last.
const CLEAR: &str = "\r\x1b[2K";
/// Signs in the bar.
const WIDTH: usize = 24;

/// What is done, one after another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Work {
    /// What changed since last time?
    Look,
    Read,
    Parse,
    Plan,
    Render,
    Join,
    Compare,
    Make,
    Publish,
}

const ALL: [Work; 9] = [
    Work::Look,
    Work::Read,
    Work::Parse,
    Work::Plan,
    Work::Render,
    Work::Join,
    Work::Compare,
    Work::Make,
    Work::Publish,
];

impl Work {
    fn name(self) -> &'static str {
        match self {
            Self::Look => "kijken wat er veranderd is",
            Self::Read => "bestanden lezen",
            Self::Parse => "teksten, gegevens en vormgeving begrijpen",
            Self::Plan => "pagina's indelen",
            Self::Render => "pagina's schrijven",
            Self::Join => "alles samenvoegen en nakijken",
            Self::Compare => "vergelijken met de vorige keer",
            Self::Make => "afbeeldingen maken",
            Self::Publish => "de site neerzetten",
        }
    }
}

impl From<Step> for Work {
    fn from(step: Step) -> Self {
        match step {
            Step::Parse => Self::Parse,
            Step::Plan => Self::Plan,
            Step::Render => Self::Render,
            Step::Join => Self::Join,
        }
    }
}

/// What was begun, and how much of the last of it is done.
#[derive(Debug)]
pub struct State {
    begun: Vec<(Work, Instant)>,
    done: usize,
    of: usize,
}

/// The progress of one command. What it shows is gone when it ends.
pub struct Progress {
    state: Arc<Mutex<State>>,
    start: Instant,
    times: bool,
    silent: bool,
    shown: Option<(Sender<()>, JoinHandle<()>)>,
}

impl Progress {
    /// Begins, with what was asked (`--stil`, `--tijden`).
    pub fn of(matches: &ArgMatches) -> Self {
        let flag = |name| matches.try_get_one::<bool>(name).ok().flatten().copied().unwrap_or(false);
        let start = Instant::now();
        let state = Arc::new(Mutex::new(State { begun: vec![(Work::Look, start)], done: 0, of: 0 }));
        let silent = flag("stil");
        let shown = (!silent).then(|| {
            let (end, ended) = channel();
            let state = state.clone();
            let show = move || {
                let mut show = Show { start, terminal: std::io::stderr().is_terminal(), said: None };
                while matches!(ended.recv_timeout(DRAWN_EVERY), Err(RecvTimeoutError::Timeout)) {
                    show.now(&lock(&state));
                }
                show.clear();
            };
            (end, std::thread::spawn(show))
        });
        Self { state, start, times: flag("tijden"), silent, shown }
    }

    /// Since the beginning.
    pub fn elapsed(&self) -> Duration {
        self.start.elapsed()
    }

    /// Makes way for something that is printed, for as long as what is given lives.
    pub fn aside(&self) -> MutexGuard<'_, State> {
        let state = lock(&self.state);
        if std::io::stderr().is_terminal() && self.shown.is_some() && self.elapsed() > A_MOMENT {
            say::err(CLEAR);
        }
        state
    }

    /// Something else begins.
    pub fn begin(&self, work: Work) {
        let mut state = lock(&self.state);
        state.begun.push((work, Instant::now()));
        (state.done, state.of) = (0, 0);
    }

    /// What publishing is at.
    pub fn publishing(&self, at: HowFar) {
        match at {
            HowFar::Made(done, of) => {
                let mut state = lock(&self.state);
                (state.done, state.of) = (done, of);
            }
            HowFar::Writing => self.begin(Work::Publish),
        }
    }

    /// Ends it: from now on others may print. Says how long each step took, when that was asked. Is nothing more to be said than
    /// what is wrong?
    pub fn end(&mut self) -> bool {
        if let Some((end, shown)) = self.shown.take() {
            drop(end);
            // It only draws; that it could not is no news.
            let _ = shown.join();
        }
        self.tell_times();
        self.silent
    }

    fn tell_times(&mut self) {
        if !std::mem::take(&mut self.times) {
            return;
        }
        let state = lock(&self.state);
        let ends = state.begun.iter().skip(1).map(|(_, at)| *at).chain([Instant::now()]);
        say::line("Tijd per stap:");
        for ((work, start), end) in state.begun.iter().zip(ends) {
            say::line(format_args!("{:>8} ms  {}", end.duration_since(*start).as_millis(), work.name()));
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.end();
    }
}

fn lock(state: &Mutex<State>) -> MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Shows it: a bar on a terminal, a line now and then elsewhere.
struct Show {
    start: Instant,
    terminal: bool,
    said: Option<Instant>,
}

impl Show {
    fn now(&mut self, state: &State) {
        let Some((work, _)) = state.begun.last() else { return };
        if self.terminal {
            if self.start.elapsed() > A_MOMENT {
                self.said = Some(Instant::now());
                say::err(format_args!("{CLEAR}{}", bar(*work, state.done, state.of)));
            }
        } else if self.said.unwrap_or(self.start).elapsed() > A_WHILE {
            self.said = Some(Instant::now());
            say::line(format_args!("Bezig: {}.", told(*work, state.done, state.of)));
        }
    }

    fn clear(&self) {
        if self.terminal && self.said.is_some() {
            say::err(CLEAR);
        }
    }
}

fn told(work: Work, done: usize, of: usize) -> String {
    let count = if of > 0 { format!(" ({done} van {of})") } else { String::new() };
    format!("{}{count}", work.name())
}

/// `[#####···] pagina's schrijven`.
fn bar(work: Work, done: usize, of: usize) -> String {
    let step = ALL.iter().position(|one| *one == work).unwrap_or_default();
    let within = (WIDTH * done).checked_div(of).unwrap_or_default();
    let full = ((step * WIDTH + within) / ALL.len()).min(WIDTH);
    format!("[{}{}] {}", "#".repeat(full), "·".repeat(WIDTH - full), told(work, done, of))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bar_grows_with_the_steps_and_within_them() {
        let length = |work, done, of| bar(work, done, of).matches('#').count();
        assert_eq!(length(Work::Look, 0, 0), 0);
        let steps: Vec<usize> = ALL.iter().map(|work| length(*work, 0, 0)).collect();
        assert!(steps.is_sorted() && steps.iter().all(|full| *full < WIDTH), "{steps:?}");
        assert!(length(Work::Make, 90, 100) > length(Work::Make, 10, 100));
        assert_eq!(bar(Work::Make, 3, 7).rsplit_once("] ").unwrap().1, "afbeeldingen maken (3 van 7)");
    }

    #[test]
    fn every_step_has_its_place() {
        let steps = [Step::Parse, Step::Plan, Step::Render, Step::Join].map(Work::from);
        assert!(
            steps.iter().all(|step| ALL.contains(step))
                && steps.is_sorted_by_key(|step| ALL.iter().position(|one| one == step))
        );
    }
}

//! `verbeeld serve`.

use super::unchanged::Question;
use super::{GOOD, as_of, browser, fail, folder, held, report, say, schema, work};
use crate::diag::{Diagnostic, terminal};
use crate::markup::Html;
use crate::output::{disk_clock, finish, standing};
use crate::pipeline::{self, Memo};
use crate::serve::{Builder, Event, Options, Served, Warning, problem, problems, serve};
use crate::site::page_url;
use crate::source::{self, Kept, Project, Reader, Role, Sources, kept_folder};
use clap::ArgMatches;
use std::net::IpAddr;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

pub fn run(matches: &ArgMatches) -> u8 {
    // The folder may be moved away and put back; where we stand goes along with it.
    let root = folder(matches);
    let root = std::path::absolute(&root).unwrap_or(root);
    let project = match held::whole(&root) {
        Ok(project) => project,
        Err(e) => return fail(e),
    };
    // The published site is not what `serve` shows, but a build that was cut off is not left half either.
    if finish(&project.public, &project).unwrap_or(false) {
        say::line(say::FINISHED);
    }
    let mut options = Options::default();
    if let Some(address) = matches.get_one::<IpAddr>("adres") {
        options.address = *address;
    }
    if let Some(port) = matches.get_one::<u16>("poort") {
        options.port = *port;
    }
    options.polling = matches.get_flag("peil");
    let drafts = matches.get_flag("concepten");
    let builder = SiteBuilder::of(project, pipeline::Options { drafts, today: as_of(matches) });
    let open = matches.get_flag("open");
    let mut announce = |event: Event| {
        match &event {
            Event::Started { url, .. } if open => browser::open(url),
            _ => {}
        }
        say::line(event);
    };
    match serve(builder, options, &mut announce) {
        Ok(()) => GOOD,
        Err(e) => fail(e),
    }
}

/// So long is waited before a file that has nothing in it any more is looked at again.
const MOMENT: Duration = Duration::from_millis(100);
/// And so many times. Who takes a file away on purpose waits this little longer.
const LOOKS: usize = 3;

/// Reads and builds the site whenever something was saved.
pub struct SiteBuilder {
    project: Project,
    options: pipeline::Options,
    memo: Memo,
    reader: Reader,
    /// Where links in the site lead.
    linked: Vec<PathBuf>,
    /// Was the work of an earlier run taken in?
    recalled: bool,
    /// What was read the last time.
    before: Sources,
}

impl SiteBuilder {
    /// One that has built nothing yet.
    pub fn of(project: Project, options: pipeline::Options) -> Self {
        let (linked, before) = (Vec::new(), Sources::default());
        let reader = Reader::new(disk_clock(&kept_folder(&project)));
        Self { project, reader, options, memo: Memo::default(), linked, recalled: false, before }
    }

    /// Reads the sources. A program that saves may empty a file first and fill it a moment later, and one that puts back a branch
    /// takes files away first: what is gone all at once is looked at again for a moment before it is believed.
    fn read_settled(&mut self) -> Result<Sources, source::ProjectError> {
        let mut sources = self.reader.read(&self.project);
        for _ in 0..LOOKS {
            if sources.as_ref().unwrap_or(&Sources::default()).still_fill(&self.before) {
                break;
            }
            std::thread::sleep(MOMENT);
            sources = self.reader.read(&self.project);
        }
        sources
    }

    /// Builds what was read.
    fn made(&mut self, start: Instant, sources: &Sources) -> Served {
        if !self.recalled {
            work::recall(&self.project, sources, &mut self.memo);
            self.recalled = true;
        }
        schema::refresh(&self.project, sources);
        let built = pipeline::build(sources, self.options, &mut self.memo);
        work::keep(&self.project, &self.memo);
        let mut summary = terminal::render(&built.problems, sources, report::colour());
        let closing = report::unfinished(&built).unwrap_or_default();
        if !closing.is_empty() {
            summary.push_str(&format!("{closing}\n\n"));
        }
        summary.push_str(&report::summary(&built, start.elapsed()));
        let problems_html = (built.errors() > 0).then(|| problems(&built.problems, closing, sources));
        let warnings = if problems_html.is_none() { warnings(&built.problems, sources) } else { Vec::new() };
        Served { site: built.output.map(Arc::new), problems_html, warnings, summary, base_path: built.base_path }
    }
}

impl Builder for SiteBuilder {
    /// What `build` published, when nothing has changed since.
    fn before(&mut self) -> Option<Served> {
        let built = Question::of(Kept::Build, &self.project, self.options).answered(&self.project)?;
        let site = standing(&self.project.public)?;
        Some(Served { site: Some(Arc::new(site)), base_path: built.base_path, ..Served::default() })
    }

    fn build(&mut self) -> Served {
        let start = Instant::now();
        // Another branch may have the site in another place.
        if let Ok(found) = Project::find(&self.project.root) {
            self.project = found;
        }
        let sources = match self.read_settled() {
            Ok(sources) => {
                self.linked = sources.linked().to_vec();
                self.before = sources.clone();
                sources
            }
            Err(e) => {
                return Served {
                    problems_html: Some(Html::element("p", &[], e.to_string())),
                    summary: format!("fout: {e}"),
                    ..Served::default()
                };
            }
        };
        self.made(start, &sources)
    }

    fn build_of(&mut self, changed: &[PathBuf]) -> Served {
        let start = Instant::now();
        let read = self.reader.read_changed(&self.project, &self.before, changed);
        match read.filter(|sources| sources.still_fill(&self.before)) {
            Some(sources) => {
                self.before = sources.clone();
                self.made(start, &sources)
            }
            None => self.build(),
        }
    }

    fn missed(&mut self) -> bool {
        let Ok(now) = self.reader.read(&self.project) else { return true };
        let same = now.is(&self.before);
        if same {
            self.before = now;
        }
        !same
    }

    fn watched(&self) -> Vec<PathBuf> {
        let linked = self.linked.iter().cloned();
        self.project.watched().into_iter().chain(linked).collect()
    }
}

/// Each warning with the page it is about: that of the file it stands in.
fn warnings(problems: &[Diagnostic], sources: &Sources) -> Vec<Warning> {
    let page = |problem: &Diagnostic| {
        let file = sources.get(problem.place?.file);
        (file.role == Role::Page).then(|| format!("{}index.html", page_url(&file.name)))
    };
    problems.iter().map(|found| Warning { page: page(found), html: problem(found, sources) }).collect()
}

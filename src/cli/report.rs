//! Shows what a build found, and its summary line.

use super::say;
use crate::diag::{json, short, terminal, words};
use crate::pipeline::Built;
use crate::source::{self, Project, ProjectError, Sources};
use std::io::IsTerminal;
use std::time::Duration;

/// How problems are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// With excerpt and caret.
    Full,
    /// One line each.
    Short,
    /// JSON, on standard output.
    Json,
}

impl Format {
    /// The format asked for.
    pub fn of(matches: &clap::ArgMatches) -> Self {
        match matches.get_one::<String>("formaat").map(String::as_str) {
            Some("kort") => Self::Short,
            Some("json") => Self::Json,
            _ => Self::Full,
        }
    }
}

/// Shows the problems.
pub fn problems(built: &Built, sources: &Sources, format: Format) {
    let problems = &built.problems;
    match format {
        Format::Full => say::err(terminal::render(problems, sources, colour())),
        Format::Short => say::err(short::all(problems, sources)),
        Format::Json => say::out(json::render(problems, sources)),
    }
}

/// Shows the problems that an earlier run of the same sources found.
pub fn kept_problems(built: &Built, project: &Project, format: Format) -> Result<(), ProjectError> {
    // Their places are shown from the texts; without problems nothing need be read.
    let sources = if built.problems.is_empty() { Sources::default() } else { source::read(project)? };
    problems(built, &sources, format);
    Ok(())
}

/// `64 pagina's, 41 infographics, geen waarschuwingen, in 83 ms`, or what kept the site from being made.
pub fn summary(built: &Built, time: Duration) -> String {
    let time = if time.as_secs() >= 2 {
        format!("{} s", crate::site::dutch_number(time.as_secs_f64(), 1))
    } else {
        format!("{} ms", time.as_millis().max(1))
    };
    let warnings = match built.warnings() {
        // What is absent is only looked for when all could be read: with errors nobody knows.
        0 if built.errors() > 0 => String::new(),
        0 => ", geen waarschuwingen".to_owned(),
        1 => ", 1 waarschuwing".to_owned(),
        n => format!(", {n} waarschuwingen"),
    };
    match built.errors() {
        0 => format!(
            "{}, {}{warnings}, in {time}",
            count(built.pages, "pagina", "pagina's"),
            count(built.infographics, "infographic", "infographics")
        ),
        n => format!("{}{warnings}, in {time}", count(n, "fout", "fouten")),
    }
}

/// Says so when there may be more problems.
pub fn unfinished(built: &Built) -> Option<&'static str> {
    (!built.whole).then_some(words::files::NOT_ALL_CHECKED)
}

/// What was not looked at, when there is any of it.
pub fn drafts(built: &Built) -> Option<String> {
    let (n, are, their) = match built.drafts {
        0 => return None,
        1 => ("1 concept".to_owned(), "staat", "De verwijzingen erin zijn"),
        n => (format!("{n} concepten"), "staan", "De verwijzingen erin zijn"),
    };
    Some(format!("{n} {are} niet op de site. {their} niet nagekeken; dat doet: verbeeld check --concepten"))
}

fn count(n: usize, one: &str, more: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{n} {more}") }
}

/// Colours only for a person at a terminal who did not ask to be spared them.
pub fn colour() -> bool {
    std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|v| v.is_empty())
}

//! The command line: Dutch help, Dutch messages, exit codes 0 (good), 1 (problems in the content), 2 (wrong use or the system
//! failed).

mod act;
mod arguments;
mod besluit;
mod blank;
mod browser;
mod build;
mod check;
mod edit;
mod extern_links;
mod handleiding;
mod held;
mod hernoem;
mod infographic;
mod init;
mod licences;
mod lijst;
mod new;
mod niveau;
mod plaats;
mod place;
mod progress;
mod reading_level;
mod report;
mod say;
mod schema;
mod serve;
mod start;
mod terug;
mod threads;
mod typed;
mod unchanged;
mod usage;
mod verbeter;
mod verplaats;
mod verschil;
mod verwijder;
mod work;
mod written;
mod zetel;

pub use serve::SiteBuilder;

use arguments::command;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

/// All went well.
pub const GOOD: u8 = 0;
/// There are mistakes in the content.
pub const MISTAKES: u8 = 1;
/// Wrong use, or the system failed.
pub const FAILED: u8 = 2;

/// Runs the program.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments = as_question(arguments.into_iter().collect());
    if arguments.len() < 2 && start::is_double_clicked() {
        return ExitCode::from(start::run(true));
    }
    let command = command();
    let arguments = typed::as_meant(arguments, &command);
    let matches = match command.try_get_matches_from(arguments) {
        Ok(matches) => matches,
        Err(error) => return ended(usage::tell(&error)),
    };
    let code = match matches.subcommand() {
        Some(("build", m)) => build::run(m),
        Some(("serve", m)) => serve::run(m),
        Some(("start", m)) => start::run(!m.get_flag("niet-openen")),
        Some(("plaats", m)) => plaats::run(m),
        Some(("check", m)) => check::run(m),
        Some(("new", m)) => new::run(m),
        Some(("infographic", m)) => infographic::run(m),
        Some(("init", m)) => init::run(m),
        Some(("schema", m)) => schema::run(m),
        Some(("handleiding", _)) => handleiding::run(),
        Some(("licenties", _)) => licences::run(),
        Some(("besluit", m)) => besluit::run(m),
        Some(("verschil", m)) => verschil::run(m),
        Some(("zetel", m)) => zetel::run(m),
        Some(("niveau", m)) => niveau::run(m),
        Some(("verplaats", m)) => verplaats::run(m),
        Some(("hernoem", m)) => hernoem::run(m),
        Some(("verwijder", m)) => verwijder::run(m),
        Some(("terug", m)) => terug::run(m),
        Some(("lijst", m)) => lijst::run(m),
        _ => FAILED,
    };
    ended(code)
}

/// How the program ends: when what was asked for could not be written, the system failed.
fn ended(code: u8) -> ExitCode {
    ExitCode::from(if say::is_lost() { FAILED } else { code })
}

/// `verbeeld help check` asks what `verbeeld check --help` does, and `verbeeld uitleg REGEL012` what `check --uitleg` does.
fn as_question(mut arguments: Vec<OsString>) -> Vec<OsString> {
    let asks = arguments.get(1).is_some_and(|word| word == "uitleg");
    if asks && arguments.get(2).and_then(|code| code.to_str()).is_some_and(|code| !code.starts_with('-')) {
        arguments.splice(1..2, ["check".into(), "--uitleg".into()]);
    }
    if arguments.get(1).is_some_and(|word| word == "help" || word == "hulp") {
        arguments.remove(1);
        arguments.push("--help".into());
    }
    arguments
}

/// The folder given with `--map`, or the one we are in.
fn folder(matches: &clap::ArgMatches) -> PathBuf {
    matches.get_one::<PathBuf>("map").cloned().unwrap_or_else(|| PathBuf::from("."))
}

/// The day given with `--stand`.
fn as_of(matches: &clap::ArgMatches) -> Option<jiff::civil::Date> {
    matches.get_one::<jiff::civil::Date>("stand").copied()
}

/// Says why something failed, on standard error.
fn fail(message: impl std::fmt::Display) -> u8 {
    say::line(format_args!("fout: {message}"));
    FAILED
}

//! `verbeeld besluit`: records a decision about a choice. What is not given with an option is asked for at a terminal.

use super::edit;
use super::{FAILED, fail, say};
use crate::decode::Moment;
use crate::edit::{Decision, decided};
use clap::ArgMatches;
use std::io::{BufRead, IsTerminal};

pub fn run(matches: &ArgMatches) -> u8 {
    let given = |key: &str| matches.get_one::<String>(key).map(|word| word.trim().to_owned());
    let choice = given("keuze").unwrap_or_default();
    let answers = || {
        Some((
            given("uitkomst").or_else(|| ask("Wat is de uitkomst (een zin, of de id van een organisatie)?"))?,
            given("datum").or_else(|| ask("Op welke dag (zoals 2027-01-31)?"))?,
            given("door").or_else(|| ask("Wie besloot het (de id van een overleg of organisatie)?"))?,
            given("bron").or_else(|| ask("Waar staat het (de id van een bron, of de naam van een nieuwe)?"))?,
        ))
    };
    let Some((outcome, date, by, source)) = answers() else {
        return fail(
            "geef --uitkomst, --datum, --door en --bron, of voer de opdracht uit in een venster waarin u kunt typen.",
        );
    };
    let Some(when) = Moment::parse(&date) else {
        say::line(format_args!(
            "fout: “{date}” is geen datum. Schrijf een dag (2027-01-31), een kwartaal (2027-Q1) of een jaar (2027)."
        ));
        return FAILED;
    };
    let decision = Decision { choice: choice.clone(), outcome, when, by: Some(by).filter(|by| !by.is_empty()), source };
    let done = format!("Het besluit over “{choice}” is vastgelegd. Gewijzigd:");
    edit::make(matches, |sources, site| decided(sources, site, &decision), &done)
}

/// Asks at a terminal; `None` when there is nobody to answer.
fn ask(question: &str) -> Option<String> {
    let input = std::io::stdin();
    if !input.is_terminal() {
        return None;
    }
    say::err(format_args!("{question} "));
    let mut line = String::new();
    input.lock().read_line(&mut line).ok()?;
    Some(line.trim().to_owned())
}

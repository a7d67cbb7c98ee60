//! What the commands that record an act have in common: what is not given with an option is asked for at a terminal.

use super::{FAILED, check, fail, say};
use crate::decode::Moment;
use crate::edit::Act;
use clap::ArgMatches;
use std::io::{BufRead, IsTerminal};

/// What is given with an option, or else answered at a terminal; `Err` is how the program ends without an answer.
pub fn answer(matches: &ArgMatches, key: &str, question: &str) -> Result<String, u8> {
    if let Some(given) = given(matches, key) {
        return Ok(given);
    }
    let input = std::io::stdin();
    let mut line = String::new();
    if !input.is_terminal() {
        return Err(fail(format_args!("geef --{key}, of voer de opdracht uit in een venster waarin u kunt typen.")));
    }
    say::err(format_args!("{question} "));
    match input.lock().read_line(&mut line) {
        Ok(read) if read > 0 => Ok(line.trim().to_owned()),
        _ => Err(fail(format_args!("er kwam geen antwoord. Er is niets veranderd."))),
    }
}

/// What is given with an option.
pub fn given(matches: &ArgMatches, key: &str) -> Option<String> {
    matches.get_one::<String>(key).map(|word| word.trim().to_owned())
}

/// When it happened, who decided it, and where it is written.
pub fn act(matches: &ArgMatches) -> Result<Act, u8> {
    let date = answer(matches, "datum", "Op welke dag is dat besloten (zoals 2027-01-31)?")?;
    let when = moment(&date)?;
    let by = answer(
        matches,
        "door",
        "Wie besloot het (de id van een overleg of organisatie; leeg als dat niet bekend is)?",
    )?;
    let source =
        answer(matches, "bron", "Waar staat het (de id van een bron, of de naam of het webadres van een nieuwe)?")?;
    Ok(Act { when, by: Some(by).filter(|by| !by.is_empty()), source, recorded: check::today() })
}

/// A date as an editor writes it.
pub fn moment(text: &str) -> Result<Moment, u8> {
    Moment::parse(text).ok_or_else(|| {
        say::line(format_args!(
            "fout: “{text}” is geen datum. Schrijf een dag (2027-01-31), een kwartaal (2027-Q1) of een jaar (2027)."
        ));
        FAILED
    })
}

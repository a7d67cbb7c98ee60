//! What the commands that record an act have in common: what is not given with an option is asked for at a terminal, again and
//! again until the answer can be used.

use super::edit::{Opened, tell};
use super::{FAILED, check, fail, say};
use crate::decode::{DateSlip, Moment, date_slip};
use crate::edit::{Act, Refused, decider, deciding, has_been};
use clap::ArgMatches;
use std::io::{BufRead, IsTerminal};

/// What is given with an option, or else answered at a terminal, as `read` understands it; `Err` is how the program ends without an
/// answer.
pub fn answer<T>(
    matches: &ArgMatches,
    key: &str,
    question: &str,
    read: impl Fn(&str) -> Result<T, Refused>,
) -> Result<T, u8> {
    if let Some(given) = given(matches, key) {
        return read(&given).map_err(|refused| tell(&refused));
    }
    let input = std::io::stdin();
    if !input.is_terminal() {
        let rest = EVERY_ACT.iter().filter(|other| **other != key && given(matches, other).is_none());
        let missing: Vec<String> = [&key].into_iter().chain(rest).map(|key| format!("--{key}")).collect();
        return Err(fail(format_args!(
            "er ontbreekt nog: {}. {question} Geef ze alle bij de opdracht, of voer haar uit in een venster waarin u kunt typen.",
            missing.join(", ")
        )));
    }
    loop {
        let mut line = String::new();
        say::err(format_args!("{question} "));
        match input.lock().read_line(&mut line) {
            Ok(bytes) if bytes > 0 => {}
            _ => return Err(fail(format_args!("er kwam geen antwoord. Er is niets veranderd."))),
        }
        match read(line.trim()) {
            Ok(answer) => return Ok(answer),
            Err(refused) => say::line(&refused.why),
        }
    }
}

/// What must be known of every act, in the order in which it is asked.
const EVERY_ACT: &[&str] = &["datum", "door", "bron"];

/// What is given with an option.
pub fn given(matches: &ArgMatches, key: &str) -> Option<String> {
    matches.get_one::<String>(key).map(|word| word.trim().to_owned())
}

/// The same, where something is given: `--functie ""` says as much as nothing.
pub fn filled(matches: &ArgMatches, key: &str) -> Option<String> {
    given(matches, key).filter(|word| !word.is_empty())
}

/// The same, asked for at a terminal when it is not given; nowhere else is it needed. `may_be` tells whether it can be used.
pub fn wanted(
    matches: &ArgMatches,
    key: &str,
    question: &str,
    may_be: impl Fn(Option<&str>) -> Result<(), Refused>,
) -> Result<Option<String>, u8> {
    if given(matches, key).is_none() && !std::io::stdin().is_terminal() {
        return Ok(None);
    }
    answer(matches, key, question, |text| {
        let word = Some(text).filter(|word| !word.is_empty());
        may_be(word)?;
        Ok(word.map(str::to_owned))
    })
}

/// When it happened, who decided it, and where it is written.
pub fn act(matches: &ArgMatches, opened: &Opened) -> Result<Act, u8> {
    act_by(matches, opened, "bestuur of organisatie", |_| Ok(()))
}

/// The same of an act that not everybody may do: `who` says what sort of decider may, and `may` tells whether this one may.
pub fn act_by(
    matches: &ArgMatches,
    opened: &Opened,
    who: &str,
    may: impl Fn(Option<&str>) -> Result<(), Refused>,
) -> Result<Act, u8> {
    let when = answer(
        matches,
        "datum",
        "Wanneer is dat besloten (een dag als 2027-01-31, of anders een kwartaal of jaar)?",
        |day| moment(day).and_then(|when| has_been(&when, check::today()).map(|()| when)),
    )?;
    let model = &opened.site.model;
    let bodies = deciding(model);
    let bodies = match bodies.is_empty() {
        true => String::new(),
        false => format!("; besluiten nemen hier {}", bodies.join(", ")),
    };
    // Some acts ask for somebody who decided: then nothing is no answer, and is not asked for.
    let may_be_unknown = may(None).is_ok();
    let unknown = if may_be_unknown { "; leeg als dat niet bekend is" } else { "" };
    let by =
        answer(matches, "door", &format!("Wie besloot het (de id of naam van een {who}{bodies}{unknown})?"), |by| {
            let by = if by.is_empty() { None } else { Some(decider(model, by, may_be_unknown)?) };
            may(by.as_deref())?;
            Ok(by)
        })?;
    let source = answer(
        matches,
        "bron",
        "Waar staat het (de id van een bron, of de naam of het webadres van een nieuwe)?",
        |source| crate::edit::source(model, source).map(|_| source.to_owned()),
    )?;
    Ok(Act { when, by, source, recorded: check::today() })
}

/// A date as an editor writes it.
pub fn moment(text: &str) -> Result<Moment, Refused> {
    Moment::parse(text).ok_or_else(|| {
        let hint = match date_slip(text) {
            Some(DateSlip { fix: Some(day), .. }) => format!(". Bedoelde u {}?", day.replace('"', "")),
            Some(DateSlip { says, .. }) => format!(": {says}."),
            None => ".".to_owned(),
        };
        format!("“{text}” is geen datum{hint} Schrijf een dag (2027-01-31), een kwartaal (2027-Q1) of een jaar (2027).")
            .into()
    })
}

/// A date that may be given with an option.
pub fn moment_given(matches: &ArgMatches, key: &str) -> Result<Option<Moment>, u8> {
    filled(matches, key).map(|text| moment(&text)).transpose().map_err(|refused| {
        tell(&refused);
        FAILED
    })
}

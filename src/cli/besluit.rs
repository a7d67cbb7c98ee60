//! `verbeeld besluit`: records a decision about a choice.

use super::act::{act, answer};
use super::edit;
use crate::edit::{Decision, decided};
use clap::ArgMatches;

pub fn run(matches: &ArgMatches) -> u8 {
    decision(matches).map_or_else(
        |code| code,
        |decision| {
            let done = format!("Het besluit over “{}” is vastgelegd. Gewijzigd:", decision.choice);
            edit::make(matches, |sources, site| decided(sources, site, &decision), &done)
        },
    )
}

fn decision(matches: &ArgMatches) -> Result<Decision, u8> {
    let choice = answer(matches, "keuze", "Over welke keuze gaat het (de id)?")?;
    let outcome = answer(matches, "uitkomst", "Wat is de uitkomst (een zin, of de id van een organisatie)?")?;
    Ok(Decision { choice, outcome, act: act(matches)? })
}

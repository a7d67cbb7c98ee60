//! `verbeeld verplaats`: records that a planned date moves.

use super::act::{act, answer, given, moment};
use super::edit;
use crate::edit::{Postponed, postponed};
use clap::ArgMatches;

pub fn run(matches: &ArgMatches) -> u8 {
    date(matches).map_or_else(
        |code| code,
        |date| {
            let done = format!("“{}” staat nu gepland op: {}. Gewijzigd:", date.id, date.to.in_dutch());
            edit::make(matches, |sources, site| postponed(sources, site, &date), &done)
        },
    )
}

fn date(matches: &ArgMatches) -> Result<Postponed, u8> {
    let id = answer(matches, "id", "Welk gegeven (de id)?")?;
    let to = moment(&answer(matches, "naar", "Naar welke dag, welk kwartaal of jaar?")?)?;
    Ok(Postponed { id, key: given(matches, "sleutel"), to, act: act(matches)? })
}

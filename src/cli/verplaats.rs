//! `verbeeld verplaats`: records that a planned date moves.

use super::act::{act, answer, given, moment};
use super::edit::{Opened, open};
use crate::edit::{Postponed, postponed};
use clap::ArgMatches;

pub fn run(matches: &ArgMatches) -> u8 {
    let made = open(matches).and_then(|opened| {
        let date = date(matches, &opened)?;
        let done = format!("“{}” staat nu gepland op: {}.", date.id, date.to.in_dutch());
        Ok(opened.make(|sources, site| postponed(sources, site, &date), &done))
    });
    made.unwrap_or_else(|code| code)
}

fn date(matches: &ArgMatches, opened: &Opened) -> Result<Postponed, u8> {
    let id = given(matches, "id").unwrap_or_default();
    let to = answer(matches, "naar", "Naar welke dag, welk kwartaal of jaar?", moment)?;
    Ok(Postponed { id, key: given(matches, "sleutel"), to, act: act(matches, opened)? })
}

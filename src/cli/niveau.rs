//! `verbeeld niveau`: records that a tie gets another level.

use super::act::{act, answer, given, moment};
use super::edit;
use crate::edit::{Raised, raised};
use clap::ArgMatches;

pub fn run(matches: &ArgMatches) -> u8 {
    level(matches).map_or_else(
        |code| code,
        |level| {
            let done = format!("De band “{}” is nu “{}”. Gewijzigd:", level.relation, level.level);
            edit::make(matches, |sources, site| raised(sources, site, &level), &done)
        },
    )
}

fn level(matches: &ArgMatches) -> Result<Raised, u8> {
    let relation = answer(matches, "band", "Welke band (de id)?")?;
    let level = answer(matches, "niveau", "Welk niveau (de id)?")?;
    let from = given(matches, "vanaf").map(|text| moment(&text)).transpose()?;
    Ok(Raised { relation, level, from, act: act(matches)? })
}

//! `verbeeld zetel`: records who takes a seat in a body.

use super::act::{act, answer, given};
use super::edit;
use crate::edit::{Seat, seated};
use clap::ArgMatches;

pub fn run(matches: &ArgMatches) -> u8 {
    seat(matches).map_or_else(
        |code| code,
        |seat| {
            let done = format!("“{}” zit nu in “{}”. Gewijzigd:", seat.who, seat.body);
            edit::make(matches, |sources, site| seated(sources, site, &seat), &done)
        },
    )
}

fn seat(matches: &ArgMatches) -> Result<Seat, u8> {
    let body = answer(matches, "overleg", "In welk overleg (de id)?")?;
    let who = answer(matches, "wie", "Wie komt erin (de id van een organisatie, overleg of functie)?")?;
    let (function, fills) = (given(matches, "functie"), given(matches, "vult"));
    Ok(Seat { body, who, function, fills, act: act(matches)? })
}

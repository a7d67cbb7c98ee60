//! `verbeeld zetel`: records who takes a seat in a body.

use super::act::{act, filled, given, wanted};
use super::edit::{Opened, open, tell};
use super::say;
use crate::edit::{Seat, SeatMeant, seated};
use clap::ArgMatches;
use std::io::IsTerminal;

pub fn run(matches: &ArgMatches) -> u8 {
    let made = open(matches).and_then(|opened| {
        let seat = seat(matches, &opened)?;
        let done = format!("“{}” zit nu in “{}”.", seat.who, seat.body);
        Ok(opened.make(|sources, site| seated(sources, site, &seat), &done))
    });
    made.unwrap_or_else(|code| code)
}

fn seat(matches: &ArgMatches, opened: &Opened) -> Result<Seat, u8> {
    let word = |key| given(matches, key).unwrap_or_default();
    let (body, who, fills) = (word("overleg"), word("wie"), filled(matches, "vult"));
    let of = |fills: Option<&str>| SeatMeant::of(&opened.site.model, &body, &who, fills);
    let meant = of(fills.as_deref()).map_err(|refused| tell(&refused))?;
    // Who doesn't know that a place is kept for them would add one beside it.
    let fills = match meant.seats().filter(|_| fills.is_none() && std::io::stdin().is_terminal()) {
        Some(seats) => {
            say::line(format_args!("Deze plekken zijn er al:{seats}"));
            let question = "Is het een van deze (het nummer; leeg als er een plek bij komt)?";
            wanted(matches, "vult", question, |fills| of(fills).map(drop))?
        }
        None => fills,
    };
    let meant = of(fills.as_deref()).map_err(|refused| tell(&refused))?;
    let question = "In welke functie (zoals lid; leeg als dat niet bekend is)?";
    // A seat that is filled keeps its function unless another is given.
    let function = match &fills {
        Some(_) => filled(matches, "functie"),
        None => wanted(matches, "functie", question, |function| meant.is_new_as(function))?,
    };
    // What is told, also when it is taken back, is what was meant, not how it was typed.
    let (body, who) = meant.ids();
    let (body, who) = (body.to_owned(), who.to_owned());
    Ok(Seat { body, who, function, fills, act: act(matches, opened)? })
}

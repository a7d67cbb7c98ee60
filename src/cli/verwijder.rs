//! `verbeeld verwijder`: takes a record away when nothing refers to it; else says what does.

use super::edit::open;
use crate::edit::{Refused, mentions_of, removed};
use clap::ArgMatches;
use std::fmt::Write;

pub fn run(matches: &ArgMatches) -> u8 {
    let id = matches.get_one::<String>("id").map(|id| id.trim().to_owned()).unwrap_or_default();
    let done = format!("“{id}” is weg. Had het een eigen pagina, dan leidt haar webadres nu nergens heen.");
    let made = open(matches).map(|opened| {
        opened.make(
            |sources, site| {
                let change = removed(sources, site, &id)?;
                // What goes along refers to nothing any more.
                let mentions = mentions_of(sources, site, &id, |file| !change.removes(file));
                if mentions.is_empty() {
                    return Ok(change);
                }
                let mut why =
                    format!("naar “{id}” wordt nog verwezen. Er is niets veranderd. Haal eerst deze verwijzingen weg:");
                for (path, line, words) in mentions {
                    let _ = write!(why, "\n  {path}:{line}  {words}");
                }
                Err(Refused::from(why))
            },
            &done,
        )
    });
    made.unwrap_or_else(|code| code)
}

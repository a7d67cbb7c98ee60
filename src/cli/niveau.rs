//! `verbeeld niveau`: records that a tie gets another level.

use super::act::{act, given, moment_given, wanted};
use super::edit::{Opened, open};
use super::fail;
use crate::edit::{Raised, raised};
use clap::ArgMatches;

pub fn run(matches: &ArgMatches) -> u8 {
    let made = open(matches).and_then(|opened| {
        let level = level(matches, &opened)?;
        let from = level.from.unwrap_or(level.act.when);
        let (tie, to) = (&level.relation, &level.level);
        let done = match level.act.is_to_come(&from) {
            true => format!("De band “{tie}” wordt “{to}”, {}. Tot dan geldt het niveau van nu.", from.when()),
            false => format!("De band “{tie}” is nu “{to}”."),
        };
        Ok(opened.make(|sources, site| raised(sources, site, &level), &done))
    });
    made.unwrap_or_else(|code| code)
}

fn level(matches: &ArgMatches, opened: &Opened) -> Result<Raised, u8> {
    let relation = given(matches, "band").unwrap_or_default();
    let ids: Vec<&str> = opened.site.model.niveaus.iter().map(|level| level.id.value.as_str()).collect();
    let level = wanted(matches, "niveau", &format!("Welk niveau ({})?", ids.join(", ")))?;
    let Some(level) = level else {
        return Err(fail(format_args!("noem ook het niveau. Kies uit: {}.", ids.join(", "))));
    };
    let from = moment_given(matches, "vanaf")?;
    Ok(Raised { relation, level, from, act: act(matches, opened)? })
}

//! `verbeeld niveau`: records that a tie gets another level.

use super::act::{act_by, answer, given, moment_given};
use super::edit::{Opened, open, tell};
use super::fail;
use crate::edit::{Raised, level_meant, may_raise, raised, tie_meant};
use clap::ArgMatches;
use std::io::IsTerminal;

pub fn run(matches: &ArgMatches) -> u8 {
    let made = open(matches).and_then(|opened| {
        let level = level(matches, &opened)?;
        let from = level.from.unwrap_or(level.act.when);
        let (tie, to) = (&level.relation, &level.level);
        let done = match level.act.is_to_come(&from) {
            // The site tells what held on the day of its contents.
            false if opened.site.portal.day().is_some_and(|stand| from.first_day() > stand) => format!(
                "De band “{tie}” is “{to}”, vanaf {}. De site laat dat zien zodra stand (in portal.toml) op die dag staat, of later.",
                from.as_noun()
            ),
            true => format!("De band “{tie}” wordt “{to}”, {}. Tot dan geldt het niveau van nu.", from.when()),
            false => format!("De band “{tie}” is nu “{to}”."),
        };
        Ok(opened.make(|sources, site| raised(sources, site, &level), &done))
    });
    made.unwrap_or_else(|code| code)
}

fn level(matches: &ArgMatches, opened: &Opened) -> Result<Raised, u8> {
    let model = &opened.site.model;
    let tie = tie_meant(model, &given(matches, "band").unwrap_or_default()).map_err(|refused| tell(&refused))?;
    let ids: Vec<&str> = model.niveaus.iter().map(|level| level.id.value.as_str()).collect();
    if given(matches, "niveau").is_none() && !std::io::stdin().is_terminal() {
        return Err(fail(format_args!("noem ook het niveau. Kies uit: {}.", ids.join(", "))));
    }
    let question = format!("Welk niveau ({})?", ids.join(", "));
    let level = answer(matches, "niveau", &question, |word| level_meant(model, tie, word))?;
    let from = moment_given(matches, "vanaf")?;
    let act = act_by(matches, opened, "overleg", |by| may_raise(model, tie, level, by))?;
    Ok(Raised { relation: tie.id.value.clone(), level: level.id.value.clone(), from, act })
}

//! `verbeeld verplaats`: records that a planned date moves.

use super::act::{act, answer, filled, given, moment};
use super::edit::{Opened, open, tell};
use crate::edit::{Postponed, date_meant, is_new_date, postponed};
use clap::ArgMatches;

pub fn run(matches: &ArgMatches) -> u8 {
    let made = open(matches).and_then(|opened| {
        let date = date(matches, &opened)?;
        let done = format!("“{}” staat nu gepland {}.", date.id, date.to.when());
        Ok(opened.make(|sources, site| postponed(sources, site, &date), &done))
    });
    made.unwrap_or_else(|code| code)
}

fn date(matches: &ArgMatches, opened: &Opened) -> Result<Postponed, u8> {
    let (id, key) = (given(matches, "id").unwrap_or_default(), filled(matches, "sleutel"));
    let meant = date_meant(&opened.sources, &opened.site.model, &id, key.as_deref());
    let (_, old) = meant.map_err(|refused| tell(&refused))?;
    let to = answer(matches, "naar", "Naar welke dag, welk kwartaal of jaar?", |text| {
        let to = moment(text)?;
        is_new_date(&old, &to)?;
        Ok(to)
    })?;
    Ok(Postponed { id, key, to, act: act(matches, opened)? })
}

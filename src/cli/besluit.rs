//! `verbeeld besluit`: records a decision about a choice.

use super::act::{act, answer, given};
use super::edit::{Opened, open, tell};
use super::say;
use crate::edit::{Decision, choice_meant, decided, outcome};
use clap::ArgMatches;
use std::io::IsTerminal;

pub fn run(matches: &ArgMatches) -> u8 {
    let made = open(matches).and_then(|opened| {
        let decision = decision(matches, &opened)?;
        let done = format!("Het besluit over “{}” is vastgelegd.", decision.choice);
        Ok(opened.make(|sources, site| decided(sources, site, &decision), &done))
    });
    made.unwrap_or_else(|code| code)
}

fn decision(matches: &ArgMatches, opened: &Opened) -> Result<Decision, u8> {
    let model = &opened.site.model;
    let word = given(matches, "keuze").unwrap_or_default();
    let choice = choice_meant(&opened.sources, model, &word).map_err(|refused| tell(&refused))?;
    if given(matches, "uitkomst").is_none() && std::io::stdin().is_terminal() {
        say::line(&choice.vraag.raw);
        choice.opties.iter().for_each(|option| say::line(format_args!("  - {}", option.raw)));
    }
    let outcome = answer(
        matches,
        "uitkomst",
        "Wat is de uitkomst (een zin, een van de opties, of de id van een organisatie)?",
        |words| outcome(model, choice, words).map(|_| words.to_owned()),
    )?;
    Ok(Decision { choice: choice.id.value.clone(), outcome, act: act(matches, opened)? })
}

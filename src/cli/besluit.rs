//! `verbeeld besluit`: records a decision about a choice.

use super::act::{act, answer, given};
use super::edit::{Opened, open, tell};
use super::say;
use crate::edit::{Decision, choice_meant, decided, outcome};
use clap::ArgMatches;
use std::cell::RefCell;

pub fn run(matches: &ArgMatches) -> u8 {
    let made = open(matches).and_then(|opened| {
        let decision = decision(matches, &opened)?;
        let what = if decision.act.by.is_some() { "Het besluit over" } else { "De uitkomst van" };
        let done = format!("{what} “{}” is vastgelegd.", decision.choice);
        Ok(opened.make(|sources, site| decided(sources, site, &decision), &done))
    });
    made.unwrap_or_else(|code| code)
}

fn decision(matches: &ArgMatches, opened: &Opened) -> Result<Decision, u8> {
    let model = &opened.site.model;
    let word = given(matches, "keuze").unwrap_or_default();
    let choice = choice_meant(&opened.sources, model, &word).map_err(|refused| tell(&refused))?;
    let options: String = choice.opties.iter().map(|option| format!("\n  - {}", model.in_words(option))).collect();
    if given(matches, "uitkomst").is_none() {
        say::line(format_args!("{}{options}", model.in_words(&choice.vraag)));
    }
    // Who types the same again means it so.
    let (own, before) = (matches.get_flag("vrij"), RefCell::new(String::new()));
    let meant = |words: &str| {
        let again = own || *before.borrow() == words;
        words.clone_into(&mut before.borrow_mut());
        outcome(model, choice, words, again).map(|_| (words.to_owned(), again))
    };
    let question = "Wat is de uitkomst (een van de opties, een zin, of de id of naam van een organisatie of overleg)?";
    let (outcome, own_words) = answer(matches, "uitkomst", question, meant)?;
    Ok(Decision { choice: choice.id.value.clone(), outcome, own_words, act: act(matches, opened)? })
}

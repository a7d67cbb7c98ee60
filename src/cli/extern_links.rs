//! `verbeeld check --extern`: are the pages of other sites that ours leads to still there?

use super::say;
use crate::diag::{self, words};
use crate::output::keep_text;
use crate::outside::{Answer, Answers, Pace, addresses, ask, can_ask, problems};
use crate::pipeline::{Built, Options, site};
use crate::site::controls;
use crate::source::{Project, Sources, answers_file, kept_answers};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// So many addresses without an answer are written out.
const SHOWN: usize = 10;

/// Adds what other sites answered to what the build found, and gives what there is to say besides.
pub fn look(project: &Project, sources: &Sources, options: Options, built: &mut Built) -> Vec<String> {
    let site = site(sources, options);
    let all = addresses(sources, &site);
    let today = options.today.unwrap_or(Date::ZERO);
    let mut kept = Answers::read(&kept_answers(project));
    let (mut answers, mut open) = (BTreeMap::new(), Vec::new());
    for address in all.keys() {
        match kept.get(address, today) {
            Some(answer) => {
                answers.insert(address.clone(), answer.clone());
            }
            None => open.push(address.as_str()),
        }
    }
    if all.is_empty() {
        return vec!["Er zijn geen links naar andere websites.".to_owned()];
    }
    if !open.is_empty() && !can_ask() {
        return vec![
            "Links naar andere websites vraagt Verbeeld op met het programma curl, en dat is er niet. Op Windows en macOS hoort het bij het \
             systeem; op Linux installeert u het met de naam curl. Er is niets nagekeken."
                .to_owned(),
        ];
    }
    // One that led somewhere this week tells a site that is gone from a connection that is.
    if let Some(known) = answers.keys().next().filter(|_| !open.is_empty()).and_then(|known| all.get_key_value(known)) {
        open.push(known.0.as_str());
    }
    if !open.is_empty() {
        say::line(format_args!("{} bij andere websites nagaan …", counted(open.len())));
    }
    let learnt = ask(open.iter().copied(), Pace::default());
    let unreached = |answer: &Answer| matches!(answer, Answer::NoSite | Answer::Unreachable);
    if !learnt.is_empty() && learnt.values().all(unreached) {
        return vec![format!(
            "Geen andere website was te bereiken. Hebt u verbinding met internet? {} zijn niet nagekeken.",
            counted(learnt.len())
        )];
    }
    kept.learn(&learnt, today, |address| all.contains_key(address));
    // That it may not be kept costs time, nothing else.
    let _ = keep_text(&answers_file(project), &kept.written());
    answers.extend(learnt);
    let mut told = problems(&all, &answers);
    controls::apply(&site, &mut told);
    told.retain(|problem| words::outside::CODES.contains(&problem.code));
    built.problems.extend(told);
    diag::sort(&mut built.problems, sources);

    let silent: Vec<String> = answers
        .iter()
        .filter_map(|(address, answer)| match answer {
            Answer::Unknown(why) => Some(format!("  {address}: {why}")),
            Answer::Unreachable => Some(format!("  {address}: er kwam geen verbinding")),
            _ => None,
        })
        .collect();
    let mut notes = vec![format!("Links naar andere websites: {} nagekeken.", counted(answers.len() - silent.len()))];
    if !silent.is_empty() {
        notes.push(format!("Van {} is niet bekend of de pagina er is. Kijk zelf, of probeer het later:", silent.len()));
        notes.extend(silent.iter().take(SHOWN).cloned());
    }
    if silent.len() > SHOWN {
        notes.push(format!("  en nog {}", silent.len() - SHOWN));
    }
    notes
}

fn counted(n: usize) -> String {
    if n == 1 { "1 adres".to_owned() } else { format!("{n} adressen") }
}

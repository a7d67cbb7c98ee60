//! What is wrong with how the program was called, in Dutch.

use super::typed::called_elsewhere;
use super::{FAILED, GOOD, say};
use crate::decode::date_slip;
use crate::diag::nearest;
use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

/// How people ask for what a site's own search does.
const SEARCHES: &[&str] = &["zoek", "zoeken", "search", "find", "vind", "grep"];

/// Shows help or says what is wrong; gives the exit code.
pub fn tell(error: &Error) -> u8 {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            say::out(error.render());
            GOOD
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            say::err(error.render());
            FAILED
        }
        _ => {
            say::line(format_args!("fout: {}", in_dutch(error)));
            say::line("\nMet --help ziet u wat er kan.");
            FAILED
        }
    }
}

fn in_dutch(error: &Error) -> String {
    let text = |kind| match error.get(kind) {
        Some(ContextValue::String(s)) => s.clone(),
        // Of several suggestions the last is the nearest.
        Some(ContextValue::Strings(all)) if is_suggestion(kind) => all.last().cloned().unwrap_or_default(),
        Some(ContextValue::Strings(all)) => all.join(", "),
        _ => String::new(),
    };
    let argument = text(ContextKind::InvalidArg);
    let value = text(ContextKind::InvalidValue);
    let says = match error.kind() {
        ErrorKind::InvalidSubcommand if SEARCHES.contains(&text(ContextKind::InvalidSubcommand).as_str()) => {
            return "zoeken doet u op de site zelf, in het zoekvak. Bekijk de site met: verbeeld serve --open"
                .to_owned();
        }
        ErrorKind::InvalidSubcommand => format!("de opdracht “{}” bestaat niet", text(ContextKind::InvalidSubcommand)),
        ErrorKind::UnknownArgument if !argument.starts_with('-') => format!(
            "“{argument}” hoort hier niet. Deze opdracht kijkt naar de hele site in de map waar u nu bent. Staat de site in een andere map? Zet dan \
             --map voor de naam van die map: --map {argument}"
        ),
        ErrorKind::UnknownArgument => format!("“{argument}” ken ik hier niet"),
        ErrorKind::InvalidValue if value.is_empty() => format!("achter {argument} hoort een waarde"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            format!("“{value}” kan niet bij {argument}{}", expected(&argument, &value))
        }
        ErrorKind::MissingRequiredArgument => format!("er ontbreekt iets: {argument}"),
        ErrorKind::MissingSubcommand => "geef een opdracht".to_owned(),
        ErrorKind::ArgumentConflict if argument == text(ContextKind::PriorArg) => {
            format!("{argument} staat er twee keer")
        }
        ErrorKind::ArgumentConflict => format!("{argument} kan niet samen met {}", text(ContextKind::PriorArg)),
        ErrorKind::NoEquals | ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            format!("achter {argument} staan niet de goede waarden")
        }
        ErrorKind::InvalidUtf8 => "er staan onleesbare tekens in de opdracht".to_owned(),
        _ => "de opdracht klopt niet".to_owned(),
    };
    // What is suggested for a command is often far from it.
    let wrong = text(ContextKind::InvalidSubcommand);
    let mut hint = text(ContextKind::SuggestedSubcommand);
    if nearest(&wrong, [hint.as_str()]).is_none() {
        hint.clear();
    }
    if hint.is_empty() {
        hint = text(ContextKind::SuggestedArg);
    }
    let word = if wrong.is_empty() { &argument } else { &wrong };
    if let Some(ours) = called_elsewhere(word).filter(|_| !matches!(error.kind(), ErrorKind::InvalidValue)) {
        hint = ours.to_owned();
    }
    let valid = text(ContextKind::ValidValue);
    match (hint.is_empty(), valid.is_empty()) {
        (false, _) => format!("{says}. Bedoelde u “{hint}”?"),
        (true, false) => format!("{says}. Kies uit: {valid}."),
        (true, true) => says,
    }
}

/// What an option takes, where a wrong value alone doesn't tell it.
fn expected(argument: &str, value: &str) -> String {
    let option = argument.split(' ').next().unwrap_or_default();
    match option {
        "--stand" | "--wanneer" | "--per" | "--datum" => match date_slip(value).and_then(|slip| slip.fix) {
            Some(fix) => format!(". Schrijf: {fix}"),
            None => ". Schrijf een datum met jaar, maand en dag, zoals 2027-01-31".to_owned(),
        },
        "--poort" => ". Geef een getal van 1 tot en met 65535, zoals 8080".to_owned(),
        "--adres" => {
            ". Geef het adres van deze computer in het netwerk, zoals 192.168.1.20, of 0.0.0.0 voor alle adressen"
                .to_owned()
        }
        _ => String::new(),
    }
}

fn is_suggestion(kind: ContextKind) -> bool {
    matches!(kind, ContextKind::SuggestedSubcommand | ContextKind::SuggestedArg)
}

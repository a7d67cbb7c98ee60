//! A TOOI address has the form of the register, fits the sort of organisation, and is used once.

use super::Context;
use crate::decode::Record;
use crate::diag::{Diagnostic, words};
use std::collections::BTreeMap;

/// Where all addresses of the register start.
const REGISTER: &str = "https://identifier.overheid.nl/tooi/id/";

/// Sorts with a register of their own: letters of the code, and its number of digits.
const SORTS: &[(&str, &str, usize)] = &[("gemeente", "gm", 4), ("provincie", "pv", 2), ("waterschap", "ws", 4)];

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    let mut first = BTreeMap::new();
    for organisation in &context.model.organisaties {
        let Some(address) = &organisation.tooi else { continue };
        let place = organisation.place_of("tooi");
        if !fits(address, &organisation.soort) {
            problems.push(words::rules::tooi_form(place, &organisation.soort));
        } else if let Some((id, before)) = first.insert(address.as_str(), (organisation.id.value.as_str(), place)) {
            problems.push(words::rules::tooi_twice(place, id, before));
        }
    }
}

fn fits(address: &str, sort: &str) -> bool {
    let Some((register, code)) = address.strip_prefix(REGISTER).and_then(|rest| rest.split_once('/')) else {
        return false;
    };
    match SORTS.iter().find(|(name, ..)| *name == sort) {
        Some((name, letters, digits)) => {
            let number = code.strip_prefix(letters).unwrap_or_default();
            register == *name && number.len() == *digits && number.bytes().all(|b| b.is_ascii_digit())
        }
        None => !register.is_empty() && !code.is_empty() && !code.contains('/'),
    }
}

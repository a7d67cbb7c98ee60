//! A number or a place in an order is given once.

use super::Context;
use crate::decode::Record;
use crate::diag::{Diagnostic, Span, words};
use std::collections::BTreeMap;

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    for (_, key, numbers) in numbered(context) {
        let mut first: BTreeMap<i64, (Span, String)> = BTreeMap::new();
        for (number, place, id) in numbers {
            match first.get(&number) {
                Some((before, whose)) => problems.push(words::rules::double_number(place, key, number, whose, *before)),
                None => {
                    first.insert(number, (place, id));
                }
            }
        }
    }
}

/// A kind, one of its keys, and its numbers, each with its place and the record's id.
type Numbered = (&'static str, &'static str, Vec<(i64, Span, String)>);

/// All numbers that tell an order.
pub fn numbered(context: &Context<'_>) -> Vec<Numbered> {
    let model = context.model;
    macro_rules! of {
        ($table:ident, $key:ident) => {
            model
                .$table
                .iter()
                .filter_map(|r| {
                    Some((Into::<Option<i64>>::into(r.$key)?, r.place_of(stringify!($key)), r.id.value.clone()))
                })
                .collect()
        };
    }
    vec![
        ("spoor", "nummer", of!(sporen, nummer)),
        ("opgave", "nummer", of!(opgaven, nummer)),
        ("niveau", "rang", of!(niveaus, rang)),
        ("laag", "volgorde", of!(lagen, volgorde)),
        ("stap", "volgorde", of!(stappen, volgorde)),
        ("besluitstap", "volgorde", of!(besluitstappen, volgorde)),
        ("route", "volgorde", of!(routes, volgorde)),
    ]
}

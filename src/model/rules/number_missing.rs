//! Numbers run from 1 without a gap; places in an order may have gaps, so that something can be put between.

use super::{Context, double_number::numbered};
use crate::diag::{Diagnostic, words};

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    for (kind, key, mut numbers) in numbered(context) {
        if key == "volgorde" {
            continue;
        }
        numbers.sort();
        numbers.dedup_by_key(|(number, ..)| *number);
        let gap = numbers.iter().zip(1..).find(|((number, ..), expected)| number != expected);
        if let Some(((number, place, _), expected)) = gap {
            problems.push(words::rules::number_missing(*place, kind, key, *number, expected));
        }
    }
}

//! A position lies on earth, and not far from all others: that is what two numbers in the wrong order look like.

use super::Context;
use crate::diag::{Diagnostic, words};

/// Degrees from the middle of all others from which a position is doubted: some 300 km.
const FAR: f64 = 3.0;

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    let all: Vec<_> = context.model.organisaties.iter().filter_map(|o| o.ligging.as_ref()).collect();
    let middle = (median(all.iter().map(|p| p.lon)), median(all.iter().map(|p| p.lat)));
    for position in &all {
        if position.lon.abs() > 180.0 || position.lat.abs() > 90.0 {
            problems.push(words::rules::not_on_earth(position.place));
        } else if all.len() > 2 && ((position.lon - middle.0).abs() > FAR || (position.lat - middle.1).abs() > FAR) {
            problems.push(words::rules::far_from_others(position.place));
        }
    }
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}

//! A figure is shown as it is: with fewer decimals than it has, a reader would see another number.

use super::Context;
use crate::decode::Record;
use crate::diag::{Diagnostic, words};

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    for figure in &context.model.cijfers {
        let Some(decimals) = figure.decimalen else { continue };
        let place = figure.place_of("decimalen");
        if !(0..=6).contains(&decimals) {
            problems.push(words::rules::decimals_impossible(place));
            continue;
        }
        let scaled = figure.waarde * 10f64.powi(decimals as i32);
        if figure.ongeveer != Some(true) && (scaled - scaled.round()).abs() > 1e-6 {
            problems.push(words::rules::decimals_hide_value(place));
        }
    }
}

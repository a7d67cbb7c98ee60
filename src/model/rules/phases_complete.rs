//! A product lists each phase once.

use super::Context;
use crate::decode::Record;
use crate::diag::{Diagnostic, words};
use crate::model::Phase;

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    let products = &context.model.producten;
    if products.iter().all(|p| p.fase.is_empty()) {
        return;
    }
    for product in products {
        for (i, phase) in product.fase.iter().enumerate() {
            if product.fase[..i].iter().any(|p| p.fase == phase.fase) {
                problems.push(words::rules::phase_twice(phase.place_of("fase"), phase.fase.word()));
            }
        }
        let absent = Phase::ALL.iter().filter(|phase| product.fase.iter().all(|p| p.fase != **phase));
        let absent: Vec<&str> = absent.map(|p| p.word()).collect();
        if !absent.is_empty() {
            problems.push(words::rules::phases_missing(product.id.place, &product.naam, &absent));
        }
    }
}

//! A product, and each of its phases, has one that leads or is openly open.

use super::Context;
use crate::diag::{Diagnostic, words};
use crate::model::Status;

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    for product in &context.model.producten {
        let open = product.status.as_ref().is_some_and(|s| s.value == Status::Open);
        if product.in_de_lead.is_none() && !open {
            problems.push(words::rules::product_without_lead(product.id.place, &product.naam));
        }
        for phase in &product.fase {
            match (&phase.wie, *phase.status) {
                (Some(_), Status::Open) => {
                    problems.push(words::rules::open_phase_with_lead(phase.status.place, phase.fase.word()));
                }
                (None, status) if status != Status::Open => {
                    problems.push(words::rules::phase_without_lead(phase.status.place, phase.fase.word()));
                }
                _ => {}
            }
        }
    }
}

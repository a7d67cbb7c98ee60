//! A calculation can be done: one way of working out, no division by nothing, no figure that rests on itself.

use super::{Context, circular_dependency::circles};
use crate::decode::Record;
use crate::diag::{Diagnostic, words};
use crate::model::kinds::{Cijfer, Term};

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    let cijfers = &context.model.cijfers;
    for figure in cijfers {
        let (sum, product) = (!figure.som_van.is_empty(), !figure.product_van.is_empty());
        if sum && product {
            problems.push(words::rules::two_calculations(figure.place_of("product_van")));
        }
        if figure.gedeeld_door.is_some() && !sum && !product {
            problems.push(words::rules::nothing_to_divide(figure.place_of("gedeeld_door")));
        }
        if let Some(rounded) = figure.afgerond_op.as_ref().filter(|_| !sum && !product) {
            problems.push(words::rules::nothing_to_round(rounded.place));
        }
        let zero = match &figure.gedeeld_door {
            Some(Term::Number(number)) => *number == 0.0,
            Some(Term::Figure(id)) => cijfers.get(&id.id).is_some_and(|f| f.waarde == 0.0),
            None => false,
        };
        if zero {
            problems.push(words::rules::division_by_nothing(figure.place_of("gedeeld_door")));
        }
    }
    let next = |id: &str| cijfers.get(id).map(terms).unwrap_or_default();
    for circle in circles(cijfers.iter().map(|c| c.id.value.as_str()), &next) {
        if let Some(first) = circle.first().and_then(|id| cijfers.get(id)).filter(|_| circle.len() > 1) {
            problems.push(words::rules::circular_calculation(first.id.place, &circle));
        }
    }
}

fn terms(figure: &Cijfer) -> Vec<&str> {
    let terms = figure.som_van.iter().chain(&figure.product_van).chain(&figure.gedeeld_door);
    terms
        .filter_map(|t| match t {
            Term::Figure(id) => Some(id.id.as_str()),
            Term::Number(_) => None,
        })
        .collect()
}

//! A figure that is worked out from others is what comes out of them.

use super::{Context, sort_written_twice};
use crate::decode::Record;
use crate::diag::{Diagnostic, words};
use crate::dutch::{dutch_number, slug};
use crate::model::kinds::{Cijfer, Organisatie, Term};
use crate::model::{AnyEntity, Entity, Model};

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    for figure in &context.model.cijfers {
        let place = Record::place_of(figure, "waarde");
        if let Some((outcome, working)) = worked_out(context.model, figure) {
            let rounded = figure.afgerond_op.as_ref().map_or(outcome, |d| round(outcome, d.value));
            if !same(rounded, figure.waarde) {
                let (says, is) = (in_dutch(figure.waarde), in_dutch(rounded));
                problems.push(words::rules::figure_recomputed(place, &figure.id, &says, &is, &working));
            }
        }
        if let Some(what) = figure.telt.as_ref().filter(|what| !misses_some(context.model, what)) {
            match count(context.model, what) {
                Some(n) if same(n as f64, figure.waarde) => {}
                Some(n) => {
                    problems.push(words::rules::figure_recounted(place, &figure.id, &in_dutch(figure.waarde), n, what));
                }
                None => problems.push(words::rules::nothing_to_count(what.place, what)),
            }
        }
    }
}

/// The outcome before rounding, and the working in words; `None` when there is nothing to work out, or not yet.
fn worked_out(model: &Model, figure: &Cijfer) -> Option<(f64, String)> {
    let values = |terms: &[Term]| terms.iter().map(|t| value(model, t)).collect::<Option<Vec<f64>>>();
    let written = |values: &[f64], sign: &str| {
        let parts: Vec<String> = values.iter().map(|v| in_dutch(*v)).collect();
        parts.join(sign)
    };
    let (mut outcome, mut working) = match (figure.som_van.is_empty(), figure.product_van.is_empty()) {
        (false, true) => {
            let terms = values(&figure.som_van)?;
            (terms.iter().sum::<f64>(), written(&terms, " + "))
        }
        (true, false) => {
            let terms = values(&figure.product_van)?;
            (terms.iter().product::<f64>(), written(&terms, " × "))
        }
        _ => return None,
    };
    if let Some(by) = &figure.gedeeld_door {
        let by = value(model, by).filter(|v| *v != 0.0)?;
        outcome /= by;
        if figure.som_van.len() > 1 {
            working = format!("({working})");
        }
        working = format!("{working} : {}", in_dutch(by));
    }
    Some((outcome, working))
}

fn value(model: &Model, term: &Term) -> Option<f64> {
    match term {
        Term::Number(number) => Some(*number),
        Term::Figure(id) => model.cijfers.get(&id.id).map(|f| f.waarde),
    }
}

/// How many records of a kind there are (`gremia`), or of a sort of it (`organisaties.gemeente`).
fn count(model: &Model, what: &str) -> Option<usize> {
    let (plural, sort) = what.split_once('.').map_or((what, None), |(p, s)| (p, Some(s)));
    let kind = Model::KINDS.iter().find(|k| k.plural == plural)?;
    let records = model.of_kind(kind.name);
    let Some(sort) = sort else { return Some(records.len()) };
    let of_sort = |record: &&dyn AnyEntity| kind.sort.and_then(|key| record.word(key)).is_some_and(|w| slug(w) == sort);
    let n = records.into_iter().filter(of_sort).count();
    (n > 0).then_some(n)
}

/// Does a sort that was written wrongly leave some out? That is told at its place, and the count comes of it.
fn misses_some(model: &Model, what: &str) -> bool {
    let Some((plural, sort)) = what.split_once('.') else { return false };
    plural == Organisatie::KIND.plural && sort_written_twice::slips(model).values().any(|meant| slug(meant) == sort)
}

fn round(value: f64, decimals: i64) -> f64 {
    let scale = 10f64.powi(i32::try_from(decimals.clamp(-9, 9)).unwrap_or_default());
    (value * scale).round() / scale
}

fn same(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1.0)
}

/// With as many decimals as it needs, six at most.
fn in_dutch(value: f64) -> String {
    let decimals = (0..6).find(|d| same(round(value, *d), value)).unwrap_or(6);
    dutch_number(value, usize::try_from(decimals).unwrap_or_default())
}

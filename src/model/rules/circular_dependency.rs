//! Actions do not wait for each other in a circle.

use super::Context;
use crate::diag::{Diagnostic, words};
use std::collections::BTreeMap;

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    let acties = &context.model.acties;
    let next = |id: &str| -> Vec<&str> {
        acties.get(id).map(|a| a.na.iter().map(|n| n.id.as_str()).collect()).unwrap_or_default()
    };
    for circle in circles(acties.iter().map(|a| a.id.value.as_str()), &next) {
        // An action that waits for itself is told as a reference to itself.
        if circle.len() < 2 {
            continue;
        }
        let Some(action) = circle.first().and_then(|id| acties.get(id)) else { continue };
        let onward = circle.get(1).or(circle.first());
        let place = action.na.iter().find(|n| Some(&n.id.as_str()) == onward).map_or(action.id.place, |n| n.place);
        problems.push(words::rules::circular_dependency(place, &circle));
    }
}

/// Each circle once, from the first of its members in order of the data.
pub fn circles<'a>(all: impl Iterator<Item = &'a str>, next: &dyn Fn(&str) -> Vec<&'a str>) -> Vec<Vec<&'a str>> {
    let mut done: BTreeMap<&str, bool> = BTreeMap::new();
    let mut found = Vec::new();
    for start in all {
        // An explicit stack: a long chain of actions must not use up the program's own.
        let mut path: Vec<(&str, Vec<&str>)> = Vec::new();
        let mut enter = Some(start);
        loop {
            if let Some(id) = enter.take() {
                match done.get(id) {
                    Some(true) => {}
                    Some(false) => {
                        if let Some(from) = path.iter().position(|(p, _)| *p == id) {
                            found.push(path[from..].iter().map(|(p, _)| *p).collect());
                        }
                    }
                    None => {
                        done.insert(id, false);
                        let mut onward = next(id);
                        onward.reverse();
                        path.push((id, onward));
                    }
                }
            }
            let Some((id, onward)) = path.last_mut() else { break };
            match onward.pop() {
                Some(id) => enter = Some(id),
                None => {
                    done.insert(id, true);
                    path.pop();
                }
            }
        }
    }
    found
}

//! A web address is complete.

use super::Context;
use crate::decode::Shown;
use crate::diag::{Diagnostic, words};

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    for entity in context.model.all() {
        for (key, value) in entity.values() {
            if let (Shown::Plain(address), "website" | "url") = (&value, key)
                && !complete(address)
            {
                problems.push(words::rules::web_address(entity.place_of(key), address));
            }
        }
    }
}

fn complete(address: &str) -> bool {
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    let host = rest.map(|r| r.split(['/', '?', '#']).next().unwrap_or_default());
    host.is_some_and(|h| h.contains('.') && !h.starts_with('.') && !h.ends_with('.'))
        && !address.contains(|c: char| c.is_whitespace() || "\"<>".contains(c))
}

//! Who is told how to reach somebody can reach somebody.

use super::Context;
use crate::decode::Record;
use crate::diag::{Diagnostic, words};

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    for contact in &context.model.contacten {
        if contact.email.is_none() && contact.telefoon.is_none() && contact.url.is_none() {
            problems.push(words::rules::contact_without_way(contact.place_of("naam")));
        }
        if let Some(mail) = contact.email.as_deref().filter(|mail| !is_mail(mail)) {
            problems.push(words::rules::mail_address(contact.place_of("email"), mail));
        }
        if let Some(number) = contact.telefoon.as_deref().filter(|number| !is_number(number)) {
            problems.push(words::rules::telephone_number(contact.place_of("telefoon"), number));
        }
    }
}

fn is_mail(mail: &str) -> bool {
    let Some((name, host)) = mail.split_once('@') else { return false };
    let plain = |c: char| !c.is_whitespace() && !"<>\"(),:;\\@".contains(c);
    !name.is_empty()
        && name.chars().all(plain)
        && host.chars().all(plain)
        && host.contains('.')
        && !host.contains("..")
        && !host.starts_with('.')
        && !host.ends_with('.')
}

/// Digits enough to dial, and nothing that cannot be dialled.
fn is_number(number: &str) -> bool {
    number.chars().filter(char::is_ascii_digit).count() >= 3
        && number.chars().all(|c| c.is_ascii_digit() || " +-()".contains(c) || c == '\u{a0}')
}

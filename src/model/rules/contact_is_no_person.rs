//! A contact is that of a function: whoever holds it changes, and a person's address is nobody's business.

use super::Context;
use crate::decode::Record;
use crate::diag::{Diagnostic, words};

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    for contact in &context.model.contacten {
        if let Some(mail) = contact.email.as_deref().filter(|mail| is_of_person(mail)) {
            problems.push(words::rules::mail_of_person(contact.place_of("email"), mail));
        }
    }
}

/// `j.jansen@`, `a.b.de.vries@`: initials, points and a name.
fn is_of_person(mail: &str) -> bool {
    let name = mail.split('@').next().unwrap_or_default();
    let mut parts = name.split('.');
    let initial = parts.next().is_some_and(|part| part.chars().count() == 1 && part.chars().all(char::is_alphabetic));
    initial && parts.next_back().is_some_and(|part| part.chars().count() > 1)
}

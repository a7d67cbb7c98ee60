//! `verbeeld lijst`: the ids of the records, with what they are called, for who needs one in a text or a command.

use super::edit::whole;
use super::held::project;
use super::{GOOD, MISTAKES, fail, say};
use crate::decode::Shown;
use crate::diag::nearest;
use crate::dutch::fold;
use crate::model::{AnyEntity, Kind, Model, kind_meant};
use clap::ArgMatches;
use std::fmt::Write;

pub fn run(matches: &ArgMatches) -> u8 {
    let word = |key| matches.get_one::<String>(key).map(|word| word.trim().to_owned()).unwrap_or_default();
    let model = match project(matches).and_then(|project| whole(&project)) {
        Ok((_, site)) => site.model,
        Err(code) => return code,
    };
    let (first, second) = (word("soort"), word("woord"));
    if first.is_empty() {
        say::out(kinds(&model));
        return GOOD;
    }
    match kind_called(&first) {
        Some(kind) => told(&model, Some(kind), &second),
        // One word that is no kind is looked for in all of them.
        None if second.is_empty() => told(&model, None, &first),
        None => fail(no_kind(&first)),
    }
}

/// The kind that is meant: by its own word, that of its folder, or its label.
fn kind_called(word: &str) -> Option<Kind> {
    let wanted = fold(word);
    let is = |kind: &&Kind| [kind.name, kind.plural, kind.label].iter().any(|name| fold(name) == wanted);
    Model::KINDS.iter().find(is).copied().or_else(|| kind_meant(word))
}

fn no_kind(word: &str) -> String {
    let near = nearest(word, Model::KINDS.iter().map(|kind| kind.name));
    let hint = near.map(|near| format!(" Bedoelde u “{near}”?")).unwrap_or_default();
    format!("“{word}” is geen soort gegeven.{hint} Welke er zijn, ziet u met: verbeeld lijst")
}

/// How many of each kind there are.
fn kinds(model: &Model) -> String {
    let mut out = String::new();
    for kind in Model::KINDS {
        let count = model.of_kind(kind.name).len();
        if count > 0 {
            let _ = writeln!(out, "  {:<14} {count}", kind.name);
        }
    }
    out.push_str("De id's van een soort ziet u met de naam erbij, zoals: verbeeld lijst keuze\n");
    out
}

/// The records of a kind, or of all, in which a word stands.
fn told(model: &Model, kind: Option<Kind>, word: &str) -> u8 {
    let wanted = fold(word);
    let fits = |record: &&dyn AnyEntity| {
        let other = |(_, shown): (&str, Shown<'_>)| match shown {
            Shown::Plain(text) => fold(text).contains(wanted.as_ref()),
            _ => false,
        };
        kind.is_none_or(|kind| record.kind().name == kind.name)
            && (fold(&record.name(model)).contains(wanted.as_ref())
                || record.id().contains(wanted.as_ref())
                || record.values().into_iter().filter(|(key, _)| *key == "kort").any(other))
    };
    let found: Vec<&dyn AnyEntity> = model.all().filter(fits).collect();
    if found.is_empty() {
        let of = kind.map(|kind| format!(" van de soort “{}”", kind.name)).unwrap_or_default();
        let with = if word.is_empty() { String::new() } else { format!(" met “{word}” in de id of de naam") };
        say::line(format_args!("Er zijn geen gegevens{of}{with}."));
        return MISTAKES;
    }
    let longest = found.iter().map(|record| record.id().chars().count()).max().unwrap_or_default().min(40);
    let mut out = String::new();
    for record in found {
        let (id, name) = (record.id(), record.name(model));
        let of = if kind.is_none() { format!("  ({})", record.kind().name) } else { String::new() };
        // Of a choice people look for those that are still to be made.
        let made = model.keuzes.get(id).is_some_and(|choice| choice.uitkomst.is_some());
        let made = if made { "  (gekozen)" } else { "" };
        let _ = writeln!(out, "  {id:<longest$}  {name}{of}{made}");
    }
    say::out(out);
    GOOD
}

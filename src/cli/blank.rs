//! A record of the data to be filled in: every key with what it means. It holds no facts: where an editor must write stands
//! `…`, and as long as it stands there `check` tells so.

use crate::decode::{Key, Shape};
use crate::dutch::either;
use crate::model::Model;
use std::fmt::Write;

const OPEN: &str = "\"…\"";
/// More ids than this are not summed up.
const MOST: usize = 8;

/// A record of a kind. `name` is its name when that is known, `ends` are the two that a relation ties.
pub fn record(kind: &str, id: &str, name: Option<&str>, ends: Option<(&str, &str)>, model: &Model) -> String {
    let (sourced, expected) = Model::kind(kind).map_or((false, [].as_slice()), |kind| (kind.sourced, kind.expected));
    let wanted = |key: &Key| key.required || (sourced && is_origin(key)) || expected.contains(&key.name);
    let (blocks, plain): (Vec<&Key>, Vec<&Key>) = Model::keys_of(kind).iter().partition(|key| inner(key).is_some());
    let mut out = format!("[[{kind}]]\n");
    for key in plain.iter().filter(|key| wanted(key)) {
        match (key.name, ends) {
            ("id", _) => explained(&mut out, key, &format!("\"{id}\""), None),
            ("naam", _) if name.is_some() => {
                let quoted = format!("\"{}\"", name.unwrap_or_default().replace('\\', "\\\\").replace('"', "\\\""));
                explained(&mut out, key, &quoted, None);
            }
            ("van", Some((from, _))) => explained(&mut out, key, &format!("\"{from}\""), None),
            ("naar", Some((_, to))) => explained(&mut out, key, &format!("\"{to}\""), None),
            _ => explained(&mut out, key, open(&key.shape), hint(&key.shape, model)),
        }
    }
    out.push_str("\n# Haal het hekje weg voor wat u wilt gebruiken:\n");
    for key in plain.iter().filter(|key| !wanted(key)) {
        let _ = writeln!(out, "# {}", with_hint(key, hint(&key.shape, model)));
        let _ = writeln!(out, "# {} = {}", key.name, open(&key.shape));
    }
    for (key, keys) in blocks.iter().filter_map(|key| Some((key, inner(key)?))) {
        block(&mut out, kind, key, keys, wanted(key), model);
    }
    out
}

/// How sure something is, and where it comes from: what is said of the collaboration has both.
fn is_origin(key: &Key) -> bool {
    matches!(key.name, "status" | "bron")
}

/// The keys of a key that holds blocks. They stand below all others: TOML counts what comes after a block to that block.
fn inner(key: &Key) -> Option<&[Key]> {
    match &key.shape {
        Shape::Table(keys) => Some(keys),
        Shape::List(of) => match of.as_ref() {
            Shape::Table(keys) => Some(keys),
            _ => None,
        },
        _ => None,
    }
}

fn explained(out: &mut String, key: &Key, value: &str, hint: Option<String>) {
    let _ = writeln!(out, "# {}\n{} = {value}", with_hint(key, hint), key.name);
}

fn with_hint(key: &Key, hint: Option<String>) -> String {
    hint.map_or_else(|| key.help.clone(), |hint| format!("{} {hint}", key.help))
}

/// A block within the record: as it must be filled in, or all of it as a remark.
fn block(out: &mut String, kind: &str, key: &Key, keys: &[Key], wanted: bool, model: &Model) {
    let head = match key.shape {
        Shape::List(_) => format!("[[{kind}.{}]]", key.name),
        _ => format!("[{kind}.{}]", key.name),
    };
    let mark = if wanted { "" } else { "# " };
    let _ = writeln!(out, "\n# {}\n{mark}{head}", key.help);
    // Where no key is required, exactly one of those that say what it is about must be filled in: the first stands for all.
    let choose = !keys.iter().any(|k| k.required);
    if choose && wanted {
        out.push_str("# Vul één van deze in: organisatie, rol, gremium of groep.\n");
    }
    for (i, key) in keys.iter().enumerate() {
        let active = key.required || is_origin(key) || (choose && i == 0);
        if wanted {
            let _ = writeln!(out, "# {}", with_hint(key, hint(&key.shape, model)));
        }
        if active || wanted {
            let mark = if active { mark } else { "# " };
            let _ = writeln!(out, "{mark}{} = {}", key.name, open(&key.shape));
        }
    }
}

/// What an editor replaces.
fn open(shape: &Shape) -> &'static str {
    match shape {
        Shape::List(_) => "[\"…\"]",
        _ => OPEN,
    }
}

/// What can stand in a field, with the ids that the site has.
fn hint(shape: &Shape, model: &Model) -> Option<String> {
    match shape {
        Shape::Plain | Shape::Markdown | Shape::Table(_) | Shape::Free => None,
        Shape::List(of) => hint(of, model),
        Shape::Either(shapes) => shapes.iter().find_map(|shape| hint(shape, model)),
        Shape::Choice(words) => Some(format!("Kies uit: {}.", Shape::words_of(words).join(", "))),
        Shape::Reference(kinds) => Some(ids(kinds, model)),
        Shape::Citation => Some(ids(&["bron"], model)),
        Shape::Integer | Shape::Number => Some("Een getal, zonder aanhalingstekens.".to_owned()),
        Shape::Bool => Some("true (ja) of false (nee), zonder aanhalingstekens.".to_owned()),
        Shape::Time => Some("Een tijd, zoals \"14:00\".".to_owned()),
        Shape::Moment => Some("Een datum (2024-01-31), een kwartaal (\"2024-Q1\") of een jaar (\"2024\").".to_owned()),
    }
}

/// Which ids there are, when they can be seen at a glance.
fn ids(kinds: &[&str], model: &Model) -> String {
    let known: Vec<&str> = kinds.iter().flat_map(|kind| model.of_kind(kind)).map(|record| record.id()).collect();
    match (kinds, known.len()) {
        ([], _) => "De id van een gegeven.".to_owned(),
        (_, 1..=MOST) => format!("Kies uit: {}.", known.join(", ")),
        (kinds, 0) => format!("De id van een {}.", either(kinds)),
        (kinds, _) => {
            let files = kinds.iter().filter_map(|kind| Some(format!("{}.toml", Model::kind(kind)?.plural)));
            let files: Vec<String> = files.collect();
            let files: Vec<&str> = files.iter().map(String::as_str).collect();
            format!("De id van een {}: zie {}.", either(kinds), either(&files))
        }
    }
}

//! Records that are new, gone, renamed or changed, as the open data tell them.

use crate::decode::Moment;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// Kind and id → the record.
pub type Records = BTreeMap<(String, String), Map<String, Value>>;

/// A record that differs.
#[derive(Debug, Clone, PartialEq)]
pub struct RecordChange {
    /// The folder of its kind: `gremia`.
    pub kind: String,
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// How it differs.
    pub how: RecordKind,
}

/// How a record differs.
#[derive(Debug, Clone, PartialEq)]
pub enum RecordKind {
    /// It is new.
    New,
    /// It is not there any more.
    Gone,
    /// It has another id, and perhaps other values.
    Renamed(String, Vec<ValueChange>),
    /// Some of its values are others.
    Changed(Vec<ValueChange>),
}

/// A value that differs.
#[derive(Debug, Clone, PartialEq)]
pub struct ValueChange {
    /// The key.
    pub key: String,
    /// What it was; empty when there was nothing.
    pub was: String,
    /// What it is; empty when there is nothing.
    pub now: String,
}

/// What the program adds to a record, which is no news of its own.
const MADE: &[&str] = &["titel", "pagina", "genoemd", "id", "voorheen"];

/// The records of a site.
pub fn read(everything: Option<&[u8]>) -> Records {
    let mut records = Records::new();
    let whole: Option<Value> = everything.and_then(|bytes| serde_json::from_slice(bytes).ok());
    let Some(Value::Object(kinds)) = whole else { return records };
    for (kind, list) in kinds {
        let Value::Array(list) = list else { continue };
        for record in list {
            if let Value::Object(record) = record
                && let Some(id) = record.get("id").and_then(Value::as_str)
            {
                records.insert((kind.clone(), id.to_owned()), record);
            }
        }
    }
    records
}

/// What differs, by kind and id.
pub fn compare(old: &Records, new: &Records) -> Vec<RecordChange> {
    let name_of = |id: &str| -> Option<String> {
        let called = |records: &Records| records.iter().find(|((_, of), _)| of == id).map(|(_, record)| name(record));
        called(new).or_else(|| called(old))
    };
    let mut all = changes(old, new);
    for change in &mut all {
        if let RecordKind::Changed(values) | RecordKind::Renamed(_, values) = &mut change.how {
            for value in &mut *values {
                value.was = readable(&value.was, &name_of);
                value.now = readable(&value.now, &name_of);
            }
            // A site that was published by an older program has `[[id]]` where there are words now.
            values.retain(|value| value.was != value.now);
        }
    }
    all.retain(|change| !matches!(&change.how, RecordKind::Changed(values) if values.is_empty()));
    all
}

/// A text without the marks that only editors know: `[[id]]` as the name or the words of it, `2024-Q2` in words.
fn readable(text: &str, name_of: &dyn Fn(&str) -> Option<String>) -> String {
    if let Some(moment) = Moment::parse(text) {
        return moment.in_dutch();
    }
    let (mut out, mut rest) = (String::new(), text);
    while let Some((before, after)) = rest.split_once("[[") {
        let Some((inside, after)) = after.split_once("]]") else { break };
        let (id, words) = inside.split_once('|').map_or((inside, None), |(id, words)| (id, Some(words)));
        out.push_str(before);
        out.push_str(&words.map(str::to_owned).or_else(|| name_of(id.trim())).unwrap_or_else(|| id.to_owned()));
        rest = after;
    }
    out + rest
}

fn changes(old: &Records, new: &Records) -> Vec<RecordChange> {
    let mut all: Vec<RecordChange> = Vec::new();
    for ((kind, id), record) in old {
        let how = match new.get(&(kind.clone(), id.clone())) {
            Some(now) => {
                let values = values(record, now);
                if values.is_empty() {
                    continue;
                }
                RecordKind::Changed(values)
            }
            None => match now_called(new, kind, id) {
                Some(now) => {
                    let values = new.get(&(kind.clone(), now.clone())).map(|renamed| values(record, renamed));
                    let mut values = values.unwrap_or_default();
                    values.retain(|value| !["id", "voorheen"].contains(&value.key.as_str()));
                    RecordKind::Renamed(now, values)
                }
                None => RecordKind::Gone,
            },
        };
        all.push(RecordChange { kind: kind.clone(), id: id.clone(), name: name(record), how });
    }
    for ((kind, id), record) in new {
        let known = old.contains_key(&(kind.clone(), id.clone()));
        let renamed = former(record).any(|was| old.contains_key(&(kind.clone(), was.to_owned())));
        if !known && !renamed {
            all.push(RecordChange { kind: kind.clone(), id: id.clone(), name: name(record), how: RecordKind::New });
        }
    }
    all
}

/// The ids that a record had before.
pub fn former(record: &Map<String, Value>) -> impl Iterator<Item = &str> {
    record.get("voorheen").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str)
}

fn now_called(new: &Records, kind: &str, id: &str) -> Option<String> {
    let had = |((of, _), record): &(&(String, String), &Map<String, Value>)| {
        of == kind && former(record).any(|was| was == id)
    };
    new.iter().find(had).map(|((_, now), _)| now.clone())
}

/// What readers call it.
pub fn name(record: &Map<String, Value>) -> String {
    record.get("titel").and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn values(old: &Map<String, Value>, new: &Map<String, Value>) -> Vec<ValueChange> {
    let mut keys: Vec<&String> = old.keys().chain(new.keys().filter(|key| !old.contains_key(*key))).collect();
    keys.retain(|key| !MADE.contains(&key.as_str()) && old.get(*key) != new.get(*key));
    let of = |record: &Map<String, Value>, key: &str| record.get(key).map(in_words).unwrap_or_default();
    keys.into_iter().map(|key| ValueChange { key: key.clone(), was: of(old, key), now: of(new, key) }).collect()
}

/// A value on one line.
pub fn in_words(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(yes) => if *yes { "ja" } else { "nee" }.to_owned(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(in_words).collect::<Vec<_>>().join("; "),
        Value::Object(fields) => {
            let parts = fields.iter().filter(|(key, _)| *key != "genoemd");
            parts.map(|(key, value)| format!("{key} {}", in_words(value))).collect::<Vec<_>>().join(", ")
        }
    }
}

//! The records as JSON: the keys that an editor types, with what they typed; texts as plain words, since what `[[id]]` and
//! `{{ key }}` stand for is known here only.
//!
//! A key that is absent in the data is absent here. Each record also has `titel` and `pagina`, as the site shows it, and
//! `genoemd` where a text names others: their ids, by the way to the text (`lid[0].toelichting`).

use super::ordered::Json;
use super::pretty;
use crate::decode::Shown;
use crate::model::rules::names_in;
use crate::model::{AnyEntity, Kind, states_in};
use crate::pages::open_data::kinds;
use crate::pages::{Writer, record_title};

/// Version of the shape of these files: raised when a program that reads them would have to change.
const VERSION: i64 = 2;

/// All records of all kinds.
pub fn everything(writer: &mut Writer<'_>) -> String {
    let kinds = kinds(writer.model());
    let counts = kinds
        .iter()
        .map(|kind| {
            let count = writer.model().of_kind(kind.name).len();
            (kind.plural.to_owned(), Json::Integer(i64::try_from(count).unwrap_or_default()))
        })
        .collect();
    let mut fields = opening(writer);
    fields.push(("aantallen".into(), Json::Object(counts)));
    for kind in kinds {
        fields.push((kind.plural.into(), records(writer, kind)));
    }
    pretty(&Json::Object(fields))
}

/// The records of one kind.
pub fn one_kind(writer: &mut Writer<'_>, kind: Kind) -> String {
    let mut fields = opening(writer);
    fields.push((kind.plural.into(), records(writer, kind)));
    pretty(&Json::Object(fields))
}

/// What the file is and as of when it holds.
fn opening(writer: &Writer<'_>) -> Vec<(String, Json)> {
    let portal = &writer.site().portal;
    let mut fields = vec![("versie".into(), Json::Integer(VERSION))];
    let mut about = vec![
        ("naam".into(), portal.naam.as_str().into()),
        ("adres".into(), portal.basis_url.as_str().into()),
        ("uitleg".into(), Json::Text(writer.absolute(crate::pages::open_data::FOLDER))),
    ];
    if let Some(date) = portal.stand {
        about.push(("stand".into(), Json::Text(date.to_string())));
    }
    if let Some(licence) = &portal.licentie {
        about.push(("licentie".into(), licence.as_str().into()));
    }
    fields.push(("portaal".into(), Json::Object(about)));
    fields
}

fn records(writer: &mut Writer<'_>, kind: Kind) -> Json {
    let model = writer.model();
    Json::List(model.of_kind(kind.name).into_iter().map(|record| one(writer, record)).collect())
}

fn one(writer: &mut Writer<'_>, record: &dyn AnyEntity) -> Json {
    let values = Shown::Table(record.values());
    let mut fields = match as_json(writer, &values) {
        Some(Json::Object(fields)) => fields,
        _ => Vec::new(),
    };
    fields.push(("titel".into(), Json::Text(record_title(writer, record))));
    fields.push(("pagina".into(), Json::Text(writer.absolute(&writer.book.of_record(record)))));
    let mut named = Vec::new();
    names(&values, "", &mut named);
    if !named.is_empty() {
        fields.push(("genoemd".into(), Json::Object(named)));
    }
    Json::Object(fields)
}

/// A value as it is; `None` when the key was absent.
fn as_json(writer: &mut Writer<'_>, shown: &Shown<'_>) -> Option<Json> {
    Some(match shown {
        Shown::Nothing => return None,
        Shown::Plain(text) => (*text).into(),
        Shown::Markdown(text) => Json::Text(writer.plain(text)),
        Shown::Bool(yes) => Json::Bool(*yes),
        Shown::Integer(number) => Json::Integer(*number),
        Shown::Number(number) => number_as_json(*number),
        Shown::Moment(moment) => Json::Text(moment.to_string()),
        Shown::Reference { id, .. } => (*id).into(),
        Shown::Citation(citation) => Json::Text(citation.to_string()),
        Shown::List(items) => Json::List(items.iter().filter_map(|item| as_json(writer, item)).collect()),
        Shown::Table(fields) => Json::Object(
            fields.iter().filter_map(|(key, value)| Some(((*key).to_owned(), as_json(writer, value)?))).collect(),
        ),
    })
}

/// A number without `.0` behind it, as the data write it.
fn number_as_json(number: f64) -> Json {
    let whole = number as i64;
    if whole as f64 == number && whole.unsigned_abs() < 1 << 53 { Json::Integer(whole) } else { Json::Number(number) }
}

/// Whom and what the texts name: the ids, each once.
fn names(shown: &Shown<'_>, way: &str, found: &mut Vec<(String, Json)>) {
    match shown {
        Shown::Markdown(text) => {
            let mut ids: Vec<&str> = Vec::new();
            for id in names_in(&text.raw).chain(states_in(&text.raw)) {
                if !ids.contains(&id) {
                    ids.push(id);
                }
            }
            if !ids.is_empty() {
                found.push((way.to_owned(), Json::List(ids.into_iter().map(Json::from).collect())));
            }
        }
        Shown::List(items) => {
            for (i, item) in items.iter().enumerate() {
                names(item, &format!("{way}[{i}]"), found);
            }
        }
        Shown::Table(fields) => {
            for (key, value) in fields {
                let way = if way.is_empty() { (*key).to_owned() } else { format!("{way}.{key}") };
                names(value, &way, found);
            }
        }
        _ => {}
    }
}

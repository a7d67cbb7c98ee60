//! The data as flat tables: a table per kind, and one for each key that holds blocks (members of a body, steps of a level).

use crate::decode::{Key, Shape};
use crate::model::{Kind, Model};
use crate::site::Words;

/// A flat table.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// Name of the file without its ending: `gremia`, `gremia-leden`.
    pub name: String,
    /// For readers: `Overleggen`, `Overleggen: leden`.
    pub title: String,
    /// The kind whose records it tells of.
    pub kind: Kind,
    /// The key that holds the blocks of which each row is one; `None` when each row is a record.
    pub part: Option<&'static str>,
    /// The columns, in order.
    pub columns: Vec<Column>,
}

/// A column.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Its name; a point leads into a block: `tegel.rij`.
    pub name: String,
    /// What it means.
    pub help: String,
    /// What a cell holds.
    pub shape: Shape,
    /// Is it filled in every row?
    pub required: bool,
    /// Where a cell comes from.
    pub origin: Origin,
}

/// Where the cells of a column come from.
#[derive(Debug, Clone, PartialEq)]
pub enum Origin {
    /// A key of the record or block, through the keys of blocks in it.
    Key(Vec<&'static str>),
    /// The record that the block belongs to.
    Owner,
    /// The place of the block among the others of its record, from 1.
    Number,
    /// The name that the site shows.
    Title,
    /// The page on the site.
    Page,
}

/// The tables of a kind: the records themselves first.
pub fn sheets(kind: Kind, words: &Words) -> Vec<Sheet> {
    let say = words.phrases.open_data();
    let keys = Model::keys_of(kind.name);
    let mut columns = columns_of(words, keys, &[], "", true);
    columns.push(made("titel", say.title_column(), Shape::Plain, Origin::Title));
    columns.push(made("pagina", say.page_column(), Shape::Plain, Origin::Page));
    let own = Sheet { name: kind.plural.into(), title: words.kind(kind).many.into(), kind, part: None, columns };
    let mut all = vec![own];
    for key in keys {
        let Some(inner) = blocks(&key.shape) else { continue };
        let owner = Shape::Reference(vec![kind.name]);
        let number = say.number_column();
        let mut columns = vec![
            made("hoort_bij", say.owner_column(), owner, Origin::Owner),
            made("volgnummer", number, Shape::Integer, Origin::Number),
        ];
        columns.extend(columns_of(words, inner, &[], "", true));
        let plural = plural_of(key.name);
        all.push(Sheet {
            name: format!("{}-{plural}", kind.plural),
            title: format!("{}: {}", words.kind(kind).many, part_in_words(words, key, plural)),
            kind,
            part: Some(key.name),
            columns,
        });
    }
    all
}

/// A column for every key; a block gives a column for each of its keys, blocks in a list have a table of their own.
fn columns_of(words: &Words, keys: &[Key], above: &[&'static str], help: &str, always: bool) -> Vec<Column> {
    let mut columns = Vec::new();
    for key in keys {
        let path: Vec<&'static str> = above.iter().copied().chain([key.name]).collect();
        let own = help_of(words, key);
        let help = if help.is_empty() { own } else { format!("{help} {own}") };
        let required = always && key.required;
        match &key.shape {
            Shape::Table(inner) => columns.extend(columns_of(words, inner, &path, &help, required)),
            shape if blocks(shape).is_some() => {}
            shape => columns.push(Column {
                name: path.join("."),
                help,
                shape: shape.clone(),
                required,
                origin: Origin::Key(path),
            }),
        }
    }
    columns
}

/// What a part of a kind is called: in Dutch more of its key, elsewhere as the language calls the key.
fn part_in_words(words: &Words, key: &Key, plural: &str) -> String {
    match words.phrases.named("keys", key.name) {
        Some(name) if words.phrases.language() != "nl" => name.to_lowercase(),
        _ => plural.to_owned(),
    }
}

/// What a key means. The declarations explain it to editors, in Dutch; in another language its name has to do.
fn help_of(words: &Words, key: &Key) -> String {
    if words.phrases.language() == "nl" {
        return key.help.clone();
    }
    words.phrases.named("keys", key.name).map_or_else(String::new, |name| format!("{name}."))
}

fn made(name: &str, help: &str, shape: Shape, origin: Origin) -> Column {
    Column { name: name.into(), help: help.into(), shape, required: true, origin }
}

/// The keys of the blocks, when a key holds a list of them.
fn blocks(shape: &Shape) -> Option<&[Key]> {
    match shape {
        Shape::List(of) => match of.as_ref() {
            Shape::Table(keys) => Some(keys),
            _ => None,
        },
        _ => None,
    }
}

/// The plural of a key that an editor types in the singular, `[[gremium.lid]]`.
fn plural_of(key: &'static str) -> &'static str {
    match key {
        "lid" => "leden",
        "fase" => "fasen",
        "sectie" => "secties",
        _ => Model::kind(key).map_or(key, |kind| kind.plural),
    }
}

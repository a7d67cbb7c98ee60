//! The rows of a pasted table as blocks of the data.

use super::pasted::Pasted;
use super::{Ids, Kind, Model};
use crate::decode::{Key, Shape, as_written};
use crate::diag::nearest;
use crate::dutch::slug;
use std::collections::BTreeSet;
use std::fmt::Write;

/// What is put where a key must be and no column has it.
const OPEN: &str = "…";
/// What columns are called elsewhere, by what they are here.
const ELSEWHERE: &[(&str, &[&str])] = &[
    ("naam", &["titel", "title", "name", "term", "benaming", "onderwerp"]),
    ("omschrijving", &["beschrijving", "description", "uitleg"]),
    ("betekenis", &["definitie", "omschrijving", "uitleg", "beschrijving"]),
    ("wanneer", &["datum", "date", "dag"]),
    ("toelichting", &["opmerking", "opmerkingen", "notitie"]),
];

/// A table as it is to be written.
#[derive(Debug, PartialEq, Eq)]
pub struct Blocks {
    /// The kind that the rows seem to be of.
    pub kind: &'static str,
    /// Is it sure that they are?
    pub sure: bool,
    /// A block for each row.
    pub each: Vec<String>,
}

/// The rows of a table as blocks; `named` is the kind that the file is named after.
pub fn blocks(table: &Pasted, named: Option<&'static str>) -> Blocks {
    let rows = upright(&table.rows);
    let (head, rows) = rows.split_first().map_or((&[][..], &[][..]), |(head, rows)| (&head[..], rows));
    let told = table.kind.or(named);
    let kind = told.and_then(Model::kind).unwrap_or_else(|| by_columns(head));
    let keys = Model::keys_of(kind.name);
    let columns = columns(head, kind, keys);
    // Without a row of names above it, the first row is one like the others.
    let unknown = columns.iter().flatten().next().is_none();
    let headless = unknown && !names_columns(table, head, rows);
    let columns = if unknown { first_is_name(columns.len(), keys) } else { columns };
    let first = headless.then(|| head.to_vec());
    let sure = (told.is_some() && !unknown) || columns.iter().all(Option::is_some);
    let mut ids = BTreeSet::new();
    let each = first.iter().chain(rows).map(|row| block(kind, keys, &columns, head, row, headless, &mut ids));
    Blocks { kind: kind.name, sure, each: each.collect() }
}

/// The table with its heading on top: where each line begins with a key, that is its first column.
fn upright(rows: &[Vec<String>]) -> Vec<Vec<String>> {
    let known = |cell: &str| Model::KINDS.iter().any(|kind| Model::keys_of(kind.name).iter().any(|k| k.name == cell));
    let sideways = rows.iter().all(|row| row.first().is_some_and(|cell| known(&cell.to_lowercase())));
    // `naam;betekenis` above a record that is called `id`.
    let across = rows.first().is_some_and(|row| row.iter().all(|cell| known(&cell.to_lowercase())));
    if !sideways || (across && rows.len() < 3) {
        return rows.to_vec();
    }
    let length = rows.first().map_or(0, Vec::len);
    (0..length).map(|i| rows.iter().map(|row| row[i].clone()).collect()).collect()
}

/// The kind that has most of these columns.
fn by_columns(head: &[String]) -> Kind {
    let hits = |kind: &Kind| {
        let keys = Model::keys_of(kind.name);
        let found: Vec<&str> = columns(head, *kind, keys).iter().flatten().map(|key| key.name).collect();
        (found.len(), std::cmp::Reverse(missing(kind.sourced, keys, &found)))
    };
    // Of kinds that have as many, the one that lacks least; of those the first in the list of kinds.
    let best = Model::KINDS.iter().rev().max_by_key(|kind| hits(kind));
    best.filter(|kind| hits(kind).0 > 0).copied().or_else(|| Model::kind("organisatie")).unwrap_or(Model::KINDS[0])
}

/// How many of the keys that a record must have are not among these? An id follows from the name.
pub(super) fn missing(sourced: bool, keys: &[Key], found: &[&str]) -> usize {
    let must = |key: &&Key| (key.required && key.name != "id") || (sourced && matches!(key.name, "status" | "bron"));
    keys.iter().filter(must).filter(|key| !found.contains(&key.name)).count()
}

/// Is the first row one of names, although none of them is a key? A column of numbers has no number as its name.
fn names_columns(table: &Pasted, head: &[String], rows: &[Vec<String>]) -> bool {
    let number = |cell: &String| cell.contains(|c: char| c.is_ascii_digit());
    table.sign == '|'
        || head
            .iter()
            .enumerate()
            .any(|(i, name)| !number(name) && rows.iter().all(|row| row.get(i).is_some_and(number)))
}

/// The key that each column holds.
fn columns<'k>(head: &[String], kind: Kind, keys: &'k [Key]) -> Vec<Option<&'k Key>> {
    let mut taken: Vec<&str> = Vec::new();
    let mut of = |cell: &String| {
        let name = cell.to_lowercase().replace([' ', '-'], "_");
        let own = |key: &&Key| key.name == name || (key.name == "naam" && (name == kind.name || name == kind.plural));
        let free = |key: &&Key| is_plain(&key.shape) && !taken.contains(&key.name);
        let elsewhere =
            |key: &&Key| ELSEWHERE.iter().any(|(k, names)| *k == key.name && names.contains(&name.as_str()));
        let near = nearest(&name, keys.iter().map(|key| key.name));
        let found = keys.iter().filter(free).find(own).or_else(|| keys.iter().filter(free).find(elsewhere));
        let found = found.or_else(|| keys.iter().filter(free).find(|key| near == Some(key.name)));
        taken.extend(found.map(|key| key.name));
        found
    };
    head.iter().map(&mut of).collect()
}

fn first_is_name(count: usize, keys: &[Key]) -> Vec<Option<&Key>> {
    let name = keys.iter().find(|key| key.name == "naam");
    (0..count).map(|i| name.filter(|_| i == 0)).collect()
}

fn is_plain(shape: &Shape) -> bool {
    match shape {
        Shape::Table(_) | Shape::Free => false,
        Shape::List(of) => is_plain(of),
        _ => true,
    }
}

/// One row. What has no key stays as a remark, so that nothing is lost.
fn block(
    kind: Kind,
    keys: &[Key],
    columns: &[Option<&Key>],
    head: &[String],
    row: &[String],
    headless: bool,
    ids: &mut BTreeSet<String>,
) -> String {
    let cell = |name: &str| {
        let at = columns.iter().position(|key| key.is_some_and(|key| key.name == name))?;
        row.get(at).map(String::as_str).filter(|cell| !cell.is_empty())
    };
    let first = row.iter().find(|cell| !cell.is_empty()).map_or("", String::as_str);
    let given = cell("id").or_else(|| cell("naam")).unwrap_or(first);
    let bare = if kind.ids == Ids::Dotted && cell("id").is_some() { given.to_lowercase() } else { slug(given) };
    let id = (1..).map(|n| if n == 1 { bare.clone() } else { format!("{bare}-{n}") }).find(|id| !ids.contains(id));
    let id = id.unwrap_or(bare);
    let mut out = format!("[[{}]]\n", kind.name);
    for key in keys {
        let must = key.required || (kind.sourced && matches!(key.name, "status" | "bron"));
        let value = match (key.name, cell(key.name)) {
            ("id", _) => as_written(&id, &Shape::Plain),
            ("naam", None) if must && cell("id").is_none() && !columns.contains(&Some(key)) => {
                as_written(first, &key.shape)
            }
            (_, Some(cell)) => as_written(cell, &key.shape),
            (_, None) if must && is_plain(&key.shape) => as_written(OPEN, &key.shape),
            _ => continue,
        };
        let _ = writeln!(out, "{} = {value}", key.name);
    }
    ids.insert(id);
    for (i, cell) in row.iter().enumerate().filter(|(i, cell)| columns.get(*i) == Some(&None) && !cell.is_empty()) {
        let _ = match head.get(i).filter(|_| !headless) {
            Some(name) => writeln!(out, "# {name}: {cell}"),
            None => writeln!(out, "# {cell}"),
        };
    }
    out
}

#[cfg(test)]
mod tests {
    use super::blocks;
    use crate::model::pasted::tables;

    fn written(text: &str) -> (String, bool) {
        let blocks = blocks(&tables(text)[0], None);
        (blocks.each.join("\n"), blocks.sure)
    }

    #[test]
    fn each_row_is_a_block() {
        assert_eq!(
            written("[[begrip]]\nTerm\tBetekenis\tAantal\nStrand\tZand aan \"zee\".\t3\nStrand\t\t\n").0,
            "[[begrip]]\nid = \"strand\"\nnaam = \"Strand\"\nbetekenis = \"Zand aan \\\"zee\\\".\"\n# Aantal: 3\n\n\
             [[begrip]]\nid = \"strand-2\"\nnaam = \"Strand\"\nbetekenis = \"…\"\n"
        );
        assert_eq!(
            written("naam;waarde;eenheid;status;bron\nUren;1.300,5;uur;Feit;plan, begroting\n"),
            (
                "[[cijfer]]\nid = \"uren\"\nnaam = \"Uren\"\nwaarde = 1300.5\neenheid = \"uur\"\nstatus = \"feit\"\nbron = [\"plan\", \"begroting\"]\n"
                    .to_owned(),
                true
            )
        );
    }

    #[test]
    fn a_table_on_its_side_and_one_without_a_heading() {
        let (text, sure) = written("naam\tDuin\nbetekenis\tEen heuvel.\n");
        assert_eq!(text, "[[begrip]]\nid = \"duin\"\nnaam = \"Duin\"\nbetekenis = \"Een heuvel.\"\n");
        assert!(sure);
        assert!(
            written("id\turen\nnaam\tUren\nwaarde\t3\n")
                .0
                .starts_with("[[cijfer]]\nid = \"uren\"\nnaam = \"Uren\"\nwaarde = 3\n")
        );
        let (text, sure) = written("Gemeente;Inwoners\nDuindorp;12.000\n");
        assert!(text.starts_with("[[organisatie]]\nid = \"duindorp\"\nnaam = \"Duindorp\"\n") && !sure, "{text}");
        assert!(text.ends_with("# Inwoners: 12.000\n"), "{text}");
        let (text, sure) = written("[[begrip]]\nStrand;Zand.\nDuin;Een heuvel.\n");
        assert!(
            text.starts_with("[[begrip]]\nid = \"strand\"\nnaam = \"Strand\"\n") && text.contains("# Zand.\n"),
            "{text}"
        );
        assert!(!sure);
    }
}

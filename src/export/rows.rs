//! The rows of a table twin as CSV: RFC 4180, as the open data are.

use crate::infographic::Table;
use crate::markup::{Html, Piece};
use crate::render::{csv_line, guarded};

/// The heading and the rows, as words. How sure they are goes with each, in a column of its own with this head: a row that is cut out
/// and pasted elsewhere keeps it.
pub fn csv(table: &Table, (head, caveat): (&str, &str)) -> String {
    let mut out = String::new();
    let mut line = |row: Vec<String>, last: &str| {
        let cells = row.iter().map(String::as_str).chain(Some(last).filter(|_| !caveat.is_empty()));
        csv_line(&mut out, ',', cells.map(guarded));
    };
    line(table.head.clone(), head);
    table.rows.iter().for_each(|row| line(row.iter().map(one_line).collect(), caveat));
    out
}

/// The words of a cell on one line; the items of a list are told apart by a semicolon.
fn one_line(cell: &Html) -> String {
    let mut words = String::new();
    for piece in cell.pieces() {
        match piece {
            Piece::Text(text) => words.push_str(&text),
            Piece::Open { name: "li", .. } if !words.is_empty() => words.push_str("; "),
            _ => {}
        }
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_words() {
        let table = Table {
            caption: String::new(),
            head: vec!["Wie".into(), "Wat".into()],
            rows: vec![vec![Html::link("x", "A & B"), Html::list("", ["een, twee", "drie"].map(Html::from))]],
        };
        assert_eq!(csv(&table, ("Let op", "")), "Wie,Wat\r\nA & B,\"een, twee; drie\"\r\n");
        let told = csv(&table, ("Let op", "Een lezing."));
        assert!(told.starts_with("Wie,Wat,Let op\r\n") && told.ends_with(",Een lezing.\r\n"), "{told}");
    }
}

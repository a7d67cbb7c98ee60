//! The rows of a table twin as CSV: RFC 4180, as the open data are.

use crate::infographic::Table;
use crate::pages::plain_of;
use crate::render::{csv_line, guarded};

/// The heading and the rows, as words. How sure they are goes with each, in a column of its own with this head: a row that is cut out
/// and pasted elsewhere keeps it.
pub fn csv(table: &Table, (head, caveat): (&str, &str)) -> String {
    let mut out = String::new();
    let mut line = |row: &[String], last: &str| {
        let cells = row.iter().map(String::as_str).chain(Some(last).filter(|_| !caveat.is_empty()));
        csv_line(&mut out, ',', cells.map(|cell| guarded(one_line(cell).trim())));
    };
    line(&table.head, head);
    table.rows.iter().for_each(|row| line(row, caveat));
    out
}

/// The words of a cell; what stands in lists and under each other in HTML is told apart by a semicolon.
fn one_line(html: &str) -> String {
    let html = html.replace("</li><li", "</li>; <li").replace("<br>", "; ").replace("</p><p", "</p>; <p");
    plain_of(&html).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_words() {
        let table = Table {
            caption: String::new(),
            head: vec!["Wie".into(), "Wat".into()],
            rows: vec![vec!["<a href=\"x\">A &amp; B</a>".into(), "<ul><li>een, twee</li><li>drie</li></ul>".into()]],
        };
        assert_eq!(csv(&table, ("Let op", "")), "Wie,Wat\r\nA & B,\"een, twee; drie\"\r\n");
        let told = csv(&table, ("Let op", "Een lezing."));
        assert!(told.starts_with("Wie,Wat,Let op\r\n") && told.ends_with(",Een lezing.\r\n"), "{told}");
    }
}

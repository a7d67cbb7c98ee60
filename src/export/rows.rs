//! The rows of a table twin as CSV: RFC 4180, as the open data are.

use crate::infographic::Table;
use crate::pages::plain_of;
use crate::render::{csv_line, guarded};

/// The heading and the rows, as words.
pub fn csv(table: &Table) -> String {
    let mut out = String::new();
    for row in std::iter::once(&table.head).chain(&table.rows) {
        csv_line(&mut out, ',', row.iter().map(|cell| guarded(one_line(cell).trim())));
    }
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
        assert_eq!(csv(&table), "Wie,Wat\r\nA & B,\"een, twee; drie\"\r\n");
    }
}

//! Tables that were made elsewhere: as HTML, as a word processor or a website copies it, or as cells between tabs. The message about
//! one holds the whole table as it is written here.

use super::Writer;
use crate::content::html::{Token, Tokens};
use crate::diag::words::slips as words;

/// A larger table is not told in full: it would not fit on a screen.
const MOST_ROWS: usize = 40;

impl Writer<'_, '_> {
    /// A table in HTML with looks of its own, in a block that begins at byte `start`. Was it one? Then it is told as a whole, and
    /// what stands in it is passed over.
    pub(super) fn copied_table(&mut self, start: usize) -> bool {
        let Some(text) = self.source.get(start..) else { return false };
        let opening = text.split('>').next().unwrap_or_default().to_ascii_lowercase();
        if !opening.trim_start().starts_with("<table") {
            return false;
        }
        let length = text.to_ascii_lowercase().find("</table>").map_or(text.len(), |end| end + "</table>".len());
        let table = &text[..length];
        if !has_looks(table) {
            return false;
        }
        let rows = rows(table);
        let Some(first) = rows.first().filter(|row| row.len() > 1 || rows.len() > 1) else { return false };
        let columns = rows.iter().map(Vec::len).max().unwrap_or(first.len());
        let indent = text.len() - text.trim_start().len();
        let place = self.place(&(start + indent..start + opening.len() + 1));
        let markdown = as_markdown(&rows, columns);
        let problem = words::copied_table(place, &markdown);
        // Without its end nobody knows what else is in it; a longer table is not told in full; and of some cells words alone say
        // too little.
        let lower = text[..length].to_ascii_lowercase();
        let more = ["<a ", "<img", "colspan", "rowspan", "<ul", "<ol"].iter().any(|part| lower.contains(part));
        let whole = lower.ends_with("</table>") && rows.len() <= MOST_ROWS && !more;
        let text_before = self.source[..start].trim_end_matches([' ', '\t']);
        let blank = if text_before.is_empty() || text_before.ends_with("\n\n") { "" } else { "\n" };
        self.problem(match whole {
            true => problem.mend(self.place(&(start + indent..start + length)), format!("{blank}{markdown}")),
            false => problem,
        });
        // A blank line cuts a table in pieces; those that follow are of the same.
        let end = start + length;
        while self.events.get(self.at).is_some_and(|(_, range)| range.start < end) {
            self.at += 1;
        }
        true
    }

    /// A row or cell without its table. What stands below it up to an empty line is of the same, and told with it.
    pub(super) fn loose_rows(&mut self, range: &std::ops::Range<usize>) {
        let Some(text) = self.source.get(range.start..) else { return };
        if range.start < self.loose_until {
            return;
        }
        let length = text.find("\n\n").unwrap_or(text.len());
        self.loose_until = range.start + length;
        let rows = rows(&text[..length]);
        let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
        let table = (columns > 1 && rows.len() > 1).then(|| as_markdown(&rows, columns));
        let place = self.place(range);
        self.problem(crate::diag::words::slips::loose_rows(place, table.as_deref()));
    }
}

/// Does it have anything that only says how it looks?
fn has_looks(table: &str) -> bool {
    Tokens::new(table).any(|token| match token {
        Token::Open { name, attributes, .. } => {
            attributes.iter().any(|a| {
                matches!(
                    a.name.as_str(),
                    "style"
                        | "border"
                        | "cellspacing"
                        | "cellpadding"
                        | "width"
                        | "height"
                        | "valign"
                        | "align"
                        | "bgcolor"
                ) || (a.name == "class" && table[a.value.clone()].starts_with("Mso"))
            }) || matches!(name.as_str(), "col" | "colgroup" | "font" | "o:p" | "google-sheets-html-origin")
        }
        _ => false,
    })
}

/// The words in the cells.
fn rows(table: &str) -> Vec<Vec<String>> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut in_cell = false;
    for token in Tokens::new(table) {
        match token {
            Token::Open { name, .. } if name == "tr" => rows.push(Vec::new()),
            Token::Open { name, .. } if matches!(name.as_str(), "td" | "th") => {
                in_cell = true;
                if rows.is_empty() {
                    rows.push(Vec::new());
                }
                if let Some(row) = rows.last_mut() {
                    row.push(String::new());
                }
            }
            Token::Close { name, .. } if matches!(name.as_str(), "td" | "th") => in_cell = false,
            Token::Open { name, .. } if in_cell && matches!(name.as_str(), "br" | "p" | "div" | "li") => {
                push(&mut rows, " ")
            }
            Token::Text(range) if in_cell => push(&mut rows, &table[range]),
            _ => {}
        }
    }
    rows.retain(|row| row.iter().any(|cell| !cell.trim().is_empty()));
    rows
}

fn push(rows: &mut [Vec<String>], text: &str) {
    if let Some(cell) = rows.last_mut().and_then(|row| row.last_mut()) {
        cell.push_str(&text.replace("&nbsp;", " ").replace("&amp;", "&"));
    }
}

/// The table as it is written here; the first row heads it.
pub(super) fn as_markdown(rows: &[Vec<String>], columns: usize) -> String {
    let line = |row: &Vec<String>| {
        let mut line = String::from("|");
        for column in 0..columns {
            let cell = row.get(column).map_or("", String::as_str);
            let words: Vec<&str> = cell.split_whitespace().collect();
            line.push(' ');
            line.push_str(&words.join(" ").replace('|', "\\|"));
            line.push_str(" |");
        }
        line
    };
    let mut lines: Vec<String> = rows.iter().take(MOST_ROWS).map(line).collect();
    if !lines.is_empty() {
        lines.insert(1, format!("|{}", "---|".repeat(columns)));
    }
    if rows.len() > MOST_ROWS {
        lines.push(format!("| … en zo verder met nog {} rijen |", rows.len() - MOST_ROWS));
    }
    lines.join("\n")
}

/// Where the lines of a table between tabs end: from `start` on, all lines with a tab.
pub(super) fn tabbed_rows(text: &str) -> Vec<Vec<String>> {
    text.lines()
        .map(|line| line.trim_matches(['\r', ' ']))
        .take_while(|line| line.contains('\t'))
        .map(|line| line.split('\t').map(|cell| cell.trim().to_owned()).collect())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{as_markdown, has_looks, rows, tabbed_rows};

    #[test]
    fn a_table_of_word_becomes_markdown() {
        let table = "<table class=MsoTableGrid border=1><tr><td><p class=MsoNormal>Naam<o:p></o:p></p></td><td>Taak &amp; uren</td></tr>\n\n<tr><td>Els\n Jansen</td><td>a|b</td></tr></table>";
        assert!(has_looks(table));
        assert_eq!(as_markdown(&rows(table), 2), "| Naam | Taak & uren |\n|---|---|\n| Els Jansen | a\\|b |");
        assert!(!has_looks("<table><tr><td>x</td></tr></table>"));
        assert_eq!(tabbed_rows("a\tb\nc\td\nx"), [["a", "b"], ["c", "d"]]);
    }
}

//! Tables among the data: rows that were pasted from a spreadsheet, with tabs, semicolons, commas or upright bars between the columns;
//! and lists of other programs, which are tables too.

use super::headings::kind_headed;
use super::listed;
use crate::decode::{is_heading, is_key};
use std::ops::Range;

/// Rows of cells between two lines of a data file.
#[derive(Debug, PartialEq, Eq)]
pub struct Pasted {
    /// All its lines, and that of a heading right above it.
    pub range: Range<usize>,
    /// Where its first cell stands.
    pub start: usize,
    /// What stands between the columns.
    pub sign: char,
    /// The kind of the last heading above it.
    pub kind: Option<&'static str>,
    /// The cells, the heading of the table first; all rows are as long.
    pub rows: Vec<Vec<String>>,
}

/// All tables in a text that cannot be read.
pub fn tables(text: &str) -> Vec<Pasted> {
    let mut found: Vec<Pasted> = Vec::new();
    let mut lines = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        lines.push((at, line.trim_end_matches(['\n', '\r'])));
        at += line.len();
    }
    let (mut kind, mut above, mut in_text) = (None, None, false);
    let mut i = 0;
    while let Some((start, line)) = lines.get(i).copied() {
        in_text ^= line.matches("\"\"\"").count() % 2 == 1;
        if in_text || line.trim().is_empty() {
            i += 1;
        } else if let Some(list) = listed::list(&lines[i..]) {
            i += list.lines;
            let (last, end) = lines[i - 1];
            let range = above.take().unwrap_or(start)..last + end.len();
            let start = start + line.len() - line.trim_start().len();
            found.push(Pasted { range, start, sign: list.sign, kind: list.kind.or(kind), rows: list.rows });
        } else if is_heading(line) {
            (kind, above) = (kind_headed(line), Some(start));
            i += 1;
        } else if let Some((sign, rows)) = table(&lines[i..]) {
            let (last, end) = lines[i + rows.len() - 1];
            let indent = line.len() - line.trim_start().len();
            let rows = rows.into_iter().filter(|row| !is_rule(row)).collect();
            let range = above.unwrap_or(start)..last + end.len();
            i = lines.partition_point(|(start, _)| *start < range.end);
            found.push(Pasted { range, start: start + indent, sign, kind, rows });
            above = None;
        } else {
            above = None;
            i += 1;
        }
    }
    found
}

/// The text without its tables, byte for byte as long.
pub fn without(text: &str, tables: &[Pasted]) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for table in tables {
        bytes[table.range.clone()].iter_mut().filter(|b| !matches!(b, b'\n' | b'\r')).for_each(|b| *b = b' ');
    }
    String::from_utf8(bytes).unwrap_or_default()
}

/// The rows that begin on the first of these lines, as long as they belong together.
fn table(lines: &[(usize, &str)]) -> Option<(char, Vec<Vec<String>>)> {
    ['\t', ';', '|', ','].into_iter().find_map(|sign| {
        let first = cells(lines.first()?.1, sign)?;
        // A list has commas too: its items stand in quotes, and no line of it is a row of names.
        let named = |cell: &String| cell.starts_with(char::is_alphabetic) && !cell.contains(['=', '[', '{']);
        if first.len() < 2 || !first.iter().all(named) || (sign == ',' && lines[0].1.contains('"')) {
            return None;
        }
        let fits =
            |row: &Vec<String>| row.len() > 1 && (row.len() == first.len() || (sign != ',' && row.len() < first.len()));
        let mut rows: Vec<_> = lines.iter().map_while(|(_, line)| cells(line, sign).filter(fits)).collect();
        rows.iter_mut().for_each(|row| row.resize(first.len(), String::new()));
        (rows.len() > 1).then_some((sign, rows))
    })
}

/// The cells of a line; `None` when it is no row of a table.
fn cells(line: &str, sign: char) -> Option<Vec<String>> {
    let is_other = |line: &str| line.is_empty() || line.starts_with(['#', '[', ']', '{', '}']);
    if is_other(line.trim()) || is_key(line) || !line.contains(sign) {
        return None;
    }
    let bars = |line| if sign == '|' { str::trim(line).trim_matches('|') } else { line };
    let mut cells = vec![String::new()];
    let mut quoted = false;
    let mut signs = bars(line.trim_matches(' ')).chars().peekable();
    while let Some(c) = signs.next() {
        let cell = cells.last_mut()?;
        match c {
            '"' if quoted && signs.peek() == Some(&'"') => {
                signs.next();
                cell.push('"');
            }
            '"' if quoted || cell.trim().is_empty() => quoted = !quoted,
            c if c == sign && !quoted => cells.push(String::new()),
            c => cell.push(c),
        }
    }
    if quoted {
        return None;
    }
    let clean = |cell: String| cell.split_whitespace().collect::<Vec<_>>().join(" ");
    Some(cells.into_iter().map(clean).collect())
}

/// The dashes below the heading of a table in Markdown.
fn is_rule(row: &[String]) -> bool {
    row.iter().all(|cell| !cell.is_empty() && cell.chars().all(|c| matches!(c, '-' | ':')))
}

#[cfg(test)]
mod tests {
    use super::{tables, without};

    #[test]
    fn rows_that_belong_together() {
        let text = "[[begrip]]\nid = \"a\"\n\n[[begrip]]\nnaam;betekenis\nStrand;Zand, aan \"zee\".\n\"Kust; duin\";\n\n[[bron]]\nid = \"x\"\n";
        let found = tables(text);
        let [table] = &found[..] else { panic!("{found:?}") };
        assert_eq!((table.sign, table.kind), (';', Some("begrip")));
        assert_eq!(table.rows, [["naam", "betekenis"], ["Strand", "Zand, aan \"zee\"."], ["Kust; duin", ""]]);
        assert_eq!(&text[table.start..table.start + 4], "naam");
        let left = without(text, &found);
        assert_eq!(left.len(), text.len());
        assert_eq!(left.split_whitespace().collect::<String>(), "[[begrip]]id=\"a\"[[bron]]id=\"x\"");
        for (text, sign) in [
            ("Naam\tSoort\nZeestad\tgemeente\n", '\t'),
            ("| naam | soort |\n|---|---|\n| Zeestad | gemeente |\n", '|'),
            ("naam,soort\nZeestad,\"gemeente, groot\"\n", ','),
        ] {
            let found = tables(text);
            assert_eq!((found[0].sign, found[0].rows.len(), found[0].rows[1][0].as_str()), (sign, 2, "Zeestad"));
        }
    }

    #[test]
    fn what_is_no_table() {
        for text in [
            "id;naam\n",
            "a = [\n  \"x\", \"y\",\n  \"p\", \"q\"\n]\nb = Een\n",
            "naam = \"a; b\"\nsoort = \"c; d\";\n",
            "a = \"\"\"\neen;twee\ndrie;vier\n\"\"\"\n",
            "# een;twee\n# drie;vier\n",
            "Een zin, met een komma.\nNog een zin zonder.\n",
        ] {
            assert_eq!(tables(text), [], "{text}");
        }
    }
}

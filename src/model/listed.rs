//! Lists among the data as other programs write them: YAML with dashes and colons, JSON with braces. Each item is a row of a table.

use super::Kind;
use super::Model;
use serde_json::Value;

/// What stands between the columns of a list in YAML.
pub const YAML: char = '-';
/// What stands between those of one in JSON.
pub const JSON: char = '{';

type Row = Vec<(String, String)>;

/// A list that was found.
#[derive(Debug)]
pub struct List {
    /// How many lines it takes.
    pub lines: usize,
    /// [`YAML`] or [`JSON`].
    pub sign: char,
    /// The kind that it says itself to be of.
    pub kind: Option<&'static str>,
    /// The cells, the names of the columns first.
    pub rows: Vec<Vec<String>>,
}

/// No list is read further than this: what is none would be read again from each of its lines.
const MOST_LINES: usize = 2000;

/// The list that begins on the first of these lines.
pub fn list(lines: &[(usize, &str)]) -> Option<List> {
    let lines = &lines[..lines.len().min(MOST_LINES)];
    let (_, first) = *lines.first()?;
    let own = first.trim_end().strip_suffix(':').and_then(kind_called);
    let skipped = usize::from(own.is_some());
    let items = lines.get(skipped..)?;
    let (sign, named, rows, taken) = match items.first()?.1.trim_start().as_bytes().first()? {
        b'-' => {
            let (rows, taken) = in_yaml(items)?;
            (YAML, None, rows, taken)
        }
        b'[' | b'{' if own.is_none() => {
            let (named, rows, taken) = in_json(items)?;
            (JSON, named, rows, taken)
        }
        _ => return None,
    };
    // Names and what they do stand in a note as well: a record has a key that is known, or more than one.
    let known = |key: &str| Model::KINDS.iter().any(|kind| Model::keys_of(kind.name).iter().any(|k| k.name == key));
    if !rows.iter().flatten().any(|(key, _)| known(&key.to_lowercase())) && rows.iter().any(|row| row.len() < 2) {
        return None;
    }
    let kind = own.map(|kind| kind.name).or(named);
    Some(List { lines: taken + skipped, sign, kind, rows: with_heading(&rows) })
}

/// `organisatie` or `organisaties`, as a list is called in another program.
fn kind_called(name: &str) -> Option<Kind> {
    Model::kind_called(&name.trim().trim_matches('"').to_lowercase())
}

/// The rows below the names of all their columns.
fn with_heading(rows: &[Row]) -> Vec<Vec<String>> {
    let mut names: Vec<String> = Vec::new();
    for (name, _) in rows.iter().flatten() {
        if !names.contains(name) {
            names.push(name.clone());
        }
    }
    let cell =
        |row: &Row, name: &String| row.iter().find(|(n, _)| n == name).map(|(_, v)| v.clone()).unwrap_or_default();
    let mut all = vec![names.clone()];
    all.extend(rows.iter().map(|row| names.iter().map(|name| cell(row, name)).collect()));
    all
}

/// `- naam: Zeestad`, with further keys on the lines below it.
fn in_yaml(lines: &[(usize, &str)]) -> Option<(Vec<Row>, usize)> {
    let depth = indent(lines.first()?.1);
    let (mut rows, mut taken): (Vec<Row>, usize) = (Vec::new(), 0);
    // Of the last key, how far it stands from the edge: what stands deeper is its value.
    let mut key_at = 0;
    for (i, (_, line)) in lines.iter().enumerate() {
        let at = indent(line);
        let inside = line.trim();
        if inside.is_empty() {
            continue;
        }
        if at == depth && inside.starts_with("- ") {
            let rest = inside[1..].trim_start();
            rows.push(vec![pair(rest)?]);
            key_at = at + inside.len() - rest.len();
        } else if at > depth {
            let row = rows.last_mut()?;
            match inside.strip_prefix("- ") {
                Some(item) if at >= key_at => add(row, plain(item), ", ")?,
                None if at > key_at => add(row, plain(inside), " ")?,
                None => row.push(pair(inside)?),
                Some(_) => return None,
            }
        } else {
            break;
        }
        taken = i + 1;
    }
    (!rows.is_empty()).then_some((rows, taken))
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// `sleutel: waarde`.
fn pair(line: &str) -> Option<(String, String)> {
    let (key, value) = line.split_once(':')?;
    let key = key.trim().trim_matches('"');
    let named = key.starts_with(char::is_alphabetic)
        && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | ' '));
    let parted = value.is_empty() || value.starts_with(char::is_whitespace);
    // A text over several lines begins on the next.
    let value = value.trim();
    let value = if matches!(value, "|" | ">" | "|-" | ">-" | "null" | "~") { "" } else { value };
    (named && parted).then(|| (key.to_owned(), plain(value)))
}

/// A value without its quotes, a list without its brackets.
fn plain(value: &str) -> String {
    let value = value.trim().trim_end_matches(',');
    if let Some(items) = value.strip_prefix('[').and_then(|value| value.strip_suffix(']')) {
        return items.split(',').map(plain).collect::<Vec<_>>().join(", ");
    }
    let quote = |sign| value.strip_prefix(sign).and_then(|value: &str| value.strip_suffix(sign));
    quote('"').or_else(|| quote('\'')).unwrap_or(value).to_owned()
}

/// More of the last value of a row.
fn add(row: &mut Row, more: String, between: &str) -> Option<()> {
    let (_, value) = row.last_mut()?;
    if !value.is_empty() {
        value.push_str(between);
    }
    value.push_str(&more);
    Some(())
}

/// `[{"naam": "Zeestad"}]`, or one record between braces, or the list as the only thing between them.
fn in_json(lines: &[(usize, &str)]) -> Option<(Option<&'static str>, Vec<Row>, usize)> {
    let mut text = String::new();
    let mut taken = None;
    let (mut depth, mut quoted) = (0_usize, false);
    for (i, (_, line)) in lines.iter().enumerate() {
        let mut before = ' ';
        for c in line.chars() {
            match c {
                '"' if before != '\\' => quoted = !quoted,
                '[' | '{' if !quoted => depth += 1,
                ']' | '}' if !quoted => depth = depth.checked_sub(1)?,
                _ => {}
            }
            before = c;
        }
        text.push_str(line);
        text.push('\n');
        if depth == 0 {
            taken = Some(i + 1);
            break;
        }
    }
    let read: Value = serde_json::from_str(text.trim().trim_end_matches([',', ';'])).ok()?;
    let (kind, items) = match read {
        Value::Array(items) => (None, items),
        Value::Object(only) if only.len() == 1 && only.values().all(Value::is_array) => {
            let (name, items) = only.into_iter().next()?;
            (kind_called(&name).map(|kind| kind.name), items.as_array()?.clone())
        }
        one => (None, vec![one]),
    };
    let row = |item: &Value| {
        let keys = item.as_object().filter(|keys| !keys.is_empty())?;
        Some(keys.iter().map(|(key, value)| (key.clone(), cell(value))).collect::<Row>())
    };
    let rows: Vec<Row> = items.iter().map(row).collect::<Option<_>>()?;
    (!rows.is_empty()).then_some((kind, rows, taken?))
}

/// A value as it would stand in a cell.
fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
        Value::Array(items) => items.iter().map(cell).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use crate::model::pasted::tables;

    #[test]
    fn lists_of_other_programs_are_tables() {
        let wanted = [["naam", "bron"], ["Stuw", "plan, raad"], ["Duiker", ""]];
        for text in [
            "- naam: Stuw\n  bron:\n    - plan\n    - raad\n- naam: 'Duiker'\n",
            "begrippen:\n  - naam: \"Stuw\"\n    bron: [plan, raad]\n\n  - naam: Duiker\n",
            "[\n  {\"naam\": \"Stuw\", \"bron\": [\"plan\", \"raad\"]},\n  {\"naam\": \"Duiker\"}\n]\n",
            "{\"begrippen\": [{\"naam\": \"Stuw\", \"bron\": [\"plan\", \"raad\"]}, {\"naam\": \"Duiker\"}]}\n",
        ] {
            let found = tables(&format!("[[rol]]\nid = \"a\"\n\n{text}"));
            let mut rows = found[0].rows.clone();
            // The keys of an object in JSON have no order.
            if rows[0][0] == "bron" {
                rows.iter_mut().for_each(|row| row.reverse());
            }
            assert_eq!(rows, wanted, "{text}");
            assert_eq!(found[0].kind, Some(if text.contains("begrippen") { "begrip" } else { "rol" }), "{text}");
        }
        for text in ["x = [\n [\n 1\n ]\n]\n", "- een\n- twee\n", "a = [\n  { b = 1 },\n]\n", "[[rol]]\n", "[rol.a]\n"]
        {
            assert_eq!(tables(text), [], "{text}");
        }
    }
}

//! A list as YAML writes it: a key, and below it a line with a dash for each value.

use std::ops::Range;

/// No list that people write by hand is longer.
const LINES: usize = 60;

/// `bron:` or `bron =` at the start of a line and items below it, or the first of these items: all of it, and as it is written here.
pub fn dashed_list(text: &str, line_start: usize) -> Option<(Range<usize>, String)> {
    let line_start = above_items(text, line_start);
    let line = text[line_start..].lines().next()?;
    let bare = line.trim();
    // A bracket that opens the list as it is written here, with the dashes all the same.
    let opened = bare.strip_suffix('[').map(str::trim_end);
    let key = opened.unwrap_or(bare).strip_suffix([':', '='])?.trim_end();
    if key.is_empty() || !key.bytes().all(|b| b.is_ascii_lowercase() || matches!(b, b'_' | b'0'..=b'9')) {
        return None;
    }
    let start = line_start + line.len() - line.trim_start().len();
    let (mut end, mut at) = (start, line_start);
    let mut items = Vec::new();
    for (i, line) in text[line_start..].split_inclusive('\n').take(LINES).enumerate() {
        if i > 0 {
            if let Some(item) = item(line) {
                items.push(item);
                end = at + line.trim_end().len();
            } else {
                if opened.is_some() && line.trim_start().starts_with(']') {
                    end = at + line.trim_end().len();
                }
                break;
            }
        }
        at += line.len();
    }
    (!items.is_empty()).then(|| (start..end, format!("{key} = [{}]", items.join(", "))))
}

/// The line above the items of which one begins here.
fn above_items(text: &str, line_start: usize) -> usize {
    let mut start = line_start;
    for _ in 0..LINES {
        let is_item = text[start..].lines().next().is_some_and(|line| line.trim_start().starts_with("- "));
        if !is_item || start == 0 {
            break;
        }
        start = text[..start - 1].rfind('\n').map_or(0, |end| end + 1);
    }
    start
}

/// `- een`, `- "een"`: in quotes.
fn item(line: &str) -> Option<String> {
    let value = line.trim().strip_prefix("- ")?.trim();
    let value = value.strip_suffix(',').filter(|value| value.ends_with(['"', '\''])).unwrap_or(value);
    let bare = value.trim_matches(['"', '\'']);
    let sure = !bare.is_empty() && !bare.contains(['"', '\\']) && !bare.contains(": ");
    sure.then(|| format!("\"{bare}\""))
}

#[cfg(test)]
mod tests {
    use super::dashed_list;

    #[test]
    fn lists_of_yaml() {
        let text = "titel = \"A\"\ntrefwoorden:\n  - een\n  - 'twee drie'\nstatus = \"feit\"\n";
        let (range, whole) = dashed_list(text, 12).unwrap();
        assert_eq!(&text[range], "trefwoorden:\n  - een\n  - 'twee drie'");
        assert_eq!(whole, "trefwoorden = [\"een\", \"twee drie\"]");
        assert!(dashed_list("bron =\n- plan\n", 0).is_some() && dashed_list("bron =\n- plan\n- b\n", 14).is_some());
        let (_, whole) = dashed_list("taken = [\n - \"een\",\n - twee\n]\n", 10).unwrap();
        assert_eq!(whole, "taken = [\"een\", \"twee\"]");
        for text in ["bron:\n", "bron:\nlid = 3\n", "lid:\n- naam: x\n", "zie https:\n- a\n"] {
            assert!(dashed_list(text, 0).is_none(), "{text}");
        }
    }
}

//! A path on somebody's own machine between double quotes, where every backslash begins a sign of its own: of `"G:\temp"` the parser
//! makes a tab.

use std::ops::Range;

/// The first such path in a text as it was typed. One with double backslashes is read as it stands.
pub fn own_path(raw: &str) -> Option<Range<usize>> {
    if !raw.contains('\\') {
        return None;
    }
    let start = raw.match_indices('\\').find_map(|(at, _)| {
        let behind = &raw[at + 1..];
        let quoted = raw[..at].matches('"').count() % 2 == 1;
        let letter = |text: &str| text.ends_with(|c: char| c.is_ascii_alphabetic());
        let drive = raw[..at].strip_suffix(':').filter(|before| {
            letter(before) && !before[..before.len() - 1].ends_with(|c: char| c.is_alphanumeric() || c == '\\')
        });
        if let Some(before) = drive {
            // `C:\\Users` stands as `C:\Users`.
            return (quoted && behind.starts_with(char::is_alphanumeric)).then(|| before.len() - 1);
        }
        // `\\server\map`: the second one of the two begins the name.
        let name = behind.split('\\').next().unwrap_or_default();
        let server = raw[..at].ends_with('\\')
            && !raw[..at - 1].ends_with(|c: char| c.is_alphanumeric() || c == '\\' || c == ':')
            && !name.is_empty()
            && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '.' | '_'))
            && behind[name.len()..].strip_prefix('\\').is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
        (quoted && server).then(|| at - 1)
    })?;
    let rest = &raw[start..];
    let quote = rest.find('"').unwrap_or(rest.len());
    // Another path may follow in the same text.
    let next = rest[2..quote].find(":\\").and_then(|at| rest[..at + 2].rfind(' ')).unwrap_or(quote);
    let whole = &rest[..next];
    // A folder may have a space in its name; what follows the last name is a sentence.
    let name = whole.rfind('\\').map_or(0, |at| at + 1);
    let end = whole[name..].find([' ', ',', ';', ')']).map_or(whole.len(), |at| name + at);
    let end = whole[..end].trim_end_matches(['.', '?', '!', ':']).len();
    Some(start..start + end)
}

#[cfg(test)]
mod tests {
    use super::own_path;

    #[test]
    fn paths_between_double_quotes() {
        for (raw, path) in [
            ("\"G:\\temp\"", Some("G:\\temp")),
            ("a = \"Zie C:\\nieuw\\beleid.docx.\"", Some("C:\\nieuw\\beleid.docx")),
            ("\"C:\\Mijn map\\nota.pdf, blz. 2\"", Some("C:\\Mijn map\\nota.pdf")),
            ("\"Zie G:\\temp of C:\\nieuw.\"", Some("G:\\temp")),
            ("\"\\\\server\\map\\plan.pdf\"", Some("\\\\server\\map\\plan.pdf")),
            ("'G:\\temp'", None),
            ("\"C:\\\\Users\\\\els\"", None),
            ("\"een\\ntwee\"", None),
            ("\"Let op:\\nDit is zo\"", None),
            ("\"a:\\\"b\\\"\"", None),
        ] {
            assert_eq!(own_path(raw).map(|at| &raw[at]), path, "{raw}");
        }
    }
}

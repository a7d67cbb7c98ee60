//! A wrong and a right example of every code. The text is written by the test `meldingen`, which builds both and holds that the wrong
//! one gives just that message and the right one doesn't.

const EXAMPLES: &str = include_str!("voorbeelden.txt");

/// The examples of a code, ready to be shown.
pub fn examples(code: &str) -> Option<&'static str> {
    let head = format!("## {code}\n");
    let start = EXAMPLES.find(&head)? + head.len();
    let rest = &EXAMPLES[start..];
    Some(rest[..rest.find("\n## ").unwrap_or(rest.len())].trim_end())
}

/// All codes that have examples.
pub fn exemplified() -> impl Iterator<Item = &'static str> {
    EXAMPLES.lines().filter_map(|line| line.strip_prefix("## "))
}

//! Lines for `sftp -b`: one command each, names in quotes.

use std::fmt::Write;

/// A script in the making.
#[derive(Debug, Default)]
pub(super) struct Script(String);

impl Script {
    /// A command that must succeed.
    pub(super) fn must(&mut self, command: &str, names: &[&str]) {
        self.line("", command, names);
    }

    /// A command that may fail, such as making a folder that is there.
    pub(super) fn may(&mut self, command: &str, names: &[&str]) {
        self.line("-", command, names);
    }

    fn line(&mut self, sign: &str, command: &str, names: &[&str]) {
        // Writing to a string cannot fail.
        let _ = write!(self.0, "{sign}{command}");
        for name in names {
            let _ = write!(self.0, " {}", quoted(name));
        }
        self.0.push('\n');
    }

    pub(super) fn text(&self) -> &str {
        &self.0
    }
}

/// A name in double quotes, in which a quote and a backslash stand behind a backslash.
fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('\\', "\\\\").replace('"', "\\\""))
}

/// A name that `sftp` doesn't take for a pattern.
pub(super) fn literal(name: &str) -> String {
    name.chars().fold(String::new(), |mut out, c| {
        if matches!(c, '*' | '?' | '[' | ']' | '\\') {
            out.push('\\');
        }
        out.push(c);
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_quoted() {
        let mut script = Script::default();
        script.must("put", &[&literal("/een map/a\"b[1].html"), "x"]);
        script.may("mkdir", &["één"]);
        assert_eq!(script.text(), "put \"/een map/a\\\"b\\\\[1\\\\].html\" \"x\"\n-mkdir \"één\"\n");
    }
}

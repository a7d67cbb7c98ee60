//! Lines for `sftp -b`: one command each, names in quotes.

use super::DeployError;
use std::fmt::Write;

/// A script in the making.
#[derive(Debug, Default)]
pub(super) struct Script {
    text: String,
    /// A name that would end its line, and begin another: `sftp` runs one that begins with `!` on this computer.
    bad: Option<String>,
}

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
        let _ = write!(self.text, "{sign}{command}");
        for name in names {
            if name.contains(char::is_control) {
                self.bad = Some((*name).to_owned());
            }
            let _ = write!(self.text, " {}", quoted(name));
        }
        self.text.push('\n');
    }

    /// The whole of it, when no name in it can be taken for something else.
    pub(super) fn text(&self) -> Result<&str, DeployError> {
        match &self.bad {
            Some(name) => Err(DeployError::BadName(name.clone())),
            None => Ok(&self.text),
        }
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
        assert_eq!(script.text().unwrap(), "put \"/een map/a\\\"b\\\\[1\\\\].html\" \"x\"\n-mkdir \"één\"\n");
    }
    #[test]
    fn no_name_adds_a_line() {
        for bad in ["a\n!rm x", "a\r", "a\0", "\u{1b}[2J", "a\u{85}b"] {
            for way in [Script::must, Script::may] {
                let mut script = Script::default();
                way(&mut script, "put", &["goed", bad]);
                way(&mut script, "put", &["goed"]);
                assert!(matches!(script.text(), Err(DeployError::BadName(name)) if name == bad), "{bad:?}");
            }
        }
    }
}

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

    /// Removes all files in a folder, which need not be there.
    pub(super) fn empty(&mut self, folder: &str) {
        self.line("-", "rm", &[folder]);
        self.text.truncate(self.text.len() - 1);
        // Within the quotes it would be a file of that name.
        self.text.push_str("/*\n");
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

/// A name in double quotes, in which a quote and a backslash stand behind a backslash. `sftp` takes nothing within quotes for a pattern.
fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('\\', "\\\\").replace('"', "\\\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_quoted() {
        let mut script = Script::default();
        script.must("put", &["/een map/a\"b[1]\\.html", "x"]);
        script.may("mkdir", &["één"]);
        script.empty("een [map]");
        let lines = ["put \"/een map/a\\\"b[1]\\\\.html\" \"x\"", "-mkdir \"één\"", "-rm \"een [map]\"/*", ""];
        assert_eq!(script.text().unwrap(), lines.join("\n"));
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

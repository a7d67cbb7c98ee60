//! Where a command may put what it makes.

use crate::diag::shown;
use crate::output::TAKEN;
use clap::ArgMatches;
use std::path::{Component, Path, PathBuf};

/// The folder or file that was given with an option or as an argument, if any; or why nothing is put there.
pub fn given(matches: &ArgMatches, name: &str) -> Result<Option<PathBuf>, String> {
    match matches.get_one::<PathBuf>(name) {
        Some(path) => checked(path, name).map(|()| Some(path.clone())),
        None => Ok(None),
    }
}

fn checked(path: &Path, name: &str) -> Result<(), String> {
    if path.as_os_str().is_empty() || path.as_os_str() == "-" {
        return Err(format!(
            "“{}” is geen plaats. Verbeeld schrijft bestanden, geen tekst naar een ander programma. \
             Geef achter --{name} een gewone naam.",
            shown(path)
        ));
    }
    let taken = path.components().find_map(|part| match part {
        Component::Normal(name) => TAKEN.iter().find(|taken| name.eq_ignore_ascii_case(taken)),
        _ => None,
    });
    match taken {
        Some(taken) => Err(format!(
            "In {} komt niets van de site: de map {taken} is van een ander programma of van Verbeeld zelf, en wat erin staat zou verloren gaan. \
             Kies een andere map.",
            shown(path)
        )),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_place_or_belongs_to_another_is_refused() {
        for bad in [
            "-",
            "",
            ".git",
            "./.git",
            ".GIT",
            "a/.git/b",
            "../.hg",
            ".svn",
            ".verbeeld",
            ".verbeeld/beelden",
            "node_modules",
        ] {
            assert!(checked(Path::new(bad), "uit").is_err(), "{bad}");
        }
        for good in ["public", "./public", "/tmp/proef", "-map", "git", "mijn.git", "../uit"] {
            assert!(checked(Path::new(good), "uit").is_ok(), "{good}");
        }
    }
}

//! `verbeeld init`: a small working site in an empty folder.

use super::{FAILED, GOOD, fail, place, say, schema};
use crate::output::{NewFileError, write_new};
use crate::source::{Project, starter_site};
use clap::ArgMatches;
use std::path::PathBuf;

pub fn run(matches: &ArgMatches) -> u8 {
    let folder = match place::given(matches, "map") {
        Ok(folder) => folder.unwrap_or_else(|| PathBuf::from(".")),
        Err(why) => return fail(why),
    };
    match crate::source::is_empty_folder(&folder) {
        Ok(true) => {}
        Ok(false) => {
            return fail(format_args!(
                "De map {} is niet leeg. Kies een lege of nieuwe map, bijvoorbeeld: verbeeld init mijn-portaal",
                folder.display()
            ));
        }
        Err(e) => {
            return fail(format_args!(
                "De map {} kan niet worden gelezen: {}",
                folder.display(),
                crate::diag::words::output::io_cause(&e)
            ));
        }
    }
    // What somebody has set for an editor's program stays as it is.
    let is_set = |path: &str| path.starts_with('.') && folder.join(path).exists();
    for (path, bytes) in starter_site().into_iter().filter(|(path, _)| !is_set(path)) {
        if let Err(NewFileError { path, cause }) = write_new(&folder.join(&path), bytes) {
            say::line(format_args!("fout: {} kan niet worden gemaakt: {cause}", path.display()));
            return FAILED;
        }
    }
    if let Ok(project) = Project::find(&folder)
        && let Err(NewFileError { path, cause }) = schema::lay(&project)
    {
        return fail(format_args!("{} kan niet worden gemaakt: {cause}", path.display()));
    }
    let here = folder.as_os_str() == ".";
    say::line(format_args!(
        "Er staat een kleine site in {}.",
        if here { "deze map".into() } else { folder.display().to_string() }
    ));
    say::line("Bekijk hem met:");
    if !here {
        say::line(format_args!("  cd {}", folder.display()));
    }
    say::line("  verbeeld serve");
    GOOD
}

//! `verbeeld init`: a small working site in an empty folder.

use super::{FAILED, GOOD, fail, place, say};
use crate::output::{NewFileError, write_new};
use crate::source::starter_site;
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
    for (path, bytes) in starter_site() {
        if let Err(NewFileError { path, cause }) = write_new(&folder.join(&path), bytes) {
            say::line(format_args!("fout: {} kan niet worden gemaakt: {cause}", path.display()));
            return FAILED;
        }
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

//! `verbeeld init`: a small working site in an empty folder.

use super::{FAILED, GOOD, fail};
use crate::output::{NewFileError, write_new};
use crate::source::starter_site;
use clap::ArgMatches;
use std::path::PathBuf;

pub fn run(matches: &ArgMatches) -> u8 {
    let folder = matches.get_one::<PathBuf>("map").cloned().unwrap_or_else(|| PathBuf::from("."));
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
            eprintln!("fout: {} kan niet worden gemaakt: {cause}", path.display());
            return FAILED;
        }
    }
    let here = folder.as_os_str() == ".";
    eprintln!("Er staat een kleine site in {}.", if here { "deze map".into() } else { folder.display().to_string() });
    eprintln!("Bekijk hem met:");
    if !here {
        eprintln!("  cd {}", folder.display());
    }
    eprintln!("  verbeeld serve");
    GOOD
}

//! `verbeeld init`: a small working site in an empty folder.

use super::{GOOD, fail, place, say, schema};
use crate::diag::shown;
use crate::diag::words::output::io_cause;
use crate::output::{NewFileError, begin_site, end_site, write_new};
use crate::source::{Project, begun_site, ci_files, starter_site};
use clap::ArgMatches;
use std::path::{Path, PathBuf};

pub fn run(matches: &ArgMatches) -> u8 {
    let folder = match place::given(matches, "map") {
        Ok(folder) => folder.unwrap_or_else(|| PathBuf::from(".")),
        Err(why) => return fail(why),
    };
    let ci = matches.get_flag("ci");
    // Who has a site already asks for those files alone.
    if ci && Project::find(&folder).is_ok() {
        return lay_ci(&folder).map_or_else(fail, |()| GOOD);
    }
    if let Err(why) = begin(&folder, None) {
        return fail(why);
    }
    if ci && let Err(why) = lay_ci(&folder) {
        return fail(why);
    }
    let here = folder.as_os_str() == ".";
    say::line(format_args!("Er staat een kleine site in {}.", if here { "deze map".into() } else { shown(&folder) }));
    say::line("Bekijk hem met:");
    if !here {
        say::line(format_args!("  cd {}", shown(&folder)));
    }
    say::line("  verbeeld serve");
    GOOD
}

/// Lays a small site in an empty folder, under a name of its own if one is given; or says why not.
pub fn begin(folder: &Path, name: Option<&str>) -> Result<(), String> {
    match crate::source::is_empty_folder(folder) {
        Ok(true) => {}
        Ok(false) => {
            return Err(format!(
                "De map {} is niet leeg. Kies een lege of nieuwe map, bijvoorbeeld: verbeeld init mijn-portaal",
                shown(folder)
            ));
        }
        Err(e) => return Err(format!("De map {} kan niet worden gelezen: {}", shown(folder), io_cause(&e))),
    }
    // What somebody has set for an editor's program stays as it is.
    // So does what an earlier time laid here before it was broken off.
    let again = begun_site(folder).exists();
    let is_set = |path: &str| (again || path.starts_with('.')) && folder.join(path).exists();
    let failed = |e| format!("{}. Is dat verholpen? Doe dit dan nog eens: wat er al staat, blijft.", failed(e));
    begin_site(folder).map_err(failed)?;
    for (path, bytes) in starter_site().into_iter().filter(|(path, _)| !is_set(path)) {
        match name.filter(|_| path == "site/portal.toml") {
            Some(name) => write_new(folder, &folder.join(&path), named(bytes, name).as_bytes()),
            None => write_new(folder, &folder.join(&path), bytes),
        }
        .map_err(failed)?;
    }
    Project::find(folder).map_or(Ok(()), |project| schema::lay(&project)).map_err(failed)?;
    end_site(folder).map_err(failed)
}

/// Lays the files with which GitHub and GitLab make the site; what is there already stays as it is.
fn lay_ci(folder: &Path) -> Result<(), String> {
    for (path, bytes) in ci_files() {
        if folder.join(&path).symlink_metadata().is_ok() {
            say::line(format_args!("{path} staat er al en blijft zoals het is."));
            continue;
        }
        write_new(folder, &folder.join(&path), bytes).map_err(failed)?;
        say::line(format_args!("Gemaakt: {path}"));
    }
    say::line("Stel in de opslagplaats nog twee variabelen in; welke, staat in ci/bouw-site.sh.");
    Ok(())
}

fn failed(NewFileError { path, cause }: NewFileError) -> String {
    format!("{} kan niet worden gemaakt: {cause}", shown(path))
}

/// The settings with another name for the site. A string of JSON is one of TOML too.
fn named(settings: &[u8], name: &str) -> String {
    let quoted = serde_json::Value::from(name).to_string();
    let line = |line: &str| match line.starts_with("naam = ") {
        true => format!("naam = {quoted}\n"),
        false => format!("{line}\n"),
    };
    // The first is that of the site; what comes after a heading has names of its own.
    let text = String::from_utf8_lossy(settings);
    let (own, rest) = text.split_once("\n[[").unwrap_or((&text, ""));
    let own: String = own.lines().map(line).collect();
    if rest.is_empty() { own } else { format!("{own}\n[[{rest}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_name_of_the_site_itself_is_another() {
        let text = named(b"# x\nnaam = \"A\"\ntaal = \"nl\"\n\n[[plaats]]\nnaam = \"web\"\n", "Het \"B\\e\"");
        assert_eq!(text, "# x\nnaam = \"Het \\\"B\\\\e\\\"\"\ntaal = \"nl\"\n\n[[plaats]]\nnaam = \"web\"\n");
    }
}

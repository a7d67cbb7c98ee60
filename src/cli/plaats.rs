//! `verbeeld plaats`: builds the site and brings it to where readers see it.

use super::build::Made;
use super::{FAILED, GOOD, fail, say};
use crate::diag::json;
use crate::output::{Deployment, Step, deploy, look};
use crate::site::Target;
use clap::ArgMatches;
use serde_json::{Value, json};

pub fn run(matches: &ArgMatches) -> u8 {
    // A draft is for nobody's eyes, so there is no option for it here.
    let made = match super::build::make(matches, false) {
        Ok(made) => made,
        Err(code) => return code,
    };
    let (name, target) = match chosen(&made, matches.get_one::<String>("naam").map(String::as_str)) {
        Ok(chosen) => chosen,
        Err(why) => return fail(why),
    };
    let root = &made.project.root;
    // A folder is meant from the project, as all that stands in its settings.
    let target = match target {
        Target::Folder(folder) => Target::Folder(root.join(folder)),
        other => other.clone(),
    };
    let trial = matches.get_flag("proef");
    let done = if trial { look(&made.project, &target) } else { deploy(&made.project, &target) };
    match done {
        Ok(done) => {
            if let Some(told) = &made.told {
                say::out(json::pretty(&as_json(&done, name, trial, told)));
            }
            tell(&done, name, trial, made.told.is_none());
            GOOD
        }
        Err(why) => {
            say::line(format_args!("fout: de site is niet (helemaal) geplaatst op “{name}”: {why}"));
            FAILED
        }
    }
}

fn chosen<'a>(made: &'a Made, name: Option<&str>) -> Result<(&'a str, &'a Target), String> {
    let all = &made.built.targets;
    let names = || all.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>().join(", ");
    match (name, all.as_slice()) {
        (_, []) => Err("in portal.toml staat nog geen plaats. Zet er bijvoorbeeld dit onderaan in:\n\n[[plaats]]\nnaam = \"web\"\nsftp = \"sftp://naam@host.example/map/van/de/site\"\n".to_owned()),
        (None, [(name, target)]) => Ok((name, target)),
        (None, _) => Err(format!("er zijn meer plaatsen. Zeg erbij welke u bedoelt: {}.", names())),
        (Some(asked), _) => match all.iter().find(|(name, _)| name == asked) {
            Some((name, target)) => Ok((name, target)),
            None => Err(format!("de plaats “{asked}” staat niet in portal.toml. Deze wel: {}.", names())),
        },
    }
}

/// What is done with a file.
fn word(step: Step) -> &'static str {
    match step {
        Step::New => "nieuw",
        Step::Changed => "gewijzigd",
        Step::Gone => "weg",
    }
}

/// For other programs.
fn as_json(done: &Deployment, name: &str, trial: bool, told: &Value) -> Value {
    let steps: Value = done.steps.iter().map(|(step, path)| json!({ "stap": word(*step), "pad": path })).collect();
    json!({ "meldingen": told, "plaats": name, "proef": trial, "stappen": steps, "hetzelfde": done.unchanged })
}

fn tell(done: &Deployment, name: &str, trial: bool, listed: bool) {
    if trial && listed {
        for (step, path) in &done.steps {
            say::out(format_args!("{:<9}  {path}\n", word(*step)));
        }
    }
    let counts = counts(done);
    if trial {
        say::line(format_args!("Dit zou er gebeuren op “{name}”: {counts}. Er is niets geplaatst."));
    } else {
        say::line(format_args!("De site is geplaatst op “{name}”: {counts}."));
    }
}

/// How many files something happens to.
pub fn counts(done: &Deployment) -> String {
    format!(
        "{} nieuw, {} gewijzigd, {} weg, {} hetzelfde",
        done.count(Step::New),
        done.count(Step::Changed),
        done.count(Step::Gone),
        done.unchanged
    )
}

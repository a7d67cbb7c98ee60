//! `verbeeld schema`: the files from which an editor's TOML extension completes and explains keys, words and ids.

use super::{GOOD, fail, folder, place, say};
use crate::model::{Model, schema};
use crate::output::{NewFileError, write_own};
use crate::site::Portal;
use crate::source::{self, Project, Role};
use clap::ArgMatches;
use std::path::Path;

pub fn run(matches: &ArgMatches) -> u8 {
    let asked = match place::given(matches, "uit") {
        Ok(asked) => asked,
        Err(why) => return fail(why),
    };
    let project = match Project::find(&folder(matches)) {
        Ok(project) => project,
        Err(e) => return fail(e),
    };
    let sources = match source::read(&project) {
        Ok(sources) => sources,
        Err(e) => return fail(e),
    };
    let mut model = Model::default();
    for (id, file) in sources.of(Role::Data) {
        if let Ok((text, mark)) = file.text() {
            // Mistakes are for `check` to tell; what can be read is completed.
            model.read(id, text, mark, &mut Vec::new());
        }
    }
    let to = asked.clone().unwrap_or_else(|| project.site.join("schema"));
    let mut files = vec![
        (to.join("gegevens.json"), pretty(&schema::of_data(&model))),
        (to.join("portaal.json"), pretty(&schema::of_portal(&Portal::keys()))),
    ];
    if asked.is_none() {
        files.push((project.root.join(".taplo.toml"), settings(&project)));
    }
    for (path, text) in &files {
        if let Err(NewFileError { path, cause }) = write_own(path, text, schema::MARK) {
            return fail(format_args!("{} kan niet worden gemaakt: {cause}", path.display()));
        }
    }
    say::line(format_args!("De schema's staan in {}.", to.display()));
    if asked.is_none() {
        say::line("In VS Code vult de uitbreiding “Even Better TOML” nu sleutels, woorden en id's aan.");
    }
    say::line("Zijn er nieuwe gegevens bij gekomen? Geef deze opdracht dan opnieuw.");
    GOOD
}

fn pretty(schema: &serde_json::Value) -> String {
    let mut text = serde_json::to_string_pretty(schema).unwrap_or_default();
    text.push('\n');
    text
}

/// The settings that tell the extension which schema goes with which files.
fn settings(project: &Project) -> String {
    let site = project.site.strip_prefix(&project.root).unwrap_or(Path::new(""));
    let site = if site.as_os_str().is_empty() { String::new() } else { format!("{}/", site.display()) };
    format!(
        "# {}. Hiermee vult een tekstprogramma sleutels en id's aan.\n\n[[rule]]\ninclude = [\"{site}data/**/*.toml\"]\n[rule.schema]\npath = \"./{site}schema/gegevens.json\"\n\n[[rule]]\ninclude = [\"{site}portal.toml\"]\n[rule.schema]\npath = \"./{site}schema/portaal.json\"\n",
        schema::MARK
    )
}

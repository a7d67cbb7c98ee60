//! `verbeeld schema`: the files from which an editor's TOML extension completes and explains keys, words and ids.

use super::{GOOD, fail, held, place, say};
use crate::content::FrontMatter;
use crate::decode::Record;
use crate::diag::shown;
use crate::model::{Model, schema};
use crate::output::{NewFileError, is_taken, write_own, write_when_other};
use crate::site::Portal;
use crate::source::{self, Project, Role, Sources};
use clap::ArgMatches;
use std::path::{Path, PathBuf};

pub fn run(matches: &ArgMatches) -> u8 {
    let asked = match place::given(matches, "uit") {
        Ok(asked) => asked,
        Err(why) => return fail(why),
    };
    let project = match held::project(matches) {
        Ok(project) => project,
        Err(code) => return code,
    };
    if let Some(to) = asked.as_ref().filter(|to| is_taken(&project, to) && !is_taken_by_schemas(&project, to)) {
        return fail(format_args!(
            "In {} komen geen schema's: daar staan de bronnen van uw site, of de site zelf. Kies een andere map, of laat --uit weg.",
            shown(to)
        ));
    }
    let sources = match source::read(&project) {
        Ok(sources) => sources,
        Err(e) => return fail(e),
    };
    let root = asked.as_ref().unwrap_or(&project.root);
    let to = asked.clone().unwrap_or_else(|| project.site.join(FOLDER));
    let mut files = schemas(&to, &sources);
    if asked.is_none() {
        files.push((project.root.join(SETTINGS), settings(&project)));
        files.push((project.root.join(SNIPPETS), snippets()));
    }
    for (path, text) in &files {
        if let Err(NewFileError { path, cause }) = write_own(root, path, text, schema::MARK) {
            return fail(format_args!("{} kan niet worden gemaakt: {cause}", shown(path)));
        }
    }
    say::line(format_args!("De schema's staan in {}.", shown(to)));
    if asked.is_none() {
        say::line("In VS Code vult de uitbreiding “Even Better TOML” nu sleutels, woorden en id's aan.");
    }
    say::line("Zijn er nieuwe gegevens bij gekomen? Geef deze opdracht dan opnieuw.");
    GOOD
}

/// Is it the folder of a site in which its schemas stand?
fn is_taken_by_schemas(project: &Project, folder: &Path) -> bool {
    let whole = |path: &Path| std::path::absolute(path).ok();
    whole(folder) == whole(&project.site.join(FOLDER))
}

/// Where the schemas stand in the folder of a site.
const FOLDER: &str = "schema";
/// The file that tells which schema goes with which files.
const SETTINGS: &str = ".taplo.toml";

/// The file with which VS Code completes what stands at the top of a page.
const SNIPPETS: &str = ".vscode/verbeeld.code-snippets";

fn snippets() -> String {
    format!(
        "// {}. Hiermee vult VS Code het begin van een pagina aan (Ctrl+spatie).\n{}",
        schema::MARK,
        pretty(&schema::page_snippets(FrontMatter::keys()))
    )
}

/// Lays the schemas and their settings in a new site.
pub fn lay(project: &Project) -> Result<(), NewFileError> {
    let mut files = vec![(project.root.join(SETTINGS), settings(project)), (project.root.join(SNIPPETS), snippets())];
    if let Ok(sources) = source::read(project) {
        files.extend(schemas(&project.site.join(FOLDER), &sources));
    }
    files.iter().try_for_each(|(path, text)| write_own(&project.root, path, text, schema::MARK))
}

/// Brings the schemas up to date where somebody has them. That they can't be written is for `schema` to tell.
pub fn refresh(project: &Project, sources: &Sources) {
    let folder = project.site.join(FOLDER);
    if source::holds(&project.root.join(SETTINGS), schema::MARK) {
        for (path, text) in schemas(&folder, sources) {
            let _ = write_when_other(&project.root, &path, &text, schema::MARK);
        }
    }
}

fn schemas(to: &Path, sources: &Sources) -> Vec<(PathBuf, String)> {
    let mut model = Model::default();
    for (id, file) in sources.of(Role::Data) {
        if let Ok((text, mark)) = file.text() {
            // Mistakes are for `check` to tell; what can be read is completed.
            model.read(id, text, mark, &mut Vec::new());
        }
    }
    vec![
        (to.join("gegevens.json"), pretty(&schema::of_data(&model))),
        (to.join("portaal.json"), pretty(&schema::of_portal(Portal::keys()))),
        (to.join("pagina.json"), pretty(&schema::of_page(FrontMatter::keys(), &model))),
    ]
}

fn pretty(schema: &serde_json::Value) -> String {
    let mut text = serde_json::to_string_pretty(schema).unwrap_or_default();
    text.push('\n');
    text
}

/// The settings that tell the extension which schema goes with which files.
fn settings(project: &Project) -> String {
    let site = project.site.strip_prefix(&project.root).unwrap_or(Path::new(""));
    let site = if site.as_os_str().is_empty() {
        String::new()
    } else {
        format!("{}/", site.to_string_lossy().replace('\\', "/"))
    };
    format!(
        "# {}. Hiermee vult een tekstprogramma sleutels en id's aan.\n\n[[rule]]\ninclude = [\"{site}data/**/*.toml\"]\n[rule.schema]\npath = \"./{site}schema/gegevens.json\"\n\n[[rule]]\ninclude = [\"{site}portal.toml\"]\n[rule.schema]\npath = \"./{site}schema/portaal.json\"\n",
        schema::MARK
    )
}

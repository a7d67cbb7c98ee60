//! `verbeeld new`: a page, or a record of the data, with its keys explained.

use super::edit::tell;
use super::held::hold;
use super::{GOOD, blank, fail, folder, say};
use crate::diag::{Files, line_column, nearest, shown};
use crate::dutch::either;
use crate::edit::{Change, Refused};
use crate::model::{Ids, Kind, Kinds, Model, SPOKEN, kind_meant, kinds::Partij};
use crate::output::NotWritten;
use crate::site::page_url;
use crate::source::{Project, Role, Sources, read};
use clap::ArgMatches;
use std::path::{Path, PathBuf};

/// What people call a page.
const PAGES: &[&str] = &["page", "nieuws", "nieuwsbericht", "bericht", "artikel"];

pub fn run(matches: &ArgMatches) -> u8 {
    let project = match Project::find(&folder(matches)) {
        Ok(project) => project,
        Err(e) => return fail(e),
    };
    let word = |key| matches.get_one::<String>(key).cloned().unwrap_or_default();
    let names = matches.get_many::<String>("naam").unwrap_or_default();
    let name = names.map(|word| word.trim()).collect::<Vec<_>>().join(" ");
    let kind = match word("soort") {
        kind if PAGES.contains(&kind.to_lowercase().as_str()) => "pagina".to_owned(),
        kind => kind_meant(&kind).map_or(kind, |kind| kind.name.to_owned()),
    };
    let name = if kind == "pagina" { in_content(&project, &name) } else { name };
    let name = name.trim_matches('/').trim_end_matches(".md").to_owned();
    let slugged: Vec<String> = name.split('/').map(slug_of_part).collect();
    if slugged.iter().any(|p| p.is_empty() || p.starts_with('.')) {
        return fail(format_args!(
            "“{name}” kan geen naam zijn. Gebruik letters, cijfers en koppeltekens, zoals over/werkwijze."
        ));
    }
    let hold = match hold(&project) {
        Ok(hold) => hold,
        Err(code) => return code,
    };
    let made = if kind == "pagina" {
        let file = format!("{}.md", slugged.join("/"));
        let path = project.site.join("content").join(&file);
        match fitting(&project, &path, &file, &name) {
            Ok(text) => Ok((path, text)),
            Err(refused) => return tell(&refused),
        }
    } else {
        // What was typed as a name is kept as one: `PHO Natuur` is no id.
        let typed = (name.contains(' ') || name.contains(char::is_uppercase)).then_some(name.as_str());
        new_record(&project, &kind, &slugged.join("-"), typed)
    };
    let (path, text) = match made {
        Ok(made) => made,
        Err(why) => return fail(why),
    };
    match hold.add(&format!("Gemaakt: {}.", shown(&path)), &path, text.as_bytes()) {
        Ok(()) => {
            let look = if kind == "pagina" {
                "Het is nog een concept. Bekijk het met: verbeeld serve --concepten. Is het af? Haal de regel met concept weg."
            } else {
                "Vul in waar … staat. Zolang dat niet klaar is, staat het nog niet op de site. Bekijk het met: verbeeld serve"
            };
            say::line(format_args!("Gemaakt: {}. {look}", shown(path)));
            GOOD
        }
        Err(NotWritten { path, cause, .. }) => fail(format_args!("{} kan niet worden gemaakt: {cause}", shown(path))),
    }
}

/// The path of a page from the folder for pages, when it was typed from a folder above that: `site/content/over/contact.md`.
fn in_content(project: &Project, name: &str) -> String {
    let path = name.replace('\\', "/");
    let path = path.trim_start_matches("./").trim_matches('/');
    let site = project.site.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let inner = path.strip_prefix(&site).and_then(|rest| rest.strip_prefix('/')).unwrap_or(path);
    // A folder for pages may be called so itself.
    let own = project.site.join("content/content").is_dir() && inner == path;
    inner.strip_prefix("content/").filter(|_| !own).unwrap_or(path).to_owned()
}

/// A slug that keeps the double hyphen in `van--naar`: the id of a relation says what its two ends are.
fn slug_of_part(part: &str) -> String {
    let ends: Vec<String> = part.split("--").map(crate::site::slug).collect();
    if ends.iter().any(String::is_empty) { crate::site::slug(part) } else { ends.join("--") }
}

/// The text of a new page, when the site can have it: what `check` would tell of it is told before it is there. A page of a record has
/// the record's name.
fn fitting(project: &Project, path: &Path, file: &str, name: &str) -> Result<String, Refused> {
    // A site that cannot be read tells nothing of its pages.
    let Ok(sources) = read(project) else { return Ok(page(name, None)) };
    let model = known(&sources);
    let address = page_url(file);
    let of = |(id, (kind, _)): (&String, &(Kind, _))| address == format!("{}/{id}/", kind.plural);
    let record = model.ids.iter().find(|entry| of(*entry)).map(|(id, _)| model.name_of(id));
    let text = page(name, record.as_deref());
    if let Some((_, like)) = sources.of(Role::Page).next().filter(|_| path.symlink_metadata().is_err()) {
        let mut change = Change::of(&sources);
        change.add_file(like, path.to_path_buf(), file.to_owned(), text.clone());
        change.tried(super::check::today())?;
    }
    Ok(text)
}

fn page(name: &str, record: Option<&str>) -> String {
    // The first page of a section has the section's name.
    let named = name.strip_suffix("/index").unwrap_or(name);
    let last = named.rsplit('/').next().unwrap_or(named).replace('-', " ");
    let title = record.map_or_else(|| crate::pages::label_of(&last), str::to_owned);
    let title = crate::edit::literal(&title);
    format!(
        "+++\ntitel = {title}\nomschrijving = \"Schrijf hier in een of twee zinnen waar deze pagina over gaat.\"\nconcept = true   # haal deze regel weg als de pagina af is\n+++\n\nSchrijf hier de tekst.\n\n## Een kopje\n\nVerwijs met een id tussen dubbele haken naar een overleg of pagina.\n"
    )
}

/// Where a new record of the data comes to stand, and its text; or why it cannot be made, in Dutch.
fn new_record(project: &Project, kind: &str, id: &str, typed: Option<&str>) -> Result<(PathBuf, String), String> {
    let Some(found) = Model::kind(kind) else {
        let names: Vec<&str> = std::iter::once("pagina").chain(Model::KINDS.iter().map(|k| k.name)).collect();
        let hint = meant(kind, names.iter().copied().chain(SPOKEN.iter().map(|(said, _)| *said)));
        return Err(format!("De soort “{kind}” bestaat niet.{hint} U kunt kiezen uit: {}.", names.join(", ")));
    };
    let id = &found.ids.meant(id);
    if id.is_empty() {
        return Err("In de naam moeten letters of cijfers staan.".to_owned());
    }
    // A site that cannot be read has no records to show: what belongs where is then said without them.
    let sources = read(project).ok();
    let model = sources.as_ref().map(known).unwrap_or_default();
    let place = model.ids.get(id).map(|(_, place)| place).or_else(|| model.unfinished.get(id));
    if let (Some(place), Some(sources)) = (place, &sources) {
        let line = line_column(&sources.text(place.file), place.start as usize).line;
        let path = sources.path(place.file);
        return Err(format!(
            "De id “{id}” bestaat al: in {path}, regel {line}. Vul het blok daar aan, of kies een andere id."
        ));
    }
    let ends = if found.ids == Ids::Ends { Some(ends(id, &model)?) } else { None };
    let path = project.site.join("data").join(format!("{}-{id}.toml", found.plural));
    Ok((path, blank::record(found.name, id, typed, ends, &model)))
}

/// All records of the site.
fn known(sources: &Sources) -> Model {
    let mut model = Model::default();
    for (id, file) in sources.of(Role::Data) {
        if let Ok((text, mark)) = file.text() {
            model.read(id, text, mark, &mut Vec::new());
        }
    }
    model
}

/// The two ends that the id of a relation tells; both must exist.
fn ends<'i>(id: &'i str, model: &Model) -> Result<(&'i str, &'i str), String> {
    let Some((from, to)) = id.split_once("--") else {
        return Err("De id van een relatie bestaat uit de id's van beide kanten, met twee koppeltekens ertussen: \
                    verbeeld new relatie de-een--de-ander"
            .to_owned());
    };
    for end in [from, to] {
        let may = |kind: &str| Partij::KINDS.contains(&kind);
        match model.ids.get(end) {
            Some((kind, _)) if may(kind.name) => {}
            // It is not finished, or stands in a file that cannot be read, which `check` tells.
            None if model.unfinished.contains_key(end) => {}
            None if model.lost.may_be(end, Partij::KINDS) => {}
            Some((kind, _)) => {
                return Err(format!(
                    "“{end}” is een {}. Een relatie loopt tussen twee van deze: {}.",
                    kind.name,
                    either(Partij::KINDS)
                ));
            }
            None => {
                let parties = model.ids.iter().filter(|(_, (kind, _))| may(kind.name)).map(|(id, _)| id.as_str());
                let hint = meant(end, parties);
                return Err(format!(
                    "Er is geen {} met de id “{end}”.{hint} Maak die eerst, of verbeter de naam.",
                    either(Partij::KINDS)
                ));
            }
        }
    }
    if from == to {
        return Err(format!("Een relatie loopt tussen twee verschillende kanten, niet van “{from}” naar zichzelf."));
    }
    Ok((from, to))
}

/// What was probably meant, to follow a sentence.
fn meant<'a>(name: &str, among: impl IntoIterator<Item = &'a str>) -> String {
    nearest(name, among).map(|near| format!(" Bedoelde u “{near}”?")).unwrap_or_default()
}

//! `verbeeld new`: a page, or a record of the data, with its keys explained.

use super::{GOOD, fail, folder};
use crate::decode::{Key, Shape};
use crate::diag::nearest;
use crate::model::Model;
use crate::output::{NewFileError, write_new};
use crate::source::{Project, Role, read};
use clap::ArgMatches;
use std::fmt::Write;
use std::path::PathBuf;

pub fn run(matches: &ArgMatches) -> u8 {
    let project = match Project::find(&folder(matches)) {
        Ok(project) => project,
        Err(e) => return fail(e),
    };
    let word = |key| matches.get_one::<String>(key).cloned().unwrap_or_default();
    let (kind, name) = (word("soort"), word("naam"));
    let name = name.trim_matches('/').trim_end_matches(".md").to_owned();
    let slugged: Vec<String> = name.split('/').map(slug_of_part).collect();
    if slugged.iter().any(|p| p.is_empty() || p.starts_with('.')) {
        return fail(format_args!(
            "“{name}” kan geen naam zijn. Gebruik letters, cijfers en koppeltekens, zoals over/werkwijze."
        ));
    }
    let (path, text): (PathBuf, String) = if kind == "pagina" {
        (project.site.join("content").join(format!("{}.md", slugged.join("/"))), page(&name))
    } else {
        let Some(found) = Model::kind(&kind) else {
            let names: Vec<&str> = std::iter::once("pagina").chain(Model::KINDS.iter().map(|k| k.name)).collect();
            let hint = nearest(&kind, names.iter().copied()).map(|n| format!(" Bedoelde u “{n}”?")).unwrap_or_default();
            return fail(format_args!(
                "De soort “{kind}” bestaat niet.{hint} U kunt kiezen uit: {}.",
                names.join(", ")
            ));
        };
        let id = slugged.join("-");
        (
            project.site.join("data").join(format!("{}-{id}.toml", found.plural)),
            record(found.name, &id, &known(&project)),
        )
    };
    match write_new(&path, text.as_bytes()) {
        Ok(()) => {
            let look = if kind == "pagina" {
                "Het is nog een concept. Bekijk het met: verbeeld serve --concepten. Is het af? Haal de regel met concept weg."
            } else {
                "Vul het aan en bekijk het met: verbeeld serve"
            };
            eprintln!("Gemaakt: {}. {look}", path.display());
            GOOD
        }
        Err(NewFileError { path, cause }) => fail(format_args!("{} kan niet worden gemaakt: {cause}", path.display())),
    }
}

/// A slug that keeps the double hyphen in `van--naar`: the id of a relation says what its two ends are.
fn slug_of_part(part: &str) -> String {
    let ends: Vec<String> = part.split("--").map(crate::site::slug).collect();
    if ends.iter().any(String::is_empty) { crate::site::slug(part) } else { ends.join("--") }
}

fn page(name: &str) -> String {
    let last = name.rsplit('/').next().unwrap_or(name).replace('-', " ");
    let title = crate::pages::label_of(&last);
    format!(
        "+++\ntitel = \"{title}\"\nomschrijving = \"Schrijf hier in een of twee zinnen waar deze pagina over gaat.\"\nconcept = true   # haal deze regel weg als de pagina af is\n+++\n\nSchrijf hier de tekst.\n\n## Een kopje\n\nVerwijs met een id tussen dubbele haken naar een overleg of pagina.\n"
    )
}

/// The data of the site, for examples that exist. A site that cannot be read gives none: the example then says what belongs there.
fn known(project: &Project) -> Model {
    let mut model = Model::default();
    if let Ok(sources) = read(project) {
        for (id, file) in sources.of(Role::Data) {
            if let Ok((text, mark)) = file.text() {
                model.read(id, text, mark, &mut Vec::new());
            }
        }
    }
    model
}

/// A record with its required keys filled in as far as possible; the others stand below as remarks.
fn record(kind: &str, id: &str, model: &Model) -> String {
    let mut out = format!("[[{kind}]]\n");
    let sourced = Model::kind(kind).is_some_and(|k| k.sourced);
    // A body without members is told at once.
    let needed = ["status", "bron", if kind == "gremium" { "lid" } else { "" }];
    let wanted = |k: &Key| k.required || (sourced && needed.contains(&k.name));
    let (required, optional): (Vec<Key>, Vec<Key>) = Model::keys_of(kind).into_iter().partition(wanted);
    for key in &required {
        let value = match key.name {
            "id" => format!("\"{id}\""),
            // Nothing is decided until someone says so.
            "status" => "\"voorstel\"".to_owned(),
            _ => end_of_relation(key.name, id, model).unwrap_or_else(|| example(&key.shape, model)),
        };
        let _ = writeln!(out, "# {}\n{} = {value}", key.help, key.name);
    }
    out.push_str("\n# Haal het hekje weg voor wat u wilt gebruiken:\n");
    for key in &optional {
        let _ = writeln!(out, "# {}\n# {} = {}", key.help, key.name, example(&key.shape, model));
    }
    out
}

/// A relation is called after its ends, so the id tells them.
fn end_of_relation(key: &str, id: &str, model: &Model) -> Option<String> {
    let (from, to) = id.split_once("--")?;
    let end = match key {
        "van" => from,
        "naar" => to,
        _ => return None,
    };
    model.ids.contains_key(end).then(|| format!("\"{end}\""))
}

/// The first record of these kinds.
fn first_of(kinds: &[&str], model: &Model) -> Option<String> {
    let mut of_kinds = kinds.iter().flat_map(|kind| model.of_kind(kind));
    of_kinds.next().map(|record| format!("\"{}\"", record.id()))
}

/// A part of a source that exists.
fn first_source(model: &Model) -> Option<String> {
    let source = model.bronnen.iter().next()?;
    Some(match source.sectie.first() {
        Some(section) => format!("\"{}/{}\"", source.id.value, section.id.value),
        None => format!("\"{}\"", source.id.value),
    })
}

/// Someone who can sit in a body: of a block in which exactly one is given, the first that the site has.
fn example_member(keys: &[Key], model: &Model) -> Option<String> {
    let one_of = keys.iter().filter(|k| matches!(k.name, "organisatie" | "rol" | "gremium"));
    let found = one_of.filter_map(|key| match &key.shape {
        Shape::Reference(kinds) => Some((key.name, first_of(kinds, model)?)),
        _ => None,
    });
    let (key, id) = found.into_iter().next()?;
    let source = first_source(model).map(|s| format!(", status = \"voorstel\", bron = [{s}]")).unwrap_or_default();
    Some(format!("{{ {key} = {id}{source} }}"))
}

fn example(shape: &Shape, model: &Model) -> String {
    match shape {
        Shape::Plain | Shape::Markdown => "\"…\"".into(),
        Shape::Bool => "false".into(),
        Shape::Integer => "1".into(),
        Shape::Number => "0.1".into(),
        Shape::Moment => "\"2026-Q1\"".into(),
        Shape::Reference(kinds) => first_of(kinds, model).unwrap_or_else(|| "\"id\"".into()),
        Shape::Citation => first_source(model).unwrap_or_else(|| "\"bron-id/deel-id\"".into()),
        Shape::Choice(words) => format!("\"{}\"", words.first().map_or("…", |(word, _)| *word)),
        Shape::Either(shapes) => shapes.first().map(|shape| example(shape, model)).unwrap_or_default(),
        Shape::List(of) => format!("[{}]", example(of, model)),
        Shape::Table(keys) if !keys.iter().any(|k| k.required) => {
            example_member(keys, model).unwrap_or_else(|| "{}".into())
        }
        Shape::Table(keys) => {
            let parts: Vec<String> = keys
                .iter()
                .filter(|k| k.required)
                .map(|k| format!("{} = {}", k.name, example(&k.shape, model)))
                .collect();
            format!("{{ {} }}", parts.join(", "))
        }
        Shape::Free => "{}".into(),
    }
}

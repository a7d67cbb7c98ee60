//! `verbeeld new`: a page, or a record of the data, with its keys explained.

use super::{GOOD, fail, folder};
use crate::decode::{Key, Shape};
use crate::diag::nearest;
use crate::model::Model;
use crate::output::{NewFileError, write_new};
use crate::source::Project;
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
    let slugged: Vec<String> = name.split('/').map(crate::site::slug).collect();
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
        (project.site.join("data").join(format!("{}-{id}.toml", found.plural)), record(found.name, &id))
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

fn page(name: &str) -> String {
    let last = name.rsplit('/').next().unwrap_or(name).replace('-', " ");
    let title = crate::pages::label_of(&last);
    format!(
        "+++\ntitel = \"{title}\"\nomschrijving = \"Schrijf hier in een of twee zinnen waar deze pagina over gaat.\"\nconcept = true   # haal deze regel weg als de pagina af is\n+++\n\nSchrijf hier de tekst.\n\n## Een kopje\n\nVerwijs met een id tussen dubbele haken naar een overleg of pagina.\n"
    )
}

/// A record with its required keys filled in as far as possible; the others stand below as remarks.
fn record(kind: &str, id: &str) -> String {
    let mut out = format!("[[{kind}]]\n");
    let sourced = Model::kind(kind).is_some_and(|k| k.sourced);
    let wanted = |k: &Key| k.required || (sourced && ["status", "bron"].contains(&k.name));
    let (required, optional): (Vec<Key>, Vec<Key>) = Model::keys_of(kind).into_iter().partition(wanted);
    for key in &required {
        let value = match key.name {
            "id" => format!("\"{id}\""),
            // Nothing is decided until someone says so.
            "status" => "\"voorstel\"".to_owned(),
            _ => example(&key.shape),
        };
        let _ = writeln!(out, "# {}\n{} = {value}", key.help, key.name);
    }
    out.push_str("\n# Haal het hekje weg voor wat u wilt gebruiken:\n");
    for key in &optional {
        let _ = writeln!(out, "# {}\n# {} = {}", key.help, key.name, example(&key.shape));
    }
    out
}

fn example(shape: &Shape) -> String {
    match shape {
        Shape::Plain | Shape::Markdown => "\"…\"".into(),
        Shape::Bool => "false".into(),
        Shape::Integer => "1".into(),
        Shape::Number => "0.1".into(),
        Shape::Moment => "\"2026-Q1\"".into(),
        Shape::Reference(_) => "\"id\"".into(),
        Shape::Citation => "\"bron-id/deel-id\"".into(),
        Shape::Choice(words) => format!("\"{}\"", words.first().map_or("…", |(word, _)| *word)),
        Shape::Either(shapes) => shapes.first().map(example).unwrap_or_default(),
        Shape::List(of) => format!("[{}]", example(of)),
        Shape::Table(keys) => {
            let parts: Vec<String> =
                keys.iter().filter(|k| k.required).map(|k| format!("{} = {}", k.name, example(&k.shape))).collect();
            format!("{{ {} }}", parts.join(", "))
        }
        Shape::Free => "{}".into(),
    }
}

//! Style sheet, script and words of the theme, each in one piece.

use crate::diag::{Diagnostic, Span, words};
use crate::source::Sources;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Fingerprinted files of the theme and its words.
#[derive(Debug, Clone, Default)]
pub struct Assets {
    /// Path of the style sheet.
    pub css: String,
    /// Path of the script; empty for none.
    pub js: String,
    /// The theme's words.
    pub text: serde_json::Value,
}

/// What the theme adds to the output, and what templates must know of it.
#[derive(Debug, Default)]
pub struct Bundle {
    /// Paths and words for templates.
    pub assets: Assets,
    /// The style sheet as text.
    pub style: String,
    /// Files for the output: path and bytes.
    pub files: Vec<(String, Arc<[u8]>)>,
}

/// Bundles the theme. Of files with one name the nearest layer wins, except that the site's own style and script are added
/// after the theme's, so that a site can add a few rules without repeating the rest.
pub fn bundle(sources: &Sources, problems: &mut Vec<Diagnostic>) -> Bundle {
    let css = joined(sources, "css/", ".css", problems);
    let js = joined(sources, "js/", ".js", problems);
    let mut files: Vec<(String, Arc<[u8]>)> = Vec::new();
    let mut publish = |text: String, extension: &str| {
        if text.is_empty() {
            return String::new();
        }
        let hash = blake3::hash(text.as_bytes()).to_hex();
        let path = format!("bestanden/site.{}.{extension}", &hash[..10]);
        files.push((path.clone(), text.into_bytes().into()));
        path
    };
    let style = css.clone();
    let (css, js) = (publish(css, "css"), publish(js, "js"));
    let mut seen: BTreeMap<&str, ()> = BTreeMap::new();
    for (_, _, file) in sources.theme() {
        if let Some(path) = file.name.strip_prefix("static/")
            && seen.insert(path, ()).is_none()
        {
            files.push((path.to_owned(), file.bytes.clone()));
        }
    }
    Bundle { assets: Assets { css, js, text: text(sources, problems) }, style, files }
}

/// All files of a folder in one, in order of name: the theme's (nearest layer per name), then the site's own.
fn joined(sources: &Sources, folder: &str, extension: &str, problems: &mut Vec<Diagnostic>) -> String {
    let mut theme: BTreeMap<&str, &str> = BTreeMap::new();
    let mut own: BTreeMap<&str, &str> = BTreeMap::new();
    for (id, layer, file) in sources.theme() {
        if !file.name.starts_with(folder) || !file.name.ends_with(extension) {
            continue;
        }
        match file.text() {
            Ok((text, _)) if layer == 0 => drop(own.insert(&file.name, text)),
            Ok((text, _)) => drop(theme.entry(&file.name).or_insert(text)),
            Err(at) => problems.push(words::data::not_utf8(Span::new(id, at..at + 1))),
        }
    }
    let mut all = String::new();
    for text in theme.values().chain(own.values()) {
        all.push_str(text.trim_end());
        all.push('\n');
    }
    if all.trim().is_empty() { String::new() } else { all }
}

/// The words of all layers as one table: near layers go over far ones, key by key.
fn text(sources: &Sources, problems: &mut Vec<Diagnostic>) -> serde_json::Value {
    let mut layers: Vec<_> = sources.theme().filter(|(_, _, f)| f.name == "text/nl.toml").collect();
    layers.sort_by_key(|(_, layer, _)| std::cmp::Reverse(*layer));
    let mut all = serde_json::Map::new();
    for (id, _, file) in layers {
        let (text, mark) = match file.text() {
            Ok(read) => read,
            Err(at) => {
                problems.push(words::data::not_utf8(Span::new(id, at..at + 1)));
                continue;
            }
        };
        let mut decoder = crate::decode::Decoder::new(id, text, mark);
        let table = decoder.parse();
        for (key, value) in table.get_ref() {
            all.insert(key.get_ref().to_string(), crate::decode::as_json(value.get_ref()));
        }
        problems.extend(decoder.told());
    }
    all.into()
}
